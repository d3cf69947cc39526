import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';

export const reportDatabaseEndpoints: Endpoint[] = [
	{ name: 'ListDBCache', role: 'CIPP.Core.Read', anyTenant: true, answer: listDBCache },
];

/** Only the counts: a type is there for the tenants of which the nightly run has collected anything. */
function listDBCache({ instance, query }: Call): Answer {
	const filter = query.get('tenantFilter') ?? '';
	const Type = query.get('type') ?? '';
	const isForAll = filter.toLowerCase() === 'alltenants';
	const tenant = instance.foundTenant(filter);
	if (!isForAll && !tenant) return failed(500, `Tenant '${filter}' not found`);
	const collected = (isForAll ? instance.listedTenants() : [tenant!]).filter(
		({ permissionReport }) => permissionReport,
	);
	return ok({
		Results: collected.map(({ defaultDomainName, permissionReport }) => ({
			Tenant: defaultDomainName,
			Type,
			Count: permissionReport!.mailboxes.length,
			LastRefresh: permissionReport!.refreshed,
		})),
	});
}
