import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../offboarding/after/evidence/evidence';
import type { RestorePlan, RestoreResult } from '../../offboarding/restore/shape';
import type { Verification } from '../../offboarding/after/verify-now';
import { adele, megan, useSandbox } from '../offboard-user/offboarding.mts';
import { handOn, reportOf, runOffboarding, writes } from './offboarding-node.mts';

const sandbox = useSandbox();
const run = async (operation: string, parameters: IDataObject, options = {}) =>
	await runOffboarding(sandbox.current, operation, parameters, options);
const start = async (parameters: IDataObject = {}) =>
	await run('start', { userEmail: megan, when: 'now', DisableSignIn: true, ...parameters });
const keepGoing = { node: { onError: 'continueErrorOutput' } };

describe('Verify', () => {
	it('reads a report back later, and fails when someone has undone a step', async () => {
		const done = await start({ RemoveGroups: true });
		const verified = await run('verify', {}, { items: handOn(done) });
		expect(verified.json).toMatchObject([{ verdict: 'verified' }]);

		sandbox.current.tenants.user(megan).accountEnabled = true;
		const again = await run('verify', {}, { items: handOn(done) });
		expect(again.error?.message).toContain('is not as wanted: DisableSignIn');

		const told = await run('verify', { options: { evenIfNot: true } }, { items: handOn(done) });
		expect(told.json).toMatchObject([{ verdict: 'not verified' }]);
	});

	it('also without a report, whoever did it', async () => {
		sandbox.current.tenants.user(adele).accountEnabled = false;
		const result = await run('verifyUser', { userEmail: adele, DisableSignIn: true });

		expect(result.json).toMatchObject([
			{ verdict: 'verified', user: { userPrincipalName: adele } },
		]);
		expect(
			(result.json[0] as unknown as Verification).residual?.left.map(({ kind }) => kind),
		).toContain('group');
	});

	it('says what is missing when the item holds no report', async () => {
		const result = await run('verify', {}, { items: [{ name: 'Megan' }] });
		expect(result.error?.message).toContain('holds no report of an offboarding');
	});
});

describe('the tasks of offboardings', () => {
	const later = { when: 'at', startAt: '2099-01-31T17:00', completion: 'queued' };

	it('are listed, shown, run now and cancelled, each looked at afterwards', async () => {
		const { task } = reportOf(await start(later));
		const id = task!.id;

		const listed = await run('getMany', { options: { phases: ['waiting for its time'] } });
		expect(listed.json).toMatchObject([{ id, user: megan, kind: 'offboarding' }]);
		const shown = await run('get', { offboardingTaskId: id });
		expect(shown.json).toMatchObject([{ id, state: 'Planned' }]);

		const cancelled = await run('cancel', { offboardingTaskId: id });
		expect(cancelled.json).toMatchObject([{ outcome: 'done', after: null }]);
		expect((await run('getMany', {})).json).toEqual([]);
	});

	it('are not started, cancelled or listed at length by a tool that may only read', async () => {
		const tool = { node: { type: 'n8n-nodes-cipp.cippOffboardingTool' } };
		const { task } = reportOf(await start(later));
		sandbox.current.requests.length = 0;

		for (const [operation, parameters] of [
			['start', { userEmail: adele, when: 'now', DisableSignIn: true }],
			['cancel', { offboardingTaskId: task!.id }],
			['restore', { restoreTo: 'rehire' }],
		] as const) {
			const refused = await run(operation, parameters, tool);
			expect(refused.error?.message).toContain('This tool is not allowed to');
		}
		expect(sandbox.current.requests).toEqual([]);

		const row = { Command: 'Invoke-CIPPOffboardingJob', TaskState: 'Completed', Name: 'x' };
		sandbox.current.faults.endpoint('ListScheduledItems', {
			status: 200,
			body: Array.from({ length: 40 }, (_, index) => ({ ...row, RowKey: String(index) })),
		});
		expect((await run('getMany', { options: { kind: 'offboarding' } }, tool)).json).toHaveLength(
			20,
		);
	});

	it('that have ended are not run again', async () => {
		const { task } = reportOf(await start());
		const result = await run('runNow', { offboardingTaskId: task!.id });

		expect(result.error?.message).toContain('has ended: all its steps would run again');
	});

	it('whose removal did not work are not called cancelled', async () => {
		const { task } = reportOf(await start(later));
		sandbox.current.faults.endpoint('RemoveScheduledItem', {
			status: 200,
			body: { Results: 'Task removed successfully.' },
		});
		const result = await run('cancel', { offboardingTaskId: task!.id });

		expect(result.error?.message).toContain('is still there');
	});
});

describe('Retry', () => {
	it('does again only what is open and can pass, and says why about the rest', async () => {
		sandbox.current.faults.step('HideFromGAL', 'fails', { error: 'Server is busy', times: 1 });
		sandbox.current.faults.step('RemoveMFADevices', 'fails', {
			error: 'Insufficient privileges to complete the operation',
			times: 1,
		});
		const order = { HideFromGAL: true, RemoveMFADevices: true };
		const failed = await run(
			'start',
			{ userEmail: megan, when: 'now', DisableSignIn: true, ...order },
			keepGoing,
		);
		sandbox.current.requests.length = 0;

		const retried = await run(
			'retry',
			{},
			{ items: failed.errors.map(({ json }) => json), ...keepGoing },
		);

		const [{ body }] = sandbox.current.requests.filter(
			({ endpoint }) => endpoint === 'ExecOffboardUser',
		);
		expect(body).toMatchObject({ HideFromGAL: true });
		expect(body).not.toHaveProperty('DisableSignIn');
		expect(body).not.toHaveProperty('RemoveMFADevices');
		const report = reportOf(retried);
		expect(report.status).toBe('partial');
		expect(report.retry).toMatchObject([
			{ step: 'DisableSignIn', isRetried: false, kind: null },
			{ step: 'HideFromGAL', isRetried: true, kind: 'transient' },
			{ step: 'RemoveMFADevices', isRetried: false, kind: 'permanent' },
		]);
		expect(report.details.map(({ step, outcome }) => [step, outcome])).toEqual([
			['DisableSignIn', 'succeeded'],
			['HideFromGAL', 'succeeded'],
			['RemoveMFADevices', 'failed'],
		]);
		expect(report.snapshot?.user.accountEnabled).toBe(true);
	});

	it('takes licenses directly where CIPP never made its second task', async () => {
		sandbox.current.faults.step('LicenseTask', 'notCreated', { times: 1 });
		const failed = await run(
			'start',
			{ userEmail: megan, when: 'now', RemoveLicenses: true },
			keepGoing,
		);
		expect(reportOf(failed).status).not.toBe('succeeded');
		sandbox.current.requests.length = 0;

		const retried = await run(
			'retry',
			{ options: { licensesDirectly: true } },
			{ items: failed.errors.map(({ json }) => json) },
		);

		expect(writes(sandbox.current)).toEqual(['ExecBulkLicense']);
		expect(reportOf(retried)).toMatchObject({ status: 'succeeded' });
	});

	it('takes admin roles away, which no offboarding of CIPP does', async () => {
		const tenant = sandbox.current.tenants.named('contoso.example');
		const role = tenant.roles.find(({ displayName }) => displayName === 'Exchange Administrator')!;
		role.members.push(sandbox.current.tenants.user(megan).id);
		const done = await start();

		const retried = await run(
			'retry',
			{ options: { removeAdminRoles: true } },
			{ items: handOn(done) },
		);

		expect(reportOf(retried)).toMatchObject({
			status: 'succeeded',
			adminRoles: [{ name: role.displayName, outcome: 'succeeded', verified: true }],
		});
		expect(role.members).not.toContain(sandbox.current.tenants.user(megan).id);
	});
});

describe('a name that has gone to someone else since', () => {
	/** Megan gets another name, and Adele gets hers. */
	const swapNames = () => {
		const [old, heir] = [megan, adele].map((name) => sandbox.current.tenants.user(name));
		old.userPrincipalName = 'megan.b@contoso.example';
		heir.userPrincipalName = megan;
		return { old, heir };
	};
	const offboarded = () =>
		sandbox.current.requests
			.filter(({ endpoint }) => endpoint === 'ExecOffboardUser')
			.flatMap(({ body }) => (body as { user: Array<{ value: string }> }).user)
			.map(({ value }) => value);

	it('is not followed by a retry: it stays with the person', async () => {
		sandbox.current.faults.step('HideFromGAL', 'fails', { times: 1 });
		const failed = await run(
			'start',
			{ userEmail: megan, when: 'now', HideFromGAL: true },
			keepGoing,
		);
		const { heir } = swapNames();
		sandbox.current.requests.length = 0;

		await run('retry', {}, { items: failed.errors.map(({ json }) => json), ...keepGoing });

		expect(offboarded()).toEqual(['megan.b@contoso.example']);
		expect(heir.mailbox?.hiddenFromAddressLists).toBe(false);
	});

	it('stops a restore that was previewed before', async () => {
		const done = await start({ HideFromGAL: true });
		const preview = await run('planRestore', { restoreTo: 'rehire' }, { items: handOn(done) });
		swapNames();
		sandbox.current.requests.length = 0;

		const restored = await run('restore', { restoreTo: 'rehire' }, { items: handOn(preview) });

		expect(restored.error?.message).toContain('has been renamed to megan.b@contoso.example');
		expect(writes(sandbox.current)).toEqual([]);
	});

	it('does not let the snapshot of one prove the offboarding of another', async () => {
		const [report] = handOn(await start());
		const [other] = handOn(await run('snapshot', { userEmail: adele }));
		const mixed = [{ report: { ...report, snapshot: other } }];

		const verified = await run('verify', {}, { items: mixed });

		expect(verified.error?.message).toContain(`The snapshot is of ${adele}`);
	});
});

it('a tenant that CIPP no longer manages is not waited for', async () => {
	sandbox.current.clock.speed = 0;
	const queued = await start({ completion: 'queued' });
	sandbox.current.clock.speed = 1_200;
	sandbox.current.tenants.named('contoso.example').excluded = true;

	const waited = await run('wait', {}, { items: handOn(queued) });

	expect(waited.error?.message).toContain('CIPP manages no tenant');
});

describe('an admin role that was to go', () => {
	/** Megan holds a role, and CIPP refuses to take it. */
	const startWithRole = async () => {
		const tenant = sandbox.current.tenants.named('contoso.example');
		const role = tenant.roles.find(({ displayName }) => displayName === 'Exchange Administrator')!;
		const { id } = sandbox.current.tenants.user(megan);
		role.members.push(id);
		sandbox.current.faults.endpoint('ExecRemoveAdminRole', {
			status: 500,
			body: 'Failed to do it',
		});
		const result = await run(
			'start',
			{ userEmail: megan, when: 'now', DisableSignIn: true, options: { removeAdminRoles: true } },
			keepGoing,
		);
		return { role, id, items: result.errors.map(({ json }) => json) };
	};
	const evidenceOf = async (items: IDataObject[]) =>
		(await run('createEvidence', { caseId: 'HR-1' }, { items })).json[0] as unknown as Evidence;

	it('keeps the record from being complete, and is not forgotten by a retry', async () => {
		const { items } = await startWithRole();
		expect(await evidenceOf(items)).toMatchObject({
			result: 'incomplete',
			summary: expect.stringContaining('admin role Exchange Administrator') as string,
		});

		const retried = await run('retry', {}, { items, ...keepGoing });
		expect(reportOf(retried)).toMatchObject({
			status: 'partial',
			adminRoles: [{ name: 'Exchange Administrator' }],
		});
	});

	it('is looked at by Verify, and settled once it is gone', async () => {
		const { items, role, id } = await startWithRole();
		const denied = await run('verify', {}, { items });
		expect(denied.error?.message).toContain('admin role Exchange Administrator');

		role.members = role.members.filter((member) => member !== id);
		const verified = await run('verify', {}, { items });
		expect(verified.json).toMatchObject([{ verdict: 'verified' }]);
		expect(await evidenceOf(verified.json)).toMatchObject({ result: 'complete' });
	});
});

describe('Restore Access', () => {
	it('previews, restores what can come back, and says what cannot', async () => {
		const done = await start({ RemoveGroups: true, RemoveRules: true });
		const preview = await run('planRestore', { restoreTo: 'rehire' }, { items: handOn(done) });
		const plan = preview.json[0] as unknown as RestorePlan;
		expect(plan.steps.map(({ part }) => part)).toEqual(
			expect.arrayContaining(['account', 'groups']),
		);
		expect(plan.cannot.length).toBeGreaterThan(0);

		const restored = await run('restore', { restoreTo: 'rehire' }, { items: handOn(preview) });

		expect((restored.json[0] as unknown as RestoreResult).status).toBe('succeeded');
		expect(sandbox.current.tenants.user(megan).accountEnabled).toBe(true);
	});

	it('fails when a step cannot be restored, and keeps what was done', async () => {
		const done = await start({ RemoveGroups: true });
		sandbox.current.faults.endpoint('EditGroup', {
			status: 200,
			body: { Results: ['Error - no'] },
		});
		const restored = await run(
			'restore',
			{ restoreTo: 'rehire' },
			{ items: handOn(done), ...keepGoing },
		);

		const [{ json }] = restored.errors;
		expect(json.error).toContain('steps failed');
		expect((json.details as unknown as RestoreResult).steps[0]).toMatchObject({ outcome: 'done' });
	});
});

describe('Create Evidence', () => {
	it('makes a chain of records with files from what the operations before put out', async () => {
		const done = [await start(), await start({ userEmail: adele })].flatMap(handOn);
		const verified = await run('verify', {}, { items: done });
		const result = await run(
			'createEvidence',
			{
				caseId: 'HR-1',
				options: {
					formats: ['csv', 'page'],
					approvedBy: 'HR',
					deadline: '2099-01-01T09:00',
					evidenceZone: 'Europe/Berlin',
				},
			},
			{ items: handOn(verified) },
		);

		const [first, second] = result.json as unknown as Evidence[];
		expect(first).toMatchObject({
			result: 'complete',
			subject: { userPrincipalName: megan },
			responsible: { approved: { name: 'HR' } },
			deadline: { met: true, at: '2099-01-01T08:00:00.000Z' },
			licensesReclaimed: [],
			integrity: { previous: null },
		});
		expect(second.integrity.previous).toBe(first.integrity.hash);
		const page = Buffer.from(result.items[0].binary!.page.data, 'base64').toString();
		expect(page).toContain('Megan Bowen');
		expect(result.items[0].binary!.csv.mimeType).toBe('text/csv');
		expect(sandbox.current.requests.at(-1)!.endpoint).not.toBe('ExecOffboardUser');
	});
});
