import { choice, list, theGroup, words, type DeclaredField } from '../vocabulary';

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
