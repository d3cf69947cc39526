import { changeMember, isExchangeGroup } from '../commands/groups.mts';
import { groupResource, userResource } from '../../microsoft/graph/resources.mts';
import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { read, valueText } from '../loose-json.mts';
import { MicrosoftError } from '../../microsoft/errors.mts';
import { findUser } from '../../microsoft/state/lookup.mts';
import type { Group } from '../../microsoft/state/tenant.mts';
import type { Tenant } from '../tenant.mts';
import { groupKind } from './users.mts';

export const groupEndpoints: Endpoint[] = [
	{ name: 'ListGroups', role: 'Identity.Group.Read', answer: listGroups },
	{ name: 'EditGroup', role: 'Identity.Group.ReadWrite', answer: editGroup },
];

function listGroups({ instance, query }: Call): Answer {
	const filter = query.get('tenantFilter');
	const fromReport = filter?.toLowerCase() === 'alltenants';
	const groupId = query.get('groupID');
	if (fromReport && !groupId) {
		return ok(
			instance.listedTenants().flatMap((tenant) =>
				tenant.groups.map((group) => ({
					...groupRow(group),
					Tenant: tenant.defaultDomainName,
					CacheTimestamp: '2025-03-03T02:10:00Z',
				})),
			),
		);
	}
	const tenant = instance.managedTenant(filter);
	if (groupId) return oneGroup(tenant, groupId, query.isTrue('members'), query.isTrue('owners'));
	if (query.isTrue('members') || query.isTrue('owners'))
		return failed(400, { Results: 'groupID is required when members or owners is requested.' });
	return ok((tenant?.groups ?? []).map(groupRow));
}

function groupRow(group: Group): Record<string, unknown> {
	return {
		...groupResource(group),
		primDomain: group.mail?.split('@')[1] ?? null,
		teamsEnabled: group.groupTypes.includes('Unified'),
		...groupKind(group),
		dynamicGroupBool: group.membershipRule !== null,
		SID: '',
		membersCsv: '',
		ownersCsv: '',
	};
}

function oneGroup(
	tenant: Tenant | null,
	groupId: string,
	withMembers: boolean,
	withOwners: boolean,
): Answer {
	const group = tenant?.groups.find(({ id }) => id === groupId.toLowerCase());
	if (!tenant || !group)
		return failed(
			403,
			`Resource '${groupId}' does not exist or one of its queried reference-property objects are not present.`,
		);
	const people = (ids: string[]) =>
		tenant.users.filter(({ id }) => ids.includes(id)).map((user) => userResource(tenant, user));
	return ok({
		groupInfo: groupRow(group),
		members: withMembers ? people(group.members) : [],
		owners: withOwners ? people(group.owners) : [],
		allowExternal: true,
		sendCopies: null,
		hideFromOutlookClients: null,
		SID: '',
	});
}

/** Members and owners only; every failure is a line in a 200. */
function editGroup({ instance, body }: Call): Answer {
	const filter = valueText(read(body, 'tenantFilter')) || valueText(read(body, 'tenantId'));
	const tenant = instance.managedTenant(filter);
	const group = tenant?.groups.find(
		({ id }) => id === valueText(read(body, 'groupId')).toLowerCase(),
	);
	if (!tenant || !group)
		return ok({
			Results: [
				`Error - Resource '${valueText(read(body, 'groupId'))}' does not exist or one of its queried reference-property objects are not present.`,
			],
		});
	const changes = [
		['AddMember', 'add', 'members', 'Added member', 'to'],
		['RemoveMember', 'remove', 'members', 'Removed member', 'from'],
		['AddOwner', 'add', 'owners', 'Added owner', 'to'],
		['RemoveOwner', 'remove', 'owners', 'Removed owner', 'from'],
	] as const;
	return ok({
		Results: changes.flatMap(([name, change, list, verb, preposition]) =>
			peopleOf(body, name).map((person) =>
				edit(
					tenant,
					group,
					person,
					change,
					list,
					`${verb} {0} ${preposition} ${group.displayName} group`,
				),
			),
		),
	});
}

interface Person {
	id: string;
	userPrincipalName: string;
}

function peopleOf(body: unknown, name: string): Person[] {
	const given = read(body, name);
	const list = Array.isArray(given) ? given : given ? [given] : [];
	return list
		.map((entry) => {
			const id = valueText(entry);
			const upn = read(read(entry, 'addedFields'), 'userPrincipalName');
			return { id, userPrincipalName: typeof upn === 'string' ? upn : '' };
		})
		.filter(({ id }) => id !== '');
}

function edit(
	tenant: Tenant,
	group: Group,
	person: Person,
	change: 'add' | 'remove',
	list: 'members' | 'owners',
	sentence: string,
): string {
	const user = findUser(
		tenant,
		isExchangeGroup(group) && person.userPrincipalName ? person.userPrincipalName : person.id,
	);
	try {
		if (!user)
			throw new MicrosoftError(
				`Resource '${person.id}' does not exist or one of its queried reference-property objects are not present.`,
			);
		changeMember(group, user.id, change, list);
		return `Success - ${sentence.replace('{0}', person.userPrincipalName || user.userPrincipalName)}`;
	} catch (error) {
		if (error instanceof MicrosoftError) return `Error - ${error.message}`;
		throw error;
	}
}
