import type { NewTask } from '../scheduler/task.mts';
import { MicrosoftError } from '../../microsoft/errors.mts';
import type { Tenant } from '../tenant.mts';

/**
 * Where a CIPP cmdlet works. `tenant` is null when CIPP does not know the tenant: its helpers then only write a
 * warning, so most cmdlets report success without having done anything.
 */
export interface Place {
	tenant: Tenant | null;
	now: Date;
	/** Adds a scheduled task; the answer is CIPP's sentence about it. */
	schedule(task: NewTask): string;
	/** Something Microsoft gets round to later. */
	later(milliseconds: number, what: () => void): void;
}

/** The same place for words alone: what is done there is lost. */
export function withoutEffect({ tenant, now }: Place): Place {
	return { tenant: structuredClone(tenant), now, schedule: () => '', later: () => {} };
}

/** A failure in CIPP's own words, which the caller sees as it is. */
export class CippFailure extends Error {}

/** Runs the Microsoft part of a cmdlet and puts CIPP's sentence before what Microsoft says when it fails. */
export function attempt<Result>(sentence: string, work: () => Result): Result {
	try {
		return work();
	} catch (error) {
		if (error instanceof MicrosoftError) throw new CippFailure(`${sentence}${error.message}`);
		throw error;
	}
}

/** True and False as PowerShell writes them into a text. */
export function spelled(value: boolean): 'True' | 'False' {
	return value ? 'True' : 'False';
}
