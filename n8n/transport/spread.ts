import type { Clock, Send } from '../../cipp/request';

/** Twice what n8n's request helper takes to work on a request: enough to keep them apart. */
const longestGapMilliseconds = 4;
/** Less is not worth a timer. */
const shortestGapMilliseconds = 2;

/**
 * Wraps n8n's `send` so that requests do not begin at the same moment.
 *
 * n8n opens a connection for each request. Requests that begin together wait for each other's connections
 * and answers, and so come back together and begin together again, all the time: every round takes as much
 * longer as all of them take to work on. A few milliseconds between them break that up. Where answers come
 * so fast that gaps would hold them up, there are none.
 */
export function spread(send: Send, clock: Clock, atOnce: number): Send {
	let next = 0;
	let usual = 0;
	const time = (): number => clock.now().getTime();
	return async (request) => {
		const now = time();
		const begin = Math.max(now, next);
		next = begin + gap(usual, atOnce);
		if (begin > now) await clock.sleep(begin - now);
		const sent = time();
		const answer = await send(request);
		usual += (time() - sent - usual) / 10;
		return answer;
	};
}

/** At most as long as it takes to spread all that go at once evenly over the time of an answer. */
function gap(usual: number, atOnce: number): number {
	const milliseconds = Math.min(longestGapMilliseconds, Math.floor(usual / atOnce));
	return milliseconds < shortestGapMilliseconds ? 0 : milliseconds;
}
