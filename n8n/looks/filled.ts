import { isObject } from '../../cipp/body';
import { at } from '../../cipp/looks/compare';
import type { Literal, Sent } from '../../operations/vocabulary';
import type { CippRequest } from '../../cipp/request';

/** From what the texts of a look are filled in. */
export interface Source {
	request: CippRequest;
	subject: string | null;
	/** Default domain and customer ID; null where CIPP itself is meant. */
	tenant: { domain: string; id: string } | null;
	/** The item that came out; nothing before the change. */
	answer: Record<string, unknown>;
	/** One of a list that was sent. */
	each?: unknown;
	/** What somebody is called where it is looked. */
	via?: string;
}

/** As CIPP names all of them: only its own lists take it. */
export const allTenants = { domain: 'AllTenants', id: 'AllTenants' };

const whole = /^\{([^{}|]+)(?:\|([^{}]*))?\}$/;
const inside = /\{([^{}|]+)(?:\|([^{}]*))?\}/g;

/**
 * What a word of a declaration stands for: the value itself where the text is nothing but a name.
 *
 * @returns undefined where something in it was not sent
 */
export function valueOf(word: Literal | Literal[] | Sent, source: Source): unknown {
	if (isObject(word)) {
		const { sent, as } = word as unknown as Sent;
		const value = named(sent, source);
		return value === undefined ? undefined : as(value);
	}
	if (Array.isArray(word)) return word.map((inner) => valueOf(inner, source));
	if (typeof word !== 'string') return word;
	const [, name, usual] = word.match(whole) ?? [];
	if (name !== undefined) return named(name, source) ?? usual;
	return textOf(word, source);
}

/** @returns undefined where something in it was not sent */
export function textOf(text: string, source: Source, as = (value: string) => value) {
	let isWhole = true;
	const filled = text.replace(inside, (_all, name: string, usual?: string) => {
		const known = named(name, source) ?? usual;
		const value: unknown = Array.isArray(known) && known.length === 1 ? known[0] : known;
		if (value === undefined || isObject(value) || Array.isArray(value)) isWhole = false;
		return as(String(value));
	});
	return isWhole ? filled : undefined;
}

/** What was sent or came out under a name; choices as their value. Undefined where it is nothing. */
export function named(name: string, source: Source): unknown {
	const value = bare(found(name, source));
	return value === null || value === '' ? undefined : value;
}

function found(
	name: string,
	{ request, subject, tenant, answer, each: mine, via }: Source,
): unknown {
	if (name === 'via') return via;
	if (name === 'each') return mine;
	if (name.startsWith('each.')) return at(mine, name.slice('each.'.length));
	if (name === 'subject') return subject;
	if (name === 'tenant') return tenant?.domain;
	if (name === 'tenantId') return tenant?.id;
	if (name.startsWith('answer.')) return at(answer, name.slice('answer.'.length));
	const [body] = [request.body].flat();
	return at(body, name) ?? at(request.query, name);
}

function bare(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(bare);
	return isObject(value) && 'value' in value ? value.value : value;
}
