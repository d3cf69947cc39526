import { describe, expect, it } from 'vitest';
import { CippUnreachable } from '../../cipp/failure';
import type { CippAnswer, CippRequest } from '../../cipp/request';
import { retryAfter, withRetries, type RetryPolicy } from '../../cipp/retry';
import { answer, fakeClock, replying } from './answers.mts';

const read: CippRequest = { method: 'GET', endpoint: 'ListUsers' };
const write: CippRequest = { method: 'POST', endpoint: 'ExecOffboardUser', body: {} };
const policy: RetryPolicy = {
	retries: 3,
	baseMilliseconds: 1_000,
	capMilliseconds: 60_000,
	random: () => 1,
};
const fine = answer({ Results: [] });

/** Sends once with retries; what came of it, how often it was tried and how long it paused. */
async function exchange(request: CippRequest, ...replies: Array<CippAnswer | Error>) {
	const { send, requests } = replying(...replies);
	const clock = fakeClock();
	const result = await withRetries(send, clock, policy)(request).catch((error: Error) => error);
	return { result, tries: requests.length, slept: clock.slept };
}

const unreachable = (neverSent: boolean, mayPass = true) =>
	new CippUnreachable('No answer', '', neverSent, mayPass);

describe('a read is tried again', () => {
	it.each([
		['too many requests', answer('', 429)],
		['no worker that is free', answer({ error: 'Server busy, please retry' }, 503)],
		['a broken gateway', answer('', 502)],
		['a crash of the host without words', answer('', 500)],
		['a crash of the host with a page', answer('<h1>Server Error</h1>', 500)],
		[
			'a crash of the host in its own words',
			answer(
				{
					error: {
						code: 'InternalServerError',
						message: 'An error occurred processing the request',
					},
				},
				500,
			),
		],
	])('after %s', async (_name, reply) => {
		expect(await exchange(read, reply, reply, fine)).toMatchObject({ result: fine, tries: 3 });
	});

	it('also where it is asked for with a body', async () => {
		const list: CippRequest = { method: 'POST', endpoint: 'ListGraphBulkRequest', body: {} };
		expect(await exchange(list, unreachable(false), answer('', 502), fine)).toMatchObject({
			result: fine,
			tries: 3,
		});
	});

	it('when the line breaks, whether or not CIPP saw it', async () => {
		expect(await exchange(read, unreachable(true), unreachable(false), fine)).toMatchObject({
			result: fine,
			tries: 3,
		});
	});
});

describe('a read is not tried again', () => {
	it.each([
		['success', fine],
		['a failure that comes with status 200', answer({ Results: 'Failed to get it' })],
		['a mistake in the request', answer({ Results: 'tenantFilter is required' }, 400)],
		['a token that is refused', answer('', 401)],
		['a refusal', answer('Access to this tenant is not allowed', 403)],
		['an unknown endpoint', answer('Endpoint not found', 404)],
		[
			'the words of an exception',
			answer('You cannot call a method on a null-valued expression.', 500),
		],
		['a host that gave up after ten minutes', answer({ error: 'Request timed out' }, 504)],
		['a feature that is switched off', answer('This feature has been disabled: Baselines', 503)],
		['a CIPP that is not set up', answer({ error: 'Setup required. Open the wizard.' }, 503)],
		[
			'the used-up quota of a day',
			answer({ error: 'egress_quota_exceeded', message: 'Enough for today' }, 429, {
				'retry-after': '40000',
			}),
		],
	])('after %s', async (_name, reply) => {
		expect(await exchange(read, reply, fine)).toEqual({ result: reply, tries: 1, slept: [] });
	});

	it('when there is no answer for a reason that does not pass', async () => {
		expect(await exchange(read, unreachable(true, false), fine)).toMatchObject({
			tries: 1,
			slept: [],
		});
	});

	it('after an error that is not about CIPP', async () => {
		const cancelled = new Error('cancelled');
		expect(await exchange(read, cancelled, fine)).toEqual({
			result: cancelled,
			tries: 1,
			slept: [],
		});
	});
});

describe('a change is sent again only when CIPP did not do it', () => {
	it.each([
		['it was refused with 429', answer('', 429)],
		['no worker was free', answer({ error: 'Server busy, please retry' }, 503)],
		['it never reached CIPP', unreachable(true)],
	])('because %s', async (_name, reply) => {
		expect(await exchange(write, reply, fine)).toMatchObject({ result: fine, tries: 2 });
	});

	it.each([
		['a crash without words', answer('', 500)],
		['a crash of the host', answer({ error: { code: 'InternalServerError', message: 'x' } }, 500)],
		['a broken gateway', answer('', 502)],
		['a gateway that does not say why', answer('Service Unavailable', 503)],
		['a gateway that asks to retry', answer('<h1>We are busy, please retry</h1>', 503)],
		[
			'a gateway that ran out of time',
			answer({ error: 'Request timed out after 600s', code: 'timeout' }, 504),
		],
		[
			'the used-up quota of a day',
			answer({ error: 'egress_quota_exceeded', message: 'Enough for today' }, 429),
		],
		['a line that broke on the way back', unreachable(false)],
	])('and so not after %s', async (_name, reply) => {
		expect(await exchange(write, reply, fine)).toEqual({ result: reply, tries: 1, slept: [] });
	});
});

describe('the pauses', () => {
	it('double, and end after three more tries with the last answer', async () => {
		const busy = answer('', 429);
		expect(await exchange(read, busy)).toEqual({
			result: busy,
			tries: 4,
			slept: [1_000, 2_000, 4_000],
		});
	});

	it('double after a broken line too, and end with its error', async () => {
		const broken = unreachable(false);
		expect(await exchange(read, broken)).toEqual({
			result: broken,
			tries: 4,
			slept: [1_000, 2_000, 4_000],
		});
	});

	it('are between half and all of it, so that clients do not come back together', async () => {
		const clock = fakeClock();
		const { send } = replying(answer('', 429));
		await withRetries(send, clock, { ...policy, random: () => 0 })(read);
		expect(clock.slept).toEqual([500, 1_000, 2_000]);
	});

	it('are as long as CIPP asks for in seconds', async () => {
		const busy = answer('', 429, { 'retry-after': '7' });
		expect((await exchange(write, busy, fine)).slept).toEqual([7_000]);
	});

	it('are as long as CIPP asks for with a date', async () => {
		const busy = answer('', 503, { 'retry-after': 'Mon, 02 Mar 2026 09:00:12 GMT' });
		expect((await exchange(read, busy, fine)).slept).toEqual([12_000]);
	});

	it('are never longer than a minute, whatever CIPP asks for', async () => {
		const busy = answer('', 429, { 'retry-after': '3600' });
		expect((await exchange(read, busy, fine)).slept).toEqual([60_000]);
	});

	it('end at once when the work is cancelled', async () => {
		const { send, requests } = replying(answer('', 429));
		const cancelled = {
			...fakeClock(),
			sleep: async () => await Promise.reject(new Error('cancelled')),
		};
		await expect(withRetries(send, cancelled, policy)(read)).rejects.toThrow('cancelled');
		expect(requests).toHaveLength(1);
	});
});

it.each([
	[undefined, undefined],
	['', undefined],
	['soon', undefined],
	['0', 0],
	['1.5', 1_500],
	['-3', 0],
	['Mon, 02 Mar 2026 08:00:00 GMT', 0],
])('reads Retry-After %j as %j milliseconds', (header, expected) => {
	expect(retryAfter(header, new Date('2026-03-02T09:00:00Z'))).toBe(expected);
});
