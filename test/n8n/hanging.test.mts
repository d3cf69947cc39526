import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { executionClock } from '../../n8n/clock';
import { within } from '../../n8n/transport/within';

afterEach(() => {
	vi.useRealTimers();
});

describe('an answer that trickles in', () => {
	it('is given up when its time is over, though each byte comes in time', async () => {
		const server = createServer((_request, response) => {
			response.writeHead(200);
			const dripping = setInterval(() => response.write(' '), 20);
			response.on('close', () => {
				clearInterval(dripping);
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const asking = fetch(`http://127.0.0.1:${port}`).then(async (answer) => await answer.text());
		asking.catch(() => undefined);

		await expect(within(200, asking)).rejects.toThrow('timeout of 200ms exceeded');

		server.closeAllConnections();
		server.close();
	});

	it('that is whole in time is taken, and no timer is left', async () => {
		vi.useFakeTimers();
		expect(await within(1_000, Promise.resolve('whole'))).toBe('whole');
		expect(vi.getTimerCount()).toBe(0);
	});

	it('that fails in time fails as it does', async () => {
		await expect(within(1_000, Promise.reject(new Error('broken')))).rejects.toThrow('broken');
	});
});

describe('a sleep of months', () => {
	it('is cut into pieces that a timer can hold, and ends when its time is over', async () => {
		vi.useFakeTimers();
		const days = 86_400_000;
		const clock = executionClock({ cancelSignal: () => undefined });
		let isOver = false;
		const sleeping = clock.sleep(30 * days).then(() => {
			isOver = true;
		});
		await vi.advanceTimersByTimeAsync(29 * days);
		expect(isOver).toBe(false);
		await vi.advanceTimersByTimeAsync(1 * days);
		await sleeping;
		expect(isOver).toBe(true);
	});
});
