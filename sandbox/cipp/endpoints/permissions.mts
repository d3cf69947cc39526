import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { reportedMailbox } from '../permission-report.mts';
import type { Row } from '../requests.mts';
import type { PermissionReport, Tenant } from '../tenant.mts';
import { listed } from './attempt.mts';

export const permissionEndpoints: Endpoint[] = [
	{ name: 'ListmailboxPermissions', role: 'Exchange.Mailbox.Read', answer: listMailboxPermissions },
	{
		name: 'ListCalendarPermissions',
		role: 'Exchange.Mailbox.Read',
		answer: listCalendarPermissions,
	},
];

/** Exchange's refusals are passed over here: an unknown mailbox has no permissions, nor has one that may not be read. */
function listMailboxPermissions(call: Call): Answer {
	const { instance, query } = call;
	const Identity = query.get('userId');
	if (query.isTrue('UseReportDB') && !Identity) return mailboxReport(call);
	const { ask } = instance.placeFor(query.get('tenantFilter') ?? '');
	const names = ['Get-Mailbox', 'Get-MailboxPermission', 'Get-RecipientPermission'];
	const results = ask.cmdlets(names.map((name) => ({ name, parameters: { Identity } })));
	const [mailboxes, full, sendAs] = results.map(({ rows }) => rows as Row[]);
	const onBehalf = (mailboxes ?? []).flatMap((each) => each.GrantSendOnBehalfTo as string[]);
	return ok([
		...onBehalf.map((User) => ({ User, Permissions: 'SendOnBehalf' })),
		...(full ?? []).map(({ User, AccessRights }) => ({
			User,
			Permissions: (AccessRights as string[]).join(', '),
		})),
		...(sendAs ?? []).map(({ Trustee, AccessRights }) => ({
			User: Trustee,
			Permissions: AccessRights,
		})),
	]);
}

function mailboxReport(call: Call): Answer {
	const byUser = call.query.isTrue('ByUser');
	const user = call.query.get('User');
	return fromReport(
		call,
		'Failed to generate mailbox permission report: No mailbox data found in reporting database. Sync the mailbox permissions first. ',
		(tenant, report) => {
			const rows = byUser ? mailboxesByUser(tenant, report) : usersByMailbox(tenant, report);
			return byUser && user
				? rows.filter((row) => String(row.User).toLowerCase() === user.toLowerCase())
				: rows;
		},
	);
}

function listCalendarPermissions(call: Call): Answer {
	const { instance, query } = call;
	const Identity = query.get('UserID') ?? '';
	if (query.isTrue('UseReportDB') && Identity === '')
		return fromReport(
			call,
			'Failed to generate calendar permission report: No mailbox data found in reporting database. Sync the mailbox permissions first.',
			query.isTrue('ByUser') ? calendarsByUser : usersByCalendar,
		);
	const { ask } = instance.placeFor(query.get('tenantFilter') ?? '');
	return listed(403, () => {
		const [folder] = ask.cmdlet(
			'Get-MailboxFolderStatistics',
			{ Identity, FolderScope: 'Calendar' },
			Identity,
		) as Row[];
		const [MailboxInfo] = ask.cmdlet('Get-Mailbox', { Identity }) as Row[];
		const grants = ask.cmdlet(
			'Get-MailboxFolderPermission',
			{ Identity: `${Identity}:\\${String(folder?.Name ?? '')}` },
			Identity,
		) as Row[];
		return grants.map((grant) => ({ ...grant, MailboxInfo }));
	});
}

function fromReport(
	{ instance, query }: Call,
	notSynced: string,
	rowsOf: (tenant: Tenant, report: PermissionReport) => Row[],
): Answer {
	const filter = query.get('tenantFilter') ?? '';
	if (filter.toLowerCase() === 'alltenants')
		return ok(
			instance
				.listedTenants()
				.flatMap((tenant) =>
					tenant.permissionReport ? rowsOf(tenant, tenant.permissionReport) : [],
				),
		);
	const tenant = instance.managedTenant(filter);
	return tenant?.permissionReport
		? ok(rowsOf(tenant, tenant.permissionReport))
		: failed(500, [notSynced]);
}

function mailboxesByUser(tenant: Tenant, report: PermissionReport): Row[] {
	return grouped(report.mailbox, ({ user }) => user).map(([user, rows]) => ({
		User: user,
		UserMailboxType: typeOf(report, user),
		MailboxCount: rows.length,
		Permissions: rows.map(({ mailbox, right }) => ({
			Mailbox: nameOf(report, mailbox),
			MailboxUPN: mailbox,
			AccessRights: right,
		})),
		...origin(tenant, report),
	}));
}

function usersByMailbox(tenant: Tenant, report: PermissionReport): Row[] {
	return grouped(report.mailbox, ({ mailbox }) => mailbox).map(([mailbox, rows]) => ({
		MailboxUPN: mailbox,
		MailboxDisplayName: nameOf(report, mailbox),
		MailboxType: typeOf(report, mailbox),
		PermissionCount: rows.length,
		Permissions: rows.map(({ user, right }) => ({ User: user, AccessRights: right })),
		...origin(tenant, report),
	}));
}

function calendarsByUser(tenant: Tenant, report: PermissionReport): Row[] {
	return grouped(report.calendar, ({ user }) => user).map(([user, rows]) => ({
		User: user,
		UserMailboxType: typeOf(report, user),
		CalendarCount: rows.length,
		Permissions: rows.map(({ calendar, accessRights, folderName }) => ({
			Calendar: nameOf(report, calendar),
			CalendarUPN: calendar,
			AccessRights: accessRights,
			FolderName: folderName,
		})),
		...origin(tenant, report),
	}));
}

function usersByCalendar(tenant: Tenant, report: PermissionReport): Row[] {
	return grouped(report.calendar, ({ calendar }) => calendar).map(([calendar, rows]) => ({
		CalendarUPN: calendar,
		CalendarDisplayName: nameOf(report, calendar),
		CalendarType: typeOf(report, calendar),
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

/** Mailboxes are only written by the nightly run, rights also by whoever grants one through CIPP. */
function origin(tenant: Tenant, { refreshed, newestRow = refreshed }: PermissionReport): Row {
	return {
		Tenant: tenant.defaultDomainName,
		MailboxCacheTimestamp: refreshed,
		PermissionCacheTimestamp: newestRow,
	};
}

function grouped<Entry>(rows: Entry[], key: (row: Entry) => string): Array<[string, Entry[]]> {
	const groups = new Map<string, Entry[]>();
	for (const row of rows) {
		const name =
			[...groups.keys()].find((known) => known.toLowerCase() === key(row).toLowerCase()) ??
			key(row);
		groups.set(name, [...(groups.get(name) ?? []), row]);
	}
	return [...groups].sort(([a], [b]) => a.localeCompare(b));
}

function nameOf(report: PermissionReport, name: string): string {
	return found(report, name)?.displayName ?? name;
}

function typeOf(report: PermissionReport, name: string): string {
	return found(report, name)?.type ?? 'Unknown';
}

/** A mailbox by address, id or display name, as calendars know people. */
function found(report: PermissionReport, name: string) {
	return (
		reportedMailbox(report, name) ??
		report.mailboxes.find(({ displayName }) => displayName.toLowerCase() === name.toLowerCase())
	);
}
