import { tellsOfFailure, type Status } from '../../cipp/outcome';
import type { Leaver, TaskView, DirectResult, RetryDecision } from '../run/leaver';
import type { When } from '../order/local-time';
import { licenseTaskName, taskName } from '../order/job';
import { askedSteps, deletionIn, scheduledFor, shownSteps } from '../order/order';
import { sortSaid, type SaidOutcome } from '../steps/reading/said';
import type { Proof } from '../steps/vocabulary/proof';
import { askedOf } from '../steps/vocabulary/step';
import type { PersonNow } from '../person/person-now';
import type { KnownPlaces } from '../person/places';
import type { Snapshot } from '../person/snapshot-shape';
import type { Step } from '../steps';
import type { RoleResult } from '../person/roles';
import {
	isDeleted,
	isInDoubt,
	isNotSoNow,
	isSomeoneElse,
	judged,
	outcomeOf,
	wordsOn,
} from './outcome';
import type { StepReport } from './step-report';
import { summaryOf } from './summary';

import { verdictOf, type Verdict } from './verdict';

export type { StepReport } from './step-report';

/** One person's offboarding. */
export interface OffboardingReport {
	status: Status;
	summary: string;
	/** What to do now; empty when there is nothing to do, or when the steps tell. */
	advice: string;
	user: { userPrincipalName: string; id: string; displayName: string };
	tenant: { defaultDomainName: string; displayName: string; customerId: string };
	details: StepReport[];
	warnings: string[];
	/** CIPP's sentences that belong to no step. */
	otherMessages: string[];
	task: TaskSummary | null;
	/** The second task of CIPP, which removes the licences. */
	licenseTask: TaskSummary | null;
	/** ISO 8601, UTC. `submitted`, `finished` and `verified` by this machine's clock, the rest by CIPP's. */
	times: {
		submitted: string;
		scheduledFor: string | null;
		executed: string | null;
		finished: string | null;
		verified: string | null;
	};
	newPassword?: string;
	/** The reference that CIPP keeps with the task. */
	reference: string;
	when?: When;
	/** Admin roles that were taken away, if that was asked for. */
	adminRoles?: RoleResult[];
	/** For a retry: what became of each step. */
	retry?: RetryDecision[];
	/** Where the person had rights before, which CIPP's report may no longer tell. */
	placesBefore?: KnownPlaces;
	/** Who the account is at the end. */
	person?: PersonNow;
	snapshot?: Snapshot;
	/** For Wait: where the offboarding stands. Only while it is under way. */
	following?: Omit<Leaver, 'snapshot' | 'newPassword'>;
}

/** A task's sentences stand with the steps. */
export type TaskSummary = Omit<TaskView, 'said'>;

/** Reports on a leaver, finished or only queued. */
export function reportOn(leaver: Leaver): OffboardingReport {
	const asked = askedSteps(leaver.options);
	const { byStep, others } = sortSaid(leaver.task?.said ?? [], asked, leaver.options);
	const details = asked.map((step) => reportOnStep(step, byStep.get(step.name) ?? [], leaver));
	const status = withRoles(statusOf(leaver, details, others), leaver.roles ?? []);
	const { id, userPrincipalName, displayName } = leaver.account;
	const { defaultDomainName, customerId } = leaver.tenant;
	return {
		status,
		summary: summaryOf(leaver, status, details),
		advice: adviceOf(leaver, status),
		user: { userPrincipalName, id, displayName },
		tenant: { defaultDomainName, displayName: leaver.tenant.displayName, customerId },
		details,
		warnings: warningsFor(leaver),
		otherMessages: others,
		task: summaryOfTask(leaver.task),
		licenseTask: summaryOfTask(leaver.licenseTask),
		times: {
			submitted: leaver.submitted,
			scheduledFor: scheduledFor(leaver.options)?.toISOString() ?? null,
			executed: leaver.task?.executed ?? null,
			finished: leaver.finished,
			verified: leaver.verified,
		},
		reference: leaver.reference,
		...present({
			newPassword: leaver.newPassword,
			when: leaver.when,
			adminRoles: leaver.roles,
			retry: leaver.retry,
			placesBefore: leaver.placesBefore,
			person: leaver.person,
			snapshot: leaver.snapshot,
			following: leaver.phase === 'finished' ? undefined : stateOf(leaver),
		}),
	};
}

function present<T extends object>(values: T): Partial<T> {
	return Object.fromEntries(
		Object.entries(values).filter(([, value]) => value !== undefined),
	) as Partial<T>;
}

function stateOf(leaver: Leaver): OffboardingReport['following'] {
	const state = { ...leaver };
	delete state.snapshot;
	delete state.newPassword;
	return state;
}

function summaryOfTask(task: TaskView | null): TaskSummary | null {
	if (!task) return null;
	const { id, name, state, reference, scheduledFor, executed } = task;
	return { id, name, state, reference, scheduledFor, executed };
}

function reportOnStep(step: Step, said: string[], leaver: Leaver): StepReport {
	const direct = leaver.direct?.[step.name];
	if (direct) return reportOnDirect(step, direct, leaver);
	const proof = proofOf(step, leaver);
	const words = wordsOn(step, said, leaver);
	return {
		...identityOf(step, leaver),
		said: allSaid(step, said, leaver),
		outcome: outcomeOf(step, words, proof, leaver),
		verified: proof.verified,
		verdict: verdictOn(step, leaver),
		read: proof.read,
		...adviceFor(step, words, proof, leaver),
	};
}

function allSaid(step: Step, said: string[], { openNow, licenseTask }: Leaver): string[] {
	if (said.length === 0) return openNow?.[step.name]?.said ?? [];
	return step.laterTask ? [...said, ...(licenseTask?.said ?? [])] : said;
}

const identityOf = (step: Step, { options }: Leaver) => ({
	step: step.name,
	label: step.label,
	asked: step.field.shown(askedOf(step, options)),
});

const proofOf = ({ name }: Step, { proofs }: Leaver): Proof =>
	proofs[name] ?? { verified: null, read: 'not read' };

function verdictOn({ name }: Step, { proofs }: Leaver): Verdict | null {
	const proof = proofs[name];
	return proof ? verdictOf(proof) : null;
}

/** A step that an endpoint of its own has done, or that an earlier job has. */
function reportOnDirect(
	step: Step,
	{ said, outcome: words, at }: DirectResult,
	leaver: Leaver,
): StepReport {
	const proof = proofOf(step, leaver);
	return {
		...identityOf(step, leaver),
		said,
		outcome: judged(step, words, proof),
		verified: proof.verified,
		verdict: verdictOn(step, leaver),
		read: proof.read,
		at,
		...(proof.advice === undefined ? {} : { advice: proof.advice }),
	};
}

function statusOf(leaver: Leaver, details: StepReport[], others: string[]): Status {
	const isAnyDone = details.some(({ outcome }) => outcome === 'succeeded');
	if (leaver.refused || leaver.task?.state === 'Failed') return isAnyDone ? 'partial' : 'failed';
	if (isInDoubt(leaver)) return 'unknown';
	if (leaver.phase !== 'finished') {
		if (isNotSoNow(leaver)) return isAnyDone ? 'partial' : 'failed';
		return isUnseen(leaver) ? 'unknown' : 'queued';
	}
	const outcomes = details.map(({ outcome }) => outcome);
	if (outcomes.every((outcome) => outcome === 'succeeded')) {
		if (others.some((sentence) => tellsOfFailure(sentence))) return 'partial';
		if (isSomeoneElse(leaver)) return 'partial';
		return leaver.overdue ? 'unknown' : 'succeeded';
	}
	if (isAnyDone || outcomes.includes('partial')) return 'partial';
	if (outcomes.includes('failed')) return 'failed';
	return outcomes.every((outcome) => outcome === 'queued') ? 'queued' : 'unknown';
}

/** Whether the task list was read and held no task of this order. */
const isUnseen = ({ task, doubt, misses, trouble }: Leaver): boolean =>
	!task && (doubt !== null || (misses > 0 && trouble === null));

/** A role that is still there makes the best offboarding a partial one. */
function withRoles(status: Status, roles: RoleResult[]): Status {
	const isOpen = roles.some(({ outcome }) => outcome !== 'succeeded');
	return isOpen && status === 'succeeded' ? 'partial' : status;
}

function adviceOf(leaver: Leaver, status: Status): string {
	if (leaver.refused) return `${leaver.refused.advice}${adviceOnLater(leaver)}`;
	if (leaver.phase !== 'finished' && isNotSoNow(leaver)) {
		return "Do it by hand now. CIPP's job tries again when its time comes; Wait follows it.";
	}
	if (status === 'unknown' && leaver.doubt) return leaver.doubt.advice;
	if (status === 'unknown' && leaver.phase !== 'finished') {
		return `Look in CIPP under Scheduler for "${taskName(leaver.account)}" before you run this again.`;
	}
	if (leaver.task?.state === 'Failed') {
		const isAnyDone = Object.values(leaver.direct ?? {}).length > 0;
		return `Correct what CIPP names and run it again.${isAnyDone ? '' : ' Nothing was done.'}`;
	}
	if (leaver.overdue) {
		return "Look at the task in CIPP's scheduler. CIPP starts a stuck one again after four hours: remove it there before you run this again.";
	}
	if (isSomeoneElse(leaver)) {
		return "CIPP works by name: look what its job did, and to whom. Verify goes by the account's object ID.";
	}
	return '';
}

/** An older CIPP sees no step at all in an order for steps that it does not know. */
function adviceOnLater({ options }: Leaver): string {
	const asked = askedSteps(options);
	if (!asked.every(({ since }) => since !== undefined)) return '';
	const versions = asked.map(({ label, since }) => `${label} since ${since}`).join(', ');
	return ` CIPP knows ${versions}: an older one has to be updated first.`;
}

function adviceFor(
	step: Step,
	words: SaidOutcome,
	proof: Proof,
	leaver: Leaver,
): { advice?: string } {
	if (leaver.phase !== 'finished' || leaver.refused || leaver.task?.state === 'Failed') return {};
	if (step.laterTask && leaver.licenseTaskFound === false && words === 'failed') {
		return {
			advice: `CIPP never created its task "${licenseTaskName(leaver.account)}". An older task of that name may be stuck: remove it in CIPP's scheduler and run this step again.`,
		};
	}
	if (proof.later) return { advice: proof.advice };
	if (words === 'succeeded' && proof.verified === false) {
		return {
			advice: 'CIPP calls this done and the tenant shows otherwise. Do it by hand and check.',
		};
	}
	if (words === 'succeeded' && proof.failed) {
		return {
			advice:
				`CIPP calls this done, and the check failed. Check it by hand. ${proof.advice ?? ''}`.trim(),
		};
	}
	if (words === 'unknown' && isDeleted(leaver)) {
		return {
			advice:
				'CIPP never mentioned this step: newer versions leave the other steps out when they delete the account. Offboard first, delete later.',
		};
	}
	if (words === 'unknown' && step.since && proof.verified !== true && !leaver.overdue) {
		return {
			advice: `CIPP never mentioned this step, which it knows since ${step.since}. Update CIPP and run it again, or do it by hand.`,
		};
	}
	if (words === 'unknown' && !leaver.overdue) {
		return {
			advice:
				proof.verified === true
					? 'CIPP never mentioned this step, though the state is as wanted. Make sure that it stays so.'
					: 'CIPP never mentioned this step. Run it again, or do it by hand.',
		};
	}
	if (step.synced?.advice && leaver.account.isSynced && proof.verified === null) {
		return words === 'succeeded' ? {} : { advice: step.synced.advice };
	}
	return proof.advice === undefined ? {} : { advice: proof.advice };
}

function warningsFor(leaver: Leaver): string[] {
	const { options, account, when, startedBefore, duplicates, remarks = [] } = leaver;
	const warnings: string[] = [...remarks];
	if (when?.note) warnings.push(when.note);
	if (startedBefore) {
		warnings.push(
			`This was started before (task ${startedBefore}), so nothing was sent this time. That offboarding is followed. To do again what is open, use Retry of CIPP Offboarding, or start under another reference.`,
		);
	}
	if (duplicates) {
		warnings.push(
			`CIPP has this offboarding more than once, because it was started twice in the same second. These tasks had begun and could not be taken back: ${duplicates.join(', ')}.`,
		);
	}
	const isToBeDeleted = deletionIn(options) !== undefined;
	const ofSteps = shownSteps(options).map((step) => step.warns?.({ account, isToBeDeleted }));
	return [...warnings, ...ofSteps.filter((warning) => typeof warning === 'string')];
}
