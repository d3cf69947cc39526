import { expect, it } from 'vitest';
import { RequestWindow, type Window } from '../../cipp/pace/window';

function sent(window: RequestWindow, times: number, at: number): Window {
	let counted!: Window;
	for (let time = 0; time < times; time += 1) counted = window.sent(at);
	return counted;
}

it('waits for the end of the window once as many have been sent as passed before', () => {
	const window = new RequestWindow();
	const first = sent(window, 4, 0);
	window.answered(first, 100);
	window.refused(first, 0, 10_000);
	expect(window.opens()).toBe(0);
	const second = sent(window, 2, 10_100);
	expect(window.opens()).toBe(0);
	sent(window, 1, 10_200);
	// CIPP may have begun to count as late as it answered, or a quarter of a second later.
	expect(window.opens()).toBe(10_100 + 250 + 10_000 + 20);
	window.answered(second, 80);
	expect(window.opens()).toBe(10_100 + 80 + 10_000 + 20);
});

it('takes a second that Retry-After was rounded up by for what it is', () => {
	const window = new RequestWindow();
	const first = sent(window, 4, 0);
	window.answered(first, 0);
	window.refused(first, 700, 10_000);
	sent(window, 3, 11_000);
	expect(window.opens()).toBe(11_000 + 250 + 10_000 + 20);
});

it('waits longer the next time when nothing passed after a window', () => {
	const window = new RequestWindow();
	const first = sent(window, 4, 0);
	window.refused(first, 0, 5_000);
	window.answered(sent(window, 3, 6_000), 0);
	const early = sent(window, 1, 12_000);
	window.refused(early, 12_000, 2_000);
	window.answered(sent(window, 3, 14_000), 0);
	expect(window.opens()).toBe(14_000 + 5_000 + 2_000 + 20);
});

it('learns nothing from a refusal after minutes of good answers', () => {
	const window = new RequestWindow();
	sent(window, 1, 0);
	const counted = sent(window, 1, 120_000);
	window.refused(counted, 120_000, 1_000);
	sent(window, 50, 121_000);
	expect(window.opens()).toBe(0);
});
