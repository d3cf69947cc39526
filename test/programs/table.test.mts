import { describe, expect, it } from 'vitest';
import { table, wrap } from '../../programs/table.mjs';

describe('table', () => {
	it('keeps columns as narrow as their text', () => {
		expect(table(['Step', 'Verdict'], [['Block Sign-In', 'verified']])).toBe(
			['Step           Verdict', '-------------  --------', 'Block Sign-In  verified'].join('\n'),
		);
	});

	it('wraps long cells at words and stays within the width', () => {
		const said =
			'Successfully removed all 4 licenses from the account of Alex Wilber in the tenant Contoso Limited';
		const text = table(
			['Step', 'CIPP said', 'Now'],
			[['Remove Licenses', said, 'none assigned']],
			60,
		);
		const lines = text.split('\n');

		expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
		const cell = lines
			.slice(2)
			.map((line) => line.slice(lines[0].indexOf('CIPP said'), lines[0].indexOf('Now')).trim());
		expect(cell.join(' ')).toBe(said);
	});

	it('breaks no word while there is room for it, and gives long texts more room than short ones', () => {
		const said =
			'Removed alex.wilber@contoso.example from the group Marketing Team and from the group All Company';
		const text = table(
			['Step', 'CIPP said', 'Now'],
			[['Remove From Groups', said, 'in no group at all, not even one']],
			70,
		);
		const [titles] = text.split('\n');

		expect(text).toContain('alex.wilber@contoso.example');
		expect(titles.indexOf('Now') - titles.indexOf('CIPP said')).toBeGreaterThan(30);
	});

	it('separates rows, so that wrapped ones can be told apart', () => {
		expect(table(['A'], [['one'], ['two']]).split('\n')).toEqual(['A', '---', 'one', '', 'two']);
	});
});

describe('wrap', () => {
	it('breaks inside a word only when the word alone is too long', () => {
		expect(wrap('see alex@contoso.onmicrosoft.com now', 12)).toEqual([
			'see',
			'alex@contoso',
			'.onmicrosoft',
			'.com now',
		]);
	});

	it('keeps line breaks of the text', () => {
		expect(wrap('first\nsecond line', 20)).toEqual(['first', 'second line']);
	});
});
