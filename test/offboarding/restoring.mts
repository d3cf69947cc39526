import type { Fact } from '../../offboarding/restore/fact';
import { planRestore } from '../../offboarding/restore/plan';
import type { RestorePlan } from '../../offboarding/restore/shape';
import { takeSnapshot, type Snapshot } from '../../offboarding/person/snapshot';
import type { Connection } from './sandbox-send.mts';

/** As a document comes back from wherever it was stored. */
export const asStored = <T,>(document: T): T => JSON.parse(JSON.stringify(document)) as T;

export async function snapshotOf(cipp: Connection, person: string): Promise<Snapshot> {
	return asStored(await takeSnapshot(cipp.tenant(), person, cipp.send, cipp.clock));
}

/** What a restore of one fact alone would do. */
export async function planOf(
	cipp: Connection,
	one: Fact,
	snapshot: Snapshot,
): Promise<RestorePlan> {
	const wish = { snapshot, kind: 'rehire' as const, parts: [one.part] };
	const plan = asStored(await planRestore(wish, cipp.send, cipp.clock));
	return { ...plan, steps: plan.steps.filter((step) => step.fact === one.name) };
}

/** An account goes to the deleted users, with nothing that comes back but itself. */
export function moveToDeleted({ sandbox, clock }: Connection, name: string): void {
	const tenant = sandbox.tenants.named('contoso.example');
	const gone = sandbox.tenants.user(name);
	tenant.users = tenant.users.filter((other) => other !== gone);
	tenant.deletedUsers.push({
		user: gone,
		deletedDateTime: clock.now().toISOString(),
		groupIds: [],
		ownedGroupIds: [],
	});
}
