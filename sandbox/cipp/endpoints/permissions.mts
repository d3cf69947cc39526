import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { findRecipient } from '../../microsoft/state/lookup.mts';
import type { PermissionReport, Tenant } from '../tenant.mts';
import { rawMailbox } from './mailboxes.mts';

export const permissionEndpoints: Endpoint[] = [
	{ name: 'ListmailboxPermissions', role: 'Exchange.Mailbox.Read', answer: listMailboxPermissions },
	{
		name: 'ListCalendarPermissions',
		role: 'Exchange.Mailbox.Read',
		answer: listCalendarPermissions,
	},
];

function listMailboxPermissions({ instance, query }: Call): Answer {
	const userId = query.get('userId');
	if (query.isTrue('UseReportDB') && !userId) {
		const byUser = query.isTrue('ByUser');
		return fromReport(
			instance.listedTenants(),
			instance.managedTenant(query.get('tenantFilter')),
			query.get('tenantFilter'),
			'mailbox',
			(tenant, report) => {
				const rows = byUser ? mailboxesByUser(tenant, report) : usersByMailbox(tenant, report);
				const user = query.get('User');
				return byUser && user
					? rows.filter((row) => String(row.User).toLowerCase() === user.toLowerCase())
					: rows;
			},
		);
	}
	const tenant = instance.managedTenant(query.get('tenantFilter'));
	const recipient = tenant && userId ? findRecipient(tenant, userId) : undefined;
	// Exchange's errors are swallowed here: an unknown mailbox has no permissions.
	if (!recipient) return ok([]);
	const held = (right: string) =>
		recipient.mailbox.grants.filter((grant) => grant.right === right).map(({ trustee }) => trustee);
	return ok([
		...held('SendOnBehalf').map((User) => ({ User, Permissions: 'SendOnBehalf' })),
		{ User: 'NT AUTHORITY\\SELF', Permissions: 'FullAccess, ReadPermission' },
		...held('FullAccess').map((User) => ({ User, Permissions: 'FullAccess' })),
		{ User: 'NT AUTHORITY\\SELF', Permissions: ['SendAs'] },
		...held('SendAs').map((User) => ({ User, Permissions: ['SendAs'] })),
	]);
}

function listCalendarPermissions({ instance, query }: Call): Answer {
	const userId = query.get('UserID');
	if (query.isTrue('UseReportDB') && !userId) {
		const byUser = query.isTrue('ByUser');
		return fromReport(
			instance.listedTenants(),
			instance.managedTenant(query.get('tenantFilter')),
			query.get('tenantFilter'),
			'calendar',
			(tenant, report) =>
				byUser ? calendarsByUser(tenant, report) : usersByCalendar(tenant, report),
		);
	}
	const tenant = instance.managedTenant(query.get('tenantFilter'));
	if (!tenant) return ok([]);
	const recipient = findRecipient(tenant, userId ?? '');
	if (!recipient)
		return failed(403, [
			`The operation couldn't be performed because object '${userId ?? ''}' couldn't be found on the directory server.`,
		]);
	return ok(
		recipient.mailbox.calendarGrants.map(({ user, accessRights }) => ({
			Identity: `${recipient.userPrincipalName}:\\${recipient.mailbox.calendarFolder}`,
			User: user,
			AccessRights: accessRights,
			FolderName: recipient.mailbox.calendarFolder,
			MailboxInfo: rawMailbox(recipient),
		})),
	);
}

type Rows = Array<Record<string, unknown>>;

function fromReport(
	all: Tenant[],
	one: Tenant | null,
	filter: string | undefined,
	kind: 'mailbox' | 'calendar',
	rowsOf: (tenant: Tenant, report: PermissionReport) => Rows,
): Answer {
	if (filter?.toLowerCase() === 'alltenants')
		return ok(
			all.flatMap((tenant) =>
				tenant.permissionReport ? rowsOf(tenant, tenant.permissionReport) : [],
			),
		);
	const text =
		kind === 'mailbox'
			? 'No mailbox data found in reporting database. Sync the mailbox permissions first. '
			: 'No mailbox data found in reporting database. Sync the calendar permissions first. ';
	return one?.permissionReport ? ok(rowsOf(one, one.permissionReport)) : failed(500, [text]);
}

function mailboxesByUser(tenant: Tenant, report: PermissionReport): Rows {
	return grouped(report.mailbox, ({ user }) => user).map(([user, rows]) => ({
		User: user,
		UserMailboxType: typeOf(tenant, user),
		MailboxCount: rows.length,
		Permissions: rows.map(({ mailbox, right }) => ({
			Mailbox: nameOf(tenant, mailbox),
			MailboxUPN: mailbox,
			AccessRights: right,
		})),
		...origin(tenant, report),
	}));
}

function usersByMailbox(tenant: Tenant, report: PermissionReport): Rows {
	return grouped(report.mailbox, ({ mailbox }) => mailbox).map(([mailbox, rows]) => ({
		MailboxUPN: mailbox,
		MailboxDisplayName: nameOf(tenant, mailbox),
		MailboxType: typeOf(tenant, mailbox),
		PermissionCount: rows.length,
		Permissions: rows.map(({ user, right }) => ({ User: user, AccessRights: right })),
		...origin(tenant, report),
	}));
}

function calendarsByUser(tenant: Tenant, report: PermissionReport): Rows {
	return grouped(report.calendar, ({ user }) => user).map(([user, rows]) => ({
		User: user,
		UserMailboxType: typeOf(tenant, user),
		CalendarCount: rows.length,
		Permissions: rows.map(({ calendar, accessRights, folderName }) => ({
			Calendar: nameOf(tenant, calendar),
			CalendarUPN: calendar,
			AccessRights: accessRights,
			FolderName: folderName,
		})),
		...origin(tenant, report),
	}));
}

function usersByCalendar(tenant: Tenant, report: PermissionReport): Rows {
	return grouped(report.calendar, ({ calendar }) => calendar).map(([calendar, rows]) => ({
		CalendarUPN: calendar,
		CalendarDisplayName: nameOf(tenant, calendar),
		CalendarType: typeOf(tenant, calendar),
		FolderName: rows[0].folderName,
		PermissionCount: rows.length,
		Permissions: rows.map(({ user, accessRights, folderName }) => ({
			User: user,
			AccessRights: accessRights,
			FolderName: folderName,
		})),
		...origin(tenant, report),
	}));
}

function origin(tenant: Tenant, { refreshed }: PermissionReport): Record<string, unknown> {
	return {
		Tenant: tenant.defaultDomainName,
		MailboxCacheTimestamp: refreshed,
		PermissionCacheTimestamp: refreshed,
	};
}

function grouped<Row>(rows: Row[], key: (row: Row) => string): Array<[string, Row[]]> {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const name =
			[...groups.keys()].find((known) => known.toLowerCase() === key(row).toLowerCase()) ??
			key(row);
		groups.set(name, [...(groups.get(name) ?? []), row]);
	}
	return [...groups].sort(([a], [b]) => a.localeCompare(b));
}

const nameOf = (tenant: Tenant, name: string) => findRecipient(tenant, name)?.displayName ?? name;
const typeOf = (tenant: Tenant, name: string) =>
	findRecipient(tenant, name)?.mailbox.type ?? 'Unknown';
