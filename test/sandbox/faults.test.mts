import { expect, test } from 'vitest';
import type { EndpointFault, StepFaultKind } from '../../sandbox/index.mts';
import {
	adele,
	alex,
	contoso,
	linesOf,
	megan,
	offboard,
	requestToken,
	signedIn,
} from './signed-in.mts';

const minutes = 60_000;
const isHidden = (client: Awaited<ReturnType<typeof signedIn>>) =>
	client.sandbox.tenants.user(megan).mailbox!.hiddenFromAddressLists;

test.each<[StepFaultKind, string[], boolean]>([
	[
		'fails',
		[
			`Failed to execute Set-CIPPHideFromGAL : Failed to set ${megan} to hidden in GAL. Error: Mailbox is locked.`,
			`Successfully converted ${megan} to a Shared mailbox`,
		],
		false,
	],
	[
		'saysDone',
		[
			`Successfully hidden ${megan} from GAL.`,
			`Successfully converted ${megan} to a Shared mailbox`,
		],
		false,
	],
	['neverMentioned', [`Successfully converted ${megan} to a Shared mailbox`], false],
	['neverMentionedButDone', [`Successfully converted ${megan} to a Shared mailbox`], true],
])('a step that %s', async (kind, lines, hidden) => {
	const client = await signedIn();
	client.sandbox.faults.step('HideFromGAL', kind, { error: 'Mailbox is locked.' });
	expect(await offboard(client, megan, { HideFromGAL: true, ConvertToShared: true })).toEqual(
		lines,
	);
	expect(isHidden(client)).toBe(hidden);
	expect(client.sandbox.tenants.task(`Offboarding: ${megan}`)!.state).toBe('Completed');
});

test('a step that hangs leaves the job in Processing for good', async () => {
	const client = await signedIn();
	client.sandbox.faults.step('HideFromGAL', 'hangs');
	await client.post('ExecOffboardUser', {
		tenantFilter: contoso,
		user: [megan],
		DisableSignIn: true,
		HideFromGAL: true,
	});
	client.sandbox.clock.advance(10 * 60 * minutes);
	expect(client.sandbox.tenants.task(`Offboarding: ${megan}`)!.state).toBe('Processing');
	expect(client.sandbox.tenants.user(megan).accountEnabled).toBe(false);
	expect(isHidden(client)).toBe(false);
});

test('steps that return their failures do so without the cmdlet in front', async () => {
	const client = await signedIn();
	client.sandbox.faults.step('AccessAutomap', 'fails', { error: 'No.' });
	client.sandbox.faults.step('removeCalendarPermissions', 'fails', { error: 'No.' });
	client.sandbox.faults.step('RemoveGroups', 'fails', { error: 'No.' });
	expect(
		await offboard(client, megan, {
			AccessAutomap: [{ value: adele }],
			removeCalendarPermissions: true,
			RemoveGroups: true,
		}),
	).toEqual([
		'Error preparing bulk group removal requests: No.',
		`Failed to Add FullAccess for ${adele} on ${megan}: No.`,
		`Failed to remove ${megan} from calendar ${alex}: No.`,
	]);
});

test('a fault keeps to its user, tenant and number of times', async () => {
	const client = await signedIn();
	const { faults } = client.sandbox;
	faults.step('HideFromGAL', 'fails', { user: adele });
	faults.step('HideFromGAL', 'fails', { tenant: 'fabrikam.example' });
	faults.step('HideFromGAL', 'saysDone', { user: megan, tenant: contoso, times: 1 });
	await offboard(client, megan, { HideFromGAL: true });
	expect(isHidden(client)).toBe(false);
	expect(faults.list).toHaveLength(2);
	await offboard(client, megan, { HideFromGAL: true });
	expect(isHidden(client)).toBe(true);
	expect((await offboard(client, adele, { HideFromGAL: true }))[0]).toContain(
		'Failed to execute Set-CIPPHideFromGAL',
	);
});

test('the licence task can fail, lie, or never be there', async () => {
	const client = await signedIn();
	const { faults, tenants, clock } = client.sandbox;
	const name = `Remove License: ${megan}`;
	const run = async () => {
		await offboard(client, megan, { RemoveLicenses: true });
		clock.advance(20 * minutes);
	};
	faults.step('LicenseTask', 'fails', { error: 'No rights.', times: 1 });
	await run();
	expect(linesOf(client.sandbox, name)).toEqual([
		`Could not remove license for ${megan}. Error: No rights.`,
	]);
	faults.step('LicenseTask', 'saysDone', { times: 1 });
	await run();
	expect(linesOf(client.sandbox, name)[0]).toMatch(/^Removed directly assigned licenses/);
	expect(tenants.user(megan).directLicenses).toHaveLength(2);
	faults.step('LicenseTask', 'hangs', { times: 1 });
	await run();
	expect(tenants.task(name)!.state).toBe('Running');
	client.sandbox.reset();
	client.sandbox.faults.step('LicenseTask', 'notCreated');
	expect((await offboard(client, megan, { RemoveLicenses: true }))[1]).toMatch(
		/^Scheduled license removal/,
	);
	expect(tenants.task(name)).toBeUndefined();
});

const allowedPrefix = 'Access to this CIPP API endpoint is not allowed, ';
test.each<[string, EndpointFault, number, string, Record<string, string>]>([
	['unauthorized', { kind: 'unauthorized' }, 401, '', {}],
	[
		'roleMissing',
		{ kind: 'roleMissing' },
		403,
		`${allowedPrefix}you do not have the required permission: Identity.User.Read`,
		{},
	],
	[
		'addressNotAllowed',
		{ kind: 'addressNotAllowed' },
		403,
		`${allowedPrefix}the API Client does not have the required permission`,
		{},
	],
	[
		'tenantNotAllowed',
		{ kind: 'tenantNotAllowed' },
		403,
		'Access to this tenant is not allowed',
		{},
	],
	[
		'endpointBlocked',
		{ kind: 'endpointBlocked' },
		403,
		`${allowedPrefix}the custom role 'cipp-api' has blocked this endpoint: ListUsers`,
		{},
	],
	['notFound', { kind: 'notFound' }, 404, 'Endpoint not found', {}],
	['throttled', { kind: 'throttled', retryAfter: 7 }, 429, '', { 'retry-after': '7' }],
	[
		'throttled until a date',
		{ kind: 'throttled', retryAfter: 'Mon, 03 Mar 2025 09:05:00 GMT' },
		429,
		'',
		{ 'retry-after': 'Mon, 03 Mar 2025 09:05:00 GMT' },
	],
	[
		'error',
		{ kind: 'error' },
		500,
		'{"error":{"code":"InternalServerError","message":"An error occurred processing the request"}}',
		{},
	],
	['busy', { kind: 'busy' }, 503, '{"error":"Server busy, please retry"}', {}],
	[
		'featureOff',
		{ kind: 'featureOff' },
		503,
		'This feature has been disabled: ListUsers is switched off on this instance.',
		{},
	],
	['empty', { kind: 'empty' }, 200, '', {}],
	[
		'a given status',
		{ status: 418, body: { Results: 'tea' }, headers: { 'x-pot': 'yes' } },
		418,
		'{"Results":"tea"}',
		{ 'x-pot': 'yes' },
	],
])('an endpoint answers %s', async (_, fault, status, text, headers) => {
	const { sandbox, get } = await signedIn();
	sandbox.faults.endpoint('ListUsers', fault, { times: 1 });
	const reply = await get('ListUsers', { tenantFilter: contoso });
	expect([reply.status, reply.text]).toEqual([status, text]);
	for (const [name, value] of Object.entries(headers)) expect(reply.headers.get(name)).toBe(value);
	expect((await get('ListUsers', { tenantFilter: contoso })).status).toBe(200);
});

test('html is the user interface with status 200', async () => {
	const { sandbox, get } = await signedIn();
	sandbox.faults.endpoint('*', { kind: 'html' });
	const reply = await get('ListTenants');
	expect(reply.status).toBe(200);
	expect(reply.headers.get('content-type')).toContain('text/html');
	expect(reply.text).toMatch(/^<!DOCTYPE html>/);
});

test('dropped closes the connection, and is recorded with status 0', async () => {
	const { sandbox, get } = await signedIn();
	sandbox.faults.endpoint('ListTenants', { kind: 'dropped' }, { times: 1 });
	await expect(get('ListTenants')).rejects.toThrow('fetch failed');
	expect(sandbox.requests.at(-1)).toMatchObject({ endpoint: 'ListTenants', status: 0 });
	expect((await get('ListTenants')).status).toBe(200);
});

test('slow is right, only later', async () => {
	const { sandbox, get } = await signedIn();
	sandbox.faults.endpoint('ListTenants', { kind: 'slow', milliseconds: 120 });
	const started = performance.now();
	expect((await get('ListTenants')).body).toHaveLength(4);
	expect(performance.now() - started).toBeGreaterThanOrEqual(115);
});

test('after applying, the request takes effect and only then the fault is answered', async () => {
	const { sandbox, post } = await signedIn();
	sandbox.faults.endpoint('ExecOffboardUser', { kind: 'busy' }, { afterApplying: true, times: 1 });
	sandbox.faults.endpoint('ExecDisableUser', { kind: 'dropped' }, { afterApplying: true });
	expect(
		(await post('ExecOffboardUser', { tenantFilter: contoso, user: [megan], HideFromGAL: true }))
			.status,
	).toBe(503);
	expect(sandbox.tenants.task(`Offboarding: ${megan}`)).toBeDefined();
	await expect(post('ExecDisableUser', { tenantFilter: contoso, ID: megan })).rejects.toThrow(
		'fetch failed',
	);
	expect(sandbox.tenants.user(megan).accountEnabled).toBe(false);
});

test('an endpoint fault for one user strikes by UPN and by id', async () => {
	const { sandbox, get } = await signedIn();
	sandbox.faults.endpoint('ListUsers', { kind: 'busy' }, { user: megan });
	expect(
		(await get('ListUsers', { tenantFilter: contoso, UserID: megan.toUpperCase() })).status,
	).toBe(503);
	expect(
		(await get('ListUsers', { tenantFilter: contoso, UserID: sandbox.tenants.user(megan).id }))
			.status,
	).toBe(503);
	expect((await get('ListUsers', { tenantFilter: contoso, UserID: adele })).status).toBe(200);
});

test('partly queued: status 403 with tasks for some and an exception for others', async () => {
	const { sandbox, post } = await signedIn();
	sandbox.faults.endpoint(
		'ExecOffboardUser',
		{
			kind: 'partlyQueued',
			failUsers: [adele],
			message: 'Error - Could not add task: The table is busy.',
		},
		{ times: 1 },
	);
	const reply = await post('ExecOffboardUser', {
		tenantFilter: contoso,
		user: [megan, adele],
		HideFromGAL: true,
	});
	expect(reply.status).toBe(403);
	expect(reply.body).toEqual({
		Results: [
			true,
			`Task Offboarding: ${megan} scheduled to run now`,
			'Error - Could not add task: The table is busy.',
		],
	});
	expect(sandbox.tenants.tasks().map(({ name }) => name)).toEqual([`Offboarding: ${megan}`]);
});

test.each([
	['invalidSecret', 401, 'invalid_client', 'AADSTS7000215'],
	['noApplicationIdUri', 400, 'invalid_resource', 'AADSTS500011'],
	['unknownClient', 400, 'unauthorized_client', 'AADSTS700016'],
] as const)('the token endpoint answers %s', async (kind, status, error, code) => {
	const { sandbox } = await signedIn();
	sandbox.faults.token(kind, { times: 1 });
	const reply = await requestToken(sandbox);
	expect([reply.status, reply.body.error]).toEqual([status, error]);
	expect(reply.body.error_description).toContain(code);
	expect((await requestToken(sandbox)).status).toBe(200);
});

test('a token endpoint that is down does not answer', async () => {
	const { sandbox } = await signedIn();
	sandbox.faults.token('down');
	await expect(requestToken(sandbox)).rejects.toThrow('fetch failed');
	sandbox.faults.clear();
	expect((await requestToken(sandbox)).status).toBe(200);
});

test.each([
	[
		{ on: 'step', step: 'Unknown', kind: 'fails' },
		"'step' must be LicenseTask or one of RevokeSessions",
	],
	[
		{ on: 'step', step: 'OOO', kind: 'notCreated' },
		"'kind' must be one of fails, saysDone, neverMentioned, neverMentionedButDone, hangs for OOO.",
	],
	[
		{ on: 'endpoint', endpoint: 'ListUsers', fault: { kind: 'odd' } },
		"'fault.kind' must be one of",
	],
	[
		{ on: 'endpoint', endpoint: 'ListUsers', fault: { status: 99 } },
		"'status' must be an HTTP status",
	],
	[
		{
			on: 'endpoint',
			endpoint: 'ListUsers',
			fault: { kind: 'partlyQueued', failUsers: [], message: '' },
		},
		'partlyQueued is for ExecOffboardUser only.',
	],
	[{ on: 'token', kind: 'odd' }, "'kind' must be one of invalidSecret"],
	[{ on: 'step', step: 'OOO', kind: 'fails', times: 0 }, "'times' must be a whole number above 0."],
	[{ on: 'moon' }, "'on' must be step, endpoint, token or microsoft."],
	[{ on: 'microsoft', manner: 'sulks' }, "'manner' must be one of refuses"],
])('a wrong fault is refused: %j', async (fault, problem) => {
	const { sandbox } = await signedIn();
	expect(() => sandbox.faults.add(fault as never)).toThrow(problem);
	expect(sandbox.faults.list).toEqual([]);
});
