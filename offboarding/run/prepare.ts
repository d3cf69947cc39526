import { listTasks, type Task } from '../../cipp/scheduler';
import { attempt } from '../../cipp/attempt';
import { mapBounded } from '../../cipp/bounded';
import { CippFailure } from '../../cipp/failure';
import type { Clock, Send } from '../../cipp/request';
import type { Tenant } from '../../cipp/tenants';
import { checkOrder } from '../order/checks';
import type { OffboardingOptions } from '../order/order';
import { type Account } from '../person/account';
import { findAccount, lookedUpAtOnce } from '../order/find-account';
import { offboardingCommand } from '../order/job';

/** What one n8n item asks for. */
export interface Order {
	item: number;
	tenant: Tenant;
	/** As typed: user principal names or object IDs. */
	users: string[];
	options: OffboardingOptions;
}

/** An order that passed every check: nothing about it has been sent yet. */
export interface ReadyOrder extends Order {
	accounts: Account[];
}

/**
 * Checks an order and finds its people. Only reads.
 *
 * @throws {InvalidOrder} when the order is wrong or one of its people does not exist
 */
export async function prepare(order: Order, send: Send, clock: Clock): Promise<ReadyOrder> {
	checkOrder(order.users, order.options, clock.now());
	const { users, tenant } = order;
	const accounts = await mapBounded(
		users,
		lookedUpAtOnce,
		async (user) => await findAccount(user, tenant, send),
	);
	return { ...order, accounts };
}

/**
 * The offboardings a tenant has already, so that the new ones can be told apart.
 *
 * @param mustFollow without the permission to list tasks there is nothing to wait for
 * @throws {CippFailure} when `mustFollow` and the list cannot be read
 */
export async function earlierTasks(
	send: Send,
	tenant: Tenant,
	mustFollow: boolean,
): Promise<Task[]> {
	const { value, error } = await attempt(
		listTasks(send, offboardingCommand, tenant.defaultDomainName),
	);
	if (!error) return value;
	if (!mustFollow && error instanceof CippFailure) return [];
	throw error;
}
