import { sleep } from 'n8n-workflow';

/** n8n's own time-out ends a silence; an answer that trickles in would be waited for without end. */
export async function within<T>(milliseconds: number, asking: Promise<T>): Promise<T> {
	const settled = new AbortController();
	const limit = sleep(Math.min(milliseconds, longestTimer), settled.signal).then(
		async () => await Promise.reject<T>(new Error(`timeout of ${milliseconds}ms exceeded`)),
	);
	// Ended with the answer, it has nothing more to say.
	limit.catch(() => undefined);
	return await Promise.race([asking, limit]).finally(() => settled.abort());
}

/** A timer that is set for longer goes off at once. */
const longestTimer = 2_147_483_647;
