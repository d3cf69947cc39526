import type { INodeProperties } from 'n8n-workflow';
import { oldNamesOf, type Field, type Resource } from '../../operations/vocabulary';

/**
 * What is shown for a resource or an operation is there for workflows too that know it by an old name:
 * n8n drops every value that is not shown.
 */
export function alsoByOldNames(
	properties: INodeProperties[],
	resources: Resource[],
): INodeProperties[] {
	if (!resources.some(hasOldNames)) return properties;
	return properties.map((property) => {
		const shown = property.displayOptions?.show?.resource;
		const here = shown ? resources.filter(({ value }) => shown.includes(value)) : resources;
		return { ...property, ...withOldNames(property, here), ...inside(property, here) };
	});
}

const hasOldNames = (resource: Resource): boolean =>
	[resource, ...Object.values(resource.operations)].some(({ renamed }) => renamed);

function inside(property: INodeProperties, resources: Resource[]): Partial<INodeProperties> {
	if (property.type !== 'collection') return {};
	return { options: alsoByOldNames(property.options as INodeProperties[], resources) };
}

function withOldNames(
	{ displayOptions }: INodeProperties,
	resources: Resource[],
): Partial<INodeProperties> {
	if (!displayOptions?.show) return {};
	const conditions = Object.entries(displayOptions.show).map(([name, values = []]) => {
		const called = namesIn(name, resources);
		return [name, values.flatMap((value) => [value, ...(called.get(String(value)) ?? [])])];
	});
	return { displayOptions: { ...displayOptions, show: Object.fromEntries(conditions) } };
}

/** The old names behind each value of a parameter that choices hang on. */
function namesIn(parameter: string, resources: Resource[]): Map<string, string[]> {
	if (parameter === 'resource') {
		return new Map(resources.map((one) => [one.value, oldNamesOf(one)]));
	}
	if (!/^\/?operation$/.test(parameter)) return new Map();
	const operations = resources.flatMap((one) => Object.entries(one.operations));
	return new Map(operations.map(([value, one]) => [value, oldNamesOf(one)]));
}

/** Where a field stands in workflows that were saved under its old names. */
export const oldFields = (field: Field): INodeProperties[] =>
	oldNamesOf(field).map((name) => ({
		displayName: field.label,
		name,
		type: 'hidden',
		default: '',
	}));

/** Nobody should wonder at a value that they do not see. */
export const noticesOfOldFields = (field: Field): INodeProperties[] =>
	oldNamesOf(field).map((name) => ({
		displayName: `"${field.label}" still holds what was filled in under its old name. What you fill in here wins. To drop the old value, choose another operation and then this one again.`,
		name: 'formerly',
		type: 'notice',
		default: '',
		displayOptions: { show: { [name]: [{ _cnd: { not: '' } }] } },
	}));
