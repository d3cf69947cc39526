import { MicrosoftError } from '../../microsoft/errors.mts';
import { userAddress, type Row } from '../requests.mts';
import { attempt, CippFailure, type Place } from './place.mts';

/** Remove-CIPPUserMFA: all methods but the password, or the one with `methodId`. */
export function removeAuthenticationMethods(
	place: Place,
	username: string,
	methodId?: string,
): string {
	const methods = attempt(`Failed to get MFA methods for user ${username}. Error: `, () =>
		place.ask.rows(`v1.0/${userAddress(username)}/authentication/methods`),
	);
	const removable = methods.filter(
		(method) => shortName(method) !== 'passwordMethod' && (!methodId || method.id === methodId),
	);
	if (removable.length === 0)
		return methodId
			? `No removable MFA method with id ${methodId} found for user ${username}`
			: `No MFA methods found for user ${username}`;
	const { removed, kept } = removeEach(place, username, removable);
	const names = removed.join(', ');
	if (kept.length > 0)
		throw new CippFailure(
			removed.length > 0
				? `Successfully removed MFA methods (${names}) for user ${username}. However, failed to remove (${kept.join(', ')}), which the user may still have.`
				: `Failed to remove MFA methods (${kept.join(', ')}) for user ${username}`,
		);
	return methodId
		? `Successfully removed MFA method (${names}) for user ${username}`
		: `Successfully removed MFA methods (${names}) for user ${username}. User must supply MFA at next logon`;
}

function removeEach({ ask }: Place, username: string, methods: Row[]) {
	const removed: string[] = [];
	const kept: string[] = [];
	for (const method of methods) {
		const type = shortName(method);
		try {
			ask.change('DELETE', userAddress(username, `/authentication/${type}s/${String(method.id)}`));
			removed.push(type);
		} catch (error) {
			if (!(error instanceof MicrosoftError)) throw error;
			kept.push(type);
		}
	}
	return { removed, kept };
}

/** A method's type as CIPP shortens it: microsoftAuthenticatorMethod, phoneMethod. */
function shortName(method: Row): string {
	return String(method['@odata.type'])
		.split('.')
		.at(-1)!
		.replace(/Authentication/gi, '');
}
