import { notFound } from '../errors.mts';
import { identifier } from '../state/identifier.mts';
import type { Tenant } from '../state/tenant.mts';
import type { Found, Resource } from './resources.mts';

/** sites: the OneDrives, and a team site for each Microsoft 365 group. */
export function sitesOf(tenant: Tenant, id: string | undefined): Found {
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
