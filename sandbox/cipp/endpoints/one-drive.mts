import { changeOneDriveAdmins, setOneDriveSharing, sharings } from '../commands/one-drive.mts';
import { CippFailure } from '../commands/place.mts';
import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { isTrue, read, valueText } from '../loose-json.mts';
import { outsideOfTypedSet } from '../powershell.mts';
import { placeFor } from './attempt.mts';

export const oneDriveEndpoints: Endpoint[] = [
	{ name: 'ExecSharePointPerms', role: 'Sharepoint.Site.ReadWrite', answer: changeAdmins },
	{ name: 'ExecSetOneDriveSharing', role: 'Teams.SharePoint.ReadWrite', answer: changeSharing },
];

/** A sentence for each person; what SharePoint refuses for one of them is a sentence in a 200. */
function changeAdmins(call: Call): Answer {
	const { body } = call;
	const given = read(body, 'onedriveAccessUser') ?? read(body, 'user');
	const people = (Array.isArray(given) ? given : [given]).map(valueText).filter(Boolean);
	if (!given)
		return failed(400, {
			Results: "No user specified. Give 'onedriveAccessUser' or 'user' as user principal names.",
		});
	const url = valueText(read(body, 'URL'));
	try {
		if (people.length === 0)
			throw new CippFailure('No valid user was supplied to grant or remove OneDrive access for.');
		const drive = url ? { url } : { userId: valueText(read(body, 'UPN')) };
		const change = isTrue(read(body, 'RemovePermission')) ? 'removed' : 'added';
		return ok({ Results: changeOneDriveAdmins(placeFor(call), drive, people, change) });
	} catch (error) {
		if (error instanceof CippFailure)
			return failed(400, { Results: `Failed. Error: ${error.message}` });
		throw error;
	}
}

function changeSharing(call: Call): Answer {
	const wanted = valueText(read(call.body, 'SharingCapability'));
	const sharing = sharings.find((name) => name.toLowerCase() === wanted.toLowerCase());
	try {
		if (!sharing) throw new CippFailure(outsideOfTypedSet('SharingCapability', wanted, sharings));
		const upn = valueText(read(call.body, 'UPN'));
		return ok({ Results: setOneDriveSharing(placeFor(call), upn, sharing) });
	} catch (error) {
		if (error instanceof CippFailure)
			return failed(500, { Results: `Failed to set OneDrive sharing: ${error.message}` });
		throw error;
	}
}
