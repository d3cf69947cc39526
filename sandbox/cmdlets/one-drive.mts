import { findUser, graphUser, MicrosoftError } from '../state/lookup.mts';
import type { OneDrive } from '../state/tenant.mts';
import { attempt, type Place } from './place.mts';

/** Set-CIPPSharePointPerms for a OneDrive: a line for each delegate. */
export function addOneDriveAdmins(place: Place, userId: string, delegates: string[]): string[] {
	return attempt('Failed to process SharePoint permissions. Error: ', () => {
		const drive = driveOf(place, userId);
		return delegates.map((delegate) => {
			// A membership claim is built from what was given, so an object id is nobody to SharePoint.
			const known = delegate.includes('@') && place.tenant && findUser(place.tenant, delegate);
			if (!known)
				return `Failed to change access for ${delegate} on ${drive.url} - The specified user i:0#.f|membership|${delegate} could not be found.`;
			if (!drive.siteAdmins.includes(known.userPrincipalName))
				drive.siteAdmins.push(known.userPrincipalName);
			return `Successfully added ${delegate} as a site collection admin of ${drive.url}`;
		});
	});
}

/** Set-CIPPOneDriveSharing. */
export function setOneDriveSharing(
	place: Place,
	userId: string,
	sharing: OneDrive['sharing'],
): string {
	return attempt(`Failed to set OneDrive sharing for ${userId}. Error: `, () => {
		const drive = driveOf(place, userId);
		drive.sharing = sharing;
		return `Successfully set OneDrive sharing to '${sharing}' for ${userId} (${drive.url})`;
	});
}

function driveOf({ tenant }: Place, userId: string): OneDrive {
	const drive = tenant && graphUser(tenant, userId).oneDrive;
	if (!drive)
		throw new MicrosoftError(
			`Could not determine the OneDrive site URL for ${userId}. The user may not have a provisioned OneDrive.`,
		);
	return drive;
}
