import { writeFile } from 'node:fs/promises';

/** @typedef {{ passed: number, failed: number }} Totals */

/**
 * What vitest's JSON report and exit code add up to. Tests count one each; so does a file that could not be
 * loaded, and a run that failed without a failed test.
 *
 * @param {VitestReport | undefined} report nothing when vitest left none
 * @param {number} exitCode
 * @returns {Totals}
 *
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} VitestReport
 */
export function vitestTotals(report, exitCode) {
	if (!report) return { passed: 0, failed: 1 };
	const notLoaded = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
	const failed = report.numFailedTests + notLoaded.length;
	return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

/** @param {Totals[]} totals */
export function sumOf(totals) {
	return {
		passed: totals.reduce((sum, { passed }) => sum + passed, 0),
		failed: totals.reduce((sum, { failed }) => sum + failed, 0),
	};
}

/**
 * Says the totals in a line of their own, or hands them to whoever started this and adds them up.
 *
 * @param {Totals} totals
 * @returns {Promise<number>} the exit code
 */
export async function announce({ passed, failed }) {
	if (process.env.TEST_TOTALS_FILE) await writeFile(process.env.TEST_TOTALS_FILE, `${passed} ${failed}\n`);
	else console.log(`\n${passed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
}
