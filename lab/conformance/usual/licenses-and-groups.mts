import type { Group } from '../../../sandbox/index.mts';
import type { Usual } from '../request.mts';
import { freshId, picked, tenantFilter, type Cast } from './cast.mts';

/** Licenses, and the groups that some come from. */
export const licensesAndGroups = (cast: Cast): Usual[] => [
	{
		endpoint: 'ListLicenses',
		query: { tenantFilter },
		also: { 'all tenants': { query: { tenantFilter: 'AllTenants' } } },
	},
	licenses(cast),
	listGroups(cast),
	editGroup(cast),
];

function licenses({ contoso, megan, lee, person }: Cast): Usual {
	const free = contoso.subscriptions.find(({ skuId }) => !megan.directLicenses.includes(skuId))!;
	const remove = { tenantFilter, LicenseOperation: 'Remove', RemoveAllLicenses: true };
	const add = {
		tenantFilter,
		LicenseOperation: 'Add',
		Licenses: [{ label: 'x', value: free.skuId }],
	};
	const joni = person('joni.sherman');
	return {
		endpoint: 'ExecBulkLicense',
		method: 'POST',
		body: [{ ...remove, userIds: [megan.id] }],
		person: ['userIds'],
		also: {
			add: { body: [{ ...add, userIds: [joni.id] }] },
			replace: {
				body: [
					{ ...add, userIds: [megan.id], LicenseOperation: 'Replace', ReplaceAllLicenses: true },
				],
			},
			'license of a group': { body: [{ ...remove, userIds: [joni.id] }] },
			'by user principal name': { body: [{ ...remove, userIds: [megan.userPrincipalName] }] },
			'nothing to do': {
				body: [
					{
						tenantFilter,
						userIds: [lee.id],
						LicenseOperation: 'Remove',
						LicensesToRemove: [{ value: free.skuId }],
					},
				],
			},
			'unknown license': {
				body: [{ ...add, userIds: [megan.id], Licenses: [{ value: freshId }] }],
			},
			'no list': { body: { ...remove, userIds: [megan.id] } },
			'empty list': { body: [] },
		},
	};
}

function listGroups({ group }: Cast): Usual {
	const one = (name: string) => ({ tenantFilter, groupID: group(name).id });
	return {
		endpoint: 'ListGroups',
		query: { tenantFilter },
		also: {
			one: { query: one('Campaign Editors') },
			'one with people': {
				query: { ...one('Campaign Editors'), members: 'true', owners: 'true' },
			},
			'Microsoft 365 group with people': {
				query: { ...one('Marketing Team'), members: 'true', owners: 'true' },
			},
			'distribution list with people': { query: { ...one('All Company'), members: 'true' } },
			'unknown group': { query: { tenantFilter, groupID: freshId, members: 'true' } },
			'people of no group': { query: { tenantFilter, members: 'true' } },
			'all tenants': { query: { tenantFilter: 'AllTenants' } },
		},
	};
}

function editGroup(cast: Cast): Usual {
	const { contoso, megan, lee, adele, group } = cast;
	const edit = ({ id, displayName }: Group, groupType: string) => ({
		tenantFilter,
		groupId: { value: id, label: displayName, addedFields: { groupType } },
		groupType,
		groupName: displayName,
	});
	const security = edit(group('Campaign Editors'), 'Security');
	const list = edit(group('All Company'), 'Distribution List');
	const team = edit(group('Marketing Team'), 'Microsoft 365');
	return {
		endpoint: 'EditGroup',
		method: 'POST',
		body: { ...security, AddMember: [picked(lee)] },
		person: ['AddMember'],
		also: {
			'ID as text': {
				body: { ...security, groupId: security.groupId.value, AddMember: [picked(lee)] },
			},
			'somebody who is in it': { body: { ...security, AddMember: [picked(megan)] } },
			remove: { body: { ...security, RemoveMember: [picked(megan)] } },
			'remove from a list': { body: { ...list, RemoveMember: [picked(megan)] } },
			'add to a list': { body: { ...list, AddMember: [picked(lee)] } },
			'remove from a team': { body: { ...team, RemoveMember: [picked(adele)] } },
			'add an owner': { body: { ...team, AddOwner: [picked(lee)] } },
			'dynamic group': {
				body: { ...edit(group('Product Department'), 'Security'), AddMember: [picked(megan)] },
			},
			'synced group': {
				body: { ...edit(group('VPN Users'), 'Security'), AddMember: [picked(megan)] },
			},
			'unknown group': {
				body: {
					...security,
					groupId: { ...security.groupId, value: freshId },
					AddMember: [picked(megan)],
				},
			},
			nobody: { body: security },
			'own tenant by ID': {
				body: { ...security, tenantFilter: contoso.customerId, AddMember: [picked(lee)] },
			},
		},
	};
}
