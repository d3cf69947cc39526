import { isRead, type NotRead } from '../../person/part';
import type { Snapshot } from '../../person/snapshot-shape';
import type { StepName } from '../../steps/steps';

/** What a snapshot says of the thing that a step changes, in words. */
export function stateBefore(step: StepName, snapshot: Snapshot): string {
	return before[step](snapshot);
}

type Before = (snapshot: Snapshot) => string;

const before: Record<StepName, Before> = {
	RevokeSessions: ({ user }) =>
		`sign-ins valid from ${user.sessionsValidFrom ?? 'an unknown time'}`,
	ResetPass: ({ user }) => `password last changed ${user.passwordChanged ?? 'at an unknown time'}`,
	DisableSignIn: ({ user }) => (user.accountEnabled ? 'sign-in allowed' : 'sign-in blocked'),
	HideFromGAL: (s) =>
		say(s.mailbox, ({ isHidden }) => (isHidden ? 'hidden' : 'in the address list')),
	RemoveGroups: (s) => names(s.groups, 'group', ({ displayName }) => displayName),
	RemoveRules: (s) => names(s.inboxRules, 'inbox rule', ({ name }) => name),
	RemoveMobile: (s) => names(s.mobileDevices, 'mobile device', ({ name }) => name),
	removeCalendarInvites: () => 'not known',
	OOO: (s) => say(s.automaticReply, ({ state }) => `automatic reply ${state.toLowerCase()}`),
	forward: (s) => forwarding(s),
	disableForwarding: (s) => forwarding(s),
	OnedriveAccess: (s) => say(s.oneDrive, ({ url }) => `${url}, admins not known`),
	DisableOneDriveSharing: (s) => say(s.oneDrive, ({ url }) => `${url}, sharing not known`),
	AccessNoAutomap: (s) => delegates(s),
	AccessAutomap: (s) => delegates(s),
	removePermissions: (s) =>
		elsewhere(s.mailboxesOfOthers, 'mailbox of others', 'mailboxes of others'),
	removeCalendarPermissions: (s) =>
		elsewhere(s.calendarsOfOthers, 'calendar of others', 'calendars of others'),
	ConvertToShared: (s) => say(s.mailbox, ({ type }) => type),
	RemoveMFADevices: (s) =>
		names(
			isRead(s.authenticationMethods)
				? s.authenticationMethods.filter((kind) => kind !== 'password')
				: s.authenticationMethods,
			'sign-in method',
			(kind) => kind,
		),
	RemoveTeamsPhoneDID: (s) => names(s.teamsNumbers, 'Teams number', ({ number }) => number),
	RemoveLicenses: (s) => names(s.licenses, 'licence', ({ name }) => name),
	ClearImmutableId: ({ user }) => (user.hasImmutableId ? 'immutable ID set' : 'no immutable ID'),
	DeleteUser: () => 'account exists',
};

function say<T>(part: T | NotRead, words: (data: T) => string): string {
	if (isRead(part)) return words(part);
	return part.absent ? 'none' : `not read: ${part.notRead}`;
}

function names<T>(part: T[] | NotRead, what: string, name: (entry: T) => string): string {
	return say(part, (entries) => {
		if (entries.length === 0) return `no ${what}`;
		const many = `${entries.length} ${what}${entries.length === 1 ? '' : 's'}`;
		return `${many}: ${entries.map(name).join(', ')}`;
	});
}

const forwarding = ({ mailbox }: Snapshot): string =>
	say(mailbox, (data) => (data.forwarding ? `mail to ${data.forwarding.to}` : 'not forwarded'));

const delegates = ({ mailboxDelegates }: Snapshot): string =>
	names(mailboxDelegates, 'delegate', ({ user, rights }) => `${user} (${rights.join(', ')})`);

function elsewhere(part: Snapshot['mailboxesOfOthers'], one: string, many: string): string {
	return say(part, ({ grants }) => {
		const places = grants.map(({ place, rights }) => `${place} (${rights.join(', ')})`);
		if (places.length === 0) return `no ${one}`;
		return `${places.length} ${places.length === 1 ? one : many}: ${places.join(', ')}`;
	});
}
