import { randomInt } from 'node:crypto';
import { MicrosoftError } from '../../microsoft/errors.mts';
import { graphUser, groupsOf } from '../../microsoft/state/lookup.mts';
import { attempt, CippFailure, spelled, type Place } from './place.mts';

/** Revoke-CIPPSessions. The text names `username` even where `userId` is someone else. */
export function revokeSessions(place: Place, userId: string, username: string): string {
	return attempt(`Failed to revoke sessions for ${username}. Error: `, () => {
		if (place.tenant)
			graphUser(place.tenant, userId).signInSessionsValidFromDateTime = place.now.toISOString();
		return `Successfully revoked sessions for ${username}`;
	});
}

export interface PasswordResult {
	resultText: string;
	copyField: string;
	state: 'success';
}

/** Set-CIPPResetPassword. */
export function resetPassword(
	place: Place,
	userId: string,
	displayName: string | null,
	mustChange: boolean,
): PasswordResult {
	return attempt(`Failed to reset password for ${displayName ?? ''}, ${userId}. Error: `, () => {
		const password = newPassword();
		const user = place.tenant && graphUser(place.tenant, userId);
		if (user) {
			user.lastPasswordChangeDateTime = place.now.toISOString();
			user.signInSessionsValidFromDateTime = place.now.toISOString();
		}
		const resultText = user?.onPremisesSyncEnabled
			? `Password reset accepted for ${displayName}, ${userId}. The new password is ${password}. This user is directory synced, so the reset was submitted via password writeback and is applied asynchronously - it is not confirmed yet, and will fail if writeback is not enabled or if the on-premises password policy rejects the password. This user must change their password at next logon; that is enforced by this method and cannot be turned off.`
			: `Successfully reset the password for ${displayName ?? ''}, ${userId}. User must change password is set to ${spelled(mustChange)}. The new password is ${password}`;
		return { resultText, copyField: password, state: 'success' };
	});
}

/** Set-CIPPSignInState. For a directory-synced user the change goes to Entra first and only then turns into a failure. */
export function setSignInState(place: Place, userId: string, enabled: boolean): string {
	return attempt(`Failed to set sign-in state for ${userId}. Error: `, () => {
		const user = place.tenant && graphUser(place.tenant, userId);
		if (user) user.accountEnabled = enabled;
		if (user?.onPremisesSyncEnabled)
			throw new MicrosoftError(
				`WARNING: User ${userId} is AD Sync enabled. Please enable/disable in the local AD.`,
			);
		return `Successfully set account enabled state to ${spelled(enabled)} for ${userId}`;
	});
}

/** Remove-CIPPUser. */
export function removeUser(place: Place, userId: string, username: string): string {
	const named = username ? ` and Username: '${username}'` : '';
	try {
		if (place.tenant) moveToDeletedItems(place, userId);
	} catch (error) {
		if (error instanceof MicrosoftError)
			throw new CippFailure(
				`Failed to delete user with ID: '${userId}'. Error: ${error.message}${named}`,
			);
		throw error;
	}
	return `Successfully deleted user with ID: '${userId}'${named}`;
}

function moveToDeletedItems({ tenant, now }: Place, userId: string): void {
	if (!tenant) return;
	const user = graphUser(tenant, userId);
	tenant.deletedUsers.push({
		user,
		deletedDateTime: now.toISOString(),
		groupIds: groupsOf(tenant, user).map(({ id }) => id),
		ownedGroupIds: tenant.groups
			.filter(({ owners }) => owners.includes(user.id))
			.map(({ id }) => id),
	});
	tenant.users = tenant.users.filter((other) => other !== user);
	for (const group of tenant.groups) {
		group.members = group.members.filter((id) => id !== user.id);
		group.owners = group.owners.filter((id) => id !== user.id);
	}
}

/** Gives a deleted user back with memberships and licences, as Entra does within 30 days. */
export function restoreUser({ tenant }: Place, userId: string): void {
	if (!tenant) return;
	const deleted = tenant.deletedUsers.find(
		({ user }) => user.id.toLowerCase() === userId.toLowerCase(),
	);
	if (!deleted)
		throw new MicrosoftError(
			`Resource '${userId}' does not exist or one of its queried reference-property objects are not present.`,
		);
	tenant.deletedUsers = tenant.deletedUsers.filter((other) => other !== deleted);
	tenant.users.push(deleted.user);
	for (const group of tenant.groups) {
		if (deleted.groupIds.includes(group.id)) group.members.push(deleted.user.id);
		if (deleted.ownedGroupIds.includes(group.id)) group.owners.push(deleted.user.id);
	}
}

function newPassword(): string {
	const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
	return Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('') + '!7';
}
