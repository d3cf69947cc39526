import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asText, changesOf, defaultsOf, fromText } from '../../lab/defaults/list.mts';
import { nodeResources } from '../../operations';
import { listedNodes } from './nodes.mts';

const nodes = await listedNodes();
const committed = fromText(readFileSync(new URL('defaults.txt', import.meta.url), 'utf8'));
const now = defaultsOf(nodes.map(({ description }) => description));

/** n8n stores no value that is the default, so another default is another value in workflows that run already. */
it('no default has changed: once released it is frozen ("npm run defaults" for what is new)', () => {
	expect(changesOf(committed, now)).toEqual([]);
});

it('the list has all parameters of all nodes, in order', () => {
	expect(now.size).toBeGreaterThan(5_000);
	expect(new Set([...now.keys()].map((key) => key.split(/[ :]/)[0])).size).toBe(nodes.length);
	expect(asText(fromText(asText(now)))).toBe(asText(now));
	expect(fromText(asText(now))).toEqual(now);
});

it.each(Object.entries(nodeResources))('%s opens at one resource, by name', (_node, resources) => {
	expect(resources.filter(({ isFirst }) => isFirst)).toHaveLength(1);
});

describe('the list of defaults', () => {
	const limit = (value: number) =>
		defaultsOf([
			{
				name: 'cipp',
				properties: [
					{
						displayName: 'Options',
						name: 'options',
						type: 'collection',
						default: {},
						displayOptions: { show: { resource: ['user'], operation: ['get', 'getMany'] } },
						options: [
							{
								displayName: 'Limit',
								name: 'limit',
								type: 'number',
								default: value,
								displayOptions: { show: { '/operation': ['getMany'] } },
							},
						],
					},
				],
			},
		]);

	it('names node, resource, operation and parameter', () => {
		expect([...limit(50)]).toEqual([
			['cipp user get: options', '{}'],
			['cipp user getMany: options', '{}'],
			['cipp user getMany: options.limit', '50'],
		]);
		expect(asText(limit(50))).toBe(
			'cipp user\n\tget: options = {}\n\tgetMany: options = {}\n\tgetMany: options.limit = 50\n',
		);
	});

	it('tells which default has changed, is gone or is new', () => {
		const without = new Map([...limit(50)].filter(([key]) => !key.endsWith('limit')));

		expect(changesOf(limit(50), limit(100))).toEqual([
			'cipp user getMany: options.limit was 50 and is 100',
		]);
		expect(changesOf(limit(50), without)).toEqual(['cipp user getMany: options.limit is gone']);
		expect(changesOf(without, limit(50))).toEqual(['cipp user getMany: options.limit is new: 50']);
	});
});
