import { isObject } from '../../cipp/body';
import { InvalidOrder } from '../invalid-order';
import type { Fact } from './fact';
import { facts } from './facts';
import type { RestorePart } from './parts';
import {
	address,
	exactly,
	flag,
	listOf,
	moment,
	named,
	objectId,
	oneOf,
	optional,
	shape,
	shapeWithMore,
	text,
} from '../rules';
import { restorePlanSchema, type RestorePlan } from './shape';

/** What is read of a plan beside its steps. Nodes on the way may have added to it. */
const planRule = shapeWithMore({
	schema: exactly(restorePlanSchema),
	plannedAt: moment,
	kind: oneOf('rehire', 'successor'),
	tenant: shapeWithMore({ customerId: objectId, defaultDomainName: named, displayName: text }),
	from: shapeWithMore({ takenAt: moment, userPrincipalName: address, displayName: text }),
	target: shapeWithMore({
		id: objectId,
		userPrincipalName: address,
		displayName: text,
		exists: flag,
	}),
	cannot: listOf(shapeWithMore({ what: text, why: text, instead: text })),
	notices: listOf(text),
});

/** A fact and what is wanted of it; the words for people are made anew. */
const stepRule = shape({
	fact: text,
	wanted: () => null,
	part: optional(text),
	what: optional(text),
	why: optional(text),
});

/** A step of a plan, with the fact that knows what it is. */
export interface KnownStep {
	fact: Fact;
	wanted: unknown;
}

/**
 * A plan that came in from outside: it is JSON, and anyone may have written it. It can name facts and
 * what is wanted of them, and nothing that is sent, read or judged.
 *
 * @throws {InvalidOrder} when it holds anything else, or a fact or a value that is none
 */
export function stepsOf(given: unknown, known: Fact[] = facts): KnownStep[] {
	checkSchema(given);
	const problem = planRule(given);
	if (problem) throw notAsReturned(`its ${problem}`);
	const { steps } = given as unknown as RestorePlan;
	if (!Array.isArray(steps)) throw notAsReturned('it holds no list of steps');
	return steps.map((step, index) => {
		const result = knownStep(step, known);
		if (typeof result !== 'string') return result;
		throw notAsReturned(`its step ${index + 1} ${result}`);
	});
}

/** The parts that a plan gives back. @throws {InvalidOrder} as `stepsOf` */
export function partsIn(plan: RestorePlan): Set<RestorePart> {
	return new Set(stepsOf(plan).map(({ fact }) => fact.part));
}

function checkSchema(given: unknown): asserts given is Record<string, unknown> {
	const schema = isObject(given) ? given.schema : undefined;
	if (schema === restorePlanSchema) return;
	throw new InvalidOrder(
		'snapshot',
		`This preview of a restore is of the kind ${String(schema)}, and ${restorePlanSchema} is needed`,
		'An earlier or later version of this node made it. Make the preview again.',
	);
}

function knownStep(step: unknown, known: Fact[]): KnownStep | string {
	const problem = stepRule(step);
	if (problem) return problem;
	const { fact: name, wanted } = step as { fact: string; wanted: unknown };
	const fact = known.find((one) => one.name === name);
	if (!fact) return `names "${name}", which is nothing that a restore gives back`;
	const wrong = fact.wanted(wanted);
	return wrong === null ? { fact, wanted } : `(${name}): wanted ${wrong}`;
}

function notAsReturned(problem: string): InvalidOrder {
	return new InvalidOrder(
		'snapshot',
		`This preview cannot be run: ${problem}`,
		'Give a preview as Preview Restore returned it, unchanged.',
	);
}
