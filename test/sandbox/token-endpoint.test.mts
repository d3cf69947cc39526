import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { contoso, requestToken, signedIn } from './signed-in.mts';

test('a token comes for the right client, secret and scope', async () => {
	const { sandbox } = await signedIn();
	const { status, body } = await requestToken(sandbox);
	expect(status).toBe(200);
	expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599 });
	const { aud, appid, tid, exp, iat } = decodeJwt(body.access_token);
	expect({ aud, appid, tid, lifetime: exp! - iat! }).toEqual({
		aud: `api://${sandbox.clientId}`,
		appid: sandbox.clientId,
		tid: sandbox.homeTenantId,
		lifetime: 3599,
	});
});

test('credentials are taken from a Basic header as well', async () => {
	const { sandbox } = await signedIn();
	const basic = Buffer.from(
		`${sandbox.clientId}:${encodeURIComponent(sandbox.clientSecret)}`,
	).toString('base64');
	const response = await fetch(sandbox.tokenUrl, {
		method: 'POST',
		headers: { authorization: `Basic ${basic}` },
		body: new URLSearchParams({
			grant_type: 'client_credentials',
			scope: `api://${sandbox.clientId}/.default`,
		}),
	});
	expect(response.status).toBe(200);
});

test.each([
	[
		'a wrong secret',
		{ client_secret: 'no' },
		401,
		'invalid_client',
		'AADSTS7000215: Invalid client secret provided.',
	],
	[
		'an unknown client',
		{ client_id: 'ffffffff-0000-4000-a000-000000000000' },
		400,
		'unauthorized_client',
		'AADSTS700016: Application with identifier',
	],
	[
		'a scope of no known resource',
		{ scope: 'api://other/.default' },
		400,
		'invalid_resource',
		'AADSTS500011: The resource principal named api://other was not found',
	],
	['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type', 'AADSTS70003'],
])('%s is refused in the words of Entra', async (_, form, status, error, description) => {
	const { sandbox } = await signedIn();
	const reply = await requestToken(sandbox, form);
	expect(reply.status).toBe(status);
	expect(reply.body.error).toBe(error);
	expect(reply.body.error_description).toContain(description);
});

test('an unknown tenant is refused', async () => {
	const { sandbox } = await signedIn();
	const reply = await requestToken(
		sandbox,
		{},
		{},
		`${sandbox.url}/nowhere.example/oauth2/v2.0/token`,
	);
	expect(reply.status).toBe(400);
	expect(reply.body).toMatchObject({ error: 'invalid_request' });
	expect(reply.body.error_description).toContain('AADSTS90002');
});

test('token requests are recorded without the secret', async () => {
	const { sandbox } = await signedIn();
	expect(sandbox.tokenRequests).toHaveLength(1);
	expect(sandbox.tokenRequests[0].body).toMatchObject({ grant_type: 'client_credentials' });
	expect(JSON.stringify(sandbox.tokenRequests)).not.toContain(sandbox.clientSecret);
	expect(sandbox.requests).toHaveLength(0);
});

test('expired tokens are answered 401 with an empty body, a new one works', async () => {
	const { sandbox, get } = await signedIn();
	sandbox.expireTokens();
	const refused = await get('ListUsers', { tenantFilter: contoso });
	expect([refused.status, refused.text]).toEqual([401, '']);
	const token = (await requestToken(sandbox)).body.access_token;
	expect(
		(
			await fetch(`${sandbox.url}/api/ListTenants`, {
				headers: { authorization: `Bearer ${token}` },
			})
		).status,
	).toBe(200);
});

test('without or with a made-up token the answer is 401', async () => {
	const { sandbox } = await signedIn();
	expect((await fetch(`${sandbox.url}/api/ListTenants`)).status).toBe(401);
	expect(
		(await fetch(`${sandbox.url}/api/ListTenants`, { headers: { authorization: 'Bearer a.b.c' } }))
			.status,
	).toBe(401);
	expect((await fetch(`${sandbox.url}/api/PublicPing`)).status).toBe(200);
});
