import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { declared } from '../contract/declared.mts';
import { sampleParameters } from '../contract/sample.mts';
import { credentialFor, runCipp } from '../engine/engine.mts';
import { megan, submissions, useSandbox } from '../offboard-user/offboarding.mts';

const sandbox = useSandbox();
const asTool = { node: { type: 'n8n-nodes-cipp.cippTool' } };
const users = { resource: 'user', operation: 'getMany', tenantDomain: 'contoso.example' };
const offboarding = {
	resource: 'user',
	operation: 'offboardUser',
	tenantDomain: 'contoso.example',
	userEmail: megan,
	DisableSignIn: true,
};

it('reads, as a tool, without being allowed anything', async () => {
	const result = await runCipp(
		{ ...users, limit: 3 },
		{ ...asTool, credential: credentialFor(sandbox.current) },
	);

	expect(result.json).toHaveLength(3);
});

it.each([[undefined], ['read'], ['change']])(
	'does not offboard, as a tool that may %s',
	async (toolMay) => {
		const result = await runCipp(
			{ ...offboarding, ...(toolMay ? { toolMay } : {}) },
			{ ...asTool, credential: credentialFor(sandbox.current) },
		);

		expect(result.error?.message).toMatch(/not allowed to destroy/);
		expect(result.error?.description).toMatch(/tell the user/);
		expect(sandbox.current.requests).toEqual([]);
	},
);

it('offboards, as a tool, when the author lets it', async () => {
	const result = await runCipp(
		{ ...offboarding, toolMay: 'destroy', offboardOptions: { checkEvery: 0.1 } },
		{ ...asTool, credential: credentialFor(sandbox.current) },
	);

	expect(result.json).toMatchObject([{ status: 'succeeded' }]);
	expect(submissions(sandbox.current)).toHaveLength(1);
});

it('asks nobody for leave in an ordinary workflow', async () => {
	const result = await runCipp(
		{ ...offboarding, offboardOptions: { checkEvery: 0.1 } },
		{ credential: credentialFor(sandbox.current) },
	);

	expect(result.status).toBe('success');
});

const run = async (parameters: IDataObject, items: IDataObject[] = [{}], node = 'cipp') =>
	await runCipp(parameters, {
		node: { type: `n8n-nodes-cipp.${node}Tool` },
		items,
		credential: credentialFor(sandbox.current),
	});
const changes = () => sandbox.current.requests.filter(({ endpoint }) => endpoint !== 'ListTenants');

describe('what is sent can make an operation worse', () => {
	const on = { tenantDomain: 'contoso.example' };

	it.each([
		[
			'cippTeamsSharePoint',
			{ resource: 'sitePermission', operation: 'breakInheritance', SiteId: 's', LibraryId: 'l' },
			{ CopyRoleAssignments: true },
			{ CopyRoleAssignments: false },
		],
		[
			'cippTeamsSharePoint',
			{
				resource: 'sitePermission',
				operation: 'breakInheritance',
				SiteId: 's',
				LibraryId: 'l',
				CopyRoleAssignments: true,
			},
			{},
			{ options: { ClearSubscopes: true } },
		],
		[
			'cipp',
			{
				resource: 'jitAdmin',
				operation: 'grant',
				existingUser: megan,
				StartDate: '2031-01-01',
				EndDate: '2031-01-02',
				AdminRoles: 'x',
			},
			{ ExpireAction: 'RemoveRoles' },
			{ ExpireAction: 'DeleteUser' },
		],
		[
			'cippAlerts',
			{ resource: 'alertRule', operation: 'createScripted' },
			{ Command: 'Get-CIPPAlertMFAAdmins' },
			{ Command: 'Invoke-CIPPOffboardingJob' },
		],
	])('%s %j: fine with %j, not with %j', async (node, operation, fine, worse) => {
		const entry = declared.find(
			(one) => one.resource.value === operation.resource && one.name === operation.operation,
		)!;
		const filled = {
			...sampleParameters(entry.operation, 'required'),
			...on,
			...operation,
			toolMay: 'change',
		};
		sandbox.current.faults.endpoint(entry.operation.endpoint, {
			status: 200,
			body: { Results: 'Successfully done' },
		});

		await run({ ...filled, ...fine } as IDataObject, [{}], node);
		expect(changes().map(({ endpoint }) => endpoint)).toContain(entry.operation.endpoint);
		const sent = changes().length;
		const refused = await run({ ...filled, ...worse } as IDataObject, [{}], node);
		expect(refused.error?.message).toMatch(/not allowed to destroy/);
		expect(changes()).toHaveLength(sent);
	});
});

it('keeps people out where the tool may contain, and takes nothing away', async () => {
	const one = { resource: 'user', tenantDomain: 'contoso.example', userEmail: megan };

	expect((await run({ ...one, operation: 'disable', toolMay: 'change' })).error?.message).toMatch(
		/not allowed to contain/,
	);
	expect((await run({ ...one, operation: 'disable', toolMay: 'contain' })).status).toBe('success');
	expect((await run({ ...one, operation: 'delete', toolMay: 'contain' })).error?.message).toMatch(
		/not allowed to destroy/,
	);
});

describe('an API request as a tool', () => {
	const request = {
		resource: 'apiRequest',
		operation: 'send',
		tenantDomain: 'contoso.example',
		toolMay: 'destroy',
	};

	it.each([
		['by Run For', { apiEndpoint: 'AddStandardsDeploy', apiTenant: 'all' }],
		['by the body', { apiEndpoint: 'ExecNew', apiBody: '{"where":"AllTenants"}' }],
		[
			'in a list in the body',
			{ apiEndpoint: 'ExecNew', apiBody: '{"to":[{"value":"alltenants"}]}' },
		],
		[
			'in JSON in the body',
			{ apiEndpoint: 'ExecNew', apiBody: '{"raw":"{\\"a\\":\\"AllTenants\\"}"}' },
		],
		['by the query', { apiEndpoint: 'ExecNew', apiQuery: '{"where":"AllTenants"}' }],
	])('does not change all tenants %s', async (_how, more) => {
		const result = await run({ ...request, ...more });

		expect(result.error?.message).toMatch(/does not change all tenants/);
		expect(changes()).toEqual([]);
	});

	it('does not do what acts everywhere without naming a tenant', async () => {
		const result = await run({ ...request, apiEndpoint: 'ExecCPVRefresh', apiTenant: 'none' });

		expect(result.error?.message).toMatch(/not allowed to act everywhere/);
		expect(changes()).toEqual([]);
	});

	it('does not change all tenants for the second of two items either', async () => {
		const result = await run(
			{ ...request, apiEndpoint: 'ExecNew', apiTenant: '={{ $json.for }}' },
			[{ for: 'one' }, { for: 'all' }],
		);

		expect(result.error?.message).toMatch(/does not change all tenants/);
		expect(changes().every(({ query }) => query.tenantFilter === 'contoso.example')).toBe(true);
	});

	it.each(['DELETE', 'delete', 'PATCH', 'get', '', null])(
		'knows no method %j',
		async (apiMethod) => {
			const result = await run({
				...request,
				toolMay: 'read',
				apiEndpoint: 'ListUsers',
				apiMethod,
			});

			expect(result.error?.message).toMatch(/"Method" cannot be|Invalid/i);
			expect(changes()).toEqual([]);
		},
	);

	it.each(['[]', 'null', '"x"', '7', '[1]', '[[]]'])(
		'sends no body %s that has no place for the tenant',
		async (apiBody) => {
			const result = await run({
				...request,
				apiEndpoint: 'ExecDisableUser',
				apiMethod: 'POST',
				apiBody,
			});

			expect(result.error?.message).toMatch(/cannot hold it/);
			expect(changes()).toEqual([]);
		},
	);
});

it('reads by Get alone in Exchange', async () => {
	const search = {
		resource: 'exchangeRequest',
		tenantDomain: 'contoso.example',
		Cmdlet: 'Search-Mailbox',
		searchCmdlet: 'Search-Mailbox',
		options: { cmdParams: '{"DeleteContent":true}' },
	};
	const node = 'cippAdministration';

	const read = await run({ ...search, operation: 'getMany' }, [{}], node);
	expect(read.error?.message).toMatch(/"Cmdlet" cannot be "Search-Mailbox"/);
	const searched = await run({ ...search, operation: 'runSearch', toolMay: 'change' }, [{}], node);
	expect(searched.error?.message).toMatch(/not allowed to destroy/);
	expect(changes()).toEqual([]);
});
