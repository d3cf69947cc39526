import type { Mailbox, User } from '../microsoft/state/tenant.mts';
import type { PermissionReport, ReportedMailbox } from './tenant.mts';

/** CIPP's copy of who may use whose mailbox and calendar, as its nightly run would write it. */
export function permissionReport(
	users: User[],
	refreshed = '2025-03-03T02:10:00Z',
): PermissionReport {
	const owners = users.filter((user): user is User & { mailbox: Mailbox } => user.mailbox !== null);
	return {
		refreshed,
		mailboxes: owners.map(({ id, userPrincipalName, mail, displayName, mailbox }) => ({
			id,
			userPrincipalName,
			primarySmtpAddress: mail,
			displayName,
			type: mailbox.type,
			gigabytes: mailbox.sizeGigabytes,
		})),
		mailbox: owners.flatMap(({ userPrincipalName, mailbox }) =>
			mailbox.grants.map(({ trustee, right }) => ({
				mailbox: userPrincipalName,
				user: trustee,
				right,
			})),
		),
		calendar: owners.flatMap(({ userPrincipalName, mailbox }) =>
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

/** A mailbox of the report by address or id. */
export function reportedMailbox(
	report: PermissionReport,
	name: string,
): ReportedMailbox | undefined {
	return report.mailboxes.find(({ id, userPrincipalName, primarySmtpAddress }) =>
		[id, userPrincipalName, primarySmtpAddress].some(
			(known) => known?.toLowerCase() === name.toLowerCase(),
		),
	);
}
