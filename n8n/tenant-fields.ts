import { isObject } from '../cipp/body';
import type { Tenant } from '../cipp/tenants';
import type { Field, NamedTenants } from '../operations/vocabulary';
import { InvalidInput } from './errors';
import { isEmpty, listOf } from './wire';

/** How the fields of an item that name tenants find them. */
export interface FieldTenants {
	/** Throws as `TenantDirectory.resolve` does. */
	find(named: string, of: NamedTenants): Tenant;
	/** A tool does not change all tenants at once. */
	mayNameAll: boolean;
}

interface Entry {
	value: string;
	label: string;
}

/**
 * Tenants that a field names, in the form in which CIPP reads them there: it compares them to the letter, and
 * says nothing of those that it does not find.
 *
 * @throws {InvalidInput} when none is named, or something that is no tenant
 * @throws {UnknownTenant} when CIPP manages none of that name
 */
export function tenantsOnWire(
	value: unknown,
	field: Field,
	tenants: FieldTenants | undefined,
): unknown {
	if (!tenants) throw new Error(`"${field.label}" was read before its tenants were looked up`);
	const named = namesIn(value);
	// A blank in place of an exclusion would be no exclusion.
	if (named.length === 0) throw new InvalidInput(`"${field.label}" is empty`, field.help);
	const entries = named.map((one) => entryOf(one, field, tenants));
	if (field.form === 'labelValues') return entries;
	const values = entries.map((entry) => ('type' in entry ? entry : entry.value));
	if (field.form !== 'text') return values;
	if (values.length === 1) return values[0];
	throw new InvalidInput(`"${field.label}" names several tenants`, 'Give one.');
}

function namesIn(value: unknown): unknown[] {
	if (isEmpty(value)) return [];
	const text = typeof value === 'string' ? value.trim() : '';
	return listOf(/^[[{]/.test(text) ? parsed(text) : value).filter((one) => !isEmpty(one));
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

function entryOf(
	named: unknown,
	{ label, tenants: of = { by: 'defaultDomainName' } }: Field,
	tenants: FieldTenants,
): Entry | Record<string, unknown> {
	if (isGroup(named)) {
		if (of.groups) return named;
		throw new InvalidInput(`"${label}" takes no groups of tenants`, 'Name the tenants themselves.');
	}
	const name = tenantNameIn(named, label);
	if (name.toLowerCase() === 'alltenants' && of.all) return allOfThem(tenants);
	const tenant = tenants.find(name, of);
	return { value: tenant[of.by], label: tenant.displayName };
}

const isGroup = (named: unknown): named is Record<string, unknown> =>
	isObject(named) && named.type === 'Group' && !isEmpty(named.value);

function allOfThem({ mayNameAll }: FieldTenants): Entry {
	if (mayNameAll) return { value: 'AllTenants', label: '*All Tenants' };
	throw new InvalidInput(
		'A tool does not change all tenants at once',
		'Name one tenant and run it again for the next.',
	);
}

/** Columns by which rows name a tenant, of Tenant: Get Many as of others. */
const columns = ['defaultDomainName', 'customerId', 'value', 'initialDomainName', 'tenantFilter'];

/**
 * A tenant as someone names it: a text, or a row that has one of the usual columns.
 *
 * @throws {InvalidInput} for an object that names none
 */
export function tenantNameIn(named: unknown, label: string): string {
	if (!isObject(named)) return String(named ?? '').trim();
	const column = columns.find((name) => typeof named[name] === 'string' && named[name] !== '');
	if (column !== undefined) return String(named[column]).trim();
	throw new InvalidInput(
		`"${label}" is an object that names no tenant`,
		'Name the column that is meant, for example {{ $json.defaultDomainName }}.',
	);
}
