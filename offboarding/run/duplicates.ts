import { attempt } from '../../cipp/attempt';
import type { Clock, Send } from '../../cipp/request';
import { listTasks, type Task } from '../../cipp/scheduler';
import type { Leaver } from './leaver';
import { sendStep } from './direct';
import { isOf } from './guard';
import { offboardingCommand } from '../order/job';

/**
 * Finds people whom two workers started in the same second, since CIPP has no lock (docs/cipp.md, Scheduled tasks), and
 * removes all tasks but one that has not begun. Both workers choose the same one. What has begun cannot
 * be taken back, and another order is not ours to take back: both are told in the report. Changes the
 * leavers in place.
 */
export async function removeDuplicates(leavers: Leaver[], send: Send, clock: Clock): Promise<void> {
	const sent = leavers.filter(
		({ phase, startedBefore }) => phase === 'following' && !startedBefore,
	);
	if (sent.length === 0) return;
	const domains = [...new Set(sent.map(({ tenant }) => tenant.defaultDomainName))];
	const listing = listTasks(send, offboardingCommand, domains.length === 1 ? domains[0] : null);
	const { value: tasks, error } = await attempt(listing);
	// What has been sent must not be lost because CIPP does not show its tasks just now.
	if (error) return;
	for (const leaver of sent) {
		const added = tasks.filter(
			(task) => isOf(task, leaver) && !leaver.earlierTasks.includes(task.id),
		);
		const [, ...repeated] = added
			.filter(({ reference }) => reference === leaver.reference)
			.sort(byAge);
		for (const task of repeated) await remove(task, leaver, send, clock);
		tellOf(
			added.filter(({ reference }) => reference !== '' && reference !== leaver.reference),
			leaver,
		);
	}
}

function tellOf(others: Task[], leaver: Leaver): void {
	const told = others.map(
		({ id, reference }) =>
			`Another offboarding of this person was started at the same moment: task ${id}, reference "${reference}". CIPP does both.`,
	);
	if (told.length > 0) leaver.remarks = [...(leaver.remarks ?? []), ...told];
}

/**
 * The same order for everyone who looks, also for who looked before the second was there: what has begun
 * first, then what was made first.
 */
function byAge(a: Task, b: Task): number {
	const begun = (task: Task): number => (task.state === 'Planned' ? 1 : 0);
	return (
		begun(a) - begun(b) ||
		(a.written ?? '').localeCompare(b.written ?? '') ||
		a.id.localeCompare(b.id)
	);
}

async function remove(task: Task, leaver: Leaver, send: Send, clock: Clock): Promise<void> {
	const isWaiting =
		task.state === 'Planned' && Date.parse(task.scheduledFor ?? '') > clock.now().getTime();
	if (isWaiting) {
		const request = {
			method: 'POST',
			endpoint: 'RemoveScheduledItem',
			body: { id: task.id },
		} as const;
		const { value } = await attempt(sendStep(request, send));
		if (value?.outcome === 'succeeded') return;
	}
	leaver.duplicates = [...(leaver.duplicates ?? []), task.id];
}
