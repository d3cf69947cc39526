import type { Case, Microsoft, Other, Sent, Usual } from './request.mts';

/** Somebody and some tenant that nobody has. */
export const nobody = 'nobody@contoso.example';
export const nobodysId = '99999999-1111-4000-8000-000000000000';
export const nowhere = 'nowhere.example';
const excluded = 'woodgrove.example';

/** All requests that follow from what the endpoints are usually asked. */
export function casesOf(usual: Usual[]): Case[] {
	return usual.flatMap((one) => distinct([...around(one), ...further(one), ...inTrouble(one)]));
}

/** The usual request, and the same with one thing wrong. */
function around(usual: Usual): Case[] {
	const people = usual.person ?? [];
	const asks = (name: string) => JSON.stringify([usual.query, usual.body]).includes(`"${name}":`);
	return [
		made(usual, people.length > 0 ? 'existing person' : 'as usual'),
		made(usual, 'nothing', { query: {}, ...(usual.body === undefined ? {} : { body: {} }) }),
		...fieldsOf(usual).map((field) => made(usual, `without ${field}`, without(usual, field))),
		...(people.length > 0 ? [made(usual, 'unknown person', changed(usual, people, unknown))] : []),
		...(people.length > 0 ? [made(usual, 'person in capitals', changed(usual, people, loud))] : []),
		...tenantNames
			.filter(asks)
			.flatMap((name) => [
				made(usual, 'unknown tenant', changed(usual, [name], to(nowhere))),
				made(usual, 'excluded tenant', changed(usual, [name], to(excluded))),
				made(usual, 'tenant in capitals', changed(usual, [name], loud)),
			]),
	];
}

const tenantNames = ['tenantFilter', 'TenantFilter'];

function further(usual: Usual): Case[] {
	return Object.entries(usual.also ?? {}).map(([name, other]) => made(usual, name, other));
}

function inTrouble(usual: Usual): Case[] {
	const trouble: Microsoft[] = changes(usual)
		? ['refusing changes', 'refusing everything', 'down']
		: ['refusing everything', 'down'];
	return trouble.map((microsoft) => ({
		...made(usual, `Microsoft ${microsoft}`),
		microsoft,
	}));
}

const changes = ({ method, changes: does }: Usual): boolean => does === true || method === 'POST';

function made(usual: Usual, name: string, other: Other = {}): Case {
	const sent: Sent = {
		endpoint: usual.endpoint,
		method: other.method ?? usual.method ?? 'GET',
		query: other.query ?? (other.body === undefined ? usual.query : {}),
		body: other.query && !other.body ? undefined : (other.body ?? usual.body),
	};
	const { then } = other;
	return {
		endpoint: usual.endpoint,
		name,
		before: other.before ?? usual.before ?? [],
		sent: then ? (answers) => ({ ...sent, query: { ...sent.query, ...then(answers) } }) : sent,
		microsoft: 'well',
	};
}

/** Top-level fields, of the first entry where the body is a list. */
function fieldsOf({ query, body }: Usual): string[] {
	const first: unknown = Array.isArray(body) ? body[0] : body;
	return [...Object.keys(query ?? {}), ...Object.keys(first ?? {})];
}

function without({ query, body }: Usual, field: string): Other {
	const left = (from: object) =>
		Object.fromEntries(Object.entries(from).filter(([name]) => name !== field));
	return {
		...(query ? { query: left(query) as Record<string, string> } : {}),
		...(body ? { body: Array.isArray(body) ? body.map(left) : left(body) } : {}),
	};
}

/** The same request with other values in some fields; a label with a value keeps its label. */
function changed({ query, body }: Usual, names: string[], change: (value: string) => string) {
	const walk = (value: unknown, isNamed: boolean): unknown => {
		if (typeof value === 'string') return isNamed ? change(value) : value;
		if (Array.isArray(value)) return value.map((entry) => walk(entry, isNamed));
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value).map(([name, inner]) => [
				name,
				walk(inner, names.includes(name) || (isNamed && name === 'value')),
			]),
		);
	};
	return {
		...(query ? { query: walk(query, false) as Record<string, string> } : {}),
		...(body === undefined ? {} : { body: walk(body, false) }),
	};
}

const to = (value: string) => () => value;
const unknown = (value: string): string => (value.includes('@') ? nobody : nobodysId);
const loud = (value: string): string => value.toUpperCase();

/** What comes out the same as an earlier request is not sent twice. */
function distinct(cases: Case[]): Case[] {
	const seen = new Set<string>();
	return cases.filter(({ sent, before, microsoft, name }) => {
		const key = JSON.stringify([typeof sent === 'function' ? name : sent, before, microsoft]);
		return !seen.has(key) && seen.add(key);
	});
}
