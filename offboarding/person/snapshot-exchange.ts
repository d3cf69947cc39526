import { isObject } from '../../cipp/body';
import type { Row } from '../../cipp/rows';
import type {
	AutomaticReply,
	Elsewhere,
	Grant,
	InboxRule,
	MobileDevice,
	SnapshotMailbox,
} from './snapshot-shape';
import type { Elsewhere as Reported, StateReader } from './state-reader';
import type { Account } from './account';

/** The parts of a snapshot that Exchange knows. Each rejects with `CannotRead`. */

export async function readMailbox(state: StateReader): Promise<SnapshotMailbox> {
	const row = await state.mailbox();
	const target = text(row.ForwardingAddress);
	return {
		type: text(row.RecipientTypeDetails),
		isHidden: row.HiddenFromAddressLists === true,
		forwarding:
			target === ''
				? null
				: {
						to: target,
						kind: isExternal(row, target) ? 'external' : 'internal',
						keepsCopy: row.ForwardAndDeliver === true,
					},
		holds: holdNames.filter((name) => row[name] === true),
		hasArchive: row.ArchiveMailBox === true,
		size: number(row.TotalItemSize),
		archiveSize: number(row.TotalArchiveItemSize),
		items: number(row.ItemCount),
	};
}

const holdNames = [
	'LitigationHold',
	'RetentionHold',
	'ComplianceTagHold',
	'InPlaceHold',
	'EDiscoveryHold',
	'PurviewRetentionHold',
];

/** CIPP shows one address for two properties; the mailbox as Exchange gives it tells which it was. */
function isExternal(row: Row, target: string): boolean {
	const [raw] = Array.isArray(row.Mailbox) ? row.Mailbox : [row.Mailbox];
	const address = isObject(raw) ? text(raw.ForwardingSmtpAddress) : '';
	return address.replace(/^smtp:/i, '').toLowerCase() === target.toLowerCase();
}

export async function readAutomaticReply(state: StateReader): Promise<AutomaticReply> {
	const row = await state.automaticReply();
	return {
		state: text(row.AutoReplyState),
		internal: text(row.InternalMessage),
		external: text(row.ExternalMessage),
		start: text(row.StartTime) || null,
		end: text(row.EndTime) || null,
	};
}

export async function readInboxRules(state: StateReader): Promise<InboxRule[]> {
	const rows = await state.inboxRules();
	return rows.map((row) => ({
		name: text(row.Name),
		isEnabled: row.Enabled === true,
		summary: text(row.Description).trim(),
		forwardsTo: ['ForwardTo', 'ForwardAsAttachmentTo', 'RedirectTo'].flatMap((name) =>
			texts(row[name]),
		),
	}));
}

export async function readMailboxDelegates(state: StateReader): Promise<Grant[]> {
	const rows = await state.mailboxDelegates();
	return grouped(
		rows
			.filter((row) => !/^NT AUTHORITY\\/i.test(text(row.User)))
			.map((row) => ({ user: text(row.User), rights: texts(row.Permissions) })),
	);
}

export async function readCalendarDelegates(
	state: StateReader,
	account: Account,
): Promise<Grant[]> {
	const rows = await state.rows('ListCalendarPermissions', { UserID: account.userPrincipalName });
	return grouped(
		rows
			.filter((row) => !/^(default|anonymous)$/i.test(text(row.User)))
			.map((row) => ({ user: text(row.User), rights: texts(row.AccessRights) })),
	);
}

export async function readElsewhere(reading: Promise<Reported>): Promise<Elsewhere> {
	const { asOf, rights } = await reading;
	const grants = grouped(
		rights.map((entry) => ({ user: entry.place, rights: texts(entry.rights) })),
	);
	const folderOf = (place: string): string | undefined =>
		rights.find((entry) => entry.place === place && entry.folder)?.folder;
	return {
		asOf,
		grants: grants.map(({ user, rights: held }) => {
			const folder = folderOf(user);
			return { place: user, rights: held, ...(folder ? { folder } : {}) };
		}),
	};
}

export async function readMobileDevices(state: StateReader): Promise<MobileDevice[]> {
	const rows = await state.mobileDevices();
	return rows.map((row) => ({
		name: text(row.deviceFriendlyName),
		model: text(row.deviceModel),
		system: text(row.deviceOS),
		guid: text(row.Guid),
	}));
}

/** Exchange gives a row for each right of the same person. */
function grouped(grants: Grant[]): Grant[] {
	const byUser = new Map<string, Grant>();
	for (const { user, rights } of grants) {
		const known = byUser.get(user.toLowerCase());
		if (known) known.rights = [...new Set([...known.rights, ...rights])];
		else byUser.set(user.toLowerCase(), { user, rights });
	}
	return [...byUser.values()];
}

/** A list, or a text with commas. */
function texts(value: unknown): string[] {
	if (Array.isArray(value)) return value.map(text);
	return text(value)
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');
}

function number(value: unknown): number | null {
	if (value === null || value === undefined || value === '') return null;
	const amount = Number(value);
	return Number.isFinite(amount) ? amount : null;
}

const text = (value: unknown): string =>
	value === null || value === undefined ? '' : String(value);
