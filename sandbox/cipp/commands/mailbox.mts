import { MicrosoftError } from '../../microsoft/errors.mts';
import { exchangeRecipient, findRecipient } from '../../microsoft/state/lookup.mts';
import type { AutoReply, InboxRule, Mailbox } from '../../microsoft/state/tenant.mts';
import type { Tenant } from '../tenant.mts';
import { attempt, spelled, type Place } from './place.mts';

/** Set-CIPPHideFromGAL. */
export function setHiddenFromAddressLists(place: Place, userId: string, hidden: boolean): string {
	const text = hidden ? 'hidden' : 'unhidden';
	return attempt(`Failed to set ${userId} to ${text} in GAL. Error: `, () => {
		if (place.tenant)
			exchangeRecipient(place.tenant, userId).mailbox.hiddenFromAddressLists = hidden;
		return `Successfully ${text} ${userId} from GAL.`;
	});
}

/** Remove-CIPPMailboxRule for all rules. */
export function removeAllRules(place: Place, username: string): string {
	return attempt(`Failed to delete rules for ${username}. Error: `, () => {
		const mailbox = place.tenant && exchangeRecipient(place.tenant, username).mailbox;
		if (!mailbox || mailbox.rules.length === 0) return `No rules found for ${username} to delete`;
		mailbox.rules = [];
		return `Successfully deleted all rules for ${username}`;
	});
}

/** Remove-CIPPMailboxRule for one rule, found by its identity alone. */
export function removeRule(
	place: Place,
	ruleId: string,
	ruleName: string,
	username: string,
): string {
	return attempt(`Failed to delete rule for ${username}. Error: `, () => {
		if (place.tenant) {
			const { mailbox, rule } = ruleOf(place.tenant, ruleId);
			mailbox.rules = mailbox.rules.filter((other) => other !== rule);
		}
		return `Successfully deleted mailbox rule ${ruleName} for ${username}`;
	});
}

/** Set-CIPPMailboxRule. */
export function setRule(
	place: Place,
	ruleId: string,
	ruleName: string,
	username: string,
	enabled: boolean,
): string {
	const state = enabled ? 'Enabled' : 'Disabled';
	const sentence = `mailbox rule ${ruleName} for ${username} to ${state}`;
	return attempt(`Could not set ${sentence}. Error: `, () => {
		if (place.tenant) ruleOf(place.tenant, ruleId).rule.enabled = enabled;
		return `Successfully set ${sentence}`;
	});
}

/** A rule by `mailbox\\number`, as the lists of rules name it. */
function ruleOf(tenant: Tenant, identity: string): { mailbox: Mailbox; rule: InboxRule } {
	const [owner, number] = identity.split('\\');
	const mailbox = findRecipient(tenant, owner)?.mailbox;
	const rule = mailbox?.rules.find((each) => each.identity === number);
	if (!mailbox || !rule)
		throw new MicrosoftError(`The rule with the name "${identity}" couldn't be found.`);
	return { mailbox, rule };
}

/** Set-CIPPMobileDevice when it deletes. The device is found by its guid; the user is only named. */
export function removeMobileDevice({ tenant }: Place, guid: string, userId: string): string {
	const owner = tenant?.users.find(({ mailbox }) =>
		mailbox?.mobileDevices.some((device) => device.guid === guid),
	);
	if (tenant && !owner?.mailbox)
		return `Failed to delete Mobile Device ${guid}: The operation couldn't be performed because object '${guid}' couldn't be found on the directory server.`;
	if (owner?.mailbox)
		owner.mailbox.mobileDevices = owner.mailbox.mobileDevices.filter(
			(device) => device.guid !== guid,
		);
	return `Deleted Active Sync Device for ${userId}`;
}

/** Remove-CIPPMobileDevice. */
export function removeMobileDevices(place: Place, username: string): string {
	return attempt(`Failed to remove mobile devices for ${username}. Error: `, () => {
		const mailbox = place.tenant && exchangeRecipient(place.tenant, username).mailbox;
		const names = mailbox?.mobileDevices.map(({ friendlyName }) => friendlyName) ?? [];
		if (mailbox) mailbox.mobileDevices = [];
		return `Successfully removed ${names.length} mobile devices for ${username}: ${names.join('; ')}`;
	});
}

/** Remove-CIPPCalendarInvites. */
export function cancelMeetings(place: Place, username: string): string {
	return attempt(`Failed to cancel calendar invites for ${username}. Error: `, () => {
		if (place.tenant) exchangeRecipient(place.tenant, username).mailbox.meetings = [];
		return `Successfully cancelled all calendar invites for ${username}`;
	});
}

export interface OutOfOffice {
	state: AutoReply['state'];
	internalMessage?: string;
	externalMessage?: string;
	startTime?: Date;
	endTime?: Date;
}

/** Set-CIPPOutOfOffice. Without an external message nobody outside gets an answer. */
export function setOutOfOffice(place: Place, userId: string, wanted: OutOfOffice): string {
	return attempt(`Could not add OOO for ${userId}. Error: `, () => {
		const reply = place.tenant && exchangeRecipient(place.tenant, userId).mailbox.autoReply;
		const start = wanted.startTime ?? place.now;
		const end = wanted.endTime ?? new Date(start.getTime() + 7 * 24 * 3600_000);
		if (reply) {
			reply.state = wanted.state;
			reply.externalAudience = wanted.externalMessage === undefined ? 'None' : 'All';
			if (wanted.internalMessage !== undefined) reply.internalMessage = wanted.internalMessage;
			if (wanted.externalMessage !== undefined) reply.externalMessage = wanted.externalMessage;
			if (wanted.state === 'Scheduled') {
				reply.startTime = minuteText(start);
				reply.endTime = minuteText(end);
			}
		}
		return wanted.state === 'Scheduled'
			? `Scheduled Out-of-office for ${userId} between ${serverText(start)} and ${serverText(end)}`
			: `Set Out-of-office for ${userId} to ${wanted.state}.`;
	});
}

const minuteText = (time: Date) => time.toISOString().slice(0, 16).replace('T', ' ');

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
	place: Place,
	userId: string,
	username: string,
	forwarding: Forwarding,
): string[] {
	return attempt(`Failed to set forwarding for ${username}. Error: `, () => {
		const mailbox = place.tenant && exchangeRecipient(place.tenant, userId).mailbox;
		if (forwarding.to === 'nobody') {
			if (mailbox) setAddresses(mailbox, null, null, false);
			return [
				`Disabling forwarding for ${username}`,
				`Successfully disabled forwarding for ${username}`,
			];
		}
		const { to, address, keepCopy } = forwarding;
		if (mailbox && to === 'internal')
			setAddresses(
				mailbox,
				exchangeRecipient(place.tenant!, address).userPrincipalName,
				null,
				keepCopy,
			);
		if (mailbox && to === 'external') setAddresses(mailbox, null, `smtp:${address}`, keepCopy);
		const kind = to === 'internal' ? 'Internal' : 'External';
		return [
			`Successfully set forwarding for ${username} to ${kind} Address ${address} with keeping a copy set to ${spelled(keepCopy)}`,
		];
	});
}

function setAddresses(
	mailbox: Mailbox,
	internal: string | null,
	external: string | null,
	keepCopy: boolean,
): void {
	mailbox.forwardingAddress = internal;
	mailbox.forwardingSmtpAddress = external;
	mailbox.deliverToMailboxAndForward = keepCopy;
}

const mailboxTypes = {
	Shared: 'SharedMailbox',
	Regular: 'UserMailbox',
	Room: 'RoomMailbox',
	Equipment: 'EquipmentMailbox',
} as const;
export type MailboxType = keyof typeof mailboxTypes;

export function isMailboxType(text: unknown): text is MailboxType {
	return typeof text === 'string' && text in mailboxTypes;
}

/** Set-CIPPMailboxType. Warns from 49 GB on, because a shared mailbox without licence ends at 50. */
export function setMailboxType(
	place: Place,
	userId: string,
	username: string,
	type: MailboxType,
): string {
	return attempt(`Failed to convert ${username} to a ${type} mailbox. Error: `, () => {
		const recipient = place.tenant && exchangeRecipient(place.tenant, userId);
		if (recipient && type === 'Regular' && recipient.mailbox.type === 'UserMailbox')
			throw new MicrosoftError(`The mailbox is already of the type "Regular".`);
		if (recipient) recipient.mailbox.type = mailboxTypes[type];
		const size = recipient?.mailbox.sizeGigabytes ?? 0;
		const warning =
			type === 'Shared' && size >= 49
				? `. Warning: detected mailbox size is ${Math.round(size * 10) / 10} GB, which exceeds the 50 GB shared mailbox limit. The mailbox may stop receiving mail unless an Exchange Online Plan 2 license is retained.`
				: '';
		return `Successfully converted ${username} to a ${type} mailbox${warning}`;
	});
}
