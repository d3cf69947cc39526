import { describe, expect, it } from 'vitest';
import { paced } from '../../cipp/pace/pace';
import { tenantOf, type CippRequest } from '../../cipp/request';
import { patient } from '../../cipp/retry';
import { answer } from './answers.mts';
import { simulatedCipp, SimulatedTime } from './pace-simulation.mts';

const write = (tenant: string, number: number): CippRequest => ({
	method: 'POST',
	endpoint: 'AddUser',
	body: { tenantFilter: tenant, number },
});
const retries = { ...patient, random: () => 1 };

async function sendAll(
	requests: CippRequest[],
	behaviour: Parameters<typeof simulatedCipp>[1] = {},
) {
	const time = new SimulatedTime();
	const cipp = simulatedCipp(time, behaviour);
	const send = paced(cipp.send, time, { retries });
	const results = await time.until(
		Promise.allSettled(requests.map(async (request) => await send(request))),
	);
	const starts = cipp.arrivals.map(({ request, at }) => [tenantOf(request), numberOf(request), at]);
	return { results, starts };
}

const numberOf = ({ body }: CippRequest) => (body as { number: number }).number;

describe('writes', () => {
	it('to one tenant go one at a time and in order, to others at the same time', async () => {
		const { starts } = await sendAll([write('a', 1), write('a', 2), write('b', 1), write('a', 3)]);
		expect(starts).toEqual([
			['a', 1, 0],
			['b', 1, 0],
			['a', 2, 100],
			['a', 3, 200],
		]);
	});

	it('wait for one before them that is repeated', async () => {
		const { starts } = await sendAll([write('a', 1), write('a', 2)], {
			reply: (arrival) => (arrival === 0 ? answer('', 429, { 'retry-after': '4' }) : undefined),
		});
		expect(starts).toEqual([
			['a', 1, 0],
			['a', 1, 4_100],
			['a', 2, 4_200],
		]);
	});

	it('go on after one that failed', async () => {
		const { results, starts } = await sendAll([write('a', 1), write('a', 2)], {
			reply: (arrival) => (arrival === 0 ? new Error('broken') : undefined),
		});
		expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
		expect(starts.map(([, number]) => number)).toEqual([1, 2]);
	});

	it('of CIPP itself, which name no tenant, keep their order too', async () => {
		const bare = (number: number): CippRequest => ({
			method: 'POST',
			endpoint: 'AddAlert',
			body: { number },
		});
		const { starts } = await sendAll([bare(1), bare(2)]);
		expect(starts.map(([, , at]) => at)).toEqual([0, 100]);
	});
});

it('reads pass, also those with a body', async () => {
	const list: CippRequest = {
		method: 'POST',
		endpoint: 'ListMailboxRules',
		body: { tenantFilter: 'a', number: 0 },
	};
	const { starts } = await sendAll([write('a', 1), write('a', 2), list, list]);
	expect(starts.map(([, , at]) => at)).toEqual([0, 0, 0, 100]);
});

describe('the tenant of a request', () => {
	it.each<[string, CippRequest['body'] | undefined, CippRequest['query'] | undefined, string]>([
		['a text in the body', { tenantFilter: 'Contoso.com' }, undefined, 'contoso.com'],
		['a text in the query', {}, { TenantFilter: 'contoso.com' }, 'contoso.com'],
		['a choice', { tenantFilter: { value: 'contoso.com', label: 'C' } }, undefined, 'contoso.com'],
		['a list', { selectedTenants: [{ value: 'contoso.com' }] }, undefined, 'contoso.com'],
		[
			'a list of tenants',
			{ selectedTenants: [{ defaultDomainName: 'contoso.com', customerId: '1' }] },
			undefined,
			'contoso.com',
		],
		['an ID', { tenantid: 'AA11' }, undefined, 'aa11'],
		['a body that is a list', [{ tenantFilter: 'contoso.com' }], undefined, 'contoso.com'],
		['nothing', { name: 'x' }, { id: '1' }, ''],
		['an empty value', { tenantFilter: null }, undefined, ''],
	])('is found in %s', (_name, body, query, tenant) => {
		expect(tenantOf({ method: 'POST', endpoint: 'AddUser', body, query })).toBe(tenant);
	});
});
