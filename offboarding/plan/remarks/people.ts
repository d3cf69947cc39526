import type { Snapshot } from '../../person/snapshot-shape';
import { stepCalled } from '../../steps';
import { blocker, warning, type Found, type PlanFacts } from './remark';

/** Those who were named to get something and are not there. */
export function people({ user }: Snapshot, { missing }: PlanFacts): Found[] {
	const home = domainOf(user.userPrincipalName);
	return missing.map(({ field, value }) => {
		const message = `There is no "${value}" in this tenant`;
		if (!stepCalled(field).field.takesRecipients) {
			return blocker('delegateNotFound', message, 'Correct the name.', field);
		}
		if (domainOf(value) === home) {
			return blocker('forwardTargetNotFound', message, 'Correct the address.', field);
		}
		// It may be a mail contact, which CIPP has no quick reading for.
		return warning(
			'forwardTargetNotFound',
			`Neither a user nor a group of this tenant has the address ${value}`,
			'CIPP forwards to recipients of the tenant only: an outside address needs a mail contact.',
			field,
		);
	});
}

const domainOf = (address: string): string => address.toLowerCase().split('@').at(-1) ?? '';
