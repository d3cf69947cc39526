import { describe, expect, it } from 'vitest';
import { CippFailure } from '../../cipp/failure';
import { GivenUpTenant, TenantDirectory, UnknownTenant } from '../../cipp/tenants';
import { answer, fakeClock, rejection, replying } from './answers.mts';

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

describe('a tenant with Graph errors', () => {
	const withErrors = (GraphErrorCount: unknown) => [{ ...list[0], GraphErrorCount }, list[1]];

	it.each([0, 49, '49', null, undefined])('is worked on after %j of them', async (count) => {
		expect(await directory(withErrors(count)).tenants.resolve('contoso.com')).toEqual(contoso);
	});

	it.each([50, '50', 1_000])(
		'is refused after %j of them, whatever it is called',
		async (count) => {
			for (const name of ['contoso.com', contoso.customerId, contoso.initialDomainName]) {
				const { tenants } = directory(withErrors(count));
				const refusal = await rejection(tenants.resolve(name), GivenUpTenant);
				expect(refusal.message).toContain(`"contoso.com" after ${count} Graph errors`);
			}
		},
	);

	it('is still found for reading, and others are worked on', async () => {
		const { tenants } = directory(withErrors(50));
		expect(await tenants.resolve('contoso.com', {})).toEqual(contoso);
		expect(await tenants.resolve('fabrikam.example')).toEqual(fabrikam);
	});
});

it('a tenant that is listed as excluded counts as unknown', async () => {
	const listed = [{ ...list[0], Excluded: true }, list[1]];
	await rejection(directory(listed).tenants.resolve('contoso.com'), UnknownTenant);
	expect(await directory(listed).tenants.all()).toEqual([fabrikam]);
});

describe('a list that is old', () => {
	function aging(...replies: Parameters<typeof replying>) {
		const clock = fakeClock();
		const { send, requests } = replying(...replies);
		return { tenants: new TenantDirectory(send, clock), requests, clock };
	}

	it('is read again before a change: the tenant may have gone', async () => {
		const { tenants, requests, clock } = aging(answer(list), answer([list[1]]));
		expect(await tenants.resolve('contoso.com')).toEqual(contoso);
		await clock.sleep(4 * 60_000);
		expect(await tenants.resolve('contoso.com')).toEqual(contoso);
		await clock.sleep(2 * 60_000);
		const refusal = await rejection(tenants.resolve('CONTOSO.com'), UnknownTenant);
		expect(refusal.advice).toMatch(/excluded or removed in CIPP since then/);
		expect(requests).toHaveLength(2);
		expect(requests[1]).toMatchObject({ fresh: true });
	});

	it('is read again once for all items that change something then', async () => {
		const { tenants, requests, clock } = aging(answer(list));
		await tenants.resolve('contoso.com');
		await clock.sleep(3_600_000);
		await Promise.all(Array.from({ length: 5 }, async () => await tenants.resolve('contoso.com')));
		expect(requests).toHaveLength(2);
	});

	it('is good enough for reading', async () => {
		const { tenants, requests, clock } = aging(answer(list));
		await tenants.resolve('contoso.com');
		await clock.sleep(3_600_000);
		await tenants.resolve('contoso.com', {});
		expect(requests).toHaveLength(1);
	});

	it('that cannot be read again fails the change, and is tried again for the next', async () => {
		const { tenants, clock } = aging(answer(list), answer('busy', 500), answer(list));
		await tenants.resolve('contoso.com');
		await clock.sleep(3_600_000);
		await rejection(tenants.resolve('contoso.com'), CippFailure);
		expect(await tenants.resolve('contoso.com')).toEqual(contoso);
	});
});
