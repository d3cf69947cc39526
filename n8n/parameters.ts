import type { IExecuteFunctions } from 'n8n-workflow';
import { isObject } from '../cipp/body';
import type { CippRequest } from '../cipp/request';
import type { Tenant } from '../cipp/tenants';
import type { Field, Operation, TenantPlace } from '../operations/vocabulary';
import { InvalidInput } from './errors';
import { isEmpty, wireValue } from './wire';

/** One tenant, or all of them, which has to be chosen in so many words. */
export type TenantChoice = Tenant | 'all' | null;

/** The tenant that an item names, as typed; null for all tenants. */
export function namedTenant(
	context: IExecuteFunctions,
	operation: Operation,
	itemIndex: number,
): string | null {
	if (
		operation.tenant?.allTenants &&
		context.getNodeParameter('allTenants', itemIndex, false) === true
	) {
		return null;
	}
	const value = picked(context.getNodeParameter('tenantDomain', itemIndex, ''));
	const text = String(value ?? '').trim();
	if (text === '') {
		throw new InvalidInput(
			'"Tenant" is empty',
			'Choose a tenant. CIPP would act on your own partner tenant if none were sent.',
		);
	}
	return text;
}

/** The request of an operation, built from the declaration and the item's parameters. */
export function requestFor(
	context: IExecuteFunctions,
	operation: Operation,
	tenant: TenantChoice,
	itemIndex: number,
): CippRequest {
	const query: Record<string, string> = { ...operation.fixed?.query };
	const body = operation.method === 'POST' ? bodyOf(context, operation, itemIndex) : {};
	for (const field of operation.fields.filter((entry) => entry.in === 'query')) {
		const value = valueOf(context, field, itemIndex);
		if (value !== undefined) query[field.wire] = textOf(value);
	}
	if (operation.tenant && tenant) {
		const value = tenantValue(operation.tenant, tenant);
		if (operation.tenant.in === 'query') query[operation.tenant.wire] = textOf(value);
		else body[operation.tenant.wire] = value;
	}
	return {
		method: operation.method,
		endpoint: operation.endpoint,
		query,
		...(operation.method === 'POST' ? { body: operation.bodyIsList ? [body] : body } : {}),
	};
}

/** The body's fields, without the tenant. */
export function bodyOf(
	context: IExecuteFunctions,
	operation: Operation,
	itemIndex: number,
): Record<string, unknown> {
	const body: Record<string, unknown> = {
		...(operation.isOpen ? additionalFields(context, itemIndex) : {}),
		...structuredClone(operation.fixed?.body ?? {}),
	};
	for (const field of operation.fields) {
		if (field.in !== 'body' || field.form === 'label') continue;
		const value = valueOf(context, field, itemIndex);
		if (value === undefined) continue;
		if (field.form === 'key') body[String(value)] = true;
		else place(body, field.wire.split('.'), value);
	}
	return body;
}

/** One parameter as it stands on the wire; undefined when it is left out. */
export function valueOf(context: IExecuteFunctions, field: Field, itemIndex: number): unknown {
	return wireValue(parameter(context, field, itemIndex), field, context.getTimezone());
}

function parameter(context: IExecuteFunctions, field: Field, itemIndex: number): unknown {
	if (field.optional) {
		const options = context.getNodeParameter('options', itemIndex, {}) as Record<string, unknown>;
		return options[field.name];
	}
	const value: unknown = context.getNodeParameter(field.name, itemIndex);
	return field.kind === 'picker' ? picked(value) : value;
}

/**
 * What is chosen in a locator; its plain value in workflows made for other CIPP nodes.
 *
 * n8n's `extractValue` gives the same, because no mode of our pickers has a pattern to extract, but it
 * searches all properties of the node for every item.
 */
function picked(value: unknown): unknown {
	return isObject(value) && 'mode' in value && 'value' in value ? value.value : value;
}

/** What CIPP passes on untyped, typed as JSON. The declared fields win. */
function additionalFields(context: IExecuteFunctions, itemIndex: number): Record<string, unknown> {
	const typed = context.getNodeParameter('additionalFields', itemIndex, '');
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
	const value = wireValue(typed, field, context.getTimezone());
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
export function tenantValue({ form }: TenantPlace, tenant: Tenant | 'all'): unknown {
	const value = tenant === 'all' ? 'AllTenants' : tenant.defaultDomainName;
	const label = tenant === 'all' ? '*All Tenants' : tenant.displayName;
	const customerId = tenant === 'all' ? 'AllTenants' : tenant.customerId;
	switch (form) {
		case 'text':
			return value;
		case 'texts':
			return [value];
		case 'customerId':
			return customerId;
		case 'labelValue':
			return { value, label };
		case 'labelValues':
			return [{ value, label }];
		case 'tenantObjects':
			return [{ defaultDomainName: value, customerId }];
	}
}

/** Lists in a query are texts with commas; objects do not occur there. */
function textOf(value: unknown): string {
	return Array.isArray(value) ? value.join(',') : String(value);
}
