import { graphUser } from '../../microsoft/state/lookup.mts';
import type { AuthenticationMethod } from '../../microsoft/state/tenant.mts';
import { attempt, type Place } from './place.mts';

/** Remove-CIPPUserMFA: all methods but the password, or the one with `methodId`. */
export function removeAuthenticationMethods(
	{ tenant }: Place,
	username: string,
	methodId?: string,
): string {
	const user = attempt(
		`Failed to get MFA methods for user ${username}. Error: `,
		() => tenant && graphUser(tenant, username),
	);
	const removable = (user?.authenticationMethods ?? []).filter(
		(method) => !isPassword(method) && (!methodId || method.id === methodId),
	);
	if (!user || removable.length === 0) {
		return methodId
			? `No removable MFA method with id ${methodId} found for user ${username}`
			: `No MFA methods found for user ${username}`;
	}
	user.authenticationMethods = user.authenticationMethods.filter(
		(method) => !removable.includes(method),
	);
	const names = removable.map(shortName).join(', ');
	return methodId
		? `Successfully removed MFA method (${names}) for user ${username}`
		: `Successfully removed MFA methods (${names}) for user ${username}. User must supply MFA at next logon`;
}

export function isPassword(method: AuthenticationMethod): boolean {
	return method['@odata.type'] === '#microsoft.graph.passwordAuthenticationMethod';
}

/** A method's type as CIPP shortens it: microsoftAuthenticatorMethod, phoneMethod. */
export function shortName(method: AuthenticationMethod): string {
	return method['@odata.type']
		.split('.')
		.at(-1)!
		.replace(/Authentication/gi, '');
}
