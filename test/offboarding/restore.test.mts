import { beforeEach, describe, expect, it } from 'vitest';
import type { OffboardingOptions } from '../../offboarding/order/order';
import type { RestorePart } from '../../offboarding/restore/parts';
import { planRestore } from '../../offboarding/restore/plan';
import { runRestore } from '../../offboarding/restore/run';
import type { RestorePlan, RestoreResult } from '../../offboarding/restore/shape';
import { takeSnapshot, type Snapshot } from '../../offboarding/person/snapshot';
import { UnknownTenant } from '../../cipp/tenants';
import type { MailboxRight } from '../../sandbox/index.mts';
import {
	adele,
	alex,
	changesIn,
	connect,
	henrietta,
	lidia,
	megan,
	type Connection,
} from './sandbox-send.mts';
import { InvalidOrder } from '../../offboarding/invalid-order';

let cipp: Connection;
beforeEach(async () => {
	cipp = await connect();
});

async function snapshotOf(user: string): Promise<Snapshot> {
	const snapshot = await takeSnapshot(cipp.tenant(), user, cipp.send, cipp.clock);
	// As it comes back from wherever it was stored.
	return JSON.parse(JSON.stringify(snapshot)) as Snapshot;
}

async function offboard(user: string, options: OffboardingOptions): Promise<void> {
	await cipp.send({
		method: 'POST',
		endpoint: 'ExecOffboardUser',
		body: { tenantFilter: 'contoso.example', user: [{ value: user }], ...options },
	});
	cipp.sandbox.clock.advance(40 * 60_000);
	cipp.sent.length = 0;
}

const groupsOf = (user: string) => cipp.sandbox.tenants.describeUser(user)?.groups;
const stepsOf = (plan: RestorePlan) => plan.steps.map(({ what }) => what);
const outcomes = ({ steps }: RestoreResult) =>
	Object.fromEntries(steps.map(({ what, outcome }) => [what, outcome]));

const everything: OffboardingOptions = {
	DisableSignIn: true,
	HideFromGAL: true,
	RemoveGroups: true,
	RemoveRules: true,
	RemoveMobile: true,
	RemoveMFADevices: true,
	OOO: 'I have left.',
	forward: { value: alex },
	removePermissions: true,
	removeCalendarPermissions: true,
	AccessAutomap: [{ value: adele }],
	ConvertToShared: true,
	RemoveTeamsPhoneDID: true,
	RemoveLicenses: true,
	ClearImmutableId: true,
};

describe('a restore', () => {
	it('has nothing to do when nothing was lost', async () => {
		const plan = await planRestore(
			{ snapshot: await snapshotOf(adele), kind: 'rehire' },
			cipp.send,
			cipp.clock,
		);
		expect(plan.steps).toEqual([]);
	});

	it('is previewed without changing anything', async () => {
		const snapshot = await snapshotOf(megan);
		await offboard(megan, everything);
		const plan = await planRestore({ snapshot, kind: 'rehire' }, cipp.send, cipp.clock);
		expect(stepsOf(plan)).toEqual([
			'allows sign-in',
			'assigns Microsoft 365 Business Premium',
			'assigns Microsoft Teams Phone Standard',
			'adds to All Company',
			'adds to Campaign Editors',
			'adds to Confidential Mail',
			'adds to Marketing Team',
			'turns the mailbox into a user mailbox again',
			'shows the person in the address list',
			`ends the forwarding to ${alex}`,
			'switches the automatic reply off',
			'gives SendOnBehalf in the mailbox of alex.wilber@contoso.example',
			'gives FullAccess in the mailbox of marketing@contoso.example',
			'gives SendAs in the mailbox of events@contoso.example',
			'gives Editor in the calendar of alex.wilber@contoso.example',
			'assigns +12065550142',
		]);
		expect(plan.steps[3]).toEqual({
			part: 'groups',
			what: 'adds to All Company',
			why: 'Megan Bowen was a member',
			fact: 'groupMember',
			wanted: {
				id: expect.any(String) as string,
				displayName: 'All Company',
				givesLicenses: false,
			},
		});
		expect(plan.cannot.map(({ what }) => what)).toEqual([
			'inbox rules: Newsletters, Agency invoices',
			"mobile devices: Megan's iPhone, Pixel 8",
			'sign-in methods: microsoftAuthenticator, phone, fido2',
			'immutable ID',
			'password, sessions and cancelled meetings',
			'sharing of the OneDrive',
		]);
		expect(plan.notices).toContainEqual(expect.stringContaining(adele));
		expect(changesIn(cipp.sent)).toEqual([]);
	});

	it('is run step by step, each checked', async () => {
		const snapshot = await snapshotOf(megan);
		await offboard(megan, everything);
		const plan = await planRestore({ snapshot, kind: 'rehire' }, cipp.send, cipp.clock);
		const result = await runRestore(plan, cipp.send, cipp.clock, { settleMilliseconds: 0 });
		const user = cipp.sandbox.tenants.user(megan);
		expect(user).toMatchObject({
			accountEnabled: true,
			mailbox: {
				type: 'UserMailbox',
				hiddenFromAddressLists: false,
				forwardingAddress: null,
				autoReply: { state: 'Disabled' },
			},
		});
		expect(user.directLicenses).toHaveLength(2);
		expect(groupsOf(megan)).toEqual([
			'Marketing Team',
			'Campaign Editors',
			'Confidential Mail',
			'All Company',
		]);
		const [joined] = changesIn(cipp.sent).filter(({ endpoint }) => endpoint === 'EditGroup');
		expect(joined.body).toMatchObject({
			tenantFilter: 'contoso.example',
			AddMember: [{ value: snapshot.user.id, addedFields: { userPrincipalName: megan } }],
		});
		for (const part of ['account', 'licenses', 'groups', 'mailbox']) {
			const own = result.steps.filter((step) => step.part === part);
			expect(own.length).toBeGreaterThan(0);
			expect(own.map(({ outcome }) => outcome)).toEqual(own.map(() => 'done'));
		}
		const again = await runRestore(plan, cipp.send, cipp.clock, { settleMilliseconds: 0 });
		expect(outcomes(again)).toMatchObject({ 'allows sign-in': 'already so' });
		expect(again.summary).not.toContain('adds to');
	});

	it('gives a deleted account back first, and what comes with it is left alone', async () => {
		const snapshot = await snapshotOf(adele);
		await offboard(adele, { DisableSignIn: true, DeleteUser: true });
		const plan = await planRestore({ snapshot, kind: 'rehire' }, cipp.send, cipp.clock);
		expect(plan.target).toMatchObject({ userPrincipalName: adele, exists: false });
		expect(stepsOf(plan).slice(0, 2)).toEqual(['restores the deleted account', 'allows sign-in']);
		const result = await runRestore(plan, cipp.send, cipp.clock);
		expect(result.status).toBe('succeeded');
		expect(outcomes(result)).toMatchObject({
			'restores the deleted account': 'done',
			'allows sign-in': 'done',
			'assigns Microsoft 365 Business Premium': 'already so',
			'adds to Campaign Editors': 'already so',
		});
		expect(cipp.sandbox.tenants.user(adele).accountEnabled).toBe(true);
	});

	it('tries nothing else when the account does not come back', async () => {
		const snapshot = await snapshotOf(adele);
		await offboard(adele, { DeleteUser: true });
		const plan = await planRestore({ snapshot, kind: 'rehire' }, cipp.send, cipp.clock);
		cipp.sandbox.faults.endpoint('ExecRestoreDeleted', { kind: 'error' });
		cipp.sent.length = 0;
		const result = await runRestore(plan, cipp.send, cipp.clock);
		expect(result.status).toBe('failed');
		expect(result.steps.slice(1).every(({ outcome }) => outcome === 'not tried')).toBe(true);
		expect(changesIn(cipp.sent).map(({ endpoint }) => endpoint)).toEqual(['ExecRestoreDeleted']);
	});

	it('believes what it reads, not what CIPP says', async () => {
		const snapshot = await snapshotOf(megan);
		await offboard(megan, { RemoveGroups: true, DisableSignIn: true });
		const plan = await planRestore(
			{ snapshot, kind: 'rehire', parts: ['groups', 'account'] },
			cipp.send,
			cipp.clock,
		);
		cipp.sandbox.faults.endpoint(
			'EditGroup',
			{
				status: 200,
				body: { Results: ['Success - Added member to All Company group'] },
			},
			{ times: 1 },
		);
		cipp.sandbox.faults.endpoint(
			'ExecDisableUser',
			{ status: 500, body: 'Broken' },
			{ afterApplying: true },
		);
		const result = await runRestore(plan, cipp.send, cipp.clock, { settleMilliseconds: 4_000 });
		expect(outcomes(result)).toEqual({
			'allows sign-in': 'done',
			'adds to All Company': 'failed',
			'adds to Campaign Editors': 'done',
			'adds to Confidential Mail': 'done',
			'adds to Marketing Team': 'done',
		});
		expect(result.status).toBe('partial');
		expect(result.steps.find(({ outcome }) => outcome === 'failed')?.advice).toContain(
			'the tenant shows otherwise',
		);
	});

	it('says that a licence is out, and does not say more', async () => {
		const snapshot = await snapshotOf(megan);
		await offboard(megan, { RemoveLicenses: true });
		for (const subscription of cipp.sandbox.tenants.named('contoso.example').subscriptions) {
			subscription.total = 0;
		}
		const plan = await planRestore({ snapshot, kind: 'rehire' }, cipp.send, cipp.clock);
		const result = await runRestore(plan, cipp.send, cipp.clock);
		expect(result.steps[0]).toMatchObject({
			outcome: 'failed',
			said: [expect.stringContaining('does not have any available licenses')],
		});
	});

	it('tells what the local Active Directory decides', async () => {
		const snapshot = await snapshotOf(lidia);
		await offboard(lidia, { DisableSignIn: true });
		const user = cipp.sandbox.tenants.user(lidia);
		const groups = cipp.sandbox.tenants.named('contoso.example').groups;
		for (const group of groups) group.members = group.members.filter((id) => id !== user.id);
		const plan = await planRestore({ snapshot, kind: 'rehire' }, cipp.send, cipp.clock);
		expect(plan.notices).toContainEqual(expect.stringContaining('synced'));
		expect(plan.cannot).toMatchObject([
			{ what: 'group Product Department', why: 'its rule decides who is in' },
			{ what: 'group VPN Users', why: 'it is synced from on-premises' },
			{ what: expect.stringContaining('password') },
			{ what: expect.stringContaining('OneDrive') },
		]);
		const result = await runRestore(plan, cipp.send, cipp.clock);
		// CIPP answers 500 to a change that it has made.
		expect(result.steps).toMatchObject([{ what: 'allows sign-in', outcome: 'done' }]);
		expect(result.steps[0].advice).toContain('CIPP reports a failure');
	});

	it('names what the snapshot does not hold', async () => {
		cipp.sandbox.faults.endpoint('ListTeamsVoice', { kind: 'roleMissing' });
		const snapshot = await snapshotOf(megan);
		cipp.sandbox.faults.clear();
		const plan = await planRestore({ snapshot, kind: 'rehire' }, cipp.send, cipp.clock);
		expect(plan.cannot[0]).toMatchObject({ what: 'Teams numbers' });
	});

	it('is refused without a snapshot, without the person, and for a tenant CIPP no longer manages', async () => {
		const snapshot = await snapshotOf(megan);
		const plan = async (other: Partial<Snapshot>) =>
			await planRestore(
				{ snapshot: { ...snapshot, ...other }, kind: 'rehire' },
				cipp.send,
				cipp.clock,
			);
		await expect(plan({ schema: 'other' as never })).rejects.toThrow(InvalidOrder);
		await expect(
			plan({ user: { ...snapshot.user, id: '00000000-0000-4000-8000-000000000000' } }),
		).rejects.toThrow(/neither in the tenant/);
		cipp.sandbox.tenants.named('contoso.example').excluded = true;
		await expect(plan({})).rejects.toThrow(UnknownTenant);
	});
});

it('a restore at which nobody could look is no success', async () => {
	const snapshot = await snapshotOf(adele);
	await offboard(adele, { HideFromGAL: true });
	const plan = await planRestore({ snapshot, kind: 'rehire' }, cipp.send, cipp.clock);
	cipp.sandbox.faults.endpoint('ListUserMailboxDetails', { status: 500, body: 'Out of order' });

	const result = await runRestore(plan, cipp.send, cipp.clock);

	expect(result.steps.map(({ outcome }) => outcome)).toEqual(['unclear']);
	expect(result.status).toBe('failed');
});

describe('what a restore gives back', () => {
	/** Offboards or takes away, plans and runs the restore of one part, and gives the outcomes. */
	async function restored(
		user: string,
		part: RestorePart,
		takeAway: () => Promise<void> | void,
	): Promise<{ plan: RestorePlan; result: RestoreResult }> {
		const snapshot = await snapshotOf(user);
		await takeAway();
		const wish = { snapshot, kind: 'rehire' as const, parts: [part] };
		const plan = await planRestore(wish, cipp.send, cipp.clock);
		const result = await runRestore(plan, cipp.send, cipp.clock);
		const again = await planRestore(wish, cipp.send, cipp.clock);
		expect(again.steps).toEqual([]);
		return { plan, result };
	}
	const mailboxesOfOthers = () => cipp.sandbox.tenants.describeUser(megan)?.mailboxesOfOthers;
	const calendarOf = (user: string) => cipp.sandbox.tenants.user(user).mailbox!.calendarGrants;

	it('is every right in mailboxes of others', async () => {
		const before = mailboxesOfOthers() as string[];
		const { result } = await restored(megan, 'mailboxes of others', async () => {
			await offboard(megan, { removePermissions: true });
			expect(mailboxesOfOthers()).toEqual([]);
		});
		expect(Object.values(outcomes(result))).toEqual(['done', 'done', 'done']);
		expect(result.status).toBe('succeeded');
		expect(mailboxesOfOthers()).toEqual(before);
		expect(result.notices).toContainEqual(expect.stringContaining('automapping'));
	});

	it('is several rights in one mailbox, in one call, and none that CIPP cannot give', async () => {
		const marketing = 'marketing@contoso.example';
		const report = cipp.sandbox.tenants.named('contoso.example').permissionReport!;
		cipp.sandbox.tenants.user(marketing).mailbox!.grants.push({ trustee: megan, right: 'SendAs' });
		report.mailbox.push(
			{ mailbox: marketing, user: megan, right: 'SendAs' },
			{ mailbox: marketing, user: megan, right: 'ReadPermission' as MailboxRight },
		);
		const { plan, result } = await restored(megan, 'mailboxes of others', async () => {
			await offboard(megan, { removePermissions: true });
		});
		expect(stepsOf(plan)).toContain(`gives FullAccess, SendAs in the mailbox of ${marketing}`);
		expect(plan.cannot).toContainEqual(
			expect.objectContaining({ what: `ReadPermission in the mailbox of ${marketing}` }),
		);
		expect(result.status).toBe('succeeded');
	});

	it('is a right in a calendar, found by the name it has in its language', async () => {
		const { mailbox } = cipp.sandbox.tenants.user(alex);
		mailbox!.calendarFolder = 'Kalender';
		cipp.sandbox.tenants.syncPermissionReport('contoso.example');
		const before = structuredClone(calendarOf(alex));
		const { result } = await restored(megan, 'calendars of others', async () => {
			await offboard(megan, { removeCalendarPermissions: true });
			expect(calendarOf(alex)).toHaveLength(before.length - 1);
		});
		expect(outcomes(result)).toEqual({ [`gives Editor in the calendar of ${alex}`]: 'done' });
		expect(calendarOf(alex)).toEqual(before);
	});

	it('is every attribute that has changed, in one call, and nothing that was added', async () => {
		const user = () => cipp.sandbox.tenants.user(megan);
		user().businessPhones = ['+1 206 555 0142', '+1 206 555 0143'];
		const { jobTitle, department, businessPhones, displayName } = structuredClone(user());
		const { plan, result } = await restored(megan, 'attributes', () => {
			Object.assign(user(), {
				displayName: 'Megan Bowen (left)',
				jobTitle: null,
				department: 'Leavers',
				businessPhones: [],
				employeeId: '4711',
			});
		});
		expect(stepsOf(plan)).toEqual([
			'sets displayName, jobTitle, department, businessPhones as they were',
		]);
		expect(Object.values(outcomes(result))).toEqual(['done']);
		expect(user()).toMatchObject({ displayName, jobTitle, department, businessPhones });
		expect(user().employeeId).toBe('4711');
	});

	it('is no attribute of a synced account', async () => {
		const { plan } = await restored(lidia, 'attributes', () => {
			cipp.sandbox.tenants.user(lidia).jobTitle = null;
		});
		expect(plan.steps).toEqual([]);
		expect(plan.cannot[0]).toMatchObject({ what: 'jobTitle' });
	});

	it('is the manager', async () => {
		const user = () => cipp.sandbox.tenants.user(megan);
		const { result } = await restored(megan, 'manager', () => {
			user().managerId = null;
		});
		expect(outcomes(result)).toEqual({ 'makes Alex Wilber the manager': 'done' });
		expect(user().managerId).toBe(cipp.sandbox.tenants.user(alex).id);
	});

	it('is the state of per-user MFA', async () => {
		const user = () => cipp.sandbox.tenants.user(megan);
		const { result } = await restored(megan, 'perUserMfa', () => {
			user().perUserMfaState = 'disabled';
		});
		expect(outcomes(result)).toEqual({ 'sets per-user MFA to enforced': 'done' });
		expect(user().perUserMfaState).toBe('enforced');
	});

	it('is per-user MFA only if the reading shows it: CIPP always says that it worked', async () => {
		const snapshot = await snapshotOf(megan);
		cipp.sandbox.tenants.user(megan).perUserMfaState = 'disabled';
		const plan = await planRestore(
			{ snapshot, kind: 'rehire', parts: ['perUserMfa'] },
			cipp.send,
			cipp.clock,
		);
		cipp.sandbox.faults.endpoint('ExecPerUserMFA', {
			status: 200,
			body: { Results: [`Successfully set Per user MFA State for ${megan}`] },
		});
		const result = await runRestore(plan, cipp.send, cipp.clock);
		expect(result.steps).toMatchObject([{ outcome: 'failed', read: 'per-user MFA is disabled' }]);
	});

	it('is the Teams number, which arrives a while after CIPP has submitted it', async () => {
		const numbers = () => cipp.sandbox.tenants.describeUser(megan)?.phoneNumbers;
		const before = numbers();
		const { result } = await restored(megan, 'teamsNumbers', async () => {
			await offboard(megan, { RemoveTeamsPhoneDID: true });
			expect(numbers()).toEqual([]);
		});
		expect(outcomes(result)).toEqual({ 'assigns +12065550142': 'done' });
		expect(numbers()).toEqual(before);
	});

	it('is no Teams number that someone else has by now', async () => {
		const snapshot = await snapshotOf(megan);
		await offboard(megan, { RemoveTeamsPhoneDID: true });
		const [number] = cipp.sandbox.tenants.named('contoso.example').phoneNumbers;
		number.targetId = cipp.sandbox.tenants.user(alex).id;
		const plan = await planRestore(
			{ snapshot, kind: 'rehire', parts: ['teamsNumbers'] },
			cipp.send,
			cipp.clock,
		);
		const result = await runRestore(plan, cipp.send, cipp.clock);
		expect(result.steps).toMatchObject([
			{ outcome: 'failed', said: [expect.stringContaining('already assigned')] },
		]);
	});

	it('is all of it after everything was taken away', async () => {
		const snapshot = await snapshotOf(megan);
		await offboard(megan, everything);
		const plan = await planRestore({ snapshot, kind: 'rehire' }, cipp.send, cipp.clock);
		const result = await runRestore(plan, cipp.send, cipp.clock);
		expect(result.summary).toBe(`${megan} is restored: ${plan.steps.length} done, 0 already so.`);
		const after = await planRestore({ snapshot, kind: 'rehire' }, cipp.send, cipp.clock);
		expect(after.steps).toEqual([]);
	});
});

describe('a successor', () => {
	const successorOf = async (snapshot: Snapshot, successor: string) =>
		await planRestore({ snapshot, kind: 'successor', successor }, cipp.send, cipp.clock);

	it('gets the groups and licences that the leaver had, and not more', async () => {
		const snapshot = await snapshotOf(megan);
		const plan = await successorOf(snapshot, 'isaiah.langer@contoso.example');
		expect(stepsOf(plan)).toEqual([
			'assigns Microsoft Teams Phone Standard',
			'adds to Campaign Editors',
			'adds to Confidential Mail',
			'adds to Marketing Team',
		]);
		expect(plan.cannot).toEqual([]);
		const result = await runRestore(plan, cipp.send, cipp.clock);
		expect(result.status).toBe('succeeded');
		expect(groupsOf('isaiah.langer@contoso.example')).toEqual(
			expect.arrayContaining(groupsOf(megan) as string[]),
		);
		expect(cipp.sandbox.tenants.user(megan).directLicenses).toHaveLength(2);
	});

	it('gets no group that gives admin roles, and no licence twice', async () => {
		const diego = await snapshotOf('diego.siciliani@contoso.example');
		const plan = await successorOf(diego, alex);
		expect(plan.steps).toEqual([]);
		expect(plan.cannot).toMatchObject([{ what: 'group Helpdesk Operators' }]);
	});

	it('gets licences of a group through the group', async () => {
		const plan = await successorOf(await snapshotOf(henrietta), 'lee.gu@contoso.example');
		expect(stepsOf(plan)).toEqual([
			'assigns Microsoft 365 Business Premium',
			'adds to Licensed - Business Standard, which also gives licences',
		]);
	});

	it('has to be someone else who exists', async () => {
		const snapshot = await snapshotOf(megan);
		for (const name of ['', 'no.body@contoso.example', megan]) {
			await expect(successorOf(snapshot, name)).rejects.toThrow(InvalidOrder);
		}
	});
});
