import { MicrosoftError } from '../../microsoft/errors.mts';
import { userAddress } from '../requests.mts';
import { attempt, type Place } from './place.mts';

/** What an offboarding has looked up of a person before its steps. */
export interface KnownUser {
	id: string;
	/** The UPN as it was sent. */
	username: string;
	displayName: string;
	isSynced: boolean;
	hasImmutableId: boolean;
}

/** Clear-CIPPImmutableID as an offboarding step. For a synced user it only leaves a task that waits for the deletion. */
export function clearImmutableIdOf(place: Place, user: KnownUser): string[] {
	const { id, username, isSynced, hasImmutableId } = user;
	if (!hasImmutableId)
		return [`User ${username} does not have an ImmutableID set or it is already cleared.`];
	if (!isSynced) return [clearImmutableId(place, id, username)];
	const added = place.schedule({
		tenant: place.tenantFilter,
		name: `Clear Immutable ID: ${username}`,
		command: 'Clear-CIPPImmutableID',
		parameters: { UserID: id, TenantFilter: place.tenantFilter, APIName: 'Offboard user' },
		recurrence: '15m',
		trigger: {
			Type: 'DeltaQuery',
			DeltaResource: 'users',
			ResourceFilter: [id],
			EventType: 'deleted',
			UseConditions: false,
			ExecutePerResource: true,
			ExecutionMode: 'once',
		},
		disallowDuplicateName: true,
	});
	// The scheduler's own sentence slips out before CIPP's.
	return [
		added,
		'Scheduled Immutable ID clear task for when the user account is no longer synced in the on-premises directory.',
	].filter(Boolean);
}

/** Clear-CIPPImmutableID at once. It brings a deleted account back to clear it, and leaves it restored. */
export function clearImmutableId(place: Place, userId: string, username = userId): string {
	return attempt(`Failed to clear immutable ID for ${username}. Error: `, () => {
		restoreWhenDeleted(place, userId);
		place.ask.change('PATCH', userAddress(userId), { onPremisesImmutableId: null });
		return `Successfully cleared immutable ID for user ${username}`;
	});
}

function restoreWhenDeleted({ ask }: Place, userId: string): void {
	try {
		ask.one(userAddress(userId));
	} catch (error) {
		if (!(error instanceof MicrosoftError)) throw error;
		ask.one(`directory/deletedItems/${userId}`);
		ask.change('POST', `directory/deletedItems/${userId}/restore`);
	}
}
