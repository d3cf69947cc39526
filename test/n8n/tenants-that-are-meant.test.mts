import type { IDataObject } from 'n8n-workflow';
import { beforeEach, describe, expect, it } from 'vitest';
import { passesOverGivenUp } from '../../cipp/tenants-given-up';
import type { Field } from '../../operations/vocabulary';
import { declared, simple } from '../contract/declared.mts';
import { sampleParameters } from '../contract/sample.mts';
import {
	credentialFor,
	runCipp,
	type EngineOptions,
	type EngineResult,
} from '../engine/engine.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';

const sandbox = useSandbox();

type Entry = (typeof declared)[number];

const named = (resource: string, name: string): Entry =>
	declared.find((one) => one.resource.value === resource && one.name === name)!;

async function run(
	{ node, resource, name, operation }: Entry,
	parameters: IDataObject,
	options: Partial<EngineOptions> = {},
): Promise<EngineResult> {
	return await runCipp(
		{
			resource: resource.value,
			operation: name,
			...sampleParameters(operation, 'required'),
			...parameters,
		},
		{
			credential: credentialFor(sandbox.current),
			node: { type: `n8n-nodes-cipp.${node}` },
			...options,
		},
	);
}

const sent = () =>
	sandbox.current.requests.filter(({ endpoint }) => !/^(ListTenants|token)$/.test(endpoint));

describe('a tenant that CIPP has given up on', () => {
	beforeEach(() => {
		const fabrikam = sandbox.current.tenants.named('fabrikam.example');
		fabrikam.graphErrorCount = 60;
		fabrikam.lastGraphError = 'AADSTS650051: the consent was taken back';
	});

	it('is not taken for the own tenant of the partner', async () => {
		const partner = sandbox.current.tenants.named('northwind.example');
		const result = await run(named('accessCheck', 'repairExchangeRoles'), {
			tenantDomain: 'fabrikam.example',
		});

		expect(partner.missingExchangeRoles).toEqual(['Audit Logs']);
		expect(result.error?.message).toBe(
			'CIPP has given up on the tenant "fabrikam.example" after 60 Graph errors',
		);
		expect(result.error?.description).toMatch(/Refresh List.*AADSTS650051/s);
		expect(sent()).toEqual([]);
	});

	const changing = declared.filter(({ operation }) => operation.tenant && !operation.never);

	it.each(changing.filter(({ operation }) => operation.effect !== 'read'))(
		'is not changed: $title',
		async (entry) => {
			const result = await run(entry, { tenantDomain: 'fabrikam.example' });
			if (entry.operation.answer.kind !== 'own') {
				expect(result.error?.message).toMatch(/has given up on the tenant/);
			}
			expect(result.error ?? result.errors[0]).toBeDefined();
			expect(sent()).toEqual([]);
		},
	);

	it.each(changing.filter(({ operation }) => passesOverGivenUp(operation.endpoint)))(
		'is not looked for where CIPP does not find it: $title',
		async (entry) => {
			const result = await run(entry, { tenantDomain: 'fabrikam.example' });
			expect(result.error?.message).toMatch(/has given up on the tenant/);
			expect(sent()).toEqual([]);
		},
	);

	it('is read where CIPP reads it all the same', async () => {
		const result = await run(named('user', 'getMany'), { tenantDomain: 'fabrikam.example' });
		expect(result.json.length).toBeGreaterThan(3);
	});

	it.each(['plan', 'verifyUsers', 'snapshot'])(
		'is not planned and proved for: %s',
		async (name) => {
			const entry = declared.find((one) => one.node === 'cippOffboarding' && one.name === name);
			if (!entry) return;
			const result = await run(entry, {
				tenantDomain: 'fabrikam.example',
				userEmail: 'someone@fabrikam.example',
				when: 'now',
			});
			expect(result.error?.message).toMatch(/has given up on the tenant/);
		},
	);

	it('is not one of several either', async () => {
		const result = await run(named('standardTemplate', 'create'), {
			moreTenants: 'fabrikam.example',
		});
		expect(result.error?.message).toMatch(/has given up on the tenant/);
		expect(sent()).toEqual([]);
	});

	it('is not reached by API Request', async () => {
		const change = { apiEndpoint: 'ExecExchangeRoleRepair', tenantDomain: 'fabrikam.example' };
		const read = { apiEndpoint: 'ListTeamsVoice', tenantDomain: 'fabrikam.example' };
		const unknown = { apiEndpoint: 'ExecBrandNew', tenantDomain: 'fabrikam.example' };
		for (const parameters of [change, read, unknown]) {
			const result = await run(named('apiRequest', 'send'), parameters);
			expect(result.error?.message).toMatch(/has given up on the tenant/);
		}
		expect(sent()).toEqual([]);
	});

	it('can be left out of what runs for all', async () => {
		sandbox.current.faults.endpoint('AddScheduledItem', {
			status: 200,
			body: { Results: 'Successfully added task: x' },
		});
		await run(named('scheduledTask', 'create'), {
			allTenants: true,
			options: { excludedTenants: 'fabrikam.example' },
		});
		expect(sent()[0]?.body).toMatchObject({
			excludedTenants: [{ value: 'fabrikam.example' }],
		});
	});
});

describe('all tenants', () => {
	it.each(declared.filter(({ operation }) => operation.tenant?.allTenants).slice(0, 12))(
		'typed as one names the switch: $title',
		async (entry) => {
			const result = await run(entry, { tenantDomain: 'AllTenants' });
			expect(result.error?.description).toMatch(/Switch on "All Tenants"/);
			expect(sent()).toEqual([]);
		},
	);

	it('typed where only one goes says so', async () => {
		const result = await run(named('user', 'get'), { tenantDomain: 'alltenants' });
		expect(result.error?.description).toMatch(/one tenant at a time/);
	});
});

it('takes a row of Tenant: Get Many for a tenant', async () => {
	const row = { displayName: 'Contoso Ltd', defaultDomainName: 'contoso.example' };
	const result = await run(named('user', 'getMany'), { tenantDomain: row });
	expect(result.json.length).toBeGreaterThan(3);
	const other = await run(named('user', 'getMany'), { tenantDomain: { id: 7 } });
	expect(other.error?.message).toBe('"Tenant" is an object that names no tenant');
});

/** Fields that name tenants, each with the operation it belongs to. */
const fields = simple.flatMap((entry) =>
	entry.operation.fields
		.filter(({ tenants }) => tenants)
		.map((field) => ({ title: `${entry.title}: ${field.label}`, entry, field })),
);

const fabrikam = {
	defaultDomainName: 'fabrikam.example',
	initialDomainName: 'fabrikaminc.onmicrosoft.com',
	displayName: 'Fabrikam Inc',
};

describe.each(fields)('$title', ({ entry, field }) => {
	async function filled(
		value: unknown,
		options: Partial<EngineOptions> = {},
	): Promise<{ result: EngineResult; wire: unknown }> {
		sandbox.current.faults.endpoint(entry.operation.endpoint, {
			status: 200,
			body: { Results: 'Success' },
		});
		const given = { [field.name]: value } as IDataObject;
		const result = await run(entry, field.optional ? { options: given } : given, options);
		const request = sandbox.current.requests.findLast(
			({ endpoint }) => endpoint === entry.operation.endpoint,
		);
		return { result, wire: at(request?.body, field) };
	}

	const wanted = () => {
		const tenant = sandbox.current.tenants.named('fabrikam.example');
		const value = tenant[field.tenants!.by];
		if (field.form === 'text') return value;
		return field.form === 'labelValues' ? [{ value, label: 'Fabrikam Inc' }] : [value];
	};

	it.each([
		['its domain', 'fabrikam.example'],
		['its domain in capitals', ' FABRIKAM.example '],
		['its initial domain', fabrikam.initialDomainName],
		['its display name', fabrikam.displayName],
		['a row of Tenant: Get Many', fabrikam],
		['a list of rows', [fabrikam]],
	])('takes a tenant by %s, and sends what CIPP reads', async (_name, value) => {
		const { result, wire } = await filled(value);
		expect(result.error?.message ?? '').not.toMatch(/tenant/);
		expect(wire).toEqual(wanted());
	});

	it('takes it by its customer ID', async () => {
		const { wire } = await filled(sandbox.current.tenants.named('fabrikam.example').customerId);
		expect(wire).toEqual(wanted());
	});

	it.each(['nobody.example', 'fabrikam', 'woodgrove.example'])(
		'refuses %s, which CIPP does not manage, before anything is sent',
		async (value) => {
			const { result } = await filled(value);
			expect(result.error?.message).toBe(`CIPP manages no tenant "${value}"`);
			expect(sent()).toEqual([]);
		},
	);

	it.each([
		['nothing', '={{ $json.gone }}'],
		['a blank', '  '],
		['an empty list', []],
	])('refuses %s', async (_name, value) => {
		const { result } = await filled(value);
		expect(result.error?.message).toMatch(/is empty/);
		expect(sent()).toEqual([]);
	});

	it('takes AllTenants only where CIPP reads it so, and never for a tool that changes', async () => {
		const { result, wire } = await filled('AllTenants');
		if (!field.tenants!.all) {
			expect(result.error?.message).toMatch(/manages no tenant "AllTenants"/);
			return;
		}
		expect(JSON.stringify(wire)).toContain('AllTenants');
		if (entry.operation.effect === 'read') return;
		sandbox.current.requests.length = 0;
		const asTool = await filled('AllTenants', {
			node: { type: `n8n-nodes-cipp.${entry.node}Tool` },
		});
		expect(asTool.result.error?.message).toMatch(/(not allowed|does not change all tenants)/);
	});
});

function at(body: unknown, { wire }: Field): unknown {
	return wire
		.split('.')
		.reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], body);
}

describe('API Request names one tenant and no other', () => {
	const api = async (parameters: IDataObject): Promise<EngineResult> => {
		sandbox.current.faults.endpoint('ExecDisableUser', {
			status: 200,
			body: { Results: 'Successfully set account enabled state to false' },
		});
		return await run(named('apiRequest', 'send'), {
			apiEndpoint: 'ExecDisableUser',
			tenantDomain: 'contoso.example',
			...parameters,
		});
	};

	it.each([
		'TenantFilter',
		'tenantfilter',
		'tenantFilter',
		'tenantId',
		'TenantID',
		'selectedTenants',
		'tenant',
		'customerId',
	])('whatever the JSON says under %s', async (spelling) => {
		const other = JSON.stringify({ [spelling]: 'fabrikam.example', ID: 'someone' });
		for (const apiBody of [other, `[${other}]`]) {
			await api({ apiQuery: other, apiBody });
		}
		expect(sent()).toHaveLength(2);
		for (const { query, body } of sent()) {
			expect(JSON.stringify([query, body])).not.toContain('fabrikam');
			expect([body].flat()).toEqual([{ ID: 'someone', tenantFilter: 'contoso.example' }]);
		}
	});

	it.each(['null', '"x"', '7', '[]', '["x"]', '[{},7]'])(
		'refuses the body %s, which cannot hold it',
		async (apiBody) => {
			const result = await api({ apiBody });
			expect(result.error?.message).toMatch(/reads the tenant from the body/);
			expect(sent()).toEqual([]);
		},
	);

	it('puts it into the body where none is given, and refuses a GET', async () => {
		await api({ apiBody: '' });
		expect(sent()[0]?.body).toEqual({ tenantFilter: 'contoso.example' });
		const result = await api({ apiMethod: 'GET' });
		expect(result.error?.message).toMatch(/reads the tenant from the body/);
		expect(sent()).toHaveLength(1);
	});

	it('in both places where nobody knows which one is read', async () => {
		sandbox.current.faults.endpoint('ExecBrandNew', { status: 200, body: { Results: 'Success' } });
		await api({ apiEndpoint: 'ExecBrandNew', apiBody: '{"TenantId":"fabrikam.example"}' });
		expect(sent()[0]).toMatchObject({
			query: { tenantFilter: 'contoso.example' },
			body: { tenantFilter: 'contoso.example' },
		});
		expect(JSON.stringify(sent()[0])).not.toContain('fabrikam');
	});

	it.each([
		['ExecDisableUser', {}],
		['ExecBrandNew', { apiBody: '{"tenantFilter":"fabrikam.example"}' }],
		['ExecBrandNew', { apiQuery: '{"TenantID":"fabrikam.example"}' }],
		['AddScheduledItem', { apiBody: '{"name":"x"}' }],
	])('or none: %s %j is refused', async (apiEndpoint, parameters) => {
		const result = await api({ apiEndpoint, apiTenant: 'none', ...parameters });
		expect(result.error?.message).toMatch(/works on a tenant, and none is chosen/);
		expect(sent()).toEqual([]);
	});

	it('looks up what a list names in its JSON', async () => {
		const result = await api({
			apiEndpoint: 'ListUsers',
			apiTenant: 'none',
			apiQuery: '{"tenantFilter":"nobody.example"}',
		});
		expect(result.error?.message).toBe('CIPP manages no tenant "nobody.example"');
		expect(sent()).toEqual([]);
	});
});
