import { attempt } from '../../cipp/attempt';
import { mapBounded } from '../../cipp/bounded';
import type { Clock, Send } from '../../cipp/request';
import type { Task } from '../../cipp/scheduler';
import { Trouble, wordsOf } from '../../cipp/trouble';
import { hashOf } from '../canonical-json';
import { InvalidOrder } from '../invalid-order';
import { askedSteps, type OffboardingOptions } from '../order/order';
import { everyRole } from '../person/roles';
import { takeSnapshot } from '../person/snapshot';
import { CannotRead } from '../person/state-reader';
import type { StepName } from '../steps';
import { sharingTenantReads } from '../person/tenant-reads';
import { removeAdminRoles } from './admin-roles';
import { doDirectly } from './direct';
import { removeDuplicates } from './duplicates';
import { earlierTasks } from './earlier-tasks';
import { alreadyUnderWay, followFirst, lookBefore, type Before } from './guard';
import type { Leaver, Refusal } from './leaver';
import { lockingSteps, lockOut } from './lock-out';
import { placesBefore } from './places';
import { newLeaver, type ReadyStart } from './ready';
import { receivedBy, sendJob } from './send';

/** What holds for everyone of a run. */
export interface StartSettings {
	/** More people than this are refused, before anything is sent. */
	maximumPeople: number;
	/** Start also where CIPP does not let this client see its tasks, so that nobody can look for an earlier start. */
	mayGoUnseen: boolean;
}

/** Tenants worked on at the same time; within a tenant, one after the other. */
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
	{ maximumPeople, mayGoUnseen }: StartSettings,
	send: Send,
	clock: Clock,
): Promise<Leaver[]> {
	checkNumber(ready.length, maximumPeople);
	const groups = grouped(ready.map(askingForLockOut), ({ tenant }) => tenant.customerId);
	const tenants = groups.map(([{ tenant }]) => tenant);
	const earlier = await earlierTasks(tenants, mayGoUnseen, send);
	const work: Work = { earlier, send, reading: sharingTenantReads(send), clock };
	const leavers = await mapBounded(groups, tenantsAtOnce, async (group) => {
		const started: Leaver[] = [];
		for (const some of orderedTogether(group)) started.push(...(await startSome(some, work)));
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
	if (!ready.how?.lockOutFirst) return ready;
	const steps = Object.fromEntries(lockingSteps.map((step) => [step, true]));
	return { ...ready, options: { ...ready.options, ...steps } };
}

/** Those of an item who go to CIPP in one request stay together, everyone else is alone. */
function orderedTogether(group: ReadyStart[]): ReadyStart[][] {
	return grouped(group, ({ item, together, account }) =>
		together ? `item ${item}` : `person ${account.id}`,
	);
}

interface Work {
	/** Null where CIPP does not let this client see its tasks. */
	earlier: Task[] | null;
	send: Send;
	/** Asks for the lists of a tenant once; not for looking at what has just been changed. */
	reading: Send;
	clock: Clock;
}

/** Someone whose start has begun, and what CIPP's job still has to do; null when it has nothing to do. */
interface Begun {
	leaver: Leaver;
	ready: ReadyStart;
	left: OffboardingOptions | null;
}

async function startSome(some: ReadyStart[], work: Work): Promise<Leaver[]> {
	const begun: Begun[] = [];
	for (const ready of some) begun.push(await beginOne(ready, work));
	for (const alike of grouped(begun.filter(isLeft), orderOf)) await sendLeft(alike, work.send);
	return begun.map(({ leaver }) => leaver);
}

type Left = Begun & { left: OffboardingOptions };

const isLeft = (begun: Begun): begun is Left => begun.left !== null;

const orderOf = ({ leaver, left }: Left): string => hashOf({ of: leaver.reference, left });

async function beginOne(ready: ReadyStart, work: Work): Promise<Begun> {
	const now = work.clock.now();
	const before = lookBefore(ready, work.earlier ?? [], now);
	const { reference, own, first, other } = before;
	const leaver = newLeaver(ready, reference, own, now);
	if (other && !first && !ready.how?.besideOthers) {
		return { ready, leaver: refused(leaver, alreadyUnderWay(other)), left: null };
	}
	if (!work.earlier) remark(leaver, nobodyLooked);
	const { value: left, error } = await attempt(begin(leaver, ready, before, work));
	// What was sent before the error stays in the leaver, and is told.
	return error ? { ready, leaver: refusedBy(error, leaver), left: null } : { ready, leaver, left };
}

const nobodyLooked =
	'CIPP does not let this API client list tasks, so nobody looked whether this person was started before. That takes the permission CIPP.Scheduler.Read.';

/** What comes before CIPP's job. Returns what that still has to do. */
async function begin(
	leaver: Leaver,
	ready: ReadyStart,
	{ first, own }: Before,
	{ send, reading, clock }: Work,
): Promise<OffboardingOptions | null> {
	const { how = {}, directly = [] } = ready;
	if (how.takeSnapshot && !first) {
		leaver.snapshot = await takeSnapshot(leaver.tenant, leaver.account.id, reading, clock);
	}
	if (how.lockOutFirst) await lockOut(leaver, send, clock);
	if (how.removeAdminRoles) leaver.roles = await rolesOf(leaver, send, clock);
	const places = await placesBefore(leaver, own, reading);
	if (places) leaver.placesBefore = places;
	if (first) {
		followFirst(leaver, first);
		return null;
	}
	for (const step of directly) await doDirectly(step, leaver, send, clock);
	const left = leftToCipp(leaver, ready);
	tellOfLeft(leaver, left);
	if (askedSteps(left).length > 0) return left;
	leaver.phase = 'reading';
	return null;
}

async function sendLeft(alike: Left[], send: Send): Promise<void> {
	const [{ leaver, ready, left }] = alike;
	const accounts = alike.map((one) => one.leaver.account);
	const job = { tenant: leaver.tenant, accounts, options: left, labels: ready.labels };
	const { value: receipts, error } = await attempt(sendJob(job, leaver.reference, send));
	for (const [index, one] of alike.entries()) {
		// It may have been sent: then the task is there.
		if (error) one.leaver.doubt = refusalOf(error);
		else Object.assign(one.leaver, receivedBy(receipts[index]));
	}
}

/** Nothing that is done and read to be so. */
function leftToCipp(leaver: Leaver, { options, send }: ReadyStart): OffboardingOptions {
	const left = Object.entries(options).filter(([name]) => {
		const step = name as StepName;
		if (send && isStep(step) && !send.includes(step)) return false;
		return !(leaver.direct?.[step]?.outcome === 'succeeded' && leaver.proofs[step]?.verified);
	});
	const some = Object.fromEntries(left) as OffboardingOptions;
	if (!some.forward) delete some.KeepCopy;
	return some;
}

const modifiers = ['KeepCopy', 'Scheduled', 'PostExecution'];
const isStep = (name: string): boolean => !modifiers.includes(name);

/** What could not be done at once, CIPP's job does: then its words count. */
function tellOfLeft(leaver: Leaver, left: OffboardingOptions): void {
	for (const [step, result] of Object.entries(leaver.direct ?? {})) {
		if (!(step in left)) continue;
		const said = result.said.join(' ');
		remark(leaver, `${step} could not be done at once and was left to CIPP: ${said}`);
		leaver.openNow = { ...leaver.openNow, [step]: result };
		delete leaver.direct?.[step as StepName];
	}
}

function remark(leaver: Leaver, text: string): void {
	leaver.remarks = [...(leaver.remarks ?? []), text];
}

async function rolesOf(leaver: Leaver, send: Send, clock: Clock): Promise<Leaver['roles']> {
	const { value, error } = await attempt(removeAdminRoles(leaver, send, clock));
	if (!error) return value;
	if (!(error instanceof CannotRead)) throw error;
	const advice = error.advice || 'Look at the admin roles in Entra.';
	return [{ name: everyRole, outcome: 'unknown', said: [error.message], verified: null, advice }];
}

/** Also an error that nobody foresaw ends in the report of one person: others have been started. */
const refusedBy = (error: Error, leaver: Leaver): Leaver => refused(leaver, refusalOf(error));

function refusalOf(error: Error): Refusal {
	if (error instanceof Trouble) return wordsOf(error);
	const advice = 'Look at the person in CIPP and in the tenant before you start them again.';
	return { message: `Something unforeseen went wrong: ${error.message}`, advice };
}

function refused(leaver: Leaver, refusal: Refusal): Leaver {
	leaver.phase = 'finished';
	leaver.refused = refusal;
	return leaver;
}

/** In the order in which each name comes first. */
function grouped<T>(all: T[], nameOf: (one: T) => string): Array<[T, ...T[]]> {
	const groups = new Map<string, [T, ...T[]]>();
	for (const one of all) {
		const group = groups.get(nameOf(one));
		if (group) group.push(one);
		else groups.set(nameOf(one), [one]);
	}
	return [...groups.values()];
}
