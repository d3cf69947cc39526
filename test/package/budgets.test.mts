import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { nodeResources } from '../../operations';
import { oldNamesOf, type Resource } from '../../operations/vocabulary';
import { listedNodes } from './nodes.mts';

const nodes = await listedNodes();

describe.each(nodes.map((node) => [node.className, node] as const))(
	'the node %s',
	(_name, { description }) => {
		const { properties } = description;
		const operations = properties
			.filter(({ name }) => name === 'operation')
			.flatMap((property) =>
				choicesOf(property).map((choice) => ({ resource: resourceOf(property), ...choice })),
			);

		const each = operations.map(
			(operation) => [operation.resource, String(operation.value), operation] as const,
		);

		it('stays small enough for the editor: operations, properties, bytes', () => {
			expect(operations.length).toBeGreaterThan(0);
			expect(operations.length).toBeLessThanOrEqual(80);
			expect(properties.length).toBeLessThanOrEqual(300);
			expect(Buffer.byteLength(JSON.stringify(description))).toBeLessThanOrEqual(200 * 1024);
		});

		it.each(each)(
			'says what %s: %s does, in a list and as a tool',
			(_resource, _value, { name, action, description }) => {
				expect(name).toMatch(/\S/);
				expect(action).toMatch(/\S/);
				expect(description).toMatch(/\S/);
				expect(description).not.toBe(action);
			},
		);

		it('names each operation of a resource once, by value, name and action', () => {
			for (const told of ['value', 'name', 'action'] as const) {
				const seen = operations.map(
					(operation) => `${operation.resource}: ${String(operation[told])}`,
				);
				expect(seen).toEqual([...new Set(seen)]);
			}
		});

		it('gives every resource its operations, and every choice a default that exists', () => {
			const resources = choicesOf(properties.find(({ name }) => name === 'resource')!).map(
				({ value }) => value,
			);
			expect([...new Set(operations.map(({ resource }) => resource))].sort()).toEqual(
				[...resources].sort(),
			);
			for (const property of everyProperty(properties).filter(({ type }) => type === 'options')) {
				expect(choicesOf(property).map(({ value }) => value)).toContain(property.default);
			}
		});

		it.each(each)('shows no name twice for %s: %s', (resource, value) => {
			const shown = properties.filter((property) => isFor(property, resource, value));
			const clashes = shown.flatMap((property, index) =>
				shown
					.slice(index + 1)
					.filter((other) => other.name === property.name && canShowTogether(property, other)),
			);
			expect(clashes.map(({ name }) => name)).toEqual([]);
			expect(shown.length).toBeGreaterThan(2);
		});

		it('shows nothing for a resource or operation that is not there', () => {
			for (const property of properties) {
				const { resource = [], operation = [] } = property.displayOptions?.show ?? {};
				const here = nodeResources[description.name].filter((one) =>
					[one.value, ...oldNamesOf(one)].some((name) => resource.includes(name)),
				);
				expect(resource.filter((name) => !namesOf(here).includes(String(name)))).toEqual([]);
				const inside = here.map((one) => namesIn(one)).flat();
				expect(operation.filter((name) => !inside.includes(String(name)))).toEqual([]);
			}
		});
	},
);

describe('a name that was given up', () => {
	const every = Object.values(nodeResources).flat();

	it('is given to no other resource of a node', () => {
		for (const resources of Object.values(nodeResources)) {
			expect(namesOf(resources)).toEqual([...new Set(namesOf(resources))]);
		}
	});

	it('is given to no other operation of a resource', () => {
		for (const resource of every) {
			expect(namesIn(resource)).toEqual([...new Set(namesIn(resource))]);
		}
	});

	it('is given to no other field of an operation', () => {
		for (const { fields, asks = [] } of every.flatMap((one) => Object.values(one.operations))) {
			const names = [...fields, ...asks].flatMap((field) => [field.name, ...oldNamesOf(field)]);
			expect(names).toEqual([...new Set(names)]);
		}
	});
});

describe('offboarding', () => {
	const properties = nodes.flatMap(({ description }) => description.properties);

	it('has nothing switched on by default', () => {
		const offered = everyProperty(
			properties.filter((property) => isFor(property, 'user', 'offboardUser')),
		);
		const switches = offered.filter(({ type }) => type === 'boolean');
		expect(switches.length).toBeGreaterThanOrEqual(18);
		expect(
			switches.filter((property) => property.default !== false).map(({ name }) => name),
		).toEqual([]);
	});

	it('has no text filled in by default', () => {
		const offered = properties.filter(
			({ name, type, displayOptions }) =>
				type === 'string' &&
				name !== 'continuation' &&
				displayOptions?.show?.operation?.includes('offboardUser'),
		);
		expect(offered.length).toBeGreaterThan(5);
		expect(offered.filter((property) => property.default !== '').map(({ name }) => name)).toEqual(
			[],
		);
	});
});

describe('two properties of one name', () => {
	const shownFor = (show: Record<string, string[]>): INodeProperties => ({
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		default: 50,
		displayOptions: { show },
	});

	it('clash when nothing keeps them apart', () => {
		expect(
			canShowTogether(shownFor({ operation: ['a', 'b'] }), shownFor({ operation: ['b'] })),
		).toBe(true);
	});

	it('do not clash when another parameter shows only one of them', () => {
		expect(canShowTogether(shownFor({ mode: ['a'] }), shownFor({ mode: ['b'] }))).toBe(false);
	});
});

function isFor({ displayOptions }: INodeProperties, resource: string, operation: string): boolean {
	const { show = {}, hide = {} } = displayOptions ?? {};
	const isShown = (list: unknown[] | undefined, value: string) =>
		list === undefined || list.includes(value);
	const isHidden = (list: unknown[] | undefined, value: string) => list?.includes(value) === true;
	return (
		isShown(show.resource, resource) &&
		isShown(show.operation, operation) &&
		!isHidden(hide.resource, resource) &&
		!isHidden(hide.operation, operation)
	);
}

function canShowTogether(one: INodeProperties, other: INodeProperties): boolean {
	const [first, second] = [one.displayOptions?.show ?? {}, other.displayOptions?.show ?? {}];
	return Object.keys(first).every(
		(name) =>
			second[name] === undefined || second[name].some((value) => first[name]!.includes(value)),
	);
}

const namesOf = (resources: Resource[]): string[] =>
	resources.flatMap((one) => [one.value, ...oldNamesOf(one)]);
const namesIn = ({ operations }: Resource): string[] =>
	Object.entries(operations).flatMap(([value, one]) => [value, ...oldNamesOf(one)]);
const resourceOf = ({ displayOptions }: INodeProperties): string =>
	String(displayOptions?.show?.resource?.[0]);
const choicesOf = ({ options }: INodeProperties): INodePropertyOptions[] =>
	options as INodePropertyOptions[];

/** Properties and those inside their collections. */
function everyProperty(properties: INodeProperties[]): INodeProperties[] {
	return properties.flatMap((property) => {
		const { type, options = [] } = property;
		if (type === 'collection') return [property, ...everyProperty(options as INodeProperties[])];
		if (type !== 'fixedCollection') return [property];
		return [
			property,
			...everyProperty((options as INodePropertyCollection[]).flatMap(({ values }) => values)),
		];
	});
}
