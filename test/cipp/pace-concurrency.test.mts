import { beforeEach, describe, expect, it } from 'vitest';
import { Concurrency } from '../../cipp/pace/concurrency';

let concurrency: Concurrency;
let now: number;

beforeEach(() => {
	concurrency = new Concurrency(8);
	now = 0;
});

function answered(times: number, latency: number): void {
	for (let time = 0; time < times; time += 1) {
		now += latency;
		concurrency.answered('ListUsers', now - latency, now);
	}
}

function refused(sent = now): void {
	now += 100;
	concurrency.refused(sent, now);
}

describe('after a refusal', () => {
	it('half as many requests go at once, down to one', () => {
		const seen = [concurrency.atOnce];
		for (let time = 0; time < 5; time += 1) {
			refused();
			seen.push(concurrency.atOnce);
		}
		expect(seen).toEqual([8, 4, 2, 1, 1, 1]);
	});

	it('of several that were under way together, only the first counts', () => {
		for (let time = 0; time < 5; time += 1) refused(0);
		expect(concurrency.atOnce).toBe(4);
	});

	it('one more goes with each round of good answers, up to what was asked for', () => {
		refused();
		const seen = [];
		for (let time = 0; time < 10; time += 1) {
			answered(concurrency.atOnce + 1, 100);
			seen.push(concurrency.atOnce);
		}
		expect(seen.slice(0, 4)).toEqual([5, 6, 7, 8]);
		expect(seen.at(-1)).toBe(8);
	});
});

describe('when answers take longer', () => {
	it('fewer go at once', () => {
		answered(20, 200);
		expect(concurrency.atOnce).toBe(8);
		answered(10, 1_500);
		expect(concurrency.atOnce).toBeLessThanOrEqual(4);
	});

	it('all go again when CIPP is as quick as before', () => {
		answered(20, 200);
		answered(10, 1_500);
		answered(60, 200);
		expect(concurrency.atOnce).toBe(8);
	});

	it('all go again when it stays like that', () => {
		answered(20, 200);
		answered(1_000, 600);
		expect(concurrency.atOnce).toBe(8);
	});

	it('it is no matter when the difference is small', () => {
		answered(20, 20);
		answered(50, 200);
		expect(concurrency.atOnce).toBe(8);
	});

	it('it is no matter when it is another endpoint that is slow by nature', () => {
		answered(20, 50);
		for (let time = 0; time < 20; time += 1) {
			now += 3_000;
			concurrency.answered('ListTenants', now - 3_000, now);
		}
		expect(concurrency.atOnce).toBe(8);
	});
});
