import { expect, test } from 'vitest';
import { contoso, megan, signedIn } from './signed-in.mts';

test('a missing role is refused with the permission it takes', async () => {
	const { sandbox, get, post } = await signedIn();
	sandbox.client.permissions = ['Identity.User.Read'];
	expect((await get('ListUsers', { tenantFilter: contoso })).status).toBe(200);
	const refused = await post('ExecDisableUser', { tenantFilter: contoso, ID: megan });
	expect(refused.status).toBe(403);
	expect(refused.text).toBe(
		'Access to this CIPP API endpoint is not allowed, you do not have the required permission: Identity.User.ReadWrite',
	);
	expect(sandbox.tenants.user(megan).accountEnabled).toBe(true);
});

test('ReadWrite covers Read, and a star stands for any area', async () => {
	const { sandbox, get } = await signedIn();
	sandbox.client.permissions = ['Identity.User.ReadWrite'];
	expect((await get('ListUsers', { tenantFilter: contoso })).status).toBe(200);
	expect((await get('ListGroups', { tenantFilter: contoso })).status).toBe(403);
	sandbox.client.permissions = ['*.Read'];
	expect((await get('ListGroups', { tenantFilter: contoso })).status).toBe(200);
	expect((await get('EditGroup', { tenantFilter: contoso })).status).toBe(403);
});

test('CIPP names its own role where that is too little, and a client without a role has nothing', async () => {
	const { sandbox, get, post } = await signedIn();
	sandbox.client.permissions = ['*.Read'];
	expect((await post('ExecDisableUser', { tenantFilter: contoso, ID: megan })).text).toBe(
		"Access to this CIPP API endpoint is not allowed, the 'readonly' base role does not have the required permission: Identity.User.ReadWrite",
	);
	expect((await get('me')).status).toBe(403);
	sandbox.client.permissions = [];
	expect((await get('ListUsers', { tenantFilter: contoso })).text).toBe(
		'Access to this CIPP API endpoint is not allowed, the user does not have the required permission',
	);
	expect((await get('me')).body.permissions).toBe(null);
});

test('an address out of range gets the text about the API client', async () => {
	const { sandbox, get } = await signedIn();
	sandbox.client.addressAllowed = false;
	const refused = await get('ListTenants');
	expect(refused.status).toBe(403);
	expect(refused.text).toBe(
		'Access to this CIPP API endpoint is not allowed, the API Client does not have the required permission',
	);
});

test('a tenant that is not allowed is refused by domain and by id, an unknown one passes', async () => {
	const { sandbox, get } = await signedIn();
	sandbox.client.allowedTenants = ['fabrikam.example'];
	for (const tenantFilter of [contoso, sandbox.tenants.named(contoso).customerId]) {
		const refused = await get('ListUsers', { tenantFilter });
		expect([refused.status, refused.text]).toEqual([403, 'Access to this tenant is not allowed']);
	}
	expect((await get('ListUsers', { tenantFilter: 'nowhere.example' })).body).toEqual([]);
	expect(
		(await get('ListUsers', { tenantFilter: 'fabrikam.example' })).body.length,
	).toBeGreaterThan(10);
	expect((await get('ListTenants')).body.map((row: any) => row.defaultDomainName)).toEqual([
		'fabrikam.example',
	]);
});

test('without a tenant the partner is checked and worked on', async () => {
	const { sandbox, get } = await signedIn();
	expect((await get('ListUsers')).body.map((row: any) => row.displayName)).toContain('Robin Wood');
	sandbox.client.allowedTenants = [contoso];
	expect((await get('ListUsers')).text).toBe('Access to this tenant is not allowed');
});

test('all tenants are refused for changes and allowed for reads when the client is limited', async () => {
	const { sandbox, get, post } = await signedIn();
	sandbox.client.allowedTenants = [contoso];
	expect(
		(await get('ListGraphRequest', { tenantFilter: 'AllTenants', Endpoint: 'users' })).status,
	).toBe(200);
	expect((await post('ExecDisableUser', { tenantFilter: 'AllTenants', ID: megan })).text).toBe(
		'Access to this tenant is not allowed',
	);
});

test('a client CIPP does not know has no role; /me still answers, without permissions', async () => {
	const { sandbox, get } = await signedIn();
	sandbox.client.known = false;
	const refused = await get('ListTenants');
	expect([refused.status, refused.text]).toEqual([
		403,
		'Access to this CIPP API endpoint is not allowed, the user does not have the required permission',
	]);
	expect((await get('me')).body).toEqual({
		clientPrincipal: { appId: sandbox.clientId, appRole: ['cipp-api'] },
		permissions: null,
	});
});

test('a blocked endpoint and a disabled client are refused', async () => {
	const { sandbox, get } = await signedIn();
	sandbox.client.blockedEndpoints = ['ListUsers'];
	expect((await get('ListUsers', { tenantFilter: contoso })).text).toBe(
		"Access to this CIPP API endpoint is not allowed, the custom role 'cipp-api' has blocked this endpoint: ListUsers",
	);
	sandbox.client.enabled = false;
	expect((await get('ListTenants')).status).toBe(403);
});

test('me lists what was granted to a custom role, and is refused to a client with one of the usual roles', async () => {
	const { sandbox, get } = await signedIn();
	const refused = await get('me');
	expect([refused.status, refused.text]).toEqual([
		403,
		"Cannot bind argument to parameter 'UserRoles' because it is null.",
	]);
	sandbox.client.permissions = ['Identity.User.ReadWrite'];
	expect((await get('me')).body).toEqual({
		permissions: ['Identity.User.ReadWrite'],
		clientPrincipal: { appId: sandbox.clientId, appRole: 'cipp-api' },
	});
});
