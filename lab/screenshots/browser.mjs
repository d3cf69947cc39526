import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cachedInstall } from '../n8n/cached-install.mjs';
import { Trouble, whenEnding } from '../../programs/endings.mjs';
import { startNpm } from '../../programs/npm.mjs';
import { finished, start } from '../../programs/processes.mjs';
import { progress } from '../../programs/progress.mjs';

const playwright = 'playwright-core@1.56.1';
const chromium = '/usr/bin/chromium';

/**
 * Starts Debian's Chromium, which goes away with the run. As root it is installed when it is missing.
 *
 * @returns {Promise<any>} Playwright's browser
 */
export async function startBrowser() {
	if (!existsSync(chromium)) await progress('Installing Chromium', installChromium);
	const folder = await cachedInstall(playwright.replace('@', '-'), async (folder) => {
		await writeFile(join(folder, 'package.json'), '{ "private": true }');
		await finished('Installing Playwright', startNpm(['install', playwright], { cwd: folder }));
	});
	const { chromium: launcher } = await import(pathToFileURL(join(folder, 'node_modules/playwright-core/index.mjs')).href);
	const browser = await launcher.launch({
		executablePath: chromium,
		args: ['--no-sandbox'],
		handleSIGINT: false,
		handleSIGTERM: false,
		handleSIGHUP: false,
	});
	whenEnding(() => browser.close());
	return browser;
}

async function installChromium() {
	if (process.getuid?.() !== 0) {
		throw new Trouble('Chromium is missing.', { advice: 'Install it (Debian: sudo apt-get install -y chromium), then run the command again.' });
	}
	await finished('Reading the list of Debian packages', start('apt-get', ['update', '-q']));
	await finished('Installing Chromium', start('apt-get', ['install', '-y', '-q', 'chromium']));
}
