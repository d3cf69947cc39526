import { MicrosoftError } from '../errors.mts';
import { sharePointName } from '../graph/find-sites.mts';
import type { Moment } from '../moment.mts';
import { findUser } from '../state/lookup.mts';
import type { OneDrive, Tenant, User } from '../state/tenant.mts';

/** A call to SharePoint itself: to a site's _api, or to client.svc of the administration. */
export interface SharePointCall {
	method: string;
	/** https://contosoltd-my.sharepoint.com/personal/…/_api/web/ensureuser */
	url: string;
	body: unknown;
}

/** What SharePoint answers to the calls for site administrators and sharing. Throws a MicrosoftError. */
export function callSharePoint(moment: Moment, { url, body }: SharePointCall): unknown {
	const { tenant } = moment;
	if (/\/_vti_bin\/client\.svc\/ProcessQuery$/i.test(url))
		return processQuery(tenant, String(body));
	const [siteUrl, call = ''] = url.split(/\/_api\//i);
	const drive = driveAt(tenant, siteUrl);
	if (!drive) throw new MicrosoftError(`Cannot find site ${siteUrl}.`, 404, 'FileNotFound');
	if (/^web\/ensureuser$/i.test(call)) return ensureUser(tenant, body);
	const id = /^web\/getuserbyid\((\d+)\)$/i.exec(call)?.[1];
	if (id !== undefined) return changeAdmin(tenant, drive, Number(id), body);
	throw new MicrosoftError(
		`Cannot find resource for the request ${call}.`,
		404,
		'ResourceNotFound',
	);
}

/** Whether a call belongs to a tenant, going by the host's name. */
export function isSharePointOf(tenant: Tenant, url: string): boolean {
	const host = new URL(url).host.toLowerCase();
	const name = sharePointName(tenant).toLowerCase();
	return [name, `${name}-my`, `${name}-admin`].includes(host.replace(/\.sharepoint\.com$/, ''));
}

function driveAt(tenant: Tenant, url: string): OneDrive | undefined {
	const plain = (text: string) => text.replace(/\/+$/, '').toLowerCase();
	return tenant.users
		.map(({ oneDrive }) => oneDrive)
		.find((drive): drive is OneDrive => drive !== null && plain(drive.url) === plain(url));
}

/** A membership claim is built from what was given, so an object id is nobody to SharePoint. */
function ensureUser(tenant: Tenant, body: unknown): unknown {
	const logonName = String((body as { logonName?: unknown } | null)?.logonName ?? '');
	const claimed = logonName.split('|').at(-1) ?? '';
	const user = claimed.includes('@') ? findUser(tenant, claimed) : undefined;
	if (!user)
		throw new MicrosoftError(
			`The specified user ${logonName} could not be found.`,
			404,
			'-2146232832, Microsoft.SharePoint.SPException',
		);
	return {
		Id: numberOf(user),
		LoginName: `i:0#.f|membership|${user.userPrincipalName}`,
		Title: user.displayName,
		Email: user.mail,
		IsSiteAdmin: false,
	};
}

/** SharePoint counts the people of a site; here everybody has the same number everywhere. */
const numberOf = ({ id }: User) => Number.parseInt(id.slice(0, 7), 16);

function changeAdmin(tenant: Tenant, drive: OneDrive, number: number, body: unknown): undefined {
	const user = tenant.users.find((each) => numberOf(each) === number);
	if (!user) throw new MicrosoftError('User cannot be found.', 404, 'ResourceNotFound');
	const others = drive.siteAdmins.filter((admin) => admin !== user.userPrincipalName);
	const isAdmin = (body as { IsSiteAdmin?: unknown } | null)?.IsSiteAdmin === true;
	drive.siteAdmins = isAdmin ? [...others, user.userPrincipalName] : others;
	return undefined;
}

const sharings: Array<OneDrive['sharing']> = [
	'Disabled',
	'ExternalUserSharingOnly',
	'ExternalUserAndGuestSharing',
	'ExistingExternalUserSharingOnly',
];

/** client.svc: the sharing of the site whose address stands in the query. What fails is told in a 200. */
function processQuery(tenant: Tenant, xml: string): unknown {
	const url = /https:\/\/[^<"\s]+/.exec(xml.replace(/xmlns="[^"]*"/g, ''))?.[0] ?? '';
	const drive = driveAt(tenant, url.replace(/\/documents$/i, ''));
	const told = (ErrorInfo: unknown) => [
		{ SchemaVersion: '15.0.0.0', LibraryVersion: '16.0.0.0', ErrorInfo },
	];
	if (!drive) return told({ ErrorMessage: `Cannot get site ${url}.`, ErrorCode: -1 });
	const sharing = /Name="SharingCapability"[^>]*>\s*<Parameter[^>]*>(\d)/.exec(xml)?.[1];
	if (sharing !== undefined) drive.sharing = sharings[Number(sharing)] ?? drive.sharing;
	return told(null);
}
