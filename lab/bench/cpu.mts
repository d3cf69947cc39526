import type { Variant } from './engine.mts';
import { done } from './job.mts';
import type { LoadTarget } from './load-target.mts';
import { median } from './median.mts';

/** CPU of the process for each item, in milliseconds. */
export interface Cpu {
	items: number;
	/** A programmatic node that does nothing. */
	empty: number;
	/** A node that sends one request for each item with n8n's helper, five at a time, and nothing else. */
	bare: number;
	ours: number;
	/** Ours with Read Together switched on. */
	together: number;
}

/** Median of several runs in one process. */
export async function cpu(target: LoadTarget, built: string, items: number): Promise<Cpu> {
	const of = async (variant: Variant): Promise<number> => {
		const behaviour = { latency: 5, limit: null };
		const base = { variant, built, target: target.url, behaviour };
		const runs = await done({ ...base, work: 'read', items, times: 7 });
		return median(runs.map(({ cpuMilliseconds }) => cpuMilliseconds / items));
	};
	return {
		items,
		empty: await of('empty'),
		bare: await of('bare'),
		ours: await of('ours'),
		together: await of('together'),
	};
}
