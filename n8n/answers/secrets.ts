import { isObject } from '../../cipp/body';
import type { Message } from '../../cipp/outcome';
import type { CippRequest } from '../../cipp/request';
import type { Row } from '../../cipp/rows';
import {
	hidden,
	isSecretCopy,
	namesSecret,
	secretsInWords,
	secretsWithin,
	textsWithin,
	withoutSecrets,
	withoutValues,
} from '../../cipp/secrets';
import { inSentences, type Operation } from '../../operations/vocabulary';

type Declared = Pick<Operation, 'fields' | 'secret' | 'mayHoldSecrets' | 'withheld'>;

/** Whether the answer is there to give out a password, a key or a token. */
export const givesSecret = ({ secret = [] }: Pick<Operation, 'secret'>): boolean =>
	secret.length > 0;

const isInSentences = ({ secret = [] }: Pick<Operation, 'secret'>): boolean =>
	secret.some((path) => inSentences.includes(path));

/** The secrets that someone filled in: fields that are secret, and in JSON what is one by its name. */
export function secretsSent(
	{ fields }: Pick<Operation, 'fields'>,
	{ query, body }: Pick<CippRequest, 'query' | 'body'>,
): string[] {
	const declared = fields
		.filter(({ isSecret }) => isSecret)
		.flatMap(({ in: place, wire }) =>
			textsWithin(valueAt(place === 'query' ? query : body, wire.split('.'))),
		);
	return [...new Set([...declared, ...secretsWithin(query), ...secretsWithin(body)])];
}

function valueAt(value: unknown, [name, ...rest]: string[]): unknown {
	if (name === undefined) return value;
	if (Array.isArray(value)) return value.map((entry) => valueAt(entry, [name, ...rest]));
	return isObject(value) ? valueAt(value[keyIn(value, name) ?? name], rest) : undefined;
}

const keyIn = (value: Record<string, unknown>, name: string): string | undefined =>
	Object.keys(value).find((other) => other.toLowerCase() === name.toLowerCase());

/**
 * Everything in an answer that is a secret, wherever it stands: what is declared, under any parent, what is
 * one by its name, and what sentences give.
 */
export function secretsInAnswer(
	{ secret = [], withheld = [] }: Pick<Operation, 'secret' | 'withheld'>,
	body: unknown,
): string[] {
	const declared = new Set(
		[...secret, ...withheld]
			.filter((path) => !inSentences.includes(path))
			.map((path) =>
				path
					.split(/[.[\]]+/)
					.filter(Boolean)
					.at(-1)
					?.toLowerCase(),
			),
	);
	return secretsWithin(body, (name) => namesSecret(name) || declared.has(name.toLowerCase()));
}

/**
 * A row of which every secret is hidden, and those that the author may let out.
 *
 * @param sent secrets that were filled in
 */
export function rowWithoutSecrets(
	{ secret = [], withheld = [] }: Declared,
	row: Row,
	sent: string[],
): { row: Row; secret: unknown } {
	const taken = new Map<string, unknown[]>();
	const take = (path: string, value: unknown) =>
		taken.set(path, [...(taken.get(path) ?? []), value]);
	let rest = row;
	for (const path of withheld) rest = hiddenAt(rest, inRow(path), () => undefined) as Row;
	for (const path of secret) {
		if (inSentences.includes(path)) continue;
		rest = hiddenAt(rest, inRow(path), (value) => take(path, value)) as Row;
	}
	if (secret.length > 0) takeNamed(rest, take);
	const values = [...sent, ...[...taken.values()].flat().flatMap(textsWithin)];
	const found = [...values, ...secretsWithin(rest)];
	return { row: withoutSecrets(rest, found), secret: outOf(taken) };
}

/** What is a secret by its name, in an answer that gives out secrets. */
function takeNamed(value: unknown, take: (name: string, value: unknown) => void): void {
	if (Array.isArray(value)) for (const entry of value) takeNamed(entry, take);
	if (!isObject(value)) return;
	for (const [name, inner] of Object.entries(value)) {
		if (namesSecret(name)) {
			if (textsWithin(inner).length > 0) take(name, inner);
		} else takeNamed(inner, take);
	}
}

/** One secret as it is, several of one kind as a list, several kinds by their names. */
function outOf(taken: Map<string, unknown[]>): unknown {
	const kinds = [...taken].map(([path, values]): [string, unknown] => [
		path
			.split(/[.[\]]+/)
			.filter(Boolean)
			.at(-1) ?? path,
		values.length === 1 ? values[0] : values,
	]);
	if (kinds.length === 0) return undefined;
	return kinds.length === 1 ? kinds[0][1] : Object.fromEntries(kinds);
}

/** Rows become items, so `Results[].key` and `[].key` are `key` there; `Results` alone is a column. */
const inRow = (path: string): string[] =>
	path
		.replace(/^(Results(?=[[.]))?(\[\])?\.?/, '')
		.replaceAll('[]', '')
		.split('.');

/** The same with `[hidden]` at a path; through lists on the way, names in any case. */
function hiddenAt(
	value: unknown,
	[name, ...rest]: string[],
	take: (value: unknown) => void,
): unknown {
	if (Array.isArray(value)) return value.map((entry) => hiddenAt(entry, [name, ...rest], take));
	if (!isObject(value)) return value;
	const key = keyIn(value, name);
	if (key === undefined || textsWithin(value[key]).length === 0) return value;
	if (rest.length > 0) return { ...value, [key]: hiddenAt(value[key], rest, take) };
	take(value[key]);
	return { ...value, [key]: hidden };
}

/** A sentence without its secret, and the secret. */
export interface Said {
	text: string;
	state: Message['state'];
	secret?: string;
	/** Whom it is about, where CIPP says so. */
	about?: string;
}

/**
 * CIPP's sentences without what they give out, each with the secret that was in it.
 *
 * @param sent all texts that were filled in, and those of them that are secret
 */
export function sentencesWithoutSecrets(
	operation: Pick<Operation, 'secret'>,
	messages: Message[],
	sent: { texts: string[]; secrets: string[] },
): Said[] {
	const harmless = new Set(sent.texts.filter((text) => !sent.secrets.includes(text)));
	const told = messages.map((message) => ({
		...message,
		secrets: secretsOf(operation, message, harmless),
	}));
	const all = [...told.flatMap(({ secrets }) => secrets), ...sent.secrets];
	return told.map(({ text, state, about, secrets: [secret] }) => ({
		text: withoutSecrets(withoutValues(text, all), all),
		state,
		...(secret === undefined ? {} : { secret }),
		...(about === undefined ? {} : { about }),
	}));
}

function secretsOf(
	operation: Pick<Operation, 'secret'>,
	{ text, copy, state }: Message,
	harmless: Set<string>,
): string[] {
	const copied =
		copy !== undefined && isSecretCopy(copy, text) && !harmless.has(copy) ? [copy] : [];
	const inWords = secretsInWords(text).filter((words) =>
		copied.every((one) => !words.includes(one)),
	);
	const links =
		isInSentences(operation) && state !== 'failed' ? (text.match(/\bhttps?:\/\/\S+/gi) ?? []) : [];
	return [...new Set([...copied, ...inWords, ...links])];
}

/**
 * What comes out as `secret`: the one that there is, where the order names whom it is for, else one entry
 * for each person or thing.
 *
 * @param subject whom the order names
 */
export function secretOf(said: Said[], subject: string | null): unknown {
	const secrets = new Set(said.flatMap(({ secret }) => secret ?? []));
	if (secrets.size === 0) return undefined;
	const people = new Set(said.flatMap(({ about }) => about ?? []));
	if (secrets.size === 1 && (subject !== null || people.size === 0)) return [...secrets][0];
	return said
		.filter(({ secret, about }) => secret !== undefined || about !== undefined)
		.map(({ text, state, secret, about }) => ({
			for: about ?? nameIn(text) ?? subject,
			state,
			...(secret === undefined ? {} : { secret }),
		}));
}

const nameIn = (text: string): string | undefined => text.match(/[^\s@'"(]+@[^\s@'",)]+\w/)?.[0];
