import { organizationResource } from '../../microsoft/graph/resources.mts';
import { allowedIds } from '../http/access.mts';
import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { tenantNamed } from '../../microsoft/state/lookup.mts';
import type { Tenant } from '../tenant.mts';

export const tenantEndpoints: Endpoint[] = [
	{ name: 'ListTenants', role: 'CIPP.Core.Read', anyTenant: true, answer: listTenants },
	{ name: 'ListTenantDetails', role: 'CIPP.Core.Read', answer: tenantDetails },
];

function listTenants(call: Call): Answer {
	const { instance, query } = call;
	const filter = query.get('tenantFilter');
	const allowed = allowedIds(call);
	const all = instance.listedTenants().filter(({ customerId }) => allowed.includes(customerId));
	const wanted =
		filter && filter.toLowerCase() !== 'alltenants'
			? all.filter((tenant) => tenant === tenantNamed(all, filter))
			: all;
	const withDefaults = query.isTrue('IncludeOffboardingDefaults');
	const rows = wanted
		.map((tenant) => tenantRow(tenant, withDefaults))
		.sort((a, b) => String(a.displayName).localeCompare(String(b.displayName)));
	const isWholeList =
		filter === undefined || filter === 'null' || query.get('Mode')?.toLowerCase() === 'tenantlist';
	const answer =
		isWholeList && query.isTrue('AllTenantSelector')
			? [allTenantsRow(withDefaults), ...rows]
			: rows;
	return ok(query.get('Mode')?.toLowerCase() === 'tenantlist' ? answer.map(withPortals) : answer);
}

function allTenantsRow(withDefaults: boolean): Record<string, unknown> {
	return {
		customerId: 'AllTenants',
		defaultDomainName: 'AllTenants',
		displayName: '*All Tenants',
		domains: 'AllTenants',
		GraphErrorCount: 0,
		...(withDefaults ? { offboardingDefaults: null } : {}),
	};
}

function tenantRow(tenant: Tenant, withDefaults: boolean): Record<string, unknown> {
	return {
		PartitionKey: 'Tenants',
		RowKey: tenant.customerId,
		customerId: tenant.customerId,
		displayName: tenant.isPartner ? '*Partner Tenant' : tenant.displayName,
		defaultDomainName: tenant.defaultDomainName,
		initialDomainName: tenant.initialDomainName,
		relationshipEnd: tenant.isPartner ? '' : '2027-01-31T00:00:00Z',
		relationshipCount: tenant.isPartner ? 0 : 1,
		hasAutoExtend: !tenant.isPartner,
		delegatedPrivilegeStatus: tenant.isPartner
			? 'directTenant'
			: 'granularDelegatedAdminPrivileges',
		domains: '',
		Excluded: false,
		ExcludeUser: '',
		ExcludeDate: '',
		GraphErrorCount: 0,
		LastGraphError: '',
		RequiresRefresh: false,
		LastRefresh: '2025-03-03T00:00:00Z',
		Timestamp: '2025-03-03T00:00:00Z',
		ETag: `W/"datetime'2025-03-03T00%3A00%3A00Z'"`,
		...(withDefaults ? { offboardingDefaults: tenant.offboardingDefaults } : {}),
	};
}

function withPortals(row: Record<string, unknown>): Record<string, unknown> {
	return {
		...row,
		portal_m365: `https://admin.cloud.microsoft/?delegatedOrg=${row.initialDomainName}`,
		portal_exchange: `https://admin.cloud.microsoft/exchange?delegatedOrg=${row.initialDomainName}`,
		portal_entra: `https://entra.microsoft.com/${row.defaultDomainName}`,
		portal_teams: `https://admin.teams.microsoft.com?delegatedOrg=${row.initialDomainName}`,
		portal_azure: `https://portal.azure.com/${row.defaultDomainName}`,
		portal_intune: `https://intune.microsoft.com/${row.defaultDomainName}`,
		portal_security: `https://security.microsoft.com/?tid=${row.customerId}`,
	};
}

function tenantDetails({ instance, query }: Call): Answer {
	const tenant = instance.managedTenant(query.get('tenantFilter'));
	if (!tenant)
		return failed(500, instance.refusal(query.get('tenantFilter') ?? '', 'Graph request'));
	return ok({ ...organizationResource(tenant), customProperties: {}, Groups: [] });
}
