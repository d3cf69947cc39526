import { read, resource, rows, toggle } from './vocabulary';

export const tenant = resource('Tenant', 'tenant', {
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
});
