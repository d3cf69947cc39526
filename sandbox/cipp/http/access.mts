import { read, valueText } from '../loose-json.mts';
import { tenantNamed } from '../../microsoft/state/lookup.mts';
import { failed, type Answer, type Endpoint } from './answer.mts';
import type { Call } from './call.mts';

const notAllowed = 'Access to this CIPP API endpoint is not allowed, ';

export const refusals = {
	address: () => `${notAllowed}the API Client does not have the required permission`,
	noRole: () => `${notAllowed}the user does not have the required permission`,
	baseRole: (role: string) =>
		`${notAllowed}the 'readonly' base role does not have the required permission: ${role}`,
	permission: (role: string) => `${notAllowed}you do not have the required permission: ${role}`,
	blocked: (endpoint: string) =>
		`${notAllowed}the custom role 'cipp-api' has blocked this endpoint: ${endpoint}`,
	tenant: () => 'Access to this tenant is not allowed',
	/** The platform's own words, before CIPP sees the request. */
	platform: () => 'You do not have permission to view this directory or page.',
};

/** CIPP's access check for an API client; undefined lets the request pass. */
export function refuse(call: Call, endpoint: Endpoint): Answer | undefined {
	const { client } = call.instance;
	if (endpoint.role === 'Public') return undefined;
	const forbidden = (text: string) => failed(403, text);
	if (!client.enabled) return forbidden(refusals.platform());
	if (client.known && !client.addressAllowed) return forbidden(refusals.address());
	if (endpoint.name === 'me') return undefined;
	// A client without a role, or without a row, gets the role cipp-api, which this instance does not have.
	if (!client.known || client.permissions.length === 0) return forbidden(refusals.noRole());
	if (!isPermitted(client.permissions, endpoint.role))
		return forbidden(
			hasBaseRole(client.permissions)
				? refusals.baseRole(endpoint.role)
				: refusals.permission(endpoint.role),
		);
	if (client.blockedEndpoints.some((name) => name.toLowerCase() === endpoint.name.toLowerCase()))
		return forbidden(refusals.blocked(endpoint.name));
	if (!endpoint.anyTenant && !isTenantAllowed(call, endpoint.role))
		return forbidden(refusals.tenant());
	return undefined;
}

/** Whether these are the permissions of one of CIPP's own roles: everything, or all reading (readonly). */
export function hasBaseRole(permissions: string[]): boolean {
	return permissions.length === 1 && ['*', '*.Read'].includes(permissions[0]);
}

/** Whether one of the permissions covers the role; ReadWrite covers Read, a star stands for anything. */
export function isPermitted(permissions: string[], role: string): boolean {
	const writing = permissions.filter((permission) => /\.ReadWrite$/i.test(permission));
	return isGranted(permissions, role) || isGranted(writing, `${role}Write`);
}

/** Whether a role was granted by this very name, stars aside. */
export function isGranted(permissions: string[], role: string): boolean {
	return permissions.some((permission) =>
		new RegExp(
			`^${permission
				.split('*')
				.map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&'))
				.join('.*')}$`,
			'i',
		).test(role),
	);
}

/** The tenant CIPP checks access to: the first of these places that holds one, else the partner's own. */
export function checkedTenant(call: Call): string {
	const { query, body, instance } = call;
	return (
		query.get('tenantFilter') ||
		valueText(read(body, 'tenantFilter')) ||
		query.get('tenantId') ||
		valueText(read(body, 'tenantId')) ||
		instance.partner.customerId
	);
}

function isTenantAllowed(call: Call, role: string): boolean {
	const allowed = call.instance.client.allowedTenants;
	if (allowed === null) return true;
	const wanted = checkedTenant(call);
	if (wanted.toLowerCase() === 'alltenants') return role.endsWith('Read');
	const tenant = call.instance
		.listedTenants()
		.find(({ customerId, defaultDomainName }) =>
			[customerId, defaultDomainName].some((name) => name.toLowerCase() === wanted.toLowerCase()),
		);
	// A tenant CIPP does not know passes here and fails later, or silently.
	return !tenant || allowedIds(call).includes(tenant.customerId);
}

/** Customer ids the client may see. */
export function allowedIds({ instance }: Call): string[] {
	const { allowedTenants } = instance.client;
	if (allowedTenants === null) return instance.tenants.map(({ customerId }) => customerId);
	return allowedTenants.flatMap((name) => tenantNamed(instance.tenants, name)?.customerId ?? []);
}
