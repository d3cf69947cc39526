import { notFound, unknownSegment } from '../errors.mts';
import { identifier } from '../state/identifier.mts';
import type { DirectoryRole, Tenant } from '../state/tenant.mts';
import { roleResource, userResource, type Found, type Resource } from './resources.mts';

/** directoryRoles/{id} or directoryRoles(roleTemplateId='…'), and its members. */
export function role(tenant: Tenant, id: string, rest: string[]): Found {
	const found = graphRole(tenant, id);
	if (rest.length === 0) return { one: roleResource(found) };
	if (rest[0].toLowerCase() === 'members') return { many: membersOf(tenant, found) };
	throw unknownSegment(rest.at(-1)!);
}

/** A role as activated in the tenant by its own id, or by its template as `roleTemplateId=…`. */
export function graphRole(tenant: Tenant, id: string): DirectoryRole {
	const template = /roleTemplateId='?([0-9a-f-]+)'?/i.exec(id)?.[1];
	const found = tenant.roles.find((each) =>
		template ? each.roleTemplateId === template : each.id === id,
	);
	if (!found) throw notFound(template ?? id);
	return found;
}

function membersOf(tenant: Tenant, { members }: DirectoryRole): Resource[] {
	return tenant.users
		.filter(({ id }) => members.includes(id))
		.map((user) => userResource(tenant, user));
}

/** roleManagement/directory: definitions and assignments. Definitions have the template's id. */
export function roleManagement(tenant: Tenant, collection: string | undefined): Found {
	switch (collection?.toLowerCase()) {
		case 'roledefinitions':
			return {
				many: tenant.roles.map(({ roleTemplateId, displayName, description }) => ({
					id: roleTemplateId,
					templateId: roleTemplateId,
					displayName,
					description,
					isBuiltIn: true,
					isEnabled: true,
				})),
			};
		case 'roleassignments':
			return { many: tenant.roles.flatMap((each) => assignments(tenant, each)) };
		case 'roleassignmentscheduleinstances':
		case 'roleeligibilityscheduleinstances':
		case 'roleassignmentschedules':
		case 'roleeligibilityschedules':
			return { many: [] };
	}
	throw unknownSegment(collection ?? '');
}

function assignments(tenant: Tenant, { id, roleTemplateId, members }: DirectoryRole): Resource[] {
	return members.map((principalId) => {
		const principal = tenant.users.find((user) => user.id === principalId);
		return {
			id: identifier(`${id}/${principalId}`),
			roleDefinitionId: roleTemplateId,
			principalId,
			directoryScopeId: '/',
			principal: principal ? userResource(tenant, principal) : null,
		};
	});
}
