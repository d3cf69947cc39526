import { it } from 'vitest';
import { playMany } from './random-offboardings.mts';

/** Two thousand in all, each block with a seed of its own. */
const blocks = Array.from({ length: 20 }, (_none, index) => 1_000 + index);

it.each(blocks)(
	'a hundred random offboardings under random lies (seed %i) deceive nobody',
	async (seed) => {
		await playMany(100, seed);
	},
	600_000,
);
