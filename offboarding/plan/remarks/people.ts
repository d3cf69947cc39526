import { isSurelyWrong } from '../../order/named-people';
import type { Snapshot } from '../../person/snapshot-shape';
import { warning, type Found, type PlanFacts } from './remark';

/** Those who were named to get something, are not there, and may be a mail contact, which CIPP has no quick reading for. */
export function people({ user }: Snapshot, { named }: PlanFacts): Found[] {
	return named
		.filter((person) => person.isMissing && !isSurelyWrong(person, user.userPrincipalName))
		.map(({ step, value }) =>
			warning(
				'forwardTargetNotFound',
				`Neither a user nor a group of this tenant has the address ${value}`,
				'CIPP forwards to recipients of the tenant only: an outside address needs a mail contact.',
				step.name,
			),
		);
}
