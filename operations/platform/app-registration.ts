import { change, destroy, json, list, outcome, read, resource, row, tenants } from '../vocabulary';

const role = 'CIPP.SuperAdmin.ReadWrite';

export const appRegistration = resource('App Registration', 'appRegistration', 'getPermissions', {
	getPermissions: read('ExecSAMAppPermissions', {
		name: 'Get Permissions',
		action: 'Get permissions of app registration',
		help: 'Reads the permissions of the app with which CIPP reaches all tenants: built-in, added, and missing ones',
		role,
		does: '(none)',
		method: 'POST',
		tenant: null,
		fields: [],
		answer: row('CIPP gave no permissions'),
	}),

	setPermissions: destroy('ExecSAMAppPermissions', {
		name: 'Replace Added Permissions',
		action: 'Replace added permissions of app registration',
		help: 'Stores the permissions to have beyond the built-in ones. They take effect with a permissions check and CIPP Instance: Refresh Permissions.',
		role,
		tenant: null,
		fixed: { query: { Action: 'Update' } },
		warns: 'Permissions that were added before and are not given here are dropped',
		fields: [
			json('Permissions', 'Permissions', {
				name: 'appPermissions',
				required: true,
				notEmpty: true,
				placeholder:
					'e.g. {"00000003-0000-0000-c000-000000000000":{"applicationPermissions":[],"delegatedPermissions":[]}}',
				help: 'Object by application ID of the API. Its lists hold permissions in the way AdditionalPermissions of Get Permissions shows them; those without an ID are skipped.',
			}),
		],
		answer: outcome({ done: [/^Permissions updated\b/i] }),
	}),

	resetPermissions: destroy('ExecSAMAppPermissions', {
		name: 'Reset Permissions',
		action: 'Reset permissions of app registration',
		help: 'Forgets all added permissions, so that only the built-in ones are left',
		role,
		tenant: null,
		fixed: { query: { Action: 'Reset' } },
		warns: 'What works in CIPP only thanks to an added permission stops working',
		fields: [],
		answer: outcome({ done: [/^Permissions reset\b/i] }),
	}),

	getRoles: read('ExecSAMRoles', {
		name: 'Get Admin Roles',
		action: 'Get admin roles of app registration',
		help: "Reads which Entra roles CIPP's app is to have, and in which tenants",
		role,
		does: '(none)',
		method: 'POST',
		tenant: null,
		omits: { Tenants: 'are only stored by Replace Admin Roles' },
		fields: [],
		answer: row('CIPP gave no roles'),
	}),

	setRoles: change('ExecSAMRoles', {
		name: 'Replace Admin Roles',
		action: 'Replace admin roles of app registration',
		help: "Decides which Entra roles CIPP's app gets and in which tenants. It gets them with the next refresh of permissions, and keeps those that are taken off the list.",
		role,
		tenant: null,
		fixed: { query: { Action: 'Update' } },
		omits: { Tenants: 'several tenants by customer ID, so they are a field of their own' },
		fields: [
			list('Admin Roles', 'Roles', {
				form: 'labelValues',
				required: true,
				notEmpty: true,
				placeholder: 'e.g. 29232cdf-9323-42fd-ade2-1d097af3e4de',
				help: 'Template IDs of Entra roles, separated by commas, or a list of objects with value and label, each label once',
			}),
			tenants(
				'Tenants',
				'Tenants',
				{ by: 'customerId', all: true, worksOn: true },
				{
					required: true,
					placeholder: 'e.g. contoso.com, fabrikam.com',
					help: 'Domains or customer IDs separated by commas, or AllTenants. An unknown one is refused.',
				},
			),
		],
		answer: outcome(),
	}),

	addMigrationPrincipal: change('ExecAddSPN', {
		name: 'Add GDAP Migration Principal',
		action: 'Add GDAP migration principal for app registration',
		help: "Adds Microsoft's service principal for GDAP migrations to the partner tenant. Needed once at most, and an error if it is there.",
		role: 'Tenant.Administration.ReadWrite',
		tenant: null,
		fields: [],
		answer: outcome(),
	}),
});
