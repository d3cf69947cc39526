import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { read, valueText } from '../loose-json.mts';
import { normalized } from '../normalized.mts';
import { emptyParameter, sidOf } from '../powershell.mts';
import { wordsOf, type BatchItem, type Requests, type Row } from '../requests.mts';
import { groupKind } from './group-kind.mts';

export const groupEndpoints: Endpoint[] = [
	{ name: 'ListGroups', role: 'Identity.Group.Read', answer: listGroups },
	{ name: 'EditGroup', role: 'Identity.Group.ReadWrite', answer: editGroup },
];

function listGroups({ instance, query }: Call): Answer {
	const filter = query.get('tenantFilter') ?? '';
	const groupId = query.get('groupID');
	const isForAll = filter.toLowerCase() === 'alltenants';
	const [members, owners] = [query.isTrue('members'), query.isTrue('owners')];
	if ((members || owners) && !groupId)
		return failed(400, {
			Results: "The 'members' and 'owners' parameters require 'groupID' to be set.",
		});
	if (!groupId && (isForAll || query.isTrue('UseReportDB')))
		return fromReport({ instance, query } as Call);
	const { ask } = instance.placeFor(filter);
	// Not within what CIPP catches, so that a refusal is a bare text.
	const mail = groupId ? mailSettings(ask, groupId, query.get('groupType') ?? '') : {};
	try {
		if (groupId) return oneGroup(ask, groupId, { members, owners }, mail);
		return ok(sorted(ask.rows('groups?$top=999')).map(groupRow));
	} catch (error) {
		return failed(403, wordsOf(error));
	}
}

function fromReport({ instance, query }: Call): Answer {
	const filter = query.get('tenantFilter') ?? '';
	const isForAll = filter.toLowerCase() === 'alltenants';
	const tenant = instance.managedTenant(filter);
	const tenants = isForAll ? instance.listedTenants() : tenant ? [tenant] : [];
	const synced = tenants.filter(({ permissionReport }) => permissionReport);
	if (!isForAll && synced.length === 0)
		return failed(500, [
			`No groups data found in reporting database for ${filter}. Sync the report data first.`,
		]);
	return ok(
		synced.flatMap(({ defaultDomainName, permissionReport }) =>
			sorted(instance.placeFor(defaultDomainName).ask.rows('groups?$top=999')).map((group) => ({
				...groupRow(group),
				Tenant: defaultDomainName,
				CacheTimestamp: permissionReport!.refreshed,
			})),
		),
	);
}

function sorted(rows: Row[]): Row[] {
	return rows.sort((a, b) => String(a.displayName).localeCompare(String(b.displayName)));
}

function groupRow(group: Row): Row {
	return { ...describedGroup(group), SID: sidOf(String(group.id)), membersCsv: '', ownersCsv: '' };
}

function describedGroup(group: Row): Row {
	return {
		...group,
		primDomain: String(group.mail ?? '')
			.split('@')
			.at(-1),
		teamsEnabled:
			(group.resourceProvisioningOptions as string[] | undefined)?.includes('Team') ?? false,
		...groupKind(group),
		dynamicGroupBool: (group.groupTypes as string[]).includes('DynamicMembership'),
	};
}

/** Columns CIPP asks for when it looks up one group. */
const columnsOfOne =
	'id,createdDateTime,displayName,description,mail,mailEnabled,mailNickname,resourceProvisioningOptions,securityEnabled,visibility,organizationId,onPremisesSamAccountName,membershipRule,groupTypes,assignedLicenses,userPrincipalName,onPremisesSyncEnabled';

function oneGroup(
	ask: Requests,
	groupId: string,
	wanted: { members: boolean; owners: boolean },
	mail: Row,
): Answer {
	const items: BatchItem[] = [
		{ id: '1', method: 'GET', url: `groups/${groupId}?$select=${columnsOfOne}` },
		...(wanted.members
			? [{ id: '2', method: 'GET', url: `groups/${groupId}/members?$top=999` }]
			: []),
		...(wanted.owners
			? [{ id: '3', method: 'GET', url: `groups/${groupId}/owners?$top=999` }]
			: []),
	];
	const replies = ask.batch(items);
	const bodyOf = (id: string) => replies.find((reply) => reply.id === id)?.body as Row | undefined;
	const group = bodyOf('1');
	// Without a group the only thing CIPP says is what its last column stumbles over.
	if (!group?.id) return failed(403, emptyParameter('ObjectID'));
	return ok({
		groupInfo: describedGroup(group),
		members: sorted((bodyOf('2')?.value as Row[] | undefined) ?? []),
		owners: sorted((bodyOf('3')?.value as Row[] | undefined) ?? []),
		...mail,
		SID: sidOf(String(group.id)),
	});
}

/** CIPP looks where the caller says; without a kind, or with a wrong one, it does not look. */
function mailSettings(ask: Requests, Identity: string, kind: string): Row {
	const asked = (name: string) => ask.cmdlet(name, { Identity })[0] as Row | undefined;
	if (/^microsoft 365$/i.test(kind)) {
		const group = asked('Get-UnifiedGroup');
		return {
			allowExternal: !group?.RequireSenderAuthenticationEnabled,
			sendCopies: group?.SubscriptionEnabled === true && group.AutoSubscribeNewMembers === true,
			hideFromOutlookClients: group?.HiddenFromExchangeClientsEnabled ?? null,
		};
	}
	const isList = /^(distribution list|mail-enabled security)$/i.test(kind);
	const group = isList ? asked('Get-DistributionGroup') : undefined;
	return {
		allowExternal: !group?.RequireSenderAuthenticationEnabled,
		sendCopies: null,
		hideFromOutlookClients: null,
	};
}

interface Change {
	/** What is said when it is done. */
	sentence: string;
	item?: BatchItem;
	cmdlet?: { name: string; parameters: Row };
}

/** The name of a function that is private to another file, so that CIPP cannot call it here. */
const missingFunction = 'Get-CippExoErrorText';

/**
 * Members and owners only. Where Graph refuses a change, all that comes back is that CIPP does not find a function of
 * its own; Exchange's refusals are lines.
 */
function editGroup({ instance, body }: Call): Answer {
	const filter = valueText(read(body, 'tenantFilter')) || valueText(read(body, 'tenantId'));
	const { ask } = instance.placeFor(filter);
	const groupId = valueText(read(body, 'groupId'));
	const named = read(body, 'groupName') ?? read(body, 'displayName');
	const name = String(named ?? read(read(read(body, 'groupId'), 'addedFields'), 'groupName') ?? '');
	const group = ask.one(`groups/${groupId}`);
	const isExchange =
		group?.mailEnabled === true && !(group.groupTypes as string[]).includes('Unified');
	const changes = membersOf(body).map((member) =>
		isExchange ? exchangeChange(member, groupId, name) : graphChange(member, groupId, name),
	);
	const owners = isExchange ? ownersThroughExchange(ask, body, groupId, name) : [];
	const replies = ask.batch(changes.flatMap(({ item }) => item ?? []));
	if (replies.some(({ status }) => status >= 300))
		return failed(
			500,
			`The term '${missingFunction}' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.`,
		);
	const throughGraph = changes.filter(({ item }) => item);
	const throughExchange = [...changes, ...owners].filter(({ cmdlet }) => cmdlet);
	const results = ask.cmdlets(throughExchange.map(({ cmdlet }) => cmdlet!));
	return ok({
		Results: [
			...throughGraph.map(({ sentence }) => `Success - ${sentence}`),
			...throughExchange.map(({ sentence }, index) => {
				const error = results[index]?.error;
				return error === undefined ? `Success - ${sentence}` : `Error - ${normalized(error)}`;
			}),
		],
	});
}

interface Member {
	id: string;
	shown: string;
	list: 'members' | 'owners';
	change: 'add' | 'remove';
}

const buckets = [
	['AddMember', 'add', 'members'],
	['RemoveMember', 'remove', 'members'],
	['AddOwner', 'add', 'owners'],
	['RemoveOwner', 'remove', 'owners'],
] as const;

function membersOf(body: unknown): Member[] {
	return buckets.flatMap(([bucket, change, list]) =>
		peopleIn(body, bucket).map((person) => ({ ...person, change, list })),
	);
}

function peopleIn(
	body: unknown,
	bucket: string,
): Array<{ id: string; shown: string; label: string }> {
	const given = read(body, bucket);
	return (Array.isArray(given) ? given : given ? [given] : [])
		.map((entry) => {
			const id = valueText(entry);
			const upn = read(read(entry, 'addedFields'), 'userPrincipalName');
			return {
				id,
				shown: typeof upn === 'string' ? upn : id,
				label: String(read(entry, 'label') ?? ''),
			};
		})
		.filter(({ id }) => id !== '');
}

function sentenceOf({ shown, list, change }: Member, name: string): string {
	const noun = list === 'members' ? 'member' : 'owner';
	return change === 'add'
		? `Added ${noun} ${shown} to ${name} group`
		: `Removed ${noun} ${shown} from ${name} group`;
}

function graphChange(member: Member, groupId: string, name: string): Change {
	const { id, list, change } = member;
	const link = `https://graph.microsoft.com/v1.0/directoryObjects/${id}`;
	const label = `${change}-${list}-${member.shown}`;
	const item: BatchItem =
		change === 'remove'
			? { id: label, method: 'DELETE', url: `groups/${groupId}/${list}/${id}/$ref` }
			: list === 'owners'
				? {
						id: label,
						method: 'POST',
						url: `groups/${groupId}/owners/$ref`,
						body: { '@odata.id': link },
					}
				: {
						id: label,
						method: 'PATCH',
						url: `groups/${groupId}`,
						body: { 'members@odata.bind': [link] },
					};
	return { sentence: sentenceOf(member, name), item };
}

/** Owners are changed all at once, see below. */
function exchangeChange(member: Member, groupId: string, name: string): Change {
	const sentence = sentenceOf(member, name);
	if (member.list === 'owners') return { sentence };
	const verb = member.change === 'add' ? 'Add' : 'Remove';
	return {
		sentence,
		cmdlet: {
			name: `${verb}-DistributionGroupMember`,
			parameters: {
				Identity: groupId,
				Member: member.shown,
				BypassSecurityGroupManagerCheck: true,
			},
		},
	};
}

/** One change for all owners, and a sentence for each of them. */
function ownersThroughExchange(
	ask: Requests,
	body: unknown,
	groupId: string,
	name: string,
): Change[] {
	const added = peopleIn(body, 'AddOwner');
	const removed = peopleIn(body, 'RemoveOwner');
	if (added.length + removed.length === 0) return [];
	const [group] = ask.cmdlet('Get-DistributionGroup', { Identity: groupId }) as Row[];
	const owners = (group?.ManagedBy as string[] | undefined) ?? [];
	const kept = owners.filter((owner) => !removed.some(({ id }) => id === owner));
	const ManagedBy = [...new Set([...kept, ...added.map(({ id }) => id)])];
	const cmdlet = { name: 'Set-DistributionGroup', parameters: { Identity: groupId, ManagedBy } };
	return [
		...removed
			.filter(({ id }) => owners.includes(id))
			.map(({ label }) => ({ sentence: `Removed owner ${label} from ${name} group`, cmdlet })),
		...added.map(({ label }) => ({ sentence: `Added owner ${label} to ${name} group`, cmdlet })),
	];
}
