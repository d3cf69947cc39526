import { expect, it } from 'vitest';
import { wireValue } from '../../n8n/wire';
import {
	choice,
	dateTime,
	json,
	jsonText,
	list,
	number,
	text,
	toggle,
	words,
	type DeclaredField,
} from '../../operations/vocabulary';

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

const when = dateTime('When', 'when', { help: 'A date' });

it.each([
	['2027-02-01T17:00', 1801497600],
	['2027-02-01 17:00:00', 1801497600],
	['2027-02-01T16:00:00Z', 1801497600],
	['2027-02-01T17:00+0100', 1801497600],
	['2027-02-01', 1801436400],
	[1801497600, 1801497600],
	['1801497600', 1801497600],
	[new Date('2027-02-01T16:00:00Z'), 1801497600],
	[{ toISO: () => '2027-02-01T17:00:00.000+01:00' }, 1801497600],
])('reads the date %j in the zone of the workflow', (given, seconds) => {
	expect(sent(given, when)).toBe(seconds);
});

it.each([
	'2027-03-28T02:30',
	'2027-02-29',
	'2027-02-01T25:00',
	'2027-02-01T17:00+15:00',
	'1999-12-31',
	'2101-01-01',
	'01.02.2027',
	'Monday',
	46543,
	1893456000000,
	true,
	{ a: 1 },
	['2027-02-01'],
])('does not take %j for a date', (given) => {
	expect(() => sent(given, when)).toThrow('"When"');
});

it('takes numbers, switches and choices only for what they are', () => {
	const days = number('Days', 'days', { help: '' });
	const wipes = toggle('Wipe', 'wipe', { help: '' });
	const color = choice('Color', 'color', words('red', 'blue'), { help: '' });

	expect([sent('7', days), sent('-2.5', days), sent(' TRUE ', wipes), sent('Red', color)]).toEqual([
		7,
		-2.5,
		true,
		'red',
	]);
	for (const odd of [[7], true, '0x10', '1e3', '1,5', NaN, Infinity, {}]) {
		expect(() => sent(odd, days)).toThrow('"Days"');
	}
	for (const odd of [1, 'yes', [true], {}]) expect(() => sent(odd, wipes)).toThrow('"Wipe"');
	for (const odd of ['green', '__proto__', ['red', 'x'], { a: 1 }]) {
		expect(() => sent(odd, color)).toThrow('"Color"');
	}
});

it('refuses objects without a value, whatever they stand in', () => {
	const several = list('Names', 'names', { help: '' });
	const labelled = list('People', 'people', { form: 'labelValues', help: '' });

	expect(sent([{ value: 'a', label: 'A' }, 'b'], several)).toEqual(['a', 'b']);
	for (const odd of [[{ id: 1 }], [{ value: null }], [{ value: {} }], '[object Object]']) {
		expect(() => sent(odd, labelled)).toThrow('"People"');
	}
	expect(() => sent([{ id: 1 }], several)).toThrow('Names');
	expect(() => sent('7', json('Body', 'body', { help: '' }))).toThrow('"Body" is not valid JSON');
});
