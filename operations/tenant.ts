import { read, resource, toggle } from './vocabulary';

export const tenant = resource('Tenant', 'tenant', {
	getMany: read('ListTenants', {
		name: 'Get Many',
		action: 'Get many tenants',
		help: 'Lists the tenants that CIPP manages. Excluded tenants are not among them.',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [
			toggle('Include Offboarding Defaults', {
				wire: 'IncludeOffboardingDefaults',
				in: 'query',
				optional: true,
				help: 'Whether to add the offboarding choices that CIPP keeps for each tenant',
			}),
		],
		answer: {
			kind: 'rows',
			simple: [
				'customerId',
				'displayName',
				'defaultDomainName',
				'initialDomainName',
				'delegatedPrivilegeStatus',
				'GraphErrorCount',
				'LastGraphError',
				'LastRefresh',
				'offboardingDefaults',
			],
		},
	}),
});
