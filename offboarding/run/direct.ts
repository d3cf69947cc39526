import { attempt } from '../../cipp/attempt';
import { CippUnreachable } from '../../cipp/failure';
import { readOutcome, type Status } from '../../cipp/outcome';
import type { CippRequest, Clock, Send } from '../../cipp/request';
import { claimOn } from './claim';
import type { Leaver } from './leaver';
import { stepCalled, type Step, type StepName } from '../steps';
import { prove } from '../steps/reading/prove';
import type { Proof } from '../steps/vocabulary/proof';
import { withoutPassword } from '../redact';
import { StateReader } from '../person/state-reader';

/** A step with an endpoint that does it at once. */
export type DirectStep = StepName;

/** Denials are read again for so long: a change takes a while to show. */
const settleMilliseconds = 30_000;

/**
 * Does one step at once and reads whether it is true. What is read goes into the leaver's proofs, what
 * CIPP said into `direct`. Changes the leaver in place.
 *
 * @returns the secret that CIPP gave to copy, e.g. the new password; null where there is none
 * @throws {CippFailure} when the state cannot be read for lack of access to the account itself
 */
export async function doDirectly(
	name: DirectStep,
	leaver: Leaver,
	send: Send,
	clock: Clock,
): Promise<string | null> {
	const step = stepCalled(name);
	const request = await requestFor(step, leaver, send);
	const { said, outcome, secret } = request
		? await sendStep(request, send)
		: { said: ['There was nothing to remove.'], outcome: 'succeeded' as const, secret: null };
	const proof = await settledProof(step, leaver, send, clock, outcome !== 'failed');
	leaver.proofs[name] = proof;
	leaver.direct = {
		...leaver.direct,
		[name]: { said, outcome: judged(step, outcome, proof), at: clock.now().toISOString() },
	};
	return secret;
}

/** CIPP reports a failure for synced accounts whose sign-in it has blocked. */
function judged({ comparedWith }: Step, outcome: Status, { verified }: Proof): Status {
	// A newer date tells that something happened, not that it was CIPP.
	return outcome === 'failed' && verified === true && !comparedWith ? 'succeeded' : outcome;
}

async function requestFor(
	step: Step,
	{ tenant, account }: Leaver,
	send: Send,
): Promise<CippRequest | null> {
	if (!step.atOnce) throw new Error(`${step.name} has no endpoint that does it at once`);
	const state = new StateReader(send, { account, tenant });
	return await step.atOnce({ tenantFilter: tenant.defaultDomainName, account, state });
}

interface Sent {
	said: string[];
	outcome: Status;
	secret: string | null;
}

/** Sends a change; a lost answer is unknown, not failed. */
export async function sendStep(request: CippRequest, send: Send): Promise<Sent> {
	const { value: answer, error } = await attempt(send(request));
	if (error instanceof CippUnreachable) {
		const outcome = error.neverSent ? 'failed' : 'unknown';
		return { said: [error.message], outcome, secret: null };
	}
	if (error) throw error;
	const { status, messages } = readOutcome(answer);
	const secret = messages.find(({ copy }) => copy)?.copy ?? null;
	const said = messages.map(({ text, copy }) =>
		withoutPassword(copy ? text.split(copy).join('[hidden]') : text),
	);
	return { said, outcome: status, secret };
}

/** Reads the proof, and again while it denies what CIPP calls done. */
async function settledProof(
	step: Step,
	leaver: Leaver,
	send: Send,
	clock: Clock,
	isSaidDone: boolean,
): Promise<Proof> {
	const end = clock.now().getTime() + (isSaidDone ? settleMilliseconds : 0);
	for (let pause = 1_000; ; pause = Math.min(pause * 2, 8_000)) {
		const proof = await prove(step, new StateReader(send, leaver), claimOn(step, leaver));
		if (proof.verified !== false || clock.now().getTime() + pause > end) return proof;
		await clock.sleep(pause);
	}
}
