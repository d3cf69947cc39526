import { isObject } from '../body';

/**
 * Whether a value that was read is the one that was sent.
 *
 * Texts of numbers and switches count as such, choices as their value, JSON in a text as what it holds; of an
 * object only what was sent. Addresses and IDs are the same in any case, other texts are not.
 */
export function isSame(found: unknown, wanted: unknown): boolean {
	const [one, other] = [bare(found), bare(wanted)];
	if (isNothing(other)) return isNothing(one);
	if (isNothing(one)) return false;
	if (Array.isArray(other)) return holdsThese(listIn(one), other);
	if (isObject(other)) return isPartOf(other, parsed(one));
	if (Array.isArray(one)) return one.length === 1 && isSame(one[0], other);
	if (typeof other === 'boolean') return String(one).toLowerCase() === String(other);
	if (typeof other === 'number') return [Number(one), bytesIn(one)].includes(other);
	return isSameText(String(one), String(other));
}

/** Exchange writes sizes as "35 MB (36,700,160 bytes)". */
function bytesIn(value: unknown): number {
	const [, digits] = String(value as string).match(/\(([\d,. ]+) bytes\)/i) ?? [];
	return digits === undefined ? NaN : Number(digits.replace(/\D/g, ''));
}

/** Whether the list has all of these and no other; the order says nothing. */
export const holdsThese = (found: unknown[], wanted: unknown[]): boolean =>
	found.length === wanted.length &&
	wanted.every((one) => found.some((other) => isSame(other, one)));

/** A value, or a list in it, as a list; nothing is an empty one. */
export function listIn(value: unknown): unknown[] {
	const inner = bare(value);
	if (isNothing(inner)) return [];
	const whole = parsed(inner);
	return Array.isArray(whole) ? whole : [whole];
}

export const isNothing = (value: unknown): boolean =>
	value === undefined ||
	value === null ||
	value === '' ||
	(Array.isArray(value) && value.length === 0);

/** A choice of CIPP's forms is its value. */
function bare(value: unknown): unknown {
	return isObject(value) &&
		'value' in value &&
		('label' in value || Object.keys(value).length === 1)
		? value.value
		: value;
}

function parsed(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return value;
	}
}

function isPartOf(wanted: Record<string, unknown>, found: unknown): boolean {
	if (!isObject(found)) return false;
	return Object.entries(wanted).every(([name, value]) => isSame(at(found, name), value));
}

function isSameText(found: string, wanted: string): boolean {
	const [one, other] = [found.trim(), wanted.trim()];
	if (one === other) return true;
	const [, prefix, address] = one.match(/^(smtp|sip|x500):(.*)$/i) ?? [];
	const sent = other.match(/^(smtp|sip|x500):(.*)$/i);
	// In capitals it is the primary address.
	if (sent) return prefix === sent[1] && address.toLowerCase() === sent[2].toLowerCase();
	if (!anyCase.test(other)) return isSameLines(one, other);
	return [one, address].some((text) => text?.toLowerCase() === other.toLowerCase());
}

/** An address, a domain, an ID. */
const anyCase = /@|^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$|^[\w-]+(\.[\w-]+)+$/i;

const isSameLines = (one: string, other: string): boolean =>
	one.replace(/\r\n/g, '\n') === other.replace(/\r\n/g, '\n');

/**
 * What stands at a path of names, in any case. A list on the way gives what each of its entries has there.
 *
 * @returns undefined where there is no such column
 */
export function at(value: unknown, path: string): unknown {
	if (isObject(value) && path in value) return value[path];
	const [name, ...rest] = path.split('.');
	if (Array.isArray(value)) return value.map((entry) => at(entry, path));
	const whole = parsed(value);
	if (!isObject(whole)) return undefined;
	const key = Object.keys(whole).find((other) => other.toLowerCase() === name.toLowerCase());
	if (key === undefined) return undefined;
	return rest.length === 0 ? whole[key] : at(whole[key], rest.join('.'));
}
