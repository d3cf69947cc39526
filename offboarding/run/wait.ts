import type { Clock, Send } from '../../cipp/request';
import { giveUp, isFinished, look, type FollowOptions } from './follow';
import type { Leaver } from './leaver';
import { scheduledFor } from '../order/order';

export interface WaitOptions extends FollowOptions {
	/** How long after its start an offboarding may take that says nothing else. */
	limitMilliseconds: number;
	/** Fixed pause between looks; null for short pauses that grow. */
	intervalMilliseconds: number | null;
}

/** Pauses between looks, the last one repeats. */
const pauses = [1_000, 2_000, 3_000, 5_000, 8_000, 10_000];

/** CIPP starts scheduled tasks on the quarter hour; a little later there is something to see. */
const startMargin = 20_000;

/**
 * Looks until everyone is finished or the time for waiting in place is used up.
 *
 * @param patienceMilliseconds how long this process may be held
 * @returns true when everyone is finished
 */
export async function waitInPlace(
	leavers: Leaver[],
	send: Send,
	clock: Clock,
	options: WaitOptions,
	patienceMilliseconds: number,
): Promise<boolean> {
	const end = clock.now().getTime() + patienceMilliseconds;
	for (let looks = 0; ; looks += 1) {
		await look(leavers, send, clock, options);
		await giveUp(
			leavers.filter((leaver) => isOverdue(leaver, clock.now(), options)),
			send,
			clock,
		);
		if (leavers.every(isFinished)) return true;
		const pause = pauseBeforeLook(leavers, clock.now(), options, looks);
		if (clock.now().getTime() + pause > end) return false;
		await clock.sleep(pause);
	}
}

/** How long nothing can be expected to change: until a scheduled start, else a short while. */
export function pauseBeforeLook(
	leavers: Leaver[],
	now: Date,
	options: WaitOptions,
	looks: number,
): number {
	const soon = options.intervalMilliseconds ?? pauses[Math.min(looks, pauses.length - 1)];
	const waits = leavers
		.filter((leaver) => !isFinished(leaver))
		.map((leaver) => {
			const start = scheduledFor(leaver.options)?.getTime() ?? 0;
			const untilStart = start - now.getTime();
			return untilStart > 0 ? untilStart + (options.intervalMilliseconds ?? startMargin) : 0;
		});
	return Math.max(soon, Math.min(...waits));
}

function isOverdue(leaver: Leaver, now: Date, options: WaitOptions): boolean {
	const begun = scheduledFor(leaver.options)?.getTime() ?? Date.parse(leaver.submitted);
	return now.getTime() > begun + (leaver.limitMilliseconds ?? options.limitMilliseconds);
}
