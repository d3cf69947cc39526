import { notFound } from '../errors.mts';
import type { Moment } from '../moment.mts';
import { graphUser } from '../state/lookup.mts';
import { graphRole } from './find-roles.mts';

/** Takes someone out of a role, which is named by its own id or by its template. */
export function leaveRole({ tenant }: Moment, [id, userId]: string[]): void {
	const role = graphRole(tenant, id.startsWith("'") ? `roleTemplateId=${id}` : id);
	const user = graphUser(tenant, userId);
	if (!role.members.includes(user.id)) throw notFound(userId);
	role.members = role.members.filter((member) => member !== user.id);
}

/** A role of Exchange for Organization Management; the definition goes by its name here. */
export function assignExchangeRole({ tenant }: Moment, _: string[], body: unknown): void {
	const { roleDefinitionId } = body as { roleDefinitionId?: string };
	tenant.missingExchangeRoles = tenant.missingExchangeRoles.filter(
		(name) => name !== roleDefinitionId,
	);
}
