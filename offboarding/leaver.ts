import { isObject } from '../cipp/body';
import type { Task } from '../cipp/scheduler';
import type { Tenant } from '../cipp/tenants';
import type { Row } from '../cipp/rows';
import type { RoleResult } from './admin-roles';
import type { DirectResult } from './direct';
import type { When } from './local-time';
import type { OffboardingOptions } from './order';
import type { Deployment } from './progress';
import type { RetryDecision } from './retry';
import type { Snapshot } from './snapshot-shape';
import type { StepName } from './steps';

/** The person as the tenant knew them before anything was sent. */
export interface Account {
	id: string;
	userPrincipalName: string;
	displayName: string;
	isSynced: boolean;
	/** What later proves that sessions and password are newer; ISO or null. */
	sessionsValidFrom: string | null;
	passwordChanged: string | null;
}

export type Phase =
	/** Waiting for CIPP to end the offboarding. */
	| 'following'
	/** The offboarding has ended; the task that removes the licences has not. */
	| 'licenses'
	/** CIPP has ended; the state is to be read. */
	| 'reading'
	| 'finished';

/** What reading the tenant told about one step. Null: it cannot be read, and `read` says why. */
export interface Proof {
	verified: boolean | null;
	read: string;
	advice?: string;
	/** Reading was meant to work and failed: nobody has looked. */
	failed?: true;
}

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
	/** How often the task list was read without finding the task. */
	misses: number;
	task: TaskView | null;
	licenseTask: TaskView | null;
	/** False once CIPP should have created the licence task and did not. */
	licenseTaskFound: boolean | null;
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
	/** Only when the caller asked to see it. */
	newPassword?: string;
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

export function accountOf(row: Row): Account {
	return {
		id: String(row.id ?? ''),
		userPrincipalName: String(row.userPrincipalName ?? ''),
		displayName: String(row.displayName ?? ''),
		isSynced: row.onPremisesSyncEnabled === true,
		sessionsValidFrom: timeOf(row.signInSessionsValidFromDateTime),
		passwordChanged: timeOf(row.lastPasswordChangeDateTime),
	};
}

export function timeOf(value: unknown): string | null {
	if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) return null;
	return new Date(value).toISOString();
}

/** The licences an account holds, by SKU ID. */
export function licensesOf(row: Row): string[] {
	const assigned = Array.isArray(row.assignedLicenses) ? row.assignedLicenses : [];
	return assigned.filter(isObject).map((license) => String(license.skuId));
}
