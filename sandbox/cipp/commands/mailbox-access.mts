import { MicrosoftError } from '../../microsoft/errors.mts';
import { exchangeRecipient, findRecipient } from '../../microsoft/state/lookup.mts';
import type { MailboxRight } from '../../microsoft/state/tenant.mts';
import type { Tenant } from '../tenant.mts';
import { attempt, spelled, type Place } from './place.mts';

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
	changeRight(tenant, {
		mailbox: userId,
		trustee: delegate,
		right: 'FullAccess',
		action: 'Add',
		automapping,
	});
}

export interface RightChange {
	/** Whose mailbox, as it was sent. */
	mailbox: string;
	/** Who gets or loses the right, as it was sent. */
	trustee: string;
	right: MailboxRight;
	action: 'Add' | 'Remove';
	automapping: boolean;
}

/** Set-CIPPMailboxPermission: its sentence for one right of one person. Throws what Exchange says. */
export function setMailboxRight({ tenant }: Place, change: RightChange): string {
	if (tenant) changeRight(tenant, change);
	return sentenceFor(change);
}

function sentenceFor({ mailbox, trustee, right, action, automapping }: RightChange): string {
	const kind = right === 'FullAccess' ? right : `${right} permissions`;
	if (action === 'Remove') return `Removed ${trustee} ${kind} from ${mailbox}`;
	const mapping = right === 'FullAccess' ? ` with automapping ${spelled(automapping)}` : '';
	return `Granted ${trustee} ${kind} to ${mailbox}${mapping}`;
}

/** Taking away what nobody has is no failure to Exchange. */
function changeRight(tenant: Tenant, change: RightChange): void {
	const { right, action, automapping } = change;
	const { mailbox, userPrincipalName } = exchangeRecipient(tenant, change.mailbox);
	const trustee = exchangeRecipient(tenant, change.trustee).userPrincipalName;
	mailbox.grants = mailbox.grants.filter(
		(grant) => !(grant.right === right && same(grant.trustee, trustee)),
	);
	if (action === 'Add')
		mailbox.grants.push({
			trustee,
			right,
			...(right === 'FullAccess' ? { automapping } : {}),
		});
	const report = tenant.permissionReport;
	if (!report) return;
	// CIPP notes the change in its report under the very words it was given, an object id included.
	if (action === 'Add')
		report.mailbox.push({ mailbox: userPrincipalName, user: change.trustee, right });
	else
		report.mailbox = report.mailbox.filter(
			(row) =>
				!(
					same(row.mailbox, userPrincipalName) &&
					same(row.user, change.trustee) &&
					row.right === right
				),
		);
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

export interface CalendarChange {
	/** Object id of the calendar's owner. */
	calendar: string;
	user: string;
	accessRights: string;
	folderName: string;
	remove: boolean;
	canViewPrivateItems: boolean;
	sendNotification: boolean;
}

/** Set-CIPPCalendarPermission. */
export function setCalendarPermission({ tenant }: Place, change: CalendarChange): string {
	const { calendar, user, accessRights, folderName, remove } = change;
	const identity = `${calendar}:\\${folderName}`;
	return attempt(`Failed to set calendar permissions for ${user} on ${calendar} : `, () => {
		if (tenant) changeCalendar(tenant, change);
		if (remove) return `Successfully removed access for ${user} from calendar ${identity}`;
		const more = [
			change.canViewPrivateItems ? ' The user can also view private items.' : '',
			change.sendNotification ? ' A notification has been sent to the user.' : '',
		].join('');
		return `Successfully set permissions on folder ${identity}. The user ${user} now has ${accessRights} permissions on this folder.${more}`;
	});
}

function changeCalendar(tenant: Tenant, change: CalendarChange): void {
	const { accessRights, folderName, remove } = change;
	const { mailbox, userPrincipalName } = exchangeRecipient(tenant, change.calendar);
	// The folder is found by its name in the mailbox's own language.
	if (!same(folderName, mailbox.calendarFolder))
		throw new MicrosoftError(
			`The operation couldn't be performed because '${change.calendar}:\\${folderName}' couldn't be found.`,
		);
	const name = exchangeRecipient(tenant, change.user).displayName;
	const held = mailbox.calendarGrants.find(({ user }) => same(user, name));
	if (remove) {
		if (!held)
			throw new MicrosoftError(`There is no existing permission entry found for user: ${name}.`);
		mailbox.calendarGrants = mailbox.calendarGrants.filter((grant) => grant !== held);
		// CIPP looks for its report's row by the words it was given; the report has display names.
		const report = tenant.permissionReport;
		if (report)
			report.calendar = report.calendar.filter(
				(row) => !(same(row.calendar, userPrincipalName) && same(row.user, change.user)),
			);
		return;
	}
	if (!calendarRights.some((right) => same(right, accessRights)))
		throw new MicrosoftError(
			`Cannot process argument transformation on parameter 'AccessRights'. Cannot convert value "${accessRights}" to type "MailboxFolderAccessRight[]".`,
		);
	if (held) held.accessRights = [accessRights];
	else mailbox.calendarGrants.push({ user: name, accessRights: [accessRights] });
	tenant.permissionReport?.calendar.push({
		calendar: userPrincipalName,
		user: name,
		accessRights,
		folderName,
	});
}

const calendarRights = [
	'None',
	'Owner',
	'PublishingEditor',
	'Editor',
	'PublishingAuthor',
	'Author',
	'NonEditingAuthor',
	'Reviewer',
	'Contributor',
	'AvailabilityOnly',
	'LimitedDetails',
];
