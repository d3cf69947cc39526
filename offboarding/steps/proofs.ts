import { attempt } from '../../cipp/attempt';
import { isObject } from '../../cipp/body';
import type { Row } from '../../cipp/rows';
import type { Leaver, Proof } from '../run/leaver';
import type { LabelValue } from '../order/order';
import { CannotRead, type Elsewhere, type StateReader } from '../person/state-reader';
import type { StepName } from './steps';
import { licensesOf, timeOf } from '../person/account';

type Prove = (state: StateReader, leaver: Leaver, account: Row) => Promise<Proof>;

const proven = (read: string): Proof => ({ verified: true, read });
const denied = (read: string): Proof => ({ verified: false, read });
const notReadable = (read: string): Proof => ({ verified: null, read });
const verdict = (isTrue: boolean, read: string): Proof => (isTrue ? proven(read) : denied(read));

/** What has to be true after each step, and where to look (contract 5.5). */
const proofs: Record<StepName, Prove> = {
	RevokeSessions: async (_state, leaver, account) => {
		const now = timeOf(account.signInSessionsValidFromDateTime);
		return verdict(
			isLater(now, leaver.account.sessionsValidFrom),
			`sign-ins are valid from ${now ?? 'an unknown time'}, before it was ${leaver.account.sessionsValidFrom ?? 'unknown'}`,
		);
	},

	ResetPass: async (_state, leaver, account) => {
		const now = timeOf(account.lastPasswordChangeDateTime);
		return verdict(
			isLater(now, leaver.account.passwordChanged),
			`password last changed ${now ?? 'at an unknown time'}, before it was ${leaver.account.passwordChanged ?? 'unknown'}`,
		);
	},

	DisableSignIn: async (_state, _leaver, account) =>
		verdict(
			account.accountEnabled === false,
			`accountEnabled is ${String(account.accountEnabled)}`,
		),

	HideFromGAL: async (state) => {
		const { HiddenFromAddressLists } = await state.mailbox();
		return verdict(
			HiddenFromAddressLists === true,
			`HiddenFromAddressLists is ${String(HiddenFromAddressLists)}`,
		);
	},

	RemoveGroups: async (state, leaver) => proveGroups(await state.groups(), leaver),

	RemoveRules: async (state) => none(await state.inboxRules(), 'inbox rule', 'Name'),

	RemoveMobile: async (state) =>
		none(await state.mobileDevices(), 'mobile device', 'deviceFriendlyName'),

	removeCalendarInvites: async () =>
		notReadable('CIPP has no reading that shows whether meetings were cancelled'),

	OOO: async (state, leaver) => {
		const reply = await state.automaticReply();
		const wanted = textOf(leaver.options.OOO);
		const isSame = [reply.InternalMessage, reply.ExternalMessage].every(
			(message) => textOf(message) === wanted,
		);
		return verdict(
			reply.AutoReplyState === 'Enabled' && isSame,
			`AutoReplyState is ${String(reply.AutoReplyState)}, the texts for inside and outside are ${isSame ? '' : 'not '}the one asked for`,
		);
	},

	forward: async (state, leaver) => {
		const mailbox = await state.mailbox();
		const target = String(mailbox.ForwardingAddress ?? '');
		const keepsCopy = mailbox.ForwardAndDeliver === true;
		const isTarget = leaver.options.forward
			? await isSamePerson(state, target, leaver.options.forward)
			: false;
		return verdict(
			isTarget && keepsCopy === (leaver.options.KeepCopy === true),
			`mail goes to ${target || 'nobody else'}, a copy is ${keepsCopy ? '' : 'not '}kept`,
		);
	},

	disableForwarding: async (state) => {
		const target = String((await state.mailbox()).ForwardingAddress ?? '');
		return verdict(
			target === '',
			target ? `mail still goes to ${target}` : 'mail is not forwarded',
		);
	},

	OnedriveAccess: async () =>
		notReadable('CIPP has no reading that shows the admins of a OneDrive'),

	DisableOneDriveSharing: async () =>
		notReadable('CIPP has no reading that shows how a OneDrive is shared'),

	AccessNoAutomap: async (state, leaver) =>
		await proveAccess(state, leaver.options.AccessNoAutomap ?? []),

	AccessAutomap: async (state, leaver) =>
		await proveAccess(state, leaver.options.AccessAutomap ?? []),

	removePermissions: async (state) => {
		const reported = await state.mailboxesElsewhere();
		return await noneElsewhere('mailbox', reported, async (mailbox) => {
			return await state.mailboxRightsHeldIn(mailbox);
		});
	},

	removeCalendarPermissions: async (state) => {
		const reported = await state.calendarsElsewhere();
		return await noneElsewhere('calendar', reported, async (calendar) => {
			return await state.calendarRightsHeldIn(calendar);
		});
	},

	ConvertToShared: async (state) => {
		const { RecipientTypeDetails } = await state.mailbox();
		return verdict(
			RecipientTypeDetails === 'SharedMailbox',
			`RecipientTypeDetails is ${String(RecipientTypeDetails)}`,
		);
	},

	RemoveMFADevices: async (state) => {
		const methods = await state.authenticationMethods();
		const left = methods.filter((method) => !/passwordAuthenticationMethod/i.test(typeOf(method)));
		return none(left, 'sign-in method', '@odata.type');
	},

	RemoveTeamsPhoneDID: async (state) =>
		none(await state.teamsNumbers(), 'Teams number', 'TelephoneNumber'),

	RemoveLicenses: async (_state, _leaver, account) => {
		const left = licensesOf(account);
		if (left.length === 0) return proven('assignedLicenses is empty');
		const fromGroups = groupLicenses(account);
		const direct = left.filter((sku) => !fromGroups.has(sku));
		const source =
			direct.length === 0
				? ', all through groups: take the person out of the licence groups'
				: `, ${direct.length} of them assigned directly`;
		return denied(`${count(left.length, 'licence')} left${source} (${left.join(', ')})`);
	},

	ClearImmutableId: async (_state, leaver, account) => {
		const isCleared = !account.onPremisesImmutableId;
		if (!isCleared && leaver.account.isSynced) {
			return denied(
				'onPremisesImmutableId is still set: CIPP clears it only after the account is no longer synced',
			);
		}
		return verdict(isCleared, `onPremisesImmutableId is ${isCleared ? 'empty' : 'still set'}`);
	},

	DeleteUser: async () => denied('the account still exists'),
};

/** Looks at the tenant and says whether a step's result is there. Never throws for what it cannot read. */
export async function prove(step: StepName, state: StateReader, leaver: Leaver): Promise<Proof> {
	const { value, error } = await attempt(proveOrThrow(step, state, leaver));
	if (!error) return value;
	if (!(error instanceof CannotRead)) throw error;
	return {
		...notReadable(error.message),
		...(error.advice === '' ? {} : { advice: error.advice }),
		...(error.reason === 'failed' ? { failed: true as const } : {}),
	};
}

async function proveOrThrow(step: StepName, state: StateReader, leaver: Leaver): Promise<Proof> {
	const account = await state.account();
	if (account === null) return await proveAfterDeletion(step, state, leaver);
	return await proofs[step](state, leaver, account);
}

/** A deleted account cannot sign in and holds no licence; its mailbox and groups cannot be read any more. */
async function proveAfterDeletion(
	step: StepName,
	state: StateReader,
	leaver: Leaver,
): Promise<Proof> {
	const gone = 'the account no longer exists';
	if (!leaver.options.DeleteUser) {
		return notReadable(`${gone}, though its deletion was not asked for here`);
	}
	switch (step) {
		case 'DeleteUser':
			return await proveDeletion(state, leaver);
		case 'DisableSignIn':
		case 'RevokeSessions':
			return proven(`${gone}, so nobody can sign in with it`);
		case 'RemoveLicenses':
			return proven(`${gone}, so its licences are free again`);
		default:
			return notReadable(`${gone}, so this cannot be read any more`);
	}
}

async function proveDeletion(state: StateReader, leaver: Leaver): Promise<Proof> {
	const { value: items, error } = await attempt(state.deletedItems());
	if (error instanceof CannotRead) {
		return proven(
			`the account no longer exists (deleted users could not be read: ${error.message})`,
		);
	}
	if (error) throw error;
	const item = items.find((row) => row.id === leaver.account.id);
	return item
		? proven(`in the deleted users since ${timeOf(item.deletedDateTime) ?? 'an unknown time'}`)
		: proven('the account no longer exists, and is not among the deleted users either');
}

function proveGroups(groups: Row[], leaver: Leaver): Proof {
	if (groups.length === 0) return proven('in no group');
	const said = [...(leaver.task?.said ?? []), ...(leaver.direct?.RemoveGroups?.said ?? [])];
	const skipped = said.filter((sentence) => /^Skipping removal/.test(sentence));
	const reasons = groups.map((group) => ({
		name: String(group.DisplayName ?? group.id),
		reason: reasonToStay(group, skipped),
	}));
	const list = reasons.map(({ name, reason }) => `"${name}" (${reason ?? 'could be removed'})`);
	const read = `still in ${count(groups.length, 'group')}: ${list.join(', ')}`;
	return verdict(
		reasons.every(({ reason }) => reason !== null),
		read,
	);
}

function reasonToStay(group: Row, skipped: string[]): string | null {
	if (/DynamicMembership/i.test(String(group.GroupTypes ?? '')))
		return 'its rule decides who is in';
	if (group.OnPremisesSync === true) return 'synced from on-premises';
	if (skipped.some((sentence) => sentence.includes(`'${String(group.DisplayName)}'`))) {
		return 'gives licences, CIPP leaves it to the licence removal';
	}
	return null;
}

async function proveAccess(state: StateReader, delegates: LabelValue[]): Promise<Proof> {
	const rows = (await state.mailboxDelegates()).filter((row) => /FullAccess/i.test(rightsOf(row)));
	const missing: string[] = [];
	for (const delegate of delegates) {
		const hits = await Promise.all(
			rows.map(async (row) => await isSamePerson(state, String(row.User ?? ''), delegate)),
		);
		if (!hits.includes(true)) missing.push(delegate.value);
	}
	const names = delegates.map((delegate) => delegate.value).join(', ');
	return missing.length === 0
		? proven(`FullAccess is there for ${names}`)
		: denied(`no FullAccess for ${missing.join(', ')}`);
}

function rightsOf(row: Row): string {
	return Array.isArray(row.Permissions)
		? row.Permissions.join(', ')
		: String(row.Permissions ?? '');
}

/** Exchange names people by address, ID or display name, whichever it finds first. */
async function isSamePerson(
	state: StateReader,
	found: string,
	wanted: LabelValue,
): Promise<boolean> {
	const text = found.trim().toLowerCase();
	if (text === '') return false;
	if (text === wanted.value.toLowerCase()) return true;
	const account = await state.otherAccount(wanted.value);
	if (account === null) return false;
	return [account.id, account.userPrincipalName, account.displayName].some(
		(name) => String(name ?? '').toLowerCase() === text,
	);
}

function none(rows: Row[], what: string, nameColumn: string): Proof {
	if (rows.length === 0) return proven(`no ${what}s left`);
	const names = rows.map((row) => String(row[nameColumn] ?? row.id ?? '?')).join(', ');
	return denied(`${count(rows.length, what)} left: ${names}`);
}

/** CIPP keeps some permissions in its report after removing them, so what is listed is looked up live. */
async function noneElsewhere(
	what: string,
	reported: Elsewhere,
	rightsHeldIn: (place: string) => Promise<string[]>,
): Promise<Proof> {
	const report = `CIPP's cached report${reported.asOf ? ` of ${reported.asOf}` : ''}`;
	if (reported.places.length === 0) return proven(`${report} lists no other ${what}`);
	const held: string[] = [];
	for (const place of reported.places) {
		const rights = await rightsHeldIn(place);
		if (rights.length > 0) held.push(`${place} (${rights.join(', ')})`);
	}
	return held.length === 0
		? proven(`no access to ${reported.places.join(', ')}, which ${report} still lists`)
		: denied(`still access to ${count(held.length, what)}: ${held.join(', ')}`);
}

function groupLicenses(account: Row): Set<string> {
	const states = Array.isArray(account.licenseAssignmentStates)
		? account.licenseAssignmentStates.filter(isObject)
		: [];
	const direct = new Set(
		states.filter((entry) => !entry.assignedByGroup).map((entry) => String(entry.skuId)),
	);
	return new Set(
		states
			.filter((entry) => entry.assignedByGroup && !direct.has(String(entry.skuId)))
			.map((entry) => String(entry.skuId)),
	);
}

function isLater(now: string | null, before: string | null): boolean {
	if (now === null) return false;
	return before === null || Date.parse(now) > Date.parse(before);
}

/** Exchange wraps the text of a reply in a page of its own. */
function textOf(html: unknown): string {
	return String(html ?? '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/&nbsp;/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

const typeOf = (row: Row): string => String(row['@odata.type'] ?? '');
const count = (number: number, what: string): string =>
	`${number} ${what}${number === 1 ? '' : what.endsWith('x') ? 'es' : 's'}`;
