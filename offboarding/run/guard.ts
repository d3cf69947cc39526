import { isOver, type Task } from '../../cipp/scheduler';
import { hashOf } from '../canonical-json';
import { taskName } from '../order/job';
import { referenceText } from '../order/reference';
import type { Leaver, Refusal } from './leaver';
import type { ReadyStart } from './ready';

/** What CIPP has of a person when a start is asked for. */
export interface Before {
	/** What the task is called by, this one or the first. */
	reference: string;
	/** All tasks of the person. */
	own: Task[];
	/** The start that this one repeats: followed, not sent again. */
	first: Task | null;
	/** Another offboarding of the person under way. */
	other: Task | null;
}

/** Looks whether a person's offboarding has been started before. */
export function lookBefore(ready: ReadyStart, tasks: Task[], now: Date): Before {
	const reference = referenceOf(ready);
	const own = tasks.filter((task) => isOf(task, ready));
	const first = own.find((task) => isStartOf(task, ready, reference, now)) ?? null;
	const other = own.find((task) => !isOver(task) && task !== first) ?? null;
	return { reference, own, first, other };
}

/** Whether a task offboards this person. Names hold the user principal name, which no two tenants share. */
export const isOf = (task: Task, { account }: Pick<Leaver, 'account'>): boolean =>
	task.name.toLowerCase() === taskName(account).toLowerCase();

/**
 * What someone gave, or else a text that is the same for the same order: for these people and these
 * steps at this time, whichever execution and node asks.
 */
export function referenceOf(ready: ReadyStart): string {
	const { tenant, account, options, when, send = [], together = [account.id] } = ready;
	if (ready.reference !== '') return referenceText(ready.reference);
	const steps = { ...options, Scheduled: when.requested };
	const users = [...together].sort();
	return `n8n-${hashOf({ tenant: tenant.customerId, users, steps, send }).slice(0, 16)}`;
}

/** For how long after its end a task counts as the same order, when nobody gave a reference. */
const sameOrderFor = 24 * 3_600_000;

/** A reference that someone gave is meant to be used once. */
function isStartOf(
	task: Task,
	{ reference: given, isRepeatable }: ReadyStart,
	reference: string,
	now: Date,
): boolean {
	if (task.reference !== reference) return false;
	// CIPP could not begin it: nothing was done, and following it would say so for ever.
	if (task.state === 'Failed') return false;
	if (!isOver(task)) return true;
	if (isRepeatable) return false;
	if (given !== '') return true;
	return now.getTime() - Date.parse(task.executed ?? '') < sameOrderFor;
}

/** The first start's task is followed, and what it shows counts from before it. */
export function followFirst(leaver: Leaver, first: Task): void {
	const before = new Date(Date.parse(first.scheduledFor ?? leaver.submitted) - 1_000).toISOString();
	const earlierOf = (date: string | null): string =>
		date !== null && date < before ? date : before;
	leaver.startedBefore = first.id;
	leaver.earlierTasks = leaver.earlierTasks.filter((id) => id !== first.id);
	leaver.account = {
		...leaver.account,
		sessionsValidFrom: earlierOf(leaver.account.sessionsValidFrom),
		passwordChanged: earlierOf(leaver.account.passwordChanged),
	};
}

export const alreadyUnderWay = (task: Task): Refusal => ({
	message: `CIPP has another offboarding of this person under way: "${task.name}" is ${task.state}, reference "${task.reference}"`,
	advice: `Follow that one, or cancel it (task ${task.id}). To start in spite of it, switch on Beside Others in Start of CIPP Offboarding.`,
});
