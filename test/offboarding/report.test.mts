import { describe, expect, it } from 'vitest';
import type { Status } from '../../cipp/outcome';
import type { Leaver, TaskView } from '../../offboarding/run/leaver';
import type { Proof } from '../../offboarding/steps/vocabulary/proof';
import type { OffboardingOptions } from '../../offboarding/order/order';
import { reportOn, type OffboardingReport } from '../../offboarding/after/report';

const upn = 'adele.vance@contoso.com';
const revoked = `Successfully revoked sessions for ${upn}`;
const notRevoked = `Failed to execute Revoke-CIPPSessions : Failed to revoke sessions for ${upn}. Error: Forbidden`;
const blocked = `Successfully set account enabled state to False for ${upn}`;
const licensesScheduled = `Scheduled license removal for ${upn}. Licenses currently assigned that will be removed: E3.`;

const isTrue: Proof = { verified: true, read: 'as wanted' };
const isFalse: Proof = { verified: false, read: 'not as wanted' };
const cannotBeRead: Proof = { verified: null, read: 'nothing shows it' };
const readingFailed: Proof = { verified: null, read: 'CIPP is down', failed: true };

function taskView(name: string, state: string, said: string[]): TaskView {
	return { id: name, name, state, reference: '', scheduledFor: null, executed: null, said };
}

/** Someone whose offboarding has ended, with these sentences. */
function leaver(
	options: OffboardingOptions,
	said: string[],
	changes: Partial<Leaver> = {},
): Leaver {
	return {
		item: 0,
		tenant: {
			customerId: 't1',
			defaultDomainName: 'contoso.com',
			initialDomainName: 'contoso.onmicrosoft.com',
			displayName: 'Contoso',
		},
		account: {
			id: 'u1',
			userPrincipalName: upn,
			displayName: 'Adele Vance',
			isSynced: false,
			sessionsValidFrom: null,
			passwordChanged: null,
		},
		options,
		reference: 'TICKET-1',
		earlierTasks: [],
		phase: 'finished',
		queueSaid: `Task Offboarding: ${upn} scheduled to run now`,
		refused: null,
		doubt: null,
		misses: 0,
		task: taskView(`Offboarding: ${upn}`, 'Completed', said),
		licenseTask: null,
		licenseTaskFound: null,
		proofs: {},
		readSince: null,
		trouble: null,
		overdue: false,
		submitted: '2026-03-02T09:00:00.000Z',
		finished: '2026-03-02T09:02:00.000Z',
		verified: '2026-03-02T09:02:00.000Z',
		...changes,
	};
}

const report = (person: Leaver): OffboardingReport => reportOn(person);

describe('one step', () => {
	// What CIPP says, what the tenant shows, and what both amount to: for the step, and for the person.
	it.each<[string, string[], string, Proof, Status, Status]>([
		['done', [revoked], 'true', isTrue, 'succeeded', 'succeeded'],
		['done', [revoked], 'false', isFalse, 'failed', 'failed'],
		['done', [revoked], 'not readable', cannotBeRead, 'succeeded', 'succeeded'],
		['done', [revoked], 'not read, because reading failed', readingFailed, 'unknown', 'unknown'],
		['failed', [notRevoked], 'false', isFalse, 'failed', 'failed'],
		['failed', [notRevoked], 'true', isTrue, 'failed', 'failed'],
		['failed', [notRevoked], 'not readable', cannotBeRead, 'failed', 'failed'],
		['partly done', [revoked, notRevoked], 'true', isTrue, 'partial', 'partial'],
		['partly done', [revoked, notRevoked], 'false', isFalse, 'partial', 'partial'],
		['never mentioned', [], 'true', isTrue, 'unknown', 'unknown'],
		['never mentioned', [], 'not readable', cannotBeRead, 'unknown', 'unknown'],
	])('%s %j and %s', (_said, sentences, _shown, proof, outcome, status) => {
		const person = leaver({ RevokeSessions: true }, sentences, {
			proofs: { RevokeSessions: proof },
		});
		const result = report(person);
		expect(result.details).toMatchObject([
			{
				step: 'RevokeSessions',
				outcome,
				said: sentences,
				verified: proof.verified,
				read: proof.read,
			},
		]);
		expect(result.status).toBe(status);
	});

	it('that was never mentioned is no success, whatever the tenant shows', () => {
		for (const proof of [isTrue, isFalse, cannotBeRead, readingFailed]) {
			const result = report(
				leaver({ RevokeSessions: true }, [], { proofs: { RevokeSessions: proof } }),
			);
			expect(result.status).not.toBe('succeeded');
			expect(result.details[0].advice).toContain('never mentioned');
		}
	});

	it('that CIPP calls done and the tenant denies comes with advice', () => {
		const result = report(
			leaver({ RevokeSessions: true }, [revoked], { proofs: { RevokeSessions: isFalse } }),
		);
		expect(result.details[0].advice).toContain('the tenant shows otherwise');
		expect(result.summary).toBe(`${upn} is not fully offboarded. Not done: Revoke Sessions.`);
	});

	it('that fails for a synced account says where it has to be done', () => {
		const warning = `Failed to execute Set-CIPPSignInState : Failed to set sign-in state for ${upn}. Error: WARNING: User ${upn} is AD Sync enabled. Please enable/disable in the local AD.`;
		const person = leaver({ DisableSignIn: true }, [warning]);
		person.account.isSynced = true;
		expect(report(person).details[0]).toMatchObject({
			outcome: 'failed',
			advice: expect.stringContaining('local Active Directory'),
		});
	});
});

describe('one person', () => {
	const both = { RevokeSessions: true, DisableSignIn: true };
	const allTrue = { RevokeSessions: isTrue, DisableSignIn: isTrue };

	it('is offboarded when every step is done and verified', () => {
		const result = report(leaver(both, [revoked, blocked], { proofs: allTrue }));
		expect(result.status).toBe('succeeded');
		expect(result.summary).toBe(`${upn} is offboarded: all 2 steps are done and verified.`);
	});

	it('is offboarded with a word about the steps that nobody can verify', () => {
		const proofs = { ...allTrue, RevokeSessions: cannotBeRead };
		expect(report(leaver(both, [revoked, blocked], { proofs })).summary).toContain(
			'1 of them cannot be verified',
		);
	});

	it.each<[string, string[], Leaver['proofs']]>([
		['one step failed', [notRevoked, blocked], allTrue],
		['one step was never mentioned', [blocked], allTrue],
		[
			'one step is denied by the tenant',
			[revoked, blocked],
			{ ...allTrue, RevokeSessions: isFalse },
		],
	])('is partly offboarded when %s', (_name, said, proofs) => {
		expect(report(leaver(both, said, { proofs })).status).toBe('partial');
	});

	it('is not offboarded when no step is done', () => {
		const proofs = { ...allTrue, DisableSignIn: isFalse };
		expect(report(leaver(both, [notRevoked], { proofs })).status).toBe('failed');
	});

	it('is not plainly offboarded when CIPP tells of a failure that belongs to no step', () => {
		const result = report(
			leaver(both, [revoked, blocked, 'Failed to do something new'], { proofs: allTrue }),
		);
		expect(result).toMatchObject({
			status: 'partial',
			otherMessages: ['Failed to do something new'],
		});
	});

	it('is failed in all steps when CIPP could not start', () => {
		const said = 'Tenant not found';
		const result = report(
			leaver(both, [], { task: taskView('Offboarding', 'Failed', [said]), proofs: allTrue }),
		);
		expect(result.status).toBe('failed');
		expect(result.details.map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
		expect(result.summary).toContain(said);
	});

	it('is failed with the reason when CIPP refused', () => {
		const refused = { message: 'user is required', advice: 'Give a user.' };
		const result = report(leaver(both, [], { refused, task: null }));
		expect(result.status).toBe('failed');
		expect(result.details.map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
		expect(result.summary).toBe(`${upn} was not offboarded: user is required`);
		expect(result.task).toBeNull();
	});

	it('is queued until CIPP has ended', () => {
		for (const phase of ['following', 'licenses', 'reading'] as const) {
			const result = report(leaver(both, [], { phase, task: null, finished: null }));
			expect(result.status).toBe('queued');
			expect(result.details.map(({ outcome }) => outcome)).toEqual(['queued', 'queued']);
		}
	});

	it('is queued for its time, which the summary gives', () => {
		const options = { ...both, Scheduled: { enabled: true, date: 1_772_442_000 } };
		const result = report(leaver(options, [], { phase: 'following', task: null }));
		expect(result.summary).toContain('scheduled for 2026-03-02T09:00:00.000Z');
		expect(result.times.scheduledFor).toBe('2026-03-02T09:00:00.000Z');
	});

	it('is unknown when nobody knows whether CIPP took the order', () => {
		const doubt = { message: 'The line broke', advice: 'Look in CIPP.' };
		const result = report(leaver(both, [], { phase: 'following', task: null, doubt }));
		expect(result.status).toBe('unknown');
		expect(result.summary).toContain('Nobody knows');
	});

	it('is unknown when the time is over, even with a tenant in which all is done', () => {
		const task = taskView(`Offboarding: ${upn}`, 'Processing', []);
		const result = report(leaver(both, [], { overdue: true, task, proofs: allTrue }));
		expect(result.status).toBe('unknown');
		expect(result.summary).toContain(`"Offboarding: ${upn}" is still Processing`);
	});

	it('is unknown, not offboarded, when only the second task is late', () => {
		const result = report(
			leaver({ RevokeSessions: true }, [revoked], {
				overdue: true,
				proofs: { RevokeSessions: isTrue },
			}),
		);
		expect(result.status).toBe('unknown');
	});
});

describe('the removal of licenses', () => {
	const done = taskView(`Remove License: ${upn}`, 'Completed', [
		`Removed directly assigned licenses for ${upn}: E3`,
	]);
	const failed = taskView(`Remove License: ${upn}`, 'Completed', [
		`Could not remove license for ${upn}. Error: denied`,
	]);
	const licenses = (changes: Partial<Leaver>, proof = isTrue) =>
		report(
			leaver({ RemoveLicenses: true }, [licensesScheduled], {
				proofs: { RemoveLicenses: proof },
				...changes,
			}),
		).details[0];

	it('is done when the second task says so and the tenant shows it', () => {
		const step = licenses({ licenseTask: done, licenseTaskFound: true });
		expect(step).toMatchObject({ outcome: 'succeeded', said: [licensesScheduled, ...done.said] });
	});

	it('is not done when the second task failed', () => {
		expect(licenses({ licenseTask: failed, licenseTaskFound: true }, isFalse).outcome).toBe(
			'failed',
		);
	});

	it('is not done when the second task says so and the tenant denies it', () => {
		expect(licenses({ licenseTask: done, licenseTaskFound: true }, isFalse).outcome).toBe('failed');
	});

	it('is not done when CIPP never created the second task', () => {
		const step = licenses({ licenseTaskFound: false }, isFalse);
		expect(step.outcome).toBe('failed');
		expect(step.advice).toContain(`Remove License: ${upn}`);
	});

	it('is unknown while nobody has seen the second task', () => {
		expect(licenses({}).outcome).toBe('unknown');
	});

	it('needs no second task once the account is deleted', () => {
		const deleted = `Successfully deleted user with ID: 'u1' and Username: '${upn}'`;
		const person = leaver(
			{ RemoveLicenses: true, DeleteUser: true },
			[licensesScheduled, deleted],
			{
				proofs: { RemoveLicenses: isTrue, DeleteUser: isTrue },
			},
		);
		expect(report(person).status).toBe('succeeded');
	});
});

describe('a report', () => {
	it('says what was asked in the words of the order', () => {
		const options: OffboardingOptions = {
			forward: { value: 'lee.gu@contoso.com', label: 'Lee' },
			KeepCopy: true,
			AccessAutomap: [{ value: 'lee.gu@contoso.com' }, { value: 'alex.wilber@contoso.com' }],
			DisableSignIn: true,
		};
		expect(
			Object.fromEntries(
				report(leaver(options, [])).details.map(({ step, asked }) => [step, asked]),
			),
		).toEqual({
			forward: { to: 'lee.gu@contoso.com', keepCopy: true },
			AccessAutomap: ['lee.gu@contoso.com', 'alex.wilber@contoso.com'],
			DisableSignIn: true,
		});
	});

	it('holds a password only when it was asked for', () => {
		expect(report(leaver({ ResetPass: true }, []))).not.toHaveProperty('newPassword');
		expect(report(leaver({ ResetPass: true }, [], { newPassword: 'x' })).newPassword).toBe('x');
	});

	it('leaves the sentences with the steps, not with the task', () => {
		const result = report(leaver({ RevokeSessions: true }, [revoked]));
		expect(result.task).toMatchObject({ name: `Offboarding: ${upn}`, state: 'Completed' });
		expect(result.task).not.toHaveProperty('said');
	});

	it.each<[string, OffboardingOptions, boolean, number]>([
		['deleting what was to be shared', { DeleteUser: true, ConvertToShared: true }, false, 1],
		['hiding a synced account', { HideFromGAL: true }, true, 1],
		[
			'clearing the link of a synced account that is deleted',
			{ DeleteUser: true, ClearImmutableId: true },
			true,
			1,
		],
		[
			'nothing of that kind',
			{ DeleteUser: true, HideFromGAL: true, ClearImmutableId: true },
			false,
			0,
		],
	])('warns of %s', (_name, options, isSynced, warnings) => {
		const person = leaver(options, []);
		person.account.isSynced = isSynced;
		expect(report(person).warnings).toHaveLength(warnings);
	});
});

it.each([
	[isTrue, 'succeeded'],
	[cannotBeRead, 'succeeded'],
	[isFalse, 'failed'],
	[readingFailed, 'unknown'],
] as Array<[Proof, Status]>)(
	'a step done by an endpoint of its own counts as it was read',
	(proof, outcome) => {
		const report = reportOn(
			leaver({ RevokeSessions: true }, [], {
				proofs: { RevokeSessions: proof },
				direct: { RevokeSessions: { said: [revoked], outcome: 'succeeded', at: '' } },
			}),
		);
		expect(report.details[0].outcome).toBe(outcome);
	},
);
