import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startBrowser } from './screenshots/browser.mjs';
import { projectRoot } from '../programs/dependencies.mjs';
import { main, Trouble } from '../programs/endings.mjs';
import { evidenceOnPaper } from './screenshots/evidence-on-paper.mjs';
import { offboardingExample } from './demo/offboarding-example.mjs';
import { fromPlanToEvidence, runFromPlanToEvidence } from './demo/plan-to-evidence.mjs';
import { progress } from '../programs/progress.mjs';

// Takes the pictures in docs/images: node lab/screenshots.mjs
// Needs Debian's Chromium; as root it installs it itself. Fails when the evidence page is not one page of A4 that
// reads the same without colour.

const pictures = join(projectRoot, 'docs/images');

main(async () => {
	// Evidence holds times of CIPP beside times of n8n, so both clocks go alike until its picture is taken.
	const { n8n, sandbox, workflowId, nodes, run } = await offboardingExample({ speed: 1 });
	const planned = await progress(`Running ${fromPlanToEvidence} in n8n`, async () => {
		const running = runFromPlanToEvidence(n8n);
		await whenTheJobIsOver(sandbox);
		await steerClock(sandbox, { advanceSeconds: 30 * 60 });
		return await running;
	});
	await mkdir(pictures, { recursive: true });
	const browser = await startBrowser();
	const page = await browser.newPage({ viewport: { width: 1440, height: 1200 }, deviceScaleFactor: 1 });
	await progress('Taking the pictures of plan and evidence', async () => {
		await signIn(page, n8n);
		await page.goto(`${n8n.address}/workflow/${planned.workflowId}/executions/${planned.execution.id}/${planned.planId}`);
		await showOutputAsJson(page);
		await fold(page, ['tenant', 'choices', 'options', 'when', 'request', 'snapshot']);
		await picture(page, 'plan.png');
		const html = await fileOf(page, n8n, planned.execution, 'Create Evidence', 'page');
		await evidenceOnPaper(browser, html, join(pictures, 'evidence.png'));
	});

	await fetch(`${sandbox.url}/sandbox/reset`, { method: 'POST' });
	await steerClock(sandbox, { speed: 600 });
	const { execution } = await run();
	await progress('Taking the pictures of an offboarding', async () => {
		await page.setViewportSize({ width: 1440, height: 900 });
		await page.goto(`${n8n.address}/workflow/${workflowId}/${nodes[0].id}`);
		await picture(page, 'node.png');
		await page.goto(`${n8n.address}/workflow/${workflowId}/executions/${execution.id}/${nodes[0].id}`);
		await showOutputAsJson(page);
		await picture(page, 'result.png');
	});
});

/**
 * The licences go in a second task, a quarter of an hour later: nobody waits for that here.
 *
 * @param {import('./demo/sandbox-process.mjs').Sandbox} sandbox
 */
async function whenTheJobIsOver({ url }) {
	for (let looks = 0; looks < 120; looks += 1) {
		const answer = await fetch(`${url}/sandbox/tasks`);
		const tasks = /** @type {any[]} */ (await answer.json());
		if (tasks.some(({ command, state }) => command === 'Invoke-CIPPOffboardingJob' && state === 'Completed')) return;
		await sleep(1000);
	}
	throw new Trouble('The sandbox has not ended the offboarding within two minutes.');
}

/**
 * @param {import('./demo/sandbox-process.mjs').Sandbox} sandbox
 * @param {{ speed?: number, advanceSeconds?: number }} clock
 */
async function steerClock({ url }, clock) {
	const headers = { 'content-type': 'application/json' };
	await fetch(`${url}/sandbox/clock`, { method: 'POST', headers, body: JSON.stringify(clock) });
}

/**
 * A file that a node put out, as text. n8n keeps files beside the execution.
 *
 * @param {any} page
 * @param {import('./n8n/n8n-server.mjs').N8n} n8n
 * @param {import('./n8n/n8n-workflows.mjs').Execution} execution
 * @param {string} node
 * @param {string} field
 */
async function fileOf(page, { address }, execution, node, field) {
	const { id, data } = execution.data.resultData.runData[node][0].data.main[0][0].binary[field];
	if (!id) return Buffer.from(data, 'base64').toString();
	const answer = await page.request.get(`${address}/rest/binary-data`, { params: { id, action: 'download' } });
	if (!answer.ok()) throw new Trouble(`n8n does not give out the file: status ${answer.status()}.`);
	return await answer.text();
}

/**
 * @param {any} page
 * @param {import('./n8n/n8n-server.mjs').N8n} n8n
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
 * Folds parts of the shown JSON, so that the rest fits into the picture.
 *
 * @param {any} page
 * @param {string[]} names
 */
async function fold(page, names) {
	const tree = page.locator('[data-test-id=output-panel] .vjs-tree');
	await tree.first().waitFor();
	for (const name of names) {
		const row = tree.locator('.vjs-tree-node').filter({ has: page.locator('.vjs-key', { hasText: new RegExp(`^"?${name}"?:?\\s*$`) }) });
		if ((await row.count()) === 0) continue;
		await row.first().locator('.vjs-tree-brackets').first().click();
	}
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
