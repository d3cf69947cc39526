import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { declared } from '../contract/declared.mts';
import { sampleParameters } from '../contract/sample.mts';
import { credentialFor, runCipp, type EngineResult } from '../engine/engine.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';

const sandbox = useSandbox();

const entryOf = (name: string) => {
	const [resource, key] = name.split('.');
	return declared.find((one) => one.resource.value === resource && one.name === key)!;
};

const answer = (endpoint: string, body: unknown, status = 200): void =>
	sandbox.current.faults.endpoint(endpoint, { status, body });

async function run(name: string, parameters: IDataObject = {}, onError?: 'continueErrorOutput') {
	const { node, resource, name: operation, operation: declaration } = entryOf(name);
	return await runCipp(
		{
			resource: resource.value,
			operation,
			...sampleParameters(declaration, 'required'),
			...parameters,
		},
		{
			credential: credentialFor(sandbox.current),
			node: { type: `n8n-nodes-cipp.${node}`, ...(onError ? { onError } : {}) },
		},
	);
}

async function answered(name: string, body: unknown, parameters: IDataObject = {}) {
	answer(entryOf(name).operation.endpoint, body);
	return await run(name, parameters);
}

const endpoints = (): string[] => sandbox.current.requests.map(({ endpoint }) => endpoint);

const connection = { Name: 'Could not connect to tenant Forbidden', Tenant: 'contoso.example' };

describe('a list that was not read is an error', () => {
	it.each<[string, unknown, RegExp]>([
		[
			'sharePointTemplate.getMany',
			[{ Results: 'Failed to list templates: Forbidden' }],
			/Failed to list/,
		],
		[
			'tenantSettings.validateAddress',
			{ state: 'Error', resultText: 'Address validation failed: no' },
			/validation failed/,
		],
		[
			'tenantSettings.validateAddress',
			{ state: 'failed', resultText: 'The address is odd' },
			/address is odd/,
		],
		[
			'intuneScript.getMany',
			[
				{ scriptType: 'Windows', displayName: 'Insufficient privileges' },
				{ scriptType: 'MacOS', displayName: 'Insufficient privileges' },
			],
			/Insufficient privileges/,
		],
		[
			'mailboxRule.getMany',
			{ Results: [connection], Metadata: { QueueId: null } },
			/Could not connect/,
		],
		[
			'appPackage.searchRepository',
			{ Search: '7zip', Message: 'Repository error: 403', Results: [], IsError: true },
			/Repository error/,
		],
		[
			'gdapRelationship.getResellerLink',
			{ indirectProviders: [], inviteUrl: null, inviteUrlError: 'Failed to retrieve the link: no' },
			/Failed to retrieve/,
		],
		[
			'user.getCompromiseReport',
			{ AddedApps: [], NewRules: [], ExtractResult: 'Could not retrieve audit logs: no' },
			/Could not retrieve audit logs/,
		],
		[
			'communityRepository.getTemplates',
			{ Metadata: { Warnings: ['Unable to list templates: 403'] }, Results: [] },
			/Unable to list/,
		],
		[
			'copilot.getSettings',
			[
				{ setting: 'A', state: 'Unable to read', value: null },
				{ setting: 'B', state: 'Unable to read', value: null },
			],
			/Unable to read|could not read/,
		],
		[
			'accessCheck.checkPermissions',
			{
				Results: {
					ErrorMessages: ['We could not connect to the API'],
					MissingPermissions: [],
					Success: false,
				},
			},
			/could not connect/,
		],
		[
			'accessCheck.checkGdap',
			{ Results: { GDAPIssues: [], MissingGroups: [], Memberships: [null], CIPPGroupCount: null } },
			/could not read/,
		],
		[
			'mailbox.get',
			[
				{
					ForwardingAddress: null,
					LitigationHold: null,
					RecipientTypeDetails: null,
					BlockedForSpam: null,
					Mailbox: null,
				},
			],
			/could not read/,
		],
		['user.getConditionalAccessPolicies', [{}], /row that is empty/],
		[
			'sharePoint.getQuota',
			{ Dashboard: 'Not available / 100', TenantStorageMB: null },
			/Not available|could not read/,
		],
		[
			'directoryObject.getHistory',
			{ objectId: 'x', warnings: ['Directory audit query failed: Forbidden'], timeline: [] },
			/query failed/,
		],
		[
			'sensitiveInfoType.getRulePackage',
			{ RulePackId: 'x', RuleCollectionName: null, Xml: '' },
			/could not read/,
		],
		['user.getMany', { Results: [], error: 'Microsoft is down' }, /Microsoft is down/],
		[
			'user.getMfaStatus',
			[
				{
					UPN: 'contoso.example',
					MFARegistration: 'none',
					CoveredBySD: 'none',
					AccountEnabled: 'none',
				},
			],
			/could not read|none/,
		],
	])('%s with %j', async (name, body, said) => {
		const { error } = await answered(name, body);

		expect(error?.message).toMatch(said);
	});
});

describe('a list with rows in it, or none to have, is no error', () => {
	it.each<[string, unknown, number]>([
		[
			'mailboxRule.getMany',
			{ Results: [{ Name: 'No rules found', Tenant: 'contoso.example' }] },
			0,
		],
		['cippRole.getMany', [{ RowKey: 'No custom roles found' }], 0],
		['user.getConditionalAccessPolicies', [null], 0],
		['sharePoint.getQuota', { Dashboard: '1 / 100', TenantStorageMB: 1 }, 1],
		['extension.getCache', { Results: {} }, 1],
		[
			'mailboxRule.getMany',
			{
				Results: [
					{ Name: 'Could not connect to tenant', Identity: 'r-1', Tenant: 'contoso.example' },
				],
			},
			1,
		],
		[
			'group.getMany',
			[{ id: 'g-1', displayName: 'Loading data of the dock. Please check back' }],
			1,
		],
		[
			'accessCheck.checkPermissions',
			{ Results: { ErrorMessages: [], MissingPermissions: ['x'], Success: false } },
			1,
		],
	])('%s with %j', async (name, body, rows) => {
		const { error, json } = await answered(name, body, { returnAll: true });

		expect(error).toBeUndefined();
		expect(json).toHaveLength(rows);
	});
});

const twice = declared.filter(({ operation: { answer: expected } }) => 'empty' in expected);

describe('an empty list that may be a refusal', () => {
	const second = (name: string): string => {
		const { answer: expected } = entryOf(name).operation;
		return 'empty' in expected && expected.empty && 'graph' in expected.empty
			? 'ListGraphRequest'
			: 'ListExoRequest';
	};
	const nameOf = ({ resource, name }: (typeof twice)[number]) => `${resource.value}.${name}`;
	const lists = twice.filter(({ operation }) => operation.answer.kind === 'rows').map(nameOf);

	it.each(lists)('%s is an error when Microsoft refuses the second look', async (name) => {
		answer(
			second(name),
			second(name) === 'ListExoRequest'
				? { Results: [{ Error: 'Forbidden' }] }
				: 'Graph Error: Forbidden',
			second(name) === 'ListExoRequest' ? 200 : 400,
		);

		const { error } = await answered(name, []);

		expect(error?.message).toMatch(/Forbidden/);
	});

	it.each(lists)('%s is empty when the second look is answered', async (name) => {
		answer(second(name), { Results: [{ id: '1' }] });

		const { error, json } = await answered(name, []);

		expect(error).toBeUndefined();
		expect(json).toEqual([]);
	});

	it.each(lists)('%s is looked at once when there is something in it', async (name) => {
		const { error } = await answered(name, [{ id: '1', Xml: 'x', displayName: 'X', state: 'on' }]);

		expect(error).toBeUndefined();
		expect(endpoints().filter((endpoint) => endpoint === second(name))).toEqual([]);
	});

	it('of the compliance centre needs a row in the second look: CIPP gives none when it got no answer', async () => {
		answer('ListExoRequest', { Results: null });

		expect((await answered('dlpPolicy.getMany', [])).error?.message).toMatch(/gave CIPP no answer/);
	});

	it('asks for the person and the tenant that the list was for', async () => {
		answer('ListGraphRequest', { Results: [] });
		await answered('user.getDevices', [], { userEmail: 'megan.bowen@contoso.example' });

		const asked = sandbox.current.requests.find(({ endpoint }) => endpoint === 'ListGraphRequest');
		expect(asked?.query).toMatchObject({
			tenantFilter: 'contoso.example',
			Endpoint: 'users/megan.bowen@contoso.example/managedDevices',
		});
	});

	it('is also the word that nobody outside may write to a group', async () => {
		answer('ListExoRequest', { Results: [{ Error: 'Forbidden' }] });

		const { error } = await answered('group.getSenderAuthentication', {
			allowedToReceiveExternal: false,
		});

		expect(error?.message).toMatch(/Forbidden/);
	});

	it('is not asked for again over all tenants, which CIPP keeps in its own tables', async () => {
		const { json } = await answered('license.getMany', [], { allTenants: true });

		expect(json).toEqual([]);
		expect(endpoints()).not.toContain('ListGraphRequest');
	});
});

describe('over all tenants the rows of those that could be read come out', () => {
	const refused = {
		Priority: 0,
		Name: 'Could not connect to Tenant: Forbidden',
		Tenant: 'fabrikam.example',
	};
	const rule = { Identity: 'r-1', Name: 'Block', Tenant: 'contoso.example' };
	const body = { Results: [rule, refused], Metadata: {} };

	it('and one item tells of each that refused', async () => {
		const { error, json } = await answered('transportRule.getMany', body, { allTenants: true });

		expect(error).toBeUndefined();
		expect(json).toEqual([
			expect.objectContaining({ Name: 'Block' }),
			{
				error: expect.stringMatching(/^fabrikam.example could not be read: Could not connect/),
				message: expect.any(String),
				details: { tenant: 'fabrikam.example', said: refused.Name },
			},
		]);
	});

	it('out of the error output, where there is one', async () => {
		answer('ListTransportRules', body);

		const { items, errors } = await run(
			'transportRule.getMany',
			{ allTenants: true },
			'continueErrorOutput',
		);

		expect(items.map(({ json }) => json.Name)).toEqual(['Block']);
		expect(errors.map(({ json }) => json.error)).toEqual([
			expect.stringContaining('fabrikam.example'),
		]);
	});

	it.each<[string, object]>([
		[
			'conditionalAccessPolicy.getMany',
			{
				displayName: 'Could not connect to Tenant: no',
				id: 'Error',
				state: 'Error',
				Tenant: 'fabrikam.example',
			},
		],
		[
			'incident.getMany',
			{
				DisplayName: 'Could not connect to Tenant: no',
				Severity: 'CIPP',
				Tenant: 'fabrikam.example',
			},
		],
		[
			'securityAlert.getMany',
			{
				displayName: 'Could not connect to Tenant: no',
				id: '',
				description: 'Could not connect',
				Tenant: 'fabrikam.example',
			},
		],
		[
			'quarantine.getMany',
			{ Identity: null, Subject: 'Could not connect to Tenant: no', Tenant: 'fabrikam.example' },
		],
		[
			'user.getMfaStatus',
			{
				UPN: 'fabrikam.example',
				PerUser: 'Could not connect to tenant',
				MFARegistration: 'none',
				AccountEnabled: 'none',
				Tenant: 'fabrikam.example',
			},
		],
		['license.getMany', { License: 'Could not connect to client: no', Tenant: 'fabrikam.example' }],
		[
			'graphRequest.getMany',
			{ Tenant: 'fabrikam.example', CippStatus: 'Could not connect to tenant. no' },
		],
	])('%s is not fooled by %j', async (name, row) => {
		const real = {
			id: '1',
			Id: '1',
			Identity: '1',
			UPN: 'a@contoso.example',
			Tenant: 'contoso.example',
		};
		const { json } = await answered(
			name,
			{ Results: [real, row] },
			{ allTenants: true, returnAll: true },
		);

		expect(json).toHaveLength(2);
		expect(json[1].error).toMatch(/fabrikam.example could not be read/);
	});
});

describe('an API request knows what the operations of its endpoint know', () => {
	const send = async (
		endpoint: string,
		body: unknown,
		parameters: IDataObject,
	): Promise<EngineResult> => {
		answer(endpoint, body);
		return await runCipp(
			{
				resource: 'apiRequest',
				operation: 'send',
				apiEndpoint: endpoint,
				apiMethod: 'auto',
				apiTenant: 'one',
				tenantDomain: 'contoso.example',
				apiParameters: 'json',
				apiQuery: '{}',
				apiBody: '{}',
				...parameters,
			},
			{ credential: credentialFor(sandbox.current) },
		);
	};

	it.each<[string, unknown, IDataObject, string]>([
		[
			'AddScheduledItem',
			{ Results: 'Task with name X already exists' },
			{ apiBody: '{"Name":"X"}' },
			'error',
		],
		[
			'PatchUser',
			{ Results: 'Successfully patched 0 users across 1 tenant' },
			{ apiBody: '[{"id":"x"}]' },
			'error',
		],
		[
			'ExecCAExclusion',
			{ Results: 'No changes made to the policy' },
			{ apiBody: '{"ExclusionType":"add"}' },
			'error',
		],
		[
			'AddScheduledItem',
			{ Results: 'Successfully added task: X. It will run in 5 minutes.' },
			{ apiBody: '{"Name":"X"}' },
			'queued',
		],
		[
			'ExecOffboardUser',
			{ Results: ['Task Offboarding: jane@contoso.example scheduled to run now'] },
			{ apiBody: '{"user":[]}' },
			'queued',
		],
		[
			'ExecMailboxRestore',
			{ Results: ['The service is under maintenance.'], colour: 'danger' },
			{ apiBody: '{"Action":"Remove"}' },
			'error',
		],
		[
			'ExecAppPermissionTemplate',
			{ Results: 'The value exceeds the maximum' },
			{ apiTenant: 'none', apiBody: '{"a":1}' },
			'error',
		],
	])('%s with %j and %j is %s', async (endpoint, body, parameters, expected) => {
		const { error, json } = await send(endpoint, body, parameters);

		expect(error ? 'error' : json[0].status).toBe(expected);
	});

	it('and of one page of several each row tells where the next one is', async () => {
		const { json } = await send(
			'ListGraphRequest',
			{ Results: [{ id: '1' }], Metadata: { nextLink: 'https://graph.example/next' } },
			{ apiQuery: '{"Endpoint":"users","manualPagination":"true"}' },
		);

		expect(json).toEqual([{ id: '1', nextLink: 'https://graph.example/next' }]);
	});

	it('and a list that may be a refusal is looked at twice there too', async () => {
		answer('ListGraphRequest', 'Graph Error: Forbidden', 400);

		const { error } = await send('ListConditionalAccessPolicies', { Results: [] }, {});

		expect(error?.message).toMatch(/Forbidden/);
	});
});
