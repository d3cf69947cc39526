import { describe, expect, it } from 'vitest';
import { adele, contoso, megan, signedIn } from './signed-in.mts';

/** CIPP's helpers send nothing to a tenant that CIPP does not manage, and mostly nobody is told. */
const tenants: Array<[string, string]> = [
	['unknown', 'nowhere.example'],
	['excluded', 'woodgrove.example'],
	['known, but in capitals', contoso.toUpperCase()],
];

describe.each(tenants)('in a tenant that is %s', (_, tenantFilter) => {
	it.each([
		['ListUsers', {}],
		['ListUserGroups', { userId: megan }],
		['ListUserDevices', { UserID: megan }],
		['ListDeletedItems', {}],
		['ListMFAUsers', {}],
		['ListDevices', {}],
		['ListLicenses', {}],
		['ListGroups', {}],
		['ListMailboxes', {}],
		['ListUserMailboxRules', { UserID: megan }],
		['ListmailboxPermissions', { userId: megan }],
		['ListCalendarPermissions', { UserID: megan }],
		['ListSites', { Type: 'OneDriveUsageAccount' }],
	])('%s has no rows', async (endpoint, query) => {
		const { get } = await signedIn();
		const { status, body } = await get(endpoint, { tenantFilter, ...query });
		expect([status, body]).toEqual([200, []]);
	});

	it.each([
		['ExecDisableUser', { ID: megan, Enable: false }, /^Successfully set account enabled state/],
		['ExecHideFromGAL', { ID: megan, HideFromGAL: true }, /^Successfully hidden/],
		['ExecRevokeSessions', { id: megan, Username: megan }, /^Successfully revoked/],
		['RemoveUser', { ID: megan }, /^Successfully deleted/],
		['ExecConvertMailbox', { ID: megan, MailboxType: 'Shared' }, /^Successfully converted/],
		['ExecPerUserMFA', { userPrincipalName: megan, State: 'enforced' }, /^Successfully set/],
	])('%s says success and does nothing', async (endpoint, body, sentence) => {
		const { sandbox, post } = await signedIn();
		const before = JSON.stringify(sandbox.tenants.list);
		const reply = await post(endpoint, { tenantFilter, ...body });
		expect([reply.status, [reply.body.Results].flat()[0]]).toEqual([
			200,
			expect.stringMatching(sentence),
		]);
		expect(JSON.stringify(sandbox.tenants.list)).toBe(before);
	});

	it('EditGroup says success', async () => {
		const { sandbox, post } = await signedIn();
		const [group] = sandbox.tenants.named(contoso).groups;
		const { body } = await post('EditGroup', {
			tenantFilter,
			groupId: group.id,
			groupName: group.displayName,
			AddMember: [{ value: sandbox.tenants.user(adele).id }],
		});
		// Nobody was asked, so nobody answered: what is not answered is not refused.
		expect(body.Results).toEqual([expect.stringMatching(/^Success - Added member/)]);
	});

	it('some changes fail, since what they look up first is not there', async () => {
		const { post } = await signedIn();
		const permissions = [{ UserID: adele, PermissionLevel: 'FullAccess', Modification: 'Add' }];
		const status = async (endpoint: string, body: object) =>
			(await post(endpoint, { tenantFilter, ...body })).status;
		expect(await status('ExecModifyMBPerms', { userID: megan, permissions })).toBe(500);
		expect(
			await status('ExecModifyCalPerms', {
				userID: megan,
				permissions: [{ ...permissions[0], PermissionLevel: 'Editor' }],
			}),
		).toBe(500);
		expect(
			await status('ExecTeamsVoicePhoneNumberAssignment', {
				input: { value: megan },
				PhoneNumber: '+12065550142',
				PhoneNumberType: 'CallingPlan',
			}),
		).toBe(403);
		expect(await status('ExecSharePointPerms', { UPN: megan, user: adele })).toBe(400);
	});
});

describe('a tenant is meant', () => {
	it('by default domain, initial domain and id, each to the letter', async () => {
		const { sandbox, get } = await signedIn();
		const { customerId } = sandbox.tenants.named(contoso);
		const count = async (tenantFilter: string) =>
			(await get('ListUsers', { tenantFilter })).body.length;
		for (const name of [contoso, 'contosoltd.onmicrosoft.com', customerId])
			expect(await count(name), name).toBe(19);
		for (const name of ['Contoso.example', 'CONTOSOLTD.onmicrosoft.com', customerId.toUpperCase()])
			expect(await count(name), name).toBe(0);
	});

	it('by nothing at all as the partner, and per-user MFA needs a name', async () => {
		const { get, post } = await signedIn();
		expect((await get('ListUsers')).body).toHaveLength(2);
		const body = { userPrincipalName: megan, State: 'enforced' };
		expect((await post('ExecPerUserMFA', body)).status).toBe(500);
	});
});

describe('clearing the list of tenants', () => {
	it('says so, and until the refresh has run CIPP knows the partner alone', async () => {
		const { sandbox, get, post } = await signedIn();
		const { body } = await post('ListTenants', { ClearCache: true, TenantsOnly: true });
		expect(body).toEqual({
			Results: [{ Results: 'Cache has been cleared and a tenant refresh is queued.' }],
			Metadata: { Details: ['Removed 3 tenants', 'Cache cleanup complete'] },
		});
		expect((await get('ListTenants')).body).toMatchObject([{ displayName: '*Partner Tenant' }]);
		expect((await get('ListUsers', { tenantFilter: contoso })).body).toEqual([]);
		sandbox.clock.advance(60_000);
		expect((await get('ListTenants')).body).toHaveLength(4);
	});
});
