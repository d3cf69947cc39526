import { isObject } from '../../cipp/body';
import { attempt } from '../../cipp/attempt';
import { CippUnreachable } from '../../cipp/failure';
import { readOutcome } from '../../cipp/outcome';
import type { CippRequest, Clock, Send } from '../../cipp/request';
import type { Row } from '../../cipp/rows';
import { isoTime, readTaskResults, readTaskRows, sentencesOf } from '../../cipp/scheduler';
import type { Tenant } from '../../cipp/tenants';
import { withoutPassword } from '../redact';
import { timingOf, type TaskPhase, type TaskTiming } from './task-state';
import { InvalidOrder } from '../invalid-order';
import { licenseCommand, offboardingCommand } from '../order/job';
import { referenceText } from '../order/reference';

export type { TaskPhase } from './task-state';

/** A task of CIPP that belongs to an offboarding. Plain JSON without secrets. */
export interface OffboardingTask extends TaskTiming {
	id: string;
	name: string;
	kind: 'offboarding' | 'license removal';
	/** User principal name; empty where CIPP does not tell. */
	user: string;
	/** Default domain of the tenant. */
	tenant: string;
	/** CIPP's own word. */
	state: string;
	reference: string;
	/** ISO 8601, UTC; null for never. */
	scheduledFor: string | null;
	/** CIPP overwrites it when it takes a task up and when it ends it. */
	executed: string | null;
	lastChange: string | null;
	/** CIPP's sentences; empty until it has ended. */
	said: string[];
	/** CIPP keeps the sentences elsewhere: read the single task for them. */
	saidElsewhere: boolean;
	/** What to do; empty when there is nothing to do. */
	advice: string;
}

export interface TaskFilter {
	/** Left out: every tenant. */
	tenant?: Tenant | null;
	/** User principal name. */
	user?: string;
	reference?: string;
	phases?: TaskPhase[];
	/** Left out: both. */
	kind?: OffboardingTask['kind'];
}

/**
 * The tasks of offboardings, newest first, with one call for each kind.
 *
 * @throws {CippFailure} when CIPP does not show its tasks
 */
export async function listOffboardingTasks(
	filter: TaskFilter,
	send: Send,
	clock: Clock,
): Promise<OffboardingTask[]> {
	const wanted = kinds.filter(({ kind }) => !filter.kind || kind === filter.kind);
	const tasks: OffboardingTask[] = [];
	for (const { command } of wanted) {
		const rows = await readTaskRows(send, { Type: command, ...tenantQuery(filter) });
		tasks.push(...rows.map((row) => taskOf(row, clock.now())));
	}
	return tasks
		.filter(
			({ user, reference, phase }) =>
				(!filter.user || user.toLowerCase() === filter.user.toLowerCase()) &&
				(!filter.reference || reference === referenceText(filter.reference)) &&
				(!filter.phases || filter.phases.includes(phase)),
		)
		.sort((a, b) => (b.scheduledFor ?? '').localeCompare(a.scheduledFor ?? ''));
}

/**
 * One task, with its sentences in full.
 *
 * @throws {InvalidOrder} when there is no such task, or it belongs to no offboarding
 * @throws {CippFailure} when CIPP does not show its tasks
 */
export async function getOffboardingTask(
	id: string,
	send: Send,
	clock: Clock,
): Promise<OffboardingTask> {
	const task = await findTask(id, send, clock);
	if (!task) {
		throw new InvalidOrder(
			'id',
			`CIPP has no task "${id}"`,
			'List the tasks first. A task that ran long ago may have been removed.',
		);
	}
	if (!task.saidElsewhere) return task;
	const said = await readTaskResults(send, id);
	return { ...task, said: said.map(withoutPassword), saidElsewhere: false };
}

export interface TaskChange {
	outcome: 'done' | 'failed';
	message: string;
	/** Empty when there is nothing to do. */
	advice: string;
	/** CIPP's sentences. */
	said: string[];
	/** Before. */
	task: OffboardingTask;
	/** As read afterwards; null when it is gone. */
	after: OffboardingTask | null;
}

/**
 * Takes a task out of CIPP and reads whether it is gone.
 *
 * @throws {InvalidOrder} when there is no such task, or it has ended
 */
export async function cancelTask(id: string, send: Send, clock: Clock): Promise<TaskChange> {
	const task = await getOffboardingTask(id, send, clock);
	if (task.phase === 'finished' || task.phase === 'could not start') {
		throw new InvalidOrder(
			'id',
			`"${task.name}" has ended (${task.state}): there is nothing to cancel`,
			'To undo what was done, restore from a snapshot.',
		);
	}
	const { said, failure } = await change(send, {
		method: 'POST',
		endpoint: 'RemoveScheduledItem',
		body: { id },
	});
	// CIPP says that it removed the task whatever happened.
	const after = await findTask(id, send, clock);
	const hadBegun =
		task.phase === 'running' || task.state === 'Running' || task.state === 'Processing';
	if (after) {
		const message = `"${task.name}" is still there: ${after.state}${failure ? `. ${failure}` : ''}`;
		const advice = 'Remove it in CIPP under Scheduler.';
		return { outcome: 'failed', message, advice, said, task, after };
	}
	return {
		outcome: 'done',
		message: hadBegun
			? `"${task.name}" is removed, though CIPP had begun: the steps under way may go on`
			: `"${task.name}" is cancelled; nothing of it was done`,
		advice: hadBegun ? 'Verify the person in a few minutes: some steps may be done.' : '',
		said,
		task,
		after: null,
	};
}

/**
 * Lets CIPP begin a waiting or stuck task now, and reads whether it took it up.
 *
 * @throws {InvalidOrder} when there is no such task, or running it now would do its steps twice
 */
export async function runTaskNow(id: string, send: Send, clock: Clock): Promise<TaskChange> {
	const task = await getOffboardingTask(id, send, clock);
	if (task.phase === 'running' || (task.phase === 'queued' && task.state === 'Pending')) {
		throw new InvalidOrder(
			'id',
			`"${task.name}" has begun (${task.state}): its steps would run twice`,
			'Wait for it. Only what is waiting or stuck can be started.',
		);
	}
	if (task.phase === 'finished') {
		throw new InvalidOrder(
			'id',
			`"${task.name}" has ended: all its steps would run again`,
			'Verify the person, and offboard them again with the steps that are missing.',
		);
	}
	const { said, failure } = await change(send, {
		method: 'POST',
		endpoint: 'AddScheduledItem',
		// CIPP checks access against the partner's own tenant when none is named.
		query: task.tenant ? { tenantFilter: task.tenant } : {},
		// Anything beside these two would replace the task.
		body: { RowKey: id, RunNow: true },
	});
	const after = await findTask(id, send, clock);
	const isTaken = after !== null && !failure && hasMoved(task, after, clock.now());
	return {
		outcome: isTaken ? 'done' : 'failed',
		message: isTaken
			? `"${task.name}" is started`
			: `"${task.name}" is not started${failure ? `: ${failure}` : ''}`,
		advice: isTaken ? '' : "Look at the task in CIPP's scheduler, then try again.",
		said,
		task,
		after,
	};
}

/** Its time is now, or CIPP works on it. A minute is left for clocks that differ. */
function hasMoved(before: OffboardingTask, after: OffboardingTask, now: Date): boolean {
	if (after.state !== 'Planned' && after.state !== before.state) return true;
	const isNewTime = after.scheduledFor !== before.scheduledFor;
	return isNewTime && Date.parse(after.scheduledFor ?? '') <= now.getTime() + 60_000;
}

const kinds = [
	{ kind: 'offboarding', command: offboardingCommand },
	{ kind: 'license removal', command: licenseCommand },
] as const;

const tenantQuery = ({ tenant }: TaskFilter): Record<string, string> =>
	tenant ? { tenantFilter: tenant.defaultDomainName } : {};

/** Null when CIPP has no such task. */
async function findTask(id: string, send: Send, clock: Clock): Promise<OffboardingTask | null> {
	const wanted = id.trim();
	if (wanted === '') {
		// Without an ID CIPP would list every task there is.
		throw new InvalidOrder('id', 'No task is named', 'Give the ID of the task.');
	}
	const rows = await readTaskRows(send, { Id: wanted });
	const row = rows.find(({ RowKey }) => RowKey === wanted);
	if (!row) return null;
	if (!kinds.some(({ command }) => command === row.Command)) {
		throw new InvalidOrder(
			'id',
			`"${String(row.Name)}" is no task of an offboarding`,
			'Use the operations for scheduled tasks instead.',
		);
	}
	return taskOf(row, clock.now());
}

/** Sends a change; what matters is what is read afterwards. */
async function change(
	send: Send,
	request: CippRequest,
): Promise<{ said: string[]; failure: string | null }> {
	const { value: answer, error } = await attempt(send(request));
	if (error instanceof CippUnreachable) return { said: [], failure: error.message };
	if (error) throw error;
	const { status, messages } = readOutcome(answer);
	const said = messages.map(({ text }) => withoutPassword(text));
	return { said, failure: status === 'failed' ? said.join('; ') : null };
}

function taskOf(row: Row, now: Date): OffboardingTask {
	const state = String(row.TaskState ?? '');
	const scheduledFor = isoTime(row.ScheduledTime);
	const changed = isoTime(row.Timestamp) ?? isoTime(row.ExecutedTime);
	const timing = timingOf({ state, scheduledFor, lastChange: changed }, now);
	const said =
		timing.phase === 'finished' || timing.phase === 'could not start'
			? sentencesOf(row.Results)
			: [];
	const parameters = isObject(row.Parameters) ? row.Parameters : {};
	const kind = row.Command === licenseCommand ? 'license removal' : 'offboarding';
	return {
		id: String(row.RowKey ?? ''),
		name: String(row.Name ?? ''),
		kind,
		user: String(parameters.Username ?? parameters.username ?? ''),
		tenant: tenantOf(row.Tenant),
		state,
		reference: String(row.Reference ?? ''),
		scheduledFor,
		executed: isoTime(row.ExecutedTime),
		lastChange: changed,
		said: said.map(withoutPassword),
		saidElsewhere: said.length === 1 && /details are available in the more info/i.test(said[0]),
		...timing,
		advice: adviceFor(timing),
	};
}

/** Older CIPPs give the domain, newer ones an object. */
function tenantOf(tenant: unknown): string {
	const name = isObject(tenant) ? tenant.value : tenant;
	return typeof name === 'string' && name !== 'None' ? name : '';
}

function adviceFor({ phase, isStalled, rerunsAt }: TaskTiming): string {
	if (phase === 'could not start') {
		return 'Nothing was done. Correct what CIPP names and start it again.';
	}
	if (phase === 'finished') return 'That it has ended does not say that it worked: verify it.';
	if (!isStalled) return '';
	const rerun = rerunsAt
		? ` CIPP begins it again at ${rerunsAt} and then does every step twice: cancel it before that.`
		: '';
	return phase === 'stuck'
		? `CIPP does not go on with it.${rerun || ' Run it now, or look whether CIPP runs its timers.'}`
		: `It takes longer than usual.${rerun}`;
}
