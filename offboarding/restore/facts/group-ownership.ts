import { fact } from '../fact';
import { named, objectId, shape } from '../../rules';
import { inGroupsOfAnyKind } from './group-request';

export const groupOwnership = fact({
	name: 'groupOwner',
	part: 'ownership',
	called: 'owned groups',
	wanted: shape({ id: objectId, displayName: named }),
	before: ({ ownedGroups }) => ownedGroups,
	entries: (before) => before.map(({ id, displayName }) => ({ id, displayName })),
	now: async (here) => (await here.many('ownedObjects')).map(({ id }) => String(id)),
	isSo: ({ id }, owned) => owned.includes(id),
	request: (group, person) => inGroupsOfAnyKind(group, 'AddOwner', person),
	what: ({ displayName }) => `makes an owner of ${displayName}`,
	why: (_wanted, from) => `${from.displayName} owned it`,
	read: (owned, { id }) => (owned.includes(id) ? 'is an owner' : 'is not an owner'),
});
