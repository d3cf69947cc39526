import { describe, expect, it } from 'vitest';
import { credentialFor, runCipp } from '../engine/engine.mts';
import { megan, useSandbox } from '../offboard-user/offboarding.mts';

const sandbox = useSandbox();
const run = async (parameters: Parameters<typeof runCipp>[0], options = {}) =>
	await runCipp(parameters, { credential: credentialFor(sandbox.current), ...options });

describe('Tenant: Get Many', () => {
	it('lists the managed tenants, without excluded ones and pseudo rows', async () => {
		const result = await run({ resource: 'tenant', operation: 'getMany', returnAll: true });

		expect(result.json.map(({ defaultDomainName }) => defaultDomainName)).toEqual([
			'northwind.example',
			'adatum.example',
			'contoso.example',
			'fabrikam.example',
		]);
		expect(sandbox.current.requests).toMatchObject([
			{ method: 'GET', endpoint: 'ListTenants', query: {}, body: null },
		]);
	});

	it('keeps to the limit, simplifies, and shows everything when asked', async () => {
		const some = await run({ resource: 'tenant', operation: 'getMany', limit: 2 });
		const raw = await run({
			resource: 'tenant',
			operation: 'getMany',
			returnAll: true,
			simplify: false,
		});

		expect(some.json).toHaveLength(2);
		expect(Object.keys(some.json[0])).not.toContain('PartitionKey');
		expect(raw.json[0]).toHaveProperty('PartitionKey');
	});

	it('adds offboarding defaults when asked', async () => {
		const result = await run({
			resource: 'tenant',
			operation: 'getMany',
			returnAll: true,
			options: { IncludeOffboardingDefaults: true },
		});

		expect(sandbox.current.requests[0].query).toEqual({ IncludeOffboardingDefaults: 'true' });
		expect(
			result.json.find(({ defaultDomainName }) => defaultDomainName === 'contoso.example'),
		).toHaveProperty('offboardingDefaults.DisableSignIn', true);
	});

	it('fails when CIPP says in a row that it failed', async () => {
		sandbox.current.faults.endpoint('ListTenants', {
			status: 200,
			body: [
				{
					customerId: '',
					displayName: 'Failed to retrieve tenants. Error',
					Results: 'The refresh token has expired',
				},
			],
		});

		const result = await run({ resource: 'tenant', operation: 'getMany' });

		expect(result.status).toBe('error');
		expect(result.error?.message).toContain('The refresh token has expired');
	});
});

describe('User: Get Many', () => {
	it('asks for the default domain of the tenant, with the filter', async () => {
		const { customerId } = sandbox.current.tenants.named('contoso.example');
		const result = await run({
			resource: 'user',
			operation: 'getMany',
			tenantDomain: customerId,
			returnAll: true,
			options: { graphFilter: "department eq 'Sales'" },
		});

		expect(result.json.map(({ department }) => department)).toEqual(['Sales', 'Sales', 'Sales']);
		expect(sandbox.current.requests.at(-1)).toMatchObject({
			method: 'GET',
			endpoint: 'ListUsers',
			query: { tenantFilter: 'contoso.example', graphFilter: "department eq 'Sales'" },
		});
	});

	it('refuses an unknown tenant, for which CIPP would answer with an empty list', async () => {
		const result = await run({
			resource: 'user',
			operation: 'getMany',
			tenantDomain: 'nobody.example',
		});

		expect(result.error?.message).toContain('no tenant "nobody.example"');
		expect(sandbox.current.requests.map(({ endpoint }) => endpoint)).toEqual(['ListTenants']);
	});

	it('refuses an empty tenant, for which CIPP would list the partner', async () => {
		const result = await run({ resource: 'user', operation: 'getMany' });

		expect(result.error?.message).toContain('"Tenant" is empty');
		expect(sandbox.current.requests).toEqual([]);
	});
});

describe('User: Get', () => {
	it('gives one user, by name or object ID', async () => {
		const { id } = sandbox.current.tenants.user(megan);
		for (const user of [megan, id]) {
			const result = await run({
				resource: 'user',
				operation: 'get',
				tenantDomain: 'contoso.example',
				userEmail: user,
			});
			expect(result.json).toMatchObject([{ userPrincipalName: megan, id }]);
		}
		expect(sandbox.current.requests.at(-1)?.query).toEqual({
			tenantFilter: 'contoso.example',
			UserID: id,
		});
	});

	it('leaves the presence flag out when it is off, since CIPP takes even "false" for yes', async () => {
		const user = {
			resource: 'user',
			operation: 'get',
			tenantDomain: 'contoso.example',
			userEmail: megan,
		};
		await run({ ...user, options: { IncludeLogonDetails: false } });
		expect(sandbox.current.requests.at(-1)?.query).not.toHaveProperty('IncludeLogonDetails');

		await run({ ...user, options: { IncludeLogonDetails: true } });
		expect(sandbox.current.requests.at(-1)?.query).toHaveProperty('IncludeLogonDetails', 'true');
	});

	it('fails for a user who does not exist, and lets the other items pass', async () => {
		const result = await run(
			{
				resource: 'user',
				operation: 'get',
				tenantDomain: 'contoso.example',
				userEmail: '={{ $json.upn }}',
			},
			{
				items: [{ upn: 'nobody@contoso.example' }, { upn: megan }],
				node: { onError: 'continueErrorOutput' },
			},
		);

		expect(result.json).toMatchObject([{ userPrincipalName: megan }]);
		expect(result.errors).toHaveLength(1);
		expect(result.errors[0].json).toMatchObject({ upn: 'nobody@contoso.example' });
	});
});

describe('CIPP in the way of reading', () => {
	it('reads again after a 429 and a 503, and gives the rows', async () => {
		sandbox.current.faults.endpoint(
			'ListUsers',
			{ kind: 'throttled', retryAfter: 0 },
			{ times: 1 },
		);
		sandbox.current.faults.endpoint('ListUsers', { kind: 'busy' }, { times: 1 });

		const result = await run({
			resource: 'user',
			operation: 'getMany',
			tenantDomain: 'contoso.example',
			limit: 1,
		});

		expect(result.json).toHaveLength(1);
	});

	it('says that the address is that of the user interface', async () => {
		sandbox.current.faults.endpoint('ListTenants', { kind: 'html' });

		const result = await run({ resource: 'tenant', operation: 'getMany' });

		expect(result.error?.message).toMatch(/user interface/);
	});

	it('keeps the body of the failure for the error output', async () => {
		sandbox.current.faults.endpoint('ListUsers', { status: 400, body: { Results: 'Bad filter' } });

		const result = await run(
			{ resource: 'user', operation: 'getMany', tenantDomain: 'contoso.example' },
			{ node: { onError: 'continueErrorOutput' } },
		);

		expect(result.errors[0].json).toMatchObject({
			error: expect.stringContaining('Bad filter'),
			message: expect.stringMatching(/./),
			details: { Results: 'Bad filter' },
		});
	});
});
