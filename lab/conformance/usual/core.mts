import type { Usual } from '../request.mts';
import { freshId, tenantFilter, type Cast } from './cast.mts';

/** The instance itself, and its tenants. */
export const core = ({ contoso }: Cast): Usual[] => [
	{ endpoint: 'me' },
	{ endpoint: 'PublicPing' },
	{ endpoint: 'ListApiTest', query: { tenantFilter, a: 'b' } },
	{ endpoint: 'GetVersion', query: { LocalVersion: '10.8.2' } },
	{
		endpoint: 'ListCippQueue',
		also: {
			'unknown queue': { query: { QueueId: freshId } },
			'unknown reference': { query: { Reference: 'nothing' } },
		},
	},
	{
		endpoint: 'ListTenants',
		also: {
			one: { query: { tenantFilter } },
			'one by initial domain': { query: { tenantFilter: contoso.initialDomainName } },
			'one by ID': { query: { tenantFilter: contoso.customerId } },
			'unknown tenant': { query: { tenantFilter: 'nowhere.example' } },
			'all tenants': { query: { tenantFilter: 'AllTenants' } },
			selector: { query: { AllTenantSelector: 'true' } },
			'with portals': { query: { AllTenantSelector: 'true', Mode: 'TenantList' } },
			'with defaults': { query: { IncludeOffboardingDefaults: 'true' } },
			'text null': { query: { tenantFilter: 'null' } },
			refresh: { query: { TriggerRefresh: 'true' } },
			clear: { method: 'POST', body: { ClearCache: true, TenantsOnly: true } },
		},
	},
	{ endpoint: 'ListTenantDetails', query: { tenantFilter } },
	{ endpoint: 'ListDBCache', query: { tenantFilter, type: 'Mailboxes', countsOnly: 'true' } },
	{ endpoint: 'ExecExchangeRoleRepair', method: 'POST', body: { tenantId: tenantFilter } },
];
