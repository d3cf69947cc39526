import type { Clock, Send } from '../../cipp/request';
import type { DirectStep } from '../run/direct';
import type { FailureKind, Leaver, RetryDecision } from '../run/leaver';
import type { Status } from '../../cipp/outcome';
import { blockersOf, refuseBlocked } from '../order/blockers';
import { hashOf } from '../canonical-json';
import { rightNow } from '../order/local-time';
import type { OffboardingReport, StepReport } from './report';
import type { ReadyStart } from '../run/ready';
import type { Snapshot } from '../person/snapshot-shape';
import { stepCalled, type StepName } from '../steps';
import { claimOf, verifyNow, type StepVerification, type Verification } from './verify-now';
import { InvalidOrder } from '../invalid-order';

export interface RetryWish {
	report: OffboardingReport;
	/** Taken before the first attempt. */
	snapshot?: Snapshot | null;
	/** Also what will fail again as long as nobody changes anything. */
	permanentToo: boolean;
	/** Take directly assigned licences by an endpoint of their own instead of CIPP's second task. */
	licensesDirectly: boolean;
}

/**
 * Finds out which steps of an offboarding are still open and worth another try. Only reads.
 *
 * @throws {InvalidOrder} when the account is gone, or there is nothing to retry
 */
export async function prepareRetry(
	item: number,
	wish: RetryWish,
	send: Send,
	clock: Clock,
): Promise<{ ready: ReadyStart; decisions: RetryDecision[] }> {
	const { report } = wish;
	const claim = claimOf(report, wish.snapshot ?? report.snapshot);
	const { steps, user } = await verifyNow(claim, send, clock);
	if (!user.exists) {
		throw new InvalidOrder(
			'report',
			`The account of ${user.userPrincipalName} is deleted, so no step can be done again`,
			'Restore the account first, if that is wanted.',
		);
	}
	refuseBlocked(blockersOf({ ...user, isSynced: false }, {}, []));
	const decisions = report.details.map((detail) =>
		decide(detail, steps.find(({ step }) => step === detail.step) ?? null, wish.permanentToo),
	);
	const retried = decisions.filter(({ isRetried }) => isRetried).map(({ step }) => step);
	const directly = directStepsOf(retried, wish);
	const account = accountBefore(user, report, claim.snapshot ?? null);
	return {
		decisions,
		ready: {
			item,
			tenant: claim.tenant,
			account,
			options: claim.options,
			send: retried.filter((step) => !directly.includes(step)),
			directly,
			reference: referenceOfRetry(report, retried),
			// What is open is read anew each time, so what an ended retry has done is not done again.
			isRepeatable: true,
			when: rightNow(clock.now()),
			direct: settled(report, decisions, clock.now()),
		},
	};
}

/** The ticket number stays in sight; the rest tells this retry from others of the same report. */
function referenceOfRetry({ reference, task }: OffboardingReport, retried: StepName[]): string {
	const hash = hashOf({ of: reference, task: task?.id ?? null, retried }).slice(0, 16);
	return `${reference.replace(/ retry-[0-9a-f]{16}$/, '')} retry-${hash}`;
}

/** The person as they are called now: an old user principal name may be someone else's by now. */
function accountBefore(
	{ id, userPrincipalName, displayName }: Verification['user'],
	{ times }: OffboardingReport,
	snapshot: Snapshot | null,
): ReadyStart['account'] {
	const before = snapshot?.user;
	return {
		id,
		userPrincipalName,
		displayName,
		isSynced: before?.isSynced ?? false,
		sessionsValidFrom: before?.sessionsValidFrom ?? times.submitted,
		passwordChanged: before?.passwordChanged ?? times.submitted,
	};
}

function decide(
	detail: StepReport,
	now: StepVerification | null,
	permanentToo: boolean,
): RetryDecision {
	const { step } = detail;
	const nothingToDo = (why: string): RetryDecision => ({ step, isRetried: false, kind: null, why });
	if (now?.verdict === 'verified' && isSeenIn(detail)) return nothingToDo(`is done: ${now.read}`);
	if (detail.outcome === 'succeeded' && now?.verdict === 'not verifiable') {
		return nothingToDo("is done by CIPP's word, and cannot be read");
	}
	if (now?.verdict === 'verified' && isNeverMentioned(detail)) {
		return nothingToDo(`is as wanted, though CIPP never mentioned it: ${now.read}`);
	}
	const kind = failureKind(detail.said);
	const why = detail.said.join(' ') || now?.read || 'CIPP never mentioned it';
	return { step, kind, why, isRetried: permanentToo || kind !== 'permanent' };
}

/** Where CIPP says that it failed, a newer date does not show that it was CIPP. */
const isSeenIn = (detail: StepReport): boolean =>
	!isNeverMentioned(detail) &&
	(['succeeded', 'queued'].includes(detail.outcome) ||
		stepCalled(detail.step).comparedWith === undefined);

/** A job ended without a word of the step, though the state is as wanted. */
const isNeverMentioned = ({ outcome, said }: StepReport): boolean =>
	outcome === 'unknown' && said.length === 0;

const passing =
	/temporarily|time-?out|timed out|throttl|too many requests|\b(429|502|503|504)\b|unavailable|try again|still being converted|busy|conflict|connection|aborted/i;
const lasting =
	/dynamic group|synced with active directory|ad sync enabled|on-premises|couldn't be found|could not be found|does not exist|insufficient|forbidden|access ?denied|authorization_requestdenied|not licensed|requires a licen[cs]e|not supported/i;

/** Tells by CIPP's sentences whether another try can help. */
export function failureKind(said: string[]): FailureKind {
	const failed = said.filter((sentence) => passing.test(sentence) || lasting.test(sentence));
	if (failed.some((sentence) => passing.test(sentence))) return 'transient';
	return failed.length > 0 ? 'permanent' : 'unclear';
}

/** Without its licence a mailbox cannot be converted any more: then CIPP's job does both in order. */
function directStepsOf(retried: StepName[], { licensesDirectly }: RetryWish): DirectStep[] {
	const isSafe = retried.includes('RemoveLicenses') && !retried.includes('ConvertToShared');
	return licensesDirectly && isSafe ? ['RemoveLicenses'] : [];
}

/** Of what is not done again. What CIPP never mentioned stays so, however often someone looks. */
function outcomeLeft(detail: StepReport | undefined, kind: FailureKind | null): Status {
	if (kind !== null) return 'failed';
	return detail && isNeverMentioned(detail) ? 'unknown' : 'succeeded';
}

/** What the report of the retry says about the steps that are not done again. */
function settled(
	report: OffboardingReport,
	decisions: RetryDecision[],
	now: Date,
): Leaver['direct'] {
	const at = now.toISOString();
	const left = decisions.filter(({ isRetried }) => !isRetried);
	return Object.fromEntries(
		left.map(({ step, kind }) => {
			const detail = report.details.find((each) => each.step === step);
			const outcome = outcomeLeft(detail, kind);
			return [step, { said: detail?.said ?? [], outcome, at }];
		}),
	);
}
