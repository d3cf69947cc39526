import type { Status } from '../../cipp/outcome';
import { scheduledFor } from '../order/order';
import { whatBecame } from '../person/person-now';
import type { Leaver } from '../run/leaver';
import { stepCalled } from '../steps';
import { isInDoubt, isNotSoNow, isOpenNow, isSomeoneElse } from './outcome';
import type { StepReport } from './step-report';

/** What has become of one person, in a sentence or two. */
export function summaryOf(leaver: Leaver, status: Status, details: StepReport[]): string {
	const who = leaver.account.userPrincipalName;
	if (leaver.refused) return stoppedBy(leaver.refused.message, who, details);
	if (leaver.task?.state === 'Failed') {
		const said = leaver.task.said.join(' ');
		return stoppedBy(`CIPP could not start. ${said}`, who, details);
	}
	if (leaver.phase === 'finished' && isInDoubt(leaver)) return inDoubt(leaver);
	if (leaver.phase !== 'finished') return waiting(leaver, status, details);
	if (leaver.overdue) return notInTime(leaver);
	if (isSomeoneElse(leaver)) {
		return `${whatBecame(leaver.person!, leaver.account)}. ${openOf(leaver, details)}`.trim();
	}
	return status === 'succeeded' ? done(leaver, details) : notDone(leaver, details);
}

const inDoubt = ({ account, doubt }: Leaver): string =>
	`Nobody knows whether CIPP queued the offboarding of ${account.userPrincipalName}: ${doubt?.message}`;

function stoppedBy(why: string, who: string, details: StepReport[]): string {
	const before = doneIn(details);
	if (before.length === 0) return `${who} was not offboarded: ${why}`;
	return `${who} was only partly offboarded: ${why} Done before that: ${before.join(', ')}.`;
}

const doneIn = (details: StepReport[]): string[] =>
	details.filter(({ outcome }) => outcome === 'succeeded').map(({ label }) => label);

function waiting(leaver: Leaver, status: Status, details: StepReport[]): string {
	const who = leaver.account.userPrincipalName;
	if (isNotSoNow(leaver)) {
		return `Asked for at once and not so: ${[...openNow(leaver), ...openRoles(leaver)].join(', ')}. ${stage(leaver, details)}`;
	}
	if (isInDoubt(leaver)) return inDoubt(leaver);
	if (status === 'unknown') {
		return `Nobody knows whether the offboarding of ${who} will run: CIPP said it queued it, and its list of tasks does not hold it.`;
	}
	return stage(leaver, details);
}

const openNow = (leaver: Leaver): string[] =>
	Object.keys(leaver.openNow ?? {})
		.map(stepCalled)
		.filter((step) => isOpenNow(step, leaver))
		.map(({ label }) => label);

const openRoles = ({ roles = [] }: Leaver): string[] =>
	roles.filter(({ outcome }) => outcome !== 'succeeded').map(({ name }) => `admin role ${name}`);

/** Where the rest stands. What was done before is told. */
function stage(leaver: Leaver, details: StepReport[]): string {
	const who = leaver.account.userPrincipalName;
	const ordered = scheduledFor(leaver.options)?.toISOString();
	const planned = leaver.task?.state === 'Planned' ? leaver.task.scheduledFor : null;
	const at = ordered && (planned ?? ordered);
	const before = doneIn(details);
	const soFar = before.length > 0 ? `Done already: ${before.join(', ')}.` : null;
	return at
		? `The offboarding of ${who} is scheduled for ${at}. ${soFar ?? 'Nothing has been done yet.'}`
		: `The offboarding of ${who} is queued. ${soFar ?? 'Nothing has been checked yet.'}`;
}

function notInTime(leaver: Leaver): string {
	const open = leaver.licenseTask ?? leaver.task;
	const state = open ? `"${open.name}" is still ${open.state}` : 'its task is not listed';
	const trouble = leaver.trouble ? ` CIPP could not be asked: ${leaver.trouble}` : '';
	return `CIPP has not ended the offboarding of ${leaver.account.userPrincipalName} in time: ${state}.${trouble}`;
}

/** Offboarded is only who cannot sign in any more. */
function done(leaver: Leaver, details: StepReport[]): string {
	const who = leaver.account.userPrincipalName;
	const unseen = details.filter(({ verified }) => verified === null).length;
	const isAre = details.length === 1 ? 'is' : 'are';
	const how = unseen === 0 ? ' and verified' : `, ${unseen} of them cannot be verified`;
	if (maySignIn(leaver) === false) {
		return `${who} is offboarded: all ${details.length} steps are done${how}.`;
	}
	const all = details.length === 1 ? 'the 1 step' : `all ${details.length} steps`;
	const signIn =
		maySignIn(leaver) === null
			? 'whether the person can still sign in could not be read'
			: 'sign-in is still allowed';
	return `${who}: ${all} asked for ${isAre} done${how}; ${signIn}.`;
}

function maySignIn({ person, proofs }: Leaver): boolean | null {
	if (person) return person.maySignIn;
	return proofs.DisableSignIn?.verified === true ? false : null;
}

function notDone(leaver: Leaver, details: StepReport[]): string {
	const who = leaver.account.userPrincipalName;
	const open = openOf(leaver, details);
	return open === ''
		? `${who} may not be fully offboarded: CIPP reports something that belongs to no step.`
		: `${who} is not fully offboarded. ${open}`;
}

function openOf(leaver: Leaver, details: StepReport[]): string {
	const of = (isLater: boolean): string[] =>
		details
			.filter(({ outcome }) => outcome !== 'succeeded' && (outcome === 'queued') === isLater)
			.map(({ label }) => label);
	const open = [...of(false), ...openRoles(leaver)];
	const later = of(true);
	return [
		open.length > 0 ? `Not done: ${open.join(', ')}.` : '',
		later.length > 0 ? `Microsoft will follow by itself: ${later.join(', ')}.` : '',
	]
		.filter(Boolean)
		.join(' ');
}
