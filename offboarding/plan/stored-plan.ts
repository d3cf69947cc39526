import { canonicalJson } from '../canonical-json';
import { InvalidOrder } from '../invalid-order';
import { whenIn, type When } from '../order/local-time';
import { askedSteps, type OffboardingOptions } from '../order/order';
import { wrongWithOptions } from '../order/stored-options';
import {
	address,
	exactly,
	listOf,
	named,
	objectId,
	optional,
	orNull,
	shapeWithMore,
	text,
} from '../rules';
import type { Plan } from './plan';

/** What is read of a plan. Nodes on the way may have added to it. */
const planRule = shapeWithMore({
	schema: exactly('cipp-plan/1'),
	tenant: shapeWithMore({ customerId: objectId }),
	who: shapeWithMore({ id: objectId, userPrincipalName: address }),
	when: shapeWithMore({ requested: orNull(text), timeZone: orNull(text) }),
	steps: listOf(shapeWithMore({ step: text })),
	choices: listOf(shapeWithMore({ option: named })),
	blockers: listOf(shapeWithMore({ message: text })),
	request: shapeWithMore({ body: shapeWithMore({ reference: optional(text) }) }),
});

/** What someone approved: who, what and when. All else is worked out anew. */
export interface Approved {
	id: string;
	userPrincipalName: string;
	options: OffboardingOptions;
	/** Null for at once. */
	when: When | null;
	reference: string;
	blockers: string[];
}

/**
 * A plan that came in from outside. It says who is to be offboarded, with which steps and when; it can
 * name no other tenant, request or judgement, and what it says of its steps has to be what it asks for.
 *
 * @throws {InvalidOrder} when it holds anything else, or contradicts itself
 */
export function approvedIn(given: Plan): Approved {
	const problem = planRule(given) ?? problemWithOptions(given);
	if (problem !== null) throw notAsReturned(problem);
	const { who, when, options, request, blockers } = given;
	const steps = { ...options };
	delete steps.Scheduled;
	return {
		id: who.id,
		userPrincipalName: who.userPrincipalName,
		options: steps,
		when: when.requested === null ? null : whenIn(when.requested, when.timeZone ?? 'UTC'),
		reference: String(request.body.reference ?? ''),
		blockers: blockers.map(({ message }) => message),
	};
}

function problemWithOptions({ options, steps, choices }: Plan): string | null {
	const wrong = wrongWithOptions(options);
	if (wrong !== null) return `its options ${wrong}`;
	const asked = askedSteps(options).map(({ name }) => name);
	const told = steps.map(({ step }) => step);
	if (canonicalJson([...asked].sort()) !== canonicalJson([...told].sort()))
		return `its options ask for ${asked.join(', ')}, and its steps are ${told.join(', ')}`;
	const changed = asked.find((name) => {
		const choice = choices.find(({ option }) => option === name);
		return choice && !isChosen(choice.value, options[name]);
	});
	return changed === undefined ? null : `${changed} is not what was chosen`;
}

/** A plan adds the manager to the people who were chosen, where that was wished for. */
function isChosen(chosen: unknown, asked: unknown): boolean {
	if (!Array.isArray(chosen) || !Array.isArray(asked))
		return canonicalJson(chosen) === canonicalJson(asked);
	const known = new Set(chosen.map(canonicalJson));
	const added = asked.filter((person) => !known.has(canonicalJson(person)));
	return added.length <= 1 && asked.length - added.length === known.size;
}

const notAsReturned = (problem: string): InvalidOrder =>
	new InvalidOrder(
		'plan',
		`This plan cannot be started: ${problem}`,
		'Give a plan as Plan returned it, unchanged.',
	);
