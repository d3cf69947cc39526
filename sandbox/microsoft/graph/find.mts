import { graphUser, groupsOf, managerOf, MicrosoftError } from '../state/lookup.mts';
import type { Tenant } from '../state/tenant.mts';
import {
	deviceResource,
	groupResource,
	managedDeviceResource,
	organizationResource,
	signInResource,
	subscribedSkuResource,
	userResource,
	type Resource,
} from './resources.mts';

/** What a Graph path leads to: one thing, or a collection. */
export type Found = { one: Resource } | { many: Resource[] };

/** Follows a Graph path without query, such as users/{id or upn}/memberOf. */
export function find(tenant: Tenant, path: string): Found {
	const parts = path
		.replace(/^\/+|\/+$/g, '')
		.split('/')
		.map(decoded);
	const [collection, id, ...rest] = parts;
	switch (collection.toLowerCase()) {
		case 'users':
			if (id === undefined) return { many: tenant.users.map((user) => userResource(tenant, user)) };
			return ofUser(tenant, id, rest);
		case 'groups':
			if (id === undefined) return { many: tenant.groups.map(groupResource) };
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
		case 'directory':
			if (id?.toLowerCase() === 'deleteditems') return deletedItems(tenant, rest[0]);
			break;
		case 'directoryroles':
			return oneOf(tenant.roles.map(roleResource), id);
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

function ofUser(tenant: Tenant, id: string, rest: string[]): Found {
	const user = graphUser(tenant, id);
	const groups = () => groupsOf(tenant, user).map(groupResource);
	const roles = () =>
		tenant.roles.filter(({ members }) => members.includes(user.id)).map(roleResource);
	const devices = tenant.devices.filter(({ ownerId }) => ownerId === user.id);
	const path = rest.join('/').toLowerCase();
	switch (path) {
		case '':
			return { one: userResource(tenant, user) };
		case 'authentication/methods':
			return { many: user.authenticationMethods.map((method) => ({ ...method })) };
		case 'manager': {
			const manager = managerOf(tenant, user);
			if (!manager)
				throw new MicrosoftError(
					"Resource 'manager' does not exist or one of its queried reference-property objects are not present.",
				);
			return { one: userResource(tenant, manager) };
		}
		case 'directreports':
			return {
				many: tenant.users
					.filter(({ managerId }) => managerId === user.id)
					.map((report) => userResource(tenant, report)),
			};
		case 'licensedetails':
			return {
				many: (userResource(tenant, user).assignedLicenses as Array<{ skuId: string }>).map(
					({ skuId }) => ({
						id: skuId,
						skuId,
						skuPartNumber: subscribedSkuResource(tenant, { skuId, total: 0 }).skuPartNumber,
						servicePlans: [],
					}),
				),
			};
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
			if (!user.oneDrive) throw new MicrosoftError("User's mysite not found.");
			return {
				one: {
					id: user.oneDrive.siteId,
					driveType: 'business',
					name: 'OneDrive',
					webUrl: `${user.oneDrive.url}/Documents`,
					quota: { used: Math.round(user.oneDrive.storageGigabytes * 2 ** 30) },
				},
			};
		}
	}
	if (/^(transitive)?memberof/.test(path)) {
		if (path.endsWith('microsoft.graph.group')) return { many: groups() };
		if (path.endsWith('microsoft.graph.directoryrole')) return { many: roles() };
		return { many: [...groups(), ...roles()] };
	}
	throw unknownSegment(rest.at(-1) ?? '');
}

function ofGroup(tenant: Tenant, id: string, rest: string[]): Found {
	const group = tenant.groups.find((each) => each.id === id.toLowerCase());
	if (!group) throw notFound(id);
	const people = (ids: string[]) =>
		tenant.users.filter((user) => ids.includes(user.id)).map((user) => userResource(tenant, user));
	switch (rest.join('/').toLowerCase()) {
		case '':
			return { one: groupResource(group) };
		case 'members':
		case 'transitivemembers':
			return { many: people(group.members) };
		case 'owners':
			return { many: people(group.owners) };
	}
	throw unknownSegment(rest.at(-1) ?? '');
}

function deletedItems(tenant: Tenant, type: string | undefined): Found {
	if (type && type.toLowerCase() !== 'microsoft.graph.user') return { many: [] };
	return { many: deletedUserResources(tenant) };
}

/** Deleted users as the directory's bin shows them: the UPN has the id in front. */
export function deletedUserResources(tenant: Tenant): Resource[] {
	return tenant.deletedUsers.map(({ user, deletedDateTime }) => ({
		...userResource(tenant, user),
		userPrincipalName: `${user.id.replaceAll('-', '')}${user.userPrincipalName}`,
		deletedDateTime,
	}));
}

function roleResource(role: Tenant['roles'][number]): Resource {
	return {
		'@odata.type': '#microsoft.graph.directoryRole',
		id: role.id,
		displayName: role.displayName,
		description: role.description,
		roleTemplateId: role.roleTemplateId,
	};
}

function domains({ defaultDomainName, initialDomainName }: Tenant): Resource[] {
	return [
		{
			id: defaultDomainName,
			isDefault: true,
			isInitial: false,
			isVerified: true,
			authenticationType: 'Managed',
		},
		{
			id: initialDomainName,
			isDefault: false,
			isInitial: true,
			isVerified: true,
			authenticationType: 'Managed',
		},
	];
}

function oneOf(all: Resource[], id: string | undefined): Found {
	if (id === undefined) return { many: all };
	const one = all.find((resource) => String(resource.id).toLowerCase() === id.toLowerCase());
	if (!one) throw notFound(id);
	return { one };
}

const notFound = (id: string) =>
	new MicrosoftError(
		`Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
	);
const unknownSegment = (segment: string) =>
	new MicrosoftError(`Resource not found for the segment '${segment}'.`);

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
