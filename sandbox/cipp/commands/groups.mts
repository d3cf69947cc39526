import { MicrosoftError } from '../../microsoft/errors.mts';
import { findUser, groupsOf } from '../../microsoft/state/lookup.mts';
import type { Group } from '../../microsoft/state/tenant.mts';
import type { Place } from './place.mts';

/** Remove-CIPPGroups: what stays and why first, then what went through Graph, then through Exchange. Never throws. */
export function removeFromGroups({ tenant }: Place, userId: string, username: string): string[] {
	const user = tenant && findUser(tenant, userId);
	const groups = tenant && user ? groupsOf(tenant, user) : [];
	if (!user || groups.length === 0) return [`${username} is not a member of any groups.`];
	const kept: string[] = [];
	const throughGraph: string[] = [];
	const throughExchange: string[] = [];
	for (const group of groups) {
		const reason = reasonToKeep(group, username);
		if (reason) {
			kept.push(reason);
			continue;
		}
		group.members = group.members.filter((id) => id !== user.id);
		if (isExchangeGroup(group))
			throughExchange.push(`Successfully removed ${username} from group ${group.displayName}`);
		else throughGraph.push(`Successfully removed ${username} from group '${group.displayName}'`);
	}
	return [...kept, ...throughGraph, ...throughExchange];
}

function reasonToKeep(group: Group, username: string): string | undefined {
	const name = group.displayName;
	if (group.assignedLicenses.length > 0)
		return `Skipping removal of ${username} from group '${name}' because it has assigned licenses. This group will be handled during the license removal step.`;
	if (group.membershipRule)
		return `Error: Could not remove ${username} from group '${name}' because it is a Dynamic Group.`;
	if (group.onPremisesSyncEnabled)
		return `Error: Could not remove ${username} from group '${name}' because it is synced with Active Directory.`;
	return undefined;
}

/** Distribution lists and mail-enabled security groups are Exchange's; Graph cannot change them. */
export function isExchangeGroup(group: Group): boolean {
	return group.mailEnabled && !group.groupTypes.includes('Unified');
}

/** Adds or removes one member by hand; throws what Microsoft says when it refuses. */
export function changeMember(
	group: Group,
	userId: string,
	change: 'add' | 'remove',
	list: 'members' | 'owners' = 'members',
): void {
	if (list === 'members' && group.membershipRule)
		throw new MicrosoftError(
			'Insufficient privileges to complete the operation. Dynamic membership groups cannot be changed by hand.',
		);
	if (group.onPremisesSyncEnabled)
		throw new MicrosoftError(
			'Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.',
		);
	const present = group[list].includes(userId);
	if (change === 'add' && present)
		throw new MicrosoftError(
			"One or more added object references already exist for the following modified properties: 'members'.",
		);
	group[list] =
		change === 'add' ? [...group[list], userId] : group[list].filter((id) => id !== userId);
}
