import { describe, expect, it } from 'vitest';
import { mapInLanes } from '../../cipp/pace/lanes';
import { SimulatedTime } from './pace-simulation.mts';

const laneOf = (entry: string) => (entry.startsWith('-') ? undefined : entry[0]);

/** Works a second on every entry; when each began. */
async function starts(entries: string[], limit: number): Promise<Record<string, number>> {
	const time = new SimulatedTime();
	const begun: Record<string, number> = {};
	const results = await time.until(
		mapInLanes(entries, limit, laneOf, async (entry, index) => {
			begun[entry] = time.passed / 1_000;
			await time.after(1_000);
			return `${index}:${entry}`;
		}),
	);
	expect(results).toEqual(entries.map((entry, index) => `${index}:${entry}`));
	return begun;
}

describe('entries of one lane', () => {
	it('follow each other, and do not hold up other lanes', async () => {
		expect(await starts(['a1', 'a2', 'a3', 'b1', 'b2', 'c1'], 3)).toEqual({
			a1: 0,
			b1: 0,
			c1: 0,
			a2: 1,
			b2: 1,
			a3: 2,
		});
	});

	it('wait for each other even when there are more workers than lanes', async () => {
		expect(await starts(['a1', 'a2', 'a3'], 5)).toEqual({ a1: 0, a2: 1, a3: 2 });
	});
});

it('lanes take turns when there are too few workers', async () => {
	expect(await starts(['a1', 'a2', 'b1', 'b2'], 1)).toEqual({ a1: 0, b1: 1, a2: 2, b2: 3 });
});

it('entries without a lane go in their order, a few at a time', async () => {
	expect(await starts(['-1', '-2', '-3', '-4', '-5'], 2)).toEqual({
		'-1': 0,
		'-2': 0,
		'-3': 1,
		'-4': 1,
		'-5': 2,
	});
});

it('begins nothing new after a failure, but ends what it has begun', async () => {
	const time = new SimulatedTime();
	const ended: string[] = [];
	const work = mapInLanes(['a1', 'b1', 'a2', 'b2', '-1'], 2, laneOf, async (entry) => {
		await time.after(entry === 'a1' ? 100 : 200);
		if (entry === 'a1') throw new Error('a1 failed');
		ended.push(entry);
	});
	await expect(time.until(work)).rejects.toThrow('a1 failed');
	expect(ended).toEqual(['b1']);
});

it('is done at once with nothing to do', async () => {
	expect(await mapInLanes([], 3, laneOf, async () => 1)).toEqual([]);
});
