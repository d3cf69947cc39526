import { describe, expect, it } from 'vitest';
import { offboardingReport, whatIsNotProven } from '../../../lab/demo/offboarding-report.mjs';

const blocked = {
	label: 'Block Sign-In',
	said: ['Successfully disabled alex@contoso.example'],
	outcome: 'succeeded',
	verified: true,
	read: 'Sign-in is blocked',
};
const alex = {
	status: 'succeeded',
	user: { userPrincipalName: 'alex@contoso.example', displayName: 'Alex Wilber' },
	tenant: { defaultDomainName: 'contoso.example', displayName: 'Contoso' },
	details: [blocked],
};

describe('whatIsNotProven', () => {
	it('is nothing when every step of every user succeeded and was verified', () => {
		expect(whatIsNotProven([alex, alex])).toEqual([]);
	});

	it.each([
		['was not verified', { verified: null }, 'succeeded, not verified'],
		['is denied by the reading', { verified: false }, 'succeeded, reads as not done'],
		['failed in CIPP', { outcome: 'failed' }, 'failed, though it reads as done'],
	])('names a step that %s', (_, difference, verdict) => {
		const user = {
			...alex,
			details: [blocked, { ...blocked, label: 'Remove Licenses', ...difference }],
		};
		expect(whatIsNotProven([user])).toEqual([`alex@contoso.example, Remove Licenses: ${verdict}.`]);
	});

	it('names a user whose offboarding as a whole did not succeed', () => {
		expect(whatIsNotProven([{ ...alex, status: 'partial' }])).toEqual([
			'alex@contoso.example: the offboarding as a whole is "partial".',
		]);
	});

	it('does not take silence for success', () => {
		expect(whatIsNotProven([])).toEqual(['The node put out no user.']);
		expect(whatIsNotProven([{ ...alex, details: [] }])).toEqual([
			'alex@contoso.example: no step was reported.',
		]);
		expect(whatIsNotProven([{}])).toHaveLength(2);
	});
});

describe('offboardingReport', () => {
	it('tells the messages of one step apart', () => {
		const groups = { ...blocked, said: ['Removed from A', 'Removed from B'] };
		expect(offboardingReport({ ...alex, details: [groups] })).toMatch(
			/- Removed from A .*\n +- Removed from B/,
		);
	});

	it('shows who, each step with what CIPP said and what is true, and what to do', () => {
		const hidden = {
			...blocked,
			label: 'Hide from GAL',
			said: [],
			outcome: 'unknown',
			verified: null,
			advice: 'Look in CIPP.',
		};
		const report = offboardingReport({
			...alex,
			status: 'partial',
			details: [blocked, hidden],
			warnings: ['Synced user'],
		});

		expect(report).toContain(
			'Alex Wilber (alex@contoso.example) in Contoso (contoso.example): partial',
		);
		expect(report).toMatch(
			/Block Sign-In +Successfully disabled alex@contoso.example +Sign-in is blocked +verified/,
		);
		expect(report).toMatch(/Hide from GAL +nothing +Sign-in is blocked +unknown, not verified/);
		expect(report).toContain('Hide from GAL: Look in CIPP.');
		expect(report).toContain('Warning: Synced user');
	});
});
