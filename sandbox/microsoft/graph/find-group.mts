import { notFound, unknownSegment } from '../errors.mts';
import type { Group, Tenant } from '../state/tenant.mts';
import { groupResource, userResource, type Found } from './resources.mts';

/** groups/{id} and what lies behind it. */
export function ofGroup(tenant: Tenant, id: string, rest: string[]): Found {
	const group = graphGroup(tenant, id);
	const people = (ids: string[]) =>
		tenant.users.filter((user) => ids.includes(user.id)).map((user) => userResource(tenant, user));
	switch (rest.join('/').toLowerCase()) {
		case '':
			return { one: groupResource(group) };
		case 'members':
		case 'transitivemembers':
			return { many: people(group.members) };
		case 'owners':
			return { many: people(group.owners) };
	}
	throw unknownSegment(rest.at(-1) ?? '');
}

/** A group by its id; throws what Graph says of one that is not there. */
export function graphGroup(tenant: Tenant, id: string): Group {
	const group = tenant.groups.find((each) => each.id === id.toLowerCase());
	if (!group) throw notFound(id);
	return group;
}
