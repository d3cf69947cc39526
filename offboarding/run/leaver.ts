import type { Task } from '../../cipp/scheduler';
import type { Tenant } from '../../cipp/tenants';
import type { When } from '../order/local-time';
import type { OffboardingOptions } from '../order/order';
import type { Deployment } from './progress';
import type { PersonNow } from '../person/person-now';
import type { KnownPlaces } from '../person/places';
import type { Snapshot } from '../person/snapshot-shape';
import type { StepName } from '../steps';
import type { Proof } from '../steps/vocabulary/proof';
import type { RoleResult } from '../person/roles';
import { Account } from '../person/account';
import { Status } from '../../cipp/outcome';

export type Phase =
	/** Waiting for CIPP to end the offboarding. */
	| 'following'
	/** The offboarding has ended; the task that removes the licences has not. */
	| 'licenses'
	/** CIPP has ended; the state is to be read. */
	| 'reading'
	| 'finished';

/**
 * One person's offboarding, as far as it has come. Plain JSON, so that a waiting execution can store
 * it; it never holds a password.
 */
export interface Leaver {
	/** Index of the n8n item that asked for it. */
	item: number;
	tenant: Tenant;
	account: Account;
	options: OffboardingOptions;
	reference: string;
	/** Tasks of this person that were there before; not ours. */
	earlierTasks: string[];
	phase: Phase;
	/** CIPP's sentence about the queueing; null where it gave none. */
	queueSaid: string | null;
	/** Set when CIPP did not queue it. */
	refused: Refusal | null;
	/** The answer to the submission was lost or unclear; holds good only if no task turns up. */
	doubt: Refusal | null;
	/** Null where CIPP shows no progress; left out by earlier versions of this package. */
	deployment?: Deployment | null;
	/** How often in a row the task list was read without finding the task. */
	misses: number;
	task: TaskView | null;
	licenseTask: TaskView | null;
	/** False once CIPP should have created the licence task and did not. */
	licenseTaskFound: boolean | null;
	/** How often in a row its list was read without it. */
	licenseMisses?: number;
	proofs: Partial<Record<StepName, Proof>>;
	/** When the state was first read. */
	readSince: string | null;
	/** Why the task list could not be read at the last look; null when it could. */
	trouble: string | null;
	/** The wait ended before CIPP did. */
	overdue: boolean;
	submitted: string;
	finished: string | null;
	verified: string | null;
	/** Take the new password out of CIPP's sentences and keep it apart. */
	keepsPassword?: true;
	/** Only when the caller asked to see it. */
	newPassword?: string;
	/** How long it may take from its start; left out: as long as everyone who is waited for. */
	limitMilliseconds?: number;
	/** When it is to begin, as people read it. */
	when?: When;
	/** What the person had before anything was sent. */
	snapshot?: Snapshot;
	/** Steps that were done by an endpoint of their own instead of CIPP's job. */
	direct?: Partial<Record<StepName, DirectResult>>;
	/** Admin roles that were taken away, if that was asked for. */
	roles?: RoleResult[];
	/** For a retry: what became of each step. */
	retry?: RetryDecision[];
	/** What the person could open of others before anything was sent. Left out by earlier versions. */
	placesBefore?: KnownPlaces;
	/** When CIPP was first seen at work on it; null while it waits for its time. ISO. */
	begun?: string | null;
	/** For when CIPP's task was planned at first. ISO. */
	firstTime?: string | null;
	/** The person at the last look. */
	person?: PersonNow;
	/** What was to be so at once and is not; CIPP's job is to do it. */
	openNow?: Partial<Record<StepName, DirectResult>>;
	/** Things to know that belong to no step. */
	remarks?: string[];
	/** The task of an earlier start under the same reference: nothing was sent this time. */
	startedBefore?: string;
	/** Tasks of the same order that another worker sent in the same second and that cannot be taken back. */
	duplicates?: string[];
}

export interface Refusal {
	message: string;
	advice: string;
}

/** A task of CIPP, without the sentences of others. */
export type TaskView = Pick<
	Task,
	'id' | 'name' | 'state' | 'reference' | 'scheduledFor' | 'executed' | 'said'
>;

/** A step that was done by its own endpoint, not by CIPP's job. Plain JSON without secrets. */
export interface DirectResult {
	/** CIPP's sentences. */
	said: string[];
	outcome: Status;
	/** ISO 8601, UTC. */
	at: string;
}

/** Why a step was not done: what passes by itself, what will fail again, or what nobody knows. */
export type FailureKind = 'transient' | 'permanent' | 'unclear';

/** What a retry makes of one step. */
export interface RetryDecision {
	step: StepName;
	isRetried: boolean;
	/** Null when there is nothing to retry. */
	kind: FailureKind | null;
	why: string;
}
