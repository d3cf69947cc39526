import { beforeEach, describe, expect, it } from 'vitest';
import type { Leaver } from '../../offboarding/run/leaver';
import { prepareStart, type StartWish } from '../../offboarding/run/prepare';
import { startAll } from '../../offboarding/run/start';
import { changesIn, connect, megan, type Connection } from './sandbox-send.mts';
import { anyNumber } from './started.mts';

let cipp: Connection;

beforeEach(async () => {
	cipp = await connect();
});

async function start(wish: Partial<StartWish> = {}): Promise<Leaver> {
	const ready = await prepareStart(
		{
			item: 0,
			tenant: cipp.tenant(),
			users: [megan],
			options: { HideFromGAL: true },
			reference: '',
			when: { kind: 'now' },
			...wish,
		},
		cipp.send,
		cipp.clock,
	);
	const [leaver] = await startAll(ready, anyNumber, cipp.send, cipp.clock);
	return leaver;
}

const hours = (number: number): void => {
	cipp.sandbox.clock.advance(number * 3_600_000);
};

describe('the same order again', () => {
	it.each([
		['at once, while the first runs', 0, '', 1],
		['23 hours after the first has ended', 23, '', 1],
		['25 hours after the first has ended', 25, '', 2],
		['a year later under a reference that someone gave', 8_760, 'TICKET-1', 1],
	])('%s', async (_when, passed, reference, submissions) => {
		await start({ reference });
		if (passed > 0) hours(1);
		hours(passed);
		const again = await start({ reference });

		expect(changesIn(cipp.sent)).toHaveLength(submissions);
		expect(again.startedBefore === undefined).toBe(submissions === 2);
	});

	it('with other steps is another one', async () => {
		await start();
		hours(1);
		await start({ options: { HideFromGAL: true, RevokeSessions: true } });

		expect(changesIn(cipp.sent)).toHaveLength(2);
	});
});
