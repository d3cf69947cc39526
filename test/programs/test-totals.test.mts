import { describe, expect, it } from 'vitest';
import { sumOf, vitestTotals } from '../../programs/test-totals.mjs';

const good = { status: 'passed', assertionResults: [{}] };

describe('vitestTotals', () => {
	it('counts tests', () => {
		const report = {
			numPassedTests: 7,
			numFailedTests: 2,
			testResults: [good, { status: 'failed', assertionResults: [{}] }],
		};
		expect(vitestTotals(report, 1)).toEqual({ passed: 7, failed: 2 });
	});

	it('counts a file that could not be loaded as one failed', () => {
		const report = {
			numPassedTests: 7,
			numFailedTests: 0,
			testResults: [good, { status: 'failed', assertionResults: [] }],
		};
		expect(vitestTotals(report, 1)).toEqual({ passed: 7, failed: 1 });
	});

	it('counts a run that failed without a failed test as one failed', () => {
		expect(vitestTotals({ numPassedTests: 7, numFailedTests: 0, testResults: [good] }, 1)).toEqual({
			passed: 7,
			failed: 1,
		});
	});

	it('counts a missing report as one failed', () => {
		expect(vitestTotals(undefined, 0)).toEqual({ passed: 0, failed: 1 });
	});
});

it('adds totals up', () => {
	expect(
		sumOf([
			{ passed: 1, failed: 0 },
			{ passed: 40, failed: 2 },
		]),
	).toEqual({ passed: 41, failed: 2 });
});
