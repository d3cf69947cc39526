import { describe, expect, it } from 'vitest';
import { endpoints } from '../../sandbox/cipp/endpoints/all.mts';
import { adele, alex, contoso, megan, offboard, signedIn, type SignedIn } from './signed-in.mts';

const tenantFilter = contoso;

/** An answer's status and whether its body is JSON (j) or text (t), as CIPP's own functions gave them. */
type Kind = '200j' | '200t' | '400j' | '400t' | '403j' | '403t' | '404j' | '404t' | '500j' | '500t';

const reads: Array<[string, Record<string, string>, Kind, Kind]> = [
	['ListTenantDetails', {}, '500t', '500t'],
	['ListUsers', {}, '500t', '500t'],
	['ListUsers', { UserID: megan }, '500t', '500t'],
	['ListUserGroups', { userId: megan }, '500t', '500t'],
	['ListUserDevices', { UserID: megan }, '200j', '200j'],
	['ListUserSigninLogs', { UserID: megan }, '500j', '500j'],
	['ListDeletedItems', {}, '200j', '500t'],
	['ListMFAUsers', {}, '403j', '403j'],
	['ListPerUserMFA', { userId: megan }, '500j', '500j'],
	['ListRoles', {}, '400t', '400t'],
	['ListDevices', {}, '403j', '403j'],
	['ListLicenses', {}, '200j', '500t'],
	['ListGroups', {}, '403t', '403t'],
	['ListUserMailboxDetails', { UserID: megan }, '200j', '200j'],
	['ListMailboxes', {}, '403j', '403j'],
	['ListUserMailboxRules', { UserID: megan }, '500j', '500j'],
	['ListOoO', { userid: megan }, '500t', '500t'],
	['ListMailboxMobileDevices', { Mailbox: megan }, '403j', '403j'],
	['ListmailboxPermissions', { userId: megan }, '200j', '200j'],
	['ListCalendarPermissions', { UserID: megan }, '403j', '403j'],
	['ListTeamsVoice', {}, '403j', '403j'],
	['ListSites', { Type: 'OneDriveUsageAccount' }, '403j', '403j'],
	['ListGraphRequest', { Endpoint: 'users' }, '400t', '400t'],
	// What CIPP keeps itself, or is asked for the time of day, needs no Microsoft.
	['ListApiTest', {}, '200j', '200j'],
	['PublicPing', {}, '200t', '200t'],
	['GetVersion', {}, '200j', '200j'],
	['ListTenants', {}, '200j', '200j'],
	['ListCippQueue', {}, '200j', '200j'],
	['ListDBCache', { type: 'Mailboxes' }, '200j', '200j'],
	['ListScheduledItems', {}, '200j', '200j'],
	['ListScheduledItemDetails', { RowKey: 'none' }, '404t', '404t'],
	['me', {}, '403t', '403t'],
	// A change, although it is asked like a list: a phone is removed.
	['ExecMailboxMobileDevices', { Userid: megan, guid: 'x', Delete: 'true' }, '200j', '200j'],
];

const member = [{ value: '', label: '', addedFields: { userPrincipalName: alex } }];

/** Changes with what they send; the client knows the ids. */
const changes: Array<[string, (client: SignedIn) => object, Kind, Kind]> = [
	['ExecPerUserMFA', () => ({ userPrincipalName: megan, State: 'enforced' }), '200j', '500j'],
	['ExecRemoveAdminRole', (client) => aRole(client), '500j', '500j'],
	['ExecBulkLicense', (client) => [{ ...removal(client), tenantFilter }], '200j', '400j'],
	['EditGroup', (client) => aMember(client), '500t', '500t'],
	['ExecConvertMailbox', () => ({ ID: megan, MailboxType: 'Shared' }), '500j', '500j'],
	['ExecHideFromGAL', () => ({ ID: megan, HideFromGAL: true }), '403j', '403j'],
	['ExecEmailForward', () => ({ userID: megan, forwardOption: 'disabled' }), '500j', '500j'],
	['ExecSetOoO', () => ({ userId: megan, AutoReplyState: 'Enabled', input: 'x' }), '500j', '500j'],
	['ExecRemoveMailboxRule', (client) => aRule(client), '500j', '500j'],
	['ExecSetMailboxRule', (client) => ({ ...aRule(client), Disable: true }), '500t', '500t'],
	['ExecEditMailboxPermissions', () => aRight(), '200j', '200j'],
	['ExecModifyMBPerms', () => ({ mailboxRequests: [aChange('FullAccess')] }), '200j', '200j'],
	['ExecModifyCalPerms', () => aChange('Editor'), '500j', '404j'],
	['ExecSharePointPerms', () => ({ UPN: megan, onedriveAccessUser: [adele] }), '200j', '400j'],
	['ExecSetOneDriveSharing', () => ({ UPN: megan, SharingCapability: 'Disabled' }), '500j', '500j'],
	['ExecTeamsVoicePhoneNumberAssignment', (client) => aNumber(client), '403j', '403j'],
	['ExecRemoveTeamsVoicePhoneNumberAssignment', (client) => aNumber(client), '500j', '500j'],
	['ExecDisableUser', () => ({ ID: megan, Enable: false }), '500j', '500j'],
	['ExecRevokeSessions', () => ({ id: megan, Username: megan }), '500j', '500j'],
	['ExecResetPass', () => ({ ID: megan, MustChange: true }), '500j', '500j'],
	['RemoveUser', () => ({ ID: megan }), '500j', '500j'],
	['ExecClrImmId', () => ({ ID: megan }), '500j', '500j'],
	['ExecResetMFA', () => ({ ID: megan }), '500j', '500j'],
	['PatchUser', () => ({ id: megan, jobTitle: 'Lead' }), '400j', '500j'],
	['ExecRestoreDeleted', (client) => somebodyGone(client), '500j', '500j'],
	['ExecExchangeRoleRepair', () => ({ tenantId: contoso }), '200j', '200j'],
	// What CIPP does later it takes on, whatever Microsoft is like by now.
	['AddScheduledItem', () => aTask(), '200j', '200j'],
	['RemoveScheduledItem', () => ({ id: 'none' }), '200j', '200j'],
	['ExecOffboardUser', () => ({ user: [{ value: megan }], DisableSignIn: true }), '200j', '200j'],
];

const aTask = () => ({
	TenantFilter: contoso,
	Name: 'Block',
	Command: 'Set-CIPPSignInState',
	Parameters: { UserID: megan },
});

/** Leaves the directory before anything is asked. */
function somebodyGone(client: SignedIn) {
	const tenant = tenantOf(client);
	const [user] = tenant.users.splice(3, 1);
	tenant.deletedUsers.push({
		user,
		deletedDateTime: '2025-03-01T00:00:00Z',
		groupIds: [],
		ownedGroupIds: [],
	});
	return { ID: user.id };
}

const tenantOf = ({ sandbox }: SignedIn) => sandbox.tenants.named(contoso);

function aRole(client: SignedIn) {
	const role = tenantOf(client).roles.find(({ members }) => members.length > 0)!;
	return { RoleTemplateId: role.roleTemplateId, RoleName: 'x', Users: [{ id: role.members[0] }] };
}

function removal({ sandbox }: SignedIn) {
	const { id, directLicenses } = sandbox.tenants.user(megan);
	const LicensesToRemove = directLicenses.map((value) => ({ value }));
	return { userIds: [id], LicenseOperation: 'Remove', LicensesToRemove };
}

function aMember(client: SignedIn) {
	const group = tenantOf(client).groups.find(
		({ displayName }) => displayName === 'Campaign Editors',
	)!;
	const { id: value } = client.sandbox.tenants.user(alex);
	return { groupId: group.id, groupName: 'x', AddMember: [{ ...member[0], value }] };
}

function aRule({ sandbox }: SignedIn) {
	const { displayName, mailbox } = sandbox.tenants.user(megan);
	const ruleId = `${displayName}\\${mailbox!.rules[0].identity}`;
	return { ruleId, ruleName: 'x', userPrincipalName: megan };
}

const aRight = () => ({ userID: megan, AddFullAccess: [{ value: adele }] });

function aChange(PermissionLevel: string) {
	return { userID: alex, permissions: [{ UserID: adele, PermissionLevel, Modification: 'Add' }] };
}

function aNumber(client: SignedIn) {
	const number = tenantOf(client).phoneNumbers.find(({ targetId }) => targetId)!;
	return {
		PhoneNumber: number.telephoneNumber,
		PhoneNumberType: number.numberType,
		AssignedTo: megan,
		input: { value: number.targetId },
	};
}

/** The status and the kind of body. */
function kindOf({ status, headers }: { status: number; headers: Headers }): string {
	const isJson = headers.get('content-type')?.startsWith('application/json');
	return `${status}${isJson ? 'j' : 't'}`;
}

async function change(client: SignedIn, endpoint: string, body: object) {
	return await client.post(endpoint, Array.isArray(body) ? body : { tenantFilter, ...body });
}

const stateOf = (client: SignedIn) => JSON.stringify(tenantOf(client));

it('refuses or is down at every endpoint of the sandbox', () => {
	const apart = [
		// Asks Graph as a list of its own; both its answers stand below.
		'ListGraphBulkRequest',
		// Only newer CIPP has it, and it keeps it itself.
		'ListOffboardingProgress',
	];
	const told = [...reads, ...changes].map(([endpoint]) => endpoint);
	expect([...new Set([...told, ...apart])].sort()).toEqual(
		endpoints.map(({ name }) => name).sort(),
	);
});

describe('a list when Microsoft', () => {
	it.each(reads)('refuses: %s %j is %s', async (endpoint, query, refused) => {
		const client = await signedIn();
		client.sandbox.faults.microsoft('refusesAll');
		const reply = await client.get(endpoint, { tenantFilter, ...query });
		expect(kindOf(reply)).toBe(refused);
	});

	it.each(reads)('is down: %s %j (refused %s) is %s', async (endpoint, query, _, down) => {
		const client = await signedIn();
		client.sandbox.faults.microsoft('down');
		const reply = await client.get(endpoint, { tenantFilter, ...query });
		expect(kindOf(reply)).toBe(down);
	});

	it('refuses many questions at once: each has its status, and when it is down none', async () => {
		const client = await signedIn();
		const requests = [{ id: 'a', method: 'GET', url: 'users' }];
		const ask = async () => await client.post('ListGraphBulkRequest', { tenantFilter, requests });
		client.sandbox.faults.microsoft('refusesAll');
		expect((await ask()).body).toMatchObject({ id: 'a', status: 403 });
		client.sandbox.faults.clear();
		client.sandbox.faults.microsoft('down');
		expect(kindOf(await ask())).toBe('400t');
	});

	it('refuses and CIPP does not say so is empty, or a record of nulls', async () => {
		const client = await signedIn();
		client.sandbox.faults.microsoft('refusesAll');
		const read = async (endpoint: string, query: Record<string, string> = {}) =>
			(await client.get(endpoint, { tenantFilter, ...query })).body;
		expect(await read('ListUserDevices', { UserID: megan })).toEqual([]);
		expect(await read('ListDeletedItems')).toEqual([]);
		expect(await read('ListLicenses')).toEqual([]);
		expect(await read('ListmailboxPermissions', { userId: megan })).toEqual([]);
		const [details] = await read('ListUserMailboxDetails', { UserID: megan });
		expect(details).toMatchObject({
			ArchiveMailBox: null,
			Mailbox: null,
			MailboxActionsData: null,
		});
	});
});

describe('a change when Microsoft', () => {
	it.each(changes)('refuses: %s', async (endpoint, bodyOf, refused) => {
		const client = await signedIn();
		const body = bodyOf(client);
		const before = stateOf(client);
		client.sandbox.faults.microsoft('refuses');
		expect(kindOf(await change(client, endpoint, body))).toBe(refused);
		expect(stateOf(client)).toBe(before);
	});

	it.each(changes)('is down: %s', async (endpoint, bodyOf, _, down) => {
		const client = await signedIn();
		const body = bodyOf(client);
		client.sandbox.faults.microsoft('down');
		expect(kindOf(await change(client, endpoint, body))).toBe(down);
	});

	it.each(changes)('swallows: %s says what it always says', async (endpoint, bodyOf) => {
		const said = async (swallowing: boolean) => {
			const client = await signedIn();
			const body = bodyOf(client);
			const before = stateOf(client);
			if (swallowing) client.sandbox.faults.microsoft('swallows');
			const { status, text } = await change(client, endpoint, body);
			const { permissionReport: _report, ...now } = tenantOf(client);
			const { permissionReport: _earlier, ...then } = JSON.parse(before);
			if (swallowing) expect(JSON.parse(JSON.stringify(now))).toEqual(then);
			return [status, text.replace(/password is \S+|"copyField":"[^"]*"/g, '')];
		};
		expect(await said(true)).toEqual(await said(false));
	});

	it('refuses it for one person, one cmdlet, or for as often as was told', async () => {
		const client = await signedIn();
		const hide = async (ID: string) =>
			(await client.post('ExecHideFromGAL', { tenantFilter, ID, HideFromGAL: true })).status;
		client.sandbox.faults.microsoft('refuses', { user: megan, what: 'Set-Mailbox', times: 1 });
		expect([await hide(adele), await hide(megan), await hide(megan)]).toEqual([200, 403, 200]);
		expect(client.sandbox.faults.list).toEqual([]);
	});

	it('refuses the roles of Exchange, or is down: the state says that nothing was repaired', async () => {
		const client = await signedIn();
		const repair = async () =>
			(await client.post('ExecExchangeRoleRepair', { tenantId: contoso })).body.state;
		client.sandbox.faults.microsoft('refuses', { times: 1 });
		client.sandbox.faults.microsoft('down', { what: 'Get-ManagementRole', times: 1 });
		const states = [await repair(), await repair(), await repair()];
		expect(states.sort()).toEqual(['error', 'error', 'success']);
	});

	it('gets round to it later: done is said at once', async () => {
		const client = await signedIn();
		client.sandbox.faults.microsoft('lags', { seconds: 120 });
		await client.post('ExecDisableUser', { tenantFilter, ID: megan, Enable: false });
		const isEnabled = async () =>
			(await client.get('ListUsers', { tenantFilter, UserID: megan })).body[0].accountEnabled;
		expect(await isEnabled()).toBe(true);
		client.sandbox.clock.advance(120_000);
		expect(await isEnabled()).toBe(false);
	});
});

describe('an offboarding when Microsoft', () => {
	const steps = {
		RevokeSessions: true,
		DisableSignIn: true,
		HideFromGAL: true,
		RemoveGroups: true,
		RemoveRules: true,
		RemoveMobile: true,
		ConvertToShared: true,
		RemoveMFADevices: true,
		RemoveTeamsPhoneDID: true,
	};

	it('refuses every change: it completes, and each step says what was refused', async () => {
		const client = await signedIn();
		client.sandbox.faults.microsoft('refuses');
		const lines = await offboard(client, megan, steps);
		expect(client.sandbox.tenants.task(`Offboarding: ${megan}`)!.state).toBe('Completed');
		expect(lines.map((line) => line.replace(/^(.{44}).*$/, '$1'))).toEqual([
			'Failed to execute Revoke-CIPPSessions : Fail',
			'Failed to execute Set-CIPPSignInState : Fail',
			'Failed to execute Set-CIPPHideFromGAL : Fail',
			'Could not remove megan.bowen@contoso.example',
			'Could not remove megan.bowen@contoso.example',
			'Could not remove megan.bowen@contoso.example',
			'Could not remove megan.bowen@contoso.example',
			'Failed to execute Remove-CIPPMailboxRule : F',
			'Failed to remove all mobile devices for mega',
			'Failed to execute Set-CIPPMailboxType : Fail',
			'Failed to execute Remove-CIPPUserMFA : Faile',
			"Failed to remove Teams Phone DID: '+12065550",
			"Completed processing 1 DIDs for user 'megan.",
		]);
		expect(lines[3]).toBe(
			`Could not remove ${megan} from group 'Marketing Team': @{code=Authorization_RequestDenied; message=Insufficient privileges to complete the operation.}. This is likely because it's a Dynamic Group or synced with Active Directory`,
		);
	});

	it('swallows: everything is said to be done', async () => {
		const client = await signedIn();
		const usual = await offboard(client, megan, steps);
		client.sandbox.reset();
		client.sandbox.faults.microsoft('swallows');
		expect(await offboard(client, megan, steps)).toEqual(usual);
		expect(client.sandbox.tenants.user(megan).accountEnabled).toBe(true);
	});

	it('is down from the start: the task fails and says why', async () => {
		const client = await signedIn();
		client.sandbox.faults.microsoft('down');
		await client.post('ExecOffboardUser', { tenantFilter, user: [megan], DisableSignIn: true });
		client.sandbox.clock.advance(10_000);
		expect(client.sandbox.tenants.task(`Offboarding: ${megan}`)).toMatchObject({
			state: 'Failed',
			results: expect.stringContaining('The service is unavailable.'),
		});
	});
});
