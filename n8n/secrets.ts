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
	return [...new Set(['copyField', ...declared.map(relativeToItem)])].sort();
}

/** Rows become items, so `Results[].key` and `[].key` are `key` there. */
function relativeToItem(path: string): string {
	return path.replace(/^(Results)?(\[\])?\.?/, '');
}
