import { describe, expect, it } from 'vitest';
import { takeSnapshot } from '../../offboarding/person/snapshot';
import { sharingTenantReads } from '../../offboarding/person/tenant-reads';
import {
	adele,
	changesIn,
	connect,
	henrietta,
	lidia,
	megan,
	miriam,
	nestor,
} from './sandbox-send.mts';
import { InvalidOrder } from '../../offboarding/invalid-order';

describe('a snapshot', () => {
	it('holds everything an offboarding takes away from someone', async () => {
		const { send, clock, tenant, sent } = await connect();
		const snapshot = await takeSnapshot(tenant(), megan, send, clock);

		expect(snapshot).toMatchObject({
			schema: 'cipp-snapshot/1',
			takenAt: '2025-03-03T09:02:00.000Z',
			tenant: { defaultDomainName: 'contoso.example', displayName: 'Contoso Ltd' },
			user: {
				userPrincipalName: megan,
				accountEnabled: true,
				isSynced: false,
				hasImmutableId: true,
				passwordChanged: '2025-02-11T09:12:45.000Z',
			},
			profile: { jobTitle: 'Marketing Manager', department: 'Marketing', usageLocation: 'US' },
			manager: { displayName: 'Alex Wilber' },
			directReports: [{ userPrincipalName: adele }],
			lastSignIn: '2025-03-03T07:40:10.000Z',
			licenses: [
				{ name: 'Microsoft 365 Business Premium', direct: true, groups: [], seatsFree: 13 },
				{ name: 'Microsoft Teams Phone Standard', direct: true, groups: [], seatsFree: 2 },
			],
			groups: [
				{ displayName: 'All Company', kind: 'distribution', mail: 'all-company@contoso.example' },
				{ displayName: 'Campaign Editors', kind: 'security', mail: null },
				{ displayName: 'Confidential Mail', kind: 'mailEnabledSecurity' },
				{ displayName: 'Marketing Team', kind: 'microsoft365', isDynamic: false },
			],
			ownedGroups: [{ displayName: 'Marketing Team', isTeam: true, otherOwners: 0 }],
			roles: [],
			mailbox: { type: 'UserMailbox', isHidden: false, forwarding: null, holds: [], size: 12.7 },
			automaticReply: { state: 'Disabled' },
			inboxRules: [
				{ name: 'Newsletters', forwardsTo: [] },
				{ name: 'Agency invoices', forwardsTo: ['Adele Vance'] },
			],
			mailboxDelegates: [{ user: 'isaiah.langer@contoso.example', rights: ['SendAs'] }],
			calendarDelegates: [{ user: 'Alex Wilber', rights: ['Reviewer'] }],
			mailboxesOfOthers: { asOf: '2025-03-03T02:10:00.000Z' },
			calendarsOfOthers: {
				grants: [{ place: 'alex.wilber@contoso.example', rights: ['Editor'] }],
			},
			mobileDevices: [{ name: "Megan's iPhone" }, { name: 'Pixel 8' }],
			devices: [{ name: 'CONTOSO-LT-014' }, { name: 'Megan iPhone', intuneId: null }],
			authenticationMethods: ['password', 'microsoftAuthenticator', 'phone', 'fido2'],
			perUserMfa: 'enforced',
			teamsNumbers: [{ number: '+12065550142', type: 'CallingPlan' }],
			oneDrive: { size: 4.6 },
		});
		expect(snapshot.mailboxesOfOthers).toHaveProperty('grants.length', 3);
		expect(changesIn(sent)).toEqual([]);
		expect(sent.length).toBeLessThanOrEqual(18);
		expect(sent.filter(({ method }) => method === 'GET').every(({ fresh }) => fresh)).toBe(true);
	});

	it('is plain JSON and holds no phone number of a sign-in method', async () => {
		const { send, clock, tenant } = await connect();
		const snapshot = await takeSnapshot(tenant(), megan, send, clock);
		expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
		expect(JSON.stringify(snapshot.authenticationMethods)).not.toContain('206');
	});

	it('tells where a licence and a group come from', async () => {
		const { send, clock, tenant } = await connect();
		const snapshot = await takeSnapshot(tenant(), henrietta, send, clock);
		expect(snapshot.licenses).toMatchObject([
			{ name: 'Microsoft 365 Business Premium', direct: true, groups: [] },
			{
				name: 'Microsoft 365 Business Standard',
				direct: false,
				groups: [{ displayName: 'Licensed - Business Standard' }],
			},
		]);
		expect(snapshot.groups).toMatchObject([
			{ displayName: 'Licensed - Business Standard', licenses: [expect.any(String)] },
			{ displayName: 'Product Department', isDynamic: true },
			{ displayName: 'VPN Users', isSynced: true },
		]);
	});

	it('tells of roles, and that nobody else has one', async () => {
		const { send, clock, tenant } = await connect();
		const snapshot = await takeSnapshot(tenant(), nestor, send, clock);
		expect(snapshot.roles).toMatchObject([
			{ displayName: 'Global Administrator', otherHolders: 0 },
		]);
	});

	it('tells of archive, hold, sync and a missing manager', async () => {
		const { send, clock, tenant } = await connect();
		expect(await takeSnapshot(tenant(), miriam, send, clock)).toMatchObject({
			manager: null,
			mailbox: { hasArchive: true, archiveSize: 18.2, holds: ['LitigationHold'] },
		});
		expect((await takeSnapshot(tenant(), lidia, send, clock)).user.isSynced).toBe(true);
	});

	it('names each part that it could not read, with the permission that lacks', async () => {
		const { sandbox, send, clock, tenant } = await connect();
		sandbox.faults.endpoint('ListRoles', { kind: 'roleMissing' });
		sandbox.faults.endpoint('ListOoO', { kind: 'error' });
		const snapshot = await takeSnapshot(tenant(), megan, send, clock);
		expect(snapshot.roles).toMatchObject({ permission: 'Identity.Role.Read' });
		expect(snapshot.automaticReply).toMatchObject({ notRead: expect.stringMatching(/^ListOoO/) });
		expect(snapshot.automaticReply).not.toHaveProperty('absent');
		expect(snapshot.mailbox).toMatchObject({ type: 'UserMailbox' });
	});

	it('names every Graph part when the one call for them fails', async () => {
		const { sandbox, send, clock, tenant } = await connect();
		sandbox.faults.endpoint('ListGraphBulkRequest', { kind: 'error' });
		const snapshot = await takeSnapshot(tenant(), megan, send, clock);
		for (const part of [
			snapshot.groups,
			snapshot.manager,
			snapshot.devices,
			snapshot.ownedGroups,
		]) {
			expect(part).toHaveProperty('notRead');
		}
		expect(snapshot.licenses).toMatchObject([{ direct: true }, { direct: true }]);
	});

	it('tells having no mailbox from not having read it', async () => {
		const { send, clock, tenant } = await connect();
		const snapshot = await takeSnapshot(
			tenant('adatum.example'),
			'amy.alberts@adatum.example',
			send,
			clock,
		);
		expect(snapshot.mailbox).toMatchObject({ absent: true });
		expect(snapshot.oneDrive).toMatchObject({ absent: true });
		expect(snapshot.inboxRules).toMatchObject({ absent: true });
		expect(snapshot.mobileDevices).toMatchObject({ absent: true });
		expect(snapshot.mailboxesOfOthers).toHaveProperty('notRead');
		expect(snapshot.mailboxesOfOthers).not.toHaveProperty('absent');
	});

	it('is refused for someone who does not exist', async () => {
		const { send, clock, tenant } = await connect();
		await expect(takeSnapshot(tenant(), 'no.body@contoso.example', send, clock)).rejects.toThrow(
			InvalidOrder,
		);
	});

	it("asks for a tenant's lists once for many people", async () => {
		const { send, clock, tenant, sent } = await connect();
		const sharing = sharingTenantReads(send);
		for (const user of [megan, adele, lidia]) await takeSnapshot(tenant(), user, sharing, clock);
		const count = (name: string) => sent.filter(({ endpoint }) => endpoint === name).length;
		expect([count('ListRoles'), count('ListLicenses'), count('ListTeamsVoice')]).toEqual([1, 1, 1]);
		expect(count('ListUserMailboxDetails')).toBe(3);
	});
});
