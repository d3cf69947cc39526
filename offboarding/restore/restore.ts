import { attempt } from '../../cipp/attempt';
import { mapBounded } from '../../cipp/bounded';
import { CippUnreachable } from '../../cipp/failure';
import { readOutcome, type Outcome } from '../../cipp/outcome';
import type { Clock, Send } from '../../cipp/request';
import { readRows } from '../../cipp/rows';
import { TenantDirectory } from '../../cipp/tenants';
import { readAccount } from '../../cipp/users';
import { orElse } from '../person/part';
import { withoutPassword } from '../redact';
import { checkFact, type CheckResult } from './restore-check';
import { checkRestorePlan } from './restore-guard';
import { restoreWork } from './restore-steps';
import type {
	RestoreKind,
	RestorePart,
	RestorePlan,
	RestoreResult,
	RestoreStep,
	RestoreStepResult,
} from './restore-shape';
import { takeSnapshot } from '../person/snapshot';
import { snapshotSchema, type Person, type Snapshot } from '../person/snapshot-shape';
import { InvalidOrder } from '../invalid-order';

export type { RestorePlan, RestoreResult } from './restore-shape';

export interface RestoreWish {
	snapshot: Snapshot;
	kind: RestoreKind;
	/** Who gets the same access; user principal name or object ID. For `successor` only. */
	successor?: string;
	/** Left out: everything for a rehire; licences and groups for a successor. */
	parts?: RestorePart[];
}

const usualParts: Record<RestoreKind, RestorePart[]> = {
	rehire: [
		'account',
		'attributes',
		'licenses',
		'groups',
		'ownership',
		'mailbox',
		'mailboxes of others',
		'calendars of others',
		'manager',
		'perUserMfa',
		'teamsNumbers',
	],
	successor: ['licenses', 'groups'],
};

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
): Promise<RestorePlan> {
	const { snapshot, kind } = wish;
	checkSnapshot(snapshot);
	// CIPP reports success for a tenant that it does not know.
	const tenant = await new TenantDirectory(send).resolve(snapshot.tenant.customerId);
	const { target, exists } = await findTarget(wish, tenant.defaultDomainName, send);
	const now = exists ? await takeSnapshot(tenant, target.id, send, clock) : null;
	const parts = new Set(wish.parts ?? usualParts[kind]);
	if (kind === 'successor') {
		// They are the person's own.
		parts.delete('account');
		parts.delete('attributes');
	}
	const { defaultDomainName, displayName, customerId } = tenant;
	const place = {
		tenant: { defaultDomainName, displayName, customerId },
		target: { ...target, exists },
	};
	const { steps: all, cannot } = restoreWork(snapshot, now, target, kind, parts);
	const steps = await withoutRightsHeld(all, place, send);
	return {
		schema: 'cipp-restore-plan/1',
		plannedAt: clock.now().toISOString(),
		kind,
		...place,
		from: {
			takenAt: snapshot.takenAt,
			userPrincipalName: snapshot.user.userPrincipalName,
		},
		steps,
		cannot,
		notices: noticesFor(snapshot, now, steps, kind),
	};
}

/** CIPP's report of rights is of last night, so each place is asked. */
async function withoutRightsHeld(
	steps: RestoreStep[],
	place: Pick<RestorePlan, 'tenant' | 'target'>,
	send: Send,
): Promise<RestoreStep[]> {
	const isHeld = await mapBounded(steps, 3, async ({ check }) => {
		if (check.fact !== 'mailboxRights' && check.fact !== 'calendarRights') return false;
		return (await checkFact(check, place, send)).isSo === true;
	});
	return steps.filter((_, index) => !isHeld[index]);
}

export interface RestoreOptions {
	/** How long a fact is read again after CIPP called a step done. */
	settleMilliseconds: number;
}

const usualOptions: RestoreOptions = { settleMilliseconds: 60_000 };

/**
 * Runs a restore step by step. Each step is looked at first and left out when it is so already, sent,
 * and looked at again, so a plan may be run twice.
 *
 * @throws {UnknownTenant} when CIPP no longer manages the tenant
 * @throws {InvalidOrder} when the plan would do anything but restore; nothing is sent then
 */
export async function runRestore(
	plan: RestorePlan,
	send: Send,
	clock: Clock,
	options: RestoreOptions = usualOptions,
): Promise<RestoreResult> {
	checkRestorePlan(plan, await new TenantDirectory(send).resolve(plan.tenant.customerId));
	await checkTarget(plan, send);
	const started = clock.now().toISOString();
	const steps: RestoreStepResult[] = [];
	let isGone = false;
	for (const step of plan.steps) {
		const result = isGone ? notTried(step) : await runStep(step, plan, send, clock, options);
		if (step.check.fact === 'exists' && result.outcome === 'failed') isGone = true;
		steps.push(result);
	}
	const bad = steps.filter(isOpen);
	return {
		schema: 'cipp-restore/1',
		status: bad.length === 0 ? 'succeeded' : bad.length === steps.length ? 'failed' : 'partial',
		summary: summaryOf(plan, steps),
		kind: plan.kind,
		tenant: plan.tenant,
		target: plan.target,
		started,
		finished: clock.now().toISOString(),
		steps,
		cannot: plan.cannot,
		notices: plan.notices,
	};
}

/** Some steps name the person by user principal name, which may be someone else's by now. */
async function checkTarget({ target, tenant }: RestorePlan, send: Send): Promise<void> {
	if (!target.exists) return;
	const row = await readAccount(send, tenant.defaultDomainName, target.id);
	const name = String(row?.userPrincipalName ?? '');
	if (name.toLowerCase() === target.userPrincipalName.toLowerCase()) return;
	throw new InvalidOrder(
		'snapshot',
		row
			? `${target.userPrincipalName} has been renamed to ${name} since the preview was made`
			: `The account of ${target.userPrincipalName} is gone since the preview was made`,
		'Make the preview again.',
	);
}

async function runStep(
	step: RestoreStep,
	plan: RestorePlan,
	send: Send,
	clock: Clock,
	{ settleMilliseconds }: RestoreOptions,
): Promise<RestoreStepResult> {
	const before = await checkFact(step.check, plan, send);
	if (before.isSo === true) {
		return { ...step, outcome: 'already so', said: [], read: before.read };
	}
	const { value: answer, error } = await attempt(
		send({ method: 'POST', endpoint: step.endpoint, body: step.body }),
	);
	if (error && !(error instanceof CippUnreachable)) throw error;
	const outcome = answer ? readOutcome(answer) : null;
	const said = outcome?.messages.map(({ text }) => withoutPassword(text)) ?? [error!.message];
	// What CIPP refused is looked at once: a synced account is changed and reported as failed.
	const isRefused = outcome?.status === 'failed' || (error?.neverSent ?? false);
	const after = await settle(step, plan, send, clock, isRefused ? 0 : settleMilliseconds);
	return { ...step, said, read: after.read, ...verdict(after, outcome, error) };
}

/** A change takes a while to show. */
async function settle(
	step: RestoreStep,
	plan: RestorePlan,
	send: Send,
	clock: Clock,
	limit: number,
): Promise<CheckResult> {
	const end = clock.now().getTime() + limit;
	for (let pause = 2_000; ; pause = Math.min(pause * 2, 15_000)) {
		const result = await checkFact(step.check, plan, send);
		if (result.isSo !== false || clock.now().getTime() + pause > end) return result;
		await clock.sleep(pause);
	}
}

function verdict(
	{ isSo, failed }: CheckResult,
	outcome: Outcome | null,
	error: CippUnreachable | undefined,
): Pick<RestoreStepResult, 'outcome' | 'advice'> {
	const isRefused = outcome === null || outcome.status === 'failed';
	if (isSo === true) {
		return isRefused
			? { outcome: 'done', advice: 'CIPP reports a failure, and the state is as wanted.' }
			: { outcome: 'done' };
	}
	if (isSo === null && !isRefused) {
		return {
			outcome: failed ? 'unclear' : 'not verified',
			advice: 'CIPP calls it done. Check it by hand.',
		};
	}
	const advice =
		error?.advice ||
		outcome?.advice ||
		(isRefused
			? 'Correct what CIPP names and run it again.'
			: 'CIPP calls this done and the tenant shows otherwise. Look again later, then do it by hand.');
	return { outcome: 'failed', advice };
}

const notTried = (step: RestoreStep): RestoreStepResult => ({
	...step,
	outcome: 'not tried',
	said: [],
	read: 'the account does not exist',
});

/** A step that is not known to be done: also one at which nobody could look. */
export const isOpen = ({ outcome }: RestoreStepResult): boolean =>
	outcome === 'failed' || outcome === 'not tried' || outcome === 'unclear';

function summaryOf({ target, kind }: RestorePlan, steps: RestoreStepResult[]): string {
	const count = (...outcomes: string[]): number =>
		steps.filter(({ outcome }) => outcomes.includes(outcome)).length;
	const what = kind === 'rehire' ? 'is restored' : 'has the same access';
	const bad = steps.filter(isOpen);
	if (bad.length > 0) {
		return `${target.userPrincipalName}: ${bad.length} of ${steps.length} steps failed: ${bad.map((step) => step.what).join('; ')}.`;
	}
	const unseen = count('not verified');
	return `${target.userPrincipalName} ${what}: ${count('done')} done, ${count('already so')} already so${unseen > 0 ? `, ${unseen} cannot be verified` : ''}.`;
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

async function findTarget(
	{ snapshot, kind, successor = '' }: RestoreWish,
	domain: string,
	send: Send,
): Promise<{ target: Person; exists: boolean }> {
	const named = kind === 'rehire' ? snapshot.user.id : successor.trim();
	const row = named === '' ? null : await readAccount(send, domain, named);
	if (row) {
		const target = {
			id: String(row.id),
			userPrincipalName: String(row.userPrincipalName),
			displayName: String(row.displayName),
		};
		if (kind === 'successor' && target.id === snapshot.user.id) {
			throw new InvalidOrder(
				'successor',
				`"${successor}" is the person in the snapshot`,
				'Name who follows, or restore the same account.',
			);
		}
		return { target, exists: true };
	}
	if (kind === 'successor') {
		throw new InvalidOrder(
			'successor',
			named === '' ? 'No successor is named' : `There is no user "${named}" in ${domain}`,
			'Give the user principal name of someone in the same tenant.',
		);
	}
	const { id, userPrincipalName, displayName } = snapshot.user;
	const deleted = await readRows(send, {
		method: 'GET',
		endpoint: 'ListDeletedItems',
		query: { tenantFilter: domain },
		fresh: true,
	});
	if (!deleted.some((item) => item.id === id)) {
		throw new InvalidOrder(
			'snapshot',
			`${userPrincipalName} is neither in the tenant nor among its deleted users`,
			'After 30 days an account is gone. Create a new one, then restore as for a successor.',
		);
	}
	return { target: { id, userPrincipalName, displayName }, exists: false };
}

function noticesFor(
	snapshot: Snapshot,
	now: Snapshot | null,
	steps: RestoreStep[],
	kind: RestoreKind,
): string[] {
	const notices: string[] = [];
	if (steps.some(({ part }) => part === 'licenses')) {
		notices.push(
			'CIPP assigns a licence with all its services on: those that were switched off come back.',
		);
	}
	const gives = (right: string): boolean =>
		steps.some(({ check }) => check.fact === 'mailboxRights' && check.rights.includes(right));
	if (gives('FullAccess')) {
		notices.push(
			'Full access comes back with automapping, so the mailbox opens in Outlook: CIPP cannot read how it was.',
		);
	}
	if (kind !== 'rehire') return notices;
	if (snapshot.user.isSynced) {
		notices.push(
			'The account is synced: enable it in the local Active Directory too, or the next sync undoes it.',
		);
	}
	const before = orElse(snapshot.mailboxDelegates, []).map(({ user }) => user.toLowerCase());
	const added = orElse(now?.mailboxDelegates ?? [], [])
		.map(({ user }) => user)
		.filter((user) => !before.includes(user.toLowerCase()));
	if (added.length > 0) {
		notices.push(
			`These people were given access to the mailbox since, and keep it: ${added.join(', ')}.`,
		);
	}
	return notices;
}
