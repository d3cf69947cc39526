import type { Answered } from './answer.mts';
import { shapeOf } from './alike.mts';

/** One field that the two answer differently. */
export interface Difference {
	/** `status`, `body`, `effect`, or where in the body: `Results.state`, `[].MFAMethods`. */
	field: string;
	/** What each side has there, as text; `absent` where it has no such field. */
	sandbox: string;
	cipp: string;
	/** In how many places, where the field stands in the rows of a list. */
	times: number;
}

/** Everything that differs between two answers; the fields in the order of the sandbox's. */
export function differences(
	sandbox: Answered,
	cipp: Answered,
	known: ReadonlySet<string>,
): Difference[] {
	const found = [
		...unlike('status', sandbox.status, cipp.status),
		...bodies(sandbox, cipp, known),
		...effects(sandbox.effects, cipp.effects),
	];
	return gathered(found);
}

type Found = Omit<Difference, 'times'>;

function bodies(sandbox: Answered, cipp: Answered, known: ReadonlySet<string>): Found[] {
	if (sandbox.kind !== cipp.kind)
		return [
			one('body', `${sandbox.kind} ${shown(sandbox.body)}`, `${cipp.kind} ${shown(cipp.body)}`),
		];
	return compare(sandbox.body, cipp.body, '', known);
}

/** Who tells no effects is not compared by them. */
function effects(sandbox: string[] | null, cipp: string[] | null): Found[] {
	if (!sandbox || !cipp) return [];
	return [
		...sandbox.filter((line) => !cipp.includes(line)).map((line) => one('effect', line, 'absent')),
		...cipp.filter((line) => !sandbox.includes(line)).map((line) => one('effect', 'absent', line)),
	];
}

function compare(
	ours: unknown,
	theirs: unknown,
	path: string,
	known: ReadonlySet<string>,
): Found[] {
	if (Array.isArray(ours) && Array.isArray(theirs)) return lists(ours, theirs, path, known);
	if (isObject(ours) && isObject(theirs)) return objects(ours, theirs, path, known);
	const alike = shapeOf(shown(ours, Infinity), known) === shapeOf(shown(theirs, Infinity), known);
	const isPassword = /(^|\.)copyField$/i.test(path) && typeof ours === typeof theirs;
	return alike || isPassword ? [] : [one(path || 'body', shown(ours), shown(theirs))];
}

type Row = Record<string, unknown>;
const isObject = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function objects(ours: Row, theirs: Row, path: string, known: ReadonlySet<string>): Found[] {
	const at = (name: string) => (path ? `${path}.${name}` : name);
	const only = Object.keys(theirs).filter((name) => !(name in ours));
	return [
		...Object.keys(ours).flatMap((name) =>
			name in theirs
				? compare(ours[name], theirs[name], at(name), known)
				: [one(at(name), shown(ours[name]), 'absent')],
		),
		...only.map((name) => one(at(name), 'absent', shown(theirs[name]))),
	];
}

/** Rows are compared with the row of the same name, so that one that is missing does not spoil the rest. */
function lists(
	ours: unknown[],
	theirs: unknown[],
	path: string,
	known: ReadonlySet<string>,
): Found[] {
	const at = `${path}[]`;
	if ((ours.length === 0) !== (theirs.length === 0))
		return [one(at, counted(ours), counted(theirs))];
	const key = keyOf(ours, theirs);
	if (!key) return inOrder(ours, theirs, at, known);
	const names = (rows: unknown[]) => rows.map((row) => String((row as Row)[key]));
	const [mine, other] = [names(ours), names(theirs)];
	const missing = mine.filter((name) => !other.includes(name));
	const more = other.filter((name) => !mine.includes(name));
	const common = mine.filter((name) => other.includes(name));
	const order = other.filter((name) => mine.includes(name));
	return [
		...(missing.length > 0 ? [one(at, `also ${missing.join(', ')}`, 'absent')] : []),
		...(more.length > 0 ? [one(at, 'absent', `also ${more.join(', ')}`)] : []),
		...(common.join() === order.join() ? [] : [one(`${at} order`, common.join(), order.join())]),
		...common.flatMap((name) =>
			compare(ours[mine.indexOf(name)], theirs[other.indexOf(name)], at, known),
		),
	];
}

const counted = (rows: unknown[]): string =>
	rows.length === 0 ? 'no row' : `${rows.length} rows, first ${shown(rows[0])}`;

function inOrder(
	ours: unknown[],
	theirs: unknown[],
	at: string,
	known: ReadonlySet<string>,
): Found[] {
	const longest = Math.max(ours.length, theirs.length);
	return Array.from({ length: longest }, (_, index) => {
		if (index >= theirs.length) return [one(at, shown(ours[index]), 'absent')];
		if (index >= ours.length) return [one(at, 'absent', shown(theirs[index]))];
		return compare(ours[index], theirs[index], at, known);
	}).flat();
}

const keys = [
	'id',
	'ID',
	'Id',
	'userPrincipalName',
	'UPN',
	'customerId',
	'defaultDomainName',
	'skuId',
	'TelephoneNumber',
	'Identity',
	'User',
	'Tenant',
	'Name',
];

/** A column that names each row of both lists, and none twice. */
function keyOf(ours: unknown[], theirs: unknown[]): string | undefined {
	const names = (rows: unknown[], key: string) => {
		const values = rows.map((row) => (isObject(row) ? row[key] : undefined));
		const areNames = values.every((value) => typeof value === 'string');
		return areNames && new Set(values).size === rows.length;
	};
	if (ours.length === 0 || theirs.length === 0) return undefined;
	return keys.find((key) => names(ours, key) && names(theirs, key));
}

function unlike(field: string, ours: unknown, theirs: unknown): Found[] {
	return ours === theirs ? [] : [one(field, shown(ours), shown(theirs))];
}

const one = (field: string, sandbox: string, cipp: string): Found => ({ field, sandbox, cipp });

function shown(value: unknown, most = 400): string {
	const text =
		typeof value === 'string' ? JSON.stringify(value) : (JSON.stringify(value) ?? 'absent');
	return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** The rows of a list differ alike: one line for each field, with the first as the example. Effects stay apart. */
function gathered(found: Found[]): Difference[] {
	const byField = new Map<string, Difference>();
	for (const difference of found) {
		const { field, sandbox, cipp } = difference;
		const isApart = field === 'effect' || /\[\]$/.test(field);
		const key = isApart
			? `${field} ${sandbox} ${cipp}`
			: `${field} ${sandbox === 'absent'} ${cipp === 'absent'}`;
		const known = byField.get(key);
		if (known) known.times += 1;
		else byField.set(key, { ...difference, times: 1 });
	}
	return [...byField.values()];
}
