import { MicrosoftError } from '../../microsoft/errors.mts';
import { findUser, graphUser } from '../../microsoft/state/lookup.mts';
import type { OneDrive } from '../../microsoft/state/tenant.mts';
import { attempt, type Place } from './place.mts';

/** Set-CIPPSharePointPerms for a OneDrive: a line for each delegate. */
export function addOneDriveAdmins(place: Place, userId: string, delegates: string[]): string[] {
	return changeOneDriveAdmins(place, { userId }, delegates, 'added');
}

/** The same for a drive that is named by its owner or by its address. */
export function changeOneDriveAdmins(
	place: Place,
	drive: { userId: string } | { url: string },
	delegates: string[],
	change: 'added' | 'removed',
): string[] {
	return attempt('Failed to process SharePoint permissions. Error: ', () => {
		const { url, siteAdmins } =
			'url' in drive ? driveAt(place, drive.url) : driveOf(place, drive.userId);
		return delegates.map((delegate) => {
			// A membership claim is built from what was given, so an object id is nobody to SharePoint.
			const known = delegate.includes('@') && place.tenant && findUser(place.tenant, delegate);
			if (!known)
				return `Failed to change access for ${delegate} on ${url} - The specified user i:0#.f|membership|${delegate} could not be found.`;
			const position = siteAdmins.indexOf(known.userPrincipalName);
			if (change === 'added' && position < 0) siteAdmins.push(known.userPrincipalName);
			if (change === 'removed' && position >= 0) siteAdmins.splice(position, 1);
			return `Successfully ${change} ${delegate} as a site collection admin of ${url}`;
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

function driveAt({ tenant }: Place, url: string): OneDrive {
	const wanted = url.replace(/\/+$/, '').toLowerCase();
	const drive = tenant?.users
		.map(({ oneDrive }) => oneDrive)
		.find((each) => each?.url.replace(/\/+$/, '').toLowerCase() === wanted);
	if (!drive) throw new MicrosoftError(`Cannot find site ${url}.`);
	return drive;
}

function driveOf({ tenant }: Place, userId: string): OneDrive {
	const drive = tenant && graphUser(tenant, userId).oneDrive;
	if (!drive)
		throw new MicrosoftError(
			`Could not determine the OneDrive site URL for ${userId}. The user may not have a provisioned OneDrive.`,
		);
	return drive;
}
