import { attempt } from '../../cipp/attempt';
import { CippFailure } from '../../cipp/failure';
import type { Send } from '../../cipp/request';
import { listTasks, type Task } from '../../cipp/scheduler';
import type { Tenant } from '../../cipp/tenants';
import { offboardingCommand } from '../order/job';

/**
 * The offboardings that CIPP has already. One call, also for many tenants.
 *
 * @param mayGoUnseen whether to do without them where CIPP does not let this client list tasks
 * @returns null when they may not be seen
 * @throws {CippFailure} when they cannot be listed
 */
export async function earlierTasks(
	tenants: Tenant[],
	mayGoUnseen: boolean,
	send: Send,
): Promise<Task[] | null> {
	if (tenants.length === 0) return [];
	const only = tenants.length === 1 ? tenants[0].defaultDomainName : null;
	const { value, error } = await attempt(listTasks(send, offboardingCommand, only));
	if (!error) return value;
	if (mayGoUnseen && error instanceof CippFailure && error.answer.status === 403) return null;
	throw error;
}
