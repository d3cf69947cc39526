import type { Person, Snapshot } from '../person/snapshot-shape';
import type { RestoreKind, RestorePart } from './parts';

export const restorePlanSchema = 'cipp-restore-plan/2';

/** What will be done, before anything is done. Plain JSON: what is approved is what is run. */
export interface RestorePlan {
	schema: typeof restorePlanSchema;
	/** ISO 8601, UTC. */
	plannedAt: string;
	kind: RestoreKind;
	tenant: Snapshot['tenant'];
	/** When the snapshot was taken, and of whom. */
	from: { takenAt: string; userPrincipalName: string; displayName: string };
	target: Person & { exists: boolean };
	/** In the order in which they have to run. */
	steps: RestoreStep[];
	/** What does not come back by these steps. */
	cannot: CannotRestore[];
	/** What to know beside it. */
	notices: string[];
}

/**
 * A fact that is to be so again. Only `fact` and `wanted` count: the words are for whoever approves the
 * plan, and what is sent is derived from the fact when it is run.
 */
export interface RestoreStep {
	part: RestorePart;
	/** What it does, in words. */
	what: string;
	why: string;
	/** Name in `facts/index.ts`. */
	fact: string;
	/** As the fact's own rule has it. */
	wanted: unknown;
}

export interface CannotRestore {
	what: string;
	why: string;
	/** What can be done by hand; empty when nothing can. */
	instead: string;
}

export type RestoreOutcome =
	/** It was so before anything was sent. */
	| 'already so'
	/** Sent, and read to be so. */
	| 'done'
	/** Sent, CIPP says it is done, and it cannot be read. */
	| 'not verified'
	/** The same, but the look at it failed, which another may not. */
	| 'unclear'
	| 'failed'
	/** A step before it failed without which this makes no sense. */
	| 'not tried';

export interface RestoreStepResult extends RestoreStep {
	outcome: RestoreOutcome;
	/** CIPP's sentences. */
	said: string[];
	/** What was read afterwards, or why it could not be. */
	read: string;
	advice?: string;
}

export interface RestoreResult {
	schema: 'cipp-restore/1';
	status: 'succeeded' | 'partial' | 'failed';
	summary: string;
	kind: RestoreKind;
	tenant: RestorePlan['tenant'];
	target: RestorePlan['target'];
	/** ISO 8601, UTC. */
	started: string;
	finished: string;
	steps: RestoreStepResult[];
	cannot: CannotRestore[];
	notices: string[];
}
