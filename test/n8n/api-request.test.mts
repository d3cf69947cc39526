import type { IDataObject } from 'n8n-workflow';
import { expect, it } from 'vitest';
import { credentialFor, runCipp } from '../engine/engine.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';

const sandbox = useSandbox();
const send = async (parameters: IDataObject, options = {}) =>
	await runCipp(
		{ resource: 'apiRequest', operation: 'send', tenantDomain: 'contoso.example', ...parameters },
		{ credential: credentialFor(sandbox.current), ...options },
	);

it('calls a known endpoint as CIPP expects it, with the tenant where it is read', async () => {
	const result = await send({
		apiEndpoint: 'listusers',
		apiQuery: '{"graphFilter":"department eq \'Sales\'"}',
	});

	expect(result.json).toHaveLength(3);
	expect(sandbox.current.requests.at(-1)).toMatchObject({
		method: 'GET',
		endpoint: 'ListUsers',
		query: { tenantFilter: 'contoso.example', graphFilter: "department eq 'Sales'" },
	});
});

it('calls an endpoint that is newer than the package', async () => {
	sandbox.current.faults.endpoint('ExecSomethingNew', {
		status: 200,
		body: { Results: 'Successfully done' },
	});

	const result = await send({ apiEndpoint: 'ExecSomethingNew', apiBody: '{"a":1}' });

	expect(result.json).toMatchObject([
		{ status: 'succeeded', messages: [{ text: 'Successfully done' }] },
	]);
	expect(sandbox.current.requests.at(-1)).toMatchObject({
		method: 'POST',
		query: { tenantFilter: 'contoso.example' },
		body: { a: 1 },
	});
});

it('does not take a failure that comes with status 200 for success', async () => {
	sandbox.current.faults.endpoint('ExecSomethingNew', {
		status: 200,
		body: { Results: ['Done', 'Failed to do it'] },
	});

	const result = await send({ apiEndpoint: 'ExecSomethingNew' });

	expect(result.status).toBe('error');
	expect(result.error?.message).toMatch(/Failed to do it \(1 of 2 done\)/);
});

it.each([
	['ExecCippFunction', /not to be called from a workflow/],
	['/api/execcippfunction', /not to be called from a workflow/],
	['', /"Endpoint" is empty/],
	['ListUsers?tenantFilter=x', /is not the name of an endpoint/],
	['../me', /is not the name of an endpoint/],
])('refuses "%s" before anything is sent', async (apiEndpoint, message) => {
	const result = await send({ apiEndpoint });

	expect(result.error?.message).toMatch(message);
	expect(sandbox.current.requests).toEqual([]);
});

it('refuses a change without a tenant where one belongs, and all tenants where that does not work', async () => {
	const none = await send({ apiEndpoint: 'ExecOffboardUser', apiTenant: 'none' });
	const all = await send({ apiEndpoint: 'ExecOffboardUser', apiTenant: 'all' });

	expect(none.error?.message).toMatch(/works on a tenant, and none is chosen/);
	expect(all.error?.message).toMatch(/cannot run for all tenants/);
	expect(sandbox.current.requests).toEqual([]);
});

it('refuses an unknown tenant', async () => {
	const result = await send({ apiEndpoint: 'ListUsers', tenantDomain: 'nobody.example' });

	expect(result.error?.message).toMatch(/no tenant "nobody.example"/);
});

it('says which JSON is wrong', async () => {
	expect((await send({ apiEndpoint: 'ListUsers', apiQuery: '{oops' })).error?.message).toMatch(
		/"Query \(JSON\)" is not valid JSON/,
	);
	expect((await send({ apiEndpoint: 'ListUsers', apiQuery: '[1]' })).error?.message).toMatch(
		/"Query \(JSON\)" is not an object/,
	);
});

it('as a tool does no more than its author allows, whatever endpoint a model names', async () => {
	const asTool = { node: { type: 'n8n-nodes-cipp.cippTool' } };
	const changing = await send({ apiEndpoint: 'ExecSomethingNew', toolMay: 'change' }, asTool);
	const reading = await send({ apiEndpoint: 'ListUsers' }, asTool);
	const disguised = await send({ apiEndpoint: 'ListSomethingNew', apiMethod: 'POST' }, asTool);

	expect(changing.error?.message).toMatch(/not allowed to destroy/);
	expect(reading.json.length).toBeGreaterThan(0);
	expect(disguised.error?.message).toMatch(/not allowed to destroy/);
});
