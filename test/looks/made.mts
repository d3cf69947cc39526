import { isRow } from '../../cipp/looks/holds';
import type { Condition, Proof, Where } from '../../cipp/looks/proof';
import type { Row } from '../../cipp/rows';

/** Texts that real columns hold, to find one for a pattern. */
const examples = [
	'x',
	'Enabled',
	'Disabled',
	'Active',
	'Planned',
	'Running',
	'Completed',
	'Failed',
	'#microsoft.graph.passwordAuthenticationMethod',
	'#microsoft.graph.fido2AuthenticationMethod',
	'#microsoft.graph.temporaryAccessPassAuthenticationMethod',
	'#microsoft.graph.officeSuiteApp',
	'RELEASED',
	'NOTRELEASED',
	'DENIED',
	'7 MB (7,340,032 bytes)',
	'PendingDeletion',
	'Suspended',
	'Default',
	'FullAccess',
	'SendAs',
	'NT AUTHORITY\\SELF',
	'first and second',
	'a userEmail',
];

/** The rows that show a change as it was asked for; none where there is no such thing any more. */
export const rowsDone = (proof: Proof, now: Date): Row[] => {
	if (proof.must !== 'be gone') return rowsOf(proof, now);
	return isThing(proof) ? [] : [made(proof.anchor ?? {}, {}, () => null), ...others(proof)];
};

/** Rows of the same list that are not those that are looked for. */
const others = ({ wheres }: Proof): Row[] =>
	wheres
		.map((where) => {
			const another = Object.keys(where).map((names) => [names, 'another row']);
			return made(Object.fromEntries(another) as Where, {}, () => null);
		})
		.filter((row) => !wheres.some((where) => isRow(row, where)));

const rowsOf = (proof: Proof, now: Date): Row[] =>
	proof.wheres.map((where) => made(where, proof.columns, (one) => fits(one, now)));

/** The rows as they were before the change; none where there is no such thing yet. */
export const rowsBefore = (proof: Proof): Row[] => {
	const always = proof.anchor ? [made(proof.anchor, {}, () => null)] : [];
	if (proof.must === 'be gone')
		return [...always, ...proof.wheres.map((where) => made(where, {}, () => null))];
	const isNew = proof.must === 'be one more' || Object.keys(proof.columns).length === 0;
	if (!isNew)
		return [...always, ...proof.wheres.map((where) => made(where, proof.columns, fitsNot))];
	return isThing(proof) ? [] : [...always, ...others(proof)];
};

const isThing = ({ wheres }: Proof): boolean =>
	wheres.every((where) => Object.keys(where).length === 0);

function made(
	where: Where,
	columns: Record<string, Condition>,
	value: (condition: Condition) => unknown,
): Row {
	const row: Row = { Anchor: 'a column that is never empty' };
	for (const [path, condition] of Object.entries(columns)) put(row, path, value(condition));
	for (const [names, wanted] of Object.entries(where)) {
		const [name] = names.split('|');
		put(row, name, wanted instanceof RegExp ? exampleFor(wanted) : wanted);
	}
	return row;
}

function put(row: Row, path: string, value: unknown): void {
	if (path.startsWith('@')) {
		row[path] = value;
		return;
	}
	const [name, ...rest] = path.split('.');
	if (rest.length === 0) {
		row[name] = value;
		return;
	}
	const inner = (row[name] ?? {}) as Row;
	row[name] = inner;
	put(inner, rest.join('.'), value);
}

function fits(condition: Condition, now: Date): unknown {
	if ('is' in condition) return condition.is;
	if ('has' in condition) return entries(condition.has, condition.key);
	if ('only' in condition) return entries(condition.only, condition.key);
	if ('lacks' in condition) return entries(['something else'], condition.key);
	if ('like' in condition) return exampleFor(condition.like);
	if ('begun' in condition) return [{ ...condition.begun, [condition.at]: now.toISOString() }];
	if ('says' in condition) return `<html><body>${condition.says}</body></html>`;
	if ('changed' in condition) return 'another';
	return now.toISOString();
}

function fitsNot(condition: Condition): unknown {
	if ('is' in condition) return other(condition.is);
	if ('has' in condition || 'only' in condition) return entries(['something else'], condition.key);
	if ('lacks' in condition) return entries(condition.lacks, condition.key);
	if ('like' in condition) return examples.find((one) => !condition.like.test(one)) ?? '';
	if ('begun' in condition) return [{ ...condition.begun, [condition.at]: '2001-01-01T00:00:00Z' }];
	if ('says' in condition) return 'something else';
	if ('changed' in condition) return 'the same';
	return '2001-01-01T00:00:00Z';
}

function other(value: unknown): unknown {
	if (typeof value === 'boolean') return !value;
	if (typeof value === 'number') return value + 1;
	return value === null || value === undefined ? 'something' : 'something else';
}

const entries = (values: unknown[], key: string | undefined): unknown[] =>
	key ? values.map((value) => nested(key, value)) : values;

function nested(key: string, value: unknown): Row {
	const row: Row = {};
	put(row, key, value);
	return row;
}

function exampleFor(pattern: RegExp): string {
	const found = examples.find((one) => pattern.test(one));
	if (found === undefined) throw new Error(`No example for ${String(pattern)}: add one`);
	return found;
}
