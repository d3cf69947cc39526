import type { Row } from '../rows';
import { at, holdsThese, isNothing, isSame, listIn } from './compare';
import type { Condition, Where } from './proof';

/** Whether it is so; null where what was read does not tell. */
export type Holds = boolean | null;

/** The clocks of CIPP, Microsoft and n8n go differently. */
const clockDifference = 2 * 60_000;

/** Whether a row is the one that is looked for. */
export const isRow = (row: Row, where: Where): boolean =>
	Object.entries(where).every(([names, wanted]) =>
		names.split('|').some((name) => isSought(at(row, name), wanted)),
	);

const isSought = (found: unknown, wanted: unknown): boolean =>
	wanted instanceof RegExp ? wanted.test(textOf(found)) : isSame(found, wanted);

/**
 * @param sentAt when the change was sent, in milliseconds
 * @param before the row as it was before, where that is known
 */
export function holds(
	row: Row,
	path: string,
	condition: Condition,
	sentAt: number,
	before?: Row,
): Holds {
	const found = at(row, path);
	if ('changed' in condition) return hasChanged(found, before && at(before, path));
	if ('moved' in condition) return hasMoved(found, sentAt);
	// A column that is missing says nothing.
	if (found === undefined) return null;
	if ('is' in condition) {
		const isSo = isValue(found, condition.is);
		return isSo === false && condition.softly ? null : isSo;
	}
	if ('like' in condition) return isLike(found, condition.like);
	if ('says' in condition) return plain(textOf(found)) === plain(condition.says);
	if ('begun' in condition) return hasBegun(found, condition, sentAt);
	const entries = listIn(found).map((entry) => (condition.key ? at(entry, condition.key) : entry));
	if ('only' in condition) return holdsThese(entries, condition.only);
	const isIn = (one: unknown): boolean => entries.some((entry) => isSame(entry, one));
	if ('has' in condition) return condition.has.every(isIn);
	return !condition.lacks.some(isIn);
}

/** What was there before may be what was asked for, under another name. */
const hasChanged = (found: unknown, before: unknown): Holds =>
	isNothing(found) ? false : before === undefined || isSame(found, before) ? null : true;

/** The words of a text, without tags, spaces and characters that are written in several ways. */
const plain = (text: string): string =>
	text
		.replace(/<style[\s\S]*?<\/style>|<head[\s\S]*?<\/head>|<[^>]*>/gi, ' ')
		.replace(/&nbsp;|&#160;/gi, ' ')
		.replace(/&lt;/gi, '<')
		.replace(/&gt;/gi, '>')
		.replace(/&quot;/gi, '"')
		.replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
		.replace(/&amp;/gi, '&')
		.replace(/\s+/g, '')
		.toLowerCase();

/** What is not forbidden may also just not have been read. */
const isLike = (found: unknown, pattern: RegExp): Holds =>
	isNothing(found) && pattern.test('') ? null : pattern.test(textOf(found));

/** A switch that is empty is not off: nobody has read it. */
const isValue = (found: unknown, wanted: unknown): Holds =>
	typeof wanted === 'boolean' && isNothing(found) ? null : isSame(found, wanted);

/** A date from before may be an earlier change, or one that does not show yet. */
function hasMoved(found: unknown, sentAt: number): Holds {
	const dates = listIn(found).map((one) => Date.parse(textOf(one)));
	return dates.some((date) => date >= sentAt - clockDifference) ? true : null;
}

function hasBegun(
	found: unknown,
	{ begun, at: date }: Extract<Condition, { begun: unknown }>,
	sentAt: number,
): Holds {
	const entries = listIn(found).filter((entry) => isSame(entry, begun));
	return hasMoved(
		entries.map((entry) => at(entry, date)),
		sentAt,
	);
}

export function textOf(value: unknown): string {
	if (value === undefined || value === null) return '';
	return typeof value === 'object' ? JSON.stringify(value) : String(value as string);
}
