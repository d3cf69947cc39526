import { isObject } from '../cipp/body';
import type { CippRequest } from '../cipp/request';
import { UnknownTenant, type Tenant } from '../cipp/tenants';
import {
	defaultOf,
	oldNamesOf,
	takesSeveral,
	usual,
	type Field,
	type Operation,
	type TenantPlace,
} from '../operations/vocabulary';
import type { ItemParameters } from './context';
import { InvalidInput } from './errors';
import { tenantNameIn, tenantsOnWire, type FieldTenants } from './tenant-fields';
import { refuseNothing, storedIn } from './reading/given';
import { switchIn } from './reading/numbers';
import { checkPeriods } from './reading/periods';
import { isEmpty, listOf, wireValue } from './wire';

/** One tenant, several, or all of them, which has to be chosen in so many words. */
export type TenantChoice = Tenant | Tenant[] | 'all' | null;

/** The tenant that an item names, as typed; null for all tenants. */
export function namedTenant(
	parameters: ItemParameters,
	operation: Operation,
	itemIndex: number,
): string | null {
	if (operation.tenant?.allTenants && isForAll(parameters, itemIndex)) return null;
	const value = picked(parameters.getNodeParameter('tenantDomain', itemIndex, ''));
	const text = tenantNameIn(value, 'Tenant');
	if (text === '') {
		throw new InvalidInput(
			'"Tenant" is empty',
			'Choose a tenant. CIPP would act on your own partner tenant if none were sent.',
		);
	}
	if (text.toLowerCase() === 'alltenants' && operation.tenant?.allTenants) {
		throw new UnknownTenant(text, 'Switch on "All Tenants" to run this for all of them.');
	}
	return text;
}

/** Whether someone chose all tenants. @throws {InvalidInput} when that is neither yes nor no */
export const isForAll = (parameters: ItemParameters, itemIndex: number): boolean =>
	switchIn(parameters, 'allTenants', 'All Tenants', itemIndex, usual.allTenants);

/** The tenants that an item names beside the first, where CIPP takes several. */
export function furtherTenants(
	parameters: ItemParameters,
	{ tenant }: Operation,
	itemIndex: number,
): string[] {
	if (!tenant || !takesSeveral(tenant)) return [];
	return listOf(parameters.getNodeParameter('moreTenants', itemIndex, '')).map((named) =>
		tenantNameIn(named, 'Further Tenants'),
	);
}

/**
 * The request of an operation, built from the declaration and the item's parameters.
 *
 * @param tenants needed where a field names tenants
 */
export function requestFor(
	parameters: ItemParameters,
	operation: Operation,
	tenant: TenantChoice,
	itemIndex: number,
	tenants?: FieldTenants,
): CippRequest {
	const query: Record<string, string> = { ...operation.fixed?.query };
	const body = operation.method === 'POST' ? bodyOf(parameters, operation, itemIndex, tenants) : {};
	for (const field of operation.fields.filter((entry) => entry.in === 'query')) {
		const value = valueOf(parameters, field, itemIndex, tenants);
		if (value !== undefined) query[field.wire] = textOf(value);
	}
	checkOneOf(operation, { ...query, ...body });
	checkPeriods(operation.fields, { ...query, ...body });
	if (operation.tenant && tenant) {
		const value = tenantValue(operation.tenant, tenant);
		if (operation.tenant.in === 'query') query[operation.tenant.wire] = textOf(value);
		else body[operation.tenant.wire] = value;
	}
	return {
		method: operation.method,
		endpoint: operation.endpoint,
		query,
		...(operation.method === 'POST'
			? { body: wholeBody(body, operation.bodyIsList === true) as CippRequest['body'] }
			: {}),
	};
}

/** The body as it goes out: a field without a name is the body itself. */
export function wholeBody(body: Record<string, unknown>, isList: boolean): unknown {
	if ('' in body) return body[''];
	return isList ? [body] : body;
}

/**
 * @param sent what was filled in, by the name that CIPP reads
 * @throws {InvalidInput} when CIPP needs one of several fields and none is filled in
 */
export function checkOneOf(
	{ needsOneOf, fields, action }: Operation,
	sent: Record<string, unknown>,
): void {
	if (!needsOneOf || needsOneOf.some((name) => name.split('.')[0] in sent)) return;
	const labels = fields
		.filter(({ wire }) => needsOneOf.includes(wire))
		.map(({ label, optional }) => `"${label}"${optional ? ' (in Options)' : ''}`);
	throw new InvalidInput(
		`"${action}" needs more than this`,
		`Fill in at least one of ${labels.join(', ')}.`,
	);
}

/** The body's fields, without the tenant. */
export function bodyOf(
	parameters: ItemParameters,
	operation: Operation,
	itemIndex: number,
	tenants?: FieldTenants,
): Record<string, unknown> {
	const body: Record<string, unknown> = {
		...(operation.isOpen ? withoutRespelt(additionalFields(parameters, itemIndex), operation) : {}),
		...structuredClone(operation.fixed?.body ?? {}),
	};
	for (const field of operation.fields) {
		if (field.in !== 'body' || field.form === 'label') continue;
		const value = valueOf(parameters, field, itemIndex, tenants);
		if (value !== undefined) addToBody(body, field, value);
	}
	return body;
}

/**
 * CIPP reads names in any case, so `action` beside our `Action` could make it do something else.
 * Other parts of an object that a field stands in are kept.
 */
function withoutRespelt(
	additional: Record<string, unknown>,
	{ fields, fixed, tenant }: Operation,
): Record<string, unknown> {
	const ours = [
		...fields.map(({ wire }) => wire.split('.')[0]),
		...Object.keys(fixed?.body ?? {}),
		...(tenant ? [tenant.wire] : []),
	];
	const isRespelt = (name: string) =>
		!ours.includes(name) && ours.some((own) => own.toLowerCase() === name.toLowerCase());
	return Object.fromEntries(Object.entries(additional).filter(([name]) => !isRespelt(name)));
}

/** Puts a value, already in its form, where CIPP reads it. */
export function addToBody(body: Record<string, unknown>, field: Field, value: unknown): void {
	if (field.form === 'key') body[String(value)] = true;
	else place(body, field.wire.split('.'), value);
}

/** What code of an operation's own takes, by the name that the declaration gives it. */
export function askedBy(
	parameters: ItemParameters,
	operation: Operation,
	itemIndex: number,
): Record<string, unknown> {
	const asked = (operation.asks ?? []).map((field): [string, unknown] => [
		field.wire,
		valueOf(parameters, field, itemIndex),
	]);
	return Object.fromEntries(asked.filter(([, value]) => value !== undefined));
}

/** One parameter as it stands on the wire; undefined when it is left out. */
export function valueOf(
	parameters: ItemParameters,
	field: Field,
	itemIndex: number,
	tenants?: FieldTenants,
): unknown {
	if (field.tenants && !isAsked(parameters, field, itemIndex)) return undefined;
	const value = parameter(parameters, field, itemIndex);
	if (field.tenants) return tenantsOnWire(value, field, tenants);
	refuseNothing(value, storedFor(parameters, field), field);
	return wireValue(value, field, parameters.getTimezone());
}

/** What stands in the workflow for a field, under its name or an old one. */
function storedFor(parameters: ItemParameters, field: Field): unknown {
	const names = [field.name, ...oldNamesOf(field)];
	const stored = names.map((name) => storedIn(parameters, name, field.optional === true));
	const found = stored.find((value) => value !== undefined);
	return field.kind === 'picker' ? picked(found) : found;
}

/** An option that was added and is empty is asked for, as an expression is that gives nothing. */
function isAsked(parameters: ItemParameters, field: Field, itemIndex: number): boolean {
	if (!field.optional) return true;
	const options = parameters.getNodeParameter('options', itemIndex, {}) as Record<string, unknown>;
	return [field.name, ...oldNamesOf(field)].some((name) => Object.hasOwn(options, name));
}

function parameter(parameters: ItemParameters, field: Field, itemIndex: number): unknown {
	if (field.optional) {
		const options = parameters.getNodeParameter('options', itemIndex, {}) as Record<
			string,
			unknown
		>;
		const names = [field.name, ...oldNamesOf(field)];
		return options[names.find((name) => Object.hasOwn(options, name)) ?? field.name];
	}
	const value: unknown = parameters.getNodeParameter(nameFilledIn(parameters, field), itemIndex);
	return field.kind === 'picker' ? picked(value) : value;
}

/**
 * An old name counts only where nobody has touched the field under its new one. What is stored tells that,
 * not what an expression gives for one item: an empty one must not bring back somebody from before.
 */
function nameFilledIn(context: ItemParameters, field: Field): string {
	if (!field.renamed) return field.name;
	const stored = context.getNode().parameters;
	const value = picked(stored[field.name]);
	const isUntouched = isEmpty(value) || value === defaultOf(field);
	const old = oldNamesOf(field).find((name) => !isEmpty(stored[name]));
	return isUntouched && old !== undefined ? old : field.name;
}

/**
 * What is chosen in a locator; its plain value in workflows made for other CIPP nodes.
 *
 * n8n's `extractValue` gives the same, because no mode of our pickers has a pattern to extract, but it
 * searches all properties of the node for every item.
 */
export function picked(value: unknown): unknown {
	return isObject(value) && 'mode' in value && 'value' in value ? value.value : value;
}

/** What CIPP passes on untyped, typed as JSON. The declared fields win. */
function additionalFields(parameters: ItemParameters, itemIndex: number): Record<string, unknown> {
	const typed = parameters.getNodeParameter('additionalFields', itemIndex, '');
	if (isEmpty(typed)) return {};
	const field: Field = {
		name: 'additionalFields',
		label: 'Additional Fields (JSON)',
		help: 'Give an object, e.g. {"jobTitle": "Manager"}',
		kind: 'json',
		wire: '',
		in: 'body',
		form: 'json',
	};
	const value = wireValue(typed, field, parameters.getTimezone());
	if (isObject(value)) return value;
	throw new InvalidInput(`"${field.label}" is not an object`, field.help);
}

function place(target: Record<string, unknown>, path: string[], value: unknown): void {
	const [name, ...rest] = path;
	if (rest.length === 0) {
		target[name] = value;
		return;
	}
	const inner = isObject(target[name]) ? target[name] : {};
	target[name] = inner;
	place(inner, rest, value);
}

/** A tenant in the form in which an endpoint reads it. */
export function tenantValue({ form }: TenantPlace, chosen: Exclude<TenantChoice, null>): unknown {
	const tenants = chosen === 'all' ? [allTenants] : [chosen].flat();
	const [first] = tenants;
	switch (form) {
		case 'text':
			return first.defaultDomainName;
		case 'texts':
			return tenants.map(({ defaultDomainName }) => defaultDomainName);
		case 'customerId':
			return first.customerId;
		case 'customerIds':
			return tenants.map(({ customerId }) => customerId);
		case 'labelValue':
			return labelled(first);
		case 'labelValues':
			return tenants.map(labelled);
		case 'tenantObjects':
			return tenants.map(({ defaultDomainName, customerId }) => ({
				defaultDomainName,
				customerId,
			}));
	}
}

type NamedTenant = Pick<Tenant, 'defaultDomainName' | 'displayName' | 'customerId'>;

/** As CIPP itself names all of them. */
const allTenants: NamedTenant = {
	defaultDomainName: 'AllTenants',
	displayName: '*All Tenants',
	customerId: 'AllTenants',
};

const labelled = ({ defaultDomainName, displayName }: NamedTenant) => ({
	value: defaultDomainName,
	label: displayName,
});

/** Lists in a query are texts with commas; objects do not occur there. */
export function textOf(value: unknown): string {
	return Array.isArray(value) ? value.join(',') : String(value);
}
