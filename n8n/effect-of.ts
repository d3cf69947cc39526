import { isObject } from '../cipp/body';
import type { CippRequest } from '../cipp/request';
import { worstOf, type Effect, type Operation } from '../operations/vocabulary';

/** What an operation does with what is sent. */
export function effectOf(
	{ effect, worse = [] }: Pick<Operation, 'effect' | 'worse'>,
	request: CippRequest,
): Effect {
	const met = worse.filter(({ sent }) =>
		Object.entries(sent).every(([wire, pattern]) => pattern.test(sentAt(request, wire))),
	);
	return worstOf([effect, ...met.map((one) => one.effect)]);
}

/** What was sent under a name, as text, wherever and in whatever case: CIPP reads either. */
function sentAt({ query, body }: CippRequest, wire: string): string {
	const path = wire.split('.');
	const entries: unknown[] = [query, ...[body].flat()];
	return entries
		.flatMap((entry) => valuesAt(entry, path))
		.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
		.join('\n');
}

function valuesAt(value: unknown, [name, ...rest]: string[]): unknown[] {
	if (value === undefined || value === null) return [];
	if (name === undefined) return [value];
	if (!isObject(value)) return [];
	return Object.entries(value)
		.filter(([other]) => other.toLowerCase() === name.toLowerCase())
		.flatMap(([, inner]) => valuesAt(inner, rest));
}

/** Whether anything that is sent says "all tenants": the tenant, a field, or JSON of any depth. */
export const namesAllTenants = ({ query, body }: CippRequest): boolean =>
	textsIn(query).some(isAll) || textsIn(body).some(isAll);

const isAll = (text: string): boolean => /\ball\s*tenants\b/i.test(text);

function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value, ...textsInJson(value)];
	if (Array.isArray(value)) return value.flatMap(textsIn);
	return isObject(value)
		? Object.entries(value).flatMap(([name, inner]) => [name, ...textsIn(inner)])
		: [];
}

/** JSON can write a letter as a number. */
function textsInJson(text: string): string[] {
	if (!/^\s*[[{"]/.test(text)) return [];
	try {
		const inner: unknown = JSON.parse(text);
		return typeof inner === 'string' && inner === text ? [] : textsIn(inner);
	} catch {
		return [];
	}
}
