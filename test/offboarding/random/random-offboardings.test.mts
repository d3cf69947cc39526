import { expect, it } from 'vitest';
import { kinds } from './lies.mts';
import { playMany } from './random-offboardings.mts';

it('lies in more than fifteen ways', () => {
	expect(new Set(kinds).size).toBeGreaterThan(15);
});

it('random offboardings under random lies: none is done and not so, nobody is lost, nobody else is touched', async () => {
	await playMany(25, 13);
}, 120_000);
