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

	constructor(
		private readonly send: Send,
		private readonly leaver: { account: Account; tenant: Tenant },
	) {}

	/** Null when the tenant no longer has the user. */
	async account(): Promise<Row | null> {
		this.accountAsked ??= readable(
			'ListGraphRequest',
			readAccount(this.send, this.domain, this.leaver.account.id),
		);
		return await this.accountAsked;
	}

	async mailbox(): Promise<Row> {
		const [row] = await this.rows('ListUserMailboxDetails', {
			UserID: this.upn,
			userMail: this.upn,
		});
		// Without a mailbox, and for any Exchange error, all columns are null and the reason stands here.
		const [raw] = Array.isArray(row?.Mailbox) ? row.Mailbox : [row?.Mailbox];
		if (isObject(raw) && raw.error) {
			throw new CannotRead('notThere', `Exchange answered: ${String(raw.error)}`);
		}
		if (!row || row.RecipientTypeDetails === null || row.RecipientTypeDetails === undefined) {
			throw new CannotRead('notThere', 'Exchange showed no mailbox for this user');
		}
		return row;
	}

	async groups(): Promise<Row[]> {
		return await this.rows('ListUserGroups', { userId: this.leaver.account.id });
	}

	async inboxRules(): Promise<Row[]> {
		return await this.rows('ListUserMailboxRules', { UserID: this.upn });
	}

	async mobileDevices(): Promise<Row[]> {
		return await this.rows('ListMailboxMobileDevices', { Mailbox: this.upn });
	}

	async automaticReply(): Promise<Row> {
		const [row] = await this.rows('ListOoO', { userid: this.upn });
		if (!row || row.AutoReplyState === null || row.AutoReplyState === undefined) {
			throw new CannotRead('notThere', 'Exchange showed no automatic reply for this user');
		}
		return row;
	}

	/** Who may open the leaver's mailbox. */
	async mailboxDelegates(): Promise<Row[]> {
		return await this.rows('ListmailboxPermissions', { userId: this.upn });
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
		const rows = await this.rows('ListmailboxPermissions', { userId: mailbox });
		// Every mailbox lists at least its own user: nothing at all means that it could not be read.
		if (rows.length === 0)
			throw new CannotRead('failed', `Exchange showed no permissions of ${mailbox}`);
		return rows
			.filter((row) => this.isLeaver(row.User))
			.flatMap((row) => row.Permissions as string);
	}

	/** The leaver's rights in another calendar, live. */
	async calendarRightsHeldIn(calendar: string): Promise<string[]> {
		const rows = await this.rows('ListCalendarPermissions', { UserID: calendar });
		if (rows.length === 0)
			throw new CannotRead('failed', `Exchange showed no permissions of ${calendar}`);
		return rows
			.filter((row) => this.isLeaver(row.User))
			.flatMap((row) => row.AccessRights as string);
	}

	async authenticationMethods(): Promise<Row[]> {
		return await this.rows('ListGraphRequest', {
			Endpoint: `users/${pathSegment(this.leaver.account.id)}/authentication/methods`,
			AsApp: 'true',
		});
	}

	async teamsNumbers(): Promise<Row[]> {
		const rows = await this.rows('ListTeamsVoice', {});
		return rows.filter(
			(row) => row.TargetId === this.leaver.account.id || this.isAssignedToLeaver(row.AssignedTo),
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
		const own = rows.filter((row) => this.isLeaver(row.User));
		const entries = own.flatMap((row) => (Array.isArray(row.Permissions) ? row.Permissions : []));
		const rights = entries.filter(isObject).map((entry) => ({
			place: String(entry[column]),
			rights: textOf(entry.AccessRights),
			...(typeof entry.FolderName === 'string' ? { folder: entry.FolderName } : {}),
		}));
		const places = rights.map(({ place }) => place);
		return { places: [...new Set(places)], rights, asOf: timeOf(rows[0].PermissionCacheTimestamp) };
	}

	private get upn(): string {
		return this.leaver.account.userPrincipalName;
	}

	private get domain(): string {
		return this.leaver.tenant.defaultDomainName;
	}

	private isLeaver(value: unknown): boolean {
		const text = String(value ?? '').toLowerCase();
		const { userPrincipalName, displayName, id } = this.leaver.account;
		return [userPrincipalName, displayName, id].some((name) => name.toLowerCase() === text);
	}

	private isAssignedToLeaver(assigned: unknown): boolean {
		const people = Array.isArray(assigned) ? assigned : [assigned];
		return people.some(
			(person) =>
				isObject(person) &&
				(person.id === this.leaver.account.id || this.isLeaver(person.userPrincipalName)),
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
