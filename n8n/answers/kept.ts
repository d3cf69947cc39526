import { isObject } from '../../cipp/body';
import type { Message } from '../../cipp/outcome';
import type { Row } from '../../cipp/rows';
import type { Kept } from '../../operations/vocabulary';

/**
 * What stands beside or in the sentences and the next node needs: an ID, a link, a count.
 *
 * @param keeps by the name of the column: a path in the body, in any case, or the part of a sentence in brackets
 * @returns only what is there; a list where the answer holds several
 */
export function keptOf(keeps: Record<string, Kept>, body: unknown, messages: Message[]): Row {
	const found = Object.entries(keeps).map(([name, kept]): [string, unknown[]] => [
		name,
		typeof kept === 'string' ? valuesAt(body, kept.split('.')) : partsOf(messages, kept),
	]);
	return Object.fromEntries(
		found
			.filter(([, values]) => values.length > 0)
			.map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
	);
}

function valuesAt(value: unknown, [name, ...rest]: string[]): unknown[] {
	if (value === null || value === undefined || value === '') return [];
	if (name === undefined) return Array.isArray(value) ? value : [value];
	if (Array.isArray(value)) return value.flatMap((entry) => valuesAt(entry, [name, ...rest]));
	if (!isObject(value)) return [];
	const key = Object.keys(value).find((other) => other.toLowerCase() === name.toLowerCase());
	return key === undefined ? [] : valuesAt(value[key], rest);
}

const partsOf = (messages: Message[], pattern: RegExp): string[] => [
	...new Set(messages.flatMap(({ text }) => text.match(pattern)?.[1] ?? [])),
];
