import { notFound } from '../errors.mts';
import { identifier } from '../state/identifier.mts';
import type { Tenant } from '../state/tenant.mts';
import type { Found, Resource } from './resources.mts';

/** sites: the OneDrives, and a team site for each Microsoft 365 group. */
export function sitesOf(tenant: Tenant, id: string | undefined, rest: string[]): Found {
	if (id !== undefined && rest[0]?.toLowerCase() === 'lists') return listsOf(tenant, id);
	switch (id?.toLowerCase()) {
		case 'root':
			return { one: rootSite(tenant) };
		case undefined:
		case 'getallsites':
			return { many: [...personalSites(tenant), ...teamSites(tenant)] };
		default:
			throw notFound(id ?? '');
	}
}

/** Every site has one library, for documents. A site goes by its own id, or by the whole of Graph's. */
function listsOf(tenant: Tenant, id: string): Found {
	const site = [...personalSites(tenant), ...teamSites(tenant)].find((each) =>
		[each.id, (each.sharepointIds as { siteId: string }).siteId].includes(id),
	);
	if (!site) throw notFound(id);
	const { siteId } = site.sharepointIds as { siteId: string };
	const library = {
		id: identifier(`${siteId}/documents`),
		name: 'Shared Documents',
		list: { contentTypesEnabled: false, hidden: false, template: 'documentLibrary' },
		parentReference: { siteId: site.id },
	};
	return { many: [library] };
}

/** The part of SharePoint's addresses that is the tenant's own: contosoltd in contosoltd-my.sharepoint.com. */
export function sharePointName({ initialDomainName }: Tenant): string {
	return initialDomainName.split('.')[0];
}

function rootSite(tenant: Tenant): Resource {
	const name = sharePointName(tenant);
	const siteId = identifier(`${tenant.customerId}/site/root`);
	return {
		id: `${name}.sharepoint.com,${siteId},${siteId}`,
		displayName: 'Communication site',
		webUrl: `https://${name}.sharepoint.com`,
		siteCollection: { hostname: `${name}.sharepoint.com` },
	};
}

function personalSites(tenant: Tenant): Resource[] {
	return tenant.users.flatMap(({ oneDrive, displayName, createdDateTime }) =>
		oneDrive
			? [
					site(tenant, {
						siteId: oneDrive.siteId,
						url: oneDrive.url,
						displayName,
						createdDateTime,
						isPersonalSite: true,
					}),
				]
			: [],
	);
}

function teamSites(tenant: Tenant): Resource[] {
	return tenant.groups
		.filter(({ groupTypes }) => groupTypes.includes('Unified'))
		.map(({ id, displayName, mailNickname, createdDateTime }) =>
			site(tenant, {
				siteId: identifier(`${id}/site`),
				url: `https://${sharePointName(tenant)}.sharepoint.com/sites/${mailNickname}`,
				displayName,
				createdDateTime,
				isPersonalSite: false,
			}),
		);
}

interface Site {
	siteId: string;
	url: string;
	displayName: string;
	createdDateTime: string;
	isPersonalSite: boolean;
}

function site(
	tenant: Tenant,
	{ siteId, url, displayName, createdDateTime, isPersonalSite }: Site,
): Resource {
	return {
		id: `${new URL(url).host},${siteId},${siteId}`,
		createdDateTime,
		name: displayName,
		displayName,
		webUrl: url,
		isPersonalSite,
		sharepointIds: { siteId, webId: siteId, siteUrl: url, tenantId: tenant.customerId },
	};
}
