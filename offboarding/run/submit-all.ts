import { mapBounded } from '../../cipp/bounded';
import type { Clock, Send } from '../../cipp/request';
import type { Leaver } from './leaver';
import { earlierTasks, type ReadyOrder } from './prepare';
import { submit } from './submit';

/** Tenants worked on at the same time; within a tenant, one order after the other. */
const tenantsAtOnce = 5;

/**
 * Sends every order, one at a time for each tenant.
 *
 * @param referenceFor CIPP keeps it with the task, which tells ours from others
 * @param mustFollow reject before anything is sent when the task list cannot be read
 */
export async function submitAll(
	orders: ReadyOrder[],
	send: Send,
	clock: Clock,
	referenceFor: (order: ReadyOrder) => string,
	mustFollow: boolean,
): Promise<Leaver[]> {
	const groups = [...byTenant(orders).values()];
	const earlier = await mapBounded(groups, tenantsAtOnce, async ([first]) => {
		return await earlierTasks(send, first.tenant, mustFollow);
	});
	const leavers = await mapBounded(groups, tenantsAtOnce, async (group, index) => {
		const sent: Leaver[] = [];
		for (const order of group) {
			sent.push(...(await submit(order, referenceFor(order), earlier[index], send, clock)));
		}
		return sent;
	});
	return leavers.flat().sort((a, b) => a.item - b.item);
}

function byTenant(orders: ReadyOrder[]): Map<string, [ReadyOrder, ...ReadyOrder[]]> {
	const groups = new Map<string, [ReadyOrder, ...ReadyOrder[]]>();
	for (const order of orders) {
		const group = groups.get(order.tenant.customerId);
		if (group) group.push(order);
		else groups.set(order.tenant.customerId, [order]);
	}
	return groups;
}
