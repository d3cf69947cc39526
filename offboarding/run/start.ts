import { attempt } from '../../cipp/attempt';
import { mapBounded } from '../../cipp/bounded';
import type { Clock, Send } from '../../cipp/request';
import { isOver, type Task } from '../../cipp/scheduler';
import type { Tenant } from '../../cipp/tenants';
import { Trouble, wordsOf } from '../../cipp/trouble';
import { removeAdminRoles } from './admin-roles';
import { hashOf } from '../canonical-json';
import { doDirectly, type DirectStep } from './direct';
import { removeDuplicates } from './duplicates';
import type { Leaver, Refusal } from './leaver';
import type { When } from '../order/local-time';
import { lockingSteps, lockOut } from './lock-out';
import { askedSteps, type OffboardingOptions } from '../order/order';
import { earlierTasksOf } from './earlier-tasks';
import { takeSnapshot } from '../person/snapshot';
import { CannotRead } from '../person/state-reader';
import type { StepName } from '../steps/steps';
import { sharingTenantReads } from '../person/tenant-reads';
import { receivedBy, sendOrder } from './submit';
import type { Account } from '../person/account';
import { everyRole } from '../person/roles';
import { InvalidOrder } from '../invalid-order';
import { taskName } from '../order/job';

/** One person's offboarding that passed every check; nothing about it has been sent. */
export interface ReadyStart {
	/** Index of the n8n item that asked for it. */
	item: number;
	tenant: Tenant;
	account: Account;
	/** Everything that has to be true in the end. */
	options: OffboardingOptions;
	/** What CIPP's job is asked for, where that is less. */
	send?: StepName[];
	/** Steps to do by endpoints of their own. */
	directly?: DirectStep[];
	/** Kept with the task in CIPP; empty for one made from the order. */
	reference: string;
	/** A task that has ended counts as a new order; only one under way is followed. */
	isRepeatable?: boolean;
	when: When;
	/** Set for a retry: what became of the steps that are not sent again. */
	direct?: Leaver['direct'];
}

/** How everyone of a run is started. */
export interface StartSettings {
	/** More people than this are refused, before anything is sent. */
	maximumPeople: number;
	takeSnapshots: boolean;
	/** Block sign-in, reset the password and revoke sessions at once, each checked, before the rest is queued. */
	lockOutFirst: boolean;
	removeAdminRoles: boolean;
	/** Go on although CIPP has another offboarding of the person under way. */
	besideOthers: boolean;
	/** Put the new password of a lock-out into the leaver. */
	keepPassword: boolean;
}

/** Tenants worked on at the same time; within a tenant, one person after the other. */
const tenantsAtOnce = 5;

/**
 * Starts everyone, each once: whoever has been started under the same reference is found, not sent again.
 * What goes wrong for one person stands in their leaver and keeps nobody else from starting.
 *
 * @throws {InvalidOrder} when there are more people than allowed; nothing has been sent then
 * @throws {CippFailure} when the tasks of CIPP cannot be listed; nothing has been sent then
 */
export async function startAll(
	ready: ReadyStart[],
	settings: StartSettings,
	send: Send,
	clock: Clock,
): Promise<Leaver[]> {
	checkNumber(ready.length, settings.maximumPeople);
	const orders = settings.lockOutFirst ? ready.map(askingForLockOut) : ready;
	const groups = [...byTenant(orders).values()];
	const earlier = await earlierTasksOf(
		groups.map(([{ tenant }]) => tenant),
		send,
	);
	const work: Work = { settings, send, reading: sharingTenantReads(send), clock };
	const leavers = await mapBounded(groups, tenantsAtOnce, async (group, index) => {
		const started: Leaver[] = [];
		for (const one of group) started.push(await startOne(one, earlier[index], work));
		return started;
	});
	const all = leavers.flat().sort((a, b) => a.item - b.item);
	await removeDuplicates(all, send, clock);
	return all;
}

function checkNumber(people: number, maximum: number): void {
	if (people <= maximum) return;
	throw new InvalidOrder(
		'maximumPeople',
		`${people} people would be offboarded, and this node stops above ${maximum}`,
		'Look whether the list is right. If it is, raise Maximum People under Options.',
	);
}

/** What is done first has to be true in the end as much as the rest, also where nobody chose it as a step. */
function askingForLockOut(ready: ReadyStart): ReadyStart {
	const steps = Object.fromEntries(lockingSteps.map((step) => [step, true]));
	return { ...ready, options: { ...ready.options, ...steps } };
}

interface Work {
	settings: StartSettings;
	send: Send;
	/** Asks for the lists of a tenant once; not for looking at what has just been changed. */
	reading: Send;
	clock: Clock;
}

async function startOne(ready: ReadyStart, earlier: Task[], work: Work): Promise<Leaver> {
	const { settings, clock } = work;
	const reference = ready.reference || referenceOf(ready);
	const own = earlier.filter(({ name }) => isSame(name, taskName(ready.account)));
	const leaver = newLeaver(ready, reference, own, clock.now());
	const first = own.find((task) => isStartOf(task, ready, reference, clock.now()));
	const other = own.find((task) => !isOver(task) && task !== first);
	if (other && !first && !settings.besideOthers) return refused(leaver, alreadyUnderWay(other));

	const { error } = await attempt(begin(leaver, ready, first ?? null, work));
	if (!error) return leaver;
	if (!(error instanceof Trouble)) throw error;
	// What was sent before the error stays in the leaver, and is told.
	return refused(leaver, wordsOf(error));
}

async function begin(
	leaver: Leaver,
	ready: ReadyStart,
	first: Task | null,
	{ settings, send, reading, clock }: Work,
): Promise<void> {
	if (settings.takeSnapshots && !first) {
		leaver.snapshot = await takeSnapshot(leaver.tenant, leaver.account.id, reading, clock);
	}
	if (settings.lockOutFirst) await lockOut(leaver, send, clock, settings.keepPassword);
	if (settings.removeAdminRoles) leaver.roles = await rolesOf(leaver, send, clock);
	if (first) return followFirst(leaver, first);

	for (const step of ready.directly ?? []) await doDirectly(step, leaver, send, clock);
	const options = toSend(leaver, ready);
	leaveToCipp(leaver, options);
	if (askedSteps(options).length === 0) {
		leaver.phase = 'reading';
		return;
	}
	const { item, tenant, account } = leaver;
	const order = { item, tenant, users: [account.userPrincipalName], accounts: [account], options };
	const [receipt] = await sendOrder(order, leaver.reference, send);
	Object.assign(leaver, receivedBy(receipt));
}

/** What CIPP's job still has to do: nothing that is done and read to be so. */
function toSend(leaver: Leaver, { options, send }: ReadyStart): OffboardingOptions {
	const left = Object.entries(options).filter(([name]) => {
		const step = name as StepName;
		if (send && isStep(step) && !send.includes(step)) return false;
		return !(leaver.direct?.[step]?.outcome === 'succeeded' && leaver.proofs[step]?.verified);
	});
	const some = Object.fromEntries(left) as OffboardingOptions;
	if (!some.forward) delete some.KeepCopy;
	return some;
}

/** What could not be done at once, CIPP's job does: then its words count. */
function leaveToCipp(leaver: Leaver, options: OffboardingOptions): void {
	for (const [step, { said }] of Object.entries(leaver.direct ?? {})) {
		if (!(step in options)) continue;
		leaver.remarks = [
			...(leaver.remarks ?? []),
			`${step} could not be done at once and was left to CIPP: ${said.join(' ')}`,
		];
		delete leaver.direct?.[step as StepName];
	}
}

const modifiers = ['KeepCopy', 'Scheduled', 'PostExecution', 'reference'];
const isStep = (name: string): boolean => !modifiers.includes(name);

/** The first start's task is followed, and what it shows counts from before it. */
function followFirst(leaver: Leaver, first: Task): void {
	const before = new Date(Date.parse(first.scheduledFor ?? leaver.submitted) - 1_000).toISOString();
	const earlierOf = (date: string | null): string =>
		date !== null && date < before ? date : before;
	leaver.startedBefore = first.id;
	leaver.earlierTasks = leaver.earlierTasks.filter((id) => id !== first.id);
	leaver.account = {
		...leaver.account,
		sessionsValidFrom: earlierOf(leaver.account.sessionsValidFrom),
		passwordChanged: earlierOf(leaver.account.passwordChanged),
	};
}

async function rolesOf(leaver: Leaver, send: Send, clock: Clock): Promise<Leaver['roles']> {
	const { value, error } = await attempt(removeAdminRoles(leaver, send, clock));
	if (!error) return value;
	if (!(error instanceof CannotRead)) throw error;
	const advice = error.advice || 'Look at the admin roles in Entra.';
	return [{ name: everyRole, outcome: 'unknown', said: [error.message], verified: null, advice }];
}

/** For how long after its end a task counts as the same order, when nobody gave a reference. */
const sameOrderFor = 24 * 3_600_000;

/** The start that this one repeats. A reference that someone gave is meant to be used once. */
function isStartOf(
	task: Task,
	{ reference: given, isRepeatable }: ReadyStart,
	reference: string,
	now: Date,
): boolean {
	if (task.reference !== reference) return false;
	if (!isOver(task)) return true;
	if (isRepeatable) return false;
	if (given !== '') return true;
	return now.getTime() - Date.parse(task.executed ?? '') < sameOrderFor;
}

/** The same for the same person and the same steps, whichever execution asks. */
export function referenceOf({ tenant, account, options, when, send = [] }: ReadyStart): string {
	const steps = { ...options, Scheduled: when.requested };
	const order = { tenant: tenant.customerId, user: account.id, steps, send };
	return `n8n-${hashOf(order).slice(0, 16)}`;
}

/** @param own tasks of this person that CIPP has already */
export function newLeaver(ready: ReadyStart, reference: string, own: Task[], now: Date): Leaver {
	return {
		item: ready.item,
		tenant: ready.tenant,
		account: ready.account,
		options: ready.options,
		reference,
		earlierTasks: own.map(({ id }) => id),
		phase: 'following',
		queueSaid: null,
		refused: null,
		doubt: null,
		misses: 0,
		task: null,
		licenseTask: null,
		licenseTaskFound: null,
		proofs: {},
		readSince: null,
		trouble: null,
		overdue: false,
		submitted: now.toISOString(),
		finished: null,
		verified: null,
		when: ready.when,
		...(ready.direct ? { direct: ready.direct } : {}),
	};
}

function refused(leaver: Leaver, refusal: Refusal): Leaver {
	leaver.phase = 'finished';
	leaver.refused = refusal;
	return leaver;
}

const alreadyUnderWay = (task: Task): Refusal => ({
	message: `CIPP has another offboarding of this person under way: "${task.name}" is ${task.state}, reference "${task.reference}"`,
	advice: `Follow that one, or cancel it (task ${task.id}). To start in spite of it, switch on Beside Others.`,
});

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function byTenant(ready: ReadyStart[]): Map<string, [ReadyStart, ...ReadyStart[]]> {
	const groups = new Map<string, [ReadyStart, ...ReadyStart[]]>();
	for (const one of ready) {
		const group = groups.get(one.tenant.customerId);
		if (group) group.push(one);
		else groups.set(one.tenant.customerId, [one]);
	}
	return groups;
}
