import { describe, expect, it } from 'vitest';
import { alex, contoso, megan, signedIn } from './signed-in.mts';

const tenantFilter = contoso;

// What CIPP answers to questions that leave something out, or that go beyond one page or one person.
describe('without a person', () => {
	it('mailbox details hold the values of all mailboxes, and whom one of them lets send', async () => {
		const { get } = await signedIn();
		const [row] = (await get('ListUserMailboxDetails', { tenantFilter })).body;
		expect(row.LitigationHold).toHaveLength(18);
		expect(row.ForwardingAddress).toContain('pradeep@private.example');
		expect(row.Mailbox).toHaveLength(18);
		expect(row.MailboxActionsData).toHaveLength(18);
		expect(row.Permissions).toEqual([{ User: megan, AccessRights: 'SendOnBehalf' }]);
		const [one] = (await get('ListUserMailboxDetails', { tenantFilter, UserID: alex })).body;
		expect([one.LitigationHold, one.Mailbox.length]).toEqual([false, 1]);
	});

	it('mailbox permissions are those to send on behalf, of whatever mailbox', async () => {
		const { get } = await signedIn();
		expect((await get('ListmailboxPermissions', { tenantFilter })).body).toEqual([
			{ User: megan, Permissions: 'SendOnBehalf' },
		]);
	});

	it('a password is reset as if somebody were synced, since somebody is', async () => {
		const { post } = await signedIn();
		const { status, body } = await post('ExecResetPass', { tenantFilter, displayName: 'X' });
		expect(status).toBe(500);
		expect(body.Results).toContain("segment 'resetPassword'");
	});

	it('a number is assigned to the ids of all, which is no target', async () => {
		const { post, sandbox } = await signedIn();
		const { telephoneNumber, numberType } = sandbox.tenants.named(contoso).phoneNumbers[0];
		const body = { tenantFilter, PhoneNumber: telephoneNumber, PhoneNumberType: numberType };
		const reply = await post('ExecTeamsVoicePhoneNumberAssignment', body);
		expect([reply.status, reply.body.Results]).toEqual([
			403,
			"The value of 'assignmentTargetId' is a list where one id belongs.",
		]);
	});
});

describe('names and ids', () => {
	it('of people whose licenses change may stand in capitals', async () => {
		const { post, sandbox } = await signedIn();
		const { id, directLicenses } = sandbox.tenants.user(megan);
		const [value] = directLicenses;
		await post('ExecBulkLicense', [
			{
				tenantFilter,
				userIds: [id.toUpperCase()],
				LicenseOperation: 'Remove',
				LicensesToRemove: [{ value }],
			},
		]);
		expect(sandbox.tenants.user(megan).directLicenses).not.toContain(value);
	});

	it('of guests lose their # where a row is named after them', async () => {
		const { get } = await signedIn();
		const { body } = await get('ListMFAUsers', { tenantFilter });
		const guest = body.find(({ UserType }: any) => UserType === 'Guest');
		expect(guest.UPN).toContain('#EXT#');
		expect(guest.RowKey).toBe(guest.UPN.replaceAll('#', ''));
	});
});

it.each([
	['true', 'Block'],
	['false', 'Allow'],
])('a phone of nobody (quarantine %s) fails in a sentence: %s', async (Quarantine, verb) => {
	const { get } = await signedIn();
	const query = { tenantFilter, Userid: 'nobody@contoso.example', deviceid: 'd', Quarantine };
	const { status, body } = await get('ExecMailboxMobileDevices', query);
	expect(status).toBe(200);
	expect(body.Results).toMatch(
		new RegExp(`^Failed to ${verb} Active Sync Device for nobody@contoso\\.example: Ex`),
	);
});

describe('an automatic reply', () => {
	it('needs one of three states, and no state is an empty text', async () => {
		const { post } = await signedIn();
		const { body } = await post('ExecSetOoO', { tenantFilter, userId: megan });
		expect(body.Results).toContain('The argument "" does not belong to the set "Enabled,');
	});
});

describe('what a tenant has', () => {
	it('of defaults of its own for offboardings is a text', async () => {
		const { get } = await signedIn();
		const details = async (name: string) =>
			(await get('ListTenantDetails', { tenantFilter: name })).body.customProperties;
		const { OffboardingDefaults } = await details(contoso);
		expect(JSON.parse(OffboardingDefaults)).toMatchObject({ ConvertToShared: true });
		expect(await details('adatum.example')).toEqual({});
	});

	it('of sites is shown with the library to which OneDrive is mapped, unless that is refused', async () => {
		const { get, sandbox } = await signedIn();
		const query = { tenantFilter, Type: 'SharePointSiteUsage' };
		const maps = async () =>
			(await get('ListSites', query)).body.map(({ AutoMapUrl }: any) => AutoMapUrl);
		expect((await maps())[0]).toMatch(/&listId=\{[0-9a-f-]{36}\}$/);
		sandbox.faults.microsoft('refusesAll', { what: '/lists' });
		expect((await maps())[0]).toMatch(/&listId=\{\}$/);
	});
});

describe('many questions to Graph at once', () => {
	const requests = [{ id: 'a', method: 'GET', url: '/users?$top=5' }];

	it('are answered whole, and still name the second page', async () => {
		const { post } = await signedIn();
		const { body } = (await post('ListGraphBulkRequest', { tenantFilter, requests })).body;
		expect(body.value).toHaveLength(19);
		expect(body['@odata.nextLink']).toContain('skiptoken');
	});

	it('end without a word at a page that is refused', async () => {
		const { post, sandbox } = await signedIn();
		sandbox.faults.microsoft('refusesAll', { what: 'GET users', skip: 2 });
		const reply = await post('ListGraphBulkRequest', { tenantFilter, requests });
		expect(reply.status).toBe(200);
		expect(reply.body.body.value).toHaveLength(10);
	});
});

it('what SharePoint refuses when sharing is changed is told as a whole', async () => {
	const { post, sandbox } = await signedIn();
	sandbox.faults.microsoft('refuses');
	const wanted = { tenantFilter, UPN: megan, SharingCapability: 'Disabled' };
	const { status, body } = await post('ExecSetOneDriveSharing', wanted);
	expect(status).toBe(500);
	expect(body.Results).toContain('Error: {"odata.error":{"code":"Authorization_RequestDenied"');
});
