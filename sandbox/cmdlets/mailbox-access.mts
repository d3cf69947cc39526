import { exchangeRecipient, findRecipient, MicrosoftError } from '../state/lookup.mts';
import type { MailboxRight, Tenant } from '../state/tenant.mts';
import { spelled, type Place } from './place.mts';

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Set-CIPPMailboxAccess: full access for each delegate, one line each. Failures are lines as well, not exceptions. */
export function grantFullAccess(
	place: Place,
	userId: string,
	delegates: string[],
	automapping: boolean,
): string[] {
	return delegates.map((delegate) => {
		try {
			if (place.tenant) addFullAccess(place.tenant, userId, delegate, automapping);
			return `Granted ${delegate} FullAccess to ${userId} with automapping ${spelled(automapping)}`;
		} catch (error) {
			if (error instanceof MicrosoftError)
				return `Failed to Add FullAccess for ${delegate} on ${userId}: ${error.message}`;
			throw error;
		}
	});
}

function addFullAccess(
	tenant: Tenant,
	userId: string,
	delegate: string,
	automapping: boolean,
): void {
	const { mailbox, userPrincipalName } = exchangeRecipient(tenant, userId);
	const trustee = exchangeRecipient(tenant, delegate).userPrincipalName;
	mailbox.grants = mailbox.grants.filter(
		(grant) => !(grant.right === 'FullAccess' && same(grant.trustee, trustee)),
	);
	mailbox.grants.push({ trustee, right: 'FullAccess', automapping });
	// CIPP notes the change in its report under the very words it was given, an object id included.
	tenant.permissionReport?.mailbox.push({
		mailbox: userPrincipalName,
		user: delegate,
		right: 'FullAccess',
	});
}

/** Remove-CIPPMailboxPermissions from the cached report: what the report does not know stays. Never throws. */
export function removeMailboxPermissions({ tenant }: Place, username: string): string[] {
	const report = tenant?.permissionReport;
	// CIPP leaves the mailbox's name out of this sentence, because it does not have one here.
	if (!tenant || !report)
		return [
			'Could not remove mailbox permissions for . Error: No mailbox data found in reporting database. Sync the mailbox permissions first. ',
		];
	const entries = report.mailbox.filter(({ user }) => same(user, username));
	if (entries.length === 0) return [`No mailbox permissions found for ${username} in cached data`];
	return entries.flatMap(({ mailbox, right }) => {
		const target = findRecipient(tenant, mailbox);
		if (!target)
			return [
				`Could not remove mailbox permissions for ${mailbox}. Error: The operation couldn't be performed because object '${mailbox}' couldn't be found on the directory server.`,
			];
		const held = target.mailbox.grants.some(
			(grant) => grant.right === right && same(grant.trustee, username),
		);
		target.mailbox.grants = target.mailbox.grants.filter(
			(grant) => !(grant.right === right && same(grant.trustee, username)),
		);
		forgetInReport(tenant, mailbox, username, right);
		if (held) return [`Removed ${right} permissions for ${username} from ${mailbox}'s mailbox.`];
		return right === 'SendOnBehalf'
			? []
			: [
					`${right} permissions for ${username} on ${mailbox}'s mailbox were already removed or don't exist.`,
				];
	});
}

function forgetInReport(tenant: Tenant, mailbox: string, user: string, right: MailboxRight): void {
	// CIPP does not take SendOnBehalf out of its report; the row stays until the next nightly sync.
	if (right === 'SendOnBehalf' || !tenant.permissionReport) return;
	tenant.permissionReport.mailbox = tenant.permissionReport.mailbox.filter(
		(row) => !(same(row.mailbox, mailbox) && same(row.user, user) && row.right === right),
	);
}

/** Remove-CIPPCalendarPermissions from the cached report. Calendars know people by display name. Never throws. */
export function removeCalendarPermissions({ tenant }: Place, username: string): string[] {
	const report = tenant?.permissionReport;
	if (!tenant || !report)
		return [
			`Could not remove calendar permissions for ${username}. Error: Failed to query calendar permissions from cache: No calendar permission data found in reporting database. Run a scan first.`,
		];
	const name = findRecipient(tenant, username)?.displayName ?? username;
	const entries = report.calendar.filter(({ user }) => same(user, name));
	if (entries.length === 0) return [`No calendar permissions found for ${username} in cached data`];
	return entries.map((entry) => {
		const mailbox = findRecipient(tenant, entry.calendar)?.mailbox;
		const held = mailbox?.calendarGrants.some(({ user }) => same(user, name)) ?? false;
		if (mailbox)
			mailbox.calendarGrants = mailbox.calendarGrants.filter(({ user }) => !same(user, name));
		report.calendar = report.calendar.filter((row) => row !== entry);
		return held
			? `Removed ${username} from calendar ${entry.calendar}:\\${entry.folderName}`
			: `Failed to remove ${username} from calendar ${entry.calendar}: There is no existing permission entry found for user: ${name}.`;
	});
}
