import { describe, expect, it } from 'vitest';
import { CippFailure } from '../../cipp/failure';
import { pathSegment, readAccount, WrongAccount } from '../../cipp/users';
import { answer, rejection, replying } from './answers.mts';

const upn = 'adele.vance@contoso.com';

describe('an account', () => {
	it('is read from Microsoft Graph in its tenant, past every cache', async () => {
		const { send, requests } = replying(
			answer({ Results: [{ id: '1', userPrincipalName: upn }], Metadata: {} }),
		);
		expect(await readAccount(send, 'contoso.com', upn)).toEqual({
			id: '1',
			userPrincipalName: upn,
		});
		expect(requests).toMatchObject([
			{
				endpoint: 'ListGraphRequest',
				query: { tenantFilter: 'contoso.com', Endpoint: `users/${upn}` },
				fresh: true,
			},
		]);
		expect(requests[0].query?.$select).toContain('accountEnabled');
	});

	it('is null when Graph knows no such user', async () => {
		const said = `Graph Error: Resource '${upn}' does not exist or one of its queried reference-property objects are not present. - Endpoint: users/${upn}`;
		expect(await readAccount(replying(answer(said, 400)).send, 'contoso.com', upn)).toBeNull();
	});

	it.each([
		['nothing', []],
		['somebody else', [{ id: '2', userPrincipalName: 'alex.wilber@contoso.com' }]],
		['a row without an object ID', [{ userPrincipalName: upn }]],
	])('is neither there nor gone when %s comes back', async (_name, Results) => {
		const reading = readAccount(replying(answer({ Results })).send, 'contoso.com', upn);
		await expect(reading).rejects.toThrow(WrongAccount);
	});

	it('is found by an alias', async () => {
		const row = {
			id: '1',
			userPrincipalName: 'adele@contoso.com',
			proxyAddresses: ['SMTP:adele@contoso.com', `smtp:${upn}`],
		};
		const { send } = replying(answer({ Results: [row] }));
		expect(await readAccount(send, 'contoso.com', upn)).toEqual(row);
	});

	it.each([
		[
			'the tenant cannot be reached',
			"Graph Error: Could not get token: the tenant is not in CIPP's tenant list. - Endpoint: users",
			400,
		],
		[
			'the sign-in to the tenant fails',
			'Graph Error: AADSTS700016: Application was not found in the directory - Endpoint: users',
			400,
		],
		['the permission is missing', 'Access to this tenant is not allowed', 403],
		['CIPP breaks', 'You cannot call a method on a null-valued expression.', 500],
	])('is not taken for missing when %s', async (_name, said, status) => {
		const failure = await rejection(
			readAccount(replying(answer(said, status)).send, 'contoso.com', upn),
			CippFailure,
		);
		expect(failure.answer).toMatchObject({ status, body: said });
	});
});

it.each([
	['adele.vance@contoso.com', 'adele.vance@contoso.com'],
	[
		'adele_contoso.com#EXT#@fabrikam.onmicrosoft.com',
		'adele_contoso.com%23EXT%23@fabrikam.onmicrosoft.com',
	],
	['a/b?c&d+e f', 'a%2Fb%3Fc%26d%2Be%20f'],
	["o'neil@contoso.com", "o'neil@contoso.com"],
])('writes %s into a path as %s', (text, segment) => {
	expect(pathSegment(text)).toBe(segment);
});
