import type { IDataObject } from 'n8n-workflow';
import { expect, it } from 'vitest';
import type { Evidence } from '../../../offboarding/after/evidence/evidence';
import type { Snapshot, SnapshotLicense } from '../../../offboarding/person/snapshot-shape';
import {
	alex,
	asItems,
	handOn,
	megan,
	named,
	remarks,
	reportOf,
	stepOf,
	toErrorOutput,
	useNode,
} from './playing.mts';

const { sandbox, run, start, plan, report, verify, sent, changes, user, contoso, group } =
	useNode();
const liam = named("liam.o'brien");
const henrietta = named('henrietta.mueller');

/** Both tasks of CIPP have begun by then. */
async function startAndPassHalfAnHour(parameters: IDataObject) {
	sandbox.current.clock.speed = 0;
	const queued = await start({ ...parameters, completion: 'queued' });
	sandbox.current.clock.advance(30 * 60_000);
	sandbox.current.clock.speed = 1200;
	return queued;
}

it('pain 9: licenses are not taken while the mailbox is not converted, also not directly', async () => {
	sandbox.current.faults.step('ConvertToShared', 'fails', {
		error: 'The mailbox is still being converted',
		times: 1,
	});
	sandbox.current.faults.step('LicenseTask', 'notCreated', { times: 1 });
	const failed = await report({ ConvertToShared: true, RemoveLicenses: true });
	expect(failed.status).toBe('failed');
	sandbox.current.requests.length = 0;

	const retried = await run('retry', { options: { licensesDirectly: true } }, asItems(failed));

	expect(changes()).toEqual(['ExecOffboardUser']);
	expect(sent()[0]).toMatchObject({ ConvertToShared: true, RemoveLicenses: true });
	expect(reportOf(retried).status).toBe('succeeded');
	expect(user(megan)).toMatchObject({ directLicenses: [], mailbox: { type: 'SharedMailbox' } });
});

it('pain 9: a license refused because of the conversion is tried again as what passes', async () => {
	sandbox.current.faults.step('LicenseTask', 'fails', {
		error: 'Could not remove license as the users mailbox is still being converted',
		times: 1,
	});
	const failed = await report({ ConvertToShared: true, RemoveLicenses: true });
	expect(stepOf(failed, 'RemoveLicenses')).toMatchObject({ outcome: 'failed', verified: false });

	const retried = reportOf(await run('retry', {}, asItems(failed)));

	expect(retried.retry).toMatchObject([
		{ step: 'ConvertToShared', isRetried: false },
		{ step: 'RemoveLicenses', isRetried: true, kind: 'transient' },
	]);
	expect(retried.status).toBe('succeeded');
});

it('pain 10: the second task, minutes later, is followed before anything is called done', async () => {
	const { task, licenseTask, details } = await report({ RemoveLicenses: true });

	expect(task?.state).toBe('Completed');
	expect(licenseTask).toMatchObject({ name: `Remove License: ${megan}`, state: 'Completed' });
	const minutes = (time: string) => Date.parse(time) / 60_000;
	expect(minutes(licenseTask!.executed!)).toBeGreaterThan(minutes(task!.executed!) + 1);
	// CIPP's timer goes off on full quarters of an hour.
	expect(minutes(licenseTask!.executed!) % 15).toBe(0);
	expect(details[0]).toMatchObject({ verified: true, read: 'assignedLicenses is empty' });
});

it('pain 10: a finished first task does not make up for a second one that hangs', async () => {
	sandbox.current.faults.step('LicenseTask', 'hangs');
	const queued = await startAndPassHalfAnHour({ DisableSignIn: true, RemoveLicenses: true });

	const left = reportOf(
		await run('wait', { offboardOptions: { giveUpAfter: 0.01 } }, { items: handOn(queued) }),
	);

	expect(left.task?.state).toBe('Completed');
	expect(left.status).toBe('partial');
	expect(left.summary).toContain(`"Remove License: ${megan}" is still Running`);
});

it('pain 11: a task of the same name that is stuck is found before, and the licenses go without it', async () => {
	sandbox.current.faults.step('LicenseTask', 'hangs', { times: 1 });
	await startAndPassHalfAnHour({ RemoveLicenses: true });

	expect(remarks((await plan({ RemoveLicenses: true })).warnings).licenseTaskClash).toMatch(
		/has "Remove License: .*" already \(Running\) and creates no second one.*Remove that task first/,
	);
	const second = await report({
		RemoveLicenses: true,
		reference: 'AGAIN',
		offboardOptions: { giveUpAfter: 0.02 },
	});
	expect(second.status).not.toBe('succeeded');
	expect(stepOf(second, 'RemoveLicenses').said[0]).toContain('Scheduled license removal');

	const retried = await run('retry', { options: { licensesDirectly: true } }, asItems(second));
	expect(reportOf(retried).status).toBe('succeeded');
	expect(changes().at(-1)).toBe('ExecBulkLicense');
	expect(user(megan).directLicenses).toEqual([]);
});

it('pain 11: a task that a name with an apostrophe keeps from being made is missed', async () => {
	expect(
		remarks((await plan({ userEmail: liam, RemoveLicenses: true })).warnings).apostrophe,
	).toContain('may plan a second one');
	sandbox.current.faults.step('LicenseTask', 'notCreated', { user: liam });

	const failed = await report({ userEmail: liam, RemoveLicenses: true });
	expect(stepOf(failed, 'RemoveLicenses')).toMatchObject({
		outcome: 'failed',
		advice: expect.stringContaining(`never created its task "Remove License: ${liam}"`),
	});

	await run('retry', { options: { licensesDirectly: true } }, asItems(failed));
	expect(user(liam).directLicenses).toEqual([]);
});

it('pain 12: licenses that a group gives are named with the group, before and after', async () => {
	Object.assign(group('Licensed - Business Standard'), {
		membershipRule: '(user.department -eq "Product")',
		groupTypes: ['DynamicMembership'],
	});
	const order = { userEmail: henrietta, RemoveLicenses: true };

	const { who, warnings } = await plan(order);
	expect(who.licenses).toEqual(
		expect.arrayContaining([
			expect.stringMatching(/Business Premium \(direct\)/),
			expect.stringMatching(/\(through Licensed - Business Standard\)/),
		]),
	);
	expect(remarks(warnings).licenseStays).toContain('Licensed - Business Standard');

	const left = await report(order);
	expect(left.status).not.toBe('succeeded');
	expect(stepOf(left, 'RemoveLicenses').read).toContain('through groups');
	const { residual } = await verify(left);
	expect(residual?.left.filter(({ kind }) => kind === 'license')).toMatchObject([
		{ why: 'through Licensed - Business Standard' },
	]);
});

it('pain 13: a shared mailbox of a deleted account is stopped in the plan, with the reason', async () => {
	const planned = await run('plan', {
		userEmail: megan,
		when: 'now',
		ConvertToShared: true,
		DeleteUser: true,
	});
	expect(planned.json).toMatchObject([
		{
			canStart: false,
			blockers: [
				{ code: 'convertWithDelete', message: expect.stringContaining('goes with its account') },
			],
		},
	]);

	const result = await run('startPlan', {}, { items: handOn(planned) });

	expect(result.error?.message).toContain('has blockers: A shared mailbox goes with its account');
	expect(changes()).toEqual([]);
});

it('pain 13: nobody waits for the license task of a deleted account', async () => {
	const { warnings } = await plan({ DeleteUser: true, RemoveLicenses: true });
	expect(remarks(warnings).deleteWithLicenses).toContain('deleting frees the licences');

	const done = await report({ DeleteUser: true, RemoveLicenses: true });

	expect(done).toMatchObject({ status: 'succeeded', licenseTask: null });
});

it('pain 14: forwarding that the next step would end is refused before anything is sent', async () => {
	const order = { forward: alex, disableForwarding: true };
	const result = await start(order);

	expect(result.error?.message).toContain('Forward Mail To and Disable Forwarding are both set');
	expect(changes()).toEqual([]);
	expect(remarks((await plan(order)).blockers).forwardWithDisable).toContain('Keep only one');
});

it('pain 15: whoever gets the mail is unchanged, and the record names people by their ids', async () => {
	const look = async () => {
		const { json } = await run('snapshot', { userEmail: alex });
		const { licenses, groups, mailbox, user: who, roles } = json[0] as unknown as Snapshot;
		const held = (licenses as SnapshotLicense[]).map(({ skuId, direct }) => ({ skuId, direct }));
		return { held, groups, mailbox, who, roles };
	};
	const before = await look();

	const done = await report({ forward: alex, AccessAutomap: alex, RemoveLicenses: true });

	expect(await look()).toEqual(before);
	expect(sent().map((body) => body.user)).toEqual([[{ value: megan, label: 'Megan Bowen' }]]);
	const record = (await run('createEvidence', { caseId: 'HR-15' }, asItems(done)))
		.json[0] as unknown as Evidence;
	expect(record.subject).toMatchObject({ objectId: user(megan).id, userPrincipalName: megan });
	expect(record.steps.find(({ step }) => step === 'forward')?.asked).toMatchObject({ to: alex });
	expect(record.licensesReclaimed).toHaveLength(2);
});

it.each([
	['johanna.lorenz', /holds 51\.3 GB, more than 50/],
	['miriam.graham', /has an archive, is on hold \(LitigationHold\)/],
])('pain 16: the mailbox of %s keeps its license, and the plan says why', async (name, reason) => {
	const planned = await run('plan', {
		userEmail: named(name),
		when: 'now',
		ConvertToShared: true,
		RemoveLicenses: true,
	});
	const [{ blockers }] = planned.json as unknown as Array<Awaited<ReturnType<typeof plan>>>;
	expect(remarks(blockers).mailboxNeedsLicense).toMatch(reason);
	expect(remarks(blockers).mailboxNeedsLicense).toContain('leave out the licence removal');

	const result = await run('startPlan', {}, { items: handOn(planned) });

	expect(result.status).toBe('error');
	expect(changes()).toEqual([]);
});

it('pain 17: an urgent lock-out disables first, revokes last, and reads each back', async () => {
	const done = await report({ RemoveGroups: true, options: { lockOutFirst: true } });

	const order = sandbox.current.requests
		.map(({ method, endpoint }) =>
			method === 'POST' && !endpoint.startsWith('List') ? endpoint : 'reads',
		)
		.filter((name, index, all) => name !== all[index - 1]);
	const first = order.indexOf('ExecDisableUser');
	expect(order.slice(first, first + 7)).toEqual([
		'ExecDisableUser',
		'reads',
		'ExecResetPass',
		'reads',
		'ExecRevokeSessions',
		'reads',
		'ExecOffboardUser',
	]);
	expect(done.details.map(({ step, verified }) => [step, verified])).toEqual([
		['RevokeSessions', true],
		['ResetPass', true],
		['DisableSignIn', true],
		['RemoveGroups', true],
	]);
	expect(Object.keys(sent()[0])).not.toContain('DisableSignIn');
});

it('pain 17: a lock-out that fails is left to the job of CIPP, and is no success if that fails too', async () => {
	sandbox.current.faults.endpoint('ExecDisableUser', { status: 500, body: { Results: 'No' } });
	sandbox.current.faults.step('DisableSignIn', 'fails', { error: 'Insufficient privileges' });

	const left = await report({ RemoveGroups: true, options: { lockOutFirst: true } });

	expect(sent()).toMatchObject([{ DisableSignIn: true, RemoveGroups: true }]);
	expect(left.status).toBe('partial');
	expect(stepOf(left, 'DisableSignIn')).toMatchObject({ outcome: 'failed', verified: false });
});

it('pain 18: admin roles are shown, and taken if asked', async () => {
	const diego = named('diego.siciliani');
	const order = { userEmail: diego, DisableSignIn: true };
	expect(remarks((await plan(order)).warnings).adminRoles).toContain('Exchange Administrator');

	const without = await report(order);
	expect((await verify(without)).residual?.left).toContainEqual({
		kind: 'role',
		name: 'Exchange Administrator',
		why: "CIPP's offboarding takes no roles away",
		cure: 'Remove the admin role.',
	});

	const done = await report({ ...order, options: { removeAdminRoles: true }, reference: 'ROLES' });
	expect(done.adminRoles).toMatchObject([
		{ name: 'Exchange Administrator', outcome: 'succeeded', verified: true },
	]);
	const role = contoso().roles.find(({ displayName }) => displayName === 'Exchange Administrator');
	expect(role?.members).toEqual([]);
});

it('pain 18: the last Global Administrator is not locked out by a plan', async () => {
	const planned = await run('plan', {
		userEmail: named('nestor.wilke'),
		when: 'now',
		DisableSignIn: true,
	});
	const result = await run('startPlan', {}, { items: handOn(planned), ...toErrorOutput });

	expect(result.errors[0].json.error).toContain('Nobody else is Global Administrator');
	expect(user(named('nestor.wilke')).accountEnabled).toBe(true);
});
