import { MicrosoftError, notFound, unknownSegment } from '../errors.mts';
import { graphUser, groupsOf, managerOf } from '../state/lookup.mts';
import type { OneDrive, Tenant, User } from '../state/tenant.mts';
import {
	deviceResource,
	groupResource,
	managedDeviceResource,
	roleResource,
	subscribedSkuResource,
	userResource,
	type Found,
} from './resources.mts';

/** users/{id or upn} and what lies behind it. */
export function ofUser(tenant: Tenant, id: string, rest: string[]): Found {
	const user = graphUser(tenant, id);
	const devices = tenant.devices.filter(({ ownerId }) => ownerId === user.id);
	const path = rest.join('/').toLowerCase();
	switch (path) {
		case '':
			return { one: userResource(tenant, user) };
		case 'authentication/methods':
			return { many: user.authenticationMethods.map((method) => ({ ...method })) };
		case 'authentication/requirements':
			return { one: { perUserMfaState: user.perUserMfaState } };
		case 'manager':
			return manager(tenant, user);
		case 'directreports':
			return {
				many: tenant.users
					.filter(({ managerId }) => managerId === user.id)
					.map((report) => userResource(tenant, report)),
			};
		case 'sponsors':
			return { many: [] };
		case 'licensedetails':
			return licenseDetails(tenant, user);
		case 'registereddevices':
		case 'owneddevices':
			return { many: devices.map(deviceResource) };
		case 'manageddevices':
			return {
				many: devices
					.filter(({ managedDeviceId }) => managedDeviceId)
					.map((device) => managedDeviceResource(tenant, device)),
			};
		case 'ownedobjects':
			return {
				many: [
					...tenant.groups.filter(({ owners }) => owners.includes(user.id)).map(groupResource),
					...devices.map(deviceResource),
				],
			};
		case 'drive': {
			const { siteId, url, storageGigabytes } = driveOf(user);
			return {
				one: {
					id: siteId,
					driveType: 'business',
					name: 'OneDrive',
					webUrl: `${url}/Documents`,
					quota: { used: Math.round(storageGigabytes * 2 ** 30) },
				},
			};
		}
		case 'drive/root': {
			const { siteId, url } = driveOf(user);
			return {
				one: {
					id: siteId,
					name: 'root',
					webUrl: `${url}/Documents`,
					sharepointIds: { siteId, siteUrl: url, webId: siteId, tenantId: tenant.customerId },
				},
			};
		}
	}
	if (/^(transitive)?memberof/.test(path)) return memberships(tenant, user, path);
	throw unknownSegment(rest.at(-1) ?? '');
}

function memberships(tenant: Tenant, user: User, path: string): Found {
	const groups = groupsOf(tenant, user).map(groupResource);
	const roles = tenant.roles.filter(({ members }) => members.includes(user.id)).map(roleResource);
	if (path.endsWith('microsoft.graph.group')) return { many: groups };
	if (path.endsWith('microsoft.graph.directoryrole')) return { many: roles };
	return { many: [...groups, ...roles] };
}

function manager(tenant: Tenant, user: User): Found {
	const found = managerOf(tenant, user);
	if (!found) throw notFound('manager');
	return { one: userResource(tenant, found) };
}

function licenseDetails(tenant: Tenant, user: User): Found {
	const assigned = userResource(tenant, user).assignedLicenses as Array<{ skuId: string }>;
	return {
		many: assigned.map(({ skuId }) => ({
			id: skuId,
			skuId,
			skuPartNumber: subscribedSkuResource(tenant, { skuId, total: 0 }).skuPartNumber,
			servicePlans: [],
		})),
	};
}

function driveOf({ oneDrive }: User): OneDrive {
	if (!oneDrive) throw new MicrosoftError("User's mysite not found.", 404, 'ResourceNotFound');
	return oneDrive;
}
