import { orElse } from '../../person/part';
import type { SnapshotGroup } from '../../person/snapshot-shape';
import { fact, type Giving } from '../fact';
import { flag, named, objectId, shape } from '../../rules';
import type { CannotRestore } from '../shape';
import { inGroupsOfAnyKind } from './group-request';

export const groupMembership = fact({
	name: 'groupMember',
	part: 'groups',
	called: 'groups',
	wanted: shape({ id: objectId, displayName: named, givesLicenses: flag }),
	before: ({ groups }) => groups,
	entries: (before) =>
		before.map(({ id, displayName, licenses }) => ({
			id,
			displayName,
			givesLicenses: licenses.length > 0,
		})),
	now: async (here) => {
		const rows = await here.many('memberOf/microsoft.graph.group?$select=id');
		return rows.map(({ id }) => String(id));
	},
	isSo: ({ id }, memberOf) => memberOf.includes(id),
	obstacle: ({ id, displayName }, giving) => {
		const group = orElse(giving.snapshot.groups, []).find((one) => one.id === id);
		const found = group && obstacleTo(group, giving);
		return found ? { what: `group ${displayName}`, ...found } : null;
	},
	request: (group, person) => inGroupsOfAnyKind(group, 'AddMember', person),
	what: ({ displayName, givesLicenses }) =>
		`adds to ${displayName}${givesLicenses ? ', which also gives licences' : ''}`,
	why: (_wanted, from) => `${from.displayName} was a member`,
	read: (memberOf, { id }) => (memberOf.includes(id) ? 'is a member' : 'is not a member'),
});

function obstacleTo(group: SnapshotGroup, { kind }: Giving): Omit<CannotRestore, 'what'> | null {
	if (group.isDynamic) {
		return {
			why: 'its rule decides who is in',
			instead: 'It comes by itself when the attributes fit.',
		};
	}
	if (group.isSynced) {
		return {
			why: 'it is synced from on-premises',
			instead: 'Add the person in the local Active Directory.',
		};
	}
	if (group.isRoleAssignable && kind === 'successor') {
		return {
			why: 'it gives admin roles, which nobody inherits unasked',
			instead: 'Add the person by hand if that is wanted.',
		};
	}
	return null;
}
