import type { Facts } from '../../../test/contract/facts-shape.mts';

/** Whether something that came with `since` is missing in `version`. */
export function isNewer(since: string | undefined, version: string): boolean {
	return since !== undefined && since.localeCompare(version, 'en', { numeric: true }) > 0;
}

/** The role that an endpoint has in a version of CIPP. */
export function roleIn({ role, roleSince = {} }: Facts, version: string): string {
	const changes = Object.entries(roleSince).filter(([since]) => !isNewer(since, version));
	return changes.at(-1)?.[1] ?? role;
}
