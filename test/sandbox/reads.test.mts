import { expect, test } from 'vitest';
import { alex, contoso, lidia, megan, signedIn } from './signed-in.mts';

const tenant = { tenantFilter: contoso };

test('tenants: the partner with a star, no excluded one, all-tenants row and defaults on demand', async () => {
	const { get } = await signedIn();
	const names = async (query: Record<string, string>) =>
		(await get('ListTenants', query)).body.map((row: any) => row.displayName);
	expect(await names({})).toEqual([
		'*Partner Tenant',
		'Adatum Corporation',
		'Contoso Ltd',
		'Fabrikam Inc',
	]);
	expect(await names({ AllTenantSelector: 'true' })).toEqual([
		'*All Tenants',
		'*Partner Tenant',
		'Adatum Corporation',
		'Contoso Ltd',
		'Fabrikam Inc',
	]);
	expect(await names({ TenantFilter: contoso })).toEqual(['Contoso Ltd']);
	expect(await names({ TenantFilter: 'nowhere.example' })).toEqual([]);
	expect(await names({ TenantFilter: 'woodgrove.example' })).toEqual([]);
	const [row] = (
		await get('ListTenants', { TenantFilter: contoso, IncludeOffboardingDefaults: 'true' })
	).body;
	expect(row).toMatchObject({
		customerId: expect.stringMatching(/^[0-9a-f-]{36}$/),
		defaultDomainName: contoso,
		initialDomainName: 'contosoltd.onmicrosoft.com',
		offboardingDefaults: { ConvertToShared: true, DeleteUser: false },
	});
	expect((await get('ListTenants', { TenantFilter: contoso })).body[0]).not.toHaveProperty(
		'offboardingDefaults',
	);
});

test('a tenant is meant by default domain, initial domain or customer id', async () => {
	const { sandbox, get } = await signedIn();
	for (const tenantFilter of [
		contoso,
		'contosoltd.onmicrosoft.com',
		sandbox.tenants.named(contoso).customerId,
		'CONTOSO.EXAMPLE',
	]) {
		expect((await get('ListTenantDetails', { tenantFilter })).body.displayName).toBe('Contoso Ltd');
	}
});

test('users: all of them with the columns CIPP adds, one by id or UPN in any case as an array of one', async () => {
	const { sandbox, get } = await signedIn();
	const { body } = await get('ListUsers', tenant);
	expect(body).toHaveLength(sandbox.tenants.named(contoso).users.length);
	const row = body.find((each: any) => each.userPrincipalName === megan);
	expect(row).toMatchObject({
		username: 'megan.bowen',
		primDomain: { value: contoso, label: contoso },
		LicJoined: 'Microsoft 365 Business Premium, Microsoft Teams Phone Standard',
		Aliases: 'SMTP:megan.bowen@contoso.example, smtp:megan.bowen@contosoltd.onmicrosoft.com',
		onPremisesSyncEnabled: false,
		manager: { displayName: 'Alex Wilber', userPrincipalName: alex },
	});
	for (const UserID of [row.id, megan, megan.toUpperCase()])
		expect(
			(await get('ListUsers', { ...tenant, UserID })).body.map((each: any) => each.id),
		).toEqual([row.id]);
	expect((await get('ListUsers', { ...tenant, UserID: megan })).body[0]).not.toHaveProperty(
		'signInSessionsValidFromDateTime',
	);
	expect((await get('ListUsers', { ...tenant, UserID: lidia })).body[0].onPremisesSyncEnabled).toBe(
		true,
	);
	expect(
		(await get('ListUsers', { ...tenant, UserID: "liam.o'brien@contoso.example" })).body[0]
			.displayName,
	).toBe("Liam O'Brien");
});

test('users: filters, unknown tenants, all tenants', async () => {
	const { get } = await signedIn();
	expect(
		(await get('ListUsers', { ...tenant, graphFilter: "startsWith(displayName,'Me')" })).body.map(
			(row: any) => row.displayName,
		),
	).toEqual(['Megan Bowen']);
	const tooMany = `id in (${Array(16).fill("'x'").join(',')})`;
	const refused = await get('ListUsers', { ...tenant, graphFilter: tooMany });
	expect([refused.status, refused.text]).toEqual([
		500,
		expect.stringMatching(/^Too many child clauses/),
	]);
	const unknown = await get('ListUsers', { tenantFilter: 'nowhere.example', UserID: megan });
	expect([unknown.status, unknown.body]).toEqual([200, []]);
	expect((await get('ListUsers', { tenantFilter: 'woodgrove.example' })).body).toEqual([]);
	expect((await get('ListUsers', { tenantFilter: 'AllTenants' })).body).toEqual([
		{
			Message:
				'This function has been deprecated for all users, please use ListGraphRequest instead',
		},
	]);
	const missing = await get('ListUsers', { ...tenant, UserID: 'nobody@contoso.example' });
	expect([missing.status, missing.text]).toEqual([
		500,
		"Resource 'nobody@contoso.example' does not exist or one of its queried reference-property objects are not present.",
	]);
});

test('users: a filter reaches Graph only up to a # or &, because CIPP does not escape it', async () => {
	const { get } = await signedIn();
	const guest = "userPrincipalName eq 'irvin_x#EXT#@contosoltd.onmicrosoft.com'";
	expect((await get('ListUsers', { ...tenant, graphFilter: guest })).status).toBe(500);
	const cut = await get('ListUsers', {
		...tenant,
		graphFilter: "startsWith(displayName,'Me')&startsWith(displayName,'A')",
	});
	expect(cut.body.map((row: any) => row.displayName)).toEqual(['Megan Bowen']);
});

test("a user's groups with CIPP's two names for their kind", async () => {
	const { get } = await signedIn();
	const { body } = await get('ListUserGroups', { ...tenant, userId: megan });
	expect(
		body.map((row: any) => [
			row.DisplayName,
			row.calculatedGroupType,
			row.groupType,
			row.MailEnabled,
			row.SecurityGroup,
			row.GroupTypes,
		]),
	).toEqual([
		['All Company', 'distributionList', 'Distribution List', true, false, ''],
		['Campaign Editors', 'generic', 'Security', false, true, ''],
		['Confidential Mail', 'security', 'Mail-Enabled Security', true, true, ''],
		['Marketing Team', 'm365', 'Microsoft 365', true, false, 'Unified'],
	]);
	expect(
		(await get('ListUserGroups', { ...tenant, userId: lidia })).body.map((row: any) => [
			row.DisplayName,
			row.GroupTypes,
			row.OnPremisesSync,
		]),
	).toEqual([
		['Product Department', 'DynamicMembership', null],
		['VPN Users', '', true],
	]);
});

test("a group's mail settings are read only for the kind of group the caller names", async () => {
	const { sandbox, get } = await signedIn();
	const idOf = (name: string) =>
		sandbox.tenants.named(contoso).groups.find(({ displayName }) => displayName === name)!.id;
	const read = async (name: string, groupType?: string) => {
		const query = { ...tenant, groupID: idOf(name), ...(groupType ? { groupType } : {}) };
		const { allowExternal, sendCopies, hideFromOutlookClients } = (await get('ListGroups', query))
			.body;
		return { allowExternal, sendCopies, hideFromOutlookClients };
	};
	const unread = { allowExternal: true, sendCopies: null, hideFromOutlookClients: null };
	expect(await read('Marketing Team')).toEqual(unread);
	expect(await read('Marketing Team', 'microsoft 365')).toEqual({
		allowExternal: false,
		sendCopies: false,
		hideFromOutlookClients: false,
	});
	expect(await read('All Company', 'Distribution List')).toEqual(unread);
	const wrong = await get('ListGroups', {
		...tenant,
		groupID: idOf('Campaign Editors'),
		groupType: 'Distribution List',
	});
	expect([wrong.status, wrong.text]).toEqual([500, expect.stringContaining("couldn't be found")]);
});

test('mailbox details: one row, and nulls where there is no mailbox', async () => {
	const { get } = await signedIn();
	const details = async (query: Record<string, string>) =>
		(await get('ListUserMailboxDetails', { ...tenant, ...query })).body;
	const [row, ...more] = await details({
		UserID: 'pradeep.gupta@contoso.example',
		userMail: 'pradeep.gupta@contoso.example',
	});
	expect(more).toEqual([]);
	expect(row).toMatchObject({
		ForwardingAddress: 'pradeep@private.example',
		ForwardAndDeliver: true,
		RecipientTypeDetails: 'UserMailbox',
		BlockedForSpam: false,
	});
	expect((await details({ UserID: megan }))[0].BlockedForSpam).toBe(false);
	expect((await details({ UserID: 'marketing@contoso.example' }))[0].Permissions).toEqual([
		{ User: megan, AccessRights: 'FullAccess' },
		{ User: 'adele.vance@contoso.example', AccessRights: 'FullAccess' },
	]);
	expect((await details({ UserID: 'miriam.graham@contoso.example' }))[0]).toMatchObject({
		ArchiveMailBox: true,
		TotalArchiveItemSize: 18.2,
		LitigationHold: true,
	});
	const [none] = await details({ UserID: 'nobody@contoso.example' });
	expect(none).toMatchObject({
		RecipientTypeDetails: null,
		HiddenFromAddressLists: null,
		ForwardingAddress: null,
		ArchiveMailBox: null,
		TotalArchiveItemSize: null,
		BlockedForSpam: null,
	});
	expect(none.Mailbox[0].error).toContain("couldn't be found");
	expect(none.MailboxActionsData).toMatchObject({ id: null, UPN: null });
});

test('mailbox permissions: live rows by right, the report by mailbox and by user', async () => {
	const { get } = await signedIn();
	const read = async (query: Record<string, string>) =>
		(await get('ListmailboxPermissions', { ...tenant, ...query })).body;
	expect(await read({ userId: alex, UseReportDB: 'true' })).toEqual([
		{ User: megan, Permissions: 'SendOnBehalf' },
		{ User: 'NT AUTHORITY\\SELF', Permissions: 'FullAccess, ReadPermission' },
		{ User: 'NT AUTHORITY\\SELF', Permissions: ['SendAs'] },
	]);
	expect(await read({ userId: 'nobody@contoso.example' })).toEqual([]);
	const [mine] = await read({ UseReportDB: 'true', ByUser: 'true', User: megan.toUpperCase() });
	expect(mine).toMatchObject({
		User: megan,
		UserMailboxType: 'UserMailbox',
		MailboxCount: 3,
		Tenant: contoso,
	});
	expect(mine.Permissions).toContainEqual({
		Mailbox: 'Marketing Inbox',
		MailboxUPN: 'marketing@contoso.example',
		AccessRights: 'FullAccess',
	});
	expect(
		(await read({ UseReportDB: 'true', User: megan })).map((row: any) => row.MailboxUPN),
	).toContain('marketing@contoso.example');
	const missing = await get('ListmailboxPermissions', {
		tenantFilter: 'adatum.example',
		UseReportDB: 'true',
	});
	expect([missing.status, missing.body]).toEqual([
		500,
		[
			'Failed to generate mailbox permission report: No mailbox data found in reporting database. Sync the mailbox permissions first. ',
		],
	]);
});

test('the permission report is a copy: it learns of changes made past CIPP only by a sync', async () => {
	const { sandbox, get } = await signedIn();
	sandbox.tenants
		.user('events@contoso.example')
		.mailbox!.grants.push({ trustee: lidia, right: 'FullAccess' });
	const read = async () =>
		(
			await get('ListmailboxPermissions', {
				...tenant,
				UseReportDB: 'true',
				ByUser: 'true',
				User: lidia,
			})
		).body;
	expect(await read()).toEqual([]);
	sandbox.tenants.syncPermissionReport(contoso);
	expect((await read())[0]).toMatchObject({
		User: lidia,
		PermissionCacheTimestamp: '2025-03-03T09:02:00.000Z',
	});
});

test('calendar permissions: live with everybody, the report without', async () => {
	const { get } = await signedIn();
	const { body } = await get('ListCalendarPermissions', { ...tenant, UserID: alex });
	expect(body.map((row: any) => [row.Identity, row.User, row.AccessRights])).toEqual([
		[`${alex}:\\Calendar`, 'Default', ['AvailabilityOnly']],
		[`${alex}:\\Calendar`, 'Anonymous', ['None']],
		[`${alex}:\\Calendar`, 'Megan Bowen', ['Editor']],
	]);
	const report = (
		await get('ListCalendarPermissions', { ...tenant, UseReportDB: 'true', ByUser: 'true' })
	).body;
	expect(report.map((row: any) => [row.User, row.Permissions])).toEqual([
		[
			'Alex Wilber',
			[
				{
					Calendar: 'Megan Bowen',
					CalendarUPN: megan,
					AccessRights: 'Reviewer',
					FolderName: 'Calendar',
				},
			],
		],
		[
			'Megan Bowen',
			[
				{
					Calendar: 'Alex Wilber',
					CalendarUPN: alex,
					AccessRights: 'Editor',
					FolderName: 'Calendar',
				},
			],
		],
	]);
	const missing = await get('ListCalendarPermissions', {
		...tenant,
		UserID: 'nobody@contoso.example',
	});
	expect([missing.status, Array.isArray(missing.body)]).toEqual([403, true]);
});

test('rules, mobile devices, devices, numbers, roles, sign-ins, MFA and sites of the leaver', async () => {
	const { sandbox, get } = await signedIn();
	const { id } = sandbox.tenants.user(megan);
	expect(
		(await get('ListUserMailboxRules', { ...tenant, UserID: megan })).body.map(
			(row: any) => row.Name,
		),
	).toEqual(['Newsletters', 'Agency invoices']);
	expect(
		(await get('ListMailboxMobileDevices', { ...tenant, Mailbox: megan })).body[0],
	).toMatchObject({
		deviceFriendlyName: "Megan's iPhone",
		deviceOS: 'iOS 18.3.1',
		lastSuccessSync: '03/03/2025 06:41:00',
	});
	expect(
		(await get('ListUserDevices', { ...tenant, UserID: megan })).body.map((row: any) => [
			row.displayName,
			typeof row.EPMID,
		]),
	).toEqual([
		['CONTOSO-LT-014', 'string'],
		['Megan iPhone', 'object'],
	]);
	expect((await get('ListUserDevices', { ...tenant, UserID: 'nobody' })).body).toEqual([]);
	expect(
		(await get('ListDevices', tenant)).body.find((row: any) => row.deviceName === 'CONTOSO-LT-014'),
	).toMatchObject({ userPrincipalName: megan, complianceState: 'compliant' });
	expect(
		(await get('ListTeamsVoice', tenant)).body.map((row: any) => [
			row.TelephoneNumber,
			row.AssignedTo?.userPrincipalName ?? row.AssignedTo,
		]),
	).toEqual([
		['+12065550142', megan],
		['+12065550117', 'grady.archie@contoso.example'],
		['+12065550190', 'Unassigned'],
	]);
	expect(
		(await get('ListRoles', tenant)).body
			.filter((row: any) => row.MemberCount > 0)
			.map((row: any) => [row.DisplayName, row.Members[0].displayName]),
	).toEqual([
		['Global Administrator', 'Nestor Wilke'],
		['Exchange Administrator', 'Diego Siciliani'],
	]);
	expect((await get('ListUserSigninLogs', { ...tenant, UserID: id })).body).toHaveLength(3);
	expect((await get('ListUserSigninLogs', { ...tenant, UserID: megan })).body).toEqual([]);
	expect(
		(await get('ListMFAUsers', tenant)).body.find((row: any) => row.UPN === megan),
	).toMatchObject({
		ID: id,
		PerUser: 'enforced',
		MFARegistration: true,
		MFAMethods: ['microsoftAuthenticatorPush', 'mobilePhone', 'fido2SecurityKey'],
		IsAdmin: false,
	});
	expect((await get('ListPerUserMFA', { ...tenant, userId: megan })).body).toEqual([
		{ PerUserMFAState: 'enforced', UserPrincipalName: megan },
	]);
	expect(
		(await get('ListSites', { ...tenant, Type: 'OneDriveUsageAccount' })).body.find(
			(row: any) => row.ownerPrincipalName === megan,
		).webUrl,
	).toBe('https://contosoltd-my.sharepoint.com/personal/megan_bowen_contoso_example');
	expect((await get('ListSites', tenant)).status).toBe(400);
});

test('groups, licences and mailboxes of a tenant', async () => {
	const { sandbox, get } = await signedIn();
	const groups = (await get('ListGroups', tenant)).body;
	expect(groups.find((row: any) => row.displayName === 'Product Department')).toMatchObject({
		dynamicGroupBool: true,
		calculatedGroupType: 'generic',
		groupType: 'Security',
	});
	const team = groups.find((row: any) => row.displayName === 'Marketing Team');
	const one = (await get('ListGroups', { ...tenant, groupID: team.id, members: 'true' })).body;
	expect([one.members.map((row: any) => row.displayName), one.owners]).toEqual([
		['Adele Vance', 'Alex Wilber', 'Megan Bowen'],
		[],
	]);
	const premium = (await get('ListLicenses', tenant)).body.find(
		(row: any) => row.License === 'Microsoft 365 Business Premium',
	);
	expect(premium).toMatchObject({
		skuId: 'cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46',
		TotalLicenses: '25',
		CountUsed: String(premium.AssignedUsers.length),
	});
	const shared = (await get('ListMailboxes', { ...tenant, RecipientTypeDetails: 'SharedMailbox' }))
		.body;
	expect(shared.map((row: any) => row.UPN)).toEqual([
		'patti.fernandez@contoso.example',
		'marketing@contoso.example',
		'events@contoso.example',
	]);
	expect(
		(await get('ListMailboxes', { ...tenant, Identity: megan })).body[0].ExternalDirectoryObjectId,
	).toBe(sandbox.tenants.user(megan).id);
});

test('ListOoO gives nulls for an unknown tenant and fails for an unknown user', async () => {
	const { get } = await signedIn();
	expect(
		(await get('ListOoO', { tenantFilter: 'nowhere.example', userid: megan })).body,
	).toMatchObject({ AutoReplyState: null, InternalMessage: null });
	const missing = await get('ListOoO', { ...tenant, userid: 'nobody@contoso.example' });
	expect(missing.status).toBe(500);
	expect(missing.text).toMatch(
		/^Could not retrieve out of office message for nobody@contoso\.example\. Error: /,
	);
});

test('version, ping, echo', async () => {
	const { get } = await signedIn({ cipp: '10.8' });
	expect((await get('GetVersion')).body).toMatchObject({
		LocalCIPPAPIVersion: '10.8.2',
		OutOfDateCIPPAPI: false,
		LocalCIPPVersion: null,
		OutOfDateCIPP: true,
	});
	expect((await get('PublicPing')).body.Results.Message).toBe('Pong');
	const { body } = await get('ListApiTest', { a: 'b' });
	expect(body).toMatchObject({ AllowedTenants: null, Request: { Query: { a: 'b' } } });
});
