import { randomUUID } from 'node:crypto';
import type { SandboxClock } from '../../microsoft/clock.mts';
import { asCippKeeps } from './cipp-text.mts';
import { commandNamed } from './command-names.mts';
import { nextQuarter, relativeTime } from './relative-time.mts';
import { isOpen, type NewTask, type Task, type TaskState } from './task.mts';
import type { CommandOutcome, Work } from './work.mts';

/** CIPP's scheduled tasks and the timer that runs them every full quarter of an hour. */
export class Scheduler {
	tasks: Task[] = [];
	readonly #clock: SandboxClock;
	readonly #latency: number;
	readonly #work: Work;

	/** `latency`: milliseconds a task spends in each state before its work begins. */
	constructor(clock: SandboxClock, latency: number, work: Work) {
		this.#clock = clock;
		this.#latency = latency;
		this.#work = work;
	}

	/** Starts the timer. */
	start(): void {
		this.#clock.at(nextQuarter(this.#clock.now()), () => {
			this.#pickUpDue();
			this.start();
		});
	}

	/** Add-CIPPScheduledTask; the answer is its sentence. A row key that exists replaces that task. */
	add(wanted: NewTask): string {
		if (
			wanted.disallowDuplicateName &&
			this.tasks.some(
				(task) => task.name.toLowerCase() === wanted.name.toLowerCase() && isOpen(task),
			)
		) {
			return `Task with name ${wanted.name} already exists`;
		}
		const command = commandNamed(wanted.command);
		if (wanted.command === '')
			throw new Error(
				"Error - Could not add task: Cannot validate argument on parameter 'Name'. The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.",
			);
		if (command === 'unknown')
			return `Error - The command '${wanted.command}' does not exist and cannot be scheduled.`;
		if (command === 'blocked')
			return `Error - The command '${wanted.command}' is not permitted to run as a scheduled task.`;
		const now = this.#clock.now();
		const task: Task = {
			rowKey: wanted.rowKey || randomUUID(),
			state: 'Planned',
			tenant: wanted.tenant,
			tenantGroup: wanted.tenantGroup ?? null,
			excludedTenants: wanted.excludedTenants ?? '',
			name: wanted.name,
			command: wanted.command,
			parameters: wanted.parameters,
			scheduledTime: wanted.scheduledTime || epoch(now),
			executedTime: null,
			recurrence: wanted.recurrence ?? '',
			postExecution: wanted.postExecution ?? '',
			reference: asCippKeeps(wanted.reference ?? ''),
			additionalProperties: wanted.additionalProperties ?? {},
			hidden: wanted.hidden ?? false,
			results: 'Planned',
			storedResults: [],
			alertComment: wanted.alertComment ?? '',
			customSubject: wanted.customSubject ?? '',
			psaTicketStrategy: wanted.psaTicketStrategy ?? '',
			tag: wanted.tag ?? null,
			trigger: wanted.trigger ?? null,
			timestamp: now,
			etag: etag(now),
			stuck: false,
		};
		this.tasks = [...this.tasks.filter(({ rowKey }) => rowKey !== task.rowKey), task];
		if (!wanted.runNow)
			return `Successfully added task: ${task.name}. It will run in ${relativeTime(now, task.scheduledTime)}.`;
		return this.#enqueue(task);
	}

	/** Runs a task that exists now, whatever its state. */
	runNow(task: Task): string {
		this.#write(task, {
			state: 'Planned',
			scheduledTime: epoch(this.#clock.now()),
			executedTime: null,
		});
		return this.#enqueue(task);
	}

	remove(rowKey: string): void {
		this.tasks = this.tasks.filter((task) => task.rowKey !== rowKey);
	}

	/** What is taken from the queue before its time stays planned, whatever the sentence says. */
	#enqueue(task: Task): string {
		this.#clock.after(this.#latency, () => {
			const isPlanned = task.state === 'Planned' || task.state === 'Failed - Planned';
			const isDue = task.scheduledTime <= epoch(this.#clock.now());
			if (this.tasks.includes(task) && isPlanned && isDue) this.#claim(task);
		});
		return `Task ${task.name} scheduled to run now`;
	}

	#pickUpDue(): void {
		const now = this.#clock.now();
		const olderThan = (task: Task, hours: number) =>
			now.getTime() - task.timestamp.getTime() > hours * 3_600_000;
		const isDue = (task: Task) => {
			if (task.stuck || task.scheduledTime > epoch(now)) return false;
			if (task.state === 'Planned' || task.state === 'Failed - Planned') return true;
			// Work that seems lost is taken up again.
			return (
				(task.state === 'Pending' && olderThan(task, 1)) ||
				((task.state === 'Running' || task.state === 'Processing') && olderThan(task, 4))
			);
		};
		for (const task of this.tasks.filter(isDue)) this.#claim(task);
	}

	#claim(task: Task): void {
		this.#write(task, { state: 'Pending', executedTime: epoch(this.#clock.now()) });
		this.#clock.after(this.#latency, () => {
			if (this.tasks.includes(task) && task.state === 'Pending') this.#run(task);
		});
	}

	#run(task: Task): void {
		this.#write(task, { state: 'Running' });
		this.#clock.after(this.#latency, () => {
			if (!this.tasks.includes(task)) return;
			if (task.command.toLowerCase() === 'invoke-cippoffboardingjob') this.#runOffboarding(task);
			else this.#runOther(task);
		});
	}

	#runOffboarding(task: Task): void {
		this.#work.offboard(task, {
			started: () =>
				this.#write(task, { state: 'Processing', results: 'Orchestration in progress' }),
			// By now the scheduler has wrapped the text into an object, and that is written as PowerShell writes objects.
			notStarted: (exception) =>
				this.#write(task, { state: 'Failed', results: `@{Results=Task Failed: ${exception}}` }),
			stuck: () => this.#write(task, { stuck: true }),
			completed: (lines) => {
				const username = String(task.parameters.Username ?? '');
				const stored = this.#store(
					task,
					lines.length > 0 ? lines : `Offboarding completed successfully for ${username}`,
					'Offboarding completed, details are available in the More Info pane',
				);
				this.#write(task, {
					state: 'Completed',
					executedTime: epoch(this.#clock.now()),
					results: stored,
				});
			},
		});
	}

	#runOther(task: Task): void {
		const outcome = this.#work.run(task);
		if (outcome === 'hangs') return this.#write(task, { stuck: true });
		if (outcome === 'not yet')
			return this.#write(task, {
				state: 'Planned',
				scheduledTime: task.scheduledTime + seconds(task.recurrence),
			});
		const stored = outcome.perTenant
			? this.#storePerTenant(task, outcome.perTenant, String(outcome.lines[0]))
			: this.#store(task, outcome.lines, 'Completed, details are available in the More Info pane');
		const recurs = seconds(task.recurrence) > 0 && task.trigger?.ExecutionMode !== 'once';
		if (!recurs) return this.#write(task, { state: 'Completed', results: stored });
		const now = epoch(this.#clock.now());
		const late = task.scheduledTime < now - seconds(task.recurrence);
		this.#write(task, {
			state: 'Planned',
			results: stored,
			scheduledTime: (late ? now : task.scheduledTime) + seconds(task.recurrence),
		});
	}

	/** Results as CIPP stores them: JSON text, one line a bare object, and too long a text moved aside. */
	#store(task: Task, lines: CommandOutcome['lines'] | string, tooLong: string): string {
		if (typeof lines === 'string') return lines;
		const rows = lines.map(stored);
		if (rows.length === 0) return '';
		const text = `${JSON.stringify(rows.length === 1 ? rows[0] : rows)}\n`;
		task.storedResults = [];
		if (text.length <= 64_000) return text;
		task.storedResults = [{ tenant: task.tenant, results: rows, timestamp: this.#clock.now() }];
		return JSON.stringify({ Results: tooLong });
	}

	#storePerTenant(
		task: Task,
		perTenant: NonNullable<CommandOutcome['perTenant']>,
		summary: string,
	): string {
		task.storedResults = perTenant.map(({ tenant, lines }) => ({
			tenant,
			results: lines.map(stored),
			timestamp: this.#clock.now(),
		}));
		return summary;
	}

	#write(task: Task, changes: Partial<Task> & { state?: TaskState }): void {
		const now = this.#clock.now();
		Object.assign(task, changes, { timestamp: now, etag: etag(now) });
	}
}

/** A line as an object; a row without the names that it has in a table of CIPP's. */
function stored(line: CommandOutcome['lines'][number]): Record<string, unknown> {
	if (typeof line === 'string') return { Results: line };
	const { RowKey: _row, PartitionKey: _partition, ...columns } = line;
	return columns;
}

const epoch = (time: Date) => Math.floor(time.getTime() / 1000);
const etag = (time: Date) => `W/"datetime'${encodeURIComponent(time.toISOString())}'"`;

/** Length of a recurrence; a bare number counts days, and '0' or nothing is once. */
function seconds(recurrence: string): number {
	const match = /^(\d+)([mhd]?)$/.exec(recurrence);
	if (!match) return 0;
	return (
		Number(match[1]) * { m: 60, h: 3600, d: 86_400, '': 86_400 }[match[2] as 'm' | 'h' | 'd' | '']!
	);
}
