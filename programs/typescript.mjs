import { spawnSync } from 'node:child_process';
import { installDependencies, projectRoot } from './dependencies.mjs';

/**
 * Runs a TypeScript file of the lab with this process's input, output and arguments.
 *
 * @param {string} file e.g. `lab/operations/print.mts`
 * @returns {Promise<number>} its exit code
 */
export async function runTypeScript(file) {
	await installDependencies();
	const args = ['--import', 'tsx', file, ...process.argv.slice(2)];
	const env = { ...process.env, TSX_DISABLE_CACHE: '1' }; // its cache would stay in the temp folder
	const { status } = spawnSync(process.execPath, args, { cwd: projectRoot, env, stdio: 'inherit' });
	return status ?? 1;
}
