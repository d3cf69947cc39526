import { expect, it } from 'vitest';
import type { CippAnswer, CippRequest } from '../../cipp/request';
import { SharedReads } from '../../cipp/shared-reads';
import { answer } from './answers.mts';
import { simulatedCipp, SimulatedTime } from './pace-simulation.mts';

const list = (name: string): CippRequest => ({
	method: 'GET',
	endpoint: 'ListUsers',
	query: { tenantFilter: name },
});
const change: CippRequest = { method: 'POST', endpoint: 'EditUser', body: {} };

function sharing(reply?: (arrival: number, request: CippRequest) => CippAnswer | undefined) {
	const time = new SimulatedTime();
	const cipp = simulatedCipp(time, { reply });
	return { time, cipp, reads: new SharedReads(cipp.send, time) };
}
const rows = (count: number) => answer(Array.from({ length: count }, (_, id) => ({ id })));

it('asks once for what is asked in any order of its fields', async () => {
	const { time, cipp, reads } = sharing();
	const one = { ...list('a'), query: { tenantFilter: 'a', UserID: 'u' } };
	const other = { ...list('a'), query: { UserID: 'u', tenantFilter: 'a' } };

	await time.until(Promise.all([reads.answerTo(one, 'read'), reads.answerTo(other, 'read')]));

	expect(cipp.arrivals).toHaveLength(1);
});

it('asks again after a minute', async () => {
	const { time, cipp, reads } = sharing();

	for (const pause of [0, 59_000, 2_000]) {
		await time.until(time.sleep(pause));
		await time.until(reads.answerTo(list('a'), 'read'));
	}

	expect(cipp.arrivals).toHaveLength(2);
});

it('does not hand on what was asked before a change ended', async () => {
	const time = new SimulatedTime();
	const cipp = simulatedCipp(time, {
		latency: (_underWay, arrival) => (arrival === 1 ? 50 : 200),
		reply: (arrival) => answer([{ arrival }]),
	});
	const reads = new SharedReads(cipp.send, time);
	const before = reads.answerTo(list('a'), 'read');
	const changing = reads.answerTo(change, 'change');
	const meanwhile = reads.answerTo(list('a'), 'read');
	await time.until(changing);
	const after = reads.answerTo(list('a'), 'read');
	await time.until(Promise.all([before, meanwhile]));
	const later = await time.until(reads.answerTo(list('a'), 'read'));

	expect((await after).body).toEqual([{ arrival: 3 }]);
	expect(later.body).toEqual([{ arrival: 3 }]);
});

it('looks past what it knows where a fresh look is asked for', async () => {
	const { time, cipp, reads } = sharing();

	await time.until(reads.answerTo(list('a'), 'read'));
	await time.until(reads.answerTo({ ...list('a'), fresh: true }, 'read'));

	expect(cipp.arrivals).toHaveLength(2);
});

it('keeps the latest five thousand rows and no more', async () => {
	const { time, cipp, reads } = sharing(() => rows(2_000));

	for (const name of ['a', 'b', 'c', 'c', 'b', 'a']) {
		await time.until(reads.answerTo(list(name), 'read'));
	}

	expect(cipp.arrivals.map(({ request }) => request.query?.tenantFilter)).toEqual([
		'a',
		'b',
		'c',
		'a',
	]);
});

it('keeps no list that is longer than that, and shares it with those who wait for it', async () => {
	const { time, cipp, reads } = sharing((arrival) => rows(arrival === 0 ? 1 : 6_000));

	await time.until(reads.answerTo(list('short'), 'read'));
	await time.until(
		Promise.all([reads.answerTo(list('long'), 'read'), reads.answerTo(list('long'), 'read')]),
	);
	expect(cipp.arrivals).toHaveLength(2);

	await time.until(reads.answerTo(list('short'), 'read'));
	await time.until(reads.answerTo(list('long'), 'read'));
	expect(cipp.arrivals).toHaveLength(3);
});
