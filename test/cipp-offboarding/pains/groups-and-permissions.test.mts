import { expect, it } from 'vitest';
import {
	adele,
	alex,
	asItems,
	handOn,
	megan,
	named,
	remarks,
	reportOf,
	stepOf,
	useNode,
} from './playing.mts';

const { sandbox, run, start, plan, report, verify, sent, changes, user, contoso, group } =
	useNode();

it('pain 19: groups that nobody can leave by hand are sorted before, and are no crash after', async () => {
	const order = { userEmail: named('henrietta.mueller'), RemoveGroups: true };
	const { warnings, steps } = await plan(order);
	expect(remarks(warnings)).toMatchObject({
		dynamicGroups: expect.stringMatching(/Product Department.*Change the attribute/),
		syncedGroups: expect.stringMatching(/VPN Users.*local Active Directory/),
		licenseGroups: expect.stringMatching(/Licensed - Business Standard.*Choose Remove Licenses/),
	});
	expect(steps[0].what).toContain('removes 0 groups; 3 stay');

	const left = await report(order);

	expect(stepOf(left, 'RemoveGroups')).toMatchObject({
		outcome: 'succeeded',
		verified: true,
		advice: expect.stringContaining('local Active Directory'),
		read: expect.stringMatching(
			/"Licensed - Business Standard" \(gives licences.*"Product Department" \(its rule decides who is in\), "VPN Users" \(synced from on-premises\)/,
		),
	});
	const { residual } = await verify(left);
	expect(residual?.left.filter(({ kind }) => kind === 'group')).toMatchObject([
		{ name: 'Licensed - Business Standard', why: 'gives licences' },
		{ name: 'Product Department', why: 'dynamic' },
		{ name: 'VPN Users', why: 'synced from on-premises' },
	]);
	sandbox.current.requests.length = 0;
	const retried = reportOf(await run('retry', {}, asItems(left)));
	expect(retried.retry).toMatchObject([{ step: 'RemoveGroups', isRetried: false }]);
	expect(changes()).toEqual([]);
	expect(stepOf(retried, 'RemoveGroups')).toMatchObject({
		verified: true,
		read: expect.stringContaining('"Licensed - Business Standard" (gives licences'),
	});
});

it('pain 19: mail-enabled groups are left, and read to be', async () => {
	const done = await report({ RemoveGroups: true });

	expect(stepOf(done, 'RemoveGroups')).toMatchObject({ outcome: 'succeeded', read: 'in no group' });
	expect(group('Confidential Mail').members).not.toContain(user(megan).id);
	expect(group('All Company').members).not.toContain(user(megan).id);
});

it('pain 20: which list someone is still in is read, whatever the lines say', async () => {
	sandbox.current.clock.speed = 0;
	sandbox.current.faults.step('RemoveGroups', 'saysDone');
	const queued = await start({ RemoveGroups: true, completion: 'queued' });
	for (const name of ['Marketing Team', 'Campaign Editors', 'Confidential Mail']) {
		group(name).members = group(name).members.filter((id) => id !== user(megan).id);
	}
	sandbox.current.clock.speed = 1200;

	const step = stepOf(reportOf(await run('wait', {}, { items: handOn(queued) })), 'RemoveGroups');

	expect(step.said).toContain(`Successfully removed ${megan} from group All Company`);
	expect(step).toMatchObject({
		outcome: 'failed',
		verified: false,
		read: 'still in 1 group: "All Company" (could be removed)',
	});
	expect(changes()).toEqual(['ExecOffboardUser']);
});

it('pain 21: rights given since the nightly report are warned of, and found by the next one', async () => {
	user(named('grady.archie')).mailbox!.grants.push({ trustee: megan, right: 'FullAccess' });
	const order = { removePermissions: true, removeCalendarPermissions: true };
	contoso().permissionReport!.refreshed = new Date(Date.now() - 3 * 86_400_000).toISOString();
	const staleReports = (await plan(order)).warnings.filter(({ code }) => code === 'staleReport');
	expect(staleReports.map(({ step }) => step)).toEqual([
		'removePermissions',
		'removeCalendarPermissions',
	]);

	const done = await report(order);
	// The step does what the report knows, and says of which night that is.
	expect(stepOf(done, 'removePermissions').read).toContain("CIPP's cached report of ");
	sandbox.current.tenants.syncPermissionReport('contoso.example');
	const later = await verify(done);

	expect(later).toMatchObject({
		verdict: 'not verified',
		steps: [
			{ step: 'removePermissions', verdict: 'not verified' },
			{ step: 'removeCalendarPermissions', verdict: 'verified' },
		],
	});
	expect(later.residual?.left).toContainEqual(
		expect.objectContaining({
			kind: 'mailbox of someone else',
			name: named('grady.archie'),
			why: expect.stringContaining('FullAccess'),
		}),
	);
});

it('pain 21: rights that stay although CIPP says they are gone are listed with their places', async () => {
	sandbox.current.faults.step('removePermissions', 'saysDone');
	sandbox.current.faults.step('removeCalendarPermissions', 'saysDone');

	const left = await report({ removePermissions: true, removeCalendarPermissions: true });

	expect(left.status).toBe('failed');
	const { read } = stepOf(left, 'removePermissions');
	expect(read).toContain('still access to 3 mailboxes: ');
	expect(read).toContain(`${named('marketing')} (FullAccess)`);
	expect(read).toContain(`${alex} (SendOnBehalf)`);
	expect(stepOf(left, 'removeCalendarPermissions').read).toContain(`${alex} (Editor)`);
});

it('pain 22: what passes by itself is told from what does not, and is done again', async () => {
	for (const [upn, error] of [
		[megan, 'Resource temporarily unavailable'],
		[adele, 'Insufficient privileges to complete the operation.'],
	]) {
		sandbox.current.faults.step('RemoveMFADevices', 'fails', { user: upn, error, times: 1 });
	}
	const failed = [
		await report({ RemoveMFADevices: true }),
		await report({ userEmail: adele, RemoveMFADevices: true }),
	];
	sandbox.current.requests.length = 0;

	const retried = await run(
		'retry',
		{ offboardOptions: { whenNotDone: 'output' } },
		asItems(...failed),
	);

	expect(retried.json).toMatchObject([
		{ status: 'succeeded', retry: [{ kind: 'transient', isRetried: true }] },
		{
			status: 'failed',
			retry: [{ kind: 'permanent', isRetried: false, why: expect.stringContaining('privileges') }],
		},
	]);
	expect(changes()).toEqual(['ExecOffboardUser']);
	expect(sent()[0].user).toMatchObject([{ value: megan }]);
});

it('pain 22: a list that cannot be read for a moment leaves no trace in the result', async () => {
	sandbox.current.clock.speed = 0;
	const queued = await start({ DisableSignIn: true, completion: 'queued' });
	sandbox.current.clock.speed = 1200;
	sandbox.current.faults.endpoint(
		'ListScheduledItems',
		{ status: 500, body: 'Resource temporarily unavailable' },
		{ times: 3 },
	);

	const done = await run('wait', {}, { items: handOn(queued) });

	expect(sandbox.current.faults.list).toEqual([]);
	expect(reportOf(done).status).toBe('succeeded');
	expect(JSON.stringify(done.json)).not.toContain('temporarily unavailable');
});
