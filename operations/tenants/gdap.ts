import {
	butUnread,
	change,
	choice,
	destroy,
	forEach,
	gone,
	inList,
	inQuery,
	inSteps,
	json,
	nothing,
	number,
	outcome,
	read,
	readBefore,
	resource,
	row,
	rows,
	text,
	type DeclaredField,
} from '../vocabulary';

const role = 'Tenant.Relationship.ReadWrite';
const readRole = 'Tenant.Relationship.Read';
const guid = 'e.g. 1c2d3e4f-0000-4000-8000-000000000000';
const mappingExample =
	'e.g. [{"RoleName":"User Administrator","GroupName":"M365 GDAP User Administrator","GroupId":"1c2d3e4f-0000-4000-8000-000000000000","roleDefinitionId":"fe930be7-5e62-47db-91af-98c3a49a38b1"}]';

export const relationshipId = (
	wire: string,
	rest: Partial<DeclaredField> = { required: true },
): DeclaredField =>
	text('GDAP Relationship ID', wire, {
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000-5d6e7f80-0000-4000-8000-000000000000',
		help: 'ID of the relationship, from GDAP Relationship: Get Many',
		...rest,
		name: 'relationshipId',
	});

const pageSize = (): DeclaredField =>
	number('Page Size', '$top', {
		name: 'pageSize',
		optional: true,
		default: 300,
		help: 'Rows that CIPP asks Microsoft for at a time. All pages are read in any case.',
	});

export const gdapRelationship = resource('GDAP Relationship', 'gdapRelationship', 'getMany', {
	getMany: read('ListGDAPRelationships', {
		name: 'Get Many',
		action: 'Get many GDAP relationships',
		help: 'Lists the relationships through which your partner tenant reaches customers',
		role: readRole,
		tenant: null,
		fields: [
			relationshipId('id', {
				optional: true,
				help: 'Only this relationship. The filter does not count then.',
			}),
			text('OData Filter', '$filter', {
				name: 'odataFilter',
				optional: true,
				placeholder: "e.g. status eq 'active'",
				help: 'Only relationships that match this Microsoft Graph filter',
			}),
			pageSize(),
		],
		answer: rows(
			'id',
			'displayName',
			'status',
			'customer',
			'accessDetails',
			'createdDateTime',
			'activatedDateTime',
			'endDateTime',
			'duration',
			'autoExtendDuration',
		),
	}),

	terminate: destroy('ExecDeleteGDAPRelationship', {
		name: 'Terminate',
		action: 'Terminate GDAP relationship',
		help: 'Ends a relationship at Microsoft',
		role,
		tenant: null,
		warns: 'Access to the customer is lost and only comes back with a new invitation.',
		fields: [relationshipId('GDAPId', { required: true, in: 'query' })],
		answer: outcome(),
	}),

	autoExtend: change('ExecAutoExtendGDAP', {
		name: 'Enable Auto-Extend',
		action: 'Enable automatic extension of GDAP relationship',
		help: 'Has Microsoft prolong a relationship by 180 days each time. Refused while it holds the global administrator role.',
		role,
		tenant: null,
		fields: [relationshipId('ID', { required: true, in: 'query' })],
		answer: outcome(),
	}),

	removeGlobalAdmin: destroy('ExecGDAPRemoveGArole', {
		name: 'Remove Global Administrator',
		action: 'Remove global administrator from GDAP relationship',
		help: 'Takes that role out of an active relationship for good, after which it can extend itself',
		role,
		tenant: null,
		fields: [relationshipId('GDAPId', { required: true, in: 'query' })],
		answer: outcome({
			benign: [/does not contain/i],
			failing: [/^relationship status is currently/i, /unexpected error/i],
		}),
	}),

	getAssignments: read('ListGDAPAccessAssignments', {
		name: 'Get Access Assignments',
		action: 'Get access assignments of GDAP relationship',
		help: 'Lists which of your groups has which roles through a relationship. Look at status: deleted ones may be among them.',
		role: readRole,
		tenant: null,
		fields: [relationshipId('Id')],
		answer: rows(
			'id',
			'status',
			'group',
			'roles',
			'members',
			'createdDateTime',
			'modifiedDateTime',
		),
	}),

	resetAssignments: destroy('ExecGDAPAccessAssignment', {
		name: 'Reset Access Assignments',
		action: 'Reset access assignments of GDAP relationship',
		help: 'Makes the groups of a relationship the same as those of a role template',
		role,
		tenant: null,
		fixed: { body: { Action: 'ResetMappings' } },
		warns:
			'Assignments of other groups are deleted; if the groups of the template are missing in your partner tenant, all of them. A wrong relationship ID does nothing and reports success.',
		fields: [
			relationshipId('Id'),
			text('Role Template', 'RoleTemplateId', {
				required: true,
				placeholder: 'e.g. Default Roles',
				help: 'Name of the template, from GDAP Role Template: Get Many',
			}),
		],
		answer: outcome(),
	}),

	getContracts: read('ListGDAPContracts', {
		name: 'Get Contracts',
		action: 'Get contracts of partner',
		help: 'Lists the customers that have a contract with your partner tenant, with or without GDAP',
		role: readRole,
		tenant: null,
		fields: [pageSize()],
		answer: rows('id', 'customerId', 'contractType', 'defaultDomainName', 'displayName'),
	}),

	getPartners: read('ListPartnerRelationships', {
		name: 'Get Partners of Tenant',
		action: 'Get partners of tenant',
		help: 'Lists which other organizations a tenant trusts. A row whose CippStatus is not Good is a tenant that could not be read.',
		role: readRole,
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [],
		answer: rows(
			'Tenant',
			'tenantId',
			'TenantInfo',
			'isServiceProvider',
			'isInMultiTenantOrganization',
			'b2bCollaborationInbound',
			'b2bCollaborationOutbound',
			'inboundTrust',
			'CippStatus',
		),
	}),

	getResellerLink: read('ListResellerRelationshipLink', {
		name: 'Get Reseller Link',
		action: 'Get reseller link of partner',
		help: 'Builds the address where a customer accepts you as reseller. If inviteUrl is empty, inviteUrlError says why.',
		role: readRole,
		tenant: null,
		fields: [],
		answer: row('CIPP has no reseller link', 'inviteUrlError'),
	}),

	getServicePrincipals: read('ListGDAPServicePrincipals', {
		name: 'Get Apps of Partner or Vendor',
		action: 'Get apps of partner or vendor in tenant',
		help: 'Lists enterprise applications in a tenant that belong to your partner tenant, or to the vendors you name',
		role: readRole,
		tenant: inQuery(),
		fields: [
			text('Vendor Tenant IDs', 'vendorTenantIds', {
				optional: true,
				placeholder: guid,
				help: 'Tenant IDs of vendors, separated by commas. Acts only with Owner set to vendor.',
			}),
			choice(
				'Owner',
				'ownerType',
				[
					{ value: 'partner', label: 'Partner' },
					{ value: 'vendor', label: 'Vendor' },
				],
				{ optional: true, default: 'partner', help: 'Whose apps to list' },
			),
			number('Page Size', '$top', {
				name: 'pageSize',
				optional: true,
				default: 999,
				help: 'Rows that CIPP asks Microsoft for at a time',
			}),
		],
		answer: rows('id', 'displayName', 'appId', 'appOwnerOrganizationId'),
	}),
});

const inviteId = () =>
	text('Invite ID', 'InviteId', {
		required: true,
		placeholder: guid,
		help: 'RowKey of the invitation, from Get Many',
	});

const inviteReference = () =>
	text('Reference', 'Reference', {
		optional: true,
		placeholder: 'e.g. TICKET-4711',
		help: 'Note of your own, kept with the invitation',
	});

const inviteAnswer = outcome({
	keeps: { inviteUrl: 'Invite.InviteUrl', relationshipId: 'Invite.RowKey' },
});

export const gdapInvite = resource('GDAP Invite', 'gdapInvite', 'getMany', {
	getMany: read('ListGDAPInvite', {
		name: 'Get Many',
		action: 'Get many GDAP invites',
		help: 'Lists the invitations made in CIPP, with the link that the customer opens',
		role: readRole,
		tenant: null,
		fields: [relationshipId('RelationshipId', { optional: true, help: 'Only this invitation' })],
		answer: rows(
			'RowKey',
			'InviteUrl',
			'OnboardingUrl',
			'RoleMappings',
			'Technician',
			'Reference',
			'Timestamp',
		),
	}),

	create: change('ExecGDAPInvite', {
		name: 'Create',
		action: 'Create GDAP invite',
		help: 'Makes an invitation for two years. Read its link with Get Many afterwards: give a reference to find it again.',
		role,
		tenant: null,
		fixed: { body: { Action: 'Create' } },
		fields: [
			json('Role Mappings', 'roleMappings', {
				required: true,
				placeholder: mappingExample,
				help: 'Roles to ask for, as rows from GDAP Role: Get Many. With global administrator among them it cannot extend itself.',
			}),
			inviteReference(),
		],
		answer: inSteps(inviteAnswer, 'the invites in CIPP and in Partner Center'),
		look: inList('getMany', { RowKey: '{answer.relationshipId}' }),
	}),

	update: change('ExecGDAPInvite', {
		name: 'Update',
		action: 'Update GDAP invite',
		help: 'Changes the note on an invitation. An empty reference clears it.',
		role,
		tenant: null,
		fixed: { body: { Action: 'Update' } },
		fields: [inviteId(), inviteReference()],
		answer: inviteAnswer,
	}),

	delete: destroy('ExecGDAPInvite', {
		name: 'Delete',
		action: 'Delete GDAP invite',
		help: 'Removes an invitation from the list in CIPP. The link at Microsoft stays good.',
		role,
		tenant: null,
		fixed: { body: { Action: 'Delete' } },
		fields: [inviteId()],
		answer: inviteAnswer,
		look: readBefore(gone(inList('getMany', { RowKey: '{InviteId}' }))),
	}),

	mapAccepted: change('ExecGDAPInviteApproved', {
		name: 'Map Accepted',
		action: 'Map accepted GDAP invites',
		help: 'Has CIPP give the groups their roles for invitations that customers have accepted. Runs in the background, if there is anything to do.',
		role,
		actsEverywhere: true,
		tenant: null,
		fields: [],
		answer: outcome({ onlyQueues: true }),
	}),
});

const suffix = () =>
	text('Group Name Suffix', 'customSuffix', {
		optional: true,
		placeholder: 'e.g. Tier 2',
		help: 'Added to the names of the groups, to keep several sets apart',
	});

const intoTemplate = () =>
	text('Role Template', 'templateId', {
		name: 'roleTemplate',
		optional: true,
		placeholder: 'e.g. Default Roles',
		help: 'New template that takes up these roles. Naming an existing one most likely fails.',
	});

export const gdapRole = resource('GDAP Role', 'gdapRole', 'getMany', {
	getMany: read('ListGDAPRoles', {
		name: 'Get Many',
		action: 'Get many GDAP roles',
		help: 'Lists which group of your partner tenant stands for which role',
		role: readRole,
		tenant: null,
		fields: [],
		answer: rows('GroupName', 'GroupId', 'RoleName', 'roleDefinitionId'),
	}),

	getGroups: read('ExecAddGDAPRole', {
		name: 'Get Groups to Map',
		action: 'Get groups to map to GDAP roles',
		help: 'Lists the security groups of your partner tenant that a role can be mapped to. Changes nothing.',
		role,
		method: 'POST',
		tenant: null,
		fixed: { body: { Action: 'ListGroups' } },
		fields: [],
		answer: rows('id', 'displayName'),
	}),

	create: change('ExecAddGDAPRole', {
		name: 'Create Groups for Roles',
		action: 'Create groups for GDAP roles',
		help: 'Makes a group in your partner tenant for each role, named M365 GDAP and the role, and maps it',
		role,
		tenant: null,
		fixed: { body: { Action: 'AddRoleSimple' } },
		fields: [
			json('Roles', 'gdapRoles', {
				required: true,
				placeholder:
					'e.g. [{"value":"fe930be7-5e62-47db-91af-98c3a49a38b1","label":"User Administrator"}]',
				help: 'List of roles with role definition ID as value and role name as label',
			}),
			suffix(),
			intoTemplate(),
		],
		answer: outcome(),
	}),

	createDefaults: change('ExecAddGDAPRole', {
		name: 'Create Default Groups',
		action: 'Create default groups for GDAP roles',
		help: 'Makes and maps the groups for the 15 roles that CIPP recommends',
		role,
		tenant: null,
		fixed: { body: { Action: 'AddRoleSimple' } },
		fields: [suffix(), intoTemplate()],
		answer: inSteps(outcome(), 'the role mappings'),
	}),

	map: change('ExecAddGDAPRole', {
		name: 'Map to Existing Groups',
		action: 'Map GDAP roles to existing groups',
		help: 'Links roles to groups that you have. Unknown groups are skipped, even if CIPP then says that all mappings exist.',
		role,
		tenant: null,
		fixed: { body: { Action: 'AddRoleAdvanced' } },
		fields: [
			json('Mappings', 'mappings', {
				required: true,
				placeholder:
					'e.g. [{"GroupId":"1c2d3e4f-0000-4000-8000-000000000000","RoleName":"User Administrator","roleDefinitionId":"fe930be7-5e62-47db-91af-98c3a49a38b1"}]',
				help: 'List of objects with group ID, role name and role definition ID',
			}),
		],
		answer: inSteps(
			outcome({ failing: [/^All role mappings already exist/i] }),
			'the role mappings',
		),
		look: forEach(
			'mappings',
			inList('getMany', { GroupId: '{each.GroupId}', RoleName: '{each.RoleName}' }),
		),
	}),

	deleteMapping: destroy('ExecDeleteGDAPRoleMapping', {
		name: 'Delete Mapping',
		action: 'Delete mapping of GDAP role',
		help: 'Makes CIPP forget which role a group stands for. Group and relationships stay.',
		role,
		tenant: null,
		fields: [
			text('Group ID', 'GroupId', {
				name: 'mappedGroupId',
				in: 'query',
				required: true,
				placeholder: guid,
				help: 'Object ID of the group, from Get Many',
			}),
		],
		answer: outcome(),
		look: readBefore(gone(inList('getMany', { GroupId: '{GroupId}' }))),
	}),

	repair: change('ExecGDAPRepairRoleMappings', {
		name: 'Repair Mappings',
		action: 'Repair mappings of GDAP roles',
		help: 'Points mappings and templates at the groups that exist now. Groups that are missing are reported, not made.',
		role,
		tenant: null,
		fields: [],
		answer: inSteps(outcome(), 'the role mappings'),
	}),
});

const templateName = (label: string) =>
	text(label, 'TemplateId', {
		name: 'roleTemplateName',
		required: true,
		placeholder: 'e.g. Default Roles',
		help: 'Name of the template, which is its ID as well',
	});

const mappings = () =>
	json('Role Mappings', 'RoleMappings', {
		required: true,
		placeholder: mappingExample,
		help: 'All roles of the template, as rows from GDAP Role: Get Many',
	});

export const gdapRoleTemplate = resource('GDAP Role Template', 'gdapRoleTemplate', 'getMany', {
	getMany: read('ExecGDAPRoleTemplate', {
		name: 'Get Many',
		action: 'Get many GDAP role templates',
		help: 'Lists the sets of roles for invitations. Needs the right to change, though it only reads.',
		role,
		does: '(none)',
		method: 'POST',
		tenant: null,
		fields: [
			text('Template Name', 'TemplateId', {
				name: 'onlyTemplate',
				in: 'query',
				optional: true,
				placeholder: 'e.g. Default Roles',
				help: 'Only this template',
			}),
		],
		answer: butUnread(rows('TemplateId', 'RoleMappings'), {
			TemplateId: nothing,
			RoleMappings: nothing,
		}),
	}),

	create: change('ExecGDAPRoleTemplate', {
		name: 'Create',
		action: 'Create GDAP role template',
		help: 'Stores a set of roles under a new name. For a name that exists use Update.',
		role,
		tenant: null,
		fixed: { query: { Action: 'Add' } },
		omits: {
			GroupId: 'a single mapping; RoleMappings holds one or more',
			GroupName: 'likewise',
			RoleName: 'likewise',
			roleDefinitionId: 'likewise',
		},
		fields: [templateName('Template Name'), mappings()],
		answer: outcome(),
		look: inList('getMany', { TemplateId: '{TemplateId}' }),
	}),

	update: change('ExecGDAPRoleTemplate', {
		name: 'Update',
		action: 'Update GDAP role template',
		help: 'Replaces the roles of a template, and renames it if wanted',
		role,
		tenant: null,
		fixed: { query: { Action: 'Edit' } },
		warns:
			'When renaming, a template that already has the new name is overwritten without a question.',
		fields: [
			templateName('Template Name'),
			mappings(),
			text('Old Name', 'OriginalTemplateId', {
				optional: true,
				placeholder: 'e.g. Old Roles',
				help: 'Present name, if Template Name is a new one',
			}),
		],
		answer: outcome(),
	}),

	delete: destroy('ExecGDAPRoleTemplate', {
		name: 'Delete',
		action: 'Delete GDAP role template',
		help: 'Removes a set of roles from CIPP. Relationships made from it stay.',
		role,
		tenant: null,
		fixed: { query: { Action: 'Delete' } },
		fields: [templateName('Template Name')],
		answer: outcome(),
		look: readBefore(gone(inList('getMany', { TemplateId: '{TemplateId}' }))),
	}),
});
