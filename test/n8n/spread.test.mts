import { expect, it } from 'vitest';
import { mapBounded } from '../../cipp/bounded';
import type { CippRequest } from '../../cipp/request';
import { spread } from '../../n8n/transport/spread';
import { simulatedCipp, SimulatedTime } from '../cipp/pace-simulation.mts';

const read: CippRequest = { method: 'GET', endpoint: 'ListUsers' };

async function gapsAt(latency: number, requests = 100, atOnce = 5) {
	const time = new SimulatedTime();
	const cipp = simulatedCipp(time, { latency });
	const send = spread(cipp.send, time, atOnce);
	const all = Array.from({ length: requests }, () => read);
	await time.until(mapBounded(all, atOnce, async (request) => await send(request)));
	const late = cipp.arrivals.slice(-20).map(({ at }) => at);
	return { took: time.passed, gaps: late.slice(1).map((at, index) => at - late[index]) };
}

it('lets no two requests begin at the same moment', async () => {
	const { gaps } = await gapsAt(25);
	expect(Math.min(...gaps)).toBeGreaterThanOrEqual(4);
});

it.each([25, 100])('costs no more than its first gaps at %i ms', async (latency) => {
	const { took } = await gapsAt(latency);
	expect(took).toBeLessThanOrEqual((100 / 5) * latency + 4 * 5 * 4);
});

it('leaves no gaps where answers come faster than gaps would allow', async () => {
	const { took } = await gapsAt(5);
	expect(took).toBe((100 / 5) * 5);
});

it('does not send what waits for its gap when the run is cancelled', async () => {
	const time = new SimulatedTime();
	const cipp = simulatedCipp(time, { latency: 100 });
	const send = spread(cipp.send, time, 5);
	for (let warm = 0; warm < 10; warm += 1) await time.until(send(read));

	const [first, second] = [send(read), send(read)];
	time.cancel();

	await expect(second).rejects.toThrow('cancelled');
	expect(cipp.arrivals).toHaveLength(11);
	first.catch(() => {});
});
