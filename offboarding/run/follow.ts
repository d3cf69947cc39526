import { attempt } from '../../cipp/attempt';
import { mapBounded } from '../../cipp/bounded';
import { isOver, listTasks, readTaskResults, type Task } from '../../cipp/scheduler';
import type { Clock, Send } from '../../cipp/request';
import { claimOn } from './claim';
import { isOf } from './guard';
import type { Leaver, TaskView } from './leaver';
import { askedSteps, deletionIn } from '../order/order';
import { prove } from '../steps/reading/prove';
import { readProgress, type Progress } from './progress';
import { passwordIn, withoutPassword } from '../redact';
import { readSaid, sortSaid } from '../steps/reading/said';
import type { Proof } from '../steps/vocabulary/proof';
import { isAnother, readPerson, whatBecame } from '../person/person-now';
import { StateReader } from '../person/state-reader';
import type { Step } from '../steps';
import { licenseCommand, offboardingCommand, licenseTaskName, taskName } from '../order/job';

export interface FollowOptions {
	/** Looks at the task list before a missing task counts as never created. */
	maximumMisses: number;
	/** How long a state that denies a step is read again: changes need a while to show. */
	settleMilliseconds: number;
}

export const usualFollowing: FollowOptions = {
	maximumMisses: 5,
	settleMilliseconds: 180_000,
};

/**
 * Looks once at everyone who is not finished, and takes each as far as possible: one call for each
 * kind of task, then the state of those whose tasks have ended. Changes the leavers in place.
 */
export async function look(
	leavers: Leaver[],
	send: Send,
	clock: Clock,
	options: FollowOptions = usualFollowing,
): Promise<void> {
	const moving = await lookAtProgress(inPhase(leavers, 'following'), send);
	await lookAtTasks(
		inPhase(leavers, 'following').filter((leaver) => !moving.has(leaver)),
		offboardingCommand,
		send,
		async (leaver, tasks) => {
			await findOffboarding(leaver, tasks, send, clock, options);
		},
	);
	await lookAtTasks(inPhase(leavers, 'licenses'), licenseCommand, send, async (leaver, tasks) => {
		await findLicenseRemoval(leaver, tasks, send, options);
	});
	for (const leaver of leavers) noteBeginning(leaver, clock.now());
	await mapBounded(leavers.filter(isWaitingForItsTime), readersAtOnce, async (leaver) => {
		await stopIfAnother(leaver, send);
	});
	await mapBounded(inPhase(leavers, 'reading'), readersAtOnce, async (leaver) => {
		if (await isReadAndBelieved(leaver, send, clock, options)) leaver.phase = 'finished';
	});
	for (const leaver of inPhase(leavers, 'finished')) leaver.finished ??= clock.now().toISOString();
}

/** Reads the state of everyone whose wait ended before CIPP did, so that at least that is known. */
export async function giveUp(leavers: Leaver[], send: Send, clock: Clock): Promise<void> {
	const unfinished = leavers.filter((leaver) => !isFinished(leaver));
	await mapBounded(unfinished, readersAtOnce, async (leaver) => {
		if (leaver.phase !== 'reading') leaver.overdue = true;
		await readState(leaver, askedSteps(leaver.options), send, clock);
		leaver.phase = 'finished';
		leaver.finished = clock.now().toISOString();
	});
}

/** People whose state is read at the same time; the accounts of a tenant then share a request. */
const readersAtOnce = 20;

export const isFinished = (leaver: Leaver): boolean => leaver.phase === 'finished';

/** Whether CIPP has the task and its time has not come. */
export const isWaitingForItsTime = ({ phase, task }: Leaver): boolean =>
	phase === 'following' && task?.state === 'Planned';

/** A task may be run before its time, or moved: when CIPP really began, nobody tells. */
function noteBeginning(leaver: Leaver, now: Date): void {
	if (!leaver.task) return;
	leaver.firstTime ??= leaver.task.scheduledFor;
	leaver.begun = leaver.task.state === 'Planned' ? null : (leaver.begun ?? now.toISOString());
}

/** CIPP's job goes by name: whoever bears that when its time comes would be offboarded. */
async function stopIfAnother(leaver: Leaver, send: Send): Promise<void> {
	const { account, task } = leaver;
	const person = await readPerson(account, new StateReader(send, leaver));
	leaver.person = person;
	if (!isAnother(person, account)) return;
	leaver.refused = {
		message: whatBecame(person, account),
		advice: `CIPP's job goes by that name and waits: cancel its task ${task!.id}, and order the offboarding anew.`,
	};
	leaver.phase = 'finished';
}

const inPhase = (leavers: Leaver[], phase: Leaver['phase']): Leaver[] =>
	leavers.filter((leaver) => leaver.phase === phase);

/**
 * Newer versions of CIPP show every step as it ends, in one list for everyone of an order.
 *
 * @returns those of whom it tells enough; the others have to be looked for among the tasks
 */
async function lookAtProgress(leavers: Leaver[], send: Send): Promise<Set<Leaver>> {
	const moving = new Set<Leaver>();
	const ids = new Set(leavers.flatMap(({ deployment }) => (deployment ? [deployment.id] : [])));
	if (ids.size > maximumDeployments) return moving;
	for (const id of ids) {
		const here = leavers.filter(({ deployment }) => deployment?.id === id);
		await surviving(here, async () => {
			const everyone = await readProgress(send, id);
			for (const leaver of here) {
				const name = leaver.account.userPrincipalName.toLowerCase();
				const own = everyone?.find(({ user }) => user.toLowerCase() === name);
				// What is not shown once is not asked for again: the task list tells as well.
				if (!own?.state) leaver.deployment = null;
				else if (takeProgress(leaver, own, own.state)) moving.add(leaver);
			}
		});
	}
	return moving;
}

/** The task list tells of any number of people in one call, the progress of one order only. */
const maximumDeployments = 3;

/** CIPP may fail to write the progress while the work goes on, so it is not believed when it stands still. */
const maximumRepeats = 3;

/** @returns whether it has moved lately */
function takeProgress(leaver: Leaver, { taskId, said, mark }: Progress, state: string): boolean {
	const { id, seen, repeats } = leaver.deployment!;
	const now = { id, seen: mark, repeats: mark === seen ? repeats + 1 : 0 };
	leaver.deployment = now;
	const task = {
		id: taskId,
		name: taskName(leaver.account),
		state,
		reference: leaver.reference,
		scheduledFor: null,
		executed: null,
	};
	takeTask(leaver, task, said);
	return now.repeats < maximumRepeats;
}

async function lookAtTasks(
	leavers: Leaver[],
	command: string,
	send: Send,
	find: (leaver: Leaver, tasks: Task[]) => Promise<void>,
): Promise<void> {
	if (leavers.length === 0) return;
	const domains = [...new Set(leavers.map((leaver) => leaver.tenant.defaultDomainName))];
	await surviving(leavers, async () => {
		// One call, also for many tenants: tasks bear the user principal name, which no two tenants share.
		const tasks = await listTasks(send, command, domains.length === 1 ? domains[0] : null);
		for (const leaver of leavers) await find(leaver, tasks);
	});
}

/** What has been submitted must not be lost because CIPP cannot be asked for a while, or answers oddly. */
async function surviving(leavers: Leaver[], work: () => Promise<void>): Promise<void> {
	const { error } = await attempt(work());
	for (const leaver of leavers) leaver.trouble = error ? withoutPassword(error.message) : null;
}

async function findOffboarding(
	leaver: Leaver,
	tasks: Task[],
	send: Send,
	clock: Clock,
	options: FollowOptions,
): Promise<void> {
	const task = ownTask(leaver, tasks);
	if (!task) {
		leaver.misses += 1;
		if (leaver.misses >= options.maximumMisses) await endWithout(leaver, tasks, send, clock);
		return;
	}
	leaver.misses = 0;
	const said = isOver(task) ? await sentencesOf(task, send) : [];
	takeTask(leaver, task, said);
}

/** The task is not listed: only the tenant can tell whether CIPP has done it all the same. */
async function endWithout(leaver: Leaver, tasks: Task[], send: Send, clock: Clock): Promise<void> {
	const name = taskName(leaver.account);
	const missing = leaver.doubt ?? {
		message: 'CIPP said it queued the offboarding, and there is no such task',
		advice: `Look in CIPP under Scheduler for "${name}". If it is not there, run it again.`,
	};
	await readState(leaver, askedSteps(leaver.options), send, clock);
	leaver.phase = 'finished';
	const why = whyItMayBeDone(leaver, tasks);
	if (why === null) leaver.refused = missing;
	else leaver.doubt = { message: `${missing.message}, but ${why}`, advice: lookFirst(name) };
}

const lookFirst = (name: string): string =>
	`Look in CIPP under Scheduler for "${name}" before you run it again: CIPP may have done it, and would do it twice.`;

/** Null when nothing speaks for it. */
function whyItMayBeDone(leaver: Leaver, tasks: Task[]): string | null {
	if (leaver.task) return `it was there before (task ${leaver.task.id})`;
	const [other] = addedTasks(leaver, tasks);
	if (other) {
		return `there is one of its name with another reference (task ${other.id}, reference "${other.reference}")`;
	}
	const asked = askedSteps(leaver.options).filter(({ name }) => !leaver.direct?.[name]);
	const done = asked.filter(({ name }) => leaver.proofs[name]?.verified === true);
	if (done.length > 0) return `these are as wanted: ${done.map(({ label }) => label).join(', ')}`;
	const isUnread = asked.some(({ name }) => leaver.proofs[name]?.failed);
	return isUnread ? 'the tenant could not be read' : null;
}

function takeTask(leaver: Leaver, task: Omit<TaskView, 'said'>, said: string[]): void {
	const password = said.map(passwordIn).find((found) => found !== null);
	if (leaver.keepsPassword && password) leaver.newPassword = password;
	leaver.task = view(task, said);
	// Whatever CIPP answered, there it is.
	leaver.doubt = null;
	if (!isOver(task)) return;
	leaver.phase = task.state === 'Completed' && licenseTaskMayExist(leaver) ? 'licenses' : 'reading';
}

/** The task of this submission: none of the earlier ones, and with our reference where CIPP kept it. */
function ownTask(leaver: Leaver, tasks: Task[]): Task | undefined {
	const named = addedTasks(leaver, tasks);
	return (
		named.find((task) => task.reference === leaver.reference) ??
		named.find((task) => task.reference === '')
	);
}

/** Tasks of the person that were not there before. */
const addedTasks = (leaver: Leaver, tasks: Task[]): Task[] =>
	tasks.filter((task) => isOf(task, leaver) && !leaver.earlierTasks.includes(task.id));

/** CIPP removes licences in a second task. A deleted account needs none: its licences are free. */
function licenseTaskMayExist(leaver: Leaver): boolean {
	const asked = askedSteps(leaver.options);
	const step = asked.find(({ laterTask }) => laterTask);
	if (!step) return false;
	const { byStep } = sortSaid(leaver.task?.said ?? [], asked, leaver.options);
	if (readSaid(step, byStep.get(step.name) ?? []) === 'failed') return false;
	const deletion = deletionIn(leaver.options);
	return !deletion || readSaid(deletion, byStep.get(deletion.name) ?? []) !== 'succeeded';
}

/** The progress does not say when CIPP began, and CIPP's clock may not be ours. */
const submittedByOtherClock = ({ submitted }: Leaver): number =>
	Date.parse(submitted) - 15 * 60_000;

async function findLicenseRemoval(
	leaver: Leaver,
	tasks: Task[],
	send: Send,
	{ maximumMisses }: FollowOptions,
): Promise<void> {
	const begun = Date.parse(leaver.task?.scheduledFor ?? '') || submittedByOtherClock(leaver);
	const named = tasks.filter(
		(task) => task.name.toLowerCase() === licenseTaskName(leaver.account).toLowerCase(),
	);
	const task =
		named.find((candidate) => Date.parse(candidate.scheduledFor ?? '') >= begun) ??
		named.find((candidate) => !isOver(candidate));
	leaver.licenseTaskFound = task !== undefined;
	if (!task) {
		// It is created before the offboarding ends, but a list may come back empty for no reason.
		leaver.licenseMisses = (leaver.licenseMisses ?? 0) + 1;
		if (leaver.licenseMisses >= maximumMisses) leaver.phase = 'reading';
		return;
	}
	leaver.licenseMisses = 0;
	const said = isOver(task) ? await sentencesOf(task, send) : [];
	leaver.licenseTask = view(task, said);
	if (isOver(task)) leaver.phase = 'reading';
}

async function sentencesOf(task: Task, send: Send): Promise<string[]> {
	return task.saidElsewhere ? await readTaskResults(send, task.id) : task.said;
}

function view(task: Omit<TaskView, 'said'>, said: string[]): TaskView {
	const { id, name, state, reference, scheduledFor, executed } = task;
	return { id, name, state, reference, scheduledFor, executed, said: said.map(withoutPassword) };
}

/** What is open is read until it is true or time is up, and in the end everything in one go: that counts. */
async function isReadAndBelieved(
	leaver: Leaver,
	send: Send,
	clock: Clock,
	options: FollowOptions,
): Promise<boolean> {
	const asked = askedSteps(leaver.options);
	const open = asked.filter(({ name }) => leaver.proofs[name]?.verified !== true);
	const isFirst = leaver.readSince === null;
	const some = isFirst || open.length === 0 ? asked : open;
	await readState(leaver, some, send, clock);
	if (!isBelieved(leaver, clock.now(), options)) return false;
	if (some.length === asked.length) return true;
	await readState(leaver, asked, send, clock);
	return isBelieved(leaver, clock.now(), options);
}

async function readState(leaver: Leaver, some: Step[], send: Send, clock: Clock): Promise<void> {
	const state = new StateReader(send, leaver);
	for (const step of some) {
		leaver.proofs[step.name] = await prove(step, state, claimOn(step, leaver));
	}
	leaver.person = await readPerson(leaver.account, state);
	leaver.verified = clock.now().toISOString();
	leaver.readSince ??= leaver.verified;
}

const isSettled = (proof: Proof | undefined): boolean =>
	proof?.verified !== false && proof?.failed !== true && proof?.later !== true;

/** A denial counts at once where CIPP itself reports a failure, else after some more readings. */
function isBelieved(leaver: Leaver, now: Date, options: FollowOptions): boolean {
	const since = Date.parse(leaver.readSince ?? '');
	if (now.getTime() - since >= options.settleMilliseconds) return true;
	const asked = askedSteps(leaver.options);
	const { byStep } = sortSaid(leaver.task?.said ?? [], asked, leaver.options);
	const wordsOn = (step: Step): string =>
		leaver.direct?.[step.name]?.outcome ?? readSaid(step, byStep.get(step.name) ?? []);
	return asked.every(
		(step) => isSettled(leaver.proofs[step.name]) || wordsOn(step) !== 'succeeded',
	);
}
