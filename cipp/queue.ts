import { isObject } from './body';
import type { CippAnswer, CippRequest, Clock, Send } from './request';
import { loadingText, readRows } from './rows';

/** CIPP collects data of all tenants in the background; a large partner takes minutes. */
const limit = 15 * 60_000;
const pause = 5_000;

/** Between looks at a list that names no job: each look may start the collection over all tenants anew. */
const pausesWithoutJob = [60_000, 180_000, 600_000];

/** Jobs that are followed when CIPP does not tell how one of them ended; each was a collection of its own. */
const mostJobs = 3;

/**
 * Sends a request, and waits for the data where CIPP answers with a placeholder.
 *
 * While CIPP's job runs, the list already shows the tenants that are done and looks complete, so the
 * job itself is watched where its number is given (docs/cipp.md, Lists of all tenants). A list with nothing in it to keep starts
 * another job at each look: once the first is completed, that is what an empty list looks like.
 *
 * @returns the answer; still a placeholder when the limit of 15 minutes is reached
 */
export async function whenLoaded(
	send: Send,
	clock: Clock,
	request: CippRequest,
): Promise<CippAnswer> {
	const end = clock.now().getTime() + limit;
	const jobs = new Set<string>();
	let looks = 0;
	let ended = '';
	for (;;) {
		const answer = await send(request);
		if (!isPlaceholder(request, answer)) return answer;
		const job = jobOf(answer.body);
		if (job !== null && /^completed/i.test(ended) && !jobs.has(job)) return nothingIn(answer);
		if (job !== null && jobs.add(job).size > mostJobs) return answer;
		const wait = job === null ? (pausesWithoutJob[looks++] ?? limit) : pause;
		if (clock.now().getTime() + wait > end) return answer;
		await clock.sleep(wait);
		if (job !== null) ended = await endOf(job, send, clock, end);
		if (ended === 'Running') return answer;
	}
}

/** The status in which a job ends; `Running` when it has not by then, empty when CIPP does not list it. */
async function endOf(job: string, send: Send, clock: Clock, end: number): Promise<string> {
	for (;;) {
		const status = await statusOf(send, job);
		if (!/^(queued|running)$/i.test(status)) return status;
		if (clock.now().getTime() + pause > end) return 'Running';
		await clock.sleep(pause);
	}
}

const isPlaceholder = (request: CippRequest, { status, body }: CippAnswer): boolean =>
	request.method === 'GET' && status < 300 && loadingText(body) !== undefined;

/** The same answer without the word that it is still loading. */
const nothingIn = (answer: CippAnswer): CippAnswer => ({ ...answer, body: { Results: [] } });

function jobOf(body: unknown): string | null {
	if (!isObject(body) || !isObject(body.Metadata)) return null;
	const { QueueId } = body.Metadata;
	return typeof QueueId === 'string' && QueueId !== '' ? QueueId : null;
}

/** Empty for a job that CIPP does not list. */
async function statusOf(send: Send, job: string): Promise<string> {
	const [row] = await readRows(send, {
		method: 'GET',
		endpoint: 'ListCippQueue',
		query: { QueueId: job },
		fresh: true,
	});
	return String(row?.Status ?? '');
}
