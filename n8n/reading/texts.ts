import type { Field } from '../../operations/vocabulary';
import { InvalidInput } from '../errors';
import { checkIdentifier } from './identifiers';
import { shownValue } from './shown-value';

/** Blanks without a width come along when something is copied: a name with one looks the same and is another. */
const invisible = /[\u200b\u2060\ufeff\u00ad]/g;

/** A text as it was meant. An object made text would be "[object Object]". */
export function readText(given: unknown, field: Field): string {
	const text = typeof given === 'string' ? given : plain(given, field);
	if (text.includes('[object Object]')) refuseObject(given, field);
	if (field.isSecret) return text.trim();
	const visible = field.kind === 'multiline' ? text : text.replace(invisible, '');
	checkIdentifier(visible.trim(), field);
	return visible.trim();
}

function plain(given: unknown, field: Field): string {
	if (given instanceof Date) return given.toISOString();
	if (Array.isArray(given) && given.every((one) => typeof one !== 'object')) return given.join(',');
	if (typeof given === 'number' && !Number.isFinite(given)) refuseObject(given, field);
	if (typeof given !== 'object' || given === null) return String(given);
	const iso = (given as { toISO?: () => unknown }).toISO;
	return typeof iso === 'function' ? String(iso.call(given)) : refuseObject(given, field);
}

function refuseObject(given: unknown, { label }: Field): never {
	const columns = columnsOf(given);
	const hint = columns.length > 0 ? ` It has ${columns.join(', ')}.` : '';
	throw new InvalidInput(
		typeof given === 'number'
			? `"${label}" is not a value: ${shownValue(given)}`
			: `"${label}" is an object, and a text is needed: ${shownValue(given)}`,
		`Name the column that is meant, for example {{ $json.${columns[0] ?? 'id'} }}.${hint}`,
	);
}

function columnsOf(given: unknown): string[] {
	const one: unknown = Array.isArray(given)
		? given.find((entry) => typeof entry === 'object')
		: given;
	return typeof one === 'object' && one !== null ? Object.keys(one).slice(0, 8) : [];
}

export interface LabelValue extends Record<string, unknown> {
	value: string;
	label: string;
}

/** `{value, label}` from a text, or from an object that has them. */
export function readLabelValue(given: unknown, field: Field): LabelValue {
	if (!isLabelled(given)) {
		const text = readText(given, field);
		return { value: text, label: text };
	}
	const { value } = given;
	// A list is not one value, though JavaScript would make text of it.
	if (value === null || value === undefined || typeof value === 'object')
		refuseObject(given, field);
	const text = readText(value, field);
	if (text === '') refuseObject(given, field);
	return { ...given, value: text, label: labelIn(given, text) };
}

const labelIn = ({ label }: { label?: unknown }, value: string): string =>
	label === undefined || label === null || typeof label === 'object' ? value : String(label);

export const isLabelled = (
	value: unknown,
): value is Record<string, unknown> & { value: unknown; label?: unknown } =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && 'value' in value;
