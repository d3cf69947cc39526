import { managedDeviceResource } from '../graph/resources.mts';
import { ok, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';

export const directoryEndpoints: Endpoint[] = [
	{ name: 'ListRoles', role: 'Identity.Role.Read', answer: listRoles },
	{ name: 'ListDevices', role: 'Endpoint.Device.Read', answer: listDevices },
];

function listRoles({ instance, query }: Call): Answer {
	const tenant = instance.managedTenant(query.get('tenantFilter'));
	// Not wrapped into an array: an unknown tenant gives an empty body.
	if (!tenant) return ok(null);
	return ok(
		tenant.roles.map((role) => {
			const members = tenant.users.filter(({ id }) => role.members.includes(id));
			return {
				Id: role.id,
				roleTemplateId: role.roleTemplateId,
				DisplayName: role.displayName,
				Description: role.description,
				Members: members.map(({ displayName, userPrincipalName, id }) => ({
					displayName,
					userPrincipalName,
					id,
					directoryScopeId: '/',
				})),
				MemberCount: members.length,
				isBuiltIn: true,
				isEnabled: true,
				SID: '',
			};
		}),
	);
}

function listDevices({ instance, query }: Call): Answer {
	const tenant = instance.managedTenant(query.get('tenantFilter'));
	return ok(
		tenant
			? tenant.devices
					.filter(({ managedDeviceId }) => managedDeviceId)
					.map((device) => managedDeviceResource(tenant, device))
			: [],
	);
}
