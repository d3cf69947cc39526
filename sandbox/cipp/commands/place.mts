import { MicrosoftError } from '../../microsoft/errors.mts';
import { normalized } from '../normalized.mts';
import type { Requests } from '../requests.mts';
import type { NewTask } from '../scheduler/task.mts';
import type { PermissionReport } from '../tenant.mts';

/** Where a CIPP command works. */
export interface Place {
	/** The tenant as it was named. */
	tenantFilter: string;
	ask: Requests;
	/** CIPP's own nightly copy of permissions; null when it was never made, or the tenant is not managed. */
	report: PermissionReport | null;
	now: Date;
	/** Adds a scheduled task; the answer is CIPP's sentence about it. */
	schedule(task: NewTask): string;
}

/** The same place where Microsoft loses what is done. CIPP does not notice, so its own report changes all the same. */
export function withoutEffect({ ask, ...place }: Place): Place {
	return {
		...place,
		ask: ask.withoutEffect(),
		schedule: ({ name }) => `Successfully added task: ${name}. It will run in about 8 minutes.`,
	};
}

/** The same place where Exchange refuses every cmdlet with these words. */
export function refusing({ ask, ...place }: Place, words: string): Place {
	return { ...place, ask: ask.refusingCmdlets(words) };
}

/** A failure in CIPP's own words, which the caller sees as it is. */
export class CippFailure extends Error {}

/** Runs the Microsoft part of a command and puts CIPP's sentence before what Microsoft says when it fails. */
export function attempt<Result>(sentence: string, work: () => Result): Result {
	try {
		return work();
	} catch (error) {
		const isTold = error instanceof MicrosoftError || error instanceof CippFailure;
		if (isTold) throw new CippFailure(`${sentence}${normalized(error.message)}`);
		throw error;
	}
}

/** True and False as PowerShell writes them into a text. */
export function spelled(value: boolean): 'True' | 'False' {
	return value ? 'True' : 'False';
}
