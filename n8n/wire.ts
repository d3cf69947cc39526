import { tryToParseDateTime } from 'n8n-workflow';
import type { Field } from '../operations/vocabulary';
import { InvalidInput } from './errors';

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

const isLabelled = (value: unknown): value is { value: unknown } =>
	typeof value === 'object' && value !== null && 'value' in value;

function holdsNothing(value: unknown): boolean {
	return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function inForm(value: unknown, field: Field, timezone: string): unknown {
	switch (field.form) {
		case 'number':
			return numberOf(value, field);
		case 'boolean':
			return isTrue(value, field);
		case 'flag':
			return isTrue(value, field) ? true : undefined;
		case 'epoch':
			return epochSeconds(value, field, timezone);
		case 'isoDate':
			return new Date(epochSeconds(value, field, timezone) * 1_000).toISOString();
		case 'compactDate':
			return compactDate(value, field, timezone);
		case 'labelValue':
			return labelValue(value);
		case 'labelValues':
			return listOf(value).map(labelValue);
		case 'texts':
			return listOf(value).map((entry) => String(entry).trim());
		case 'json':
			return jsonOf(value, field);
		case 'jsonText':
			return jsonTextOf(value, field);
		case 'flags':
			return Object.fromEntries(listOf(value).map((choice) => [String(choice), true]));
		case 'schedule':
			return { enabled: true, date: epochSeconds(value, field, timezone) };
		case 'text':
		case 'key':
		case 'label':
			return plainText(value, field);
	}
}

/** An object made text would be "[object Object]". */
function plainText(value: unknown, field: Field): string {
	const isObject = (one: unknown) => typeof one === 'object' && one !== null;
	const hasObject = Array.isArray(value) ? value.some(isObject) : isObject(value);
	if (hasObject && !(value instanceof Date) && String(value).includes('[object ')) {
		throw new InvalidInput(
			`"${field.label}" is an object, and a text is needed`,
			'Name the column that is meant, for example {{ $json.id }}.',
		);
	}
	return String(value).trim();
}

export function isEmpty(value: unknown): boolean {
	if (typeof value === 'string') return value.trim() === '';
	if (Array.isArray(value)) return value.length === 0;
	return value === undefined || value === null;
}

/** Expressions often give text; anything but true and false must not switch something on. */
function isTrue(value: unknown, field: Field): boolean {
	const text = String(value).trim().toLowerCase();
	if (text === 'true') return true;
	if (text === 'false') return false;
	throw new InvalidInput(
		`"${field.label}" is neither true nor false: ${text}`,
		'Give true or false.',
	);
}

function numberOf(value: unknown, field: Field): number {
	const number = Number(value);
	if (Number.isFinite(number)) return number;
	throw new InvalidInput(`"${field.label}" is not a number: ${String(value)}`, field.help);
}

/** Lists come as arrays or as text separated by commas, semicolons or line breaks. */
export function listOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value.filter((entry) => !isEmpty(entry));
	if (typeof value !== 'string') return [value];
	return value
		.split(/[,;\n]/)
		.map((entry) => entry.trim())
		.filter(Boolean);
}

function labelValue(value: unknown): Record<string, unknown> {
	if (typeof value === 'object' && value !== null && 'value' in value) {
		const entry = value as { value: unknown; label?: unknown };
		return { ...entry, value: String(entry.value), label: String(entry.label ?? entry.value) };
	}
	const text = String(value).trim();
	return { value: text, label: text };
}

function jsonOf(value: unknown, field: Field): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value) as unknown;
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

/** A date and time in the workflow's zone, or unix seconds, as unix seconds. */
function epochSeconds(value: unknown, field: Field, timezone: string): number {
	const text = String(value).trim();
	if (/^\d+$/.test(text)) return Number(text);
	const seconds = secondsOf(value, timezone);
	if (seconds !== null) return seconds;
	throw new InvalidInput(
		`"${field.label}" is not a date: ${text}`,
		'Give a date and time such as 2030-01-31T17:00, or unix seconds.',
	);
}

function secondsOf(value: unknown, timezone: string): number | null {
	try {
		return Math.floor(tryToParseDateTime(value, timezone).toSeconds());
	} catch {
		return null;
	}
}

/** The day in the workflow's zone, as 20300131. */
function compactDate(value: unknown, field: Field, timezone: string): string {
	const text = String(value).trim();
	if (/^\d{8}$/.test(text)) return text;
	const seconds = epochSeconds(value, field, timezone);
	const day = new Intl.DateTimeFormat('en-CA', { timeZone: timezone }).format(seconds * 1_000);
	return day.replace(/-/g, '');
}
