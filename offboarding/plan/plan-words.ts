import type { LabelValue, OffboardingOptions } from '../order/order';
import { reasonToStay } from '../person/groups';
import { isRead, type Part } from '../person/part';
import type { Snapshot } from '../person/snapshot-shape';
import type { StepName } from '../steps/steps';

/** What a step will do to this person, in words with counts and names. */
export function wordsFor(step: StepName, snapshot: Snapshot, options: OffboardingOptions): string {
	return words[step](snapshot, options);
}

type Words = (snapshot: Snapshot, options: OffboardingOptions) => string;

const words: Record<StepName, Words> = {
	RevokeSessions: () => 'signs the person out everywhere',

	ResetPass: ({ user }) =>
		user.isSynced
			? 'submits a new random password to the local Active Directory'
			: 'sets a new random password',

	DisableSignIn: ({ user }) =>
		user.accountEnabled ? 'blocks sign-in' : 'sign-in is blocked already',

	HideFromGAL: ({ mailbox }) =>
		isRead(mailbox) && mailbox.isHidden
			? 'is hidden from the address list already'
			: 'hides the person from the address list',

	RemoveGroups: ({ groups }) => {
		if (!isRead(groups)) return unknown('removes from the groups', groups);
		if (groups.length === 0) return 'is in no group';
		const gone = groups.filter((group) => reasonToStay(group) === null);
		const left = groups.filter((group) => reasonToStay(group) !== null);
		const removes = listed('removes', gone, 'group', ({ displayName }) => displayName);
		const stays = left.map((group) => `${group.displayName} (${reasonToStay(group)})`).join(', ');
		return left.length === 0
			? removes
			: `${removes}; ${left.length} ${left.length === 1 ? 'stays' : 'stay'}: ${stays}`;
	},

	RemoveRules: ({ inboxRules }) =>
		removing('deletes', inboxRules, 'inbox rule', ({ name }) => name),

	RemoveMobile: ({ mobileDevices }) =>
		removing('removes', mobileDevices, 'mobile device', ({ name }) => name),

	removeCalendarInvites: () =>
		'cancels the meetings the person organised; CIPP cannot tell which, and they do not come back',

	OOO: ({ automaticReply }) =>
		isRead(automaticReply) && automaticReply.state !== 'Disabled'
			? 'replaces the automatic reply that is on now'
			: 'switches the automatic reply on',

	forward: ({ mailbox }, { forward, KeepCopy }) => {
		const now = isRead(mailbox) ? mailbox.forwarding?.to : undefined;
		const instead = now ? ` instead of ${now}` : '';
		return `forwards mail to ${nameOf(forward)}${instead}, ${KeepCopy ? 'keeping a copy' : 'keeping no copy'}`;
	},

	disableForwarding: ({ mailbox }) => {
		if (!isRead(mailbox)) return unknown('ends forwarding', mailbox);
		return mailbox.forwarding
			? `ends forwarding to ${mailbox.forwarding.to}`
			: 'mail is not forwarded, nothing to end';
	},

	OnedriveAccess: ({ oneDrive }, { OnedriveAccess = [] }) =>
		`makes ${OnedriveAccess.map(nameOf).join(', ')} admin of ${isRead(oneDrive) ? oneDrive.url : 'the OneDrive'}`,

	DisableOneDriveSharing: ({ oneDrive }) =>
		!isRead(oneDrive) && oneDrive.absent
			? 'there is no OneDrive'
			: 'ends all sharing from the OneDrive',

	AccessNoAutomap: (_snapshot, { AccessNoAutomap = [] }) =>
		`gives ${AccessNoAutomap.map(nameOf).join(', ')} full access to the mailbox, not shown in Outlook by itself`,

	AccessAutomap: (_snapshot, { AccessAutomap = [] }) =>
		`gives ${AccessAutomap.map(nameOf).join(', ')} full access to the mailbox, shown in Outlook by itself`,

	removePermissions: ({ mailboxesOfOthers }) =>
		elsewhere(mailboxesOfOthers, 'mailbox', 'mailboxes'),

	removeCalendarPermissions: ({ calendarsOfOthers }) =>
		elsewhere(calendarsOfOthers, 'calendar', 'calendars'),

	ConvertToShared: ({ mailbox }) => {
		if (!isRead(mailbox)) return unknown('turns the mailbox into a shared one', mailbox);
		return mailbox.type === 'SharedMailbox'
			? 'is a shared mailbox already'
			: `turns the mailbox (${mailbox.size ?? 'unknown size'} GB) into a shared one`;
	},

	RemoveMFADevices: ({ authenticationMethods }) =>
		removing(
			'removes',
			isRead(authenticationMethods)
				? authenticationMethods.filter((kind) => kind !== 'password')
				: authenticationMethods,
			'sign-in method',
			(kind) => kind,
		),

	RemoveTeamsPhoneDID: ({ teamsNumbers }) =>
		removing('takes back', teamsNumbers, 'Teams number', ({ number }) => number),

	RemoveLicenses: ({ licenses }) => {
		const later = 'in a second task, five to twenty minutes later';
		if (!isRead(licenses)) return unknown(`removes the licences ${later}`, licenses);
		if (licenses.length === 0) return 'has no licences';
		const names = licenses.map(({ name, direct, groups }) => {
			const source = groups.map(({ displayName }) => displayName).join(' and ');
			return direct ? name : `${name} (through ${source})`;
		});
		return `removes ${counted(licenses.length, 'licence')} ${later}: ${names.join(', ')}`;
	},

	ClearImmutableId: ({ user }) => {
		if (!user.hasImmutableId) return 'has no immutable ID';
		return user.isSynced
			? 'plans to clear the immutable ID once the account is no longer synced'
			: 'clears the immutable ID';
	},

	DeleteUser: () => 'deletes the account; it can be restored for 30 days',
};

function removing<T>(
	verb: string,
	part: Part<T[]>,
	what: string,
	name: (entry: T) => string,
): string {
	if (!isRead(part) && part.absent) return `there is no ${what}`;
	if (!isRead(part)) return unknown(`${verb} every ${what}`, part);
	return part.length === 0 ? `there is no ${what}` : listed(verb, part, what, name);
}

function listed<T>(verb: string, entries: T[], what: string, name: (entry: T) => string): string {
	const names = entries.length > 0 ? `: ${entries.map(name).join(', ')}` : '';
	return `${verb} ${counted(entries.length, what)}${names}`;
}

function elsewhere(part: Snapshot['mailboxesOfOthers'], what: string, many: string): string {
	if (!isRead(part)) return unknown(`takes away rights in other ${many}`, part);
	const { grants, asOf } = part;
	const report = `CIPP's report${asOf ? ` of ${asOf}` : ''}`;
	if (grants.length === 0) return `${report} lists no other ${what}`;
	const names = grants.map(({ place, rights }) => `${place} (${rights.join(', ')})`);
	return `takes away rights in ${grants.length} ${grants.length === 1 ? what : many}: ${names.join(', ')}; from ${report}`;
}

const unknown = (what: string, part: { notRead: string }): string =>
	`${what}; which, is not known (${part.notRead})`;

export const counted = (number: number, what: string): string =>
	`${number} ${what}${number === 1 ? '' : 's'}`;

const nameOf = (person: LabelValue | undefined): string => person?.value ?? '';
