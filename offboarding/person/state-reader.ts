import { attempt } from '../../cipp/attempt';
import { CippFailure, tellsOfMissingAccess } from '../../cipp/failure';
import { isObject } from '../../cipp/body';
import { readRows, type Row } from '../../cipp/rows';
import type { Send } from '../../cipp/request';
import { pathSegment, readAccount } from '../../cipp/users';
import type { Tenant } from '../../cipp/tenants';
import { Trouble, type Origin } from '../../cipp/trouble';
import { timeOf, type Account } from './account';

/**
 * Something cannot be read; nothing is known about it.
 *
 * `notAllowed`: the API client lacks a permission. `notThere`: there is nothing to read, such as the
 * mailbox of someone without one. `failed`: CIPP or Microsoft did not answer as they should.
 */
export class CannotRead extends Trouble {
	constructor(
		readonly reason: 'notAllowed' | 'notThere' | 'failed',
		message: string,
		advice = '',
		/** CIPP role that the API client lacks. */
		readonly permission?: string,
		origin: Origin = {},
	) {
		super(message, advice, origin);
	}
}

/** Other people's mailboxes or calendars that the leaver may open. */
export interface Elsewhere {
	/** User principal names of their owners. */
	places: string[];
	/** What may be done there, each place once for every right. */
	rights: Array<{ place: string; rights: string; folder?: string }>;
	/** When CIPP filled its report; null where it does not say. */
	asOf: string | null;
}

/**
 * What the tenant holds about a leaver right now, past CIPP's caches. Each list is asked for at most
 * once per reading, and only if a step needs it (docs/cipp.md, An offboarding).
 */
export class StateReader {
	private readonly asked = new Map<string, Promise<Row[]>>();
	private accountAsked: Promise<Row | null> | undefined;

	/** @param known the account, where it has just been read */
	constructor(
		private readonly send: Send,
		private readonly leaver: { account: Account; tenant: Tenant },
		known?: Row,
	) {
		if (known) this.accountAsked = Promise.resolve(known);
	}

	/** Null when the tenant no longer has the user. */
	async account(): Promise<Row | null> {
		this.accountAsked ??= readable(
			'ListGraphRequest',
			readAccount(this.send, this.domain, this.leaver.account.id),
		);
		return await this.accountAsked;
	}

	async mailbox(): Promise<Row> {
		const upn = await this.upn();
		const [row] = await this.rows('ListUserMailboxDetails', { UserID: upn, userMail: upn });
		// Without a mailbox, and for any Exchange error, all columns are null and the reason stands here.
		const [raw] = Array.isArray(row?.Mailbox) ? row.Mailbox : [row?.Mailbox];
		const error = isObject(raw) && raw.error ? String(raw.error) : '';
		if (error !== '') {
			const reason = tellsOfNoMailbox(error) ? 'notThere' : 'failed';
			throw new CannotRead(reason, `Exchange answered: ${error}`);
		}
		if (!row || row.RecipientTypeDetails === null || row.RecipientTypeDetails === undefined) {
			throw new CannotRead('failed', 'Exchange showed nothing of the mailbox, and did not say why');
		}
		return row;
	}

	async groups(): Promise<Row[]> {
		return await this.rows('ListUserGroups', { userId: this.leaver.account.id });
	}

	async inboxRules(): Promise<Row[]> {
		return await this.rows('ListUserMailboxRules', { UserID: await this.upn() });
	}

	async mobileDevices(): Promise<Row[]> {
		return await this.rows('ListMailboxMobileDevices', { Mailbox: await this.upn() });
	}

	async automaticReply(): Promise<Row> {
		const [row] = await this.rows('ListOoO', { userid: await this.upn() });
		if (!row || row.AutoReplyState === null || row.AutoReplyState === undefined) {
			// Where there is no mailbox, that says so.
			await this.mailbox();
			throw new CannotRead('failed', 'Exchange showed nothing of the automatic reply');
		}
		return row;
	}

	/** Who has rights in the leaver's mailbox, live, each right in a row of its own. */
	async mailboxDelegates(): Promise<Row[]> {
		return await this.rightsIn(await this.upn());
	}

	/** Which other mailboxes the leaver may open, as CIPP's cached report has it. */
	async mailboxesElsewhere(): Promise<Elsewhere> {
		return await this.elsewhere('ListmailboxPermissions', 'MailboxUPN');
	}

	/** Which other calendars the leaver may open, as CIPP's cached report has it. */
	async calendarsElsewhere(): Promise<Elsewhere> {
		return await this.elsewhere('ListCalendarPermissions', 'CalendarUPN');
	}

	/** The leaver's rights in another mailbox, live. */
	async mailboxRightsHeldIn(mailbox: string): Promise<string[]> {
		const rows = await this.rightsIn(mailbox);
		const own = await this.heldByLeaver(rows);
		return own.flatMap((row) => row.Permissions as string);
	}

	/**
	 * CIPP passes over Exchange's errors here, and what could not be read looks like a list without entries.
	 * The mailbox's own user stands in the list of each right, so a list without it has not been read.
	 */
	private async rightsIn(mailbox: string): Promise<Row[]> {
		const rows = await this.rows('ListmailboxPermissions', { userId: mailbox });
		const own = rows.filter(({ User }) => /^NT AUTHORITY\\SELF$/i.test(String(User)));
		for (const right of ['FullAccess', 'SendAs']) {
			if (own.some(({ Permissions }) => hasRight(Permissions, right))) continue;
			throw new CannotRead('failed', `Exchange did not show who has ${right} in ${mailbox}`);
		}
		return rows;
	}

	/** The leaver's rights in another calendar, live. */
	async calendarRightsHeldIn(calendar: string): Promise<string[]> {
		const rows = await this.rows('ListCalendarPermissions', { UserID: calendar });
		// Every calendar lists at least what everybody may do.
		if (rows.length === 0 || !rows.every(({ User }) => typeof User === 'string' && User !== ''))
			throw new CannotRead('failed', `Exchange showed no permissions of ${calendar}`);
		const own = await this.heldByLeaver(rows);
		return own.flatMap((row) => row.AccessRights as string);
	}

	/** @throws {CannotRead} where only a display name tells whose they are, and somebody else bears it too */
	private async heldByLeaver(rows: Row[]): Promise<Row[]> {
		const { names, displayNames } = await this.names();
		const sure = rows.filter(({ User }) => names.has(lower(User)));
		const byDisplayName = rows.filter(({ User }) => displayNames.has(lower(User)));
		for (const { User } of byDisplayName) await this.checkOnlyOneIs(String(User));
		return [...sure, ...byDisplayName];
	}

	private async checkOnlyOneIs(displayName: string): Promise<void> {
		const bearers = await this.rows('ListGraphRequest', {
			Endpoint: 'users',
			$filter: `displayName eq '${displayName.replace(/'/g, "''")}'`,
			$select: 'id,displayName',
		});
		const others = bearers.filter(
			({ id, displayName: name }) =>
				id && id !== this.leaver.account.id && lower(name) === lower(displayName),
		);
		if (others.length === 0) return;
		throw new CannotRead(
			'failed',
			`${others.length + 1} people are called "${displayName}", and Exchange does not say whose the rights are`,
		);
	}

	async authenticationMethods(): Promise<Row[]> {
		return await this.rows('ListGraphRequest', {
			Endpoint: `users/${pathSegment(this.leaver.account.id)}/authentication/methods`,
			AsApp: 'true',
		});
	}

	async teamsNumbers(): Promise<Row[]> {
		const rows = await this.rows('ListTeamsVoice', {});
		const { names } = await this.names();
		return rows.filter(
			(row) =>
				row.TargetId === this.leaver.account.id || this.isAssignedToLeaver(row.AssignedTo, names),
		);
	}

	async deletedItems(): Promise<Row[]> {
		return await this.rows('ListDeletedItems', {});
	}

	/** Another account of the tenant, e.g. a delegate's. */
	async otherAccount(user: string): Promise<Row | null> {
		return await readable('ListGraphRequest', readAccount(this.send, this.domain, user));
	}

	private async elsewhere(endpoint: string, column: string): Promise<Elsewhere> {
		const rows = await this.rows(endpoint, { UseReportDB: 'true', ByUser: 'true' });
		if (rows.length === 0) throw new CannotRead('notThere', "CIPP's cached report is empty");
		const { names, displayNames } = await this.names();
		const own = rows.filter(({ User }) => names.has(lower(User)) || displayNames.has(lower(User)));
		const entries = own.flatMap((row) => (Array.isArray(row.Permissions) ? row.Permissions : []));
		const rights = entries.filter(isObject).map((entry) => ({
			place: String(entry[column]),
			rights: textOf(entry.AccessRights),
			...(typeof entry.FolderName === 'string' ? { folder: entry.FolderName } : {}),
		}));
		const places = rights.map(({ place }) => place);
		return { places: [...new Set(places)], rights, asOf: syncedAt(rows[0]) };
	}

	/** As the account is called now: what CIPP finds by name must not be somebody else's. */
	private async upn(): Promise<string> {
		const { value: now } = await attempt(this.account());
		return String(now?.userPrincipalName ?? this.leaver.account.userPrincipalName);
	}

	/** Every name and address that the account has or had when it was ordered, in small letters. */
	private async names(): Promise<{ names: Set<string>; displayNames: Set<string> }> {
		const { value: now } = await attempt(this.account());
		const { userPrincipalName, displayName, id } = this.leaver.account;
		const addresses = Array.isArray(now?.proxyAddresses) ? now.proxyAddresses : [];
		const all = [id, userPrincipalName, now?.userPrincipalName, ...addresses];
		return {
			names: namesIn(all.map((name) => String(name ?? '').replace(/^smtp:/i, ''))),
			displayNames: namesIn([displayName, now?.displayName]),
		};
	}

	private get domain(): string {
		return this.leaver.tenant.defaultDomainName;
	}

	private isAssignedToLeaver(assigned: unknown, names: Set<string>): boolean {
		const people = Array.isArray(assigned) ? assigned : [assigned];
		return people.some(
			(person) =>
				isObject(person) &&
				(person.id === this.leaver.account.id || names.has(lower(person.userPrincipalName))),
		);
	}

	/** Any list of the tenant, asked for once. */
	async rows(endpoint: string, query: Record<string, string>): Promise<Row[]> {
		const request = {
			method: 'GET' as const,
			endpoint,
			query: { tenantFilter: this.domain, ...query },
			fresh: true,
		};
		const name = JSON.stringify(request);
		const known = this.asked.get(name);
		if (known) return await known;
		const asking = readable(endpoint, readRows(this.send, request));
		this.asked.set(name, asking);
		return await asking;
	}
}

const lower = (value: unknown): string => String(value ?? '').toLowerCase();

const namesIn = (values: unknown[]): Set<string> =>
	new Set(values.map(lower).filter((name) => name !== ''));

const hasRight = (permissions: unknown, right: string): boolean =>
	lower(permissions).includes(right.toLowerCase());

const tellsOfNoMailbox = (text: string): boolean => /couldn't be found|does not exist/i.test(text);

/** Each right that somebody grants through CIPP is a newer row; mailboxes are only written by the sync. */
function syncedAt({ MailboxCacheTimestamp, PermissionCacheTimestamp }: Row): string | null {
	const times = [MailboxCacheTimestamp, PermissionCacheTimestamp].map(timeOf);
	return times.filter((time) => time !== null).sort()[0] ?? null;
}

const textOf = (rights: unknown): string =>
	Array.isArray(rights) ? rights.join(', ') : String(rights ?? '');

/** Turns a failed reading into "cannot be read", with the permission to grant where one is missing. */
export async function readable<T>(endpoint: string, reading: Promise<T>): Promise<T> {
	const { value, error } = await attempt(reading);
	if (!error) return value;
	if (!(error instanceof Trouble)) throw error;
	const { message, advice, request } = error;
	const origin = { request, cause: error };
	if (error instanceof CippFailure) {
		const reason = tellsOfMissingAccess(error.answer) ? 'notAllowed' : 'failed';
		throw new CannotRead(reason, message, advice, error.missingRole, origin);
	}
	const isAbout = message.startsWith(`${endpoint}: `) ? message : `${endpoint}: ${message}`;
	throw new CannotRead('failed', isAbout, advice, undefined, origin);
}
