import type { IDataObject } from 'n8n-workflow';
import { expect, it } from 'vitest';
import { credentialFor, runCipp } from '../engine/engine.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';
import { declared } from '../contract/declared.mts';
import { sampleParameters } from '../contract/sample.mts';

const sandbox = useSandbox();

const run = async (resource: string, name: string, parameters: IDataObject) => {
	const { node, operation } = declared.find(
		(entry) => entry.resource.value === resource && entry.name === name,
	)!;
	sandbox.current.faults.endpoint(operation.endpoint, { status: 200, body: { Results: 'Done' } });
	const result = await runCipp(
		{ resource, operation: name, ...sampleParameters(operation, 'required'), ...parameters },
		{ credential: credentialFor(sandbox.current), node: { type: `n8n-nodes-cipp.${node}` } },
	);
	const sent = sandbox.current.requests.filter(({ endpoint }) => endpoint === operation.endpoint);
	return { result, bodies: sent.map(({ body }) => body as IDataObject) };
};

const contoso = { value: 'contoso.example', label: 'Contoso Ltd' };

it.each([
	['alertRule', 'update', 'tenantFilter'],
	['standardTemplate', 'update', 'tenantFilter'],
	['baseline', 'update', 'assignedTenants'],
])('%s: %s keeps all tenants that it is for', async (resource, name, wire) => {
	const { bodies } = await run(resource, name, {
		tenantDomain: 'Contoso.Example',
		moreTenants: 'fabrikam.example, contoso.example',
	});

	expect(bodies).toHaveLength(1);
	expect(bodies[0][wire]).toEqual([
		contoso,
		{ value: 'fabrikam.example', label: expect.stringMatching(/Fabrikam/) },
	]);
});

it('takes the others as a list too, and writes them in the form that the endpoint reads', async () => {
	const { bodies } = await run('app', 'addChocolatey', {
		tenantDomain: 'contoso.example',
		moreTenants: '={{ ["fabrikam.example"] }}',
	});

	expect(bodies[0].selectedTenants).toEqual([
		{ defaultDomainName: 'contoso.example', customerId: expect.any(String) },
		{ defaultDomainName: 'fabrikam.example', customerId: expect.any(String) },
	]);
});

it('sends nothing if CIPP does not know one of them', async () => {
	const { result, bodies } = await run('alertRule', 'update', {
		tenantDomain: 'contoso.example',
		moreTenants: 'nobody.example',
	});

	expect(result.error?.message).toMatch(/no tenant "nobody.example"/);
	expect(bodies).toEqual([]);
});

it('leaves them out for all tenants, and where CIPP reads one', async () => {
	const all = await run('alertRule', 'update', {
		allTenants: true,
		moreTenants: 'fabrikam.example',
	});
	const one = await run('group', 'createSecurity', {
		tenantDomain: 'contoso.example',
		moreTenants: 'fabrikam.example',
	});

	expect(all.bodies[0].tenantFilter).toEqual([{ value: 'AllTenants', label: '*All Tenants' }]);
	expect(one.bodies[0].tenantFilter).toBe('contoso.example');
});
