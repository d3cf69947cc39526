import { expect, it } from 'vitest';
import { resolvedCredential as resolved } from '../engine/resolved-credential.mts';

const typed = { tenantId: 'partner.example', applicationId: 'c-1', clientSecret: 's' };

it.each([
	['commercial', 'https://login.microsoftonline.com/partner.example/oauth2/v2.0/token'],
	['usGovernment', 'https://login.microsoftonline.us/partner.example/oauth2/v2.0/token'],
	['china', 'https://login.partner.microsoftonline.cn/partner.example/oauth2/v2.0/token'],
])('takes the token of the %s cloud from its own sign-in service', async (cloud, url) => {
	expect(await resolved({ ...typed, cloud })).toMatchObject({
		accessTokenUrl: url,
		scope: 'api://c-1/.default',
		grantType: 'clientCredentials',
	});
});

it('takes an own token URL and an own scope instead', async () => {
	const own = { tokenUrl: 'https://sts.example/token', customScope: 'api://cipp.example/.default' };

	expect(await resolved({ ...typed, ...own })).toMatchObject({
		accessTokenUrl: 'https://sts.example/token',
		scope: 'api://cipp.example/.default',
	});
});

it('cannot be led to another path by what is typed as tenant', async () => {
	const { accessTokenUrl } = await resolved({ ...typed, tenantId: '../evil?x=' });

	expect(accessTokenUrl).toBe(
		'https://login.microsoftonline.com/..%2Fevil%3Fx%3D/oauth2/v2.0/token',
	);
});

it('takes off the blanks that come along when something is copied', async () => {
	const copied = { tenantId: ' partner.example\n', applicationId: ' c-1 ', clientSecret: 's' };

	expect(await resolved(copied)).toMatchObject({
		clientId: 'c-1',
		scope: 'api://c-1/.default',
		accessTokenUrl: 'https://login.microsoftonline.com/partner.example/oauth2/v2.0/token',
	});
	expect(
		await resolved({
			...copied,
			tokenUrl: ' https://sts.example/token ',
			customScope: ' c-1/.default\t',
		}),
	).toMatchObject({ accessTokenUrl: 'https://sts.example/token', scope: 'c-1/.default' });
});

it('takes a client ID by the name that n8n has for it, where a program made the credential', async () => {
	expect(await resolved({ tenantId: 'partner.example', clientId: 'c-1 ' })).toMatchObject({
		scope: 'api://c-1/.default',
	});
});
