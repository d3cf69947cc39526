import type { Send } from '../../cipp/request';
import { listTasks, type Task } from '../../cipp/scheduler';
import type { Tenant } from '../../cipp/tenants';
import { offboardingCommand } from '../order/job';

/**
 * The offboardings that tenants have already, in the order of the tenants. One call, also for many
 * tenants: names hold the user principal name, which no two tenants share.
 *
 * @throws {CippFailure} when they cannot be listed
 */
export async function earlierTasksOf(tenants: Tenant[], send: Send): Promise<Task[][]> {
	if (tenants.length === 0) return [];
	const only = tenants.length === 1 ? tenants[0].defaultDomainName : null;
	const tasks = await listTasks(send, offboardingCommand, only);
	return tenants.map(() => tasks);
}
