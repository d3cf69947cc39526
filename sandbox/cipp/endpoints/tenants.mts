import { tenantNamed } from '../../microsoft/state/lookup.mts';
import { allowedIds } from '../http/access.mts';
import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import { textParameter, type Call } from '../http/call.mts';
import { isTrue, read } from '../loose-json.mts';
import { Requests, wordsOf } from '../requests.mts';
import type { Tenant } from '../tenant.mts';

export const tenantEndpoints: Endpoint[] = [
	{ name: 'ListTenants', role: 'CIPP.Core.Read', anyTenant: true, answer: listTenants },
	{
		name: 'ExecExchangeRoleRepair',
		role: 'CIPP.AppSettings.ReadWrite',
		answer: repairExchangeRoles,
	},
	{ name: 'ListTenantDetails', role: 'CIPP.Core.Read', answer: tenantDetails },
];

function listTenants(call: Call): Answer {
	const { instance, query } = call;
	if (isTrue(read(call.body, 'ClearCache'))) return clearCache(call);
	const filter = query.get('tenantFilter');
	const allowed = allowedIds(call);
	const all = instance.listedTenants().filter(({ customerId }) => allowed.includes(customerId));
	const wanted =
		filter && filter.toLowerCase() !== 'alltenants'
			? all.filter((tenant) => tenant === instance.managedTenant(filter))
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

/** How long the refresh takes that fills the table again. */
const refreshMilliseconds = 60_000;

function clearCache({ instance, body }: Call): Answer {
	const count = instance.forgetTenants(refreshMilliseconds);
	const isAll = !isTrue(read(body, 'TenantsOnly'));
	return ok({
		Results: [{ Results: 'Cache has been cleared and a tenant refresh is queued.' }],
		Metadata: {
			Details: [
				`Removed ${count} tenants`,
				...(isAll ? ['Clearing all cached table data'] : []),
				'Cache cleanup complete',
			],
		},
	});
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
		domains: tenant.isPartner ? 'PartnerTenant' : '',
		Excluded: false,
		ExcludeUser: '',
		ExcludeDate: '',
		GraphErrorCount: tenant.graphErrorCount,
		LastGraphError: tenant.lastGraphError,
		RequiresRefresh: false,
		LastRefresh: '2025-03-03T00:00:00.0000000+00:00',
		Timestamp: '2025-03-03T00:00:00.0000000+00:00',
		ETag: `W/"datetime'2025-03-03T00%3A00%3A00Z'"`,
		...(withDefaults ? { offboardingDefaults: tenant.offboardingDefaults } : {}),
	};
}

function withPortals(row: Record<string, unknown>): Record<string, unknown> {
	return {
		...row,
		portal_m365: `https://admin.cloud.microsoft/?delegatedOrg=${row.initialDomainName ?? ''}`,
		portal_exchange: `https://admin.cloud.microsoft/exchange?delegatedOrg=${row.initialDomainName ?? ''}`,
		portal_entra: `https://entra.microsoft.com/${row.defaultDomainName}`,
		portal_teams: `https://admin.teams.microsoft.com?delegatedOrg=${row.initialDomainName ?? ''}`,
		portal_azure: `https://portal.azure.com/${row.defaultDomainName}`,
		portal_intune: `https://intune.microsoft.com/${row.defaultDomainName}`,
		portal_security: `https://security.microsoft.com/?tid=${row.customerId}`,
		portal_compliance: `https://purview.microsoft.com/?tid=${row.customerId}`,
		portal_sharepoint: `/api/ListSharePointAdminUrl?tenantFilter=${row.defaultDomainName}`,
		portal_platform: `https://admin.powerplatform.microsoft.com/account/login/${row.customerId}`,
		portal_bi: `https://app.powerbi.com/admin-portal?ctid=${row.customerId}`,
	};
}

/** For a tenant that CIPP does not find, its helpers take the partner's own. Always 200; what failed is a state. */
function repairExchangeRoles(call: Call): Answer {
	const { instance } = call;
	const tenant = instance.foundTenant(textParameter(call, 'tenantId')) ?? instance.partner;
	try {
		return ok(repaired(tenant, instance.placeFor(tenant.customerId).ask));
	} catch (error) {
		const resultText = `Exchange Organization Management role repair failed: ${wordsOf(error)}`;
		return ok({ state: 'error', resultText });
	}
}

function repaired(tenant: Tenant, ask: Requests): { state: string; resultText: string } {
	ask.cmdlet('Get-ManagementRoleAssignment', { Delegating: false });
	const missing = [...tenant.missingExchangeRoles];
	const told = (state: string, resultText: string) => ({ state, resultText });
	if (missing.length === 0)
		return told('success', 'No missing Organization Management roles found.');
	const url = 'roleManagement/exchange/roleAssignments';
	const replies = ask.batch(
		missing.map((id) => ({ id, method: 'POST', url, body: { roleDefinitionId: id } })),
	);
	const refused = replies.filter(({ status }) => status > 299).map(({ id }) => id);
	if (refused.length > 0)
		return told(
			'error',
			`Failed to repair the missing Organization Management roles: ${refused.join(', ')}. This may be due to insufficient permissions. The required Graph Permission is 'Application - RoleManagement.ReadWrite.Exchange'`,
		);
	return told(
		'success',
		`Successfully repaired the missing Organization Management roles: ${missing.join(', ')}`,
	);
}

/** Columns of the organization that CIPP asks for. */
const detailColumns = [
	'displayName',
	'id',
	'city',
	'country',
	'countryLetterCode',
	'street',
	'state',
	'postalCode',
	'businessPhones',
	'technicalNotificationMails',
	'tenantType',
	'createdDateTime',
	'onPremisesLastPasswordSyncDateTime',
	'onPremisesLastSyncDateTime',
	'onPremisesSyncEnabled',
	'assignedPlans',
];

/** The organization alone CIPP also reads of tenants that it does not manage; only Microsoft may refuse it. */
function tenantDetails({ instance, query }: Call): Answer {
	const filter = query.get('tenantFilter') ?? '';
	const failedTo = 'Failed to retrieve tenant details: ';
	const tenant = filter === '' ? instance.partner : tenantNamed(instance.tenants, filter);
	if (!tenant)
		return failed(
			500,
			`${failedTo}Could not get token: invalid_request:AADSTS90002: Tenant '${filter}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
		);
	try {
		const [row] = new Requests(instance.microsoft, tenant, tenant.defaultDomainName).rows(
			'organization',
		);
		return ok({
			...Object.fromEntries(detailColumns.map((name) => [name, shown(name, row[name])])),
			customProperties: propertiesOf(instance.managedTenant(filter)),
			Groups: [],
		});
	} catch (error) {
		return failed(500, `${failedTo}${wordsOf(error)}`);
	}
}

/** What CIPP keeps of a tenant itself: texts, whatever they hold. */
function propertiesOf(tenant: Tenant | null): Record<string, string> {
	const defaults = tenant?.offboardingDefaults;
	return defaults ? { OffboardingDefaults: JSON.stringify(defaults) } : {};
}

/** Phone numbers and addresses come as one text. */
function shown(name: string, value: unknown): unknown {
	const isText = name === 'businessPhones' || name === 'technicalNotificationMails';
	return isText && Array.isArray(value) ? value.join(', ') : (value ?? null);
}
