import type { Person } from '../../person/snapshot-shape';
import type { FactRequest } from '../fact';

/** Exchange's groups take the name of a person, Entra's the ID. */
export function inGroupsOfAnyKind(
	group: { id: string; displayName: string },
	change: 'AddMember' | 'AddOwner',
	{ id, displayName, userPrincipalName }: Person,
): FactRequest {
	return {
		endpoint: 'EditGroup',
		body: {
			groupId: group.id,
			groupName: group.displayName,
			[change]: [{ value: id, label: displayName, addedFields: { userPrincipalName } }],
		},
	};
}
