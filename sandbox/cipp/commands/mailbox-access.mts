import { MicrosoftError } from '../../microsoft/errors.mts';
import type { MailboxRight } from '../../microsoft/state/tenant.mts';
import { reportedMailbox } from '../permission-report.mts';
import { wordsOf } from '../requests.mts';
import { attempt, spelled, type Place } from './place.mts';

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Set-CIPPMailboxAccess: a right for each delegate, one line each. Failures are lines as well, not exceptions. */
export function grantRight(
	place: Place,
	userId: string,
	delegates: string[],
	right: MailboxRight,
	automapping = true,
): string[] {
	return delegates.map((trustee) =>
		setMailboxRight(place, {
			mailbox: userId,
			trustee,
			right,
			action: 'Add',
			automapping,
		}),
	);
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

/** Set-CIPPMailboxPermission: its sentence for one right of one person, a failure's as well. */
export function setMailboxRight(place: Place, change: RightChange): string {
	const { mailbox, trustee, right, action } = change;
	try {
		const { name, parameters } = rightCmdlet(change);
		place.ask.cmdlet(name, parameters, mailbox);
		noteInReport(place, change);
		return sentenceFor(change);
	} catch (error) {
		return `Failed to ${action} ${right} for ${trustee} on ${mailbox}: ${wordsOf(error)}`;
	}
}

/** The cmdlet that a change of a right takes. */
export function rightCmdlet({ mailbox, trustee, right, action, automapping }: RightChange): {
	name: string;
	parameters: object;
} {
	if (right === 'SendOnBehalf')
		return {
			name: 'Set-Mailbox',
			parameters: {
				Identity: mailbox,
				GrantSendOnBehalfTo: { [action.toLowerCase()]: trustee },
			},
		};
	if (right === 'SendAs')
		return {
			name: `${action}-RecipientPermission`,
			parameters: { Identity: mailbox, Trustee: trustee, AccessRights: ['SendAs'] },
		};
	return {
		name: `${action}-MailboxPermission`,
		parameters: {
			Identity: mailbox,
			User: trustee,
			AccessRights: ['FullAccess'],
			...(action === 'Add' ? { AutoMapping: automapping } : {}),
		},
	};
}

export function sentenceFor({ mailbox, trustee, right, action, automapping }: RightChange): string {
	const kind = right === 'FullAccess' ? right : `${right} permissions`;
	if (action === 'Remove') return `Removed ${trustee} ${kind} from ${mailbox}`;
	const mapping = right === 'FullAccess' ? ` with automapping ${spelled(automapping)}` : '';
	return `Granted ${trustee} ${kind} to ${mailbox}${mapping}`;
}

/** CIPP notes a change in its report under the very words it was given, an object id included. */
export function noteInReport({ report, now }: Place, change: RightChange): void {
	if (!report) return;
	const { mailbox, trustee, right, action } = change;
	const owner = reportedMailbox(report, mailbox)?.userPrincipalName ?? mailbox;
	if (action === 'Add') {
		report.mailbox.push({ mailbox: owner, user: trustee, right });
		report.newestRow = now.toISOString();
	} else
		report.mailbox = report.mailbox.filter(
			(row) => !(same(row.mailbox, owner) && same(row.user, trustee) && row.right === right),
		);
}

/** Remove-CIPPMailboxPermissions from the cached report: what the report does not know stays. Never throws. */
export function removeMailboxPermissions(place: Place, username: string): string[] {
	// CIPP leaves the mailbox's name out of this sentence, because it does not have one here.
	if (!place.report)
		return [
			'Could not remove mailbox permissions for . Error: Failed to generate mailbox permission report: No mailbox data found in reporting database. Sync the mailbox permissions first. ',
		];
	const entries = place.report.mailbox.filter(({ user }) => same(user, username));
	if (entries.length === 0) return [`No mailbox permissions found for ${username} in cached data`];
	return entries.flatMap(({ mailbox, right }) =>
		removeRight(place, {
			mailbox,
			trustee: username,
			right,
			action: 'Remove',
			automapping: true,
		}),
	);
}

function removeRight(place: Place, change: RightChange): string[] {
	const { mailbox, trustee, right } = change;
	try {
		const { name, parameters } = rightCmdlet(change);
		place.ask.cmdlet(name, parameters);
		// CIPP does not take SendOnBehalf out of its report; the row stays until the next nightly sync.
		if (right !== 'SendOnBehalf') noteInReport(place, change);
		// Exchange answers a removal with nothing, which CIPP takes for a right that was not there.
		return right === 'SendOnBehalf'
			? []
			: [
					`${right} permissions for ${trustee} on ${mailbox}'s mailbox were already removed or don't exist.`,
				];
	} catch (error) {
		return [`Could not remove mailbox permissions for ${mailbox}. Error: ${wordsOf(error)}`];
	}
}

/** Remove-CIPPCalendarPermissions from the cached report. Calendars know people by display name. Never throws. */
export function removeCalendarPermissions(place: Place, username: string): string[] {
	const { report } = place;
	if (!report)
		return [
			`Could not remove calendar permissions for ${username}. Error: Failed to query calendar permissions from cache: Failed to generate calendar permission report: No mailbox data found in reporting database. Sync the mailbox permissions first.`,
		];
	const name = reportedMailbox(report, username)?.displayName ?? username;
	const entries = report.calendar.filter(({ user }) => same(user, name));
	if (entries.length === 0) return [`No calendar permissions found for ${username} in cached data`];
	return entries.map((entry) => {
		const identity = `${entry.calendar}:\\${entry.folderName}`;
		// Out of the report it goes in either case.
		report.calendar = report.calendar.filter((row) => row !== entry);
		try {
			place.ask.cmdlet('Remove-MailboxFolderPermission', { Identity: identity, User: name });
			return `Removed ${username} from calendar ${identity}`;
		} catch (error) {
			if (!(error instanceof MicrosoftError)) throw error;
			return `Failed to remove ${username} from calendar ${entry.calendar}: ${error.message}`;
		}
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
export function setCalendarPermission(place: Place, change: CalendarChange): string {
	const { calendar, user, accessRights, folderName, remove } = change;
	const Identity = `${calendar}:\\${folderName}`;
	return attempt(`Failed to set calendar permissions for ${user} on ${calendar} : `, () => {
		if (remove) place.ask.cmdlet('Remove-MailboxFolderPermission', { Identity, User: user });
		else setOrAdd(place, { Identity, User: user, AccessRights: [accessRights] }, calendar);
		noteCalendar(place, change);
		if (remove) return `Successfully removed access for ${user} from calendar ${Identity}`;
		const more = [
			change.canViewPrivateItems ? ' The user can also view private items.' : '',
			change.sendNotification ? ' A notification has been sent to the user.' : '',
		].join('');
		return `Successfully set permissions on folder ${Identity}. The user ${user} now has ${accessRights} permissions on this folder.${more}`;
	});
}

/** CIPP changes an entry, and where that fails for whatever reason makes a new one. */
function setOrAdd({ ask }: Place, parameters: object, calendar: string): void {
	try {
		ask.cmdlet('Set-MailboxFolderPermission', parameters, calendar);
	} catch (error) {
		if (!(error instanceof MicrosoftError)) throw error;
		ask.cmdlet('Add-MailboxFolderPermission', parameters, calendar);
	}
}

/** The report has display names. What is taken away CIPP looks for by the words it was given. */
function noteCalendar({ report }: Place, change: CalendarChange): void {
	if (!report) return;
	const { user, accessRights, folderName, remove } = change;
	const calendar = reportedMailbox(report, change.calendar)?.userPrincipalName ?? change.calendar;
	if (remove)
		report.calendar = report.calendar.filter(
			(row) => !(same(row.calendar, calendar) && same(row.user, user)),
		);
	else
		report.calendar.push({
			calendar,
			user: reportedMailbox(report, user)?.displayName ?? user,
			accessRights,
			folderName,
		});
}
