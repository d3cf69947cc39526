import type { INodeProperties, INodePropertyCollection, INodeTypeDescription } from 'n8n-workflow';

/** The default of every parameter as JSON, by where it stands: `cipp user get: options.limit`. */
export type Defaults = Map<string, string>;

type Described = Pick<INodeTypeDescription, 'name' | 'properties'>;

export function defaultsOf(nodes: Described[]): Defaults {
	const all = nodes.flatMap(({ name, properties }) => parametersIn(properties, [name], ''));
	const found = new Map<string, Set<string>>();
	for (const [key, value] of all) found.set(key, (found.get(key) ?? new Set()).add(value));
	const entries = [...found].map(([key, values]) => [key, [...values].join(' or ')] as const);
	return new Map(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Each parameter once for every operation that has it. */
function parametersIn(
	properties: INodeProperties[],
	places: string[],
	path: string,
): Array<[key: string, value: string]> {
	return properties
		.filter(({ type }) => type !== 'notice')
		.flatMap((property) => {
			const here = placesOf(property, places);
			const name = `${path}${property.name}`;
			return [
				...here.map((place): [string, string] => [
					`${place}: ${name}`,
					JSON.stringify(property.default),
				]),
				...inside(property).flatMap(([inner, prefix]) =>
					parametersIn(inner, here, `${name}.${prefix}`),
				),
			];
		});
}

/** `cipp user get` for each resource and operation that shows it, below where its parent stands. */
function placesOf({ displayOptions }: INodeProperties, places: string[]): string[] {
	const { resource, operation, '/operation': outer } = displayOptions?.show ?? {};
	const operations = operation ?? outer;
	const [node] = places[0].split(' ');
	if (resource) return resource.flatMap((one) => eachOf([`${node} ${String(one)}`], operations));
	if (!operations) return places;
	return eachOf([...new Set(places.map((place) => place.split(' ', 2).join(' ')))], operations);
}

const eachOf = (places: string[], names: unknown[] | undefined): string[] =>
	names ? places.flatMap((place) => names.map((name) => `${place} ${String(name)}`)) : places;

function inside({ type, options = [] }: INodeProperties): Array<[INodeProperties[], string]> {
	if (type === 'collection') return [[options as INodeProperties[], '']];
	if (type !== 'fixedCollection') return [];
	return (options as INodePropertyCollection[]).map(({ name, values }) => [values, `${name}.`]);
}

/** For the repository: nodes and resources as titles, a line a default. */
export function asText(defaults: Defaults): string {
	let title = '';
	const lines = [...defaults].flatMap(([key, value]) => {
		const [place, parameter] = key.split(': ');
		const [node, resource, operation] = place.split(' ');
		const line = `\t${operation ? `${operation}: ` : ''}${parameter} = ${value}`;
		const before = title;
		title = resource ? `${node} ${resource}` : node;
		return title === before ? [line] : [title, line];
	});
	return `${lines.join('\n')}\n`;
}

export function fromText(text: string): Defaults {
	let title = '';
	const defaults: Defaults = new Map();
	for (const line of text.trimEnd().split('\n')) {
		if (!line.startsWith('\t')) {
			title = line;
			continue;
		}
		const [, rest, value] = line.match(/^\t(.*?) = (.*)$/)!;
		defaults.set(rest.includes(': ') ? `${title} ${rest}` : `${title}: ${rest}`, value);
	}
	return defaults;
}

/** What has become of the defaults, a sentence each. */
export function changesOf(before: Defaults, now: Defaults): string[] {
	const changed = [...before].flatMap(([key, value]) => {
		const other = now.get(key);
		if (other === value) return [];
		return [other === undefined ? `${key} is gone` : `${key} was ${value} and is ${other}`];
	});
	const added = [...now].filter(([key]) => !before.has(key));
	return [...changed, ...added.map(([key, value]) => `${key} is new: ${value}`)];
}
