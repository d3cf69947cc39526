import type { Variant } from './engine.mts';
import { done } from './job.mts';
import type { Behaviour, LoadTarget } from './load-target.mts';

/** What one execution took, and what CIPP got to see of it. */
export interface Speed {
	variant: Variant;
	items: number;
	latency: number;
	milliseconds: number;
	/** Calculated from fewer items, because it would take too long. */
	estimated: boolean;
	ideal: number;
	ratio: number;
	requests: number;
	mostInFlight: number;
	tokens: number;
	refusals: number;
	failed: number;
	/** Beyond what the limit itself takes; 0 without a limit. */
	lostMilliseconds: number;
}

export interface SpeedPlan {
	items: number[];
	latencies: number[];
	/** The nodes to compare with are run with at most so many items where their time grows with their number. */
	most: Partial<Record<Variant, number>>;
	limited: { items: number; latency: number; limit: NonNullable<Behaviour['limit']> };
}

/** As many as ours has under way. */
const atOnce = 5;
export const variants: Variant[] = ['sequential', 'unbounded', 'kept', 'bare', 'ours', 'together'];

export async function* speeds(
	target: LoadTarget,
	built: string,
	{ items, latencies, most, limited }: SpeedPlan,
): AsyncGenerator<Speed> {
	const run = async (variant: Variant, count: number, behaviour: Behaviour): Promise<Speed> => {
		const measured = behaviour.limit ? count : Math.min(count, most[variant] ?? count);
		const job = { variant, built, target: target.url, work: 'read' as const, behaviour };
		const [result] = await done({ ...job, items: measured });
		const milliseconds = (result.milliseconds * count) / measured;
		const { requests, mostInFlight, tokens, refusals } = await target.counts();
		const ideal = idealMilliseconds(count, behaviour);
		return {
			variant,
			items: count,
			latency: behaviour.latency,
			milliseconds,
			estimated: measured < count,
			ideal,
			ratio: milliseconds / ideal,
			requests,
			mostInFlight,
			tokens,
			refusals,
			failed: result.failed,
			lostMilliseconds: behaviour.limit ? Math.max(0, milliseconds - ideal) : 0,
		};
	};
	for (const latency of latencies) {
		for (const count of items) {
			for (const variant of variants) yield await run(variant, count, { latency, limit: null });
		}
	}
	const { limit, latency } = limited;
	for (const variant of variants) yield await run(variant, limited.items, { latency, limit });
}

/**
 * What a polite client needs at least: one request for each item and one for the list of tenants, five at a
 * time, or as the limit lets them pass.
 */
function idealMilliseconds(items: number, { latency, limit }: Behaviour): number {
	if (!limit) return (items * latency) / atOnce;
	const windows = Math.floor(items / limit.requests);
	const inTheLast = (items + 1) % limit.requests;
	return windows * limit.milliseconds + (inTheLast * latency) / atOnce;
}
