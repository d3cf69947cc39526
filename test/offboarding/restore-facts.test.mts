import { beforeEach, describe, expect, it } from 'vitest';
import type { Fact } from '../../offboarding/restore/fact';
import { facts } from '../../offboarding/restore/facts';
import { runRestore } from '../../offboarding/restore/run';
import type { RestorePlan, RestoreResult } from '../../offboarding/restore/shape';
import type { Snapshot } from '../../offboarding/person/snapshot';
import type { EndpointFault, Mailbox } from '../../sandbox/index.mts';
import {
	adele,
	alex,
	changesIn,
	connect,
	megan,
	nestor,
	type Connection,
} from './sandbox-send.mts';
import { moveToDeleted, planOf, snapshotOf } from './restoring.mts';

let cipp: Connection;
beforeEach(async () => {
	cipp = await connect();
});

const tenant = () => cipp.sandbox.tenants.named('contoso.example');
const user = (name: string) => cipp.sandbox.tenants.user(name);
const mailbox = (name: string): Mailbox => user(name).mailbox!;
const group = (name: string) => tenant().groups.find(({ displayName }) => displayName === name)!;
const without = <T,>(list: T[], entry: T): T[] => list.filter((other) => other !== entry);
const marketing = 'marketing@contoso.example';

/** Something that a person has, and loses. */
interface Loss {
	person?: string;
	/** Before the snapshot is taken. */
	before?: () => void;
	lose: () => void;
	what: string;
	endpoint: string;
	/** How CIPP tells that Microsoft refused; 500 with its words unless said otherwise. */
	refusal?: EndpointFault;
	/** What is read while it is lost. */
	lost: string;
}

const losses: Record<string, Loss> = {
	accountExists: {
		lose: () => moveToDeleted(cipp, adele),
		what: 'restores the deleted account',
		endpoint: 'ExecRestoreDeleted',
		lost: 'there is no account',
	},
	signIn: {
		lose: () => {
			user(adele).accountEnabled = false;
		},
		what: 'allows sign-in',
		endpoint: 'ExecDisableUser',
		lost: 'accountEnabled is false',
	},
	attributes: {
		lose: () => {
			user(adele).jobTitle = null;
		},
		what: 'sets jobTitle as they were',
		endpoint: 'PatchUser',
		refusal: { status: 400, body: { Results: ['Failed to patch user: Microsoft said no'] } },
		lost: 'different: jobTitle',
	},
	license: {
		lose: () => {
			user(adele).directLicenses = [];
		},
		what: 'assigns Microsoft 365 Business Premium',
		endpoint: 'ExecBulkLicense',
		refusal: {
			status: 200,
			body: { Results: ['Failed to assign licenses for user: Microsoft said no'] },
		},
		lost: 'the licence is not assigned',
	},
	groupMember: {
		lose: () => {
			const { members } = group('Campaign Editors');
			group('Campaign Editors').members = without(members, user(adele).id);
		},
		what: 'adds to Campaign Editors',
		endpoint: 'EditGroup',
		refusal: { status: 200, body: { Results: ['Error - Microsoft said no'] } },
		lost: 'is not a member',
	},
	groupOwner: {
		before: () => group('Campaign Editors').owners.push(user(adele).id),
		lose: () => {
			const { owners } = group('Campaign Editors');
			group('Campaign Editors').owners = without(owners, user(adele).id);
		},
		what: 'makes an owner of Campaign Editors',
		endpoint: 'EditGroup',
		refusal: { status: 200, body: { Results: ['Error - Microsoft said no'] } },
		lost: 'is not an owner',
	},
	mailboxType: {
		lose: () => {
			mailbox(adele).type = 'SharedMailbox';
		},
		what: 'turns the mailbox into a user mailbox again',
		endpoint: 'ExecConvertMailbox',
		lost: 'the mailbox is a SharedMailbox',
	},
	hiddenFromAddressList: {
		lose: () => {
			mailbox(adele).hiddenFromAddressLists = true;
		},
		what: 'shows the person in the address list',
		endpoint: 'ExecHideFromGAL',
		lost: 'is hidden',
	},
	forwarding: {
		lose: () => {
			mailbox(adele).forwardingAddress = alex;
		},
		what: `ends the forwarding to ${alex}`,
		endpoint: 'ExecEmailForward',
		lost: `mail goes to ${alex}, not to the mailbox`,
	},
	automaticReply: {
		lose: () => {
			mailbox(adele).autoReply.state = 'Enabled';
		},
		what: 'switches the automatic reply off',
		endpoint: 'ExecSetOoO',
		lost: 'AutoReplyState is Enabled',
	},
	mailboxRights: {
		person: megan,
		lose: () => {
			mailbox(marketing).grants = mailbox(marketing).grants.filter(
				({ trustee }) => trustee !== megan,
			);
		},
		what: `gives FullAccess in the mailbox of ${marketing}`,
		endpoint: 'ExecModifyMBPerms',
		refusal: {
			status: 200,
			body: { Results: ['Error processing FullAccess: Microsoft said no'] },
		},
		lost: 'holds no rights',
	},
	calendarRights: {
		person: megan,
		lose: () => {
			mailbox(alex).calendarGrants = mailbox(alex).calendarGrants.map((grant) =>
				grant.user === 'Megan Bowen' ? { ...grant, accessRights: ['Reviewer'] } : grant,
			);
		},
		what: `gives Editor in the calendar of ${alex}`,
		endpoint: 'ExecModifyCalPerms',
		lost: 'holds Reviewer',
	},
	manager: {
		lose: () => {
			user(adele).managerId = null;
		},
		what: 'makes Megan Bowen the manager',
		endpoint: 'PatchUser',
		refusal: { status: 400, body: { Results: ['Failed to set manager: Microsoft said no'] } },
		lost: 'there is no manager',
	},
	perUserMfa: {
		person: megan,
		lose: () => {
			user(megan).perUserMfaState = 'disabled';
		},
		what: 'sets per-user MFA to enforced',
		endpoint: 'ExecPerUserMFA',
		lost: 'per-user MFA is disabled',
	},
	teamsNumber: {
		person: megan,
		lose: () => {
			for (const number of tenant().phoneNumbers) number.targetId = null;
		},
		what: 'assigns +12065550142',
		endpoint: 'ExecTeamsVoicePhoneNumberAssignment',
		refusal: { status: 403, body: { Results: 'Microsoft said no' } },
		lost: 'the number is not assigned',
	},
};

async function lostPlan(one: Fact): Promise<{ snapshot: Snapshot; plan: RestorePlan }> {
	const { person = adele, before, lose } = losses[one.name];
	before?.();
	const snapshot = await snapshotOf(cipp, person);
	lose();
	const plan = await planOf(cipp, one, snapshot);
	cipp.sent.length = 0;
	return { snapshot, plan };
}

const run = async (plan: RestorePlan): Promise<RestoreResult> =>
	await runRestore(plan, cipp.send, cipp.clock);

it('every fact is tried here', () => {
	expect(Object.keys(losses).sort()).toEqual(facts.map(({ name }) => name).sort());
});

describe.each(facts)('the fact $name', (one) => {
	const { what, endpoint, lost, person = adele, before, refusal } = losses[one.name];

	it('makes no step while it is so', async () => {
		before?.();
		const plan = await planOf(cipp, one, await snapshotOf(cipp, person));

		expect(plan.steps).toEqual([]);
	});

	it('is planned, sent for this person in this tenant, and read to be so; twice sends nothing', async () => {
		const { snapshot, plan } = await lostPlan(one);
		expect(plan.steps).toMatchObject([{ fact: one.name, part: one.part, what }]);

		const result = await run(plan);

		expect(result.steps).toMatchObject([{ what, outcome: 'done' }]);
		expect(result.status).toBe('succeeded');
		const sent = changesIn(cipp.sent);
		expect(sent.map((request) => request.endpoint)).toEqual([endpoint]);
		expect(JSON.stringify(sent[0].body)).toMatch(/"tenantFilter":"contoso.example"/i);
		expect(JSON.stringify(sent[0].body)).toMatch(
			new RegExp(`${snapshot.user.id}|${snapshot.user.userPrincipalName}`),
		);
		expect((await planOf(cipp, one, snapshot)).steps).toEqual([]);
		cipp.sent.length = 0;
		expect((await run(plan)).steps).toMatchObject([{ outcome: 'already so', said: [] }]);
		expect(changesIn(cipp.sent)).toEqual([]);
	});

	it('is failed when Microsoft refuses it, with the words', async () => {
		const { plan } = await lostPlan(one);
		const words = { status: 500, body: { Results: 'Failed to do it: Microsoft said no' } };
		cipp.sandbox.faults.endpoint(endpoint, refusal ?? words);

		const result = await run(plan);

		expect(result.steps).toMatchObject([
			{ outcome: 'failed', said: [expect.stringContaining('Microsoft said no')], read: lost },
		]);
		expect(result.status).toBe('failed');
	});

	it('is failed when CIPP calls it done and nothing has happened', async () => {
		const { plan } = await lostPlan(one);
		cipp.sandbox.faults.endpoint(endpoint, {
			status: 200,
			body: { Results: ['Successfully did it'] },
		});

		const result = await run(plan);

		expect(result.steps).toMatchObject([
			{ outcome: 'failed', read: lost, advice: expect.stringContaining('the tenant shows') },
		]);
	});
});

describe('a forwarding', () => {
	const forwarding = facts.find(({ name }) => name === 'forwarding')!;

	it.each([
		['a colleague', { forwardingAddress: alex, deliverToMailboxAndForward: true }],
		[
			'an address outside',
			{ forwardingSmtpAddress: 'smtp:adele@home.example', deliverToMailboxAndForward: false },
		],
	])('to %s comes back, with or without a copy', async (_whom, was) => {
		Object.assign(mailbox(adele), was);
		const snapshot = await snapshotOf(cipp, adele);
		Object.assign(mailbox(adele), {
			forwardingAddress: nestor,
			forwardingSmtpAddress: null,
			deliverToMailboxAndForward: false,
		});

		const result = await run(await planOf(cipp, forwarding, snapshot));

		expect(result.steps).toMatchObject([{ outcome: 'done' }]);
		expect(mailbox(adele)).toMatchObject(was);
	});
});

it('a licence that the person has through a group only is assigned again', async () => {
	const license = facts.find(({ name }) => name === 'license')!;
	const snapshot = await snapshotOf(cipp, adele);
	group('Campaign Editors').assignedLicenses.push(...user(adele).directLicenses);
	user(adele).directLicenses = [];
	const result = await run(await planOf(cipp, license, snapshot));

	expect(result.steps).toMatchObject([{ outcome: 'done' }]);
	expect(user(adele).directLicenses).toHaveLength(1);
});

it('nothing is so in a mailbox that Microsoft says is not there, whatever CIPP says', async () => {
	const hidden = facts.find(({ name }) => name === 'hiddenFromAddressList')!;
	const snapshot = await snapshotOf(cipp, adele);
	user(adele).mailbox = null;
	const plan = await planOf(cipp, hidden, snapshot);
	cipp.sandbox.faults.endpoint('ExecHideFromGAL', { status: 200, body: { Results: 'Done' } });
	const result = await run(plan);

	expect(result.steps).toMatchObject([
		{ outcome: 'failed', read: expect.stringContaining("couldn't be found") },
	]);
});

it('only the right that is missing in a mailbox is given', async () => {
	const rights = facts.find(({ name }) => name === 'mailboxRights')!;
	mailbox(marketing).grants.push({ trustee: megan, right: 'SendAs' });
	tenant().permissionReport!.mailbox.push({ mailbox: marketing, user: megan, right: 'SendAs' });
	const snapshot = await snapshotOf(cipp, megan);
	mailbox(marketing).grants = mailbox(marketing).grants.filter(
		({ trustee, right }) => trustee !== megan || right !== 'SendAs',
	);

	expect((await planOf(cipp, rights, snapshot)).steps).toMatchObject([
		{ wanted: { mailbox: marketing, rights: ['SendAs'] } },
	]);
});
