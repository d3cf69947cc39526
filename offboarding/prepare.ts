import { listTasks, type Task } from '../cipp/scheduler';
import { attempt } from '../cipp/attempt';
import { mapBounded } from '../cipp/bounded';
import { CippFailure } from '../cipp/failure';
import type { Clock, Send } from '../cipp/request';
import type { Tenant } from '../cipp/tenants';
import { readAccount } from '../cipp/users';
import { checkOrder, InvalidOrder } from './checks';
import { accountOf, type Account } from './leaver';
import type { OffboardingOptions } from './order';

export const offboardingCommand = 'Invoke-CIPPOffboardingJob';
export const licenseCommand = 'Remove-CIPPLicense';

/** People looked up at the same time; those of one tenant share a request (`accounts-together.ts`). */
export const lookedUpAtOnce = 20;

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

/** @throws {InvalidOrder} when the tenant has no such user */
export async function findAccount(user: string, tenant: Tenant, send: Send): Promise<Account> {
	const row = await readAccount(send, tenant.defaultDomainName, user);
	if (row) return accountOf(row);
	throw new InvalidOrder(
		'user',
		`There is no user "${user}" in ${tenant.displayName} (${tenant.defaultDomainName})`,
		'Check the spelling and the tenant. CIPP itself would accept the name and fail later.',
	);
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
