import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cachedInstall } from './cached-install.mjs';
import { projectRoot } from './dependencies.mjs';
import { main, Trouble, whenEnding } from './endings.mjs';
import { startNpm } from './npm.mjs';
import { offboardingExample } from './offboarding-example.mjs';
import { finished, start } from './processes.mjs';
import { progress } from './progress.mjs';

// Takes the README's pictures in docs/images: node lab/screenshots.mjs
// Needs Debian's Chromium; as root it installs it itself.

const playwright = 'playwright-core@1.56.1';
const chromium = '/usr/bin/chromium';
const pictures = join(projectRoot, 'docs/images');

main(async () => {
	const { n8n, workflowId, nodes, run } = await offboardingExample();
	const { execution } = await run();
	const page = await browserPage();

	await progress('Taking the pictures', async () => {
		await mkdir(pictures, { recursive: true });
		await signIn(page, n8n);
		await page.goto(`${n8n.address}/workflow/${workflowId}/${nodes[0].id}`);
		await picture(page, 'node.png');
		await page.goto(`${n8n.address}/workflow/${workflowId}/executions/${execution.id}/${nodes[0].id}`);
		await showOutputAsJson(page);
		await picture(page, 'result.png');
	});
});

async function browserPage() {
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
	return await browser.newPage({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 });
}

async function installChromium() {
	if (process.getuid?.() !== 0) {
		throw new Trouble('Chromium is missing.', { advice: 'Install it (Debian: sudo apt-get install -y chromium), then run the command again.' });
	}
	await finished('Reading the list of Debian packages', start('apt-get', ['update', '-q']));
	await finished('Installing Chromium', start('apt-get', ['install', '-y', '-q', 'chromium']));
}

/**
 * @param {any} page
 * @param {import('./n8n-server.mjs').N8n} n8n
 */
async function signIn(page, { address, login }) {
	await page.goto(`${address}/signin`);
	await page.locator('input[type=email], input[name=emailOrLdapLoginId]').first().fill(login.email);
	await page.locator('input[type=password]').fill(login.password);
	await page.keyboard.press('Enter');
	await page.waitForURL((/** @type {URL} */ url) => !url.pathname.includes('signin'));
}

/**
 * Gives the output most of the window, by moving the node's panel aside.
 *
 * @param {any} page
 */
async function showOutputAsJson(page) {
	await page.locator('[data-test-id=output-panel]').getByText('JSON', { exact: true }).click();
	const handle = await page.locator('[data-test-id=panel-drag-button]').boundingBox();
	await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
	await page.mouse.down();
	await page.mouse.move(0, handle.y, { steps: 8 });
	await page.mouse.up();
}

/**
 * @param {any} page
 * @param {string} file
 */
async function picture(page, file) {
	await page.waitForLoadState('networkidle');
	await page.waitForTimeout(2000);
	await page.screenshot({ path: join(pictures, file) });
}
