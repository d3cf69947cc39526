import { theSite } from './site';
import {
	type Worse,
	change,
	choice,
	destroy,
	inBody,
	inQuery,
	inSteps,
	json,
	list,
	onOff,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	theUser,
	toggle,
} from '../vocabulary';

const replacing: Worse[] = [
	{ effect: 'destroy', when: 'Mode is Replace', sent: { Mode: /replace/i } },
];

const libraryId = text('Library ID', 'ListId', {
	name: 'libraryId',
	optional: true,
	placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
	help: 'ID of a document library from Site: Get Libraries. Left out, the whole site is meant.',
});

const requiredLibraryId = text('Library ID', 'ListId', {
	name: 'libraryId',
	required: true,
	placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
	help: 'ID of the document library, the column ID of Site: Get Libraries',
});

const howToGrant = [
	choice(
		'Permission Level',
		'PermissionLevel',
		[
			{ value: 'read', label: 'Read' },
			{ value: 'contribute', label: 'Contribute', help: 'Add, change and delete files' },
			{ value: 'edit', label: 'Edit', help: 'As Contribute, and manage lists' },
			{ value: 'design', label: 'Design' },
			{ value: 'fullControl', label: 'Full Control' },
		],
		{ required: true, default: 'read', help: 'What will be allowed' },
	),
	libraryId,
	text('Role Definition ID', 'RoleDefinitionId', {
		optional: true,
		placeholder: 'e.g. 1073741826',
		help: 'Another permission level, by its number from Site Permission: Get Many Levels. It wins over Permission Level.',
	}),
	choice(
		'Mode',
		'Mode',
		[
			{ value: 'Add', label: 'Add', help: 'Levels that are there already stay' },
			{
				value: 'Replace',
				label: 'Replace',
				help: 'Other levels are removed first. If adding then fails, nothing is left.',
			},
		],
		{ optional: true, default: 'Add', help: 'What happens to levels that are there already' },
	),
];

const onlyForTheAnswer = {
	LibraryName: 'only appears in the answer',
	PrincipalName: 'only appears in the answer',
};

const otherActions = {
	SiteId: 'CIPP finds it by the URL',
	ListId: 'only for permissions of libraries, which are operations of their own',
	LibraryName: 'only appears in the answer',
	PrincipalName: 'only appears in the answer',
	Title: 'only appears in the answer',
	GroupName: 'only appears in the answer',
	PermissionLevel: 'Grant to Users and Grant to Groups have it',
	RoleDefinitionId: 'Grant to Users and Grant to Groups have it',
	Groups: 'only users can be put into a group of a site here',
	PrincipalId: 'the user principal name names the person as well',
	userPrincipalName: 'another name for Users',
	CopyRoleAssignments: 'Break Inheritance has it',
	ClearSubscopes: 'Break Inheritance has it',
	GrantAccess: 'Grant to Users, to Groups and to Principal do the same',
	ReplaceAccess: 'Grant to Users and Grant to Groups with the mode Replace do the same',
	RemoveAccess: 'Remove does the same',
	AddSiteAdmin: 'Add Admin of Site does the same',
	RemoveSiteAdmin: 'Remove Admin of Site does the same',
	BreakInheritance: 'an operation of its own, on every version',
	RestoreInheritance: 'an operation of its own, on every version',
};

const groupOfSite = [
	theSite(),
	text('Site Group ID', 'GroupId', {
		name: 'siteGroupId',
		required: true,
		placeholder: 'e.g. 7',
		help: 'Number of the group, such as Members, from the column sharePointGroups of Site Permission: Get Everything. Each site has its own numbers.',
	}),
	list('Users', 'Users', {
		form: 'labelValues',
		required: true,
		placeholder: 'e.g. jane@contoso.com',
		help: 'User principal names. Separate several with commas.',
	}),
];

const inheritanceWarning =
	'A library that has the permissions of its site gets a copy of them first and is on its own from then on';

export const sitePermission = resource('Site Permission', 'sitePermission', 'get', {
	get: read('ListSitePermissions', {
		name: 'Get',
		action: 'Get site permissions',
		help: 'Reads who has which permission level on a site or one of its libraries',
		role: 'Sharepoint.Site.Read',
		tenant: inQuery(),
		fields: [theSite(), libraryId],
		answer: row('There is no such site or library'),
	}),

	getEverything: read('ListSiteBrowserPermissions', {
		name: 'Get Everything',
		action: 'Get every permission of site',
		help: 'Reads admins, groups with their members, levels and apps of a site or library in one item. What could not be read stands in the column Errors.',
		since: '10.9',
		role: 'Sharepoint.Site.Read',
		tenant: inQuery(),
		omits: { SiteId: 'CIPP finds it by the URL' },
		fields: [theSite(), libraryId],
		answer: row('There is no such site or library'),
	}),

	getReport: read('ListSharePointPermissions', {
		name: 'Get Report',
		action: 'Get site permission report',
		help: 'Reads the permissions of all sites as CIPP stored them at its last sync. Only zeros and permissionsSynced false mean that there was no sync yet.',
		role: 'Sharepoint.Site.Read',
		tenant: inQuery(),
		fields: [],
		answer: row('CIPP has no such report'),
	}),

	getUserAccess: read('ListSiteUserAccess', {
		name: 'Get User Access',
		action: 'Get user access to site',
		help: 'Reads whether and by which ways a user gets into a site or library. A hint rather than proof: some ways are missed, and group owners are not told from members.',
		role: 'Sharepoint.Site.Read',
		tenant: inQuery(),
		fields: [
			theSite(),
			theUser('UserPrincipalName', {
				help: 'The user: choose one, or give the user principal name. A guest has to be given by object ID.',
			}),
			libraryId,
		],
		answer: row('There is no such user or site'),
	}),

	getManyLevels: read('ListSiteRoleDefinitions', {
		name: 'Get Many Levels',
		action: 'Get many site permission levels',
		help: 'Lists the permission levels of a site, built-in and own ones, with the numbers that grants ask for',
		role: 'Sharepoint.Site.Read',
		tenant: inQuery(),
		fields: [
			theSite(),
			toggle('Include Unassignable', 'IncludeUnassignable', {
				optional: true,
				help: 'Whether to add hidden levels and Limited Access, which nobody can be given',
			}),
		],
		answer: rows('Id', 'Name', 'Description', 'RoleTypeKind', 'IsCustom'),
	}),

	grantToUsers: change('ExecSetLibraryPermission', {
		name: 'Grant to Users',
		action: 'Grant site permission to users',
		help: 'Gives users a permission level on a site or library',
		role: 'Sharepoint.Site.ReadWrite',
		worse: replacing,
		tenant: inBody(),
		warns: inheritanceWarning,
		omits: onlyForTheAnswer,
		fields: [
			theSite(),
			list('Users', 'Users', {
				form: 'labelValues',
				required: true,
				placeholder: 'e.g. jane@contoso.com',
				help: 'User principal names. Separate several with commas.',
			}),
			...howToGrant,
		],
		answer: inSteps(
			outcome(),
			'the permissions of the library, which may have become its own instead of those of the site',
		),
	}),

	grantToGroups: change('ExecSetLibraryPermission', {
		name: 'Grant to Groups',
		action: 'Grant site permission to groups',
		help: 'Gives security or Microsoft 365 groups a permission level on a site or library',
		role: 'Sharepoint.Site.ReadWrite',
		worse: replacing,
		tenant: inBody(),
		warns: inheritanceWarning,
		omits: onlyForTheAnswer,
		fields: [
			theSite(),
			json('Groups', 'Groups', {
				required: true,
				placeholder:
					'e.g. [{"value":"1c2d3e4f-0000-4000-8000-000000000000","label":"Sales","addedFields":{"groupTypes":["Unified"]}}]',
				help: 'List of groups with their object ID as value. Keep addedFields for a Microsoft 365 group and leave it out for a security group; otherwise the group is not found.',
			}),
			...howToGrant,
		],
		answer: inSteps(
			outcome(),
			'the permissions of the library, which may have become its own instead of those of the site',
		),
	}),

	grantToPrincipal: change('ExecSetLibraryPermission', {
		name: 'Grant to Principal',
		action: 'Grant site permission to principal',
		help: 'Gives a permission level to someone, or a SharePoint group, that the site already knows',
		role: 'Sharepoint.Site.ReadWrite',
		worse: replacing,
		tenant: inBody(),
		warns: inheritanceWarning,
		omits: onlyForTheAnswer,
		fields: [
			theSite(),
			text('Principal ID', 'PrincipalId', {
				required: true,
				placeholder: 'e.g. 7',
				help: 'The number in PrincipalId of Site Permission: Get. Each site has its own numbers.',
			}),
			...howToGrant,
		],
		answer: inSteps(
			outcome(),
			'the permissions of the library, which may have become its own instead of those of the site',
		),
	}),

	remove: destroy('ExecRemoveLibraryPermission', {
		name: 'Remove',
		action: 'Remove site permission',
		help: 'Takes permission levels on a site or library away from a user or group',
		role: 'Sharepoint.Site.ReadWrite',
		tenant: inBody(),
		warns: inheritanceWarning,
		omits: { ...onlyForTheAnswer, Title: 'only appears in the answer' },
		fields: [
			theSite(),
			text('Principal ID', 'PrincipalId', {
				required: true,
				placeholder: 'e.g. 7',
				help: 'The number in PrincipalId of Site Permission: Get. Each site has its own numbers.',
			}),
			libraryId,
			text('Level to Remove', 'RoleDefinitionId', {
				name: 'levelToRemove',
				optional: true,
				placeholder: 'e.g. 1073741826',
				help: 'Only this level: the number in RoleDefinitionId of Site Permission: Get. Left out, every level goes.',
			}),
		],
		answer: inSteps(
			outcome(),
			'the permissions of the library, which may have become its own instead of those of the site',
		),
	}),

	breakInheritance: change('ExecSetLibraryInheritance', {
		name: 'Break Inheritance',
		action: 'Break site permission inheritance',
		help: 'Gives a library permissions of its own, apart from those of the site',
		role: 'Sharepoint.Site.ReadWrite',
		worse: [
			{
				effect: 'destroy',
				when: 'Copy Present Permissions is off',
				sent: { CopyRoleAssignments: /^(?!true$)/i },
			},
			{
				effect: 'destroy',
				when: 'Clear Permissions Inside is on',
				sent: { ClearSubscopes: /true/i },
			},
		],
		tenant: inBody(),
		fixed: { body: { Action: 'Break' } },
		omits: { LibraryName: 'only appears in the answer' },
		fields: [
			theSite(),
			requiredLibraryId,
			onOff('Copy Present Permissions', 'CopyRoleAssignments', {
				required: true,
				default: true,
				help: 'Whether everyone who gets in now still does. Off leaves only the site collection admins.',
			}),
			toggle('Clear Permissions Inside', 'ClearSubscopes', {
				optional: true,
				help: 'Whether to discard own permissions of folders and files in the library. They cannot be brought back.',
			}),
		],
		answer: outcome(),
	}),

	resetInheritance: destroy('ExecSetLibraryInheritance', {
		name: 'Reset Inheritance',
		action: 'Reset site permission inheritance',
		help: 'Makes a library follow the permissions of its site again and discards its own',
		role: 'Sharepoint.Site.ReadWrite',
		tenant: inBody(),
		fixed: { body: { Action: 'Reset' } },
		omits: { LibraryName: 'only appears in the answer' },
		fields: [theSite(), requiredLibraryId],
		answer: outcome(),
	}),

	addToGroup: change('ExecSiteBrowserPermissions', {
		name: 'Add to Site Group',
		action: 'Add users to site group',
		help: 'Puts users into a group of a site, such as its members or visitors',
		since: '10.9',
		role: 'Sharepoint.Site.ReadWrite',
		does: 'AddGroupMember',
		tenant: inBody(),
		fixed: { body: { Action: 'AddGroupMember' } },
		omits: otherActions,
		fields: groupOfSite,
		answer: outcome({ partly: [/^Successfully\b.*\bFailed for\b/i] }),
		cannotLook: 'Get Everything shows the members of each group of the site',
	}),

	removeFromGroup: change('ExecSiteBrowserPermissions', {
		name: 'Remove From Site Group',
		action: 'Remove users from site group',
		help: 'Takes users out of a group of a site. They may still get in another way.',
		since: '10.9',
		role: 'Sharepoint.Site.ReadWrite',
		does: 'RemoveGroupMember',
		tenant: inBody(),
		fixed: { body: { Action: 'RemoveGroupMember' } },
		fields: groupOfSite,
		answer: outcome({ partly: [/^Successfully\b.*\bFailed for\b/i] }),
		cannotLook: 'Get Everything shows the members of each group of the site',
	}),

	removeApp: destroy('ExecSiteBrowserPermissions', {
		name: 'Remove App Access',
		action: 'Remove access of app to site',
		help: 'Takes away what an app was allowed on this one site (Sites.Selected)',
		since: '10.9',
		role: 'Sharepoint.Site.ReadWrite',
		does: 'RemoveGraphSitePermission',
		tenant: inBody(),
		fixed: { body: { Action: 'RemoveGraphSitePermission' } },
		fields: [
			theSite(),
			text('App Permission ID', 'PermissionId', {
				name: 'appPermissionId',
				required: true,
				placeholder: 'e.g. aTowaS50fG1zLnNwLmV4dHwx',
				help: 'The permissionId in the column graphSitePermissions of Site Permission: Get Everything',
			}),
		],
		answer: outcome(),
		cannotLook: 'Get Everything shows which apps are left',
	}),
});
