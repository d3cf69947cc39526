import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './dependencies.mjs';
import { startNode } from './processes.mjs';
import { temporaryFolder } from './temporary-folder.mjs';
import { vitestTotals } from './test-totals.mjs';

/**
 * Runs vitest, shows what it writes, and counts its tests.
 *
 * @param {string[]} [args] e.g. another configuration
 */
export async function runVitest(args = []) {
	const { path: folder } = await temporaryFolder('test');
	// What tests leave in the system's folder for temporary files goes with ours.
	Object.assign(process.env, { TMPDIR: folder, TMP: folder, TEMP: folder });
	const reportFile = join(folder, 'report.json');
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
	const vitest = join(projectRoot, 'node_modules/vitest/vitest.mjs');
	const program = startNode(process.execPath, [vitest, 'run', ...args, ...reporters], { cwd: projectRoot, show: true });
	const exitCode = await program.exited;
	const report = existsSync(reportFile) ? JSON.parse(await readFile(reportFile, 'utf8')) : undefined;
	return vitestTotals(report, exitCode);
}
