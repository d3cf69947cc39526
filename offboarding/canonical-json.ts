import { createHash } from 'crypto';

/**
 * JSON in one form only, after RFC 8785: keys sorted by UTF-16 code units, no blanks, numbers as
 * ECMAScript writes them. What JSON cannot hold (undefined, functions) is left out, as JSON does.
 *
 * @throws {RangeError} for NaN and infinity
 */
export function canonicalJson(value: unknown): string {
	if (typeof value === 'number' && !Number.isFinite(value)) {
		throw new RangeError(`${value} cannot stand in JSON`);
	}
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	const entries = Object.entries(value)
		.filter(([, entry]) => entry !== undefined && typeof entry !== 'function')
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`);
	return `{${entries.join(',')}}`;
}

/** SHA-256 over the canonical JSON, in hexadecimal. */
export function hashOf(value: unknown): string {
	return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
}
