import { isObject } from '../../cipp/body';
import type { CippRequest } from '../../cipp/request';
import type { Field, Operation } from '../../operations/vocabulary';
import { tenantValue, type TenantChoice } from '../parameters';
import { secretsSent } from './secrets';

/** Whom and what an order is about. */
export interface About {
	/** Default domain; several with commas; null where CIPP itself is meant. */
	tenant: string | null;
	/** The person, group, policy … as it was named; null where the order names nothing. */
	subject: string | null;
	/** All texts that were sent: the customer's own words. */
	sent: string[];
	/** Those of them that are secret. */
	secrets: string[];
	/** What the node itself has to tell beside what CIPP says. */
	note?: string | null;
}

/** Nothing is known of it. */
export const aboutNothing: About = { tenant: null, subject: null, sent: [], secrets: [] };

export function aboutOf(
	operation: Pick<Operation, 'fields' | 'fixed'>,
	tenant: TenantChoice,
	request: CippRequest,
): About {
	return {
		tenant: domainsOf(tenant),
		subject: subjectOf(operation, request),
		sent: sentTexts(request, operation.fixed),
		secrets: secretsSent(operation, request),
	};
}

/** The texts of a request that are not the operation's own. */
export function sentTexts({ query, body }: CippRequest, fixed?: Operation['fixed']): string[] {
	const own = new Set(textsIn(fixed ?? {}));
	return [...textsIn(query ?? {}), ...textsIn(body)].filter((text) => !own.has(text));
}

function domainsOf(tenant: TenantChoice): string | null {
	if (tenant === null) return null;
	const domains = tenantValue({ in: 'query', wire: '', form: 'texts' }, tenant);
	return (domains as string[]).join(', ');
}

/** What is picked or named first: the field without which the operation would not know whom it is for. */
function subjectOf({ fields }: Pick<Operation, 'fields'>, request: CippRequest): string | null {
	const names = fields.filter((field) => field.required && !field.isSecret && isName(field));
	const ordered = [
		...names.filter(({ kind }) => kind === 'picker'),
		...names.filter(({ kind }) => kind !== 'picker'),
	];
	return ordered.map((field) => namedIn(request, field)).find((name) => name !== '') ?? null;
}

const isName = ({ kind, picker }: Field): boolean =>
	(kind === 'picker' && picker !== 'tenants') || kind === 'text';

function namedIn({ query, body }: CippRequest, { in: place, wire }: Field): string {
	if (wire === '') return '';
	const start: unknown = place === 'query' ? query : Array.isArray(body) ? body[0] : body;
	const value = wire
		.split('.')
		.reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), start);
	return nameIn(value);
}

function nameIn(value: unknown): string {
	if (Array.isArray(value)) return value.map(nameIn).filter(Boolean).join(', ');
	if (isObject(value)) return nameIn(value.value ?? value.label);
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (Array.isArray(value)) return value.flatMap(textsIn);
	return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
