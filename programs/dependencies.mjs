import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './cache.mjs';
import { alone } from './lock.mjs';
import { startNpm } from './npm.mjs';
import { finished } from './processes.mjs';
import { progress } from './progress.mjs';

/** The clone's folder. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

const installedFrom = 'node_modules/.installed-from';

/**
 * Makes sure that the clone's node_modules is what package-lock.json says, with `npm ci` where it is not.
 * Plain Node.js, so that it can run before anything is installed.
 *
 * @throws {import('./endings.mjs').Trouble} when npm fails
 */
export async function installDependencies() {
	if (isInstalled(projectRoot)) return;
	await progress("Installing the project's packages (about a minute)", async (tell) => {
		await alone(
			lockOfClone('packages'),
			async () => {
				if (isInstalled(projectRoot)) return;
				tell('npm ci');
				await finished("Installing the project's packages", startNpm(['ci', '--include=dev'], { cwd: projectRoot }), {
					advice: 'Look at what npm said above. Often the npm registry cannot be reached: check network and proxy, then run the command again.',
				});
				writeFileSync(join(projectRoot, installedFrom), digestOfLockFile(projectRoot));
			},
			{ onWaiting: () => tell('waiting for another run that installs them') },
		);
	});
}

/**
 * A lock for what only one run at a time may do to this clone.
 *
 * @param {string} work "build"
 */
export function lockOfClone(work) {
	return join(cacheFolder(), `${work}-${createHash('sha256').update(projectRoot).digest('hex').slice(0, 12)}.lock`);
}

/**
 * Whether node_modules was installed from the present package-lock.json: by us, who note which one it was,
 * or by hand, after the lock file was last changed. npm's own record, its last act, tells a whole installation
 * from a broken one.
 *
 * @param {string} root
 */
export function isInstalled(root) {
	const record = join(root, 'node_modules/.package-lock.json');
	if (!existsSync(record)) return false;
	const note = join(root, installedFrom);
	if (existsSync(note)) return readFileSync(note, 'utf8') === digestOfLockFile(root);
	return statSync(record).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

/** @param {string} root */
function digestOfLockFile(root) {
	return createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}
