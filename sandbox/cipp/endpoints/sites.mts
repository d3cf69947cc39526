import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { textDate } from '../powershell.mts';
import { wordsOf, type BatchReply, type Requests, type Row } from '../requests.mts';

export const siteEndpoints: Endpoint[] = [
	{ name: 'ListTeamsVoice', role: 'Teams.Voice.Read', answer: listTeamsVoice },
	{ name: 'ListSites', role: 'Sharepoint.Site.Read', answer: listSites },
];

/** Rows without a number are dropped, and a refusal's words are such a row. */
function listTeamsVoice(call: Call): Answer {
	const { instance, query } = call;
	const filter = query.get('tenantFilter') ?? '';
	if (filter.toLowerCase() === 'alltenants' || query.isTrue('UseReportDB')) return fromReport(call);
	const { ask } = instance.placeFor(filter);
	// Without a tenant's name, or one that CIPP manages, it has no id to ask with.
	if (filter === '' || !instance.managedTenant(filter)) return failed(403, []);
	if (!instance.foundTenant(filter)) return ok([]);
	try {
		return ok(numberRows(ask));
	} catch (error) {
		wordsOf(error);
		return failed(403, []);
	}
}

function fromReport({ instance, query }: Call): Answer {
	const filter = query.get('tenantFilter') ?? '';
	const isForAll = filter.toLowerCase() === 'alltenants';
	const tenant = instance.managedTenant(filter);
	const tenants = isForAll ? instance.listedTenants() : tenant ? [tenant] : [];
	const synced = tenants.filter(({ permissionReport }) => permissionReport);
	if (!isForAll && synced.length === 0)
		return failed(500, [`No cached Teams Voice data found for ${filter}. Run a cache sync first.`]);
	return ok(
		synced.flatMap(({ defaultDomainName, permissionReport }) =>
			numberRows(instance.placeFor(defaultDomainName).ask).map((row) => ({
				...row,
				Tenant: defaultDomainName,
				CacheTimestamp: permissionReport!.refreshed,
			})),
		),
	);
}

function numberRows(ask: Requests): Row[] {
	const users = ask.rows('users?$top=999&$select=id,userPrincipalName,displayName');
	return ask.teamsNumbers().map((number) => ({
		...number,
		AcquisitionDate: textDate(number.AcquisitionDate),
		AssignedTo: users.find(({ id }) => id === number.TargetId) ?? 'Unassigned',
		EmergencyLocation: null,
	}));
}

/** SharePoint's sites or OneDrives. Any Type is taken; what is not SharePointSiteUsage means OneDrives. */
function listSites({ instance, query }: Call): Answer {
	const filter = query.get('tenantFilter') ?? '';
	const type = query.get('Type') ?? '';
	if (filter === '') return failed(400, 'TenantFilter is required');
	if (type === '') return failed(400, 'Type is required');
	const { ask } = instance.placeFor(filter);
	try {
		const sites = siteRows(ask, type);
		const rows = isForSites(type)
			? mapped(ask, instance.managedTenant(filter)?.customerId ?? '', sites)
			: sites.map((row) => ({ ...row, AutoMapUrl: '' }));
		return ok(rows.sort((a, b) => String(a.displayName).localeCompare(String(b.displayName))));
	} catch (error) {
		const words = error instanceof ReportRefused ? error.message : wordsOf(error);
		return failed(403, [words]);
	}
}

const isForSites = (type: string) => type.toLowerCase() === 'sharepointsiteusage';

class ReportRefused extends Error {}

function siteRows(ask: Requests, type: string): Row[] {
	const isPersonal = !isForSites(type);
	const replies = ask.batch([
		{
			id: 'sites',
			method: 'GET',
			url: `sites/getAllSites?$filter=isPersonalSite eq ${isPersonal}&$top=999`,
		},
		{
			id: 'usage',
			method: 'GET',
			url: `reports/get${type}Detail(period='D7')?$format=application/json&$top=999`,
		},
	]);
	const [sites, usage] = replies;
	if (usage && usage.status !== 200)
		throw new ReportRefused((usage.body as { error: { message: string } }).error.message);
	return valuesOf(sites).map((site) => {
		const { siteId, webId } = site.sharepointIds as { siteId: string; webId: string };
		return siteRow(
			site,
			{ siteId, webId },
			valuesOf(usage).find((each) => each.siteId === siteId),
		);
	});
}

function valuesOf(reply: BatchReply | undefined): Row[] {
	return (reply?.body as { value?: Row[] } | undefined)?.value ?? [];
}

function siteRow(site: Row, ids: Row, usage: Row | undefined): Row {
	const gigabytes = (bytes: unknown) => Math.round((Number(bytes ?? 0) / 2 ** 30) * 100) / 100;
	return {
		...ids,
		createdDateTime: site.createdDateTime,
		displayName: site.displayName,
		webUrl: site.webUrl,
		ownerDisplayName: usage?.ownerDisplayName ?? null,
		ownerPrincipalName: usage?.ownerPrincipalName ?? null,
		lastActivityDate: usage?.lastActivityDate ?? null,
		fileCount: usage?.fileCount ?? null,
		storageUsedInGigabytes: gigabytes(usage?.storageUsedInBytes),
		storageAllocatedInGigabytes: gigabytes(usage?.storageAllocatedInBytes),
		storageUsedInBytes: usage?.storageUsedInBytes ?? null,
		storageAllocatedInBytes: usage?.storageAllocatedInBytes ?? null,
		rootWebTemplate: usage?.rootWebTemplate ?? null,
		reportRefreshDate: usage?.reportRefreshDate ?? null,
	};
}

/** With the address by which OneDrive's client takes up a site's documents. */
function mapped(ask: Requests, tenantId: string, sites: Row[]): Row[] {
	const lists = ask.batch(
		sites.map(({ siteId }, index) => ({
			id: String(index),
			method: 'GET',
			url: `sites/${String(siteId)}/lists?$select=id,name,list,parentReference`,
		})),
	);
	return sites.map((site, index) => {
		const { siteId, webId, webUrl } = site as Record<string, string>;
		const listId = valuesOf(lists[index]).map(({ id }) => String(id));
		return {
			...site,
			AutoMapUrl: `tenantId=${tenantId}&webId={${webId}}&siteid={${siteId}}&webUrl=${webUrl}&listId={${listId.join(' ')}}`,
		};
	});
}
