import { isRead } from '../../person/part';
import { blocker, cureFor, warning, type Found, type PlanFacts } from './remark';

/** Offboardings of this person that CIPP has already. */
export function pending({ pending: tasks }: PlanFacts): Found[] {
	if (!isRead(tasks)) {
		return [
			warning(
				'notRead',
				`Nobody knows whether an offboarding of this person waits already: ${tasks.notRead}`,
				cureFor(tasks),
			),
		];
	}
	return tasks.map(({ id, name, state, scheduledFor: at }) =>
		blocker(
			'pendingOffboarding',
			`CIPP has "${name}" already: ${state}${at ? `, for ${at}` : ''}`,
			`Wait for it, or cancel it first (task ${id}).`,
		),
	);
}
