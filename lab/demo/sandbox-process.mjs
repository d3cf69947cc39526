import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '../../programs/dependencies.mjs';
import { Trouble } from '../../programs/endings.mjs';
import { startNode } from '../../programs/processes.mjs';

/**
 * @typedef {object} Sandbox
 * @property {string} url Where it answers as CIPP.
 * @property {string} tokenUrl
 * @property {string} homeTenantId
 * @property {string} clientId
 * @property {string} clientSecret
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the sandbox CIPP as a process of its own.
 *
 * @param {{ speed?: number }} [options] `speed`: seconds that pass in CIPP while one passes here.
 * @returns {Promise<Sandbox>}
 */
export async function startSandbox({ speed = 1 } = {}) {
	const args = ['--import', 'tsx', 'sandbox/main.mts', '--port', '0', '--speed', String(speed), '--json'];
	const env = { ...process.env, TSX_DISABLE_CACHE: '1' }; // its cache would stay in the temp folder
	const program = startNode(process.execPath, args, { cwd: projectRoot, env });

	const ready = new Promise((resolve) => program.onLine((line) => line.startsWith('{') && resolve(JSON.parse(line))));
	const ended = program.exited.then((code) => `The sandbox CIPP ended while it was starting (exit code ${code}).`);
	const late = sleep(60_000, 'The sandbox CIPP was not ready after a minute.', { ref: false });
	const answer = await Promise.race([ready, ended, late]);
	if (typeof answer === 'string') {
		await program.stop();
		throw new Trouble(answer, {
			advice: 'Run "npm run sandbox" to see it alone.',
			output: program.output(),
		});
	}
	return { ...answer, stop: program.stop };
}
