import { expect, it } from 'vitest';
import { wireValue } from '../../n8n/wire';
import { jsonText, text, type DeclaredField } from '../../operations/vocabulary';

const sent = (value: unknown, field: DeclaredField) =>
	wireValue(value, { in: 'body', ...field }, 'Europe/Berlin');
const policy = jsonText('Policy', 'RawJSON', { help: 'Give an object, e.g. {"a":1}' });
const name = text('Name', 'Name', { help: 'A name' });

it('sends JSON as text, whether it comes as text or as an object', () => {
	expect(sent(' {"id": 12345678901234567890} ', policy)).toBe('{"id": 12345678901234567890}');
	expect(sent({ a: ['ü'] }, policy)).toBe('{"a":["ü"]}');
	expect(sent([1], policy)).toBe('[1]');
	expect(sent('', policy)).toBeUndefined();
});

it('refuses what is not JSON, and an object where a text is meant', () => {
	expect(() => sent('{oops', policy)).toThrow('"Policy" is not valid JSON');
	expect(() => sent({ a: 1 }, name)).toThrow('"Name" is an object, and a text is needed');
	expect(() => sent([{ a: 1 }], name)).toThrow('"Name" is an object, and a text is needed');
	expect(sent(['a', 'b'], name)).toBe('a,b');
});
