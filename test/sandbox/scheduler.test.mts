import { expect, test } from 'vitest';
import { alex, contoso, lidia, linesOf, megan, offboard, signedIn } from './signed-in.mts';

const minutes = 60_000;
const licenseTask = `Remove License: ${megan}`;

test('a job goes through Planned, Pending, Running and Processing to Completed', async () => {
	const { sandbox, post } = await signedIn();
	await post('ExecOffboardUser', {
		tenantFilter: contoso,
		user: [megan],
		HideFromGAL: true,
		DisableSignIn: true,
	});
	const state = () => sandbox.tenants.task(`Offboarding: ${megan}`)!.state;
	const states = [state()];
	for (let second = 0; second < 8; second += 1) {
		sandbox.clock.advance(1000);
		states.push(state());
	}
	expect(states).toEqual([
		'Planned',
		'Pending',
		'Running',
		'Processing',
		'Processing',
		'Processing',
		'Processing',
		'Completed',
		'Completed',
	]);
});

test('steps take effect one after the other', async () => {
	const { sandbox, post } = await signedIn();
	await post('ExecOffboardUser', {
		tenantFilter: contoso,
		user: [megan],
		HideFromGAL: true,
		DisableSignIn: true,
	});
	const state = () => [
		sandbox.tenants.user(megan).accountEnabled,
		sandbox.tenants.user(megan).mailbox!.hiddenFromAddressLists,
	];
	sandbox.clock.advance(5000);
	expect(state()).toEqual([false, false]);
	sandbox.clock.advance(2000);
	expect(state()).toEqual([false, true]);
});

test('the licence task is a second visible task, due at once, that runs at the next full quarter', async () => {
	const { sandbox, get, post } = await signedIn({ start: new Date('2025-03-03T09:11:00Z') });
	await post('ExecOffboardUser', { tenantFilter: contoso, user: [megan], RemoveLicenses: true });
	sandbox.clock.advance(10_000);
	const read = async () =>
		(await get('ListScheduledItems', { Name: licenseTask, tenantFilter: contoso })).body[0];
	expect(await read()).toMatchObject({
		TaskState: 'Planned',
		Results: 'Planned',
		ScheduledTime: '2025-03-03T09:11:05Z',
		Hidden: false,
		Command: 'Remove-CIPPLicense',
	});
	sandbox.clock.advance(3 * minutes);
	expect((await read()).TaskState).toBe('Planned');
	expect(sandbox.tenants.user(megan).directLicenses).toHaveLength(2);
	sandbox.clock.advance(1 * minutes);
	expect(await read()).toMatchObject({
		TaskState: 'Completed',
		ExecutedTime: '2025-03-03T09:15:00Z',
	});
	expect(linesOf(sandbox, licenseTask)).toEqual([
		`Removed directly assigned licenses for ${megan}: Microsoft 365 Business Premium, Microsoft Teams Phone Standard`,
	]);
	expect(sandbox.tenants.user(megan).directLicenses).toEqual([]);
});

test('a jump of time gives the same as waiting', async () => {
	const { sandbox, post } = await signedIn();
	await post('ExecOffboardUser', { tenantFilter: contoso, user: [megan], RemoveLicenses: true });
	sandbox.clock.advance(24 * 60 * minutes);
	expect(new Date(sandbox.tenants.task(licenseTask)!.executedTime! * 1000).toISOString()).toBe(
		'2025-03-03T09:15:00.000Z',
	);
});

test('an open task of the same name, in whatever tenant, swallows the licence task while the text says it is scheduled', async () => {
	const client = await signedIn();
	const { sandbox, post } = client;
	await post('AddScheduledItem', {
		Name: licenseTask,
		Command: 'Get-CIPPAlertMFAAlertUsers',
		TenantFilter: 'fabrikam.example',
		ScheduledTime: 1772600000,
	});
	const lines = await offboard(client, megan, { RemoveLicenses: true });
	expect(lines[0]).toBe(`Task with name ${licenseTask} already exists`);
	expect(lines[1]).toMatch(/^Scheduled license removal for megan\.bowen@contoso\.example\./);
	expect(sandbox.tenants.tasks().filter(({ name }) => name === licenseTask)).toHaveLength(1);
	sandbox.clock.advance(60 * minutes);
	expect(sandbox.tenants.user(megan).directLicenses).toHaveLength(2);
});

test('licences of a group end with the membership, a little later', async () => {
	const client = await signedIn();
	const emily = 'emily.braun@fabrikam.example';
	await offboard(client, emily, { RemoveLicenses: true }, 'fabrikam.example');
	client.sandbox.clock.advance(11 * minutes + 10_000);
	expect(linesOf(client.sandbox, `Remove License: ${emily}`)).toEqual([
		'Removed Emily Braun from mail-enabled license group Licensed - E3',
		`No directly assigned licenses to remove for ${emily}. Group-inherited licenses (Microsoft 365 E3) will be removed automatically when group membership changes are processed.`,
	]);
	const held = async () =>
		(await client.get('ListUsers', { tenantFilter: 'fabrikam.example', UserID: emily })).body[0]
			.assignedLicenses.length;
	expect(await held()).toBe(1);
	client.sandbox.clock.advance(2 * minutes);
	expect(await held()).toBe(0);
});

test('deleting the user first lets the licence task fail in words', async () => {
	const client = await signedIn();
	const { id } = client.sandbox.tenants.user(megan);
	await offboard(client, megan, { RemoveLicenses: true, DeleteUser: true });
	client.sandbox.clock.advance(15 * minutes);
	expect(client.sandbox.tenants.task(licenseTask)!.state).toBe('Completed');
	expect(linesOf(client.sandbox, licenseTask)).toEqual([
		`Could not remove license for ${megan}. Error: Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
	]);
});

test('the immutable id of a synced user waits for the deletion and then brings the account back', async () => {
	const client = await signedIn();
	const { sandbox, post } = client;
	const { id } = sandbox.tenants.user(lidia);
	const name = `Clear Immutable ID: ${lidia}`;
	await offboard(client, lidia, { ClearImmutableId: true });
	sandbox.clock.advance(60 * minutes);
	expect(sandbox.tenants.task(name)!.state).toBe('Planned');
	await post('RemoveUser', { tenantFilter: contoso, ID: id, userPrincipalName: lidia });
	expect(() => sandbox.tenants.user(lidia)).toThrow('No user');
	sandbox.clock.advance(31 * minutes);
	expect(sandbox.tenants.task(name)!.state).toBe('Completed');
	expect(linesOf(sandbox, name)).toEqual([`Successfully cleared immutable ID for user ${id}`]);
	expect(sandbox.tenants.user(lidia).onPremisesImmutableId).toBeNull();
});

test('a scheduled offboarding waits for its time and the quarter after it', async () => {
	const { sandbox, post } = await signedIn();
	const reply = await post('ExecOffboardUser', {
		tenantFilter: contoso,
		user: [megan],
		HideFromGAL: true,
		Scheduled: { enabled: true, date: Date.parse('2025-03-03T11:20:00Z') / 1000 },
	});
	expect(reply.body.Results).toEqual([
		`Successfully added task: Offboarding: ${megan}. It will run in 2 hours and 18 minutes.`,
	]);
	sandbox.clock.advance(147 * minutes);
	expect(sandbox.tenants.task(`Offboarding: ${megan}`)!.state).toBe('Planned');
	sandbox.clock.advance(2 * minutes);
	expect(sandbox.tenants.task(`Offboarding: ${megan}`)!.state).toBe('Completed');
});

test.each([
	['now', 0, 'about 13 minutes'],
	['in 90 seconds', 90, 'about 1 minute'],
	['in 10 seconds', 10, 'less than a minute'],
	['in a day and an hour', 90_000, '1 day and 1 hour'],
	['in two days', 172_800, '2 days'],
	['in an hour', 3600, '1 hour'],
])('the reply says when a task %s will run', async (_, seconds, text) => {
	const { sandbox, post } = await signedIn();
	const time = seconds === 0 ? 0 : sandbox.clock.now().getTime() / 1000 + seconds;
	const { status, body } = await post('AddScheduledItem', {
		Name: 'Look',
		Command: 'Get-CIPPAlertMFAAlertUsers',
		TenantFilter: contoso,
		ScheduledTime: time,
	});
	expect([status, body]).toEqual([
		200,
		{ Results: `Successfully added task: Look. It will run in ${text}.` },
	]);
});

test.each([
	['2026-12-01T10:00:00Z', '12/01/2026 10:00:00'],
	['2026-12-01T10:00:00.000+01:00', '12/01/2026 09:00:00'],
	['2026-12-01T10:00:00', '12/01/2026 10:00:00'],
	['2026-12-01', '2026-12-01'],
	['2026-12-01T10:00', '2026-12-01T10:00'],
	['ref 2026-12-01T10:00:00Z', 'ref 2026-12-01T10:00:00Z'],
	['0042', '0042'],
])('a reference %s is kept as %s: CIPP makes dates of texts', async (given, kept) => {
	const { get, post } = await signedIn();
	await post('ExecOffboardUser', {
		tenantFilter: contoso,
		user: [megan],
		HideFromGAL: true,
		reference: given,
	});

	const [{ Reference }] = (await get('ListScheduledItems', { tenantFilter: contoso })).body;
	expect(Reference).toBe(kept);
});

test('AddScheduledItem keeps a row key of the client, runs it now on demand, and replaces the row when sent again', async () => {
	const { sandbox, get, post } = await signedIn();
	const task = {
		RowKey: 'mine-1',
		Name: 'Sign out',
		Command: { value: 'Revoke-CIPPSessions' },
		TenantFilter: { value: contoso, type: 'Tenant' },
		Parameters: { UserID: alex, Username: alex, Extra: false, Empty: '' },
		ScheduledTime: 1741600000,
		Recurrence: '1d',
		Reference: 'ref-1',
	};
	await post('AddScheduledItem', task);
	const read = async () => (await get('ListScheduledItems', { Id: 'mine-1' })).body[0];
	expect(await read()).toMatchObject({
		RowKey: 'mine-1',
		Recurrence: '1d',
		Reference: 'ref-1',
		Parameters: { UserID: alex, Username: alex },
		TaskState: 'Planned',
	});
	expect((await read()).Parameters).not.toHaveProperty('Extra');
	expect((await post('AddScheduledItem', { RowKey: 'mine-1', RunNow: true })).body).toEqual({
		Results: [true, 'Task Sign out scheduled to run now'],
	});
	sandbox.clock.advance(5000);
	expect(await read()).toMatchObject({
		TaskState: 'Planned',
		Results: `{"Results":"Successfully revoked sessions for ${alex}"}\n`,
	});
	await post('AddScheduledItem', {
		RowKey: 'mine-1',
		Name: 'Sign out',
		Command: 'Revoke-CIPPSessions',
		TenantFilter: contoso,
	});
	expect(await read()).toMatchObject({ Recurrence: 'Once', Reference: '', Results: 'Planned' });
	expect(sandbox.tenants.tasks()).toHaveLength(1);
});

test.each([
	[
		'an unknown command',
		{ Command: 'Format-Everything' },
		"Error - The command 'Format-Everything' does not exist and cannot be scheduled.",
	],
	[
		'a forbidden command',
		{ Command: 'Add-CIPPScheduledTask' },
		"Error - The command 'Add-CIPPScheduledTask' is not permitted to run as a scheduled task.",
	],
	[
		'a command that is not one of CIPP',
		{ Command: 'Get-Process' },
		"Error - The command 'Get-Process' is not permitted to run as a scheduled task.",
	],
	[
		'a name that is taken',
		{ Command: 'Get-CIPPAlertMFAAlertUsers', DisallowDuplicateName: true },
		'Task with name Twice already exists',
	],
])('%s is refused with status 200', async (_, extra, text) => {
	const { post } = await signedIn();
	await post('AddScheduledItem', {
		Name: 'Twice',
		Command: 'Get-CIPPAlertMFAAlertUsers',
		TenantFilter: contoso,
	});
	const { status, body } = await post('AddScheduledItem', {
		Name: 'Twice',
		TenantFilter: contoso,
		...extra,
	});
	expect([status, body]).toEqual([200, { Results: text }]);
});

test('a name is free again when its task is done, and without the wish it may be there twice', async () => {
	const { sandbox, post } = await signedIn();
	const task = { Name: 'Twice', Command: 'Get-CIPPAlertMFAAlertUsers', TenantFilter: contoso };
	await post('AddScheduledItem', task);
	await post('AddScheduledItem', task);
	expect(sandbox.tenants.tasks()).toHaveLength(2);
	sandbox.clock.advance(15 * minutes);
	expect(sandbox.tenants.tasks().map(({ state }) => state)).toEqual(['Completed', 'Completed']);
	expect(
		(await post('AddScheduledItem', { ...task, DisallowDuplicateName: true })).body.Results,
	).toMatch(/^Successfully added task: Twice\./);
});

test('the mere presence of hidden hides a task; ShowHidden lists only hidden ones', async () => {
	const { get, post } = await signedIn();
	await post('AddScheduledItem', {
		Name: 'Seen',
		Command: 'Get-CIPPAlertMFAAlertUsers',
		TenantFilter: contoso,
	});
	await post(
		'AddScheduledItem',
		{ Name: 'Unseen', Command: 'Get-CIPPAlertMFAAlertUsers', TenantFilter: contoso },
		{ hidden: 'false' },
	);
	const names = async (query: Record<string, string>) =>
		(await get('ListScheduledItems', query)).body.map((row: any) => row.Name);
	expect(await names({})).toEqual(['Seen']);
	expect(await names({ ShowHidden: 'true' })).toEqual(['Unseen']);
});

test('tasks are found by name, command, wildcard title, and by either name of a tenant', async () => {
	const { sandbox, get, post } = await signedIn();
	await post('ExecOffboardUser', { tenantFilter: contoso, user: [megan], HideFromGAL: true });
	await post('AddScheduledItem', {
		Name: 'Weekly look',
		Command: 'Get-CIPPAlertMFAAlertUsers',
		TenantFilter: 'fabrikam.example',
	});
	const names = async (query: Record<string, string>) =>
		(await get('ListScheduledItems', query)).body.map((row: any) => row.Name);
	expect(await names({ Type: 'Invoke-CIPPOffboardingJob' })).toEqual([`Offboarding: ${megan}`]);
	expect(await names({ Name: 'Weekly look' })).toEqual(['Weekly look']);
	expect(await names({ SearchTitle: '*look*' })).toEqual(['Weekly look']);
	expect(await names({ SearchTitle: 'look' })).toEqual([]);
	expect(await names({ tenantFilter: sandbox.tenants.named(contoso).customerId })).toEqual([
		`Offboarding: ${megan}`,
	]);
	expect(await names({ tenantFilter: 'nowhere.example' })).toEqual([]);
});

test('a task for all tenants keeps its results by tenant, in the order of their names', async () => {
	const { sandbox, get, post } = await signedIn();
	await post('AddScheduledItem', {
		RowKey: 'all',
		Name: 'All',
		Command: 'Get-CIPPAlertMFAAlertUsers',
		TenantFilter: 'AllTenants',
		excludedTenants: [{ value: 'adatum.example' }, 'fabrikam.example'],
	});
	sandbox.clock.advance(15 * minutes);
	expect(sandbox.tenants.task('All')!.results).toBe(
		'Multi-tenant task completed: 3 successful, 0 failed (Total: 3 tenants)',
	);
	const { Details } = (await get('ListScheduledItemDetails', { RowKey: 'all' })).body;
	expect(Details.map((detail: any) => detail.Tenant)).toEqual([
		contoso,
		'fabrikam.example',
		'northwind.example',
	]);
});

test('a task for all tenants counts a tenant whose command threw as successful', async () => {
	const { sandbox, get, post } = await signedIn();
	await post('AddScheduledItem', {
		RowKey: 'off',
		Name: 'Off',
		Command: 'Set-CIPPSignInState',
		TenantFilter: 'AllTenants',
		Parameters: { UserID: megan },
		RunNow: true,
	});
	sandbox.clock.advance(60_000);
	expect(sandbox.tenants.task('Off')!.results).toBe(
		'Multi-tenant task completed: 4 successful, 0 failed (Total: 4 tenants)',
	);
	const { Details } = (await get('ListScheduledItemDetails', { RowKey: 'off' })).body;
	const failed = Details.filter(({ Results }: any) =>
		JSON.stringify(Results).includes('Task Failed: '),
	);
	expect(failed.map(({ Tenant }: any) => Tenant)).toEqual([
		'adatum.example',
		'fabrikam.example',
		'northwind.example',
	]);
	expect(sandbox.tenants.user(megan).accountEnabled).toBe(false);
});

test('rows that a task has read lose the names that they have in a table of CIPP', async () => {
	const { sandbox, post } = await signedIn();
	const Command = { value: 'Get-CIPPMFAState' };
	await post('AddScheduledItem', { Name: 'R', Command, TenantFilter: contoso, RunNow: true });
	sandbox.clock.advance(60_000);
	const rows = JSON.parse(sandbox.tenants.task('R')!.results);
	expect(rows[0]).toMatchObject({ UPN: megan, UserType: 'Member' });
	expect(rows[0]).not.toHaveProperty('RowKey');
	expect(rows[0]).not.toHaveProperty('PartitionKey');
});

test('tasks are asked for by the tenant to the letter, and details name its group or none', async () => {
	const { get, post } = await signedIn();
	const later = { Command: 'Get-CIPPMFAState', ScheduledTime: 4_070_908_800 };
	await post('AddScheduledItem', { RowKey: 'l', Name: 'L', TenantFilter: contoso, ...later });
	const named = async (tenantFilter: string) =>
		(await get('ListScheduledItems', { tenantFilter })).body.length;
	expect([await named(contoso), await named('CONTOSO.EXAMPLE')]).toEqual([1, 0]);
	expect((await get('ListScheduledItemDetails', { RowKey: 'l' })).body.Task.TenantGroup).toBe(null);
});

test('run now does not move a task whose time is given and still to come', async () => {
	const { sandbox, post } = await signedIn();
	const { body } = await post('AddScheduledItem', {
		Name: 'Later',
		Command: 'Get-CIPPAlertMFAAlertUsers',
		TenantFilter: contoso,
		ScheduledTime: sandbox.clock.now().getTime() / 1000 + 3600,
		RunNow: true,
	});
	expect(JSON.stringify(body)).toContain('Later');
	sandbox.clock.advance(15 * minutes);
	expect(sandbox.tenants.task('Later')!.state).toBe('Planned');
	sandbox.clock.advance(60 * minutes);
	expect(sandbox.tenants.task('Later')!.state).toBe('Completed');
});

test('a one-time task whose command throws is Completed all the same', async () => {
	const { sandbox, post } = await signedIn();
	await post('AddScheduledItem', {
		Name: 'Off',
		Command: 'Set-CIPPSignInState',
		TenantFilter: contoso,
		Parameters: { UserID: 'nobody@contoso.example' },
		RunNow: true,
	});
	sandbox.clock.advance(5000);
	expect(sandbox.tenants.task('Off')!.state).toBe('Completed');
	expect(linesOf(sandbox, 'Off')[0]).toMatch(
		/^Task Failed: Failed to set sign-in state for nobody@contoso\.example\. Error: Resource/,
	);
});

test('details of a task, of one that never ran, of none, and without asking for one', async () => {
	const { get, post } = await signedIn();
	await post('AddScheduledItem', {
		RowKey: 'a',
		Name: 'A',
		Command: 'Get-CIPPAlertMFAAlertUsers',
		TenantFilter: contoso,
		Reference: 'r',
	});
	const { body } = await get('ListScheduledItemDetails', { RowKey: 'a' });
	expect(body.Task).toMatchObject({
		RowKey: 'a',
		TaskState: 'Planned',
		ExecutedTime: '1970-01-01T00:00:00Z',
		Recurrence: 'Once',
		Tenant: { value: contoso, type: 'Tenant' },
	});
	expect(body.Task).not.toHaveProperty('Reference');
	expect(body.Details).toEqual([
		{
			Timestamp: '2025-03-03T09:02:00.0000000+00:00',
			Tenant: { label: contoso, value: contoso, type: 'Tenant' },
			Results: ['Planned'],
		},
	]);
	const missing = await get('ListScheduledItemDetails', { RowKey: 'b' });
	expect([missing.status, missing.text]).toEqual([404, "Task with RowKey 'b' not found"]);
	const nothing = await get('ListScheduledItemDetails');
	expect([nothing.status, nothing.text]).toEqual([400, "Required parameter 'RowKey' is missing"]);
});

test('removing a task ends it, also in the middle', async () => {
	const { sandbox, get, post } = await signedIn();
	await post('ExecOffboardUser', { tenantFilter: contoso, user: [megan], HideFromGAL: true });
	const [{ RowKey }] = (await get('ListScheduledItems')).body;
	expect((await post('RemoveScheduledItem', { id: RowKey })).body).toEqual({
		Results: 'Task removed successfully.',
	});
	sandbox.clock.advance(60_000);
	expect((await get('ListScheduledItems')).body).toEqual([]);
	expect(sandbox.tenants.user(megan).mailbox!.hiddenFromAddressLists).toBe(false);
});
