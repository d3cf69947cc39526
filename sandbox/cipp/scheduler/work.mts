import type { Task } from './task.mts';

/** What the scheduler has done elsewhere when it runs a task. */
export interface Work {
	/** Runs an offboarding and tells how far it got. */
	offboard(task: Task, progress: JobProgress): void;
	/** Runs any other command. 'hangs': a fault keeps it running for good. 'not yet': its trigger has not come. */
	run(task: Task): CommandOutcome | 'hangs' | 'not yet';
}

/** How the scheduler is told that a job got somewhere. */
export interface JobProgress {
	/** The steps are under way. */
	started(): void;
	/** The job could not be dispatched; the text is the exception's. */
	notStarted(exception: string): void;
	/** All steps were tried, with their lines in order. */
	completed(lines: string[]): void;
	/** A fault keeps it in Processing for good. */
	stuck(): void;
}

export interface CommandOutcome {
	/** Sentences, or the rows of a command that reads. */
	lines: Array<string | Record<string, unknown>>;
	perTenant?: Array<{ tenant: string; lines: CommandOutcome['lines'] }>;
}
