import { scheduledFor, shownSteps, type OffboardingOptions } from '../../order/order';
import { isRead, type NotRead } from '../../person/part';
import type { Snapshot } from '../../person/snapshot-shape';
import type { StepName } from '../../steps';
import { notChecked, warning, type Found, type PlanFacts } from './remark';

/** What could not be looked at, or is too old to rely on. */
export function readings(
	snapshot: Snapshot,
	options: OffboardingOptions,
	facts: PlanFacts,
	now: Date,
): Found[] {
	const asked = shownSteps(options);
	const unread = (part: keyof Snapshot, step?: StepName): Found[] => {
		const value = snapshot[part] as NotRead | string;
		return isRead(value) || value.absent ? [] : [notChecked(part, value, step)];
	};
	const start = scheduledFor(options) ?? now;
	return [
		...unread('roles'),
		...unread('ownedGroups'),
		...asked.flatMap(({ name, needs = [] }) => needs.flatMap((part) => unread(part, name))),
		...asked.flatMap(({ name, fromReport }) =>
			fromReport ? stale(snapshot[fromReport], start, name) : [],
		),
		...(isRead(facts.licenseTasks) ? [] : [notChecked('licence tasks', facts.licenseTasks)]),
	];
}

const reportIsStaleAfter = 2 * 24 * 3_600_000;

function stale(part: Snapshot['mailboxesOfOthers'], start: Date, step: StepName): Found[] {
	if (!isRead(part) || part.asOf === null) return [];
	if (start.getTime() - Date.parse(part.asOf) <= reportIsStaleAfter) return [];
	return [
		warning(
			'staleReport',
			`CIPP takes the permissions from its report of ${part.asOf}: what was granted since is not seen`,
			'Let CIPP sync its cache of permissions first.',
			step,
		),
	];
}
