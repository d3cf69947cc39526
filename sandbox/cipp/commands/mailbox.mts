import { MicrosoftError } from '../../microsoft/errors.mts';
import type { AutoReply } from '../../microsoft/state/tenant.mts';
import { wordsOf, type Row } from '../requests.mts';
import { attempt, spelled, type Place } from './place.mts';

/** Set-CIPPHideFromGAL. */
export function setHiddenFromAddressLists({ ask }: Place, userId: string, hidden: boolean): string {
	const text = hidden ? 'hidden' : 'unhidden';
	return attempt(`Failed to set ${userId} to ${text} in GAL. Error: `, () => {
		ask.cmdlet('Set-Mailbox', { Identity: userId, HiddenFromAddressListsEnabled: hidden });
		return `Successfully ${text} ${userId} from GAL.`;
	});
}

/** Remove-CIPPMailboxRule for all rules. */
export function removeAllRules({ ask }: Place, username: string): string {
	return attempt(`Failed to delete rules for ${username}. Error: `, () => {
		const rules = ask.cmdlet('Get-InboxRule', { Mailbox: username, IncludeHidden: true }) as Row[];
		if (rules.length === 0) return `No rules found for ${username} to delete`;
		for (const { Identity } of rules) ask.cmdlet('Remove-InboxRule', { Identity });
		return `Successfully deleted all rules for ${username}`;
	});
}

/** Remove-CIPPMailboxRule for one rule, found by its identity alone. What fails is tried once more another way. */
export function removeRule(
	{ ask }: Place,
	ruleId: string,
	ruleName: string,
	username: string,
): string {
	return attempt(`Failed to delete rule for ${username}. Error: `, () => {
		const remove = () => ask.cmdlet('Remove-InboxRule', { Identity: ruleId }, username);
		try {
			remove();
		} catch (error) {
			if (!(error instanceof MicrosoftError)) throw error;
			remove();
		}
		return `Successfully deleted mailbox rule ${ruleName} for ${username}`;
	});
}

/** Set-CIPPMailboxRule. */
export function setRule(
	{ ask }: Place,
	ruleId: string,
	ruleName: string,
	username: string,
	enabled: boolean,
): string {
	const change = enabled ? 'Enable' : 'Disable';
	const sentence = `mailbox rule ${ruleName} for ${username} to ${change}d`;
	return attempt(`Could not set ${sentence}. Error: `, () => {
		ask.cmdlet(`${change}-InboxRule`, { Identity: ruleId }, username);
		return `Successfully set ${sentence}`;
	});
}

/** Set-CIPPMobileDevice when it blocks or allows; what Exchange refuses is a sentence. */
export function decideOnMobileDevice(
	{ ask }: Place,
	deviceId: string,
	userId: string,
	decision: 'Allow' | 'Block',
): string {
	const list = `ActiveSync${decision}edDeviceIDs`;
	try {
		ask.cmdlet('Set-CASMailbox', { Identity: userId, [list]: { add: deviceId } });
		return `${decision}ed Active Sync Device for ${userId}`;
	} catch (error) {
		return `Failed to ${decision} Active Sync Device for ${userId}: ${wordsOf(error)}`;
	}
}

/** Set-CIPPMobileDevice when it deletes. The device is found by its guid; the user is only named. */
export function removeMobileDevice({ ask }: Place, guid: string, userId: string): string {
	try {
		ask.cmdlet('Remove-MobileDevice', { Identity: guid, Confirm: false });
		return `Deleted Active Sync Device for ${userId}`;
	} catch (error) {
		return `Failed to delete Mobile Device ${guid}: ${wordsOf(error)}`;
	}
}

/** Remove-CIPPMobileDevice. */
export function removeMobileDevices(place: Place, username: string): string {
	return attempt(`Failed to remove mobile devices for ${username}. Error: `, () => {
		const devices = place.ask.cmdlet('Get-MobileDevice', { Mailbox: username }) as Row[];
		const kept = devices.filter((device) => !isRemoved(place, device));
		const names = (list: Row[]) => list.map(({ FriendlyName }) => String(FriendlyName)).join('; ');
		const removed = devices.filter((device) => !kept.includes(device));
		if (kept.length === 0)
			return `Successfully removed ${removed.length} mobile devices for ${username}: ${names(removed)}`;
		return `Failed to remove all mobile devices for ${username}. Successfully removed ${removed.length} mobile devices: ${names(removed)}. Failed to remove ${kept.length} mobile devices: ${names(kept)}`;
	});
}

function isRemoved({ ask }: Place, { Identity }: Row): boolean {
	try {
		ask.cmdlet('Remove-MobileDevice', { Identity });
		return true;
	} catch (error) {
		if (error instanceof MicrosoftError) return false;
		throw error;
	}
}

/** Remove-CIPPCalendarInvites. */
export function cancelMeetings({ ask }: Place, username: string): string {
	return attempt(`Failed to cancel calendar invites for ${username}. Error: `, () => {
		ask.cmdlet('Remove-CalendarEvents', {
			Identity: username,
			QueryWindowInDays: 730,
			CancelOrganizedMeetings: true,
		});
		return `Successfully cancelled all calendar invites for ${username}`;
	});
}

export interface OutOfOffice {
	state: AutoReply['state'];
	internalMessage?: string;
	externalMessage?: string;
	startTime?: Date;
	endTime?: Date;
	/** Further parameters of Set-MailboxAutoReplyConfiguration. */
	more?: Record<string, unknown>;
}

/** Set-CIPPOutOfOffice. Without an external message nobody outside gets an answer. */
export function setOutOfOffice(place: Place, userId: string, wanted: OutOfOffice): string {
	return attempt(`Could not add OOO for ${userId}. Error: `, () => {
		const start = wanted.startTime ?? place.now;
		const end = wanted.endTime ?? new Date(start.getTime() + 7 * 24 * 3600_000);
		const isScheduled = wanted.state === 'Scheduled';
		const { internalMessage, externalMessage } = wanted;
		const parameters = {
			Identity: userId,
			AutoReplyState: wanted.state,
			ExternalAudience: externalMessage === undefined ? 'None' : 'All',
			...(internalMessage === undefined ? {} : { InternalMessage: internalMessage }),
			...(externalMessage === undefined ? {} : { ExternalMessage: externalMessage }),
			...(isScheduled ? { StartTime: start.toISOString(), EndTime: end.toISOString() } : {}),
			...(isScheduled ? wanted.more : {}),
		};
		place.ask.cmdlet('Set-MailboxAutoReplyConfiguration', parameters, userId);
		return isScheduled
			? `Scheduled Out-of-office for ${userId} between ${serverText(start)} and ${serverText(end)}`
			: `Set Out-of-office for ${userId} to ${wanted.state}.`;
	});
}

function serverText(time: Date): string {
	return time
		.toLocaleString('en-US', {
			timeZone: 'UTC',
			month: '2-digit',
			day: '2-digit',
			year: 'numeric',
			hour: '2-digit',
			minute: '2-digit',
			second: '2-digit',
			hour12: false,
		})
		.replace(',', '');
}

export type Forwarding =
	| { to: 'internal' | 'external'; address: string; keepCopy: boolean }
	| { to: 'nobody' };

/** Set-CIPPForwarding: the lines it writes. Switching forwarding off writes two. */
export function setForwarding(
	{ ask }: Place,
	userId: string,
	username: string,
	forwarding: Forwarding,
): string[] {
	return attempt(`Failed to set forwarding for ${username}. Error: `, () => {
		const set = (internal: string | null, external: string | null, keepCopy: boolean) =>
			ask.cmdlet(
				'Set-Mailbox',
				{
					Identity: userId,
					ForwardingAddress: internal,
					ForwardingSmtpAddress: external,
					DeliverToMailboxAndForward: keepCopy,
				},
				username,
			);
		if (forwarding.to === 'nobody') {
			set(null, null, false);
			return [
				`Disabling forwarding for ${username}`,
				`Successfully disabled forwarding for ${username}`,
			];
		}
		const { to, address, keepCopy } = forwarding;
		set(to === 'internal' ? address : null, to === 'external' ? address : null, keepCopy);
		const kind = to === 'internal' ? 'Internal' : 'External';
		return [
			`Successfully set forwarding for ${username} to ${kind} Address ${address} with keeping a copy set to ${spelled(keepCopy)}`,
		];
	});
}

const mailboxTypes = ['Shared', 'Regular', 'Room', 'Equipment'] as const;
export type MailboxType = (typeof mailboxTypes)[number];

/** A type in any case, as PowerShell's sets take it. */
export function mailboxType(text: unknown): MailboxType | undefined {
	return mailboxTypes.find((type) => type.toLowerCase() === String(text ?? '').toLowerCase());
}

/** Set-CIPPMailboxType. Warns from 49 GB on, because a shared mailbox without licence ends at 50. */
export function setMailboxType(
	place: Place,
	userId: string,
	username: string,
	type: MailboxType,
): string {
	return attempt(`Failed to convert ${username} to a ${type} mailbox. Error: `, () => {
		place.ask.cmdlet('Set-Mailbox', { Identity: userId, Type: type }, username);
		const size = type === 'Shared' ? reportedSize(place, userId) : 0;
		const warning =
			size >= 49
				? `. Warning: detected mailbox size is ${Math.round(size * 10) / 10} GB, which exceeds the 50 GB shared mailbox limit. The mailbox may stop receiving mail unless an Exchange Online Plan 2 license is retained.`
				: '';
		return `Successfully converted ${username} to a ${type} mailbox${warning}`;
	});
}

/** Gigabytes from the reporting database, which knows mailboxes by the id of their owner alone. */
function reportedSize({ report }: Place, userId: string): number {
	return report?.mailboxes.find(({ id }) => id === userId)?.gigabytes ?? 0;
}
