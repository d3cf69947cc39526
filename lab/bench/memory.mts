import { attempt } from '../../cipp/attempt';
import { done } from './job.mts';
import type { LoadTarget } from './load-target.mts';
import type { Job } from './one-run.mts';

/** How much heap a job needs. */
export interface Memory {
	work: string;
	/** JSON of all items that go in and come out. */
	megabytes: number;
	/** The smallest of the tried heaps in which it came to its end, in times of its JSON; null: in none. */
	times: number | null;
}

const tried = [1.5, 2, 2.5, 3, 4, 6];
const megabyte = 1024 * 1024;

/** Runs the job in a larger and larger heap, until it is large enough. */
export async function memory(
	target: LoadTarget,
	built: string,
	{ rows, writes }: { rows: number; writes: number },
): Promise<Memory[]> {
	const base = { variant: 'ours' as const, built, target: target.url };
	await target.behave({ latency: 0, limit: null });
	const loaded = await smallestHeap({ ...base, work: 'list', items: 1 });
	const needed = async (what: string, job: Job): Promise<Memory> => {
		const [{ bytes }] = await done(job);
		const megabytes = bytes / megabyte;
		for (const times of tried) {
			const heap = Math.round(loaded + times * megabytes);
			if (await fits(job, heap)) return { work: what, megabytes, times };
		}
		return { work: what, megabytes, times: null };
	};
	return [
		await needed(`${rows} rows through Get Many`, { ...base, work: 'list', items: rows }),
		await needed(`${writes} items through a write`, {
			...base,
			work: 'write',
			items: writes,
			padding: 2_000,
		}),
	];
}

/** Megabytes in which n8n's engine and the node can be loaded and run at all. */
async function smallestHeap(job: Job): Promise<number> {
	for (let heap = 50; ; heap += 5) if (await fits(job, heap)) return heap;
}

async function fits(job: Job, heap: number): Promise<boolean> {
	const { error } = await attempt(done(job, [`--max-old-space-size=${heap}`]));
	return error === undefined;
}
