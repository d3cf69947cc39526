import { mapBounded } from '../../cipp/bounded';
import type { Clock, Send } from '../../cipp/request';
import type { Tenant } from '../../cipp/tenants';
import { InvalidOrder } from '../invalid-order';
import { checkOrder } from '../order/checks';
import { blockersOf, canBeForced, refuseBlocked } from '../order/blockers';
import { findNamed, type FoundPerson } from '../order/named-people';
import { findAccount, lookedUpAtOnce } from '../order/find-account';
import type { JobLabels } from '../order/job';
import { rightNow } from '../order/local-time';
import { shareWithManager, type ManagerShare } from '../order/manager';
import type { OffboardingOptions } from '../order/order';
import { fillOptions, readTenantDefaults, type ProfileName } from '../order/profiles';
import { scheduleOf, whenOf, type WhenWish } from '../order/when';
import type { Account } from '../person/account';
import { planOffboarding, type Plan } from '../plan/plan';
import { approvedIn } from '../plan/stored-plan';
import type { ReadyStart } from './ready';

/** What one item asks for. */
export interface StartWish {
	item: number;
	tenant: Tenant;
	/** As typed: user principal names or object IDs. */
	users: string[];
	options: OffboardingOptions;
	profile?: ProfileName | null;
	useTenantDefaults?: boolean;
	managerGets?: ManagerShare[];
	reference: string;
	when: WhenWish;
	/** Everyone of the item goes to CIPP in one request. */
	inOneRequest?: boolean;
	labels?: JobLabels;
}

/**
 * Checks an order and finds its people, each once however often and by whatever name they are given.
 * Only reads.
 *
 * @throws {InvalidOrder} when the order is wrong or one of its people does not exist
 */
export async function prepareStart(
	wish: StartWish,
	send: Send,
	clock: Clock,
): Promise<ReadyStart[]> {
	const { item, tenant, users, reference, labels, managerGets = [] } = wish;
	const when = whenOf(wish.when, clock.now());
	const defaults = wish.useTenantDefaults ? await readTenantDefaults(send, tenant) : null;
	const filled = fillOptions(wish.options, wish.profile ?? null, defaults).options;
	const timed = { ...filled, ...scheduleOf(when) };
	// What can be said without asking Microsoft is said first.
	if (managerGets.length === 0) checkOrder(users, timed, clock.now());
	const accounts = await findAll(users, tenant, send);
	const ids = accounts.map(({ id }) => id);
	return await mapBounded(accounts, lookedUpAtOnce, async (account) => {
		const options = await shareWithManager(timed, managerGets, account, tenant, send);
		// Whatever name they were given by: nobody may get what a leaver leaves behind and leave as well.
		checkOrder(namesOf(accounts), options, clock.now());
		const named = await findNamed(options, tenant, send);
		checkNotThemselves(accounts, named);
		refuseBlocked(blockersOf(account, options, named));
		const together = wish.inOneRequest ? { together: ids } : {};
		return {
			item,
			tenant,
			account,
			options,
			reference,
			when,
			...together,
			...(labels ? { labels } : {}),
		};
	});
}

/** Whatever name or alias they were given by. */
function checkNotThemselves(accounts: Account[], named: FoundPerson[]): void {
	const own = named.find(({ id }) => accounts.some((account) => account.id === id));
	if (!own) return;
	throw new InvalidOrder(
		own.step.name,
		`"${own.value}" is a person who is to be offboarded`,
		'Name someone who stays.',
	);
}

async function findAll(users: string[], tenant: Tenant, send: Send): Promise<Account[]> {
	const found = await mapBounded(
		users,
		lookedUpAtOnce,
		async (user) => await findAccount(user, tenant, send),
	);
	return [...new Map(found.map((account) => [account.id, account])).values()];
}

const namesOf = (accounts: Account[]): string[] =>
	accounts.flatMap(({ id, userPrincipalName }) => [id, userPrincipalName]);

/**
 * Makes a plan ready that someone has approved. Only reads. What stands in its way is looked for anew: a
 * plan is JSON, and the tenant may have changed.
 *
 * @throws {InvalidOrder} when the plan has blockers, is no longer true or was changed on the way
 */
export async function prepareFromPlan(
	item: number,
	plan: Plan,
	tenant: Tenant,
	givenReference: string,
	isForced: boolean,
	send: Send,
	clock: Clock,
): Promise<ReadyStart> {
	const approved = approvedIn(plan);
	const reference = givenReference || approved.reference;
	refusePlan(approved.userPrincipalName, isForced ? [] : approved.blockers);
	const account = await findAccount(approved.id, tenant, send);
	if (account.userPrincipalName.toLowerCase() !== approved.userPrincipalName.toLowerCase()) {
		throw new InvalidOrder(
			'plan',
			`${approved.userPrincipalName} has been renamed to ${account.userPrincipalName} since the plan was made`,
			'Plan again.',
		);
	}
	const when = approved.when ?? rightNow(clock.now());
	const options = { ...approved.options, ...scheduleOf(when) };
	checkOrder(namesOf([account]), options, clock.now());
	const named = await findNamed(options, tenant, send);
	checkNotThemselves([account], named);
	refuseBlocked(
		blockersOf(account, options, named).filter((one) => !isForced || !canBeForced(one)),
	);
	if (!isForced) {
		const wish = { tenant, user: account.id, options: approved.options, when, reference };
		const { blockers } = await planOffboarding(wish, send, clock);
		refusePlan(
			approved.userPrincipalName,
			blockers.map(({ message }) => message),
		);
	}
	return { item, tenant, account, options, reference, when };
}

function refusePlan(user: string, blockers: string[]): void {
	if (blockers.length === 0) return;
	throw new InvalidOrder(
		'plan',
		`The plan for ${user} has blockers: ${blockers.join('; ')}`,
		'Settle them and plan again. To start in spite of them, switch on Despite Blockers.',
	);
}
