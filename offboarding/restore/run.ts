import { attempt } from '../../cipp/attempt';
import { CippUnreachable } from '../../cipp/failure';
import { readOutcome, type Outcome } from '../../cipp/outcome';
import type { CippRequest, Clock, Send } from '../../cipp/request';
import type { Tenant } from '../../cipp/tenants';
import { InvalidOrder } from '../invalid-order';
import { isRead, readPart } from '../person/part';
import type { Person } from '../person/snapshot-shape';
import { readable } from '../person/state-reader';
import { withoutPassword } from '../redact';
import type { Fact } from './fact';
import { facts } from './facts';
import { Here } from './here';
import { lookAt, type Look } from './look';
import { targetNow, tenantNow } from './place';
import { stepsOf, type KnownStep } from './stored-plan';
import type { RestorePlan, RestoreResult, RestoreStep, RestoreStepResult } from './shape';

export interface RestoreOptions {
	/** How long a fact is read again after CIPP called a step done. */
	settleMilliseconds: number;
}

const usualOptions: RestoreOptions = { settleMilliseconds: 60_000 };

/**
 * Runs a restore step by step. Each step is looked at first and left out when it is so already, sent,
 * and looked at again, so a plan may be run twice.
 *
 * @param plan as it came in from outside; what is sent is derived from its facts
 * @throws {UnknownTenant} when CIPP no longer manages the tenant
 * @throws {InvalidOrder} when the plan holds what is no fact, or is of an account that is gone or
 *   renamed; nothing is sent then
 */
export async function runRestore(
	plan: RestorePlan,
	send: Send,
	clock: Clock,
	options: RestoreOptions = usualOptions,
	known: Fact[] = facts,
): Promise<RestoreResult> {
	const wanted = stepsOf(plan, known);
	const tenant = await tenantNow(plan.tenant, send);
	const person = await targetNow(plan.target, tenant, send);
	const started = clock.now().toISOString();
	const restore = new Restore(plan, tenant, send, clock, options);
	const steps = await restore.run(wanted, person);
	const { defaultDomainName, displayName, customerId } = tenant;
	return {
		schema: 'cipp-restore/1',
		status: statusOf(steps),
		summary: summaryOf(plan, steps),
		kind: plan.kind,
		tenant: { defaultDomainName, displayName, customerId },
		target: { ...(person ?? plan.target), exists: person !== null },
		started,
		finished: clock.now().toISOString(),
		steps,
		cannot: plan.cannot.map(({ what, why, instead }) => ({ what, why, instead })),
		notices: plan.notices,
	};
}

class Restore {
	constructor(
		private readonly plan: RestorePlan,
		private readonly tenant: Tenant,
		private readonly send: Send,
		private readonly clock: Clock,
		private readonly options: RestoreOptions,
	) {}

	/** @param found null while the account is deleted: then only what brings it back can be done */
	async run(steps: KnownStep[], found: Person | null): Promise<RestoreStepResult[]> {
		const results: RestoreStepResult[] = [];
		let person: Person | string = found ?? 'the account does not exist';
		for (const step of steps) {
			const isPossible = typeof person !== 'string' || step.fact.forDeleted;
			results.push(
				isPossible
					? await this.step(step, typeof person === 'string' ? this.plan.target : person)
					: this.notTried(step, String(person)),
			);
			if (typeof person === 'string' && step.fact.forDeleted) person = await this.cameBack();
		}
		return results;
	}

	/** The account by its ID once more: its name may have changed while it was deleted. Else why not. */
	private async cameBack(): Promise<Person | string> {
		const reading = targetNow({ ...this.plan.target, exists: true }, this.tenant, this.send);
		const { value, error } = await attempt(readPart(readable('ListGraphRequest', reading)));
		if (error instanceof InvalidOrder) return error.message;
		if (error) throw error;
		if (value === null) return 'the account does not exist';
		return isRead(value) ? value : value.notRead;
	}

	private async step(step: KnownStep, person: Person): Promise<RestoreStepResult> {
		const before = await this.look(step, person);
		const words = this.words(step, before.now);
		if (before.isSo === true)
			return { ...words, outcome: 'already so', said: [], read: before.read };
		const { value: answer, error } = await attempt(this.send(this.request(step, person)));
		if (error && !(error instanceof CippUnreachable)) throw error;
		const outcome = answer ? readOutcome(answer) : null;
		const said = (outcome?.messages.map(({ text }) => text) ?? [error!.message]).map(
			withoutPassword,
		);
		// What CIPP refused is looked at once: a synced account is changed and reported as failed.
		const isRefused = outcome?.status === 'failed' || (error?.neverSent ?? false);
		const after = await this.settle(step, person, isRefused ? 0 : this.options.settleMilliseconds);
		return { ...words, said, read: after.read, ...verdict(after, outcome, error) };
	}

	/** The tenant is put in here, so that no fact can name another. */
	private request({ fact, wanted }: KnownStep, person: Person): CippRequest {
		const { endpoint, body, tenantAs = 'tenantFilter' } = fact.request(wanted, person);
		const tenant = { [tenantAs]: this.tenant.defaultDomainName };
		const inTenant = (one: Record<string, unknown>) => ({ ...one, ...tenant });
		return {
			method: 'POST',
			endpoint,
			body: Array.isArray(body) ? body.map(inTenant) : inTenant(body),
		};
	}

	private async look({ fact, wanted }: KnownStep, person: Person): Promise<Look> {
		return await lookAt(fact, wanted, new Here(this.send, this.tenant, person));
	}

	/** A change takes a while to show. */
	private async settle(step: KnownStep, person: Person, limit: number): Promise<Look> {
		const end = this.clock.now().getTime() + limit;
		for (let pause = 2_000; ; pause = Math.min(pause * 2, 15_000)) {
			const result = await this.look(step, person);
			if (result.isSo !== false || this.clock.now().getTime() + pause > end) return result;
			await this.clock.sleep(pause);
		}
	}

	private notTried(step: KnownStep, read: string): RestoreStepResult {
		return { ...this.words(step, null), outcome: 'not tried', said: [], read };
	}

	private words({ fact, wanted }: KnownStep, now: unknown): RestoreStep {
		const { part, name } = fact;
		const what = fact.what(wanted, now);
		return { part, what, why: fact.why(wanted, this.plan.from), fact: name, wanted };
	}
}

function verdict(
	{ isSo, failed }: Look,
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

/** A step that is not known to be done: also one at which nobody could look. */
export const isOpen = ({ outcome }: RestoreStepResult): boolean =>
	outcome === 'failed' || outcome === 'not tried' || outcome === 'unclear';

function statusOf(steps: RestoreStepResult[]): RestoreResult['status'] {
	const open = steps.filter(isOpen).length;
	return open === 0 ? 'succeeded' : open === steps.length ? 'failed' : 'partial';
}

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
