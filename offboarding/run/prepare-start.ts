import type { Clock, Send } from '../../cipp/request';
import type { Tenant } from '../../cipp/tenants';
import { checkOrder } from '../order/checks';
import { rightNow } from '../order/local-time';
import { shareWithManager, type ManagerShare } from '../order/manager';
import type { OffboardingOptions } from '../order/order';
import type { Plan } from '../plan/plan';
import { fillOptions, readTenantDefaults, type ProfileName } from '../order/profiles';
import type { ReadyStart } from './start';
import { InvalidOrder } from '../invalid-order';
import { findAccount } from '../order/find-account';
import { scheduleOf, whenOf, WhenWish } from '../order/when';

/** What one item asks for, about one person. */
export interface StartWish {
	item: number;
	tenant: Tenant;
	/** User principal name or object ID. */
	user: string;
	options: OffboardingOptions;
	profile: ProfileName | null;
	useTenantDefaults: boolean;
	managerGets: ManagerShare[];
	reference: string;
	when: WhenWish;
}

/**
 * Checks an order and finds its person. Only reads.
 *
 * @throws {InvalidOrder} when the order is wrong or the person does not exist
 */
export async function prepareStart(wish: StartWish, send: Send, clock: Clock): Promise<ReadyStart> {
	const { item, tenant, user, reference } = wish;
	const when = whenOf(wish.when, clock.now());
	const defaults = wish.useTenantDefaults ? await readTenantDefaults(send, tenant) : null;
	const filled = fillOptions(wish.options, wish.profile, defaults).options;
	const timed = { ...filled, ...scheduleOf(when) };
	// What can be said without asking Microsoft is said first.
	if (wish.managerGets.length === 0) checkOrder([user], timed, clock.now());
	const account = await findAccount(user, tenant, send);
	const options = await shareWithManager(timed, wish.managerGets, account, tenant, send);
	checkOrder([account.userPrincipalName], options, clock.now());
	return { item, tenant, account, options, reference, when };
}

/**
 * Makes a plan ready that someone has approved. Only reads.
 *
 * @param isForced start although the plan has blockers
 * @throws {InvalidOrder} when the plan has blockers or is no longer true
 */
export async function prepareFromPlan(
	item: number,
	plan: Plan,
	tenant: Tenant,
	reference: string,
	isForced: boolean,
	send: Send,
	clock: Clock,
): Promise<ReadyStart> {
	const { who, options, blockers } = plan;
	if (blockers.length > 0 && !isForced) {
		throw new InvalidOrder(
			'plan',
			`The plan for ${who.userPrincipalName} has blockers: ${blockers.map(({ message }) => message).join('; ')}`,
			'Settle them and plan again. To start in spite of them, switch on Despite Blockers.',
		);
	}
	const account = await findAccount(who.id, tenant, send);
	if (account.userPrincipalName.toLowerCase() !== who.userPrincipalName.toLowerCase()) {
		throw new InvalidOrder(
			'plan',
			`${who.userPrincipalName} has been renamed to ${account.userPrincipalName} since the plan was made`,
			'Plan again.',
		);
	}
	checkOrder([account.userPrincipalName], options, clock.now());
	const when = plan.when.requested === null ? rightNow(clock.now()) : plan.when;
	return { item, tenant, account, options, reference, when };
}
