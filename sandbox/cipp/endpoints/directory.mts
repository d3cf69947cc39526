import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { read, valueText } from '../loose-json.mts';
import { sidOf, unrolled } from '../powershell.mts';
import { wordsOf, type Requests, type Row } from '../requests.mts';
import { listed } from './attempt.mts';

export const directoryEndpoints: Endpoint[] = [
	{ name: 'ListRoles', role: 'Identity.Role.Read', answer: listRoles },
	{ name: 'ExecRemoveAdminRole', role: 'Identity.Role.ReadWrite', answer: removeAdminRole },
	{ name: 'ListDevices', role: 'Endpoint.Device.Read', answer: listDevices },
];

/** Not wrapped into an array: an unknown tenant gives an empty body. */
function listRoles({ instance, query }: Call): Answer {
	const filter = query.get('tenantFilter') ?? '';
	try {
		return ok(unrolled(roleRows(instance.placeFor(filter).ask)));
	} catch (error) {
		return failed(400, `Failed to list roles for tenant ${filter}. ${wordsOf(error)}`);
	}
}

function roleRows(ask: Requests): Row[] {
	const definitions = ask.rows('v1.0/roleManagement/directory/roleDefinitions');
	const assignments = ask.rows('v1.0/roleManagement/directory/roleAssignments?$top=999');
	const people = ask.change('POST', 'v1.0/directoryObjects/getByIds', {
		ids: assignments.map(({ principalId }) => principalId),
	});
	return definitions.map((definition) => {
		const members = assignments
			.filter(({ roleDefinitionId }) => roleDefinitionId === definition.id)
			.map(({ principalId, directoryScopeId }) => {
				const person = (people?.value as Row[]).find(({ id }) => id === principalId);
				return {
					displayName: person?.displayName ?? null,
					userPrincipalName: person?.userPrincipalName ?? null,
					id: principalId,
					directoryScopeId,
				};
			});
		return {
			// The definition's id. Graph's memberOf has the id of the activated role instead.
			Id: definition.id,
			roleTemplateId: definition.templateId,
			DisplayName: definition.displayName,
			Description: definition.description,
			Members: members,
			MemberCount: members.length,
			isBuiltIn: definition.isBuiltIn,
			isEnabled: definition.isEnabled,
			SID: sidOf(String(definition.templateId)),
		};
	});
}

/** One sentence for each person; one failure makes all of it a 500, and the others stay removed. */
function removeAdminRole(call: Call): Answer {
	const { body, instance } = call;
	const tenantFilter = valueText(read(body, 'tenantFilter'));
	const templateId = valueText(read(body, 'RoleTemplateId'));
	const roleId = valueText(read(body, 'RoleId'));
	const given = read(body, 'Users');
	const users = Array.isArray(given) ? given : given ? [given] : [];
	if (!tenantFilter || !(templateId || roleId) || users.length === 0)
		return failed(400, {
			Results: [
				'TenantFilter, RoleId or RoleTemplateId, and Users are required to remove an admin role assignment.',
			],
		});
	const name = read(body, 'RoleName');
	const roleName = String(read(name, 'label') ?? valueText(name));
	const role = templateId
		? `directoryRoles(roleTemplateId='${templateId}')`
		: `directoryRoles/${roleId}`;
	const { ask } = instance.placeFor(tenantFilter);
	let status = 200;
	const sentences = users.map((user) => {
		const id = idOf(user);
		const shown = shownName(user, id);
		try {
			ask.change('DELETE', `v1.0/${role}/members/${id}/$ref`);
			return `Successfully removed ${shown} from admin role ${roleName}.`;
		} catch (error) {
			status = 500;
			const words = wordsOf(error);
			const hint =
				templateId && /does not exist|Not Found|404/i.test(words)
					? ' The role may not be activated in this tenant.'
					: '';
			return `Failed to remove ${shown} from admin role ${roleName}. ${words}${hint}`;
		}
	});
	return { status, body: { Results: sentences } };
}

function idOf(user: unknown): string {
	return (
		valueText(read(user, 'value')) ||
		valueText(read(user, 'id')) ||
		valueText(read(user, 'UserId')) ||
		valueText(user)
	);
}

function shownName(user: unknown, id: string): string {
	const added = read(user, 'addedFields');
	return String(
		read(added, 'userPrincipalName') ??
			read(added, 'displayName') ??
			read(user, 'userPrincipalName') ??
			read(user, 'displayName') ??
			read(user, 'label') ??
			id,
	);
}

function listDevices({ instance, query }: Call): Answer {
	const { ask } = instance.placeFor(query.get('tenantFilter') ?? '');
	return listed(403, () => ask.rows('deviceManagement/managedDevices'));
}
