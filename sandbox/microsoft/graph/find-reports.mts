import { unknownSegment } from '../errors.mts';
import { identifier } from '../state/identifier.mts';
import type { AuthenticationMethod, Tenant, User } from '../state/tenant.mts';
import { sharePointName } from './find-sites.mts';
import type { Found, Resource } from './resources.mts';

/** reports/…: who has registered which methods, and how full mailboxes and sites are. */
export function report(tenant: Tenant, path: string): Found {
	if (/^authenticationMethods\/userRegistrationDetails$/i.test(path))
		return { many: tenant.users.map((user) => registration(tenant, user)) };
	if (/^getOneDriveUsageAccountDetail/i.test(path)) return { many: driveUsage(tenant) };
	if (/^getSharePointSiteUsageDetail/i.test(path)) return { many: siteUsage(tenant) };
	if (/^getMailboxUsageDetail/i.test(path)) return { many: mailboxUsage(tenant) };
	throw unknownSegment(path);
}

/** The registration report has its own names for methods. */
const reportNames: Record<string, string> = {
	microsoftAuthenticator: 'microsoftAuthenticatorPush',
	phone: 'mobilePhone',
	fido2: 'fido2SecurityKey',
	softwareOath: 'softwareOneTimePasscode',
	email: 'email',
};

function registration(tenant: Tenant, user: User): Resource {
	const methods = user.authenticationMethods
		.filter((method) => !isPassword(method))
		.map((method) => method['@odata.type'].split('.').at(-1)!.replace('AuthenticationMethod', ''))
		.map((name) => reportNames[name] ?? name);
	return {
		id: user.id,
		userPrincipalName: user.userPrincipalName,
		userDisplayName: user.displayName,
		userType: user.userType.toLowerCase(),
		isAdmin: tenant.roles.some(({ members }) => members.includes(user.id)),
		isMfaRegistered: methods.length > 0,
		isMfaCapable: methods.length > 0,
		methodsRegistered: methods,
	};
}

export function isPassword(method: AuthenticationMethod): boolean {
	return method['@odata.type'] === '#microsoft.graph.passwordAuthenticationMethod';
}

const reportRefreshDate = '2025-03-03';

function driveUsage(tenant: Tenant): Resource[] {
	return tenant.users.flatMap(({ oneDrive, displayName, userPrincipalName }) =>
		oneDrive
			? [
					{
						reportRefreshDate,
						siteId: oneDrive.siteId,
						siteUrl: oneDrive.url,
						ownerDisplayName: displayName,
						ownerPrincipalName: userPrincipalName,
						lastActivityDate: '2025-03-02',
						fileCount: oneDrive.fileCount,
						storageUsedInBytes: Math.round(oneDrive.storageGigabytes * 2 ** 30),
						storageAllocatedInBytes: 1024 * 2 ** 30,
						rootWebTemplate: 'Personal Site',
					},
				]
			: [],
	);
}

function siteUsage(tenant: Tenant): Resource[] {
	return tenant.groups
		.filter(({ groupTypes }) => groupTypes.includes('Unified'))
		.map(({ id, displayName, mail, mailNickname }) => ({
			reportRefreshDate,
			siteId: identifier(`${id}/site`),
			siteUrl: `https://${sharePointName(tenant)}.sharepoint.com/sites/${mailNickname}`,
			ownerDisplayName: `${displayName} Owners`,
			ownerPrincipalName: mail,
			lastActivityDate: '2025-03-02',
			fileCount: 312,
			storageUsedInBytes: 1_288_490_189,
			storageAllocatedInBytes: 25 * 2 ** 40,
			rootWebTemplate: 'Group',
		}));
}

function mailboxUsage(tenant: Tenant): Resource[] {
	return tenant.users.flatMap(({ mailbox, userPrincipalName, displayName }) =>
		mailbox
			? [
					{
						reportRefreshDate,
						userPrincipalName,
						displayName,
						isDeleted: false,
						storageUsedInBytes: Math.round(mailbox.sizeGigabytes * 2 ** 30),
						itemCount: mailbox.itemCount,
						recipientType: mailbox.type === 'SharedMailbox' ? 'Shared' : 'User',
					},
				]
			: [],
	);
}
