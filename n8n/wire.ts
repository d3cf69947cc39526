import { isObject } from '../cipp/body';
import type { Field } from '../operations/vocabulary';
import { InvalidInput } from './errors';
import { labelledChoice, readChoice } from './reading/choices';
import { readDate, readDay, readSeconds } from './reading/dates';
import { isEmpty } from './reading/given';
import { readNumber, readSwitch } from './reading/numbers';
import { isLabelled, readLabelValue, readText } from './reading/texts';

export { isEmpty } from './reading/given';

/**
 * A parameter's value in the form in which CIPP reads it; undefined when it is left out.
 *
 * @param timezone of the workflow, for dates without a zone
 * @throws {InvalidInput} when it cannot be brought into that form
 */
export function wireValue(value: unknown, field: Field, timezone: string): unknown {
	if (isEmpty(value)) {
		if (!field.required) return undefined;
		throw new InvalidInput(
			`"${field.label}" is ${field.kind === 'choice' ? 'not chosen' : 'empty'}`,
			field.help,
		);
	}
	const formed = inForm(value, field, timezone);
	if (field.notEmpty && holdsNothing(formed)) {
		throw new InvalidInput(`"${field.label}" is empty`, field.help);
	}
	checkTexts(formed, field);
	return formed;
}

function checkTexts(value: unknown, { matches, label, help }: Field): void {
	if (!matches) return;
	const texts = [value].flat().map((one) => String(isLabelled(one) ? one.value : one));
	const wrong = texts.find((text) => !matches.test(text));
	if (wrong !== undefined) throw new InvalidInput(`"${label}" cannot be "${wrong}"`, help);
}

function holdsNothing(value: unknown): boolean {
	return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function inForm(value: unknown, field: Field, timezone: string): unknown {
	switch (field.form) {
		case 'number':
			return readNumber(chosen(value, field), field.label);
		case 'boolean':
			return readSwitch(chosen(value, field), field.label);
		case 'flag':
			return readSwitch(value, field.label) ? true : undefined;
		case 'epoch':
			return readSeconds(value, field.label, timezone);
		case 'isoDate':
			return readDate(value, field.label, timezone).toISOString();
		case 'compactDate':
			return readDay(value, field.label, timezone);
		case 'labelValue':
			return labelValue(value, field);
		case 'labelValues':
			return listOf(value).map((entry) => labelValue(entry, field));
		case 'texts':
			return listOf(value).map((entry) => word(isLabelled(entry) ? entry.value : entry, field));
		case 'json':
			return jsonOf(value, field);
		case 'jsonText':
			return jsonTextOf(value, field);
		case 'flags':
			return Object.fromEntries(listOf(value).map((one) => [readChoice(one, field), true]));
		case 'schedule':
			return { enabled: true, date: readSeconds(value, field.label, timezone) };
		case 'text':
		case 'key':
		case 'label':
			return word(value, field);
	}
}

const hasChoices = ({ kind, choices }: Field): boolean =>
	(kind === 'choice' || kind === 'choices') && choices !== undefined;

const chosen = (value: unknown, field: Field): unknown =>
	hasChoices(field) ? readChoice(value, field) : value;

const word = (value: unknown, field: Field): string =>
	hasChoices(field) ? readChoice(value, field) : readText(value, field);

const labelValue = (value: unknown, field: Field) =>
	hasChoices(field) ? labelledChoice(value, field) : readLabelValue(value, field);

/** Lists come as arrays or as text separated by commas, semicolons or line breaks. */
export function listOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value.filter((entry) => !isEmpty(entry));
	if (typeof value !== 'string') return [value];
	return value
		.split(/[,;\n]/)
		.map((entry) => entry.trim())
		.filter(Boolean);
}

/** An object or a list, as it was given or as text. */
function jsonOf(value: unknown, field: Field): unknown {
	const parsed = typeof value === 'string' ? parsedJson(value, field) : value;
	if (isObject(parsed) || Array.isArray(parsed) || field.anyJson) return parsed;
	return invalidJson(field);
}

function parsedJson(text: string, field: Field): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return invalidJson(field);
	}
}

/** As it was typed, if it was; CIPP reads the JSON itself. */
function jsonTextOf(value: unknown, field: Field): string {
	if (typeof value !== 'string') return JSON.stringify(value);
	jsonOf(value, field);
	return value.trim();
}

function invalidJson(field: Field): never {
	throw new InvalidInput(`"${field.label}" is not valid JSON`, field.help);
}
