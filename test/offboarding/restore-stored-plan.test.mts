import { beforeEach, describe, expect, it } from 'vitest';
import { InvalidOrder } from '../../offboarding/invalid-order';
import { planRestore } from '../../offboarding/restore/plan';
import { runRestore } from '../../offboarding/restore/run';
import type { RestorePlan, RestoreResult, RestoreStep } from '../../offboarding/restore/shape';
import { adele, changesIn, connect, megan, nestor, type Connection } from './sandbox-send.mts';
import { asStored, moveToDeleted, snapshotOf } from './restoring.mts';

let cipp: Connection;
beforeEach(async () => {
	cipp = await connect();
});

const user = (name: string) => cipp.sandbox.tenants.user(name);
const contoso = () => cipp.sandbox.tenants.named('contoso.example');
/** A preview that gives back sign-in and a place in the address list. */
async function preview(person = adele): Promise<RestorePlan> {
	const snapshot = await snapshotOf(cipp, person);
	user(person).accountEnabled = false;
	user(person).mailbox!.hiddenFromAddressLists = true;
	const wish = { snapshot, kind: 'rehire' as const };
	const plan = asStored(await planRestore(wish, cipp.send, cipp.clock));
	expect(plan.steps.map(({ fact }) => fact)).toEqual(['signIn', 'hiddenFromAddressList']);
	cipp.sent.length = 0;
	return plan;
}

const run = async (plan: unknown): Promise<RestoreResult | Error> =>
	await runRestore(plan as RestorePlan, cipp.send, cipp.clock).catch((error: Error) => error);

/** Runs a preview that somebody changed, and expects that it is refused before anything is sent. */
async function refused(change: (plan: RestorePlan) => unknown): Promise<string> {
	const plan = await preview();
	const changed = change(plan);
	const error = await run(changed ?? plan);
	expect(error).toBeInstanceOf(InvalidOrder);
	expect(changesIn(cipp.sent)).toEqual([]);
	expect(user(adele)).toMatchObject({
		accountEnabled: false,
		mailbox: { hiddenFromAddressLists: true },
	});
	return (error as Error).message;
}

const withStep = (step: object) => (plan: RestorePlan) => {
	plan.steps.push(step as RestoreStep);
};

describe('a preview that comes in from outside', () => {
	it('runs as it came when nobody has changed it', async () => {
		expect(await run(await preview())).toMatchObject({ status: 'succeeded' });
		expect(user(adele).accountEnabled).toBe(true);
	});

	it('may have been added to on the way, which nobody reads', async () => {
		const plan = { ...(await preview()), approved: true, note: 'by HR', endpoint: 'RemoveUser' };

		expect(await run(plan)).toMatchObject({ status: 'succeeded' });
		expect(changesIn(cipp.sent).map(({ endpoint }) => endpoint)).toEqual([
			'ExecDisableUser',
			'ExecHideFromGAL',
		]);
	});

	it('says in its result what was done, not what somebody wrote into it', async () => {
		const plan = await preview();
		Object.assign(plan.steps[0], { part: 'groups', what: 'gives a day off', why: 'why not' });
		Object.assign(plan.tenant, { displayName: 'Other Ltd' });

		expect(await run(plan)).toMatchObject({
			tenant: { displayName: contoso().displayName },
			steps: [{ part: 'account', what: 'allows sign-in', why: 'sign-in was allowed' }, {}],
		});
	});

	it.each<[string, (plan: RestorePlan) => unknown, RegExp]>([
		[
			'name another tenant',
			({ tenant }) => {
				tenant.customerId = cipp.sandbox.tenants.named('fabrikam.example').customerId;
			},
			/customer ID|gone/,
		],
		[
			'name another tenant by ID and domain',
			({ tenant }) => {
				const { customerId, defaultDomainName } = cipp.sandbox.tenants.named('fabrikam.example');
				Object.assign(tenant, { customerId, defaultDomainName });
			},
			/is gone since/,
		],
		[
			"name another customer's domain",
			({ tenant }) => {
				tenant.defaultDomainName = 'fabrikam.example';
			},
			/names fabrikam.example/,
		],
		[
			'name all tenants',
			({ tenant }) => {
				tenant.customerId = 'AllTenants';
			},
			/tenant customerId is no object ID/,
		],
		[
			'name no tenant',
			(plan) => {
				delete (plan as Partial<RestorePlan>).tenant;
			},
			/tenant is missing/,
		],
		[
			'name another person by ID',
			({ target }) => {
				target.id = user(megan).id;
			},
			/renamed/,
		],
		[
			'name another person by name',
			({ target }) => {
				target.userPrincipalName = nestor;
			},
			/renamed/,
		],
		[
			'end the address of a request with the ID of a person',
			({ target }) => {
				target.id = `${user(megan).id}/manager`;
			},
			/target id is no object ID/,
		],
		['hold no steps', (plan) => ({ ...plan, steps: undefined }), /no list of steps/],
		['hold a step that is none', withStep(['signIn']), /step 3 is no object/],
		['be of another kind', (plan) => ({ ...plan, kind: 'everyone' }), /kind is none of/],
		['hold notices that are no texts', (plan) => ({ ...plan, notices: [{}] }), /notices/],
	])('must not %s', async (_what, change, message) => {
		expect(await refused(change)).toMatch(message);
	});

	it.each(['teleport', 'constructor', '__proto__', 'toString', 'hasOwnProperty', ''])(
		'must not name a fact that is none: "%s"',
		async (fact) => {
			expect(await refused(withStep({ fact, wanted: true }))).toContain(`names "${fact}"`);
		},
	);

	it.each([
		['an endpoint', { endpoint: 'RemoveUser' }],
		['a body', { body: { tenantFilter: 'contoso.example', Enable: false } }],
		['a request', { request: { endpoint: 'RemoveUser' } }],
		['a tenant', { tenantFilter: 'fabrikam.example' }],
		['an outcome', { outcome: 'done' }],
		['a reading', { read: 'accountEnabled is true' }],
		['words of CIPP', { said: ['Success'] }],
		['advice', { advice: 'all is well' }],
		['a check', { check: { fact: 'exists' } }],
	])('must not hold %s in a step', async (_what, more) => {
		const step = { fact: 'signIn', wanted: true };

		expect(await refused(withStep({ ...step, ...more }))).toContain(`"${Object.keys(more)[0]}"`);
	});

	it('is refused as a whole when its last step is wrong', async () => {
		expect(await refused(withStep({ fact: 'perUserMfa', wanted: 'off' }))).toBe(
			'This preview cannot be run: its step 3 (perUserMfa): wanted is none of disabled, enabled, enforced',
		);
	});

	it.each(['cipp-restore-plan/1', 'cipp-restore-plan/3', undefined])(
		'must be of this version: %s is to be made again',
		async (schema) => {
			expect(await refused((plan) => ({ ...plan, schema }))).toContain(String(schema));
		},
	);

	it('of the version with requests in it is refused with the way out', async () => {
		const { steps, ...rest } = await preview();
		const old = {
			...rest,
			schema: 'cipp-restore-plan/1',
			steps: steps.map(({ part, what, why }) => ({
				part,
				what,
				why,
				endpoint: 'ExecDisableUser',
				body: { tenantFilter: 'contoso.example', ID: user(adele).id, Enable: true },
				check: { fact: 'signInAllowed' },
			})),
		};

		expect(await run(old)).toMatchObject({
			advice: expect.stringContaining('Make the preview again'),
		});
		expect(cipp.sent).toEqual([]);
	});
});

describe('what a preview wants', () => {
	const id = '11111111-2222-4333-8444-555555555555';
	const group = { id, displayName: 'Everyone' };
	const reply = { state: 'Enabled', internal: 'Away', external: 'Away' };
	const forward = { to: nestor, kind: 'internal', keepsCopy: true };

	it.each<[string, unknown, string]>([
		['accountExists', false, 'is not true'],
		['signIn', false, 'is not true'],
		['signIn', 'true', 'is not true'],
		['signIn', { id }, 'is not true'],
		['signIn', undefined, 'is missing'],
		['attributes', {}, 'is empty'],
		['attributes', [], 'is no object'],
		['attributes', { accountEnabled: false }, 'holds "accountEnabled"'],
		['attributes', { id, jobTitle: 'Boss' }, 'holds "id"'],
		['attributes', { tenantFilter: 'fabrikam.example', jobTitle: 'Boss' }, 'holds "tenantFilter"'],
		['attributes', { manager: id }, 'holds "manager"'],
		['attributes', { jobTitle: null }, 'jobTitle is no list'],
		['attributes', { businessPhones: [5] }, 'businessPhones 1 is no text'],
		['attributes', JSON.parse('{"__proto__":{"jobTitle":"Boss"}}'), 'holds "__proto__"'],
		['attributes', JSON.parse('{"constructor":"Boss"}'), 'holds "constructor"'],
		['license', { skuId: 'E5', name: 'E5' }, 'skuId is no object ID'],
		['license', { skuId: id, name: 'E5', userIds: [id] }, 'holds "userIds"'],
		['license', { skuId: id, name: 'E5', LicenseOperation: 'Remove' }, 'holds "LicenseOperation"'],
		['license', { name: 'E5' }, 'skuId is missing'],
		['groupMember', { ...group, id: 'all' }, 'id is no object ID'],
		['groupMember', { ...group, givesLicenses: 'no' }, 'givesLicenses is neither'],
		['groupMember', { ...group, givesLicenses: false, RemoveMember: [] }, 'holds "RemoveMember"'],
		['groupOwner', { ...group, AddMember: [id] }, 'holds "AddMember"'],
		['mailboxType', 'SharedMailbox', 'is not UserMailbox'],
		['hiddenFromAddressList', true, 'is not false'],
		['forwarding', nestor, 'is no object'],
		['forwarding', { ...forward, kind: 'external', to: 'me' }, 'to is no address'],
		['forwarding', { ...forward, userID: megan }, 'holds "userID"'],
		['forwarding', { ...forward, keepsCopy: 'false' }, 'keepsCopy is neither'],
		['automaticReply', { state: 'Off' }, 'state is none of'],
		['automaticReply', { ...reply, userId: megan }, 'holds "userId"'],
		['automaticReply', { ...reply, internal: { html: '' } }, 'internal is no text'],
		[
			'automaticReply',
			{ ...reply, state: 'Scheduled', start: 'now', end: 'later' },
			'start is no date',
		],
		['mailboxRights', { mailbox: megan, rights: [] }, 'rights is empty'],
		['mailboxRights', { mailbox: megan, rights: ['ChangeOwner'] }, 'rights 1 is none of'],
		[
			'mailboxRights',
			{ mailbox: megan, rights: ['FullAccess,ChangeOwner'] },
			'rights 1 is none of',
		],
		['mailboxRights', { mailbox: [megan], rights: ['SendAs'] }, 'mailbox is no address'],
		['mailboxRights', { mailbox: megan, rights: ['SendAs'], UserID: nestor }, 'holds "UserID"'],
		['calendarRights', { calendar: megan, right: 'Editor,Owner' }, 'right is no word'],
		['calendarRights', { calendar: megan, right: 'Editor', folder: 7 }, 'folder is no name'],
		[
			'calendarRights',
			{ calendar: megan, right: 'Editor', Modification: 'Remove' },
			'holds "Modif',
		],
		['manager', { id: megan, displayName: 'Megan' }, 'id is no object ID'],
		['manager', null, 'is no object'],
		['perUserMfa', { value: 'disabled' }, 'is none of'],
		['teamsNumber', { number: '+1 206', type: 'callingPlan' }, 'number is no phone number'],
		['teamsNumber', { number: '+12065550142', type: 'a b' }, 'type is no word'],
		['teamsNumber', { number: '+12065550142', type: 'x', input: {} }, 'holds "input"'],
	])('of %s is checked: %j', async (fact, wanted, problem) => {
		expect(await refused(withStep({ fact, wanted }))).toContain(
			`its step 3 (${fact}): wanted ${problem}`,
		);
	});

	it('is checked in the snapshot too: what is none makes no step', async () => {
		const snapshot = await snapshotOf(cipp, megan);
		snapshot.mailboxesOfOthers = {
			asOf: null,
			grants: [{ place: 'events@contoso.example,all@contoso.example', rights: ['SendAs'] }],
		};
		const wish = { snapshot, kind: 'rehire' as const };
		const plan = await planRestore(wish, cipp.send, cipp.clock);

		expect(plan.steps).toEqual([]);
		expect(plan.cannot[0]).toMatchObject({
			what: 'mailboxes of others',
			why: expect.stringContaining('mailbox is no address'),
		});
	});
});

describe('a preview of an account that has changed since', () => {
	/** Made while the account was deleted. */
	async function previewOfDeleted(): Promise<RestorePlan> {
		const snapshot = await snapshotOf(cipp, adele);
		moveToDeleted(cipp, adele);
		const wish = { snapshot, kind: 'rehire' as const };
		const plan = asStored(await planRestore(wish, cipp.send, cipp.clock));
		cipp.sent.length = 0;
		return plan;
	}

	it('does nothing to a colleague who has the name by now', async () => {
		const plan = await previewOfDeleted();
		user(nestor).userPrincipalName = adele;
		user(adele).mailbox!.forwardingAddress = megan;

		expect(await run(plan)).toMatchObject({ message: expect.stringContaining('someone else') });
		expect(changesIn(cipp.sent)).toEqual([]);
		expect(user(adele).mailbox!.forwardingAddress).toBe(megan);
	});

	it('does nothing when the account came back by another name', async () => {
		const plan = await previewOfDeleted();
		const [{ user: person }] = contoso().deletedUsers.splice(0);
		contoso().users.push({ ...person, userPrincipalName: 'adele.v@contoso.example' });
		user(nestor).userPrincipalName = adele;

		expect(await run(plan)).toMatchObject({ message: expect.stringContaining('renamed') });
		expect(changesIn(cipp.sent)).toEqual([]);
	});

	it('stops after the account when it comes back by another name', async () => {
		const plan = await previewOfDeleted();
		contoso().deletedUsers[0].user.userPrincipalName = 'adele.v@contoso.example';

		const result = (await run(plan)) as RestoreResult;

		expect(result.steps.map(({ outcome }) => outcome)).toEqual([
			'done',
			...plan.steps.slice(1).map(() => 'not tried'),
		]);
		expect(result.steps[1].read).toContain('has been renamed to adele.v@contoso.example');
		expect(result.status).toBe('partial');
		expect(changesIn(cipp.sent).map(({ endpoint }) => endpoint)).toEqual(['ExecRestoreDeleted']);
	});

	it('stops after the account when nobody can read it afterwards', async () => {
		const plan = await previewOfDeleted();
		const fault = { status: 500, body: 'Out of order' };
		cipp.sandbox.faults.endpoint('ListGraphRequest', fault, { skip: 4 });

		const result = (await run(plan)) as RestoreResult;

		expect(result.steps[0].outcome).toBe('done');
		expect(result.steps[1]).toMatchObject({
			outcome: 'not tried',
			read: expect.stringContaining('Out of order'),
		});
	});

	it('does nothing for a deleted account without the step that brings it back', async () => {
		const plan = await previewOfDeleted();
		plan.steps = plan.steps.filter(({ fact }) => fact !== 'accountExists');

		const result = (await run(plan)) as RestoreResult;

		expect(result.steps.every(({ outcome }) => outcome === 'not tried')).toBe(true);
		expect(result.status).toBe('failed');
		expect(changesIn(cipp.sent)).toEqual([]);
	});

	it('runs in the tenant that the customer ID names, whatever its default domain is by now', async () => {
		const plan = await preview();
		contoso().defaultDomainName = 'contoso-group.example';

		expect(await run(plan)).toMatchObject({ status: 'succeeded' });
		expect(user(adele).accountEnabled).toBe(true);
		expect(changesIn(cipp.sent)[0].body).toMatchObject({ tenantFilter: 'contoso-group.example' });
	});
});
