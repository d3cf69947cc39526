import type { Resource } from '../operations/vocabulary';

/**
 * Output fields that n8n never shows in stored executions: what the declarations call secret, and what
 * CIPP offers to copy, which is a password or a link to one more often than not.
 *
 * @returns dot paths relative to an item's JSON
 */
export function sensitiveFields(resources: Resource[]): string[] {
	const declared = resources.flatMap(({ operations }) =>
		Object.values(operations).flatMap(({ secret }) => secret ?? []),
	);
	// Sentences stay readable: what they hold to copy is taken out of them before they get here.
	const fields = declared.map(relativeToItem).filter((path) => !/^messages\b/.test(path));
	return [...new Set(['copyField', 'copyFields', ...fields])].sort();
}

/** Rows become items, so `Results[].key` and `[].key` are `key` there. */
function relativeToItem(path: string): string {
	return path.replace(/^(Results)?(\[\])?\.?/, '');
}
