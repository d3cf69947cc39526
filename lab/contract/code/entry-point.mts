/** What the code of one endpoint reads, and how it can answer. PowerShell does not look at case, and neither does this. */
export interface EntryPoint {
	role: string;
	query: string[];
	body: string[];
	/** Names of HTTP status codes, e.g. `BadRequest`. */
	statuses: string[];
}

/** The same, with what only a comparison needs. */
export interface ReadEntryPoint extends EntryPoint {
	/** Handed on as a whole, so that names which do not stand here may be read elsewhere. */
	passesOn: Array<'query' | 'body'>;
	/** Every word of the code, in small letters. */
	words: Set<string>;
}

/** Members that every object or list of PowerShell has. */
const notNames = new Set(['psobject', 'count', 'length', 'keys', 'values', 'getenumerator']);

/** @param text the file of an entry point, e.g. Invoke-ExecDisableUser.ps1 */
export function readEntryPoint(text: string): ReadEntryPoint {
	const code = withoutComments(text);
	const query = readPlace(code, 'Query');
	const body = readPlace(code, 'Body');
	const passesRequest = /\$Request\b(?![.?[\w])(?!\s*,\s*\$TriggerMetadata)/i.test(code);
	return {
		role: /^\s*\.ROLE\s+(\S+)/im.exec(text)?.[1] ?? '',
		query: query.names,
		body: body.names,
		statuses: sorted(matches(code, /\[HttpStatusCode\]::(\w+)/gi)),
		passesOn: [
			...(query.passesOn || passesRequest ? (['query'] as const) : []),
			...(body.passesOn || passesRequest ? (['body'] as const) : []),
		],
		words: new Set(matches(code.toLowerCase(), /([a-z_$][\w$]*)/g)),
	};
}

export function withoutComments(text: string): string {
	return text.replace(/<#[\s\S]*?#>/g, '').replace(/(^|\s)#\s.*$|^\s*#.*$/gm, '');
}

function readPlace(code: string, place: 'Query' | 'Body'): { names: string[]; passesOn: boolean } {
	const sources = [`\\$Request\\.${place}`, ...variablesHolding(code, place)];
	const source = `(?:${sources.join('|')})(?![\\w:])`;
	const names = [
		...matches(code, new RegExp(`${source}\\??\\.(\\$?[A-Za-z_]\\w*)(?![\\w(])`, 'gi')),
		...matches(code, new RegExp(`${source}\\??\\.?\\[?['"]([^'"$]+|\\$\\w+)['"]`, 'gi')),
	].filter((name) => !notNames.has(name.toLowerCase()));
	const byVariable = names.some((name) => name.startsWith('$') && !isOData(name));
	const whole = new RegExp(`${source}(?!\\??\\.['"$A-Za-z_]|\\[|\\s*=[^=])`, 'i');
	const listed = new RegExp(`${source}\\.(?:PSObject|GetEnumerator|Keys)`, 'i');
	const elsewhere = code.replace(assignment(place), '');
	return {
		names: sorted(names.filter((name) => !name.startsWith('$') || isOData(name))),
		passesOn: byVariable || whole.test(elsewhere) || listed.test(code),
	};
}

/** `$Settings = $Request.Body` */
function assignment(place: string): RegExp {
	return new RegExp(
		`(\\$\\w+)\\s*=\\s*(?:\\[pscustomobject\\])?\\$Request\\.${place}[ \\t]*(?:;|\\r?\\n|$)`,
		'gi',
	);
}

function variablesHolding(code: string, place: string): string[] {
	return matches(code, assignment(place)).map((name) => `\\${name}`);
}

/** `$filter`, `$top`: written so on the wire; any other `$` is a variable that holds the name. */
function isOData(name: string): boolean {
	return [
		'$count',
		'$expand',
		'$filter',
		'$format',
		'$orderby',
		'$search',
		'$select',
		'$top',
	].includes(name.toLowerCase());
}

function matches(text: string, pattern: RegExp): string[] {
	return [...text.matchAll(pattern)].map((match) => match[1]);
}

function sorted(names: string[]): string[] {
	const known = new Map(names.map((name) => [name.toLowerCase(), name]));
	return [...known.values()].sort((a, b) => a.localeCompare(b));
}
