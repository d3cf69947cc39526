import type { Task } from '../../cipp/scheduler';
import type { Tenant } from '../../cipp/tenants';
import type { JobLabels } from '../order/job';
import type { When } from '../order/local-time';
import type { OffboardingOptions } from '../order/order';
import type { Account } from '../person/account';
import type { StepName } from '../steps';
import type { DirectStep } from './direct';
import type { DirectResult, Leaver } from './leaver';

/** One person's offboarding that passed every check; nothing about it has been sent. */
export interface ReadyStart {
	/** Index of the n8n item that asked for it. */
	item: number;
	tenant: Tenant;
	account: Account;
	/** Everything that has to be true in the end. */
	options: OffboardingOptions;
	/** What CIPP's job is asked for, where that is less. */
	send?: StepName[];
	/** Steps to do by endpoints of their own. */
	directly?: DirectStep[];
	/** Kept with the task in CIPP; empty for one made from the order. */
	reference: string;
	/** A task that has ended counts as a new order; only one under way is followed. */
	isRepeatable?: boolean;
	when: When;
	/** Object IDs of everyone who goes to CIPP in one request; left out where each goes alone. */
	together?: string[];
	/** What CIPP is to show instead of the names it has. */
	labels?: JobLabels;
	/** Set for a retry: what became of the steps that are not sent again. */
	direct?: Partial<Record<StepName, DirectResult>>;
	/** Left out: CIPP's job and nothing around it. */
	how?: Partial<HowToStart>;
}

/** What goes with one person's start. */
export interface HowToStart {
	takeSnapshot: boolean;
	/** Block sign-in, reset the password and revoke sessions at once, each checked, before the rest is queued. */
	lockOutFirst: boolean;
	removeAdminRoles: boolean;
	/** Go on although CIPP has another offboarding of the person under way. */
	besideOthers: boolean;
	/** Put the new password into the leaver. */
	keepPassword: boolean;
	/** How long it may take from its start; left out: as long as everyone of the run. */
	limitMilliseconds: number;
}

/** @param own tasks of this person that CIPP has already */
export function newLeaver(ready: ReadyStart, reference: string, own: Task[], now: Date): Leaver {
	const { direct, how = {} } = ready;
	return {
		item: ready.item,
		tenant: ready.tenant,
		account: ready.account,
		options: ready.options,
		reference,
		earlierTasks: own.map(({ id }) => id),
		phase: 'following',
		queueSaid: null,
		refused: null,
		doubt: null,
		misses: 0,
		task: null,
		licenseTask: null,
		licenseTaskFound: null,
		proofs: {},
		readSince: null,
		trouble: null,
		overdue: false,
		submitted: now.toISOString(),
		finished: null,
		verified: null,
		when: ready.when,
		...(direct ? { direct } : {}),
		...(how.keepPassword ? { keepsPassword: true as const } : {}),
		...(how.limitMilliseconds ? { limitMilliseconds: how.limitMilliseconds } : {}),
	};
}
