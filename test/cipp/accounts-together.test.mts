import { beforeEach, describe, expect, it } from 'vitest';
import { accountsTogether } from '../../cipp/accounts-together';
import type { CippRequest, Send } from '../../cipp/request';
import { readAccount } from '../../cipp/users';
import {
	adele,
	alex,
	connect,
	megan,
	nestor,
	type Connection,
} from '../offboarding/sandbox-send.mts';
import { answer } from './answers.mts';

const domain = 'contoso.example';
let cipp: Connection;
beforeEach(async () => {
	cipp = await connect();
});

const together = (send: Send = cipp.send) => accountsTogether(send, cipp.clock);
const endpoints = () => cipp.sent.map(({ endpoint }) => endpoint);

async function namesOf(send: Send, users: string[], tenant = domain) {
	const rows = await Promise.all(users.map(async (user) => await readAccount(send, tenant, user)));
	return rows.map((row) => row?.userPrincipalName ?? null);
}

/** Answers the bulk call by itself and passes everything else on. */
const withBulkAnswer =
	(reply: (request: CippRequest) => ReturnType<typeof answer>): Send =>
	async (request) => {
		if (request.endpoint !== 'ListGraphBulkRequest') return await cipp.send(request);
		cipp.sent.push(request);
		return reply(request);
	};

describe('accounts that are asked for at the same moment', () => {
	it('are read in one call for a tenant, and each gets its own', async () => {
		expect(await namesOf(together(), [megan, adele, alex])).toEqual([megan, adele, alex]);
		expect(cipp.sent).toHaveLength(1);
		const [{ method, endpoint, body }] = cipp.sent;
		expect({ method, endpoint, body }).toMatchObject({
			method: 'POST',
			endpoint: 'ListGraphBulkRequest',
			body: {
				tenantFilter: domain,
				requests: [megan, adele, alex].map((user) => ({
					method: 'GET',
					url: expect.stringMatching(
						new RegExp(`^users/${user}\\?\\$select=id,.*signInSessionsValidFromDateTime`),
					),
				})),
			},
		});
	});

	it('have the same columns as when they are asked for alone', async () => {
		const alone = await readAccount(together(), domain, megan);
		const send = together();
		const [joint] = await Promise.all(
			[megan, adele].map(async (user) => await readAccount(send, domain, user)),
		);
		expect(joint).toEqual({ ...alone, '@odata.context': expect.any(String) });
		expect(endpoints()).toEqual(['ListGraphRequest', 'ListGraphBulkRequest']);
	});

	it('go twenty at a time', async () => {
		const users = Array.from({ length: 45 }, (_, index) => `person.${index}@${domain}`);
		const sizes: number[] = [];
		const send = together(async ({ body }) => {
			const { requests } = body as { requests: Array<{ id: string; url: string }> };
			sizes.push(requests.length);
			const rows = requests.map(({ id, url }) => {
				const userPrincipalName = /^users\/([^?]*)/.exec(url)![1];
				return { id, status: 200, body: { id: 'some', userPrincipalName } };
			});
			// Microsoft answers in any order.
			return answer(rows.reverse());
		});
		expect(await namesOf(send, users)).toEqual(users);
		expect(sizes).toEqual([20, 20, 5]);
	});

	it('of two tenants are never mixed', async () => {
		const send = together();
		const others = ['fabrikam.example'];
		const answers = await Promise.all([
			namesOf(send, [megan, adele]),
			namesOf(send, [megan, adele], others[0]),
		]);
		expect(answers).toEqual([
			[megan, adele],
			[null, null],
		]);
		const tenants = cipp.sent
			.filter(({ endpoint }) => endpoint === 'ListGraphBulkRequest')
			.map(({ body }) => (body as { tenantFilter: string }).tenantFilter);
		expect(tenants).toEqual([domain, ...others]);
	});

	it('who are missing in the answer are asked for alone, for that is a clear answer', async () => {
		const unknown = 'no.body@contoso.example';
		expect(await namesOf(together(), [megan, unknown])).toEqual([megan, null]);
		expect(cipp.sent.slice(1)).toMatchObject([
			{ endpoint: 'ListGraphRequest', query: { Endpoint: `users/${unknown}` } },
		]);
	});

	it('are never taken for someone else, whatever the answer is labelled with', async () => {
		const send = together(async (request) => {
			const reply = await cipp.send(request);
			if (request.endpoint !== 'ListGraphBulkRequest') return reply;
			const [first, second] = reply.body as Array<Record<string, unknown>>;
			return {
				...reply,
				body: [
					{ ...first, id: second.id },
					{ ...second, id: first.id },
				],
			};
		});
		expect(await namesOf(send, [megan, adele])).toEqual([megan, adele]);
		expect(endpoints()).toEqual(['ListGraphBulkRequest', 'ListGraphRequest', 'ListGraphRequest']);
	});

	it('are found by object ID, and by a name in any case or with special characters', async () => {
		const { id } = (await readAccount(cipp.send, domain, megan))!;
		cipp.sent.splice(0);
		const liam = "Liam.O'Brien@contoso.example";
		const names = await namesOf(together(), [String(id).toUpperCase(), liam, adele]);
		expect(names).toEqual([megan, liam.toLowerCase(), adele]);
		expect(endpoints()).toEqual(['ListGraphBulkRequest']);
	});

	it.each([
		['one is throttled', answer([{ id: 'x', status: 429, body: { error: {} } }])],
		['CIPP answers nothing', answer(null)],
		['the batch fails', answer('Bad Gateway', 400)],
	])('are asked for alone where %s', async (_, reply) => {
		const send = together(withBulkAnswer(() => reply));
		expect(await namesOf(send, [megan, adele])).toEqual([megan, adele]);
		expect(endpoints()).toEqual(['ListGraphBulkRequest', 'ListGraphRequest', 'ListGraphRequest']);
	});

	it('are asked for alone for the rest of the run where CIPP does not allow the call', async () => {
		const send = together(withBulkAnswer(() => answer('Forbidden', 403)));
		await namesOf(send, [megan, adele]);
		expect(await namesOf(send, [alex, nestor])).toEqual([alex, nestor]);
		expect(endpoints().filter((name) => name === 'ListGraphBulkRequest')).toHaveLength(1);
	});

	it('are not asked for again, one by one, where CIPP has too much to do', async () => {
		const send = together(withBulkAnswer(() => answer('Too many requests', 429)));
		await expect(namesOf(send, [megan, adele])).rejects.toThrow();
		expect(endpoints()).toEqual(['ListGraphBulkRequest']);
	});
});

describe('one account', () => {
	it('is asked for as ever', async () => {
		expect(await namesOf(together(), [megan])).toEqual([megan]);
		expect(endpoints()).toEqual(['ListGraphRequest']);
	});

	it('that is asked for later is not taken from an earlier answer', async () => {
		const send = together();
		await namesOf(send, [megan, adele]);
		await namesOf(send, [megan, adele]);
		expect(endpoints()).toEqual(['ListGraphBulkRequest', 'ListGraphBulkRequest']);
	});
});

it.each([
	['with other columns', { $select: 'id' }, true],
	['with more parameters', { AsApp: 'true' }, true],
	['that may come from a cache', {}, false],
])('leaves other requests alone: one %s', async (_, change, fresh) => {
	for (const user of [megan, adele]) await readAccount(cipp.send, domain, user);
	const requests = cipp.sent
		.splice(0)
		.map(({ query, ...rest }) => ({ ...rest, query: { ...query, ...change }, fresh }));
	const send = together();
	await Promise.all(requests.map(async (request) => await send(request)));
	expect(cipp.sent).toEqual(requests);
});
