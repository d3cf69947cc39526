import { LoadOptionsContext } from 'n8n-core';
import { Workflow, type IDataObject, type ILoadOptionsFunctions, type INode } from 'n8n-workflow';
import { expect, it } from 'vitest';
import { pickers } from '../../n8n/editor/pickers';
import { credentialFor, editorData, nodeTypes } from '../engine/engine.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';

const sandbox = useSandbox();

/** What n8n hands to a picker while someone edits the node. */
function editing(parameters: IDataObject): ILoadOptionsFunctions {
	const node: INode = {
		id: 'cipp',
		name: 'CIPP',
		type: 'n8n-nodes-cipp.cipp',
		typeVersion: 1,
		position: [0, 0],
		parameters: { resource: 'user', operation: 'get', ...parameters } as INode['parameters'],
		credentials: { cippOAuth2Api: { id: 'c1', name: 'CIPP' } },
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: nodeTypes([]),
	});
	return new LoadOptionsContext(
		workflow,
		node,
		editorData(credentialFor(sandbox.current), node),
		'',
	) as unknown as ILoadOptionsFunctions;
}

const contoso = { tenantDomain: { __rl: true, mode: 'list', value: 'contoso.example' } };

it('lists tenants by name, with the default domain as value', async () => {
	const { results } = await pickers.searchTenants.call(editing({}));

	expect(results).toContainEqual({
		name: 'Contoso Ltd (contoso.example)',
		value: 'contoso.example',
	});
	expect(results.map(({ name }) => name)).toEqual([...results.map(({ name }) => name)].sort());
});

it('finds a tenant by part of its name or domain', async () => {
	const { results } = await pickers.searchTenants.call(editing({}), 'FABRIK');

	expect(results.map(({ value }) => value)).toEqual(['fabrikam.example']);
});

it('lists the users of the chosen tenant', async () => {
	const { results } = await pickers.searchUsers.call(editing(contoso));

	expect(results).toContainEqual({
		name: 'Megan Bowen (megan.bowen@contoso.example)',
		value: 'megan.bowen@contoso.example',
	});
});

it('lets the server search, also for a name with an apostrophe', async () => {
	const { results } = await pickers.searchUsers.call(editing(contoso), "liam o'");

	expect(results.map(({ value }) => value)).toEqual(["liam.o'brien@contoso.example"]);
	expect(sandbox.current.requests.at(-1)?.query.$filter).toContain(
		"startswith(displayName,'liam o''')",
	);
});

it('asks to choose a tenant first', async () => {
	await expect(
		pickers.searchUsers.call(editing({ tenantDomain: { __rl: true, mode: 'list', value: '' } })),
	).rejects.toThrow(/Choose a tenant first/);
});

it('fails loudly when CIPP fails, instead of showing an empty list', async () => {
	sandbox.current.faults.endpoint('ListTenants', { kind: 'roleMissing' });

	await expect(pickers.searchTenants.call(editing({}))).rejects.toThrow(/CIPP\.Core\.Read/);
});

it.each(['searchLicenses', 'searchConditionalAccessPolicies'] as const)(
	'%s shows no empty list when Microsoft refuses',
	async (picker) => {
		for (const endpoint of ['ListLicenses', 'ListConditionalAccessPolicies']) {
			sandbox.current.faults.endpoint(endpoint, { status: 200, body: { Results: [] } });
		}
		sandbox.current.faults.endpoint('ListGraphRequest', {
			status: 400,
			body: 'Graph Error: Insufficient privileges - Endpoint: x',
		});

		await expect(pickers[picker].call(editing(contoso))).rejects.toThrow(/Insufficient privileges/);
	},
);

it('asks for Intune templates in the form that has their names', async () => {
	await pickers.searchIntuneTemplates.call(editing(contoso)).catch(() => undefined);

	const asked = sandbox.current.requests.find(({ endpoint }) => endpoint === 'ListIntuneTemplates');
	expect(asked?.query).toEqual({ View: 'true' });
});
