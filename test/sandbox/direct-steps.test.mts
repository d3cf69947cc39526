import { expect, test } from 'vitest';
import { adele, alex, contoso, lidia, megan, signedIn } from './signed-in.mts';

const tenantFilter = contoso;
const marketing = 'marketing@contoso.example';
const events = 'events@contoso.example';
const noSuchObject = /does not exist or one of its queried/;

test('rights in a mailbox are given and taken one by one, and CIPP keeps its report in step', async () => {
	const { sandbox, get, post } = await signedIn();
	const change = async (body: object) =>
		(await post('ExecEditMailboxPermissions', { tenantfilter: contoso, userID: megan, ...body }))
			.body.Results;
	const person = [{ value: alex, label: alex }];
	expect(
		await change({ AddFullAccess: person, AddSendAs: person, AddSendOnBehalf: [{ value: adele }] }),
	).toEqual([
		`Granted ${alex} FullAccess to ${megan} with automapping True`,
		`Granted ${alex} SendAs permissions to ${megan}`,
		`Granted ${adele} SendOnBehalf permissions to ${megan}`,
	]);
	const shown = async () =>
		(await get('ListmailboxPermissions', { tenantFilter, userId: megan })).body
			.filter(({ User }: any) => [alex, adele].includes(User))
			.map(({ User, Permissions }: any) => `${User}: ${[Permissions].flat().join()}`);
	expect(await shown()).toEqual([
		`${adele}: SendOnBehalf`,
		`${alex}: FullAccess`,
		`${alex}: SendAs`,
	]);
	const reported = () =>
		sandbox.tenants
			.named(contoso)
			.permissionReport!.mailbox.filter(({ mailbox }) => mailbox === megan)
			.map(({ user, right }) => `${user}: ${right}`);
	expect(reported()).toContain(`${alex}: SendAs`);
	expect(await change({ RemoveSendAs: person, RemoveSendOnBehalf: [{ value: adele }] })).toEqual([
		`Removed ${alex} SendAs permissions from ${megan}`,
		`Removed ${adele} SendOnBehalf permissions from ${megan}`,
	]);
	expect(await shown()).toEqual([`${alex}: FullAccess`]);
	expect(reported()).not.toContain(`${adele}: SendOnBehalf`);
	expect(await change({ AddFullAccess: [{ value: 'nobody@contoso.example' }] })).toEqual([
		expect.stringMatching(/^Failed to Add FullAccess for nobody@contoso.example on /),
	]);
	// Plain texts are passed over.
	expect(await change({ AddFullAccess: [adele] })).toEqual([]);
});

test('rights in many mailboxes are changed in one call; what CIPP does not know is passed over', async () => {
	const { sandbox, post } = await signedIn();
	const change = async (...mailboxRequests: object[]) =>
		(await post('ExecModifyMBPerms', { tenantFilter, mailboxRequests })).body.Results;
	const remove = { UserID: megan, Modification: 'Remove' };
	expect(
		await change(
			{ userID: marketing, permissions: [{ ...remove, PermissionLevel: 'FullAccess, SendAs' }] },
			{ userID: events, permissions: [{ ...remove, PermissionLevel: 'SendAs' }] },
			{ userID: 'nobody@contoso.example', permissions: [] },
		),
	).toEqual([
		'Could not find user nobody@contoso.example',
		`Removed ${megan} FullAccess from ${marketing}`,
		`Removed ${megan} SendAs permissions from ${marketing}`,
		`Removed ${megan} SendAs permissions from ${events}`,
	]);
	expect(sandbox.tenants.describeUser(megan)?.mailboxesOfOthers).toEqual([
		`SendOnBehalf on ${alex}`,
	]);
	const add = { UserID: [{ value: megan }], Modification: 'Add', AutoMap: false };
	expect(
		await change({
			userID: sandbox.tenants.user(marketing).id,
			permissions: [{ ...add, PermissionLevel: ['FullAccess', 'ReadPermission'] }],
		}),
	).toEqual([`Granted ${megan} FullAccess to ${marketing} with automapping False`]);
	expect(
		await change({ userID: marketing, permissions: [{ ...add, PermissionLevel: 'Everything' }] }),
	).toEqual(['No valid permission changes to process']);
	expect(
		(
			await change({
				userID: marketing,
				permissions: [{ ...add, UserID: 'nobody', PermissionLevel: 'SendAs' }],
			})
		)[0],
	).toMatch(/^Error processing SendAs for nobody on /);
	expect((await post('ExecModifyMBPerms', { tenantFilter })).status).toBe(400);
});

test('a calendar is found by its name in the language of the mailbox', async () => {
	const { sandbox, get, post } = await signedIn();
	const { id, mailbox } = sandbox.tenants.user(alex);
	const change = async (permission: object) =>
		await post('ExecModifyCalPerms', { tenantFilter, userID: alex, permissions: [permission] });
	const editor = { UserID: adele, PermissionLevel: 'Editor', Modification: 'Add' };
	expect((await change(editor)).body.Results).toEqual([
		`Successfully set permissions on folder ${id}:\\Calendar. The user ${adele} now has Editor permissions on this folder.`,
	]);
	const rows = (await get('ListCalendarPermissions', { tenantFilter, UserID: alex })).body;
	expect(rows.find(({ User }: any) => User === 'Adele Vance')).toMatchObject({
		AccessRights: ['Editor'],
		FolderName: 'Calendar',
	});
	const gone = { UserID: adele, PermissionLevel: 'None', Modification: 'Remove' };
	expect((await change(gone)).body.Results).toEqual([
		`Successfully removed access for ${adele} from calendar ${id}:\\Calendar`,
	]);
	// CIPP's report has display names, and CIPP looks for what it was given.
	expect(
		sandbox.tenants
			.named(contoso)
			.permissionReport!.calendar.some(
				({ calendar, user }) => calendar === alex && user === 'Adele Vance',
			),
	).toBe(true);
	const again = await change(gone);
	expect([again.status, again.body.Results[0]]).toEqual([
		500,
		expect.stringContaining('no existing permission entry'),
	]);
	mailbox!.calendarFolder = 'Kalender';
	expect((await change(editor)).status).toBe(500);
	expect((await change({ ...editor, FolderName: 'Kalender' })).status).toBe(200);
	expect((await change({ ...editor, CanViewPrivateItems: 'true' })).status).toBe(500);
	expect(
		(await post('ExecModifyCalPerms', { tenantFilter, userID: 'nobody', permissions: [editor] }))
			.status,
	).toBe(404);
});

test('rules and phones go one at a time', async () => {
	const { sandbox, get, post } = await signedIn();
	const mailbox = () => sandbox.tenants.user(megan).mailbox!;
	const [first, second] = (await get('ListUserMailboxRules', { tenantFilter, UserID: megan })).body;
	const rule = (row: any) => ({
		TenantFilter: contoso,
		ruleId: row.Identity,
		ruleName: row.Name,
		userPrincipalName: megan,
	});
	expect((await post('ExecSetMailboxRule', { ...rule(second), Disable: true })).body.Results).toBe(
		`Successfully set mailbox rule ${second.Name} for ${megan} to Disabled`,
	);
	expect((await post('ExecRemoveMailboxRule', rule(first))).body.Results).toBe(
		`Successfully deleted mailbox rule ${first.Name} for ${megan}`,
	);
	expect(mailbox().rules.map(({ name, enabled }) => [name, enabled])).toEqual([
		[second.Name, false],
	]);
	const again = await post('ExecRemoveMailboxRule', rule(first));
	expect([again.status, again.body.Results]).toEqual([
		500,
		expect.stringMatching(/^Failed to delete rule for /),
	]);
	expect((await post('ExecSetMailboxRule', rule(second))).text).toContain('No state provided');

	const [phone] = (await get('ListMailboxMobileDevices', { tenantFilter, Mailbox: megan })).body;
	const device = { tenantFilter, Userid: megan, guid: phone.Guid };
	const asked = { ...device, Quarantine: 'true', Delete: 'true' };
	expect((await post('ExecMailboxMobileDevices', {}, asked)).body.Results).toContain('Blocked');
	expect(mailbox().mobileDevices).toHaveLength(2);
	const deletion = { ...device, Delete: 'true' };
	expect((await post('ExecMailboxMobileDevices', {}, deletion)).body.Results).toBe(
		`Deleted Active Sync Device for ${megan}`,
	);
	expect(mailbox().mobileDevices).toHaveLength(1);
	const missing = await post('ExecMailboxMobileDevices', {}, deletion);
	expect([missing.status, missing.body.Results]).toEqual([
		200,
		expect.stringMatching(/^Failed to delete Mobile Device /),
	]);
});

test('a OneDrive gets and loses admins, and its sharing', async () => {
	const { sandbox, post } = await signedIn();
	const drive = () => sandbox.tenants.user(megan).oneDrive!;
	const { url } = drive();
	const people = {
		tenantFilter,
		UPN: megan,
		onedriveAccessUser: [{ value: alex }, 'an-object-id'],
	};
	expect((await post('ExecSharePointPerms', people)).body.Results).toEqual([
		`Successfully added ${alex} as a site collection admin of ${url}`,
		expect.stringMatching(/^Failed to change access for an-object-id on /),
	]);
	expect(drive().siteAdmins).toContain(alex);
	await post('ExecSharePointPerms', { tenantFilter, URL: url, user: alex, RemovePermission: true });
	expect(drive().siteAdmins).not.toContain(alex);
	expect((await post('ExecSharePointPerms', { tenantFilter, UPN: megan })).status).toBe(400);
	const nowhere = await post('ExecSharePointPerms', { ...people, UPN: 'nobody' });
	expect([nowhere.status, nowhere.body.Results]).toEqual([
		400,
		expect.stringContaining('Failed to process SharePoint permissions'),
	]);
	const sharing = async (SharingCapability: string) =>
		await post('ExecSetOneDriveSharing', { tenantFilter, UPN: megan, SharingCapability });
	expect((await sharing('Disabled')).body.Results).toContain("set OneDrive sharing to 'Disabled'");
	expect(drive().sharing).toBe('Disabled');
	expect((await sharing('Open')).status).toBe(500);
});

test('a Teams number is only submitted, and changes hands a while later', async () => {
	const { sandbox, get, post } = await signedIn();
	const number = { PhoneNumber: '+12065550142', PhoneNumberType: 'CallingPlan' };
	const holder = async () =>
		(await get('ListTeamsVoice', { tenantFilter })).body.find(
			({ TelephoneNumber }: any) => TelephoneNumber === number.PhoneNumber,
		).TargetId;
	const { id } = sandbox.tenants.user(megan);
	const taken = await post('ExecRemoveTeamsVoicePhoneNumberAssignment', {
		tenantFilter,
		AssignedTo: megan,
		...number,
	});
	expect(taken.body.Results).toBe(
		`Successfully submitted unassignment of ${number.PhoneNumber} from ${megan}`,
	);
	expect(await holder()).toBe(id);
	sandbox.clock.advance(15_000);
	expect(await holder()).toBe(null);
	const assign = async (value: string, more: object = {}) =>
		await post('ExecTeamsVoicePhoneNumberAssignment', {
			TenantFilter: contoso,
			input: { value },
			...number,
			...more,
		});
	expect((await assign(megan)).body.Results).toBe(
		`Successfully submitted assignment of ${number.PhoneNumber} to ${megan}`,
	);
	sandbox.clock.advance(15_000);
	expect(await holder()).toBe(id);
	expect((await assign(alex)).status).toBe(403);
	expect((await assign(megan, { PhoneNumberType: 'directRouting' })).status).toBe(403);
	expect((await assign('nobody@contoso.example')).body.Results).toMatch(noSuchObject);
});

test('an admin role is left by its template id; the id in ListRoles is not the id of the role', async () => {
	const { sandbox, get, post } = await signedIn();
	const diego = sandbox.tenants.user('diego.siciliani@contoso.example');
	const row = (await get('ListRoles', { tenantFilter })).body.find(
		({ DisplayName }: any) => DisplayName === 'Exchange Administrator',
	);
	const base = {
		tenantFilter,
		RoleName: row.DisplayName,
		Users: [{ value: diego.id, label: diego.displayName }],
	};
	const wrong = await post('ExecRemoveAdminRole', { ...base, RoleId: row.Id });
	expect([wrong.status, wrong.body.Results[0]]).toEqual([500, expect.stringMatching(noSuchObject)]);
	const right = { ...base, RoleTemplateId: row.roleTemplateId };
	expect((await post('ExecRemoveAdminRole', right)).body.Results).toEqual([
		'Successfully removed Diego Siciliani from admin role Exchange Administrator.',
	]);
	expect(sandbox.tenants.describeUser(diego.id)?.roles).toEqual([]);
	const again = await post('ExecRemoveAdminRole', right);
	expect([again.status, again.body.Results[0]]).toEqual([
		500,
		expect.stringContaining('activated'),
	]);
	expect((await post('ExecRemoveAdminRole', { ...base, Users: [] })).status).toBe(400);
});

test('attributes and managers are patched, all of a person or nothing', async () => {
	const { sandbox, get, post } = await signedIn();
	const { id } = sandbox.tenants.user(megan);
	const patch = async (body: unknown) => await post('PatchUser', body);
	const person = { id, tenantFilter };
	expect(
		(await patch([{ ...person, jobTitle: 'Editor', department: null, manager: adele }])).body
			.Results,
	).toEqual(['Successfully patched 1 user and updated 1 manager assignment across 1 tenant']);
	const [row] = (await get('ListUsers', { tenantFilter, UserID: megan })).body;
	expect(row).toMatchObject({
		jobTitle: 'Editor',
		department: null,
		manager: { userPrincipalName: adele },
	});
	const bad = await patch({ ...person, jobTitle: 'Author', favouriteColour: 'red' });
	expect([bad.status, bad.body.Results[0], bad.body.Results[1]]).toEqual([
		400,
		expect.stringMatching(/^Failed to patch user /),
		'Successfully patched 0 of 1 users',
	]);
	expect(sandbox.tenants.user(megan).jobTitle).toBe('Editor');
	expect((await patch({ ...person, manager: 'nobody' })).body.Results[0]).toMatch(noSuchObject);
	// Only a plain text names someone; everything that Graph knows of a person can be changed.
	expect((await patch({ ...person, manager: { value: adele, label: adele } })).status).toBe(400);
	expect((await patch({ ...person, streetAddress: '1 Main Street' })).status).toBe(200);
	expect((await patch({ id: lidia, tenantFilter, jobTitle: 'X' })).status).toBe(400);
	expect(
		(await patch({ id, tenantFilter: 'nowhere.example', jobTitle: 'X' })).body.Results,
	).toEqual(['Successfully patched 0 users across 1 tenant']);
	expect((await patch([person, { id }])).status).toBe(400);
});

test('per-user MFA is set, and success is said of people who do not exist', async () => {
	const { sandbox, get, post } = await signedIn();
	const set = async (userPrincipalName: string, State: unknown) =>
		await post('ExecPerUserMFA', { tenantFilter, userPrincipalName, State });
	expect((await set(megan, { value: 'disabled' })).body.Results).toEqual([
		`Successfully set Per user MFA State for ${megan}`,
	]);
	expect(sandbox.tenants.user(megan).perUserMfaState).toBe('disabled');
	expect((await get('ListPerUserMFA', { tenantFilter, userId: megan })).body).toEqual([
		{ PerUserMFAState: 'disabled', UserPrincipalName: megan },
	]);
	expect((await set('nobody', 'enabled')).status).toBe(200);
	expect((await set(megan, 'on')).status).toBe(500);
});

test('an immutable id is cleared at once, never for a synced user, and brings a deleted one back', async () => {
	const { sandbox, post } = await signedIn();
	const clear = async (ID: string) => await post('ExecClrImmId', { tenantFilter, ID });
	const { id } = sandbox.tenants.user(megan);
	await post('RemoveUser', { tenantFilter, ID: id });
	expect((await clear(id)).body.Results).toBe(`Successfully cleared immutable ID for user ${id}`);
	expect(sandbox.tenants.user(megan).onPremisesImmutableId).toBe(null);
	const synced = await clear(lidia);
	expect([synced.status, synced.body.Results]).toEqual([
		500,
		expect.stringMatching(/^Failed to clear immutable ID for /),
	]);
	expect(sandbox.tenants.user(lidia).onPremisesImmutableId).not.toBe(null);
});

test('removing all licences fails as a whole where one comes from a group', async () => {
	const { sandbox, post } = await signedIn();
	const joni = sandbox.tenants.user('joni.sherman@contoso.example');
	joni.directLicenses = ['f8a1db68-be16-40ed-86d5-cb42ce701560'];
	const remove = async (item: object) =>
		(
			await post('ExecBulkLicense', [
				{ tenantFilter, userIds: [joni.id], LicenseOperation: 'Remove', ...item },
			])
		).body.Results[0];
	expect(await remove({ RemoveAllLicenses: true })).toContain('inherited from a group membership');
	expect(joni.directLicenses).toHaveLength(1);
	expect(await remove({ LicensesToRemove: [{ value: joni.directLicenses[0] }] })).toMatch(
		/^Successfully set licenses/,
	);
	expect(joni.directLicenses).toEqual([]);
});

test('meetings are cancelled by a task alone', async () => {
	const { sandbox, post } = await signedIn();
	await post('AddScheduledItem', {
		TenantFilter: { value: contoso, label: contoso, type: 'Tenant' },
		Name: 'Cancel her meetings',
		Command: { value: 'Remove-CIPPCalendarInvites' },
		Parameters: { UserID: megan, Username: megan },
		RunNow: true,
	});
	sandbox.clock.advance(60_000);
	expect(sandbox.tenants.user(megan).mailbox!.meetings).toEqual([]);
	expect(sandbox.tenants.task('Cancel her meetings')?.results).toContain('Successfully cancelled');
});
