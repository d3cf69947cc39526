import { notFound, unknownSegment } from '../errors.mts';
import type { Tenant } from '../state/tenant.mts';
import { ofGroup } from './find-group.mts';
import { inDirectory } from './find-directory.mts';
import { report } from './find-reports.mts';
import { role, roleManagement } from './find-roles.mts';
import { sitesOf } from './find-sites.mts';
import { ofUser } from './find-user.mts';
import {
	deviceResource,
	groupResource,
	managedDeviceResource,
	organizationResource,
	roleResource,
	signInResource,
	subscribedSkuResource,
	telephoneNumberResource,
	userResource,
	type Found,
	type Resource,
} from './resources.mts';

/** Follows a Graph path without query, such as users/{id or upn}/memberOf. */
export function find(tenant: Tenant, path: string): Found {
	const parts = path
		.replace(/^\/+|\/+$/g, '')
		.split('/')
		.map(decoded);
	const [collection, id, ...rest] = parts;
	const isCounted = id?.toLowerCase() === '$count';
	switch (collection.toLowerCase()) {
		case 'users':
			if (id === undefined || isCounted)
				return { many: tenant.users.map((user) => userResource(tenant, user)) };
			return ofUser(tenant, id, rest);
		case 'groups':
			if (id === undefined || isCounted) return { many: tenant.groups.map(groupResource) };
			return ofGroup(tenant, id, rest);
		case 'devices':
			return oneOf(tenant.devices.map(deviceResource), id);
		case 'subscribedskus':
			return oneOf(
				tenant.subscriptions.map((subscription) => subscribedSkuResource(tenant, subscription)),
				id,
			);
		case 'organization':
			return oneOf([organizationResource(tenant)], id);
		case 'domains':
			return { many: domains(tenant) };
		case 'contacts':
		// What partners and customers have agreed upon is not kept.
		case 'tenantrelationships':
			return { many: [] };
		case 'directory':
			return inDirectory(tenant, id, rest);
		case 'directoryroles':
			if (id === undefined) return { many: tenant.roles.map(roleResource) };
			return role(tenant, id, rest);
		case 'rolemanagement':
			return roleManagement(tenant, rest[0]);
		case 'reports':
			return report(tenant, [id, ...rest].join('/'));
		case 'policies':
			if (id?.toLowerCase() === 'identitysecuritydefaultsenforcementpolicy')
				return { one: { id: 'securityDefaults', isEnabled: false } };
			break;
		case 'identity':
			if (id?.toLowerCase() === 'conditionalaccess') return { many: [] };
			break;
		case 'sites':
			return sitesOf(tenant, id, rest);
		case 'admin':
			if (/^telephonenumbermanagement\/numberassignments$/i.test(rest.join('/')))
				return { many: tenant.phoneNumbers.map(telephoneNumberResource) };
			break;
		case 'devicemanagement':
			if (id?.toLowerCase() === 'manageddevices')
				return oneOf(
					tenant.devices
						.filter(({ managedDeviceId }) => managedDeviceId)
						.map((device) => managedDeviceResource(tenant, device)),
					rest[0],
				);
			break;
		case 'auditlogs':
			if (id?.toLowerCase() === 'signins')
				return {
					many: tenant.users.flatMap((user) =>
						user.signIns.map((signIn) => signInResource(user, signIn)),
					),
				};
			break;
	}
	throw unknownSegment(collection);
}

function domains({ defaultDomainName, initialDomainName }: Tenant): Resource[] {
	const domain = (id: string, isInitial: boolean): Resource => ({
		id,
		isDefault: !isInitial,
		isInitial,
		isVerified: true,
		authenticationType: 'Managed',
	});
	return [domain(defaultDomainName, false), domain(initialDomainName, true)];
}

function oneOf(all: Resource[], id: string | undefined): Found {
	if (id === undefined) return { many: all };
	const one = all.find((resource) => String(resource.id).toLowerCase() === id.toLowerCase());
	if (!one) throw notFound(id);
	return { one };
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
