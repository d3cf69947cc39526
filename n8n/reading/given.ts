import { defaultOf, type Field } from '../../operations/vocabulary';
import type { ItemParameters } from '../context';
import { InvalidInput } from '../errors';

export function isEmpty(value: unknown): boolean {
	if (typeof value === 'string') return value.trim() === '';
	if (Array.isArray(value)) return value.length === 0;
	return value === undefined || value === null;
}

/** Kinds in which nothing would be taken for a decision: now, no, zero, any. */
const deciding: Array<Field['kind']> = ['dateTime', 'number', 'toggle', 'choice', 'choices'];

/**
 * Only a field that nobody touched means that nothing is given: a column that is not there must not start
 * something now, or switch something off.
 *
 * @param stored what stands in the workflow, before expressions are worked out
 * @throws {InvalidInput} when something was filled in and it gives nothing
 */
export function refuseNothing(value: unknown, stored: unknown, field: Field): void {
	if (!isEmpty(value) || isUntouched(stored, field)) return;
	if (value !== undefined && !deciding.includes(field.kind)) return;
	throw new InvalidInput(
		`"${field.label}" is ${field.kind === 'choice' ? 'not chosen' : 'empty'}: what was filled in gives ${nothingAs(value)}`,
		`${adviceFor(field)} ${field.help}`,
	);
}

const adviceFor = ({ kind, required }: Field): string =>
	deciding.includes(kind) || required
		? 'Check the name of the column that the expression reads.'
		: "Check the name of the column that the expression reads. Where it may be missing, write {{ $json.column ?? '' }}.";

const nothingAs = (value: unknown): string =>
	typeof value === 'string' ? 'an empty text' : (JSON.stringify(value) ?? 'undefined');

function isUntouched(stored: unknown, field: Field): boolean {
	if (stored === undefined) return true;
	if (typeof stored === 'string' && stored.trim() === '') return true;
	return JSON.stringify(stored) === JSON.stringify(defaultOf(field));
}

/** A parameter as it is stored; undefined where nothing is. */
export function storedIn(parameters: ItemParameters, name: string, isOption: boolean): unknown {
	const stored = parameters.getNode().parameters as Record<string, unknown> | undefined;
	const holder = isOption ? stored?.options : stored;
	const isHolder = typeof holder === 'object' && holder !== null && Object.hasOwn(holder, name);
	return isHolder ? (holder as Record<string, unknown>)[name] : undefined;
}
