import type { ListedOperation } from '../operations/list.mts';
import type { Summary } from './openapi.mts';

/** What a new CIPP release asks of the declarations, a line each. */
export interface Changes {
	/** Endpoints that the known file does not have. */
	added: string[];
	/** Endpoints that are gone, with the operations that stand on them. */
	removed: string[];
	/** Role, method or parameters that differ. */
	changed: string[];
	/** Endpoints of the file that no operation stands on. */
	undeclared: string[];
}

/**
 * Compares a CIPP OpenAPI file with the one that the declarations were made for.
 *
 * @param known what the table in the repository has
 * @param found what the new file has
 */
export function changesBetween(
	known: Record<string, Summary>,
	found: Record<string, Summary>,
	operations: ListedOperation[],
): Changes {
	const standingOn = (endpoint: string) => {
		const names = operations
			.filter((operation) => callsOf(operation).includes(endpoint))
			.map(({ node, resource, operation }) => `${node}/${resource}/${operation}`);
		return names.length > 0 ? ` (${names.join(', ')})` : '';
	};
	const declared = new Set(operations.flatMap(callsOf));
	const added = Object.keys(found).filter((endpoint) => !(endpoint in known));
	const removed = Object.keys(known).filter((endpoint) => !(endpoint in found));
	return {
		added: added.map((endpoint) => `${endpoint}: ${described(found[endpoint])}`),
		removed: removed.map((endpoint) => `${endpoint}${standingOn(endpoint)}`),
		changed: Object.keys(found)
			.filter((endpoint) => endpoint in known)
			.flatMap((endpoint) =>
				differencesOf(known[endpoint], found[endpoint]).map(
					(difference) => `${endpoint}: ${difference}${standingOn(endpoint)}`,
				),
			),
		undeclared: Object.keys(found).filter((endpoint) => !declared.has(endpoint)),
	};
}

/** Also what code of the operation's own calls. */
function callsOf({ endpoint, needs = [] }: ListedOperation): string[] {
	return [endpoint, ...needs.flatMap(({ endpoints }) => endpoints)];
}

function described({ method, role, query, body }: Summary): string {
	const names = [...query.map((name) => `?${name}`), ...body];
	return `${method}, ${role || 'no role'}, ${names.join(' ') || 'no parameters'}`;
}

function differencesOf(known: Summary, found: Summary): string[] {
	return [
		...(known.role === found.role ? [] : [`role ${known.role} is now ${found.role}`]),
		...(known.method === found.method ? [] : [`method ${known.method} is now ${found.method}`]),
		...(['query', 'body'] as const).flatMap((place) => [
			...found[place]
				.filter((name) => !known[place].includes(name))
				.map((name) => `new in the ${place}: ${name}`),
			...known[place]
				.filter((name) => !found[place].includes(name))
				.map((name) => `gone from the ${place}: ${name}`),
		]),
	];
}

/** For people: what to do, and how much of it. */
export function changesAsText({ added, removed, changed, undeclared }: Changes): string {
	const section = (title: string, lines: string[]) =>
		lines.length === 0
			? []
			: [`${title} (${lines.length})`, ...lines.map((line) => `  ${line}`), ''];
	const lines = [
		...section('New endpoints', added),
		...section('Endpoints that are gone', removed),
		...section('Changed', changed),
		...section('Not declared', undeclared),
	];
	return lines.length === 0 ? 'Nothing is new, gone or changed.\n' : `${lines.join('\n')}`;
}
