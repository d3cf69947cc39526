import {
	change,
	choice,
	destroy,
	gone,
	inList,
	json,
	list,
	outcome,
	read,
	readBefore,
	resource,
	row,
	rows,
	softly,
	text,
	type DeclaredField,
} from '../vocabulary';
import { ipRange } from '../fields/ip-range';

const role = 'CIPP.SuperAdmin.ReadWrite';

const roleName = (label: string, wire: string, help: string): DeclaredField =>
	text(label, wire, { required: true, placeholder: 'e.g. helpdesk', help });

/** Both are taken off the role when they are left out, whatever kind of role it is. */
const limits: DeclaredField[] = [
	list('IP Ranges', 'IpRange', {
		optional: true,
		matches: ipRange,
		placeholder: 'e.g. 203.0.113.0/24',
		help: 'Addresses from which the role counts, e.g. 203.0.113.0/24, separated by commas. IPv6 without ::, with all eight groups. Left out, any address will do.',
	}),
	text('Entra Group ID', 'EntraGroup.value', {
		optional: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'Security group of the partner tenant whose members get the role. Left out, the present group loses it.',
	}),
	text('Entra Group Name', 'EntraGroup.label', {
		optional: true,
		placeholder: 'e.g. Helpdesk',
		help: 'Name of that group, as CIPP shall show it',
	}),
];

export const cippRole = resource('CIPP Role', 'cippRole', 'getMany', {
	getMany: read('ExecCustomRole', {
		name: 'Get Many',
		action: 'Get many CIPP roles',
		help: 'Lists built-in and custom roles with everything that Create or Replace takes. Without any custom role there is one row that says so.',
		role,
		does: '(none)',
		method: 'POST',
		tenant: null,
		fields: [],
		answer: rows(
			'RowKey',
			'Permissions',
			'AllowedTenants',
			'BlockedTenants',
			'BlockedEndpoints',
			'EntraGroup',
			'IPRange',
		),
	}),

	getPermissions: read('ExecAPIPermissionList', {
		name: 'Get Permissions',
		action: 'Get permissions of CIPP',
		help: 'Reads which endpoints each permission opens, by category and area',
		role: 'CIPP.SuperAdmin.Read',
		tenant: null,
		fields: [],
		answer: row('CIPP gave no permissions'),
	}),

	getManyGroups: read('ExecCustomRole', {
		name: 'Get Many Groups',
		action: 'Get many groups for CIPP roles',
		help: 'Lists security groups of the partner tenant, to whose members a role can be given',
		role,
		method: 'POST',
		tenant: null,
		fixed: { query: { Action: 'ListEntraGroups' } },
		fields: [],
		answer: rows('id', 'displayName', 'description', 'mail', 'membershipRule'),
	}),

	createOrReplace: change('ExecCustomRole', {
		name: 'Create or Replace',
		action: 'Create or replace CIPP role',
		help: 'Writes a custom role as a whole. Begin with the row of Get Many when changing one.',
		role,
		tenant: null,
		fixed: { query: { Action: 'AddUpdate' } },
		warns:
			'What is left out is gone from an existing role: blocks are lifted, and so is the limit to IP ranges',
		fields: [
			roleName(
				'Role Name',
				'RoleName',
				'Name in small letters. A custom role of this name is replaced.',
			),
			json('Permissions', 'Permissions', {
				required: true,
				notEmpty: true,
				placeholder: 'e.g. {"IdentityUser":"Identity.User.ReadWrite","CIPPCore":"CIPP.Core.Read"}',
				help: 'Object with a permission for each area, ending in Read, ReadWrite or None. Names are in Get Permissions.',
			}),
			json('Allowed Tenants', 'AllowedTenants', {
				required: true,
				notEmpty: true,
				placeholder: 'e.g. ["1c2d3e4f-0000-4000-8000-000000000000"]',
				tenants: { by: 'customerId', all: true, groups: true },
				help: 'List of domains or customer IDs, ["AllTenants"], or groups as {"type":"Group","value":"ID","label":"Name"}. An unknown tenant is refused.',
			}),
			json('Blocked Tenants', 'BlockedTenants', {
				optional: true,
				placeholder: 'e.g. ["1c2d3e4f-0000-4000-8000-000000000000"]',
				tenants: { by: 'customerId', groups: true },
				help: 'List like Allowed Tenants of what the role must not see. An unknown tenant is refused.',
			}),
			json('Permission Rules', 'PermissionRules', {
				name: 'permissionRules',
				optional: true,
				placeholder: 'e.g. {"Include":["Identity.*.Read"],"Exclude":["Identity.Role.*"]}',
				since: '10.9',
				help: 'Object with Include and Exclude, lists of permissions in which * stands for anything. They count instead of Permissions.',
			}),
			list('Blocked Endpoints', 'BlockedEndpoints', {
				optional: true,
				placeholder: 'e.g. ExecOffboardUser',
				help: 'Endpoints that the role must not call, separated by commas',
			}),
			...limits,
		],
		answer: outcome(),
		look: inList('getMany', { RowKey: '{RoleName}' }, { Permissions: softly('{Permissions}') }),
	}),

	limitBuiltIn: change('ExecCustomRole', {
		name: 'Limit Built-In Role',
		action: 'Limit built in CIPP role',
		help: 'Sets IP ranges and group of a built-in role anew, both together. Its permissions cannot be changed.',
		role,
		tenant: null,
		fixed: { query: { Action: 'AddUpdate' } },
		warns: 'Whoever is outside the IP ranges, this credential too, loses what the role gives',
		fields: [
			choice(
				'Built-In Role',
				'RoleName',
				[
					{ value: 'readonly', label: 'Readonly' },
					{ value: 'editor', label: 'Editor' },
					{ value: 'admin', label: 'Admin' },
					{ value: 'superadmin', label: 'Superadmin' },
				],
				{
					name: 'builtInRole',
					required: true,
					default: 'readonly',
					help: 'The role to limit. For superadmin CIPP ignores IP ranges and only takes the group.',
				},
			),
			...limits,
		],
		needsOneOf: ['IpRange', 'EntraGroup.value'],
		answer: outcome(),
	}),

	clone: change('ExecCustomRole', {
		name: 'Clone',
		action: 'Clone CIPP role',
		help: 'Copies a custom role with its IP ranges, but without its group. CIPP gives no reason when it fails.',
		role,
		tenant: null,
		fixed: { query: { Action: 'Clone' } },
		fields: [
			roleName('Role Name', 'RoleName', 'The custom role to copy'),
			roleName('New Role Name', 'NewRoleName', 'Name of the copy, one that is still free'),
		],
		answer: outcome(),
		look: inList('getMany', { RowKey: '{NewRoleName}' }),
	}),

	delete: destroy('ExecCustomRole', {
		name: 'Delete',
		action: 'Delete CIPP role',
		help: 'Removes a custom role with its IP ranges and group',
		role,
		tenant: null,
		fixed: { query: { Action: 'Delete' } },
		warns:
			'CIPP does not look whether people or API clients still have the role. They lose access.',
		fields: [
			roleName(
				'Role Name',
				'RoleName',
				'The RowKey column of Get Many, capitals included. An unknown one is an error.',
			),
		],
		answer: outcome(),
		look: readBefore(gone(inList('getMany', { RowKey: '{RoleName}' }))),
	}),
});
