import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { credentialFor, runCipp, type EngineOptions } from '../engine/engine.mts';
import { adele, alex, megan, useSandbox } from '../offboard-user/offboarding.mts';
import { companies } from '../../sandbox/index.mts';

const sandbox = useSandbox();

const contoso = 'contoso.example';
const liam = "liam.o'brien@contoso.example";
const nobody = 'nobody@contoso.example';

interface Wanted extends IDataObject {
	user: string;
	tenant?: string;
}

const run = async (
	people: Wanted[],
	parameters: IDataObject = {},
	options: Partial<EngineOptions> = {},
) =>
	await runCipp(
		{
			resource: 'user',
			operation: 'get',
			tenantDomain: `={{ $json.tenant ?? "${contoso}" }}`,
			userEmail: '={{ $json.user }}',
			options: { readTogether: true },
			...parameters,
		},
		{ credential: credentialFor(sandbox.current), items: people, ...options },
	);
const named = (...users: string[]): Wanted[] => users.map((user) => ({ user }));
const goesOn = { node: { onError: 'continueErrorOutput' as const } };

/** What went over the wire to ListUsers, as it was asked. */
const asked = () =>
	sandbox.current.requests
		.filter(({ endpoint }) => endpoint === 'ListUsers')
		.map(({ query }) => query);
const filters = () => asked().flatMap(({ graphFilter = [] }) => graphFilter);
const readAlone = () => asked().flatMap(({ UserID = [] }) => UserID);
const upns = (json: IDataObject[]) => json.map(({ userPrincipalName }) => userPrincipalName);
const pairs = (items: Array<{ pairedItem?: unknown }>) =>
	items.map(({ pairedItem }) => (pairedItem as { item: number }).item);
const byUpn = (...users: string[]) =>
	`userPrincipalName in (${users.map((user) => `'${user}'`).join(',')})`;
const idOf = (upn: string) => sandbox.current.tenants.user(upn).id;

/** People of several companies, taking turns. */
function mixed(numberOfTenants: number, numberOfPeople: number): Wanted[] {
	const tenants = companies(numberOfTenants, numberOfPeople);
	sandbox.current.tenants.add(...tenants);
	return Array.from({ length: numberOfPeople }, (_, index) => {
		const { defaultDomainName, users } = tenants[index % numberOfTenants];
		const { userPrincipalName } = users[Math.floor(index / numberOfTenants)];
		return { tenant: defaultDomainName, user: userPrincipalName };
	});
}

/** What the error output tells, beside what went in. */
const told = (errors: Array<{ json: IDataObject }>) =>
	errors.map(({ json: { error, message, details } }) => ({ error, message, details }));

/** How many requests are under way at most, with answers that take a while. */
async function mostAtOnce(work: () => Promise<unknown>): Promise<number> {
	sandbox.current.faults.endpoint('ListUsers', { kind: 'slow', milliseconds: 60 });
	let most = 0;
	const look = setInterval(() => {
		const open = sandbox.current.requests.filter(({ status }) => status === -1).length;
		most = Math.max(most, open);
	}, 5);
	await work();
	clearInterval(look);
	return most;
}

describe('on the wire', () => {
	it('reads 40 people in three tenants with three requests, and gives each item its own', async () => {
		const people = mixed(3, 40);

		const { items, json } = await run(people);

		expect(asked()).toEqual(
			['company01.example', 'company02.example', 'company03.example'].map((tenant) => ({
				tenantFilter: tenant,
				graphFilter: byUpn(
					...people.filter((person) => person.tenant === tenant).map(({ user }) => user),
				),
			})),
		);
		expect(upns(json)).toEqual(people.map(({ user }) => user));
		expect(pairs(items)).toEqual(people.map((_, index) => index));
	});

	it('asks for no more than 15 people at a time, and alone for one who is left over', async () => {
		const people = mixed(1, 121);

		const { json } = await run(people);

		const users = people.map(({ user }) => user);
		const fifteens = Array.from({ length: 8 }, (_, part) => users.slice(15 * part, 15 * part + 15));
		expect(filters().sort()).toEqual(fifteens.map((part) => byUpn(...part)));
		expect(readAlone()).toEqual([users[120]]);
		expect(upns(json)).toEqual(users);
	});

	it('asks for object IDs and names in one filter, 15 in all, and doubles apostrophes', async () => {
		const people = mixed(1, 20);
		const users = people.map(({ user }) => user);
		const ids = users.slice(0, 8).map((user) => idOf(user).toUpperCase());
		const rest = users.slice(8);

		const company = await run(
			[...ids, ...rest].map((user) => ({ tenant: 'company01.example', user })),
		);
		const quoted = await run(named(liam, megan));

		expect(filters()).toEqual([
			`id in (${ids.map((id) => `'${id}'`).join(',')}) or ${byUpn(...rest.slice(0, 7))}`,
			byUpn(...rest.slice(7)),
			byUpn("liam.o''brien@contoso.example", megan),
		]);
		expect(readAlone()).toEqual([]);
		expect(upns(company.json)).toEqual(users);
		expect(upns(quoted.json)).toEqual([liam, megan]);
	});

	it('names a tenant once, however it is given', async () => {
		const { customerId, initialDomainName } = sandbox.current.tenants.named(contoso);

		await run([
			{ tenant: contoso, user: megan },
			{ tenant: customerId, user: alex },
			{ tenant: initialDomainName.toUpperCase(), user: adele },
		]);

		expect(asked()).toEqual([{ tenantFilter: contoso, graphFilter: byUpn(megan, alex, adele) }]);
	});

	it('has no more requests under way than set, also when groups go on alone', async () => {
		const people = mixed(4, 60);
		sandbox.current.faults.endpoint('ListUsers', { status: 500, body: 'No' }, { times: 3 });

		const three = await mostAtOnce(
			async () => await run(people, { requestOptions: { itemsAtOnce: 3 } }),
		);

		expect(filters()).toHaveLength(4);
		expect(readAlone()).toHaveLength(45);
		expect(three).toBeGreaterThan(1);
		expect(three).toBeLessThanOrEqual(3);
	});
});

describe('what the items get', () => {
	it('is what one who asks alone gets, beside columns that only a list has', async () => {
		const alone = await run(named(megan, alex), { options: {} });
		const together = await run(named(megan, alex));

		expect(filters()).toEqual([byUpn(megan, alex)]);
		// What Graph says of one answer alone is not there when it answers with a list.
		const columns = alone.json.map(({ '@odata.context': _, ...row }) => row);
		expect(together.json).toEqual(columns.map((row) => expect.objectContaining(row)));
	});

	it('is a copy for each of those who ask for the same person, in whatever way', async () => {
		const people = named(megan, alex, megan.toUpperCase(), idOf(megan), megan);

		const { json } = await run(people);

		expect(filters()).toEqual([`id in ('${idOf(megan)}') or ${byUpn(megan, alex)}`]);
		expect(upns(json)).toEqual([megan, alex, megan, megan, megan]);
		expect(new Set(json).size).toBe(5);
		expect(new Set(json.map(({ assignedLicenses }) => assignedLicenses)).size).toBe(5);
	});

	it('is never the row of someone else, whatever the list holds', async () => {
		const { json: strangers } = await run(named(adele, liam), { options: {} });
		sandbox.current.requests.length = 0;
		sandbox.current.faults.endpoint(
			'ListUsers',
			{ status: 200, body: [...strangers, ...strangers, { userPrincipalName: null }, 'x', null] },
			{ times: 1 },
		);

		const { json } = await run(named(megan, alex, adele));

		expect(upns(json)).toEqual([megan, alex, adele]);
		expect(readAlone()).toEqual([megan, alex, adele]);
	});

	it('is never of another tenant', async () => {
		const christie = 'christie.cline@fabrikam.example';
		const { items, errors } = await run(
			[
				{ tenant: contoso, user: megan },
				{ tenant: contoso, user: christie },
				{ tenant: 'fabrikam.example', user: christie },
				{ tenant: 'fabrikam.example', user: megan },
			],
			{},
			goesOn,
		);

		expect(upns(items.map(({ json }) => json))).toEqual([megan, christie]);
		expect(pairs(items)).toEqual([0, 2]);
		expect(pairs(errors)).toEqual([1, 3]);
	});
});

it('a guest is refused by name, and the others are read together', async () => {
	const guest = sandbox.current.tenants
		.named(contoso)
		.users.find(({ userType }) => userType === 'Guest')!.userPrincipalName;

	const { errors } = await run(named(megan, guest, alex), {}, goesOn);

	expect(filters()).toEqual([byUpn(megan, alex)]);
	expect(readAlone()).toEqual([]);
	expect(errors.map(({ json }) => json.error)).toEqual([
		expect.stringContaining('the sign-in name of a guest'),
	]);
});

describe('read alone is', () => {
	it('everyone, as ever, where the option is off, for all items or for one', async () => {
		await run(named(megan, alex), { options: { readTogether: false } });
		await run(
			[
				{ user: megan, together: true },
				{ user: adele, together: false },
				{ user: alex, together: true },
			],
			{ options: { readTogether: '={{ $json.together }}' } },
		);

		expect(asked()).toEqual([
			{ tenantFilter: contoso, UserID: megan },
			{ tenantFilter: contoso, UserID: alex },
			{ tenantFilter: contoso, graphFilter: byUpn(megan, alex) },
			{ tenantFilter: contoso, UserID: adele },
		]);
	});

	it.each(['a&b', 'a+b', 'a%41b', 'a b', 'a/b', 'a?b', 'a,b', 'ä', 'x'.repeat(114)])(
		'"%s", for the same reason',
		async (odd) => {
			const { errors } = await run(named(megan, `${odd}@contoso.example`, alex), {}, goesOn);

			expect(filters()).toEqual([byUpn(megan, alex)]);
			expect(pairs(errors)).toEqual([1]);
		},
	);

	it('who is asked for with sign-in details', async () => {
		const people = named(megan, alex, adele, liam).map((person, index) => ({
			...person,
			details: index === 1 || index === 3,
		}));

		const { json } = await run(people, {
			options: { readTogether: true, IncludeLogonDetails: '={{ $json.details }}' },
		});

		expect(filters()).toEqual([byUpn(megan, adele)]);
		const details = { tenantFilter: contoso, IncludeLogonDetails: 'true' };
		expect(asked()).toContainEqual({ ...details, UserID: alex });
		expect(asked()).toContainEqual({ ...details, UserID: liam });
		expect(json.map((row) => 'LastSigninDate' in row)).toEqual([false, true, false, true]);
	});

	it('whom the list does not have: the error is that of one who asks alone', async () => {
		const alone = await run(named(nobody), { options: {} }, goesOn);
		const { items, errors } = await run(named(megan, nobody, alex), {}, goesOn);

		expect(filters()).toEqual([byUpn(megan, nobody, alex)]);
		expect(pairs(items)).toEqual([0, 2]);
		expect(pairs(errors)).toEqual([1]);
		expect(told(errors)).toEqual(told(alone.errors));
	});
});

describe('when the shared request fails', () => {
	it.each([400, 500])('with %i, asks for each of its people alone', async (status) => {
		sandbox.current.faults.endpoint('ListUsers', { status, body: 'Bad filter' }, { times: 1 });

		const { json, items } = await run(named(megan, alex, nobody, adele), {}, goesOn);

		expect(asked()).toHaveLength(5);
		expect(readAlone().sort()).toEqual([megan, alex, nobody, adele].sort());
		expect(upns(json)).toEqual([megan, alex, adele]);
		expect(pairs(items)).toEqual([0, 1, 3]);
	});

	it.each([
		['401', { kind: 'unauthorized' }],
		['403', { kind: 'tenantNotAllowed' }],
		['404', { kind: 'notFound' }],
		['429, also when repeated', { kind: 'throttled', retryAfter: 0 }],
	] as const)('with %s, gives each of its items that error', async (_status, fault) => {
		sandbox.current.faults.endpoint('ListUsers', fault, { tenant: contoso });
		const alone = await run(named(megan), { options: {} }, goesOn);
		sandbox.current.requests.length = 0;

		const { items, errors } = await run(
			[
				...named(megan, alex),
				{ tenant: 'fabrikam.example', user: 'debra.berger@fabrikam.example' },
			],
			{},
			goesOn,
		);

		const [expected] = told(alone.errors);
		expect(readAlone()).toEqual(['debra.berger@fabrikam.example']);
		expect(told(errors)).toEqual([expected, expected]);
		expect(pairs(errors)).toEqual([0, 1]);
		expect(pairs(items)).toEqual([2]);
	});

	it('because CIPP is not there, gives each of its items that error', async () => {
		sandbox.current.faults.endpoint('ListUsers', { kind: 'slow', milliseconds: 500 });

		const { errors } = await run(named(megan, alex), { requestOptions: { timeout: 50 } }, goesOn);

		expect(readAlone()).toEqual([]);
		expect(errors.map(({ json }) => json.error)).toEqual(
			Array(2).fill(expect.stringMatching(/did not answer in time/)),
		);
	}, 60_000);

	it('for good, stops a workflow that stops at errors', async () => {
		const people = mixed(1, 75);
		sandbox.current.faults.endpoint('ListUsers', { kind: 'tenantNotAllowed' });

		const { error } = await run(people, { requestOptions: { itemsAtOnce: 1 } });

		expect(error?.message).toMatch(/may not touch this tenant/);
		expect(asked()).toHaveLength(1);
	});
});

describe('a failed item', () => {
	it('stops a workflow that stops at errors, also where other groups have begun', async () => {
		const [, ...people] = mixed(4, 60);
		sandbox.current.faults.endpoint('ListUsers', { status: 500, body: 'No' }, { times: 4 });

		const { error } = await run([{ tenant: 'company01.example', user: nobody }, ...people]);

		expect(error?.message).toMatch(`ListUsers: Resource '${nobody}' does not exist`);
		expect(error?.context?.itemIndex).toBe(0);
		expect(filters()).toHaveLength(4);
		expect(readAlone().length).toBeLessThanOrEqual(25);
	});

	it('is one with an unknown tenant, about which nothing else is sent', async () => {
		const { items, errors } = await run(
			[
				{ user: megan },
				{ tenant: 'nowhere.example', user: 'a@nowhere.example' },
				{ tenant: 'nowhere.example', user: 'b@nowhere.example' },
				{ user: alex },
			],
			{},
			goesOn,
		);

		expect(filters()).toEqual([byUpn(megan, alex)]);
		expect(JSON.stringify(sandbox.current.requests)).not.toContain('nowhere');
		expect(pairs(items)).toEqual([0, 3]);
		expect(errors.map(({ json }) => json.error)).toEqual(
			Array(2).fill('CIPP manages no tenant "nowhere.example"'),
		);
	});

	it('is one that does not say whether to read together', async () => {
		const { items, errors } = await run(
			[
				{ user: megan, together: true },
				{ user: alex, together: 'perhaps' },
				{ user: adele, together: 'true' },
			],
			{ options: { readTogether: '={{ $json.together }}' } },
			goesOn,
		);

		expect(filters()).toEqual([byUpn(megan, adele)]);
		expect(pairs(items)).toEqual([0, 2]);
		expect(errors.map(({ json }) => json.error)).toEqual([
			'"Read Together" is neither true nor false: perhaps',
		]);
	});
});

it('keeps to batches: nobody shares with the next one', async () => {
	const people = mixed(1, 12);
	const users = people.map(({ user }) => user);

	const { json } = await run(people, {
		requestOptions: { batching: { batch: { batchSize: 5, batchInterval: 1 } } },
	});

	expect(filters()).toEqual([
		byUpn(...users.slice(0, 5)),
		byUpn(...users.slice(5, 10)),
		byUpn(...users.slice(10)),
	]);
	expect(upns(json)).toEqual(users);
});
