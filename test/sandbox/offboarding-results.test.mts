import { expect, test } from 'vitest';
import { adele, contoso, lidia, linesOf, megan, offboard, signedIn } from './signed-in.mts';

const everything = {
	RevokeSessions: true,
	ResetPass: true,
	DisableSignIn: true,
	HideFromGAL: true,
	RemoveGroups: true,
	RemoveRules: true,
	RemoveMobile: true,
	removeCalendarInvites: true,
	OOO: 'Gone',
	forward: { value: adele },
	disableForwarding: true,
	OnedriveAccess: [adele],
	DisableOneDriveSharing: true,
	AccessNoAutomap: [{ value: adele }],
	AccessAutomap: [{ value: adele }],
	removePermissions: true,
	removeCalendarPermissions: true,
	ConvertToShared: true,
	RemoveMFADevices: true,
	RemoveTeamsPhoneDID: true,
	RemoveLicenses: true,
	ClearImmutableId: true,
	DeleteUser: true,
};

test('results stand in the order of the steps, whatever the order of the request', async () => {
	const client = await signedIn();
	const reversed = Object.fromEntries(Object.entries(everything).reverse());
	const lines = await offboard(client, megan, reversed);
	const starts = [
		'Successfully revoked',
		'Successfully reset',
		'Successfully set account',
		'Successfully hidden',
		"Successfully removed megan.bowen@contoso.example from group 'M",
		"Successfully removed megan.bowen@contoso.example from group 'C",
		'Successfully removed megan.bowen@contoso.example from group C',
		'Successfully removed megan.bowen@contoso.example from group A',
		'Successfully deleted all rules',
		'Successfully removed 2 mobile',
		'Successfully cancelled',
		'Set Out-of-office',
		'Successfully set forwarding',
		'Disabling forwarding',
		'Successfully disabled',
		'Successfully added',
		'Successfully set OneDrive',
		'Granted adele.vance@contoso.example FullAccess to megan.bowen@contoso.example with automapping False',
		'Granted adele.vance@contoso.example FullAccess to megan.bowen@contoso.example with automapping True',
		// Exchange answers a removal with nothing, which CIPP takes for a right that was not there.
		'FullAccess permissions for megan.bowen@contoso.example on marketing',
		'SendAs permissions for megan.bowen@contoso.example on events',
		'Removed megan.bowen@contoso.example from calendar',
		'Successfully converted',
		'Successfully removed MFA',
		'Successfully removed Teams',
		'Completed processing',
		'Successfully added task: Remove License',
		'Scheduled license',
		'Successfully cleared',
		'Successfully deleted user',
	];
	expect(lines.map((line, index) => line.slice(0, starts[index]?.length))).toEqual(starts);
});

test('results are kept as JSON text, a single line as a bare object', async () => {
	const client = await signedIn();
	await offboard(client, megan, { HideFromGAL: true, DisableSignIn: true });
	const find = async () =>
		(await client.get('ListScheduledItems', { Name: `Offboarding: ${megan}` })).body[0];
	expect((await find()).Results.trim()).toBe(
		`[{"Results":"Successfully set account enabled state to False for ${megan}"},{"Results":"Successfully hidden ${megan} from GAL."}]`,
	);
	client.sandbox.reset();
	await offboard(client, megan, { HideFromGAL: true });
	expect((await find()).Results.trim()).toBe(
		`{"Results":"Successfully hidden ${megan} from GAL."}`,
	);
});

test('a job is Completed although a step failed, and the other steps went on', async () => {
	const client = await signedIn();
	const lines = await offboard(client, megan, {
		forward: { value: 'nobody@contoso.example' },
		ConvertToShared: true,
	});
	expect(lines).toEqual([
		expect.stringMatching(
			/^Failed to execute Set-CIPPForwarding : Failed to set forwarding for megan\.bowen@contoso\.example\. Error: Ex6F9304\|Microsoft\.Exchange\.Configuration\.Tasks\.ManagementObjectNotFoundException\|The operation couldn't be performed because object 'nobody@contoso\.example' couldn't be found on '[A-Z0-9.]+'\.$/,
		),
		`Successfully converted ${megan} to a Shared mailbox`,
	]);
	expect(client.sandbox.tenants.task(`Offboarding: ${megan}`)!.state).toBe('Completed');
});

test('a plain text as forward passes the check and forwards nothing, without a word', async () => {
	const client = await signedIn();
	const lines = await offboard(client, megan, { forward: adele, HideFromGAL: true });
	expect(lines).toEqual([`Successfully hidden ${megan} from GAL.`]);
	expect(client.sandbox.tenants.user(megan).mailbox!.forwardingAddress).toBeNull();
});

test('forward and disableForwarding together end without forwarding', async () => {
	const client = await signedIn();
	expect(
		await offboard(client, megan, { forward: { value: adele }, disableForwarding: true }),
	).toHaveLength(3);
	expect(client.sandbox.tenants.user(megan).mailbox!.forwardingAddress).toBeNull();
});

test('an object id as OneDrive delegate is nobody to SharePoint', async () => {
	const client = await signedIn();
	const id = client.sandbox.tenants.user(adele).id;
	const [line] = await offboard(client, megan, { OnedriveAccess: [{ value: id }] });
	expect(line).toMatch(
		new RegExp(
			`^Failed to change access for ${id} on https://contosoltd-my\\.sharepoint\\.com/personal/megan_bowen_contoso_example - `,
		),
	);
});

test('a directory-synced user: sign-in warns, groups stay, the immutable id waits, the password goes through writeback', async () => {
	const client = await signedIn();
	const lines = await offboard(client, lidia, {
		ResetPass: true,
		DisableSignIn: true,
		RemoveGroups: true,
		ClearImmutableId: true,
	});
	expect(lines[0]).toMatch(
		/^Password reset accepted for Lidia Holloway, lidia\.holloway@contoso\.example\. The new password is \S+\. This user is directory synced/,
	);
	expect(lines.slice(1)).toEqual([
		`Failed to execute Set-CIPPSignInState : Failed to set sign-in state for ${lidia}. Error: WARNING: User ${lidia} is AD Sync enabled. Please enable/disable in the local AD.`,
		`Error: Could not remove ${lidia} from group 'Product Department' because it is a Dynamic Group.`,
		`Error: Could not remove ${lidia} from group 'VPN Users' because it is synced with Active Directory.`,
		`Successfully added task: Clear Immutable ID: ${lidia}. It will run in about 13 minutes.`,
		'Scheduled Immutable ID clear task for when the user account is no longer synced in the on-premises directory.',
	]);
	expect(client.sandbox.tenants.user(lidia).accountEnabled).toBe(false);
	expect(client.sandbox.tenants.task(`Clear Immutable ID: ${lidia}`)).toMatchObject({
		state: 'Planned',
		recurrence: '15m',
		trigger: { EventType: 'deleted' },
	});
});

test('a licence group is left to the licence task', async () => {
	const client = await signedIn();
	const joni = 'joni.sherman@contoso.example';
	const lines = await offboard(client, joni, { RemoveGroups: true });
	expect(lines).toEqual([
		`Skipping removal of ${joni} from group 'Licensed - Business Standard' because it has assigned licenses. This group will be handled during the license removal step.`,
		`Successfully removed ${joni} from group All Company`,
	]);
});

test('people with nothing to remove get the texts that say so', async () => {
	const client = await signedIn();
	const kelly = 'kelly.krout@adatum.example';
	const options = {
		RemoveRules: true,
		RemoveMobile: true,
		removePermissions: true,
		RemoveMFADevices: true,
		RemoveTeamsPhoneDID: true,
		ClearImmutableId: true,
	};
	expect(await offboard(client, kelly, options, 'adatum.example')).toEqual([
		`No rules found for ${kelly} to delete`,
		`Successfully removed 0 mobile devices for ${kelly}: `,
		'Could not remove mailbox permissions for . Error: Failed to generate mailbox permission report: No mailbox data found in reporting database. Sync the mailbox permissions first. ',
		`No MFA methods found for user ${kelly}`,
		'No Teams Phone DIDs found in tenant',
		`User ${kelly} does not have an ImmutableID set or it is already cleared.`,
	]);
	const lee = 'lee.gu@contoso.example';
	expect(
		await offboard(client, lee, {
			RemoveGroups: true,
			removePermissions: true,
			removeCalendarPermissions: true,
		}),
	).toEqual([
		`${lee} is not a member of any groups.`,
		`No mailbox permissions found for ${lee} in cached data`,
		`No calendar permissions found for ${lee} in cached data`,
	]);
});

test('a large mailbox is converted with a warning', async () => {
	const client = await signedIn();
	const [line] = await offboard(client, 'johanna.lorenz@contoso.example', {
		ConvertToShared: true,
	});
	expect(line).toBe(
		'Successfully converted johanna.lorenz@contoso.example to a Shared mailbox. Warning: detected mailbox size is 51.3 GB, which exceeds the 50 GB shared mailbox limit. The mailbox may stop receiving mail unless an Exchange Online Plan 2 license is retained.',
	);
});

test.each([
	['unknown', 'nowhere.example', 'megan@nowhere.example'],
	['excluded', 'woodgrove.example', 'casey.jensen@woodgrove.example'],
	['known one in capitals', contoso.toUpperCase(), megan],
])(
	'in a tenant that is to CIPP %s, an offboarding says that it did what nobody did',
	async (_, tenantFilter, user) => {
		const client = await signedIn();
		const before = JSON.stringify(client.sandbox.tenants.list);
		const { DeleteUser: _deletion, ...options } = everything;
		const lines = await offboard(client, user, options, tenantFilter);
		expect(client.sandbox.tenants.task(`Offboarding: ${user}`)!.state).toBe('Completed');
		expect(lines).toEqual(
			expect.arrayContaining([
				`Successfully revoked sessions for ${user}`,
				`Successfully set account enabled state to False for ${user}`,
				`Successfully hidden ${user} from GAL.`,
				`${user} is not a member of any groups.`,
				`Successfully converted ${user} to a Shared mailbox`,
				`Scheduled license removal for ${user}. The user currently has no licenses assigned.`,
			]),
		);
		expect(
			lines.filter((line) => line.startsWith('Failed')).map((line) => line.split(' ')[3]),
		).toEqual([
			'Set-CIPPSharePointPerms',
			'Set-CIPPOneDriveSharing',
			'Remove-CIPPUserTeamsPhoneDIDs',
		]);
		expect(client.sandbox.tenants.task(`Remove License: ${user}`)).toBeDefined();
		expect(JSON.stringify(client.sandbox.tenants.list)).toBe(before);
	},
);

test('an unknown user is accepted and the task fails later', async () => {
	const { sandbox, post } = await signedIn();
	const user = 'nobody@contoso.example';
	const reply = await post('ExecOffboardUser', {
		tenantFilter: contoso,
		user: [user],
		DisableSignIn: true,
	});
	expect([reply.status, reply.body]).toEqual([
		200,
		{ Results: [true, `Task Offboarding: ${user} scheduled to run now`] },
	]);
	sandbox.clock.advance(10_000);
	const task = sandbox.tenants.task(`Offboarding: ${user}`)!;
	expect(task.state).toBe('Failed');
	expect(task.results).toContain('Task Failed: @{Message=');
	expect(task.results).toContain('; NormalizedError=');
	expect(task.results).toContain(`Resource '${user}' does not exist`);
});

test('wrong requests are refused with every problem at once', async () => {
	const { sandbox, post } = await signedIn();
	const reply = await post('ExecOffboardUser', {
		user: ['megan'],
		Scheduled: { enabled: true },
		KeepCopy: true,
	});
	expect(reply.status).toBe(400);
	expect(reply.body.Results).toEqual([
		"'tenantFilter' is required and must resolve to a tenant domain (a string, or an object with a non-empty 'value' property).",
		"These user values do not look like userPrincipalNames (missing '@'): megan.",
		"'Scheduled.enabled' is true but 'Scheduled.date' is not a valid Unix timestamp.",
		'No offboarding actions were selected. Enable at least one action (e.g. RemoveLicenses, DisableSignIn, RevokeSessions) before submitting.',
	]);
	expect(sandbox.tenants.tasks()).toEqual([]);
});

test('results over 64,000 characters stand in the details only', async () => {
	const client = await signedIn();
	const { groups } = client.sandbox.tenants.named(contoso);
	const model = groups.find(({ displayName }) => displayName === 'Campaign Editors')!;
	for (let index = 0; index < 900; index += 1)
		groups.push({
			...structuredClone(model),
			id: `group-${index}`,
			displayName: `Project ${index}`,
		});
	await client.post('ExecOffboardUser', {
		tenantFilter: contoso,
		user: [megan],
		RemoveGroups: true,
	});
	client.sandbox.clock.advance(60_000);
	const [row] = (await client.get('ListScheduledItems', { Name: `Offboarding: ${megan}` })).body;
	expect(row.Results).toBe(
		'{"Results":"Offboarding completed, details are available in the More Info pane"}',
	);
	const { body } = await client.get('ListScheduledItemDetails', { RowKey: row.RowKey });
	expect(body.Details).toHaveLength(1);
	expect(body.Details[0].Tenant).toBe(contoso);
	expect(body.Details[0].Results).toHaveLength(904);
	expect(body.Details[0].Results[0]).toEqual({
		Results: `Successfully removed ${megan} from group 'Marketing Team'`,
	});
});

test('one request makes a task for each user, and reference and notification are kept', async () => {
	const { sandbox, get, post } = await signedIn();
	const reply = await post('ExecOffboardUser', {
		tenantFilter: { value: contoso, label: 'Contoso' },
		user: [{ value: megan }, adele],
		HideFromGAL: true,
		reference: 'run-17',
		PostExecution: { webhook: true, email: true },
	});
	expect(reply.body.Results).toEqual([
		true,
		`Task Offboarding: ${megan} scheduled to run now`,
		true,
		`Task Offboarding: ${adele} scheduled to run now`,
	]);
	const { body } = await get('ListScheduledItems', {
		Type: 'Invoke-CIPPOffboardingJob',
		tenantFilter: contoso,
	});
	expect(body).toHaveLength(2);
	expect(body[0]).toMatchObject({
		Reference: 'run-17',
		PostExecution: 'Webhook,Email',
		Recurrence: 'Once',
		Hidden: false,
		Tenant: { value: contoso, label: contoso, type: 'Tenant' },
	});
	expect(body.map((row: any) => row.Parameters.Username).sort()).toEqual([adele, megan]);
	expect(body[0].Parameters.options).toEqual({
		HideFromGAL: true,
		reference: 'run-17',
		PostExecution: { webhook: true, email: true },
	});
	sandbox.clock.advance(30_000);
	expect(linesOf(sandbox, `Offboarding: ${adele}`)).toEqual([
		`Successfully hidden ${adele} from GAL.`,
	]);
});
