import type { Row } from '../rows';
import { at, isNothing } from './compare';
import { textOf } from './holds';
import type { Condition, Proof, Where } from './proof';

/** Longer values are cut: they stand on items and in errors. */
const longest = 200;

export function expectedBy({ must, wheres, columns }: Proof): string {
	const rows = wheres.map(whereTold).filter(Boolean).join('; ');
	if (must === 'be gone') return rows ? `nothing with ${rows}` : 'nothing there';
	const values = Object.entries(columns).map(([path, condition]) => `${path} ${told(condition)}`);
	if (must === 'be one more') return [`one more with ${rows}`, ...values].join(', ');
	return [...(rows ? [rows] : []), ...values].join(', ') || 'it is there';
}

/** What the columns in question hold. */
export const foundIn = (row: Row, columns: Record<string, Condition>): string =>
	Object.keys(columns)
		.map((path) => `${path} ${valueTold(at(row, path))}`)
		.join(', ') || 'it is there';

const whereTold = (where: Where): string =>
	Object.entries(where)
		.map(([names, value]) => `${names.split('|').join(' or ')} ${wantedTold(value)}`)
		.join(', ');

const wantedTold = (value: unknown): string =>
	value instanceof RegExp ? `like ${String(value)}` : valueTold(value);

function told(condition: Condition): string {
	if ('moved' in condition) return 'not before this change';
	if ('like' in condition) return `like ${String(condition.like)}`;
	if ('changed' in condition) return 'another than before';
	if ('says' in condition) return `says ${valueTold(condition.says)}`;
	if ('is' in condition) return valueTold(condition.is);
	if ('begun' in condition) return `has a new ${valueTold(condition.begun)}`;
	if ('only' in condition) return `only ${valueTold(condition.only)}`;
	return 'has' in condition
		? `with ${valueTold(condition.has)}`
		: `without ${valueTold(condition.lacks)}`;
}

function valueTold(value: unknown): string {
	if (value === undefined) return '(not told)';
	if (isNothing(value)) return '(empty)';
	const text = typeof value === 'string' ? `"${value}"` : textOf(value);
	return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
