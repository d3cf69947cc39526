import type { ItemParameters } from '../context';
import { InvalidInput } from '../errors';
import { shownValue } from './shown-value';

export interface Range {
	/** The smallest that is taken. */
	from?: number;
	to?: number;
	/** Without a part after the point. */
	whole?: true;
}

/** A number, given as one or as text. @throws {InvalidInput} for everything else */
export function readNumber(given: unknown, label: string, range: Range = {}): number {
	const text = typeof given === 'string' ? given.trim() : given;
	const isNumeral = typeof text === 'string' && /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(text);
	const number = typeof text === 'number' || isNumeral ? Number(text) : NaN;
	if (isIn(number, range)) return number;
	throw new InvalidInput(
		`"${label}" is ${Number.isFinite(number) ? 'out of range' : 'not a number'}: ${shownValue(given)}`,
		`Give ${range.whole ? 'a whole number' : 'a number'}${bounds(range)}.`,
	);
}

const isIn = (number: number, { from = -Infinity, to = Infinity, whole }: Range): boolean =>
	Number.isFinite(number) && number >= from && number <= to && (!whole || Number.isInteger(number));

function bounds({ from, to }: Range): string {
	if (from === undefined) return to === undefined ? ', such as 7' : ` up to ${to}`;
	return to === undefined ? ` from ${from}` : ` from ${from} to ${to}`;
}

/** True and false, given as such or as words. @throws {InvalidInput} for everything else */
export function readSwitch(given: unknown, label: string): boolean {
	const word = typeof given === 'string' ? given.trim().toLowerCase() : given;
	if (word === true || word === 'true') return true;
	if (word === false || word === 'false') return false;
	throw new InvalidInput(
		`"${label}" is neither true nor false: ${shownValue(given)}`,
		'Give true or false.',
	);
}

/** A switch that operations have without declaring it. */
export const switchIn = (
	parameters: ItemParameters,
	name: string,
	label: string,
	index: number,
	usual: boolean,
): boolean => readSwitch(parameters.getNodeParameter(name, index, usual), label);
