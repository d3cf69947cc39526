import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../../lab/conformance/alike.mts';
import type { Answered } from '../../../lab/conformance/answer.mts';
import { differences } from '../../../lab/conformance/compare.mts';
import { effects } from '../../../lab/conformance/effects.mts';

const json = (body: unknown, more: Partial<Answered> = {}): Answered => ({
	status: 200,
	kind: 'JSON',
	body,
	effects: null,
	...more,
});
const text = (body: string): Answered => ({ status: 200, kind: 'text', body, effects: null });
const id = 'aaaaaaaa-0000-4000-8000-000000000001';
const other = 'bbbbbbbb-0000-4000-8000-000000000002';
const compared = (sandbox: Answered, cipp: Answered, known = new Set<string>()) =>
	differences(sandbox, cipp, known).map((one) => [one.field, one.sandbox, one.cipp, one.times]);

describe('two answers', () => {
	it('differ in status and in kind', () => {
		expect(compared(json({ Results: 'x' }, { status: 500 }), text('x'))).toEqual([
			['status', '500', '200', 1],
			['body', 'JSON {"Results":"x"}', 'text "x"', 1],
		]);
	});

	it('differ in a field, deep down, by the way to it', () => {
		const answer = (state: unknown) => json({ Results: [{ resultText: 'x', state }] });
		expect(compared(answer('success'), answer('error'))).toEqual([
			['Results[].state', '"success"', '"error"', 1],
		]);
		expect(compared(answer('1'), answer(1))).toEqual([['Results[].state', '"1"', '1', 1]]);
	});

	it('differ in a column that only one of them has, and in how it is spelled', () => {
		expect(compared(json({ UPN: 'x' }), json({ Upn: 'x' }))).toEqual([
			['UPN', '"x"', 'absent', 1],
			['Upn', 'absent', '"x"', 1],
		]);
	});

	it('differ once in a column, however many rows there are', () => {
		const rows = (methods: unknown) => json([1, 2, 3].map((n) => ({ UPN: `${n}`, methods })));
		expect(compared(rows(['phone']), rows('phone'))).toEqual([
			['[].methods', '["phone"]', '"phone"', 3],
		]);
	});

	it('are compared row by row of the same name, so that a row more spoils nothing', () => {
		const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ id: name, x: 1 }));
		expect(compared(json([a, b, c]), json([a, c]))).toEqual([['[]', 'also b', 'absent', 1]]);
		expect(compared(json([a, b]), json([b, a]))).toEqual([['[] order', 'a,b', 'b,a', 1]]);
		expect(compared(json([a]), json([]))).toEqual([
			['[]', '1 rows, first {"id":"a","x":1}', 'no row', 1],
		]);
	});

	it('differ in what they did, where both can tell', () => {
		const done = json({}, { effects: ['user: true -> false'] });
		expect(compared(done, json({}, { effects: [] }))).toEqual([
			['effect', 'user: true -> false', 'absent', 1],
		]);
		expect(compared(done, json({}))).toEqual([]);
	});

	it('do not differ in what no two runs have alike', () => {
		const said = (password: string, time: string, row: string) =>
			json({ text: `The new password is ${password} since ${time}`, copyField: password, row });
		const one = said('Abc123', '2025-03-03T09:02:00Z', id);
		expect(compared(one, said('Xyz789', '2026-11-30T21:00:01Z', other))).toEqual([]);
		expect(compared(one, said('Xyz789', '2026-11-30T21:00:01Z', other), new Set([id]))).toEqual([
			['row', `"${id}"`, `"${other}"`, 1],
		]);
	});
});

describe('an ID', () => {
	it('is one thing, also where its end looks like seconds', () => {
		expect(shapeOf('765e7c38-866b-4fe0-bf6e-1861749190d8')).toBe('<id>');
		expect(shapeOf('765e7c38-866b-4fe0-bf6e-001861749190')).toBe('<id>');
	});
});

describe('a time', () => {
	it('keeps its form', () => {
		const forms = [
			'2025-03-03T09:02:00Z',
			'2025-03-03T09:02:00.1234567+00:00',
			'Monday, 03 March 2025 06:55:00',
			'03/03/2025 06:55:00',
			'1741000000',
		].map((time) => shapeOf(time));
		expect(new Set(forms).size).toBe(forms.length);
		expect(shapeOf('2026-01-01T00:00:00Z')).toBe(forms[0]);
	});
});

describe('effects', () => {
	const person = (userPrincipalName: string, more = {}) => ({ userPrincipalName, ...more });
	const tenant = (...users: object[]) =>
		JSON.stringify([{ defaultDomainName: 'contoso.example', users }]);

	it('are the leaves that changed, by the names of what they belong to', () => {
		const before = tenant(person('a@contoso.example', { accountEnabled: true }));
		const after = tenant(person('a@contoso.example', { accountEnabled: false }));
		expect(effects(before, after)).toEqual([
			'contoso.example/users/a@contoso.example/accountEnabled: true -> false',
		]);
	});

	it('name who came and who went', () => {
		expect(effects(tenant(person('a')), tenant(person('b')))).toEqual([
			'contoso.example/users/a: gone',
			'contoso.example/users/b: new',
		]);
	});

	it('are not known where one look is missing', () => {
		expect(effects(null, tenant())).toBeNull();
	});
});
