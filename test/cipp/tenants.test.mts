import { describe, expect, it } from 'vitest';
import { CippFailure } from '../../cipp/failure';
import { TenantDirectory, UnknownTenant } from '../../cipp/tenants';
import { answer, rejection, replying } from './answers.mts';

const contoso = {
	customerId: '11111111-1111-4111-8111-11111111aaaa',
	defaultDomainName: 'contoso.com',
	initialDomainName: 'contoso.onmicrosoft.com',
	displayName: 'Contoso Ltd',
};
const fabrikam = {
	customerId: '22222222-2222-4222-8222-222222222222',
	defaultDomainName: 'fabrikam.example',
	initialDomainName: 'fabrikamgmbh.onmicrosoft.com',
	displayName: 'Fabrikam GmbH',
};
const list = [
	{ ...contoso, Excluded: false, domains: 'contoso.com' },
	{ ...fabrikam, Excluded: false },
];

function directory(body: unknown = list, status = 200) {
	const { send, requests } = replying(answer(body, status));
	return { tenants: new TenantDirectory(send), requests };
}

describe('a tenant is found', () => {
	it.each([
		['default domain', 'contoso.com'],
		['default domain in another case', 'CONTOSO.com'],
		['initial domain', 'contoso.onmicrosoft.com'],
		['initial domain in another case', 'Contoso.OnMicrosoft.com'],
		['customer ID', contoso.customerId],
		['customer ID in another case', contoso.customerId.toUpperCase()],
		['name with blanks around it', '  contoso.com '],
	])('by its %s', async (_name, named) => {
		expect(await directory().tenants.resolve(named)).toEqual(contoso);
	});

	it('also where CIPP lists it in another case', async () => {
		const listed = {
			...contoso,
			defaultDomainName: 'Contoso.COM',
			customerId: contoso.customerId.toUpperCase(),
		};
		expect(await directory([listed]).tenants.resolve('contoso.com')).toEqual(listed);
		expect(await directory([listed]).tenants.resolve(contoso.customerId)).toEqual(listed);
	});

	it('in a list of one, which comes as an object', async () => {
		expect(await directory(list[0]).tenants.resolve('contoso.com')).toEqual(contoso);
	});

	it('any number of times with one request, also at the same moment', async () => {
		const { tenants, requests } = directory();
		await Promise.all(
			['contoso.com', 'fabrikam.example', 'contoso.com'].map((name) => tenants.resolve(name)),
		);
		await tenants.resolve('contoso.com');
		expect(requests).toEqual([expect.objectContaining({ method: 'GET', endpoint: 'ListTenants' })]);
	});
});

describe('a tenant is refused', () => {
	const refusal = async (named: string, body: unknown = list) =>
		await rejection(directory(body).tenants.resolve(named), UnknownTenant);

	it.each(['', '   '])('when none is named: %j', async (named) => {
		const { tenants, requests } = directory();
		expect((await rejection(tenants.resolve(named), UnknownTenant)).advice).toBe(
			'Choose a tenant.',
		);
		expect(requests).toEqual([]);
	});

	it.each(['AllTenants', 'alltenants'])(
		'when it is %s, also where CIPP lists that',
		async (named) => {
			const everyone = {
				customerId: 'AllTenants',
				defaultDomainName: 'AllTenants',
				displayName: '*All Tenants',
			};
			expect((await refusal(named, [everyone, ...list])).advice).toContain('one tenant at a time');
			expect(await directory([everyone, ...list]).tenants.all()).toEqual([contoso, fabrikam]);
		},
	);

	it('when CIPP does not list it, with the name that was typed', async () => {
		expect((await refusal('northwind.example')).message).toBe(
			'CIPP manages no tenant "northwind.example"',
		);
	});

	it('with a suggestion when it is nearly right', async () => {
		expect((await refusal('contso.com')).advice).toContain('Did you mean contoso.com?');
		expect((await refusal('fabrikam.com')).advice).toContain('Did you mean fabrikam.example?');
		expect((await refusal('northwind.example')).advice).not.toContain('Did you mean');
	});

	it('with its domain when it is named by its display name', async () => {
		expect((await refusal('contoso ltd')).advice).toBe(
			'Use its default domain instead: contoso.com.',
		);
	});

	it('when it is excluded in CIPP, which the advice mentions', async () => {
		expect((await refusal('fabrikam.example', [list[0]])).advice).toContain('excluded in CIPP');
	});

	it('rather than guessed by a part of its domain', async () => {
		await refusal('contoso');
		await refusal('oso.com');
	});
});

describe('the list of tenants', () => {
	it.each([
		[
			'a status',
			'Access to this CIPP API endpoint is not allowed, you do not have the required permission: CIPP.Core.Read',
			403,
		],
		[
			'a single row with status 200',
			[
				{
					displayName: 'Failed to retrieve tenants. The CPV consent is missing',
					defaultDomainName: '',
				},
			],
			200,
		],
	])('that fails by %s names no tenant unknown', async (_name, body, status) => {
		const failure = await rejection(
			directory(body, status).tenants.resolve('contoso.com'),
			CippFailure,
		);
		expect(failure.message).toMatch(/CIPP\.Core\.Read|Failed to retrieve tenants/);
	});

	it('that is empty names no tenant', async () => {
		await rejection(directory([]).tenants.resolve('contoso.com'), UnknownTenant);
		expect(await directory(null).tenants.all()).toEqual([]);
	});
});
