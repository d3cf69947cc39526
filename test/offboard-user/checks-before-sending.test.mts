import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { alex, megan, offboard, submissions, useSandbox } from './offboarding.mts';

const sandbox = useSandbox();

const disable = { DisableSignIn: true };
const inAnHour = Math.floor(Date.now() / 1000) + 3600;

const mistakes: Array<[string, IDataObject, RegExp, RegExp]> = [
	['no step', {}, /No offboarding step is selected/, /Switch on at least one step/],
	[
		'forwarding set and switched off',
		{ forward: alex, disableForwarding: true },
		/"Disable Forwarding".*Forward Mail To and Disable Forwarding are both set/,
		/Keep only one/,
	],
	[
		'a copy of nothing',
		{ ...disable, KeepCopy: true },
		/"Keep a Copy".*without an address/,
		/Forward Mail To/,
	],
	[
		'a time in the past',
		{ ...disable, Scheduled: '2020-01-01T09:00:00Z' },
		/"Run At".*in the past/,
		/in the future/,
	],
	[
		'a time in milliseconds',
		{ ...disable, Scheduled: String(inAnHour * 1000) },
		/"Run At".*milliseconds/,
		/unix seconds/,
	],
	[
		'a time that is none',
		{ ...disable, Scheduled: 'tomorrow-ish' },
		/"Run At" is no date and time/,
		/2030-01-31/,
	],
	['a name without @', { ...disable, userEmail: 'megan.bowen' }, /"User".*has no @/, /full name/],
	['no user', { ...disable, userEmail: '' }, /"User" is empty/, /person to offboard/],
	[
		'the same user twice',
		{ ...disable, userEmail: `${megan}, ${megan.toUpperCase()}` },
		/"User".*twice/,
		/once/,
	],
	[
		'a delegate without @',
		{ ...disable, AccessAutomap: 'alex' },
		/"Mailbox Access".*not a user principal name/,
		/with @/,
	],
	[
		'an object ID for OneDrive',
		{ ...disable, OnedriveAccess: '0c803b5d-13f7-49ec-a422-f1665c722fae' },
		/"OneDrive Access".*not a user principal name/,
		/with @/,
	],
	[
		'forwarding to the leaver',
		{ ...disable, forward: megan.toUpperCase() },
		/"Forward Mail To".*to be offboarded/,
		/someone who stays/,
	],
	['no tenant', { ...disable, tenantDomain: '' }, /"Tenant" is empty/, /partner tenant/],
	[
		'an unknown tenant',
		{ ...disable, tenantDomain: 'contosso.example' },
		/no tenant "contosso.example"/,
		/Did you mean contoso.example/,
	],
	[
		'an excluded tenant',
		{ ...disable, tenantDomain: 'woodgrove.example' },
		/no tenant "woodgrove.example"/,
		/excluded/,
	],
	[
		'all tenants',
		{ ...disable, tenantDomain: 'AllTenants' },
		/no tenant "AllTenants"/,
		/single tenant/,
	],
	[
		'a user of another tenant',
		{ ...disable, userEmail: 'someone.else@contoso.example' },
		/no user "someone.else@contoso.example" in Contoso Ltd/,
		/Check the spelling/,
	],
	[
		'a switch that is neither on nor off',
		{ DisableSignIn: 'yes please' },
		/"Block Sign-In" is neither true nor false/,
		/true or false/,
	],
	[
		'a proxy that is none',
		{ ...disable, requestOptions: { proxy: 'nonsense' } },
		/"Proxy" is not a web address/,
		/http:/,
	],
];

describe.each(mistakes)('%s', (_name, parameters, message, cure) => {
	it('is refused with the field and the cure, and nothing is sent', async () => {
		const result = await offboard(sandbox.current, parameters);

		expect(result.status).toBe('error');
		expect(result.error?.message).toMatch(message);
		expect(result.error?.description).toMatch(cure);
		expect(submissions(sandbox.current)).toEqual([]);
	});
});

it('sends nothing for the good items either when one item is wrong and nothing catches the error', async () => {
	const result = await offboard(
		sandbox.current,
		{ ...disable, userEmail: '={{ $json.upn }}' },
		{ items: [{ upn: megan }, { upn: 'not a name' }] },
	);

	expect(result.error?.message).toContain('not a name');
	expect(result.error?.context).toMatchObject({ itemIndex: 1 });
	expect(submissions(sandbox.current)).toEqual([]);
});

it('sends the good items when the error output takes the wrong one', async () => {
	const result = await offboard(
		sandbox.current,
		{ ...disable, userEmail: '={{ $json.upn }}' },
		{ items: [{ upn: 'not a name' }, { upn: megan }], node: { onError: 'continueErrorOutput' } },
	);

	expect(result.status).toBe('success');
	expect(result.json).toMatchObject([{ status: 'succeeded', user: { userPrincipalName: megan } }]);
	expect(result.errors.map(({ json }) => json)).toMatchObject([
		{
			upn: 'not a name',
			error: expect.stringContaining('has no @'),
			message: expect.stringContaining('full name'),
		},
	]);
	expect(submissions(sandbox.current)).toHaveLength(1);
});

it('refuses a person who is already in an earlier item of the run', async () => {
	const result = await offboard(
		sandbox.current,
		{ ...disable, userEmail: '={{ $json.upn }}' },
		{
			items: [{ upn: megan }, { upn: megan.toUpperCase() }],
			node: { onError: 'continueErrorOutput' },
		},
	);

	expect(result.json).toHaveLength(1);
	expect(result.errors[0].json.error).toMatch(/already offboarded by item 0/);
	expect(submissions(sandbox.current)).toHaveLength(1);
});

it('refuses to run under Retry On Fail, which would offboard everyone again', async () => {
	const result = await offboard(sandbox.current, disable, {
		node: { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
	});

	expect(result.error?.message).toMatch(/Retry On Fail/);
	expect(submissions(sandbox.current)).toEqual([]);
});

it('takes a tenant by customer ID and by its first domain, and sends the default domain', async () => {
	const { customerId, initialDomainName } = sandbox.current.tenants.named('contoso.example');
	for (const name of [customerId, initialDomainName.toUpperCase()]) {
		await offboard(sandbox.current, { HideFromGAL: true, tenantDomain: name, reference: name });
	}

	const tenants = submissions(sandbox.current).map(
		({ body }) => (body as IDataObject).tenantFilter,
	);
	expect(tenants).toEqual([
		{ value: 'contoso.example', label: 'Contoso Ltd' },
		{ value: 'contoso.example', label: 'Contoso Ltd' },
	]);
});

it('takes a user by object ID and sends the user principal name', async () => {
	const { id } = sandbox.current.tenants.user(megan);
	const result = await offboard(sandbox.current, {
		...disable,
		userEmail: { __rl: true, mode: 'id', value: id },
	});

	expect(result.status).toBe('success');
	expect(submissions(sandbox.current)[0].body).toMatchObject({
		user: [{ value: megan, label: 'Megan Bowen' }],
	});
});
