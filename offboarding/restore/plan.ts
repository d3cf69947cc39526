import { mapBounded } from '../../cipp/bounded';
import type { Clock, Send } from '../../cipp/request';
import { InvalidOrder } from '../invalid-order';
import { isRead, orElse, type NotRead } from '../person/part';
import { takeSnapshot } from '../person/snapshot';
import { snapshotSchema, type Snapshot } from '../person/snapshot-shape';
import { sharingReads } from '../person/tenant-reads';
import type { Fact, Giving } from './fact';
import { facts } from './facts';
import { Here } from './here';
import { lookAt, type Look } from './look';
import { lostForGood } from './lost-for-good';
import { partsFor, type RestoreKind, type RestorePart } from './parts';
import { findTarget, tenantNow } from './place';
import { restorePlanSchema, type CannotRestore, type RestorePlan, type RestoreStep } from './shape';

export interface RestoreWish {
	snapshot: Snapshot;
	kind: RestoreKind;
	/** Who gets the same access; user principal name or object ID. For `successor` only. */
	successor?: string;
	/** Left out: everything for a rehire; licences and groups for a successor. */
	parts?: RestorePart[];
}

/**
 * Says what a restore would do and what cannot come back. Only reads.
 *
 * @throws {InvalidOrder} when the snapshot is none, or the person is neither there nor in the bin
 * @throws {UnknownTenant} when CIPP no longer manages the tenant
 * @throws {CippFailure} when the account cannot be read
 */
export async function planRestore(
	wish: RestoreWish,
	send: Send,
	clock: Clock,
	known: Fact[] = facts,
): Promise<RestorePlan> {
	const { snapshot, kind } = wish;
	checkSnapshot(snapshot);
	const tenant = await tenantNow(snapshot.tenant, send);
	const target = await findTarget(wish, tenant, send);
	// The snapshot of now and the look at each fact are of one moment.
	const reading = sharingReads(send);
	const now = target.exists ? await takeSnapshot(tenant, target.id, reading, clock) : null;
	const here = target.exists ? new Here(reading, tenant, target) : null;
	const giving = { snapshot, kind, target, from: fromOf(snapshot), at: clock.now() };
	const parts = partsFor(kind, wish.parts);
	const chosen = known.filter(({ part }) => parts.has(part));
	const work = withWhatIsKnown(await workOf(chosen, giving, here), giving, now);
	const { defaultDomainName, displayName, customerId } = tenant;
	return {
		schema: restorePlanSchema,
		plannedAt: clock.now().toISOString(),
		kind,
		tenant: { defaultDomainName, displayName, customerId },
		from: giving.from,
		target,
		...work,
	};
}

function fromOf({ takenAt, user }: Snapshot): RestorePlan['from'] {
	const { userPrincipalName, displayName } = user;
	return { takenAt, userPrincipalName, displayName };
}

/** What belongs to no fact and is only of interest to the person themselves. */
function withWhatIsKnown(work: Work, { snapshot, kind }: Giving, now: Snapshot | null): Work {
	if (kind === 'successor') return work;
	return {
		steps: work.steps,
		cannot: [...work.cannot, ...lostForGood(snapshot, now)],
		notices: [...work.notices, ...noticesOf(snapshot, now)],
	};
}

function checkSnapshot(snapshot: Snapshot): void {
	if (snapshot?.schema === snapshotSchema && snapshot.user?.id && snapshot.tenant?.customerId)
		return;
	throw new InvalidOrder(
		'snapshot',
		`This is no snapshot of the kind ${snapshotSchema}`,
		'Give the JSON that Snapshot returned, as a whole.',
	);
}

interface Work {
	steps: RestoreStep[];
	cannot: CannotRestore[];
	notices: string[];
}

/** What comes of one thing that the snapshot shows: a step, the reason why there is none, or nothing. */
type Entry = { step: RestoreStep; notice: string | null } | { cannot: CannotRestore } | null;

async function workOf(chosen: Fact[], giving: Giving, here: Here | null): Promise<Work> {
	const shown = chosen.flatMap((fact) => shownBy(fact, giving));
	const entries = await mapBounded(shown, 3, async (one): Promise<Entry> => {
		if ('cannot' in one) return one;
		return await entryFor(one.fact, one.wanted, giving, here);
	});
	const steps = entries.flatMap((entry) => (entry && 'step' in entry ? [entry] : []));
	return {
		steps: steps.map(({ step }) => step),
		cannot: withoutRepetitions(
			entries.flatMap((entry) => (entry && 'cannot' in entry ? [entry.cannot] : [])),
		),
		notices: [...new Set(steps.flatMap(({ notice }) => (notice === null ? [] : [notice])))],
	};
}

function shownBy(
	fact: Fact,
	giving: Giving,
): Array<{ fact: Fact; wanted: unknown } | { cannot: CannotRestore }> {
	const before = fact.before(giving.snapshot);
	if (isRead(before)) return fact.entries(before, giving).map((wanted) => ({ fact, wanted }));
	const { notRead, absent } = before as NotRead;
	return absent ? [] : [{ cannot: notHeld(fact, `the snapshot does not hold it: ${notRead}`) }];
}

const notHeld = ({ called }: Fact, why: string): CannotRestore => ({
	what: called,
	why,
	instead: 'Ask whoever knows.',
});

async function entryFor(
	fact: Fact,
	wanted: unknown,
	giving: Giving,
	here: Here | null,
): Promise<Entry> {
	const problem = fact.wanted(wanted);
	if (problem && !fact.obstacle?.(wanted, giving))
		return { cannot: notHeld(fact, `the snapshot holds no such thing: ${problem}`) };
	// A deleted account has nothing to look at, and all of it counts as lost.
	const look = here && (await lookAt(fact, wanted, here));
	if (look?.isSo === true) return null;
	const missing = look ? missingOf(fact, wanted, look) : wanted;
	const obstacle = fact.obstacle?.(missing, giving);
	if (obstacle) return { cannot: obstacle };
	const { name, part } = fact;
	const what = fact.what(missing, look?.now ?? null);
	const step = { part, what, why: fact.why(missing, giving.from), fact: name, wanted: missing };
	return { step, notice: fact.notice?.(missing) ?? null };
}

function missingOf(fact: Fact, wanted: unknown, { now }: Look): unknown {
	return now === null ? wanted : (fact.missing?.(wanted, now) ?? wanted);
}

/** Several facts may come from one part of the snapshot. */
function withoutRepetitions(all: CannotRestore[]): CannotRestore[] {
	return all.filter(
		({ what, why }, index) =>
			all.findIndex((other) => other.what === what && other.why === why) === index,
	);
}

/** What to know of the person, whatever is given back. */
function noticesOf(snapshot: Snapshot, now: Snapshot | null): string[] {
	const before = orElse(snapshot.mailboxDelegates, []).map(({ user }) => user.toLowerCase());
	const added = orElse(now?.mailboxDelegates ?? [], [])
		.map(({ user }) => user)
		.filter((user) => !before.includes(user.toLowerCase()));
	const synced = snapshot.user.isSynced
		? [
				'The account is synced: enable it in the local Active Directory too, or the next sync undoes it.',
			]
		: [];
	if (added.length === 0) return synced;
	const kept = `These people were given access to the mailbox since, and keep it: ${added.join(', ')}.`;
	return [...synced, kept];
}
