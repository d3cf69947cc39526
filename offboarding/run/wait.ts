import type { Clock, Send } from '../../cipp/request';
import { giveUp, isFinished, isWaitingForItsTime, look, type FollowOptions } from './follow';
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

/** A task can be run before its time, moved or removed, so its time is not slept through. CIPP's timer goes off so often. */
const longestPause = 15 * 60_000;

/**
 * How long nothing can be expected to change: until the time that CIPP's task has now, while it waits for
 * that; else a short while.
 *
 * @param longest for a wait of so many milliseconds, how long to sleep through
 */
export function pauseBeforeLook(
	leavers: Leaver[],
	now: Date,
	options: WaitOptions,
	looks: number,
	longest: (wait: number) => number = () => longestPause,
): number {
	const soon = options.intervalMilliseconds ?? pauses[Math.min(looks, pauses.length - 1)];
	const waits = leavers
		.filter((leaver) => !isFinished(leaver))
		.map((leaver) => {
			const untilStart = startOf(leaver) - now.getTime();
			if (untilStart <= 0) return 0;
			const margin = options.intervalMilliseconds ?? startMargin;
			return Math.min(untilStart + margin, longest(untilStart));
		});
	return Math.max(soon, Math.min(...waits));
}

/** When CIPP's task is to begin; 0 where it need not be waited for. A task that is not listed is looked for soon. */
function startOf(leaver: Leaver): number {
	return leaver.misses > 0 ? 0 : Date.parse(laterTime(leaver) ?? '') || 0;
}

/** The time of a task that waits for one. What was ordered at once begins at once, by whosever clock, unless it was moved. */
function laterTime(leaver: Leaver): string | null {
	const { task, options, firstTime } = leaver;
	if (!isWaitingForItsTime(leaver) || !task) return null;
	const isForLater = scheduledFor(options) !== null || task.scheduledFor !== firstTime;
	return isForLater ? task.scheduledFor : null;
}

/** The time it may take counts from when CIPP was seen at work, or should have begun. */
function isOverdue(leaver: Leaver, now: Date, options: WaitOptions): boolean {
	const begun = Date.parse(laterTime(leaver) ?? leaver.begun ?? '') || dueByOrder(leaver);
	return now.getTime() > begun + (leaver.limitMilliseconds ?? options.limitMilliseconds);
}

const dueByOrder = ({ options, submitted }: Leaver): number =>
	scheduledFor(options)?.getTime() ?? Date.parse(submitted);
