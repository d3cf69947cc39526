import type { Status } from '../../cipp/outcome';
import { deletionIn, type OffboardingOptions } from '../order/order';
import { isAnother } from '../person/person-now';
import type { Leaver } from '../run/leaver';
import type { Step, StepName } from '../steps';
import { readSaid, type SaidOutcome } from '../steps/reading/said';
import type { Proof } from '../steps/vocabulary/proof';
import { askedOf } from '../steps/vocabulary/step';

/** What CIPP's words amount to. It calls the licences done once it has planned their removal; the second task counts. */
export function wordsOn(step: Step, said: string[], leaver: Leaver): SaidOutcome {
	const isSeen = leaver.proofs[step.name]?.verified === true;
	const first = isSeen ? readSaid(step, said) : ofEveryone(step, said, leaver);
	if (!step.laterTask || first !== 'succeeded') return first;
	if (isDeleted(leaver)) return 'succeeded';
	if (leaver.licenseTaskFound === false) return 'failed';
	return leaver.licenseTask ? readSaid(step.laterTask, leaver.licenseTask.said) : 'unknown';
}

/** CIPP speaks of each person who gets something: whom it does not mention, it says nothing of. */
function ofEveryone(step: Step, said: string[], { options, account }: Leaver): SaidOutcome {
	const people = peopleOf(step, options);
	const about = [account.userPrincipalName.toLowerCase(), ...people];
	const own = said.filter((sentence) => !sentence.includes('@') || mentionsAny(sentence, about));
	const words = readSaid(step, own);
	if (step.field.editor !== 'people' || words !== 'succeeded') return words;
	const mentioned = people.filter((person) => own.some((each) => mentionsAny(each, [person])));
	if (mentioned.length === people.length) return words;
	return mentioned.length > 0 ? 'partial' : 'unknown';
}

const peopleOf = (step: Step, options: OffboardingOptions): string[] =>
	step.field.people(askedOf(step, options).value).map(({ value }) => value.toLowerCase());

const mentionsAny = (sentence: string, names: string[]): boolean =>
	names.some((name) => sentence.toLowerCase().includes(name));

/** What CIPP's words and a reading amount to. What was read of the very thing counts, whatever CIPP says of it. */
export function judged(step: Step, words: Status, proof: Proof): Status {
	if (proof.verified === true && mayBeSeen(step, words)) return 'succeeded';
	if (proof.later && words !== 'failed') return 'queued';
	if (words === 'unknown' && proof.verified === false) return 'failed';
	return words === 'succeeded' ? provenOutcome(proof) : words;
}

/** A newer date tells that something happened, not that it was CIPP; and so does silence, unless it is CIPP's way. */
const mayBeSeen = ({ comparedWith, isSilent }: Step, words: Status): boolean =>
	words === 'unknown' ? isSilent === true : comparedWith === undefined;

/** What becomes of "done" once someone has looked, or could not. */
function provenOutcome({ verified, failed }: Proof): Status {
	if (verified === false) return 'failed';
	return failed ? 'unknown' : 'succeeded';
}

/** The same while an offboarding is under way, or was left so. */
export function outcomeOf(step: Step, words: SaidOutcome, proof: Proof, leaver: Leaver): Status {
	if (leaver.refused || leaver.task?.state === 'Failed') return 'failed';
	if (leaver.phase !== 'finished') return isOpenNow(step, leaver) ? 'failed' : 'queued';
	if (wasDropped(step, words)) return 'unknown';
	if (!leaver.overdue) return judged(step, words, proof);
	return words === 'succeeded' ? provenOutcome(proof) : words;
}

/** A CIPP that does not know a step drops it without a word: whatever the state is, nobody knows whether it stays so. */
const wasDropped = ({ since }: Step, words: SaidOutcome): boolean =>
	since !== undefined && words === 'unknown';

/** Whether a step was to be true at once, and is not. */
export const isOpenNow = ({ name }: { name: StepName }, { openNow, proofs }: Leaver): boolean =>
	openNow?.[name] !== undefined && proofs[name]?.verified !== true;

/** Whether anything that was asked for at once is not so, while the rest waits. */
export function isNotSoNow(leaver: Leaver): boolean {
	const names = Object.keys(leaver.openNow ?? {}) as StepName[];
	return (
		names.some((name) => isOpenNow({ name }, leaver)) ||
		(leaver.roles ?? []).some(({ outcome }) => outcome !== 'succeeded')
	);
}

/** Whether nobody knows if CIPP took it: its answer was lost or unclear, and so is what was looked at since. */
export const isInDoubt = ({ doubt, task, phase }: Leaver): boolean =>
	doubt !== null && (task === null || phase === 'finished');

export function isDeleted({ options, proofs }: Leaver): boolean {
	const deletion = deletionIn(options);
	return deletion !== undefined && proofs[deletion.name]?.verified === true;
}

/** Whether the account is gone without being asked to, or is called otherwise than in the order. */
export function isSomeoneElse({ person, account, options }: Leaver): boolean {
	if (!person || !isAnother(person, account)) return false;
	return person.exists === true || deletionIn(options) === undefined;
}
