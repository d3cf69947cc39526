import { describe, expect, it } from 'vitest';
import { mapBounded } from '../../cipp/bounded';

describe('work on many entries', () => {
	it('keeps the order and never does more at once than allowed', async () => {
		let open = 0;
		let most = 0;
		const results = await mapBounded([5, 4, 3, 2, 1], 2, async (entry, index) => {
			open += 1;
			most = Math.max(most, open);
			for (let turn = 0; turn < entry; turn += 1) await Promise.resolve();
			open -= 1;
			return `${index}:${entry}`;
		});
		expect(results).toEqual(['0:5', '1:4', '2:3', '3:2', '4:1']);
		expect(most).toBe(2);
	});

	it('begins nothing new after a failure, but ends what it has begun', async () => {
		const ended: number[] = [];
		const work = mapBounded([0, 1, 2, 3, 4], 2, async (entry) => {
			await Promise.resolve();
			if (entry === 0) throw new Error('entry 0');
			await Promise.resolve();
			ended.push(entry);
		});
		await expect(work).rejects.toThrow('entry 0');
		expect(ended).toEqual([1]);
	});

	it('is done at once with nothing to do', async () => {
		expect(await mapBounded([], 3, async () => 1)).toEqual([]);
	});
});
