import type { Part } from '../person/part';
import type { Person, Snapshot } from '../person/snapshot-shape';
import type { Here } from './here';
import type { RestoreKind, RestorePart } from './parts';
import type { Rule } from '../rules';
import type { CannotRestore, RestorePlan } from './shape';

/** What is given back, and to whom. */
export interface Giving {
	snapshot: Snapshot;
	kind: RestoreKind;
	/** A deleted account comes back with much of what it had. */
	target: RestorePlan['target'];
	/** When the snapshot was taken, and of whom. */
	from: RestorePlan['from'];
	at: Date;
}

/** A request without the tenant, which is always the one that was resolved. */
export interface FactRequest {
	endpoint: string;
	/** A list where CIPP takes one. */
	body: Record<string, unknown> | Array<Record<string, unknown>>;
	/** Where this endpoint reads the tenant, if not from `tenantFilter`. */
	tenantAs?: string;
}

/**
 * Something about a person that a restore makes so again: everything known of it, in one file.
 *
 * `Wanted` is all that a stored plan holds of it, `Now` what is read of it before and after.
 */
export interface Fact<Before = unknown, Wanted = unknown, Now = unknown> {
	/** In stored plans: never changed after a release. */
	name: string;
	part: RestorePart;
	/** What is missing when a snapshot does not hold it, in words. */
	called: string;
	/** What a stored plan may want; anything else is refused before anything is sent. */
	wanted: Rule<Wanted>;
	/** What the snapshot shows. */
	before(snapshot: Snapshot): Part<Before>;
	/** What is to be so again, an entry a step. */
	entries(before: Before, giving: Giving): Wanted[];
	/** What is so now; rejects with `CannotRead`. */
	now(here: Here, wanted: Wanted): Promise<Now>;
	/** The one comparison, for the plan and for every look. Null when the two cannot be compared. */
	isSo(wanted: Wanted, now: Now): boolean | null;
	/** What of it is not so, where a step can be so in part. */
	missing?(wanted: Wanted, now: Now): Wanted;
	/** Why it cannot be given back although it is missing. */
	obstacle?(wanted: Wanted, giving: Giving): CannotRestore | null;
	request(wanted: Wanted, person: Person): FactRequest;
	/** What the step does. `now` is null where nobody could look. */
	what(wanted: Wanted, now: Now | null): string;
	why(wanted: Wanted, from: RestorePlan['from']): string;
	/** What was read, for whoever has to act on it. */
	read(now: Now, wanted: Wanted): string;
	/** What else happens when it is given back. */
	notice?(wanted: Wanted): string | null;
	/** Whether it can be done while the account is deleted. */
	forDeleted?: true;
}

/** Declares a fact. Its types follow from `wanted`, `before` and `now`. */
export function fact<Before, Wanted, Now>(declared: Fact<Before, Wanted, Now>): Fact {
	return declared as Fact;
}

/** The state of something that has only one, compared as Microsoft does: in any case. */
export const same = (a: string | undefined, b: string | undefined): boolean =>
	a?.toLowerCase() === b?.toLowerCase();
