import {
	contactsAre,
	editGroupOmits,
	groupMembers,
	membersInEntra,
	theEditedGroup,
} from '../fields/group-fields';
import {
	change,
	destroy,
	gone,
	graphObject,
	has,
	inBody,
	lacks,
	outcome,
	readBefore,
	resource,
} from '../vocabulary';

const editedGroup = {
	role: 'Identity.Group.ReadWrite',
	tenant: inBody(),
	omits: editGroupOmits,
	answer: outcome({ failing: [/you cannot (add|remove) a contact/i] }),
};

export const groupContact = resource('Group Contact', 'groupContact', 'add', {
	add: change('EditGroup', {
		...editedGroup,
		name: 'Add',
		action: 'Add contacts to group',
		help: 'Puts mail contacts into a distribution list or mail-enabled security group. Other groups take none.',
		fields: [
			theEditedGroup(),
			groupMembers(
				'Contacts to Add',
				'AddContact',
				'IDs or addresses of contacts, separated by commas',
				{
					form: 'labelValues',
					placeholder: 'e.g. partner@example.com',
				},
			),
		],
		look: readBefore(contactsAre('{AddContact}')),
	}),

	remove: destroy('EditGroup', {
		...editedGroup,
		name: 'Remove',
		action: 'Remove contacts from group',
		help: 'Takes mail contacts out of a distribution list or mail-enabled security group',
		fields: [
			theEditedGroup(),
			groupMembers(
				'Contacts to Remove',
				'RemoveContact',
				'IDs or addresses of contacts, separated by commas',
				{ form: 'labelValues', placeholder: 'e.g. partner@example.com' },
			),
		],
		look: readBefore(gone(contactsAre('{RemoveContact}'))),
	}),
});

export const groupDevice = resource('Group Device', 'groupDevice', 'add', {
	add: change('EditGroup', {
		...editedGroup,
		name: 'Add',
		action: 'Add devices to group',
		help: 'Puts Entra devices into a security or Microsoft 365 group',
		fields: [
			theEditedGroup(),
			groupMembers(
				'Devices to Add',
				'AddDevice',
				'Object IDs of the devices in Entra, separated by commas. Intune device IDs do not work.',
				{ form: 'labelValues' },
			),
		],
		look: readBefore(membersInEntra('{AddDevice}')),
	}),
});

export const groupLicense = resource('Group License', 'groupLicense', 'add', {
	add: change('EditGroup', {
		...editedGroup,
		name: 'Add',
		action: 'Add licenses to group',
		help: 'Gives all members of a security group licenses. Other kinds of groups cannot have any.',
		fields: [
			theEditedGroup(),
			groupMembers('Licenses to Add', 'AddLicenses', 'SKU IDs, separated by commas', {
				placeholder: 'e.g. 06ebc4ee-1bb5-47dd-8120-11324bc54e06',
			}),
		],
		look: readBefore(
			graphObject('groups/{groupId}', { assignedLicenses: has('{AddLicenses}', 'skuId') }),
		),
	}),

	remove: destroy('EditGroup', {
		...editedGroup,
		name: 'Remove',
		action: 'Remove licenses from group',
		help: 'Takes licenses away from a group, and so from members who have them by it alone',
		fields: [
			theEditedGroup(),
			groupMembers('Licenses to Remove', 'RemoveLicenses', 'SKU IDs, separated by commas', {
				placeholder: 'e.g. 06ebc4ee-1bb5-47dd-8120-11324bc54e06',
			}),
		],
		look: readBefore(
			graphObject('groups/{groupId}', { assignedLicenses: lacks('{RemoveLicenses}', 'skuId') }),
		),
	}),
});
