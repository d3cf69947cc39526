import { isNewer } from '../../../cipp/version';
import type { Facts } from '../../../test/contract/facts-shape.mts';

export { isNewer };

/** The role that an endpoint has in a version of CIPP. */
export function roleIn({ role, roleSince = {} }: Facts, version: string): string {
	const changes = Object.entries(roleSince).filter(([since]) => !isNewer(since, version));
	return changes.at(-1)?.[1] ?? role;
}
