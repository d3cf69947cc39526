import { expect, test } from 'vitest';
import { contoso, megan, signedIn } from './signed-in.mts';

test('names are taken in any case and with any method', async () => {
	const { sandbox, get, post } = await signedIn();
	expect(
		(await get('listusers', { TENANTFILTER: contoso, userid: megan })).body[0].userPrincipalName,
	).toBe(megan);
	expect((await post('LISTTENANTS', {})).body).toHaveLength(4);
	expect((await post('ExecDisableUser', { TenantFilter: contoso, id: megan })).status).toBe(200);
	expect(sandbox.requests.map(({ endpoint, status }) => [endpoint, status])).toEqual([
		['listusers', 200],
		['LISTTENANTS', 200],
		['ExecDisableUser', 200],
	]);
});

test('on Functions a text is plain, an unknown endpoint is text, and a serialised answer is plain text', async () => {
	const { get } = await signedIn();
	const failure = await get('ListUsers', { tenantFilter: contoso, UserID: 'nobody' });
	expect(failure.headers.get('content-type')).toContain('text/plain');
	expect(failure.text).toBe(
		"Resource 'nobody' does not exist or one of its queried reference-property objects are not present.",
	);
	const unknown = await get('ListMoons');
	expect([unknown.status, unknown.text]).toEqual([404, 'Endpoint not found']);
	expect(
		(await get('ListOoO', { tenantFilter: contoso, userid: megan })).headers.get('content-type'),
	).toContain('text/plain');
	expect((await get('ListRoles', { tenantFilter: 'nowhere.example' })).text).toBe('');
});

test('on NG a text is quoted, an unknown endpoint is an object, and nothing is null', async () => {
	const { get } = await signedIn({ host: 'ng' });
	const failure = await get('ListUsers', { tenantFilter: contoso, UserID: 'nobody' });
	expect(failure.headers.get('content-type')).toContain('application/json');
	expect(failure.text).toBe(
		'"Resource \'nobody\' does not exist or one of its queried reference-property objects are not present."',
	);
	const unknown = await get('ListMoons');
	expect([unknown.status, unknown.body]).toEqual([
		404,
		{ error: "Endpoint 'ListMoons' not found" },
	]);
	expect((await get('ListOoO', { tenantFilter: contoso, userid: megan })).body.AutoReplyState).toBe(
		'Disabled',
	);
	expect((await get('ListRoles', { tenantFilter: 'nowhere.example' })).text).toBe('null');
});

test('NG serves lists of a tenant from memory until they are bypassed', async () => {
	const { sandbox, get } = await signedIn({ host: 'ng' });
	const read = async (query: Record<string, string> = {}, headers: Record<string, string> = {}) => {
		const reply = await get(
			'ListUsers',
			{ tenantFilter: contoso, UserID: megan, ...query },
			headers,
		);
		return [reply.headers.get('x-cache'), reply.body[0].jobTitle];
	};
	expect(await read()).toEqual(['MISS', 'Marketing Manager']);
	sandbox.tenants.user(megan).jobTitle = 'Leaver';
	expect(await read()).toEqual(['HIT', 'Marketing Manager']);
	expect(await read({ InvalidateCIPPCache: 'true' })).toEqual(['BYPASS', 'Leaver']);
	sandbox.tenants.user(megan).jobTitle = 'Gone';
	expect(await read({}, { 'x-craft-no-cache': '1' })).toEqual(['BYPASS', 'Gone']);
});

test('NG memory grows old: stale once after ten minutes, gone after twenty', async () => {
	const { sandbox, get } = await signedIn({ host: 'ng' });
	const read = async () => {
		const reply = await get('ListUsers', { tenantFilter: contoso, UserID: megan });
		return [reply.headers.get('x-cache'), reply.body[0].jobTitle];
	};
	await read();
	sandbox.tenants.user(megan).jobTitle = 'New';
	sandbox.clock.advance(601_000);
	expect(await read()).toEqual(['HIT-STALE', 'Marketing Manager']);
	expect(await read()).toEqual(['HIT', 'New']);
	sandbox.clock.advance(1_201_000);
	expect(await read()).toEqual(['MISS', 'New']);
});

test('NG forgets on a change, but a scheduled job changes nothing in its memory', async () => {
	const { sandbox, get, post } = await signedIn({ host: 'ng' });
	const jobs = async () => {
		const reply = await get('ListScheduledItems', { tenantFilter: contoso });
		return [reply.headers.get('x-cache'), reply.body.map((row: any) => row.TaskState)];
	};
	expect(await jobs()).toEqual(['MISS', []]);
	await post('ExecOffboardUser', { tenantFilter: contoso, user: [megan], HideFromGAL: true });
	expect(await jobs()).toEqual(['MISS', ['Planned']]);
	sandbox.clock.advance(60_000);
	expect(await jobs()).toEqual(['HIT', ['Planned']]);
	expect(
		(await get('ListScheduledItems', { tenantFilter: contoso, InvalidateCIPPCache: 'true' }))
			.body[0].TaskState,
	).toBe('Completed');
});

test('NG limits requests in a window when asked to', async () => {
	const { sandbox, get } = await signedIn({ host: 'ng', rateLimit: { requests: 2, seconds: 10 } });
	const statuses = [];
	for (let index = 0; index < 3; index += 1) statuses.push((await get('ListTenants')).status);
	expect(statuses).toEqual([200, 200, 429]);
	expect((await get('ListTenants')).headers.get('retry-after')).toBe('10');
	sandbox.clock.advance(10_000);
	expect((await get('ListTenants')).status).toBe(200);
});

test('addresses beside the API answer the user interface', async () => {
	const { sandbox } = await signedIn();
	for (const path of ['/', '/ListTenants', '/identity/administration/users']) {
		const response = await fetch(`${sandbox.url}${path}`);
		expect(response.status).toBe(200);
		expect(await response.text()).toContain('<!DOCTYPE html>');
	}
});

test('requests are recorded as they came, without the token', async () => {
	const { sandbox, post } = await signedIn();
	await post('ExecDisableUser', { tenantFilter: contoso, ID: megan }, { Enable: 'true' });
	expect(sandbox.requests).toHaveLength(1);
	expect(sandbox.requests[0]).toMatchObject({
		at: '2025-03-03T09:02:00.000Z',
		method: 'POST',
		path: '/api/ExecDisableUser',
		endpoint: 'ExecDisableUser',
		query: { Enable: 'true' },
		body: { tenantFilter: contoso, ID: megan },
		status: 200,
	});
	expect(sandbox.requests[0].headers).toHaveProperty('content-type', 'application/json');
	expect(sandbox.requests[0].headers).not.toHaveProperty('authorization');
});

test('a request that still waits for its answer is recorded with status -1', async () => {
	const { sandbox, get } = await signedIn();
	sandbox.faults.endpoint('ListTenants', { kind: 'slow', milliseconds: 200 });
	const answer = get('ListTenants');
	await expect.poll(() => sandbox.requests.map(({ status }) => status)).toEqual([-1]);
	await answer;
	expect(sandbox.requests.map(({ status }) => status)).toEqual([200]);
});
