import type { OneDrive } from '../../microsoft/state/tenant.mts';
import { MicrosoftError } from '../../microsoft/errors.mts';
import { emptyParameter } from '../powershell.mts';
import { userAddress, wordsOf } from '../requests.mts';
import { attempt, CippFailure, type Place } from './place.mts';

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
		const url = ('url' in drive ? drive.url : driveOf(place, drive.userId)).replace(/\/+$/, '');
		sharePointName(place);
		return delegates.map((delegate) => changeAdmin(place, url, delegate, change));
	});
}

function changeAdmin(
	{ ask }: Place,
	url: string,
	delegate: string,
	change: 'added' | 'removed',
): string {
	try {
		const ensured = ask.sharePoint('POST', `${url}/_api/web/ensureuser`, {
			logonName: `i:0#.f|membership|${delegate}`,
		});
		ask.sharePoint('POST', `${url}/_api/web/getuserbyid(${String(ensured?.Id)})`, {
			IsSiteAdmin: change === 'added',
		});
		return `Successfully ${change} ${delegate} as a site collection admin of ${url}`;
	} catch (error) {
		return `Failed to change access for ${delegate} on ${url} - ${explained(wordsOf(error))}`;
	}
}

/** SharePoint calls everybody unknown who has no licence for it, and CIPP says so. */
function explained(words: string): string {
	if (/could not be found/i.test(words))
		return 'could not be resolved in SharePoint. Usually the account has no SharePoint licence, and SharePoint then says that it does not exist.';
	if (/Access denied|not have permission/i.test(words))
		return 'access denied. The application lacks a SharePoint permission in this tenant, or the site is locked.';
	return words;
}

/** Set-CIPPOneDriveSharing. */
export function setOneDriveSharing(
	place: Place,
	userId: string,
	sharing: OneDrive['sharing'],
): string {
	return attempt(`Failed to set OneDrive sharing for ${userId}. Error: `, () => {
		const drive = place.ask.one(`v1.0/${userAddress(userId)}/drive`);
		const url = String(drive?.webUrl ?? '').replace(/\/documents/i, '');
		const admin = `https://${sharePointName(place)}-admin.sharepoint.com/_vti_bin/client.svc/ProcessQuery`;
		const [{ ErrorInfo }] = inSharePointsWords(() =>
			place.ask.sharePoint('POST', admin, sharingQuery(url, sharings.indexOf(sharing))),
		) as unknown as Array<{ ErrorInfo: { ErrorMessage: string } | null }>;
		return ErrorInfo
			? `Failed to set OneDrive sharing for ${userId} : ${ErrorInfo.ErrorMessage}`
			: `Successfully set OneDrive sharing to '${sharing}' for ${userId} (${url})`;
	});
}

/** Here CIPP does not find SharePoint's words within its answer, and passes on the whole of it. */
function inSharePointsWords<Result>(work: () => Result): Result {
	try {
		return work();
	} catch (error) {
		if (!(error instanceof MicrosoftError)) throw error;
		const { code, message } = error;
		const whole = { 'odata.error': { code, message: { lang: 'en-US', value: message } } };
		throw new MicrosoftError(JSON.stringify(whole), error.status, code);
	}
}

export const sharings: Array<OneDrive['sharing']> = [
	'Disabled',
	'ExternalUserSharingOnly',
	'ExternalUserAndGuestSharing',
	'ExistingExternalUserSharingOnly',
];

function sharingQuery(url: string, sharing: number): string {
	return `<Request><SetProperty Name="SharingCapability"><Parameter Type="Enum">${sharing}</Parameter></SetProperty><Parameter Type="String">${url}</Parameter></Request>`;
}

/** SharePoint's name of the tenant, from the root site. */
function sharePointName({ ask, tenantFilter }: Place): string {
	if (tenantFilter === '') throw new CippFailure(emptyParameter('TenantFilter'));
	const root = ask.one('sites/root');
	if (!root)
		throw new CippFailure(
			`Could not determine the SharePoint tenant name for ${tenantFilter}. The tenant may not have SharePoint provisioned, or the Sites.Read.All permission may be missing.`,
		);
	return String(root.id).split('.')[0];
}

function driveOf({ ask }: Place, userId: string): string {
	const root = ask.one(`v1.0/${userAddress(userId)}/drive/root?$select=sharepointIds`);
	const url = (root?.sharepointIds as { siteUrl?: string } | undefined)?.siteUrl;
	if (!url)
		throw new CippFailure(
			`Could not determine the OneDrive site URL for ${userId}. The user may not have a provisioned OneDrive.`,
		);
	return url;
}
