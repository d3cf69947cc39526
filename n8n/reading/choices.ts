import type { Field } from '../../operations/vocabulary';
import { InvalidInput } from '../errors';
import { shownValue } from './shown-value';
import { isLabelled, type LabelValue } from './texts';

/**
 * A choice by its word, whatever case it is written in.
 *
 * @throws {InvalidInput} when it is not among the choices: CIPP may do something else then
 */
export function readChoice(given: unknown, field: Field): string {
	const value = isLabelled(given) ? given.value : given;
	const word = typeof value === 'object' ? undefined : String(value).trim();
	const choices = field.choices ?? [];
	const chosen =
		choices.find((one) => one.value === word) ??
		choices.find((one) => one.value.toLowerCase() === word?.toLowerCase());
	if (chosen) return chosen.value;
	throw new InvalidInput(
		`"${field.label}" cannot be ${shownValue(given)}`,
		`Choose one of: ${choices.map((one) => one.value).join(', ')}.`,
	);
}

/** The same with a label, kept where one was given. */
export function labelledChoice(given: unknown, field: Field): LabelValue {
	const value = readChoice(given, field);
	const label = isLabelled(given) && typeof given.label === 'string' ? given.label : value;
	return { ...(isLabelled(given) ? given : {}), value, label };
}
