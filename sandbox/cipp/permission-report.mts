import type { User } from '../microsoft/state/tenant.mts';
import type { PermissionReport } from './tenant.mts';

/** CIPP's copy of who may use whose mailbox and calendar, as its nightly run would write it. */
export function permissionReport(
	users: User[],
	refreshed = '2025-03-03T02:10:00Z',
): PermissionReport {
	const mailboxes = users.flatMap(({ userPrincipalName, mailbox }) =>
		mailbox ? [{ userPrincipalName, mailbox }] : [],
	);
	return {
		refreshed,
		mailbox: mailboxes.flatMap(({ userPrincipalName, mailbox }) =>
			mailbox.grants.map(({ trustee, right }) => ({
				mailbox: userPrincipalName,
				user: trustee,
				right,
			})),
		),
		calendar: mailboxes.flatMap(({ userPrincipalName, mailbox }) =>
			mailbox.calendarGrants
				.filter(({ user }) => user !== 'Default' && user !== 'Anonymous')
				.map(({ user, accessRights }) => ({
					calendar: userPrincipalName,
					user,
					accessRights: accessRights.join(', '),
					folderName: mailbox.calendarFolder,
				})),
		),
	};
}
