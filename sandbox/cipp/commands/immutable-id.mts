import { MicrosoftError } from '../../microsoft/errors.mts';
import { findUser, graphUser } from '../../microsoft/state/lookup.mts';
import type { Tenant } from '../tenant.mts';
import { restoreUser } from './account.mts';
import { attempt, type Place } from './place.mts';

/** Clear-CIPPImmutableID as an offboarding step. For a synced user it only leaves a task that waits for the deletion. */
export function clearImmutableId(place: Place, userId: string, username: string): string {
	const user = place.tenant && findUser(place.tenant, userId);
	if (!place.tenant || !user?.onPremisesImmutableId)
		return `User ${username} does not have an ImmutableID set or it is already cleared.`;
	if (!user.onPremisesSyncEnabled) {
		user.onPremisesImmutableId = null;
		return `Successfully cleared immutable ID for user ${username}`;
	}
	place.schedule({
		tenant: place.tenant.defaultDomainName,
		name: `Clear Immutable ID: ${username}`,
		command: 'Clear-CIPPImmutableID',
		parameters: {
			UserID: userId,
			TenantFilter: place.tenant.defaultDomainName,
			APIName: 'Offboard user',
		},
		scheduledTime: Math.floor(place.now.getTime() / 1000) + 300,
		recurrence: '15m',
		trigger: {
			Type: 'DeltaQuery',
			DeltaResource: 'users',
			ResourceFilter: [userId],
			EventType: 'deleted',
			UseConditions: false,
			ExecutePerResource: true,
			ExecutionMode: 'once',
		},
		disallowDuplicateName: true,
	});
	return 'Scheduled Immutable ID clear task for when the user account is no longer synced in the on-premises directory.';
}

/** Whether the task a synced user left behind has its moment: the account is in the deleted items. */
export function isDeleted(tenant: Tenant, userId: string): boolean {
	return tenant.deletedUsers.some(({ user }) => user.id === userId);
}

/** Clear-CIPPImmutableID called alone: at once, and without a task for a synced user, which Graph refuses. */
export function clearImmutableIdAlone(place: Place, userId: string): string {
	return attempt(`Failed to clear immutable ID for ${userId}. Error: `, () => {
		if (place.tenant && isDeleted(place.tenant, userId)) restoreUser(place, userId);
		const user = place.tenant && graphUser(place.tenant, userId);
		if (user?.onPremisesSyncEnabled)
			throw new MicrosoftError(
				'Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.',
			);
		if (user) user.onPremisesImmutableId = null;
		return `Successfully cleared immutable ID for user ${userId}`;
	});
}

/** Clear-CIPPImmutableID when its task runs: brings a deleted account back to clear it, and leaves it restored. */
export function clearImmutableIdNow(place: Place, userId: string): string {
	return attempt(`Failed to clear immutable ID for ${userId}. Error: `, () => {
		if (place.tenant && isDeleted(place.tenant, userId)) restoreUser(place, userId);
		const user = place.tenant && findUser(place.tenant, userId);
		if (user) {
			user.onPremisesImmutableId = null;
			user.onPremisesSyncEnabled = null;
		}
		return `Successfully cleared immutable ID for user ${userId}`;
	});
}
