import type { Resource } from '../operations/vocabulary';

/**
 * Output fields that n8n never shows in stored executions: what the declarations call secret, and what
 * CIPP offers to copy, which is a password or a link to one more often than not. Also on items of the
 * error output, where it stands under `details`.
 *
 * n8n follows `a.b` into objects and `a[*].b` into lists, with the names exactly as written, and stops
 * where the other one is; CIPP gives one object where a list was meant, so both are named. Out of its
 * reach are JSON that stands in a text, names that nobody knows before, and errors themselves: those
 * are redacted as a whole (`Results`, `Parameters`), or hold nothing secret to begin with.
 *
 * @returns paths relative to an item's JSON
 */
export function sensitiveFields(resources: Resource[]): string[] {
	const declared = resources.flatMap(({ operations }) =>
		Object.values(operations).flatMap(({ secret }) => secret ?? []),
	);
	// Sentences stay readable: what they hold to copy is taken out of them before they get here.
	const fields = declared.map(relativeToItem).filter((path) => !/^messages\b/.test(path));
	const offered = ['copyField', 'copyFields', 'details.copyField', 'details.copyFields'];
	return [...new Set([...offered, ...fields.flatMap(inObjectsAndLists)])].sort();
}

/** Rows become items, so `Results[].key` and `[].key` are `key` there; `Results` alone is a column. */
function relativeToItem(path: string): string {
	return path.replace(/^(Results(?=[[.]))?(\[\])?\.?/, '').replaceAll('[]', '');
}

/** `a.b` as `a.b` and `a[*].b`. */
function inObjectsAndLists(path: string): string[] {
	const [first, ...rest] = path.split('.');
	if (rest.length === 0) return [first];
	return inObjectsAndLists(rest.join('.')).flatMap((inner) => [
		`${first}.${inner}`,
		`${first}[*].${inner}`,
	]);
}
