import { describe, expect, it, vi } from 'vitest';
import type { EndpointFault } from '../../sandbox/index.mts';
import { megan, offboard, reportsOf, stepOf, submissions, useSandbox } from './offboarding.mts';

const sandbox = useSandbox();
const disable = { DisableSignIn: true };

/** What the submission is answered with, the words and the advice for whoever reads the error. */
const refusals: Array<[string, EndpointFault, RegExp, RegExp]> = [
	['401', { kind: 'unauthorized' }, /did not accept the token/, /enabled in CIPP/],
	[
		'403 role missing',
		{ kind: 'roleMissing' },
		/Identity\.User\.ReadWrite/,
		/give the role of the API client/i,
	],
	['403 address not allowed', { kind: 'addressNotAllowed' }, /address n8n runs on/, /public IP/],
	[
		'403 tenant not allowed',
		{ kind: 'tenantNotAllowed' },
		/may not touch this tenant/,
		/allowed tenants/,
	],
	[
		'403 endpoint blocked',
		{ kind: 'endpointBlocked' },
		/blocks the endpoint ExecOffboardUser/,
		/blocked endpoints/,
	],
	['404', { kind: 'notFound' }, /Endpoint not found/, /older than the operation|address/],
	[
		'400 with reasons',
		{ status: 400, body: { Results: ["'user' is required"] } },
		/'user' is required/,
		/Correct/,
	],
	['HTML', { kind: 'html' }, /web page came back/, /API's own address/],
	['503 feature off', { kind: 'featureOff' }, /disabled/, /Switch the feature on/],
];

describe.each(refusals)('a submission answered with %s', (_name, fault, message, advice) => {
	it('is a failure that says why and what to do, and nobody is touched', async () => {
		sandbox.current.faults.endpoint('ExecOffboardUser', fault);

		const result = await offboard(sandbox.current, disable);

		expect(result.status).toBe('error');
		const [report] = reportsOf(result);
		expect(report.status).toBe('failed');
		expect(report.summary).toMatch(message);
		expect(result.error?.description).toMatch(advice);
		expect(sandbox.current.tenants.user(megan).accountEnabled).toBe(true);
		// A 401 is the one answer after which n8n asks again, with a fresh token.
		const isTokenRefused = 'kind' in fault && fault.kind === 'unauthorized';
		expect(submissions(sandbox.current)).toHaveLength(isTokenRefused ? 2 : 1);
	});
});

const unclear: Array<[string, EndpointFault]> = [
	['500', { kind: 'error' }],
	['408', { status: 408 }],
	['the page of a gateway that waited', { status: 504, body: '<title>504 Time-out</title>' }],
	['an empty body', { kind: 'empty' }],
	['a closed connection', { kind: 'dropped' }],
];

describe.each(unclear)('a submission answered with %s', (_name, fault) => {
	it('is not sent again, and is followed if CIPP took it all the same', async () => {
		sandbox.current.faults.endpoint('ExecOffboardUser', fault, { afterApplying: true });

		const result = await offboard(sandbox.current, disable);

		expect(reportsOf(result)[0].status).toBe('succeeded');
		expect(submissions(sandbox.current)).toHaveLength(1);
	});

	it('is a failure if no task turns up', async () => {
		sandbox.current.faults.endpoint('ExecOffboardUser', fault);

		const result = await offboard(sandbox.current, disable);

		expect(result.status).toBe('error');
		expect(reportsOf(result)[0].status).toBe('failed');
		expect(submissions(sandbox.current)).toHaveLength(1);
	});
});

it('sends a submission again that was refused for coming too fast, after the time CIPP names', async () => {
	sandbox.current.faults.endpoint(
		'ExecOffboardUser',
		{ kind: 'throttled', retryAfter: 1 },
		{ times: 1 },
	);
	const begun = Date.now();

	const result = await offboard(sandbox.current, disable);

	expect(reportsOf(result)[0].status).toBe('succeeded');
	expect(submissions(sandbox.current).map(({ status }) => status)).toEqual([429, 200]);
	expect(Date.now() - begun).toBeGreaterThanOrEqual(1000);
	expect(
		sandbox.current.tenants.tasks().filter(({ name }) => name === `Offboarding: ${megan}`),
	).toHaveLength(1);
});

it('sends a submission again that found no free worker', async () => {
	sandbox.current.faults.endpoint('ExecOffboardUser', { kind: 'busy' }, { times: 1 });

	expect(reportsOf(await offboard(sandbox.current, disable))[0].status).toBe('succeeded');
});

it('goes on following after the task list could not be read for a while', async () => {
	sandbox.current.clock.speed = 0;
	const running = offboard(sandbox.current, disable);
	await vi.waitUntil(() => submissions(sandbox.current).length > 0);
	sandbox.current.faults.endpoint(
		'ListScheduledItems',
		{ status: 500, body: 'Table is gone' },
		{ times: 3 },
	);
	await vi.waitUntil(() => sandbox.current.faults.list.length === 0);
	sandbox.current.clock.speed = 1200;
	const result = await running;

	expect(reportsOf(result)[0].status).toBe('succeeded');
});

it('says before sending when the task list may not be read, since there would be nothing to follow', async () => {
	sandbox.current.client.permissions = ['CIPP.Core.Read', 'Identity.User.ReadWrite'];

	const result = await offboard(sandbox.current, disable);

	expect(result.error?.message).toMatch(/CIPP\.Scheduler\.Read/);
	expect(submissions(sandbox.current)).toEqual([]);
});

it('gives a clear answer when CIPP does not know the API client', async () => {
	sandbox.current.client.known = false;

	const result = await offboard(sandbox.current, disable);

	expect(result.status).toBe('error');
	expect(`${result.error?.message} ${result.error?.description}`).toMatch(/API client/);
	expect(submissions(sandbox.current)).toEqual([]);
});

const tokenFaults: Array<[Parameters<typeof sandbox.current.faults.token>[0], RegExp]> = [
	['invalidSecret', /refused the client secret/],
	['noApplicationIdUri', /Application ID URI/],
	['unknownClient', /client ID/],
];

it.each(tokenFaults)('explains a token that is refused: %s', async (kind, message) => {
	sandbox.current.faults.token(kind);

	const result = await offboard(sandbox.current, disable);

	expect(result.error?.message).toMatch(message);
	expect(JSON.stringify(result.run)).not.toContain(sandbox.current.clientSecret);
});

it('does not fail for what it may not read: the step counts as CIPP says, unverified, with the role to grant', async () => {
	sandbox.current.client.permissions = [
		'CIPP.Core.Read',
		'CIPP.Scheduler.Read',
		'Identity.User.ReadWrite',
	];

	const result = await offboard(sandbox.current, { DisableSignIn: true, HideFromGAL: true });

	expect(result.status).toBe('success');
	expect(reportsOf(result)[0].summary).toMatch(/1 of them cannot be verified/);
	expect(stepOf(result, 'DisableSignIn').verified).toBe(true);
	expect(stepOf(result, 'HideFromGAL')).toMatchObject({
		outcome: 'succeeded',
		verified: null,
		read: expect.stringContaining('Exchange.Mailbox.Read'),
		advice: expect.stringContaining('Exchange.Mailbox.Read'),
	});
});

it('does not take an empty mailbox answer for a hidden mailbox', async () => {
	sandbox.current.faults.endpoint('ListUserMailboxDetails', { kind: 'empty' });

	const step = stepOf(await offboard(sandbox.current, { HideFromGAL: true }), 'HideFromGAL');

	expect(step.verified).toBeNull();
});

it('does not call done what it meant to check and could not', async () => {
	sandbox.current.faults.endpoint('ListUserMailboxRules', {
		status: 500,
		body: ['Failed to get rules'],
	});

	const result = await offboard(sandbox.current, { DisableSignIn: true, RemoveRules: true });

	expect(result.status).toBe('error');
	expect(reportsOf(result)[0].status).toBe('partial');
	expect(stepOf(result, 'RemoveRules')).toMatchObject({
		outcome: 'unknown',
		verified: null,
		read: expect.stringContaining('Failed to get rules'),
		advice: expect.stringContaining('the check failed'),
	});
});

it('reads again when the first check fails in passing', async () => {
	sandbox.current.faults.endpoint(
		'ListUserMailboxRules',
		{ status: 500, body: ['Failed to get rules'] },
		{ times: 1 },
	);

	const result = await offboard(sandbox.current, { RemoveRules: true });

	expect(stepOf(result, 'RemoveRules')).toMatchObject({ outcome: 'succeeded', verified: true });
});

it('does not take a failed look at the account for a deleted account', async () => {
	sandbox.current.clock.speed = 0;
	const running = offboard(sandbox.current, { DisableSignIn: true });
	await vi.waitUntil(() => submissions(sandbox.current).length > 0);
	sandbox.current.faults.endpoint('ListGraphRequest', {
		status: 400,
		body: 'Graph Error: AADSTS700016: Application was not found in the directory - Endpoint: users',
	});
	sandbox.current.clock.speed = 1200;
	const result = await running;

	expect(stepOf(result, 'DisableSignIn')).toMatchObject({ outcome: 'unknown', verified: null });
});
