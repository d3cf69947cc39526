import type { IDataObject } from 'n8n-workflow';
import { InvalidInput } from '../../../n8n/errors';
import { addToBody, checkOneOf, textOf, wholeBody } from '../../../n8n/parameters';
import { tenantsOnWire, type FieldTenants } from '../../../n8n/tenant-fields';
import { checkPeriods } from '../../../n8n/reading/periods';
import { isEmpty, wireValue } from '../../../n8n/wire';
import type { Operation } from '../../../operations/vocabulary';
import type { Endpoint } from './endpoints';
import { actionId, actionOf, fieldsOf, hasSwitch, idOf, type EndpointField } from './fields';

/** What the fields of an API request put into it. */
export interface Typed {
	/** The operation that is meant, if the fields say so. */
	operation: Operation | null;
	/** CIPP reads a list with one entry. */
	isList: boolean;
	query: Record<string, string>;
	body: Record<string, unknown>;
}

/** What fields are read with. */
export interface Around {
	timezone: string;
	/** Undefined where no field names tenants. */
	tenants: FieldTenants | undefined;
}

/** Parameters that were given as JSON, which may stand in for a field. */
export interface Raw {
	query: object;
	body: unknown;
}

/**
 * The filled in fields in the form in which the endpoint reads them.
 *
 * @throws {InvalidInput} when one that every operation needs is nowhere, or one belongs to another
 */
export function typedRequest(
	endpoint: Endpoint,
	values: IDataObject,
	raw: Raw,
	around: Around,
): Typed {
	const operation = meantOperation(endpoint, values, raw);
	// Without a switch all of them send the same beside their fields.
	const like = operation ?? (hasSwitch(endpoint) ? null : endpoint.operations[0]);
	const typed: Typed = {
		operation,
		isList: like?.bodyIsList === true,
		query: { ...like?.fixed?.query },
		body: structuredClone(like?.fixed?.body ?? {}),
	};
	for (const entry of fieldsOf(endpoint)) addField(typed, entry, values, raw, around);
	if (operation && !isGiven(raw)) checkOneOf(operation, { ...typed.query, ...typed.body });
	checkPeriods(operation?.fields ?? [], { ...typed.query, ...typed.body });
	return typed;
}

function meantOperation(endpoint: Endpoint, values: IDataObject, raw: Raw): Operation | null {
	const { operations } = endpoint;
	if (!hasSwitch(endpoint)) return operations.length === 1 ? operations[0] : null;
	const action = values[actionId];
	const meant = operations.find((operation) => actionOf(operation) === action);
	if (meant) return meant;
	if (isEmpty(action) && isGiven(raw)) return null;
	throw new InvalidInput(
		isEmpty(action) ? '"What to Do" is empty' : `${endpoint.name} cannot "${String(action)}"`,
		`Choose one of: ${operations.map(actionOf).join(', ')}.`,
	);
}

/** Whether anything was given as JSON. */
export function isGiven({ query, body }: Raw): boolean {
	return [query, body].some(
		(part) => typeof part === 'object' && part !== null && Object.keys(part).length > 0,
	);
}

function addField(
	typed: Typed,
	{ id, field, isRequired }: EndpointField,
	values: IDataObject,
	raw: Raw,
	{ timezone, tenants }: Around,
): void {
	const { operation } = typed;
	const value = values[id];
	const own = operation ? operation.fields.find((other) => idOf(other) === id) : field;
	if (!own) {
		// A toggle that was only shown is false.
		if (isEmpty(value) || value === false) return;
		throw new InvalidInput(
			`"${field.label}" has nothing to do with "${operation ? actionOf(operation) : ''}"`,
			'Empty it, or choose another thing to do.',
		);
	}
	if (isEmpty(value) && isInRaw(raw, own.in, own.wire)) return;
	const required = operation ? own.required : isRequired;
	if (own.tenants && !required && !Object.hasOwn(values, id)) return;
	const sent = own.tenants
		? tenantsOnWire(value, own, tenants)
		: wireValue(value, { ...own, required }, timezone);
	if (sent === undefined) return;
	if (own.in === 'query') typed.query[own.wire] = textOf(sent);
	else addToBody(typed.body, own, sent);
}

/** CIPP takes a name in any case. */
function isInRaw(raw: Raw, place: 'query' | 'body', wire: string): boolean {
	const given = place === 'query' ? raw.query : raw.body;
	const one: unknown = Array.isArray(given) ? given[0] : given;
	const name = wire.split('.')[0].toLowerCase();
	return (
		typeof one === 'object' &&
		one !== null &&
		Object.keys(one).some((other) => other.toLowerCase() === name)
	);
}

/** The body of the request: the JSON with the fields in it, once or in every entry of a list. */
export function bodyWith(raw: unknown, { body, isList }: Typed): unknown {
	const empty = typeof raw !== 'object' || raw === null || Object.keys(raw).length === 0;
	if (empty || '' in body) return wholeBody(body, isList);
	if (Object.keys(body).length === 0) return raw;
	const merged = (one: unknown): unknown =>
		typeof one === 'object' && one !== null ? mergedWith(one, body) : one;
	if (Array.isArray(raw)) return raw.map(merged);
	return isList ? [merged(raw)] : merged(raw);
}

/** The fields win, whatever case the JSON writes their names in: CIPP would read either. */
function mergedWith(raw: object, body: Record<string, unknown>): Record<string, unknown> {
	const names = Object.keys(body).map((name) => name.toLowerCase());
	const rest = Object.entries(raw).filter(([name]) => !names.includes(name.toLowerCase()));
	return { ...Object.fromEntries(rest), ...body };
}
