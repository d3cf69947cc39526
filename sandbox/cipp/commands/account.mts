import { randomInt } from 'node:crypto';
import { userAddress } from '../requests.mts';
import { attempt, CippFailure, spelled, type Place } from './place.mts';

/** Revoke-CIPPSessions. The text names `username` even where `userId` is someone else. */
export function revokeSessions({ ask }: Place, userId: string, username: string): string {
	return attempt(`Failed to revoke sessions for ${username}. Error: `, () => {
		ask.change('POST', userAddress(userId, '/invalidateAllRefreshTokens'), {});
		return `Successfully revoked sessions for ${username}`;
	});
}

export interface PasswordResult {
	resultText: string;
	copyField: string;
	state: 'success';
}

// The password itself is a method, which has this id for everybody.
const passwordMethod = '28c10230-6103-485e-b985-444c60001490';

/** Set-CIPPResetPassword. */
export function resetPassword(
	place: Place,
	userId: string,
	displayName: string | null,
	mustChange: boolean,
): PasswordResult {
	const name = displayName ?? '';
	return attempt(`Failed to reset password for ${name}, ${userId}. Error: `, () => {
		const password = newPassword();
		const synced = isSynced(place, userId);
		if (synced)
			place.ask.change(
				'POST',
				userAddress(userId, `/authentication/methods/${passwordMethod}/resetPassword`),
				{ newPassword: password },
			);
		else
			place.ask.change('PATCH', userAddress(userId), {
				passwordProfile: { forceChangePasswordNextSignIn: mustChange, password },
			});
		const resultText = synced
			? `Password reset accepted for ${displayName}, ${userId}. The new password is ${password}. This user is directory synced, so the reset was submitted via password writeback and is applied asynchronously - it is not confirmed yet, and will fail if writeback is not enabled or if the on-premises password policy rejects the password. This user must change their password at next logon; that is enforced by this method and cannot be turned off.`
			: `Successfully reset the password for ${name}, ${userId}. User must change password is set to ${spelled(mustChange)}. The new password is ${password}`;
		return { resultText, copyField: password, state: 'success' };
	});
}

function isSynced({ ask }: Place, userId: string): boolean {
	// Without an id the address is that of everybody, and one of them is enough.
	const users = ask.rows(`v1.0/${userAddress(userId)}?$select=onPremisesSyncEnabled`, 'first');
	return users.some(({ onPremisesSyncEnabled }) => onPremisesSyncEnabled === true);
}

/** Set-CIPPSignInState. For a directory-synced user the change goes to Entra first and only then turns into a failure. */
export function setSignInState(place: Place, userId: string, enabled: boolean): string {
	return attempt(`Failed to set sign-in state for ${userId}. Error: `, () => {
		const synced = isSynced(place, userId);
		place.ask.change('PATCH', userAddress(userId), { accountEnabled: enabled });
		if (synced)
			throw new CippFailure(
				`WARNING: User ${userId} is AD Sync enabled. Please enable/disable in the local AD.`,
			);
		return `Successfully set account enabled state to ${spelled(enabled)} for ${userId}`;
	});
}

/** Remove-CIPPUser. */
export function removeUser({ ask }: Place, userId: string, username: string): string {
	const named = username ? ` and Username: '${username}'` : '';
	try {
		attempt(`Failed to delete user with ID: '${userId}'. Error: `, () =>
			ask.change('DELETE', userAddress(userId)),
		);
	} catch (error) {
		if (error instanceof CippFailure) throw new CippFailure(`${error.message}${named}`);
		throw error;
	}
	return `Successfully deleted user with ID: '${userId}'${named}`;
}

function newPassword(): string {
	const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
	return Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('') + '!7';
}
