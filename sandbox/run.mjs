import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installDependencies } from '../programs/dependencies.mjs';
import { main, untilStopped, whenEnding } from '../programs/endings.mjs';

// What `npm run sandbox` starts, also in a fresh clone: gets the packages, then runs main.mts with the arguments given.
// With --microsoft it is the lower floor alone: Microsoft, for programs that talk to it themselves.
main(async () => {
	await installDependencies();
	const given = process.argv.slice(2).filter((argument) => argument !== '--microsoft');
	const floor = given.length < process.argv.length - 2 ? './microsoft/main.mts' : './main.mts';
	const program = [
		'--import',
		import.meta.resolve('tsx'),
		fileURLToPath(new URL(floor, import.meta.url)),
	];
	const sandbox = spawn(process.execPath, [...program, ...given], {
		stdio: 'inherit',
	});
	/** @type {Promise<number>} */
	const ended = new Promise((resolve, reject) => {
		sandbox.once('error', reject);
		sandbox.once('exit', (code, signal) => resolve(signal ? 0 : (code ?? 1)));
	});
	whenEnding(() => {
		sandbox.kill('SIGTERM');
		return ended;
	});
	return await Promise.race([ended, untilStopped(0)]);
});
