import { attempt } from '../../cipp/attempt';
import type { Clock, Send } from '../../cipp/request';
import { listTasks, type Task } from '../../cipp/scheduler';
import type { Leaver } from './leaver';
import { sendStep } from './direct';
import { offboardingCommand, taskName } from '../order/job';

/**
 * Finds people whom two workers started in the same second, since CIPP has no lock (contract 4.1), and
 * removes all tasks but one that has not begun. Both workers choose the same one. What has begun cannot
 * be taken back: it is told in the report. Changes the leavers in place.
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
		const [, ...others] = tasks.filter((task) => isOf(task, leaver)).sort(byAge);
		for (const task of others) await remove(task, leaver, send, clock);
	}
}

function isOf(task: Task, { account, reference, earlierTasks }: Leaver): boolean {
	return (
		task.reference === reference &&
		task.name.toLowerCase() === taskName(account).toLowerCase() &&
		!earlierTasks.includes(task.id)
	);
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
		const { outcome } = await sendStep(
			{ method: 'POST', endpoint: 'RemoveScheduledItem', body: { id: task.id } },
			send,
		);
		if (outcome === 'succeeded') return;
	}
	leaver.duplicates = [...(leaver.duplicates ?? []), task.id];
}
