import type { IDataObject } from 'n8n-workflow';
import { expect, it } from 'vitest';
import { adele, alex, megan, useSandbox } from '../offboard-user/offboarding.mts';
import { credentialFor, runCipp, type EngineOptions } from './engine.mts';

const sandbox = useSandbox();
const run = async (
	parameters: IDataObject,
	items: IDataObject[],
	options: Partial<EngineOptions> = {},
) =>
	await runCipp(
		{ resource: 'user', tenantDomain: 'contoso.example', ...parameters },
		{ credential: credentialFor(sandbox.current), items, ...options },
	);
const get = { operation: 'get', userEmail: '={{ $json.upn }}' };
const send = {
	resource: 'apiRequest',
	operation: 'send',
	apiEndpoint: '={{ $json.endpoint }}',
	apiQuery: '={{ JSON.stringify($json.query ?? {}) }}',
	apiBody: '={{ JSON.stringify($json.body ?? {}) }}',
};
const timesAsked = (endpoint: string) =>
	sandbox.current.requests.filter((request) => request.endpoint === endpoint).length;
const megans = (count: number) => Array.from({ length: count }, () => ({ upn: megan }));

it('reads once what many items ask for, and gives each its own copy', async () => {
	const result = await run(get, megans(30));

	expect(timesAsked('ListUsers')).toBe(1);
	expect(result.json.map(({ userPrincipalName }) => userPrincipalName)).toEqual(
		megans(30).map(({ upn }) => upn),
	);
	expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(
		megans(30).map((_, item) => ({ item })),
	);
	expect(new Set(result.json).size).toBe(30);
	expect(new Set(result.json.map(({ assignedLicenses }) => assignedLicenses)).size).toBe(30);
});

it('reads once for each tenant where items take turns, with the limit of each item', async () => {
	const items = Array.from({ length: 12 }, (_, index) => ({
		tenant: ['contoso.example', 'fabrikam.example'][index % 2],
		limit: 1 + (index % 3),
	}));

	const result = await run(
		{ operation: 'getMany', tenantDomain: '={{ $json.tenant }}', limit: '={{ $json.limit }}' },
		items,
	);

	expect(timesAsked('ListUsers')).toBe(2);
	expect(result.items.map(({ pairedItem }) => (pairedItem as { item: number }).item)).toEqual(
		items.flatMap(({ limit }, index) => Array.from({ length: limit }, () => index)),
	);
});

it('does not mix up people who are asked for at the same time', async () => {
	const people = [megan, alex, adele, megan, alex, adele, megan];

	const result = await run(
		get,
		people.map((upn) => ({ upn })),
	);

	expect(timesAsked('ListUsers')).toBe(3);
	expect(result.json.map(({ userPrincipalName }) => userPrincipalName)).toEqual(people);
});

it('gives each item the error of the request that it shares', async () => {
	sandbox.current.faults.endpoint(
		'ListUsers',
		{ status: 403, body: 'Access denied' },
		{ times: 1 },
	);

	const result = await run(get, megans(3), { node: { onError: 'continueErrorOutput' } });

	expect(result.errors.map(({ json }) => String(json.error))).toEqual(
		Array.from({ length: 3 }, () => expect.stringMatching(/^ListUsers: /)),
	);
	expect(result.errors.map(({ pairedItem }) => pairedItem)).toEqual([
		{ item: 0 },
		{ item: 1 },
		{ item: 2 },
	]);
});

it('looks again after a failure instead of keeping it', async () => {
	sandbox.current.faults.endpoint(
		'ListUsers',
		{ status: 403, body: 'Access denied' },
		{ times: 1 },
	);

	const result = await run({ ...get, requestOptions: { itemsAtOnce: 1 } }, megans(3), {
		node: { onError: 'continueRegularOutput' },
	});

	expect(timesAsked('ListUsers')).toBe(2);
	expect(result.json.map((json) => 'error' in json)).toEqual([true, false, false]);
});

it('looks again after a change in the same run', async () => {
	const list = { endpoint: 'ListUsers', query: { UserID: megan } };
	const disable = { endpoint: 'ExecDisableUser', body: { ID: megan, enable: false } };

	const result = await run({ ...send, requestOptions: { itemsAtOnce: 1 } }, [
		list,
		list,
		disable,
		list,
		list,
	]);

	expect(sandbox.current.requests.map(({ endpoint }) => endpoint)).toEqual([
		'ListTenants',
		'ListUsers',
		'ExecDisableUser',
		'ListUsers',
	]);
	expect(result.json.map(({ accountEnabled }) => accountEnabled)).toEqual([
		true,
		true,
		undefined,
		false,
		false,
	]);
});

it('sends the same change as often as it is asked for', async () => {
	const result = await run({ operation: 'disable', userEmail: megan }, [{}, {}, {}]);

	expect(result.json).toHaveLength(3);
	expect(timesAsked('ExecDisableUser')).toBe(3);
});

it('looks again in each batch', async () => {
	const batch = { batchSize: 2, batchInterval: 1 };
	await run({ ...get, requestOptions: { batching: { batch } } }, megans(6));

	expect(timesAsked('ListUsers')).toBe(3);
});

it('does not share between runs', async () => {
	await run(get, megans(2));
	await run(get, megans(2));

	expect(timesAsked('ListUsers')).toBe(2);
});
