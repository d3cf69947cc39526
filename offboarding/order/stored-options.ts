import { isObject } from '../../cipp/body';
import { steps, type Step } from '../steps';
import { exactly, flag, listOf, optional, shape, shapeWithMore, text, type Rule } from '../rules';
import type { OffboardingOptions } from './order';

/**
 * Options that came in from outside, in a plan or a report: they are JSON, and anyone may have written
 * them. They go into the body of a request, so they may hold steps and what belongs to them, and nothing
 * else: no tenant, no person, no endpoint.
 *
 * @returns what is wrong with them, as the end of a sentence; null when nothing is
 */
export function wrongWithOptions(given: unknown): string | null {
	if (!isObject(given)) return 'are no object';
	for (const [name, value] of Object.entries(given)) {
		const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
		if (!rule) return `hold "${name}", which is no step of an offboarding`;
		const problem = rule(value);
		if (problem !== null) return `hold ${name}, which ${problem}`;
	}
	return null;
}

/** The same options, without anything that only looks as if it were not there. */
export const plainOptions = (given: OffboardingOptions): OffboardingOptions =>
	Object.fromEntries(Object.entries(given)) as OffboardingOptions;

const person = (fits: Step['field']['fits']): Rule<unknown> => {
	const named = shapeWithMore({ value: text, label: optional(text) });
	return (value) =>
		named(value) ?? (fits((value as { value: string }).value) ? null : 'names nobody');
};

function ruleOf({ field }: Step): Rule<unknown> {
	switch (field.editor) {
		case 'switch':
			return exactly(true);
		case 'html':
			return text;
		case 'person':
			return person(field.fits);
		case 'people':
			return listOf(person(field.fits));
	}
}

const notices = shape({ webhook: optional(flag), email: optional(flag), psa: optional(flag) });

const seconds: Rule<number> = (value) =>
	Number.isInteger(value) ? null : 'is no time in unix seconds';

const rules: Record<string, Rule<unknown>> = {
	...Object.fromEntries(
		steps.flatMap((step) => [
			[step.name, ruleOf(step)],
			...(step.field.modifier ? [[step.field.modifier.option, flag]] : []),
		]),
	),
	Scheduled: shape({ enabled: flag, date: seconds }),
	PostExecution: notices,
};
