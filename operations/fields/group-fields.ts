import {
	choice,
	exchangeRow,
	firstOf,
	gone,
	graphRow,
	list,
	readBefore,
	slowly,
	theGroup,
	words,
	type DeclaredField,
	type Look,
} from '../vocabulary';

export const groupMembers = (
	label: string,
	wire: string,
	help: string,
	rest: Partial<DeclaredField> = {},
): DeclaredField =>
	list(label, wire, {
		required: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help,
		...rest,
	});

/** CIPP picks the way by this word and does nothing, or the wrong thing, for another one. */
export const groupKind = (
	wire: string,
	kinds: string[],
	help: string,
	rest: Partial<DeclaredField> = {},
): DeclaredField =>
	choice('Group Type', wire, words(...kinds), {
		name: 'groupType',
		required: true,
		default: kinds[0],
		help,
		...rest,
	});

export const theEditedGroup = (): DeclaredField => theGroup('groupId');

/** What every operation built on EditGroup leaves out. */
export const editGroupOmits = {
	groupType: 'CIPP reads the real type from Microsoft Graph',
	groupName: 'only a word in the answer',
	tenantId: 'an older spelling of the tenant',
};

/** By whatever a member was named; the address of a person may be another than the sign-in name. */
const inExchange =
	'ExternalDirectoryObjectId|PrimarySmtpAddress|WindowsLiveID|ExternalEmailAddress|Guid';

/**
 * Members of a distribution list, which Entra shows minutes later; where it is none, of a group of Entra.
 *
 * @param who what was sent, in braces
 */
const listed = (who: string): [list: Look, group: Look] => [
	exchangeRow('Get-DistributionGroupMember', { Identity: '{groupId}' }, { [inExchange]: who }),
	membersInEntra(who),
];

export const membersInEntra = (who: string): Look =>
	graphRow('groups/{groupId}/members', { 'id|userPrincipalName|mail': who });

export function membersAre(who: string): Look {
	const [inList, inGroup] = listed(who);
	return readBefore(firstOf(slowly(inList), inGroup));
}

export function membersAreGone(who: string): Look {
	const [inList, inGroup] = listed(who);
	return readBefore(firstOf(gone(inList), gone(inGroup)));
}

/** Who runs a distribution list, Entra shows late or never. */
export const ownersAre = (who: string): Look =>
	slowly(graphRow('groups/{groupId}/owners', { 'id|userPrincipalName': who }));

export const contactsAre = (who: string): Look =>
	exchangeRow('Get-DistributionGroupMember', { Identity: '{groupId}' }, { [inExchange]: who });
