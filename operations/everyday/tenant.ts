import {
	change,
	destroy,
	inQuery,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	toggle,
} from '../vocabulary';

export const tenant = resource('Tenant', 'tenant', 'getMany', {
	getMany: read('ListTenants', {
		name: 'Get Many',
		action: 'Get many tenants',
		help: 'Lists the tenants that CIPP manages. Excluded tenants are not among them.',
		role: 'CIPP.Core.Read',
		does: '(list)',
		tenant: null,
		omits: {
			TenantFilter: 'lists all tenants; Tenant: Get reads one',
			AllTenantSelector: 'adds a row that is no tenant',
			Mode: 'only adds links to portals',
		},
		fields: [
			toggle('Include Offboarding Defaults', 'IncludeOffboardingDefaults', {
				optional: true,
				help: 'Whether to add the offboarding choices that CIPP keeps for each tenant',
			}),
		],
		answer: rows(
			'customerId',
			'displayName',
			'defaultDomainName',
			'initialDomainName',
			'delegatedPrivilegeStatus',
			'GraphErrorCount',
			'LastGraphError',
			'LastRefresh',
			'offboardingDefaults',
		),
	}),

	get: read('ListTenantDetails', {
		name: 'Get',
		action: 'Get tenant',
		help: 'Reads the organization data of one tenant, with its custom properties and tenant groups in CIPP',
		role: 'CIPP.Core.Read',
		tenant: inQuery(),
		fields: [],
		answer: row('CIPP knows no such tenant'),
	}),

	getGroups: read('ListTenantGroups', {
		name: 'Get Tenant Groups',
		action: 'Get groups of tenants',
		help: 'Lists the groups into which tenants are sorted in CIPP, with their members',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [
			text('Tenant Group ID', 'groupId', {
				name: 'tenantGroupId',
				optional: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'Only this group. Empty lists all of them.',
			}),
			toggle('Include Usage', 'includeUsage', {
				optional: true,
				help: 'Whether to add where CIPP uses each group, such as in standards or tasks',
			}),
		],
		answer: rows(
			'Id',
			'Name',
			'Description',
			'GroupType',
			'RuleLogic',
			'DynamicRules',
			'ExcludePartnerTenant',
			'Members',
			'Usage',
		),
	}),

	refreshList: change('ListTenants', {
		name: 'Refresh List',
		action: 'Refresh list of tenants',
		help: 'Has CIPP read the list of its tenants again, in the background, and resets their error counters. Returns the list as it is now.',
		role: 'CIPP.Core.Read',
		does: 'TriggerRefresh',
		method: 'GET',
		tenant: null,
		fixed: { query: { TriggerRefresh: 'true' } },
		omits: { TenantFilter: 'does nothing for a domain name' },
		fields: [],
		answer: {
			...rows(
				'customerId',
				'displayName',
				'defaultDomainName',
				'initialDomainName',
				'delegatedPrivilegeStatus',
				'GraphErrorCount',
				'LastGraphError',
				'LastRefresh',
			),
			onlyQueues: true,
		},
	}),

	clearList: change('ListTenants', {
		name: 'Clear List',
		action: 'Clear list of tenants',
		help: 'Empties the list of tenants in CIPP and has it built anew, in the background',
		role: 'CIPP.Core.Read',
		does: 'ClearCache',
		tenant: null,
		fixed: { body: { ClearCache: true, TenantsOnly: true } },
		warns:
			'Until the list is there again CIPP knows no tenant: other calls fail, or report success and do nothing.',
		omits: { TenantFilter: 'clears the whole list' },
		fields: [],
		answer: outcome({ onlyQueues: true }),
	}),

	clearAllCaches: destroy('ListTenants', {
		name: 'Clear All Caches',
		action: 'Clear all caches of tenants',
		help: 'Empties every cache of CIPP, not only the list of tenants',
		role: 'CIPP.Core.Read',
		does: 'ClearCache with TenantsOnly=false',
		tenant: null,
		fixed: { body: { ClearCache: true, TenantsOnly: false } },
		warns:
			'Also drops audit logs that wait to be processed, deployments that wait to be sent, and results of the domain analyser. Until the tenant list is there again CIPP knows no tenant.',
		omits: { TenantFilter: 'clears everything' },
		fields: [],
		answer: outcome({ onlyQueues: true }),
	}),
});
