import { isObject } from '../../cipp/body';
import { at } from '../../cipp/looks/compare';
import type { Condition, Proof, Reading, Seen, Where } from '../../cipp/looks/proof';
import type { CippRequest } from '../../cipp/request';
import { rowsOf, type Row } from '../../cipp/rows';
import { pathSegment } from '../../cipp/users';
import type {
	Lag,
	Literal,
	Look,
	LookAt,
	Operation,
	Sent,
	Wanted,
} from '../../operations/vocabulary';
import { rowsIn } from '../answers/shapes';
import { rejectUnread } from '../answers/unread';
import { tenantValue, textOf as queryText } from '../parameters';
import { allTenants, named, textOf, valueOf, type Source } from './filled';

/** When to look, in seconds after the change. */
const times: Record<Lag, number[]> = {
	table: [0],
	graph: [0, 2, 5, 15, 30],
	exchange: [0, 5, 15, 45],
	slow: [0, 10, 30, 60],
};

/** The operations of the resource, which looks may read with. */
export type Siblings = Record<string, Operation>;

/** Reads what has to be known before it is clear what to look for. */
export type Resolve = (reading: Reading) => Promise<Seen>;

/**
 * The proofs of one item, with everything filled in.
 *
 * @returns those that what was sent says enough for; none where nothing of it can be seen
 */
export async function proofsOf(
	looks: Look[],
	source: Source,
	siblings: Siblings,
	resolve: Resolve,
): Promise<Proof[]> {
	const meant = looks
		.filter((look) => isMeant(look, source))
		.flatMap((look) => sourcesOf(look, source).map((one) => ({ look, one })));
	const proofs = meant.map(async ({ look, one }) => {
		const known = await knownAs(look, one, siblings, resolve);
		return 'unseen' in known ? unseenProof(known.unseen) : proofOf(look, known, siblings);
	});
	return (await Promise.all(proofs)).filter((proof) => proof !== undefined);
}

/** The source with what somebody is called where it is looked. */
async function knownAs(
	{ via }: Look,
	source: Source,
	siblings: Siblings,
	resolve: Resolve,
): Promise<Source | { unseen: string }> {
	const reading = via && readingOf(via.at, source, siblings);
	if (!via || !reading) return source;
	const seen = await resolve(reading);
	if ('notRead' in seen) return { unseen: seen.notRead };
	const value = 'rows' in seen ? at(seen.rows[0], via.column) : textOf(via.else, source);
	return { ...source, ...(typeof value === 'string' ? { via: value } : {}) };
}

const unseenProof = (unseen: string): Proof => ({
	reading: { unseen },
	read: 'nothing',
	wheres: [{}],
	must: 'be there',
	columns: {},
	pauses: [0],
	endsOpen: false,
	before: false,
	ofOrder: false,
});

function sourcesOf({ each }: Look, source: Source): Source[] {
	if (each === undefined) return [source];
	const values = typeof each === 'string' ? named(each, source) : valueOf(each, source);
	return values === undefined ? [] : [values].flat().map((one) => ({ ...source, each: one }));
}

function isMeant({ when }: Look, source: Source): boolean {
	return (when ?? []).every(({ sent, is, isNot, absent }) => {
		const value = named(sent, source);
		if (absent) return value === undefined;
		if (isNot !== undefined) return String(value) !== String(isNot);
		if (is) return is.some((one) => String(one) === String(value));
		return value !== undefined && value !== false;
	});
}

/** Whether what was there before the change has to be known. */
export const needsBefore = ({ before, columns = {} }: Look): boolean =>
	before === true || Object.values(columns).some((one) => isObject(one) && 'changed' in one);

function proofOf(look: Look, source: Source, siblings: Siblings): Proof | undefined {
	const wheres = wheresOf(look.where ?? {}, source);
	const columns = { ...restOf(look, source), ...columnsOf(look.columns ?? {}, source) };
	const reading = readingOf(withColumns(look.at, columns), source, siblings);
	const isEmpty =
		Object.keys(look.columns ?? {}).length + (look.rest ? 1 : 0) > 0 &&
		Object.keys(columns).length === 0;
	const orElse = look.orElse && proofOf(look.orElse, source, siblings);
	if (!reading || !wheres || isEmpty) return undefined;
	return {
		reading,
		read: readTold(look.at, source),
		wheres,
		must: look.must,
		columns,
		pauses: pausesOf(look.lag),
		endsOpen: look.lag === 'slow',
		before: needsBefore(look),
		ofOrder: look.ofOrder === true,
		...(look.elseUnknown ? { elseUnknown: true as const } : {}),
		...(orElse ? { orElse } : {}),
		...(look.anchor ? { anchor: look.anchor } : {}),
		...(look.beware ? { beware: look.beware } : {}),
	};
}

/** What was sent beside what the declaration names. */
function restOf({ rest, columns = {} }: Look, { request }: Source): Record<string, Condition> {
	if (!rest) return {};
	const known = [...rest, ...Object.keys(columns)].map((name) => name.toLowerCase());
	const [body] = [request.body].flat();
	const others = Object.entries(isObject(body) ? body : {}).filter(
		([name]) => !known.includes(name.toLowerCase()),
	);
	return Object.fromEntries(
		others.map(([name, value]) => [name, { is: value, softly: true as const }]),
	);
}

const withColumns = (where: LookAt, columns: Record<string, Condition>): LookAt =>
	'graph' in where && where.select
		? { ...where, select: [...new Set([...where.select, ...Object.keys(columns).map(firstPart)])] }
		: where;

const firstPart = (path: string): string => path.split('.')[0];

const pausesOf = (lag: Lag): number[] =>
	times[lag].map((seconds, index) => 1_000 * (seconds - (times[lag][index - 1] ?? 0)));

function readTold(look: LookAt, source: Source): string {
	if ('graph' in look) return `Microsoft Graph: ${textOf(look.graph, source) ?? look.graph}`;
	if ('exchange' in look) return `Exchange: ${look.exchange}`;
	if ('unseen' in look) return 'nothing';
	return 'operation' in look ? `CIPP: ${look.operation}` : `CIPP: ${look.endpoint}`;
}

/** Undefined where the request says too little for it. */
function readingOf(look: LookAt, source: Source, siblings: Siblings): Reading | undefined {
	if ('unseen' in look) return look;
	if ('graph' in look) return graphReading(look, source);
	if ('exchange' in look) return exchangeReading(look, source);
	return 'operation' in look ? siblingReading(look, source, siblings) : listReading(look, source);
}

function graphReading(
	{ graph, select, filter, version }: Extract<LookAt, { graph: string }>,
	source: Source,
): Reading | undefined {
	const path = textOf(graph, source, pathSegment);
	const $filter = filter === undefined ? undefined : textOf(filter, source, inFilter);
	if (path === undefined || (filter !== undefined && $filter === undefined) || !isOne(source))
		return undefined;
	const query = {
		...(select ? { $select: select.join(',') } : {}),
		...($filter === undefined ? {} : { $filter, $count: 'true' }),
		...(version ? { Version: version } : {}),
	};
	return { graph: path, tenant: source.tenant.domain, query };
}

/** Over all tenants CIPP answers later, and leaves out whom it could not read. */
const isOne = (source: Source): source is Source & { tenant: { domain: string } } =>
	source.tenant !== null && source.tenant !== allTenants;

const inFilter = (text: string): string => text.replace(/'/g, "''");

function exchangeReading(
	{ exchange: Cmdlet, parameters = {}, compliance }: Extract<LookAt, { exchange: string }>,
	source: Source,
): Reading | undefined {
	const cmdParams = filledTexts(parameters, source);
	if (!cmdParams || !isOne(source)) return undefined;
	return {
		request: {
			method: 'POST',
			endpoint: 'ListExoRequest',
			body: {
				TenantFilter: source.tenant.domain,
				Cmdlet,
				cmdParams,
				...(compliance ? { Compliance: true } : {}),
			},
		},
		rows: (answer) => rowsOf('ListExoRequest', answer),
		...(compliance ? { emptyIsUnread: true as const } : {}),
	};
}

function filledTexts(
	texts: Record<string, string>,
	source: Source,
): Record<string, string> | undefined {
	const filled = Object.entries(texts).map(([name, text]) => [name, textOf(text, source)] as const);
	return filled.some(([, text]) => text === undefined)
		? undefined
		: (Object.fromEntries(filled) as Record<string, string>);
}

function siblingReading(
	{ operation: name, fields = {} }: Extract<LookAt, { operation: string }>,
	source: Source,
	siblings: Siblings,
): Reading | undefined {
	const operation = siblings[name];
	const filled = filledTexts(fields, source);
	if (!operation || !filled || (operation.tenant && !source.tenant)) return undefined;
	return {
		request: siblingRequest(operation, filled, source),
		rows: (answer) => {
			const rows = rowsIn(operation, answer);
			if ('unread' in operation.answer)
				rejectUnread(operation.endpoint, rows, operation.answer.unread);
			return rows;
		},
		// Where an empty list may be a refusal, it proves nothing.
		...('empty' in operation.answer && operation.answer.empty
			? { emptyIsUnread: true as const }
			: {}),
	};
}

function siblingRequest(
	{ method, endpoint, fixed, tenant }: Operation,
	filled: Record<string, string>,
	source: Source,
): CippRequest {
	const query: Record<string, string> = { ...fixed?.query };
	const body: Record<string, unknown> = structuredClone(fixed?.body ?? {});
	if (method === 'POST') Object.assign(body, filled);
	else Object.assign(query, filled);
	if (tenant && source.tenant) {
		const { domain: defaultDomainName, id: customerId } = source.tenant;
		const chosen = { defaultDomainName, customerId, displayName: defaultDomainName };
		const value = tenantValue(tenant, { ...chosen, initialDomainName: defaultDomainName });
		if (tenant.in === 'query') query[tenant.wire] = queryText(value);
		else body[tenant.wire] = value;
	}
	return { method, endpoint, query, ...(method === 'POST' ? { body } : {}) };
}

function listReading(
	{ endpoint, tenant, query = {}, under }: Extract<LookAt, { endpoint: string }>,
	source: Source,
): Reading | undefined {
	const filled = filledTexts(query, source);
	if (!filled || (tenant && !source.tenant)) return undefined;
	return {
		request: {
			method: 'GET',
			endpoint,
			query: { ...filled, ...(tenant && source.tenant ? { [tenant]: source.tenant.domain } : {}) },
		},
		rows: (answer) => {
			const rows = rowsOf(endpoint, answer);
			return under === undefined ? rows : rows.flatMap((row) => listUnder(row, under));
		},
	};
}

const listUnder = (row: Row, name: string): Row[] => [row[name]].flat().filter(isObject);

/** A list that was sent asks for a row for each. Undefined where something was not sent. */
function wheresOf(where: NonNullable<Look['where']>, source: Source): Where[] | undefined {
	let wheres: Where[] = [{}];
	for (const [names, word] of Object.entries(where)) {
		const value = word instanceof RegExp ? word : valueOf(word as Literal | Sent, source);
		if (value === undefined) return undefined;
		const values: unknown[] = Array.isArray(value) ? value : [value];
		if (values.length === 0) return undefined;
		wheres = wheres.flatMap((known) => values.map((one) => ({ ...known, [names]: one })));
	}
	return wheres;
}

function columnsOf(columns: Record<string, Wanted>, source: Source): Record<string, Condition> {
	const filled = Object.entries(columns).map(
		([path, wanted]) => [path, conditionOf(wanted, source)] as const,
	);
	return Object.fromEntries(
		filled.filter((entry): entry is [string, Condition] => entry[1] !== undefined),
	);
}

function conditionOf(wanted: Wanted, source: Source): Condition | undefined {
	if (!isObject(wanted) || 'sent' in wanted) {
		const value = valueOf(wanted as Literal | Sent, source);
		return value === undefined ? undefined : { is: value };
	}
	const condition = wanted as Exclude<Wanted, Literal | Sent>;
	if ('softly' in condition) {
		const value = valueOf(condition.softly, source);
		return value === undefined ? undefined : { is: value, softly: true };
	}
	if ('has' in condition) return withList('has', condition.has, condition.key, source);
	if ('lacks' in condition) return withList('lacks', condition.lacks, condition.key, source);
	if ('only' in condition) return withList('only', condition.only, condition.key, source);
	return condition;
}

function withList(
	name: 'has' | 'lacks' | 'only',
	word: Literal | Literal[] | Sent,
	key: string | undefined,
	source: Source,
): Condition | undefined {
	const value = valueOf(word, source);
	if (value === undefined) return undefined;
	const values = [value].flat().filter((one) => one !== undefined);
	return { [name]: values, ...(key ? { key } : {}) } as unknown as Condition;
}
