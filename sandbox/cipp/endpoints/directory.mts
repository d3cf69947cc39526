import { managedDeviceResource } from '../../microsoft/graph/resources.mts';
import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { read, valueText } from '../loose-json.mts';
import { MicrosoftError } from '../../microsoft/errors.mts';
import { graphUser } from '../../microsoft/state/lookup.mts';
import type { Tenant } from '../tenant.mts';
import { placeFor } from './account.mts';

export const directoryEndpoints: Endpoint[] = [
	{ name: 'ListRoles', role: 'Identity.Role.Read', answer: listRoles },
	{ name: 'ExecRemoveAdminRole', role: 'Identity.Role.ReadWrite', answer: removeAdminRole },
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
				// The definition's id. Graph's memberOf has the id of the activated role instead.
				Id: role.roleTemplateId,
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

/** One sentence for each person; one failure makes all of it a 500, and the others stay removed. */
function removeAdminRole(call: Call): Answer {
	const { body } = call;
	const templateId = valueText(read(body, 'RoleTemplateId'));
	const roleId = valueText(read(body, 'RoleId'));
	const given = read(body, 'Users');
	const users = Array.isArray(given) ? given : given ? [given] : [];
	if (!valueText(read(body, 'tenantFilter')) || !(templateId || roleId) || users.length === 0)
		return failed(400, {
			Results: ['TenantFilter, Users, and one of RoleId and RoleTemplateId are required.'],
		});
	const name = read(body, 'RoleName');
	const roleName = String(read(name, 'label') ?? valueText(name));
	const { tenant } = placeFor(call);
	const results = users.map((user) => {
		const id = valueText(read(user, 'id')) || valueText(read(user, 'UserId')) || valueText(user);
		const added = read(user, 'addedFields');
		const shown =
			read(added, 'userPrincipalName') ??
			read(added, 'displayName') ??
			read(user, 'userPrincipalName') ??
			read(user, 'label') ??
			id;
		try {
			if (tenant) leaveRole(tenant, templateId, roleId, id);
			return { text: `Successfully removed ${String(shown)} from admin role ${roleName}.` };
		} catch (error) {
			if (!(error instanceof MicrosoftError)) throw error;
			const hint = templateId ? ' The role may not be activated in this tenant.' : '';
			return {
				text: `Failed to remove ${String(shown)} from admin role ${roleName}. ${error.message}${hint}`,
				isFailure: true,
			};
		}
	});
	const isFailure = results.some((result) => result.isFailure);
	return { status: isFailure ? 500 : 200, body: { Results: results.map(({ text }) => text) } };
}

function leaveRole(tenant: Tenant, templateId: string, roleId: string, userId: string): void {
	// The template's id wins; an id of a role definition is not known as a role's own.
	const role = tenant.roles.find((each) =>
		templateId ? each.roleTemplateId === templateId : each.id === roleId,
	);
	const user = graphUser(tenant, userId);
	if (!role?.members.includes(user.id))
		throw new MicrosoftError(
			`Resource '${role ? userId : templateId || roleId}' does not exist or one of its queried reference-property objects are not present.`,
		);
	role.members = role.members.filter((id) => id !== user.id);
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
