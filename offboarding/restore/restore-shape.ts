import type { CippRequest } from '../../cipp/request';
import type { Person, Profile, Snapshot } from '../person/snapshot-shape';

/** Back to the same account, or the same access for someone else. */
export type RestoreKind = 'rehire' | 'successor';

export type RestorePart =
	| 'account'
	| 'attributes'
	| 'licenses'
	| 'groups'
	| 'ownership'
	| 'mailbox'
	| 'mailboxes of others'
	| 'calendars of others'
	| 'manager'
	| 'perUserMfa'
	| 'teamsNumbers';

/** What will be done, before anything is done. Plain JSON: what is approved is what is run. */
export interface RestorePlan {
	schema: 'cipp-restore-plan/1';
	plannedAt: string;
	kind: RestoreKind;
	tenant: Snapshot['tenant'];
	/** When the snapshot was taken, and of whom. */
	from: { takenAt: string; userPrincipalName: string };
	target: Person & { exists: boolean };
	/** In the order in which they have to run. */
	steps: RestoreStep[];
	/** What does not come back by these steps. */
	cannot: CannotRestore[];
	/** What to know beside it. */
	notices: string[];
}

export interface RestoreStep {
	part: RestorePart;
	/** What it does, in words. */
	what: string;
	why: string;
	endpoint: string;
	body: NonNullable<CippRequest['body']>;
	/** What has to be true afterwards. */
	check: RestoreCheck;
}

export interface CannotRestore {
	what: string;
	why: string;
	/** What can be done by hand; empty when nothing can. */
	instead: string;
}

/** A fact that can be read in the tenant. */
export type RestoreCheck =
	| { fact: 'exists' }
	| { fact: 'signInAllowed' }
	/** As Graph names them. */
	| { fact: 'attributes'; values: Profile }
	| { fact: 'license'; skuId: string }
	| { fact: 'member'; groupId: string }
	| { fact: 'owner'; groupId: string }
	| { fact: 'mailboxType'; type: string }
	| { fact: 'visible' }
	| { fact: 'forwarding'; to: string | null; keepsCopy: boolean }
	| { fact: 'automaticReply'; state: string }
	| { fact: 'mailboxRights'; mailbox: string; rights: string[] }
	| { fact: 'calendarRights'; calendar: string; rights: string[] }
	| { fact: 'manager'; id: string }
	| { fact: 'perUserMfa'; state: string }
	| { fact: 'teamsNumber'; number: string };

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
