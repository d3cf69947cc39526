import { masteredOnPremises, MicrosoftError, notFound } from '../errors.mts';
import type { Moment } from '../moment.mts';
import { findUser } from '../state/lookup.mts';
import { changeMembership, isExchangeGroup } from '../state/membership.mts';
import type { Group, Tenant } from '../state/tenant.mts';
import { linkedId } from './change-user.mts';
import { graphGroup } from './find-group.mts';

const kept = ['displayName', 'description', 'mailNickname', 'membershipRule', 'visibility'];

/** PATCH groups/{id}: attributes, and members or owners as links. */
export function changeGroup(moment: Moment, [id]: string[], body: unknown): void {
	const group = changeable(moment.tenant, id);
	const changes = Object.entries((body ?? {}) as Record<string, unknown>);
	for (const list of ['members', 'owners'] as const)
		for (const link of (changes.find(([name]) => name === `${list}@odata.bind`)?.[1] as string[]) ??
			[])
			add(moment, group, list, linkedId({ '@odata.id': link }));
	for (const [name, value] of changes)
		if (kept.includes(name) && value !== null && value !== '')
			Object.assign(group, { [name]: value });
}

export function addTo(moment: Moment, [id, list]: string[], body: unknown): void {
	add(moment, changeable(moment.tenant, id), listNamed(list), linkedId(body));
}

export function removeFrom(moment: Moment, [id, list, userId]: string[]): void {
	const group = changeable(moment.tenant, id);
	if (!group[listNamed(list)].includes(userId)) throw notFound(userId);
	changeMembership(moment, group, userId, 'remove', listNamed(list));
}

function add(moment: Moment, group: Group, list: 'members' | 'owners', userId: string): void {
	const user = findUser(moment.tenant, userId);
	if (!user) throw notFound(userId);
	changeMembership(moment, group, user.id, 'add', list);
}

/** A group that Graph may change: not Exchange's, and not the local directory's. */
function changeable(tenant: Tenant, id: string): Group {
	const group = graphGroup(tenant, id);
	if (isExchangeGroup(group))
		throw new MicrosoftError(
			'Cannot Update a mail-enabled security groups and or distribution list.',
		);
	if (group.onPremisesSyncEnabled) throw masteredOnPremises();
	return group;
}

function listNamed(list: string): 'members' | 'owners' {
	return list.toLowerCase() === 'owners' ? 'owners' : 'members';
}
