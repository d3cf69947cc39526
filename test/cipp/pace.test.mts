import { describe, expect, it } from 'vitest';
import { CippUnreachable } from '../../cipp/failure';
import { paced, requestsAtOnce, usualAtOnce } from '../../cipp/pace/pace';
import { mapBounded } from '../../cipp/bounded';
import type { CippRequest } from '../../cipp/request';
import { patient } from '../../cipp/retry';
import { answer } from './answers.mts';
import { simulatedCipp, SimulatedTime } from './pace-simulation.mts';

const read = (number: number): CippRequest => ({
	method: 'GET',
	endpoint: 'ListUsers',
	query: { number: String(number) },
});
const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
const retries = { ...patient, random: () => 1 };

/** Sends so many reads through one pacer, all handed in at once. */
async function readAll(
	count: number,
	behaviour: Parameters<typeof simulatedCipp>[1] = {},
	atOnce = 5,
) {
	const time = new SimulatedTime();
	const cipp = simulatedCipp(time, behaviour);
	const send = paced(cipp.send, time, { atOnce, retries });
	const answers = await time.until(Promise.all(numbers(count).map((number) => send(read(number)))));
	return { time, cipp, answers, took: time.passed };
}

describe('requests at once', () => {
	it.each([1, 5, 20])('are %i when that is asked for, and never more', async (atOnce) => {
		const { cipp, took } = await readAll(100, {}, atOnce);
		expect(cipp.mostUnderWay).toBe(atOnce);
		expect(took).toBe((100 / atOnce) * 100);
	});

	it.each([
		[undefined, usualAtOnce],
		[0, 1],
		[-4, 1],
		[2.9, 2],
		[21, 20],
		[Infinity, 20],
		[Number.NaN, usualAtOnce],
	])('asked for as %s are %s', (asked, given) => {
		expect(requestsAtOnce(asked)).toBe(given);
	});

	it('go out in the order in which they came', async () => {
		const { cipp } = await readAll(30);
		expect(cipp.arrivals.map(({ request }) => Number(request.query?.number))).toEqual(numbers(30));
	});

	it('give each its own answer, whichever came first', async () => {
		const time = new SimulatedTime();
		const cipp = simulatedCipp(time, {
			latency: (_underWay, arrival) => 500 - arrival * 40,
			reply: (_arrival, request) => answer({ Results: request.query?.number }),
		});
		const send = paced(cipp.send, time);
		const answers = await time.until(
			mapBounded(numbers(10), 10, async (number) => await send(read(number))),
		);
		expect(answers.map(({ body }) => body)).toEqual(
			numbers(10).map((number) => ({ Results: String(number) })),
		);
	});
});

describe('when CIPP asks to slow down, all wait together', () => {
	const refusing = (status: number, headers: Record<string, string>, body: unknown = '') => ({
		reply: (arrival: number) => (arrival < 5 ? answer(body, status, headers) : undefined),
	});
	/** The first arrival after the five that were refused, since their answers came. */
	const pauseOf = ({ cipp }: Awaited<ReturnType<typeof readAll>>) => cipp.arrivals[5].at - 100;

	it.each([
		['429 in seconds', 429, '7', 7_000],
		['429 with a date', 429, 'Mon, 02 Mar 2026 09:00:12 GMT', 11_900],
		['503 in seconds', 503, '3', 3_000],
		['429 for longer than a minute, which is the cap', 429, '3600', 60_000],
	])('%s', async (_name, status, header, pause) => {
		const run = await readAll(20, refusing(status, { 'retry-after': header }));
		expect(pauseOf(run)).toBe(pause);
		expect(run.answers.map((reply) => reply.status)).toEqual(numbers(20).map(() => 200));
	});

	it('for a second when it does not say how long', async () => {
		expect(pauseOf(await readAll(20, refusing(429, {})))).toBe(1_000);
	});

	it('for longer each time while it goes on refusing without saying how long', async () => {
		const time = new SimulatedTime();
		const cipp = simulatedCipp(time, { reply: () => answer('', 429) });
		const send = paced(cipp.send, time, { retries });
		await time.until(send(read(0)));
		expect(cipp.arrivals.map(({ at }) => at)).toEqual([0, 1_100, 3_200, 7_300]);
	});

	it('for a second again once there was a good answer in between', async () => {
		const time = new SimulatedTime();
		const cipp = simulatedCipp(time, {
			reply: (arrival) => (arrival === 0 || arrival === 2 ? answer('', 429) : undefined),
		});
		const send = paced(cipp.send, time, { retries });
		await time.until(send(read(0)).then(async () => await send(read(1))));
		expect(cipp.arrivals.map(({ at }) => at)).toEqual([0, 1_100, 1_200, 2_300]);
	});

	it('and then come back with half as many at once', async () => {
		const { cipp } = await readAll(20, refusing(429, { 'retry-after': '7' }));
		expect(cipp.arrivals.filter(({ at }) => at === 7_100)).toHaveLength(2);
	});

	it('those too that come while the pause lasts', async () => {
		const time = new SimulatedTime();
		const cipp = simulatedCipp(time, {
			reply: (arrival) => (arrival === 0 ? answer('', 429, { 'retry-after': '9' }) : undefined),
		});
		const send = paced(cipp.send, time, { retries });
		const late = time.after(2_000).then(async () => await send(read(1)));
		await time.until(Promise.all([send(read(0)), late]));
		expect(cipp.arrivals.map(({ at }) => at)).toEqual([0, 9_100, 9_100]);
	});

	it.each([
		['the used-up quota of a day', 429, { error: 'egress_quota_exceeded' }],
		['a feature that is switched off', 503, { error: 'This feature has been disabled: Baselines' }],
	])('but not for %s, which does not pass', async (_name, status, body) => {
		const run = await readAll(20, refusing(status, { 'retry-after': '40000' }, body));
		expect(run.took).toBe(400);
		expect(run.answers.map((reply) => reply.status)).toEqual(
			numbers(20).map((number) => (number < 5 ? status : 200)),
		);
	});

	it('repeats no write that may have been done', async () => {
		const time = new SimulatedTime();
		const cipp = simulatedCipp(time, { reply: () => answer('Service Unavailable', 503) });
		const send = paced(cipp.send, time, { retries });
		await time.until(send({ method: 'POST', endpoint: 'AddUser', body: {} }));
		expect(cipp.arrivals).toHaveLength(1);
	});
});

it('halves what goes at once after broken lines, without a pause for all', async () => {
	const broken = new CippUnreachable('The line broke', '', false);
	const { cipp, answers } = await readAll(20, {
		reply: (arrival) => (arrival < 5 ? broken : undefined),
	});
	expect(cipp.arrivals.filter(({ at }) => at === 100)).toHaveLength(2);
	expect(answers).toHaveLength(20);
});

describe('under a limit of 100 requests in 10 seconds', () => {
	const limit = { requests: 100, milliseconds: 10_000 };

	it.each([
		['which begins with the run', 20, 0],
		['which began before', 20, 3_700],
		['with a slower CIPP', 200, 0],
	])('1,000 items take at most 1.10 times its own time (%s)', async (_name, latency, startsAt) => {
		const { answers, took, cipp } = await readAll(1_000, {
			latency,
			limit: { ...limit, startsAt },
		});
		expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
		expect(took).toBeLessThanOrEqual(90_000 * 1.1);
		expect(cipp.refusals).toBeLessThanOrEqual(20);
	});

	it('learns it: the second window ends without a refusal', async () => {
		const { cipp } = await readAll(250, { latency: 20, limit });
		const refused = cipp.arrivals.filter(({ status }) => status === 429).map(({ at }) => at);
		expect(refused.length).toBeGreaterThan(0);
		expect(refused.filter((at) => at > 10_000)).toEqual([]);
	});

	it('looks again later whether it is still there, and then goes at full speed', async () => {
		const time = new SimulatedTime();
		const limited = simulatedCipp(time, { latency: 20, limit });
		const free = simulatedCipp(time, { latency: 20 });
		const send = paced(
			async (request) => await (time.passed < 15_000 ? limited : free).send(request),
			time,
			{ retries },
		);
		const all = Promise.all(numbers(2_000).map((number) => send(read(number))));
		await time.until(all);
		// Seven windows of a hundred at most; what is left takes 20 ms for each five.
		expect(time.passed).toBeLessThan(80_000 + (1_300 / 5) * 20);
	});
});

describe('cancelling', () => {
	it('sends nothing more during a pause, and ends at once', async () => {
		const time = new SimulatedTime();
		const cipp = simulatedCipp(time, { reply: () => answer('', 429, { 'retry-after': '30' }) });
		const send = paced(cipp.send, time, { retries });
		const all = Promise.allSettled(numbers(20).map((number) => send(read(number))));
		await time.until(time.after(5_000));
		time.cancel();
		const results = await time.until(all);
		expect(results.map(({ status }) => status)).toEqual(numbers(20).map(() => 'rejected'));
		expect(cipp.arrivals).toHaveLength(5);
		expect(time.passed).toBe(5_000);
	});

	it('sends nothing more when the requests under way break off', async () => {
		const time = new SimulatedTime();
		const cipp = simulatedCipp(time, { latency: 1_000 });
		const send = paced(cipp.send, time, { retries });
		const all = Promise.allSettled(numbers(20).map((number) => send(read(number))));
		await time.until(time.after(500));
		time.cancel();
		const results = await time.until(all);
		expect(results.map(({ status }) => status)).toEqual(numbers(20).map(() => 'rejected'));
		expect(cipp.arrivals).toHaveLength(5);
		await expect(send(read(21))).rejects.toThrow('cancelled');
	});

	it('is not what any other error means', async () => {
		const time = new SimulatedTime();
		const cipp = simulatedCipp(time, {
			reply: (arrival) => (arrival === 2 ? new Error('no such credential') : undefined),
		});
		const send = paced(cipp.send, time, { retries });
		const all = Promise.allSettled(numbers(20).map((number) => send(read(number))));
		const results = await time.until(all);
		expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
		expect(cipp.arrivals).toHaveLength(20);
	});
});
