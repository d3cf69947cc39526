import { fact } from '../fact';
import { named, objectId, shape } from '../../rules';

export const manager = fact({
	name: 'manager',
	part: 'manager',
	called: 'manager',
	wanted: shape({ id: objectId, displayName: named }),
	before: (snapshot) => snapshot.manager,
	entries: (before) => (before ? [{ id: before.id, displayName: before.displayName }] : []),
	now: async (here) => String((await here.oneOrNone('manager?$select=id'))?.id ?? ''),
	isSo: ({ id }, now) => now === id,
	request: (wanted, { id }) => ({ endpoint: 'PatchUser', body: [{ id, manager: wanted.id }] }),
	what: ({ displayName }) => `makes ${displayName} the manager`,
	why: () => 'that was the manager',
	read: (now) => (now === '' ? 'there is no manager' : `the manager is ${now}`),
});
