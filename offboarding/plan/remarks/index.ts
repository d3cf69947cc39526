import { blockersOf, type Blocker } from '../../order/blockers';
import type { OffboardingOptions } from '../../order/order';
import type { Snapshot } from '../../person/snapshot-shape';
import { groups } from './groups';
import { identity } from './identity';
import { licenses } from './licenses';
import { mail } from './mail';
import { pending } from './pending';
import { people } from './people';
import { readings } from './readings';
import { blocker, type Found, type PlanFacts, type Remark } from './remark';

export interface Remarks {
	/** With these, starting does harm or cannot work. */
	blockers: Remark[];
	warnings: Remark[];
}

/** Looks for everything that stands in the way of an offboarding or is worth knowing before it. */
export function remarksOn(
	snapshot: Snapshot,
	options: OffboardingOptions,
	facts: PlanFacts,
	now: Date,
): Remarks {
	const found = [
		...pending(facts),
		...identity(snapshot, options),
		...blockersOf(snapshot.user, options, facts.named).map(asFound),
		...groups(snapshot, options),
		...mail(snapshot, options),
		...licenses(snapshot, options, facts),
		...people(snapshot, facts),
		...readings(snapshot, options, facts, now),
	];
	return {
		blockers: found.filter(({ isBlocker }) => isBlocker).map(({ remark }) => remark),
		warnings: found.filter(({ isBlocker }) => !isBlocker).map(({ remark }) => remark),
	};
}

const asFound = ({ code, message, cure, step }: Blocker): Found =>
	blocker(code, message, cure, step);
