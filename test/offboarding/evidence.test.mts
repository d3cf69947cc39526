import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson, hashOf } from '../../offboarding/canonical-json';
import {
	createEvidence,
	evidenceJson,
	type EvidenceInput,
} from '../../offboarding/after/evidence/evidence';
import { isUnchanged, verifyChain } from '../../offboarding/after/evidence/evidence-chain';
import { evidenceCsv } from '../../offboarding/after/evidence/evidence-csv';
import { evidencePage } from '../../offboarding/after/evidence/evidence-page';
import { look } from '../../offboarding/run/follow';
import { reportOn, type OffboardingReport } from '../../offboarding/after/report';
import { takeSnapshot, type Snapshot } from '../../offboarding/person/snapshot';
import { claimOf, verifyNow, type Verification } from '../../offboarding/after/verify-now';
import { adele, alex, connect, megan } from './sandbox-send.mts';
import { started } from './started.mts';
import { InvalidOrder } from '../../offboarding/invalid-order';

const premium = 'cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46';
const phone = 'e43b5b99-8dfb-405f-9987-dc307f34bcbd';

let snapshot: Snapshot;
let report: OffboardingReport;
let verification: Verification;
let now: Date;

beforeAll(async () => {
	const cipp = await connect();
	const { sandbox, send, clock, tenant } = cipp;
	snapshot = await takeSnapshot(tenant(), megan, send, clock);
	sandbox.clock.advance(60_000);
	const options = {
		ResetPass: true,
		DisableSignIn: true,
		HideFromGAL: true,
		RemoveGroups: true,
		RemoveRules: true,
		removeCalendarInvites: true,
		AccessAutomap: [{ value: adele }],
		ConvertToShared: true,
		RemoveLicenses: true,
	};
	const how = { keepPassword: true };
	const leavers = await started(cipp, { users: [megan], options, reference: 'CASE-7', how });
	for (let looks = 0; looks < 4; looks += 1) {
		sandbox.clock.advance(10 * 60_000);
		await look(leavers, send, clock, { maximumMisses: 5, settleMilliseconds: 0 });
	}
	report = reportOn(leavers[0]);
	expect(report.newPassword).toBeTruthy();
	verification = await verifyNow(claimOf(report, snapshot), send, clock);
	now = clock.now();
});

const evidence = (more: Partial<EvidenceInput> = {}) =>
	createEvidence(
		{
			caseId: 'CASE-7',
			ticket: '4711',
			report,
			snapshot,
			verification,
			requested: { name: 'Alex Wilber', at: '2025-03-03T08:00:00Z' },
			approved: { name: 'Miriam Graham', at: '2025-03-03T08:30:00Z', reference: 'approval 12' },
			executed: { name: 'Offboarding workflow', reference: 'execution 99' },
			...more,
		},
		now,
	);
const stepOf = (name: string, more: Partial<EvidenceInput> = {}) =>
	evidence(more).steps.find(({ step }) => step === name);

describe('evidence', () => {
	it('says per step what was, what is, how and when that was read', () => {
		expect(stepOf('DisableSignIn')).toEqual({
			step: 'DisableSignIn',
			label: 'Block Sign-In',
			asked: true,
			before: 'sign-in allowed',
			after: 'accountEnabled is false',
			said: [`Successfully set account enabled state to False for ${megan}`],
			verdict: 'verified',
			verifiedAt: verification.verifiedAt,
			how: 'read in the tenant, later',
			waived: null,
		});
		expect(stepOf('RemoveGroups')?.before).toBe(
			'4 groups: All Company, Campaign Editors, Confidential Mail, Marketing Team',
		);
		expect(stepOf('removeCalendarInvites')).toMatchObject({
			verdict: 'acknowledged only',
			how: "by CIPP's word only",
		});
		expect(evidence()).toMatchObject({
			result: 'complete',
			subject: { userPrincipalName: megan, manager: `Alex Wilber (${alex})` },
			responsible: { approved: { name: 'Miriam Graham', reference: 'approval 12' } },
		});
	});

	it('holds no password, even though report and CIPP had one', () => {
		const all = [
			evidenceJson(evidence()),
			evidencePage(evidence()),
			evidenceCsv([evidence()]),
		].join();
		expect(all).not.toContain(report.newPassword);
		expect(all).toContain('[hidden]');
	});

	it('takes a password out of whatever text comes in', () => {
		const warnings = ['The new password is Winter-2025!'];
		expect(evidence({ report: { ...report, warnings } }).warnings).toEqual([
			'The new password is [hidden]',
		]);
	});

	it('believes a later look over the report', () => {
		const steps = verification.steps.map((step) =>
			step.step === 'DisableSignIn'
				? { ...step, verdict: 'not verified' as const, read: 'accountEnabled is true' }
				: step,
		);
		const later = evidence({ verification: { ...verification, steps } });
		expect(later.steps.find(({ step }) => step === 'DisableSignIn')).toMatchObject({
			verdict: 'failed',
			after: 'accountEnabled is true',
		});
		expect(later).toMatchObject({ result: 'incomplete', times: { lockedOut: null } });
	});

	it('lets a step go when someone answers for it, but not one that is done', () => {
		const steps = verification.steps.map((step) => ({ ...step, verdict: 'not verified' as const }));
		const waived = ['RemoveRules', 'HideFromGAL'].map((step) => ({
			step: step as 'RemoveRules',
			by: 'Miriam Graham',
			reason: 'kept for the audit',
		}));
		const failed = { verification: { ...verification, steps } };
		expect(stepOf('RemoveRules', failed)?.verdict).toBe('failed');
		expect(stepOf('RemoveRules', { ...failed, waived })).toMatchObject({
			verdict: 'waived',
			waived: { reason: 'kept for the audit' },
		});
		expect(stepOf('RemoveRules', { waived })?.verdict).toBe('verified');
	});

	it.each([
		['2025-03-03T12:03:30Z', true, 'met with 3 hours to spare'],
		['2025-03-04T09:04:30Z', true, 'met with 1 day 1 minute to spare'],
		['2025-03-03T08:33:00Z', false, 'missed by 31 minutes'],
	])('measures the lock-out against a deadline at %s', (deadline, met, verdict) => {
		expect(evidence({ deadline }).times.lockedOut?.utc).toBe('2025-03-03T09:03:21.000Z');
		expect(evidence({ deadline }).deadline).toMatchObject({ met, verdict });
	});

	it('does not move the lock-out because someone looks again much later', () => {
		const late = { verification: { ...verification, verifiedAt: '2025-04-03T09:00:00.000Z' } };
		expect(evidence(late).times.lockedOut?.utc).toBe('2025-03-03T09:03:21.000Z');
		const details = report.details.map((detail) => ({ ...detail, said: [] }));
		const unsaid = { ...late, report: { ...report, details } };
		expect(evidence(unsaid).times.lockedOut?.utc).toBe(report.times.verified);
	});

	it('does not call a deadline met that nobody can prove', () => {
		const details = report.details.filter(({ step }) => step !== 'DisableSignIn');
		const without = { report: { ...report, details }, verification: null };
		const judge = (deadline: string) => evidence({ ...without, deadline }).deadline?.met;
		expect(judge('2025-03-03T09:00:00Z')).toBe(false);
		expect(judge('2025-03-04T09:00:00Z')).toBeNull();
	});

	it('shows local time beside UTC, across a change of daylight-saving time', () => {
		const timeZone = 'America/Los_Angeles';
		const localOf = (left: string) => evidence({ left, timeZone }).times.left?.local;
		expect(localOf('2025-03-09T09:59:00Z')).toBe('2025-03-09 01:59 (America/Los_Angeles)');
		expect(localOf('2025-03-09T10:00:00Z')).toBe('2025-03-09 03:00 (America/Los_Angeles)');
	});

	it('counts the licences that came back and what they save', () => {
		const prices = {
			[premium]: { amount: 22.1, currency: 'USD' },
			[phone]: { amount: 8.2, currency: 'USD' },
		};
		expect(evidence({ prices })).toMatchObject({
			licensesReclaimed: [{ skuId: premium, price: { amount: 22.1 } }, { skuId: phone }],
			saving: { USD: 30.3 },
		});
		expect(evidence({ snapshot: null }).licensesReclaimed).toBeNull();
	});

	it('counts no licence that is still there', () => {
		const steps = verification.steps.map((step) => ({ ...step, verdict: 'not verified' as const }));
		const residual = {
			left: [
				{ kind: 'license' as const, name: 'Microsoft Teams Phone Standard', why: '', cure: '' },
			],
			notRead: [],
		};
		const some = evidence({ verification: { ...verification, steps, residual } });
		expect(some.licensesReclaimed).toMatchObject([{ skuId: premium }]);
		const unread = { left: [], notRead: [{ what: 'licenses', notRead: 'no' }] };
		const none = evidence({ verification: { ...verification, steps, residual: unread } });
		expect(none.licensesReclaimed).toEqual([]);
	});

	it('says so when one person asked, approved and did it', () => {
		const one = { name: 'Nestor Wilke' };
		expect(evidence({ requested: one, approved: one, executed: one }).notes).toEqual(
			expect.arrayContaining([
				'The person who asked also approved.',
				'The person who approved also executed.',
			]),
		);
		expect(evidence().notes.join()).not.toContain('also');
	});

	it.each<[string, Partial<EvidenceInput>]>([
		['caseId', { caseId: ' ' }],
		['deadline', { deadline: 'Friday' }],
		['timeZone', { timeZone: 'Mars/Olympus' }],
		['prices', { prices: { [premium]: { amount: -1, currency: 'USD' } } }],
	])('is refused with a wrong %s', (field, more) => {
		expect(() => evidence(more)).toThrow(InvalidOrder);
		expect(() => evidence(more)).toThrow(expect.objectContaining({ field }));
	});

	it('is refused when the snapshot is of someone else', () => {
		const other = { ...snapshot, user: { ...snapshot.user, id: 'other' } };
		expect(() => evidence({ snapshot: other })).toThrow(/snapshot is of/);
	});
});

describe('canonical JSON', () => {
	it('is the one of RFC 8785', () => {
		// The RFC's own example of sorting, section 3.2.3, and of numbers and strings, 3.2.2.
		expect(
			canonicalJson({
				'\u20ac': 'Euro Sign',
				'\r': 'Carriage Return',
				'\ufb33': 'Hebrew Letter Dalet With Dagesh',
				'1': 'One',
				'\ud83d\ude00': 'Emoji: Grinning Face',
				'\u0080': 'Control',
				'\u00f6': 'Latin Small Letter O With Diaeresis',
			}),
		).toBe(
			'{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign","\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
		);
		expect(
			canonicalJson({
				numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
				string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
				literals: [null, true, false],
			}),
		).toBe(
			'{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
		);
	});

	it('does not depend on the order of keys, and has no place for NaN', () => {
		expect(hashOf({ a: 1, b: { d: 2, c: 3 } })).toBe(hashOf({ b: { c: 3, d: 2 }, a: 1 }));
		expect(hashOf({ a: 1 })).toBe(createHash('sha256').update('{"a":1}').digest('hex'));
		expect(() => canonicalJson({ a: Number.NaN })).toThrow(RangeError);
	});
});

describe('the chain of records', () => {
	const chain = () => {
		const first = evidence();
		const second = evidence({ caseId: 'CASE-8', previous: first.integrity.hash });
		const third = evidence({ caseId: 'CASE-9', previous: second.integrity.hash });
		return [first, second, third];
	};

	it('holds after it was stored', () => {
		const stored = JSON.parse(JSON.stringify(chain()));
		expect(verifyChain(stored)).toEqual({
			isIntact: true,
			last: stored[2].integrity.hash,
			problems: [],
		});
		expect(isUnchanged(JSON.parse(evidenceJson(stored[0])))).toBe(true);
	});

	it('shows a record that was changed', () => {
		const records = chain();
		records[1].steps[0].verdict = 'failed';
		expect(verifyChain(records).problems).toEqual([
			{ index: 1, caseId: 'CASE-8', problem: 'was changed after it was made' },
		]);
	});

	it('shows a record that was changed and hashed anew', () => {
		const records = chain();
		records[1] = evidence({ caseId: 'CASE-X', previous: records[0].integrity.hash });
		expect(verifyChain(records).problems).toMatchObject([{ index: 2 }]);
	});

	it('shows one that is missing, moved or without a hash', () => {
		const [first, second, third] = chain();
		expect(verifyChain([first, third]).problems).toMatchObject([{ index: 1 }]);
		expect(verifyChain([second, first, third]).isIntact).toBe(false);
		expect(
			verifyChain([first, { ...second, integrity: undefined as never }]).problems,
		).toMatchObject([{ index: 1, problem: 'has no hash' }]);
		expect(verifyChain([second, third], first.integrity.hash).isIntact).toBe(true);
	});
});

describe('the CSV', () => {
	it('has a header and a row for each record', () => {
		const lines = evidenceCsv([evidence(), evidence({ caseId: 'CASE-8' })]).split('\r\n');
		expect(lines).toHaveLength(4);
		const [header, row] = lines.map((line) => line.split(','));
		expect(row[header.indexOf('case_id')]).toBe('CASE-7');
		expect(row[header.indexOf('user_principal_name')]).toBe(megan);
		expect(row[header.indexOf('hash')]).toBe(evidence().integrity.hash);
		expect(row.length).toBe(header.length);
	});

	it('quotes what has to be quoted, and runs nothing in a spreadsheet', () => {
		const csv = (caseId: string) =>
			evidenceCsv([evidence({ caseId })])
				.split('\r\n')
				.slice(1)
				.join('\r\n');
		expect(csv('a,b')).toMatch(/^"a,b",/);
		expect(csv('a "b"')).toMatch(/^"a ""b""",/);
		expect(csv('a\nb')).toMatch(/^"a\nb",/);
		for (const text of ['=1+1', '+1', '-1', '@sum', '\tx', ' =1']) {
			expect(csv(text).startsWith(`'${text}`)).toBe(true);
		}
		expect(csv('=HYPERLINK("x")')).toMatch(/^"'=HYPERLINK\(""x""\)",/);
	});

	it('keeps a negative number a number', () => {
		const [header, row] = evidenceCsv([evidence({ deadline: '2025-03-03T08:33:00Z' })])
			.split('\r\n')
			.map((line) => line.split(','));
		expect(row[header.indexOf('minutes_to_spare')]).toBe('-31');
	});
});

describe('the page', () => {
	it('is complete in itself and runs nothing', () => {
		const page = evidencePage(evidence({ deadline: '2025-03-03T12:03:30Z' }));
		expect(page).not.toMatch(/<script|<link|<img|<iframe|javascript:|url\(|@import|\son\w+=/i);
		expect(page).toContain("default-src 'none'");
		expect(page).toContain('met with 3 hours to spare');
		expect(page).toContain(evidence({ deadline: '2025-03-03T12:03:30Z' }).integrity.hash);
	});

	it('shows whatever came in as text', () => {
		const hostile = `<script>alert("1")</script>&'`;
		const named = { name: hostile };
		const record = evidence({
			caseId: hostile,
			ticket: hostile,
			requested: named,
			report: {
				...report,
				user: { ...report.user, displayName: hostile },
				warnings: [hostile],
				details: report.details.map((detail) => ({ ...detail, label: hostile, read: hostile })),
			},
			verification: null,
		});
		const page = evidencePage(record);
		expect(page).not.toContain('<script');
		expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;');
		expect(page.match(/</g)?.length).toBe(page.replaceAll('&lt;', '').match(/</g)?.length);
	});

	it('says verdicts in words and not by colour', () => {
		const page = evidencePage(evidence());
		expect(page).toContain('&#10003; verified');
		expect(page).toContain('&#9675; acknowledged only');
		const colours = [...page.matchAll(/(?<!&)#[0-9a-f]{3,6}\b(?=[;\s}])/gi)].map(
			([colour]) => colour,
		);
		expect(new Set(colours)).toEqual(new Set(['#fff', '#000', '#777', '#333']));
	});
});
