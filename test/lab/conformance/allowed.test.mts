import { describe, expect, it } from 'vitest';
import { readAllowed, Reasons, type Allowed } from '../../../lab/conformance/allowed.mts';
import { endpoints } from '../../../sandbox/cipp/endpoints/all.mts';

const difference = { field: '[].ETag', sandbox: '"x"', cipp: 'absent', times: 2 };
const reason = (changes: Partial<Allowed>): Allowed => ({
	reason: 'because',
	endpoint: 'ListScheduledItems',
	field: '[].ETag',
	...changes,
});

describe('a difference is allowed', () => {
	it.each([
		['by its very field', {}],
		['by a pattern', { endpoint: 'List*', field: '*.ETag' }],
		['by name of the request', { request: 'by name' }],
		['by what either side has', { sandbox: '"*"', cipp: 'absent' }],
	])('%s', (_, changes) => {
		const reasons = new Reasons([reason(changes)]);
		expect(reasons.for('ListScheduledItems', 'by name', difference)).toBe('because');
		expect(reasons.unused).toEqual([]);
	});

	it.each([
		['another field', { field: '[].Tag' }],
		['another endpoint', { endpoint: 'ListUsers' }],
		['another request', { request: 'as usual' }],
		['another answer', { cipp: '"y"' }],
	])('but not for %s, and the entry is told as unused', (_, changes) => {
		const reasons = new Reasons([reason(changes)]);
		expect(reasons.for('ListScheduledItems', 'by name', difference)).toBeUndefined();
		expect(reasons.unused).toHaveLength(1);
	});
});

describe('allowed.json', () => {
	const allowed = readAllowed();
	const names = endpoints.map(({ name }) => name);

	it('gives a reason for each entry', () => {
		expect(allowed.filter((one) => one.reason.split(' ').length < 4)).toEqual([]);
	});

	it('names endpoints that the sandbox has, and never a whole answer', () => {
		const unknown = allowed.filter(
			({ endpoint }) => !endpoint.includes('*') && !names.includes(endpoint),
		);
		expect(unknown).toEqual([]);
		expect(allowed.filter(({ field }) => /^\**$/.test(field))).toEqual([]);
	});

	it('allows nothing twice', () => {
		const keys = allowed.map(({ reason: _, ...one }) => JSON.stringify(one));
		expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
	});
});
