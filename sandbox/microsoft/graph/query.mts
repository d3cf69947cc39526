import { MicrosoftError } from '../errors.mts';
import { managerOf } from '../state/lookup.mts';
import type { Tenant } from '../state/tenant.mts';
import { filter, InvalidFilter } from './filter.mts';
import { find } from './find.mts';
import { userResource, type Resource } from './resources.mts';

/** A question to Graph. */
export interface GraphQuery {
	path: string;
	version: string;
	/** $filter, $select and so on, names in lower case. */
	options: Record<string, string>;
}

export interface GraphPage {
	rows: Resource[];
	isOne: boolean;
	total: number;
	/** Where the next page starts; undefined after the last. */
	next: number | undefined;
}

const firstColumns = [
	'id',
	'businessPhones',
	'displayName',
	'givenName',
	'jobTitle',
	'mail',
	'mobilePhone',
	'officeLocation',
	'preferredLanguage',
	'surname',
	'userPrincipalName',
];

/** Splits an endpoint that may carry its own query string; options beside it fill what it leaves open. */
export function graphQuery(
	endpoint: string,
	version: string,
	options: Record<string, string>,
): GraphQuery {
	const [path, own = ''] = endpoint.split(/\?(.*)/s);
	const ownOptions = Object.fromEntries(
		[...new URLSearchParams(own)].map(([name, value]) => [name.toLowerCase(), value]),
	);
	return { path, version, options: { ...options, ...ownOptions } };
}

/** Runs a Graph request against the state, one page from `start` or all of it. */
export function run(tenant: Tenant, query: GraphQuery, start = 0, everything = false): GraphPage {
	const found = find(tenant, query.path);
	if ('one' in found)
		return { rows: [shaped(tenant, query, found.one)], isOne: true, total: 1, next: undefined };
	const rows = sorted(
		searched(filtered(found.many, query.options.$filter), query.options.$search),
		query.options.$orderby,
	);
	const size = everything ? rows.length : pageSize(query.options.$top);
	const page = rows.slice(start, start + size);
	const next = start + size < rows.length ? start + size : undefined;
	return {
		rows: page.map((row) => shaped(tenant, query, row)),
		isOne: false,
		total: rows.length,
		next,
	};
}

function filtered(rows: Resource[], text: string | undefined): Resource[] {
	if (!text) return rows;
	try {
		return rows.filter(filter(text));
	} catch (error) {
		if (error instanceof InvalidFilter) throw new MicrosoftError(error.message);
		throw error;
	}
}

/** $search: "displayName:megan" OR "mail:bowen"; any word of the property may start with the text. */
function searched(rows: Resource[], text: string | undefined): Resource[] {
	if (!text) return rows;
	const terms = [...text.matchAll(/"([A-Za-z]+):([^"]*)"/g)].map(([, property, wanted]) => ({
		property,
		wanted: wanted.toLowerCase(),
	}));
	if (terms.length === 0)
		throw new MicrosoftError(
			"Syntax error: character ':' is not valid at position 0 in the search clause.",
		);
	const matches = (row: Resource, { property, wanted }: { property: string; wanted: string }) => {
		const have = String(row[property] ?? '').toLowerCase();
		return (
			have.startsWith(wanted) || have.split(/[\s@.,'-]+/).some((word) => word.startsWith(wanted))
		);
	};
	const all = /"\s+AND\s+"/.test(text);
	return rows.filter((row) =>
		all ? terms.every((term) => matches(row, term)) : terms.some((term) => matches(row, term)),
	);
}

function sorted(rows: Resource[], text: string | undefined): Resource[] {
	if (!text) return rows;
	const [property, direction] = text.split(/\s+/);
	const sign = direction?.toLowerCase() === 'desc' ? -1 : 1;
	return [...rows].sort(
		(a, b) => sign * String(a[property] ?? '').localeCompare(String(b[property] ?? '')),
	);
}

function pageSize(top: string | undefined): number {
	const size = Number(top ?? 100);
	if (!Number.isInteger(size) || size < 1 || size > 999)
		throw new MicrosoftError(
			`Invalid page size specified: '${top}'. Must be between 1 and 999 inclusive.`,
		);
	return size;
}

function shaped(tenant: Tenant, { version, options, path }: GraphQuery, row: Resource): Resource {
	const expanded = { ...row, ...expansion(tenant, options.$expand, row) };
	const isPeople = /^\/?users(\/[^/]+)?$/i.test(path);
	const selected =
		options.$select
			?.split(',')
			.map((name) => name.trim())
			.filter(Boolean) ?? (isPeople && version === 'v1.0' ? firstColumns : undefined);
	if (!selected) return withoutHidden(expanded);
	const keep = new Set(selected.map((name) => name.split(/[./]/)[0].toLowerCase()));
	// Graph names the type of what it finds through another object, whatever is selected.
	const keepsType = !isPeople && !/^\/?(groups|devices)(\/[^/]+)?$/i.test(path);
	return Object.fromEntries(
		Object.entries(expanded).filter(
			([name]) =>
				keep.has(name.toLowerCase()) ||
				(name === '@odata.type' && keepsType) ||
				(name === 'manager' && options.$expand),
		),
	);
}

/** What Graph shows only to who asks for it by name. */
function withoutHidden({ perUserMfaState: _, ...row }: Resource): Resource {
	return row;
}

function expansion(tenant: Tenant, expand: string | undefined, row: Resource): Resource {
	if (!expand || !/^manager/i.test(expand)) return {};
	const user = tenant.users.find(({ id }) => id === row.id);
	const manager = user && managerOf(tenant, user);
	if (!manager) return {};
	const columns = /\$select=([^)]*)/i
		.exec(expand)?.[1]
		.split(',')
		.map((name) => name.trim().toLowerCase());
	const whole = userResource(tenant, manager);
	return {
		manager: columns
			? Object.fromEntries(
					Object.entries(whole).filter(([name]) => columns.includes(name.toLowerCase())),
				)
			: whole,
	};
}
