import { tryToParseDateTime, type IExecuteFunctions } from 'n8n-workflow';
import type { CippRequest } from '../cipp/request';
import type { Tenant } from '../cipp/tenants';
import type { Field, Operation } from '../operations/vocabulary';
import { InvalidInput } from './errors';

/** The tenant that an item names, as typed. */
export function namedTenant(context: IExecuteFunctions, itemIndex: number): string {
	const value = context.getNodeParameter('tenantDomain', itemIndex, '', { extractValue: true });
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
	tenant: Tenant | null,
	itemIndex: number,
): CippRequest {
	const query: Record<string, string> = {};
	const body = bodyOf(context, operation, itemIndex);
	for (const field of operation.fields.filter((entry) => entry.in === 'query')) {
		const value = wireValue(context, field, itemIndex);
		if (value !== undefined) query[field.wire] = String(value);
	}
	if (operation.tenant && tenant) {
		const { wire, form } = operation.tenant;
		const value = tenant.defaultDomainName;
		if (operation.tenant.in === 'query') query[wire] = value;
		else body[wire] = form === 'labelValue' ? { value, label: tenant.displayName } : value;
	}
	return {
		method: operation.method,
		endpoint: operation.endpoint,
		query,
		...(operation.method === 'POST' ? { body } : {}),
	};
}

/** The body's fields, without the tenant. */
export function bodyOf(
	context: IExecuteFunctions,
	operation: Operation,
	itemIndex: number,
): Record<string, unknown> {
	const body: Record<string, unknown> = {};
	for (const field of operation.fields) {
		if (field.in !== 'body' || field.form === 'label') continue;
		const value = wireValue(context, field, itemIndex);
		if (value !== undefined) body[field.wire] = value;
	}
	return body;
}

/** A parameter as it stands on the wire; undefined when it is left out. */
export function wireValue(context: IExecuteFunctions, field: Field, itemIndex: number): unknown {
	const value = parameter(context, field, itemIndex);
	if (field.required && isEmpty(value)) {
		throw new InvalidInput(`"${field.label}" is empty`, field.help);
	}
	if (isEmpty(value)) return undefined;
	switch (field.form) {
		case 'text':
			return String(value).trim();
		case 'number':
			return Number(value);
		case 'flag':
			return isTrue(value, field) ? true : undefined;
		case 'labelValue':
			return labelValue(value);
		case 'labelValues':
			return listOf(value).map(labelValue);
		case 'flags':
			return Object.fromEntries(listOf(value).map((choice) => [String(choice), true]));
		case 'schedule':
			return { enabled: true, date: epochSeconds(value, field, context.getTimezone()) };
		case 'label':
			return String(value);
	}
}

function parameter(context: IExecuteFunctions, field: Field, itemIndex: number): unknown {
	if (field.optional) {
		const options = context.getNodeParameter('options', itemIndex, {}) as Record<string, unknown>;
		return options[field.name];
	}
	return context.getNodeParameter(field.name, itemIndex, undefined, {
		extractValue: field.kind === 'picker',
	});
}

function isEmpty(value: unknown): boolean {
	if (typeof value === 'string') return value.trim() === '';
	if (Array.isArray(value)) return value.length === 0;
	return value === undefined || value === null;
}

/** Expressions often give text; anything but true and false must not switch something on. */
function isTrue(value: unknown, field: Field): boolean {
	const text = String(value).trim().toLowerCase();
	if (text === 'true') return true;
	if (text === 'false') return false;
	throw new InvalidInput(
		`"${field.label}" is neither true nor false: ${text}`,
		'Give true or false.',
	);
}

/** Lists come as arrays or as text separated by commas, semicolons or line breaks. */
function listOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value.filter((entry) => !isEmpty(entry));
	if (typeof value !== 'string') return [value];
	return value
		.split(/[,;\n]/)
		.map((entry) => entry.trim())
		.filter(Boolean);
}

function labelValue(value: unknown): { value: string; label: string } {
	if (typeof value === 'object' && value !== null && 'value' in value) {
		const entry = value as { value: unknown; label?: unknown };
		return { value: String(entry.value), label: String(entry.label ?? entry.value) };
	}
	const text = String(value).trim();
	return { value: text, label: text };
}

/** A date and time in the workflow's zone, or unix seconds, as unix seconds. */
function epochSeconds(value: unknown, field: Field, timezone: string): number {
	const text = String(value).trim();
	if (/^\d+$/.test(text)) return Number(text);
	const seconds = secondsOf(value, timezone);
	if (seconds !== null) return seconds;
	throw new InvalidInput(
		`"${field.label}" is not a date: ${text}`,
		'Give a date and time such as 2030-01-31T17:00, or unix seconds.',
	);
}

function secondsOf(value: unknown, timezone: string): number | null {
	try {
		return Math.floor(tryToParseDateTime(value, timezone).toSeconds());
	} catch {
		return null;
	}
}
