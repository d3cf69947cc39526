import { createHash } from 'node:crypto';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedInstall, isCached } from './cached-install.mjs';
import { Trouble } from '../../programs/endings.mjs';
import { node24 } from './node24.mjs';
import { startNpm } from '../../programs/npm.mjs';
import { finished } from '../../programs/processes.mjs';
import { progress } from '../../programs/progress.mjs';

/** The demo's exit code when this machine lacks what n8n's database driver is built with. */
export const buildToolsMissing = 3;

const recipe = fileURLToPath(new URL('.', import.meta.url));
const recipeFiles = ['package.json', 'package-lock.json'];

/**
 * The n8n that `lab/n8n/package.json` names, installed in the cache folder.
 *
 * @returns {Promise<{ version: string, node: string, cli: string }>} its version, the Node.js to run it with,
 * and its program file
 */
export async function installedN8n() {
	const node = await node24();
	const [manifest, lock] = await Promise.all(recipeFiles.map((file) => readFile(join(recipe, file), 'utf8')));
	const version = JSON.parse(manifest).dependencies.n8n;
	const digest = createHash('sha256').update(manifest).update(lock).digest('hex').slice(0, 8);
	const name = `n8n-${version}-${digest}-${process.platform}-${process.arch}`;

	/** @param {(detail: string) => void} tell */
	const install = (tell) =>
		cachedInstall(name, (folder) => fill(folder, node, tell), {
			onWaiting: () => tell('waiting for another run that installs it'),
		});
	const folder = isCached(name)
		? await install(() => {})
		: await progress(`Installing n8n ${version}, once on this machine (3 to 6 minutes, 3 GB)`, install);
	return { version, node, cli: join(folder, 'node_modules/n8n/bin/n8n') };
}

/**
 * @param {string} folder
 * @param {string} node
 * @param {(detail: string) => void} tell
 */
async function fill(folder, node, tell) {
	for (const file of recipeFiles) await copyFile(join(recipe, file), join(folder, file));
	tell('fetching its packages');
	await finished('Installing n8n', startNpm(['ci', '--ignore-scripts'], { cwd: folder, node }), {
		advice: 'Look at what npm said above. Often the npm registry cannot be reached, or the disk is full: n8n needs 3 GB.',
	});
	tell('building its database driver');
	// n8n's only package that needs its install script. It is built with Node-API: one build fits every Node.js.
	const driver = startNpm(['rebuild', 'sqlite3', '--ignore-scripts=false', '--foreground-scripts'], { cwd: folder, node });
	if ((await driver.exited) !== 0) {
		throw new Trouble("n8n's database driver (sqlite3) could be neither fetched ready-made nor built.", {
			advice: 'Install Python 3, make and a C++ compiler (Debian, Ubuntu: apt-get install -y python3 make g++), then run the command again.',
			output: driver.output(),
			exitCode: buildToolsMissing,
		});
	}
}
