import { isObject } from './body';
import type { CippAnswer, CippRequest, Clock, Send } from './request';
import { loadingText, readRows } from './rows';

/** CIPP collects data of all tenants in the background; a large partner takes minutes. */
const limit = 15 * 60_000;
const pause = 5_000;

/**
 * Sends a request, and waits for the data where CIPP answers with a placeholder.
 *
 * While CIPP's job runs, the list already shows the tenants that are done and looks complete, so the
 * job itself is watched where its number is given (contract 3.1).
 *
 * @returns the answer; still a placeholder when the limit of 15 minutes is reached
 */
export async function whenLoaded(
	send: Send,
	clock: Clock,
	request: CippRequest,
): Promise<CippAnswer> {
	const end = clock.now().getTime() + limit;
	for (;;) {
		const answer = await send(request);
		if (
			request.method !== 'GET' ||
			answer.status >= 300 ||
			loadingText(answer.body) === undefined
		) {
			return answer;
		}
		const queue = queueOf(answer.body);
		do {
			if (clock.now().getTime() + pause > end) return answer;
			await clock.sleep(pause);
		} while (queue !== null && (await isRunning(send, queue)));
	}
}

function queueOf(body: unknown): string | null {
	if (!isObject(body) || !isObject(body.Metadata)) return null;
	const { QueueId } = body.Metadata;
	return typeof QueueId === 'string' && QueueId !== '' ? QueueId : null;
}

async function isRunning(send: Send, queue: string): Promise<boolean> {
	const [row] = await readRows(send, {
		method: 'GET',
		endpoint: 'ListCippQueue',
		query: { QueueId: queue },
		fresh: true,
	});
	return row !== undefined && /^(queued|running)$/i.test(String(row.Status));
}
