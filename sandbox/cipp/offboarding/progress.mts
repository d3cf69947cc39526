import { randomUUID } from 'node:crypto';

export type StepStatus = 'pending' | 'running' | 'succeeded' | 'failed';

export interface ProgressStep {
	Title: string;
	Status: StepStatus;
	Message: string;
	/** 'notify' for what is sent after the steps; the steps themselves have no kind. */
	Kind?: string;
}

/** One person's row in ListOffboardingProgress, which newer CIPP versions have. */
export interface ProgressRow {
	Name: string;
	Source: 'Offboarding';
	Status: 'queued' | 'running' | 'succeeded' | 'failed';
	TaskId: string;
	TenantFilter: string;
	Steps: ProgressStep[];
	/** All sentences once it is over, or why it could not start. */
	Logs: string;
}

/** The progress of offboardings by the id that ExecOffboardUser hands out. */
export class Progress {
	readonly #rows = new Map<string, ProgressRow[]>();

	/** A queued row for each person, still without steps. */
	create(names: string[], tenant: string): string {
		const id = randomUUID();
		this.#rows.set(
			id,
			names.map((Name) => ({
				Name,
				Source: 'Offboarding',
				Status: 'queued',
				TaskId: '',
				TenantFilter: tenant,
				Steps: [],
				Logs: '',
			})),
		);
		return id;
	}

	rows(id: string): ProgressRow[] {
		return this.#rows.get(id) ?? [];
	}

	row(id: unknown, name: string): ProgressRow | undefined {
		return this.rows(String(id ?? '')).find((row) => row.Name === name);
	}

	clear(): void {
		this.#rows.clear();
	}
}

/** A step is failed for CIPP when one of its lines begins like this; other failures count as done. */
const failedLine = /^\s*(Error|Failed)\b/;

/** What a step's lines make of it in CIPP's eyes. */
export function ended(lines: string[]): Pick<ProgressStep, 'Status' | 'Message'> {
	const isFailed = lines.some((line) => failedLine.test(line));
	return { Status: isFailed ? 'failed' : 'succeeded', Message: lines.join('\n') };
}

export const waiting = (Title: string, Kind?: string): ProgressStep => ({
	Title,
	Status: 'pending',
	Message: Kind ? 'Sent once every action has finished' : 'Waiting to start',
	...(Kind ? { Kind } : {}),
});
