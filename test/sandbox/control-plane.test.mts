import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { contoso, megan, signedIn, type SignedIn } from './signed-in.mts';

async function steer(
	{ sandbox }: SignedIn,
	method: string,
	path: string,
	body?: unknown,
): Promise<{ status: number; body: any }> {
	const response = await fetch(`${sandbox.url}/sandbox${path}`, {
		method,
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	return { status: response.status, body: await response.json() };
}

test('health tells time, speed and tenants', async () => {
	const client = await signedIn();
	expect((await steer(client, 'GET', '/health')).body).toEqual({
		status: 'ok',
		now: '2025-03-03T09:02:00.000Z',
		speed: 0,
		tenants: [
			'northwind.example',
			contoso,
			'fabrikam.example',
			'adatum.example',
			'woodgrove.example',
		],
	});
});

test('the clock is moved and sped up, and due work happens', async () => {
	const client = await signedIn();
	await client.post('ExecOffboardUser', {
		tenantFilter: contoso,
		user: [megan],
		HideFromGAL: true,
	});
	expect((await steer(client, 'POST', '/clock', { advanceSeconds: 900 })).body).toEqual({
		now: '2025-03-03T09:17:00.000Z',
		speed: 0,
	});
	expect((await steer(client, 'GET', '/tasks')).body[0].state).toBe('Completed');
	expect((await steer(client, 'POST', '/clock', { speed: 60 })).body.speed).toBe(60);
	const wrong = await steer(client, 'POST', '/clock', { minutes: 5 });
	expect([wrong.status, wrong.body.error]).toEqual([
		400,
		'The clock takes {advanceSeconds} or {speed}, both numbers.',
	]);
	expect((await steer(client, 'POST', '/clock', { advanceSeconds: -1 })).status).toBe(400);
});

test('faults are set, listed and cleared', async () => {
	const client = await signedIn();
	await steer(client, 'POST', '/faults', [
		{ on: 'endpoint', endpoint: 'ListTenants', fault: { kind: 'busy' } },
		{ on: 'step', step: 'OOO', kind: 'fails' },
	]);
	expect(client.sandbox.faults.list).toHaveLength(2);
	expect((await client.get('ListTenants')).status).toBe(503);
	const wrong = await steer(client, 'POST', '/faults', { on: 'step', step: 'OOO', kind: 'odd' });
	expect([wrong.status, wrong.body.error]).toEqual([
		400,
		expect.stringContaining("'kind' must be one of fails"),
	]);
	await steer(client, 'DELETE', '/faults');
	expect((await client.get('ListTenants')).status).toBe(200);
});

test('users, requests, the client and the way back to the start', async () => {
	const client = await signedIn();
	const shown = await steer(client, 'GET', `/users/${megan}`);
	expect(shown.body).toMatchObject({
		deleted: false,
		tenant: contoso,
		manager: 'alex.wilber@contoso.example',
		groups: ['Marketing Team', 'Campaign Editors', 'Confidential Mail', 'All Company'],
		phoneNumbers: ['+12065550142'],
		mailboxesOfOthers: [
			'SendOnBehalf on alex.wilber@contoso.example',
			'FullAccess on marketing@contoso.example',
			'SendAs on events@contoso.example',
		],
	});
	expect((await steer(client, 'GET', '/users/nobody@contoso.example')).status).toBe(404);
	await client.post('RemoveUser', { tenantFilter: contoso, ID: megan });
	expect((await steer(client, 'GET', `/users/${megan}`)).body).toMatchObject({
		deleted: true,
		deletedDateTime: '2025-03-03T09:02:00.000Z',
	});
	await steer(client, 'POST', '/client', { permissions: ['Identity.User.Read'] });
	expect((await client.get('ListGroups', { tenantFilter: contoso })).status).toBe(403);
	expect((await steer(client, 'POST', '/client', { colour: 'red' })).status).toBe(400);
	expect(
		(await steer(client, 'GET', '/requests')).body.map((request: any) => request.endpoint),
	).toEqual(['RemoveUser', 'ListGroups']);
	await steer(client, 'POST', '/reset');
	expect(client.sandbox.requests).toEqual([]);
	expect((await client.get('ListGroups', { tenantFilter: contoso })).status).toBe(200);
	expect(client.sandbox.tenants.user(megan).accountEnabled).toBe(true);
	expect((await steer(client, 'GET', '/elsewhere')).status).toBe(404);
});

test('Microsoft refuses and is down by rules, as it is told where it stands alone', async () => {
	const client = await signedIn();
	const users = async () => (await client.get('ListUsers', { tenantFilter: contoso })).status;
	expect((await steer(client, 'POST', '/rules', { manner: 'down' })).body).toEqual([
		{ manner: 'down' },
	]);
	expect(await users()).toBe(500);
	expect((await steer(client, 'GET', '/faults')).body).toEqual([
		{ on: 'microsoft', manner: 'down' },
	]);
	expect((await steer(client, 'DELETE', '/rules')).body).toEqual([]);
	expect(await users()).toBe(200);
	expect((await steer(client, 'POST', '/rules', { manner: 'sulks' })).status).toBe(400);
});

test('started from the command line it prints its address as JSON and ends on SIGTERM', async () => {
	const root = fileURLToPath(new URL('../../', import.meta.url));
	const child = spawn(
		process.execPath,
		[
			fileURLToPath(import.meta.resolve('tsx/cli')),
			'sandbox/main.mts',
			'--port',
			'0',
			'--speed',
			'60',
			'--json',
		],
		{ cwd: root },
	);
	try {
		const line = await new Promise<string>((resolve, reject) => {
			child.stdout.once('data', (data: Buffer) => resolve(data.toString()));
			child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
		});
		const printed = JSON.parse(line);
		expect(Object.keys(printed)).toEqual([
			'url',
			'tokenUrl',
			'homeTenantId',
			'clientId',
			'clientSecret',
		]);
		expect(await (await fetch(`${printed.url}/sandbox/health`)).json()).toMatchObject({
			speed: 60,
		});
		const ended = new Promise<number | null>((resolve) =>
			child.once('exit', (code) => resolve(code)),
		);
		child.kill('SIGTERM');
		expect(await ended).toBe(0);
	} finally {
		child.kill('SIGKILL');
	}
});
