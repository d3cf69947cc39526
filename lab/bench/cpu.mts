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
}

/** Median of several runs in one process, after one to warm up. */
export async function cpu(target: LoadTarget, built: string, items: number): Promise<Cpu> {
	const of = async (variant: Variant): Promise<number> => {
		await target.behave({ latency: 5, limit: null });
		const job = { variant, built, target: target.url, work: 'read' as const, items, times: 6 };
		const [, ...warm] = await done(job);
		return median(warm.map(({ cpuMilliseconds }) => cpuMilliseconds / items));
	};
	return { items, empty: await of('empty'), bare: await of('bare'), ours: await of('ours') };
}
