import { failed, ok, serialised, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { emptyParameter } from '../powershell.mts';
import { wordsOf, type CmdletResult, type Requests, type Row } from '../requests.mts';
import { reportedMailbox } from '../permission-report.mts';
import type { Tenant } from '../tenant.mts';
import { listed } from './attempt.mts';
import { actionsRow, gigabytes, hasArchive, mailboxRow } from './mailbox-rows.mts';

export const mailboxEndpoints: Endpoint[] = [
	{ name: 'ListUserMailboxDetails', role: 'Exchange.Mailbox.Read', answer: mailboxDetails },
	{ name: 'ListMailboxes', role: 'Exchange.Mailbox.Read', answer: listMailboxes },
	{ name: 'ListUserMailboxRules', role: 'Exchange.Mailbox.Read', answer: listRules },
	{ name: 'ListOoO', role: 'Exchange.Mailbox.Read', answer: listOutOfOffice },
	{ name: 'ListMailboxMobileDevices', role: 'Exchange.Mailbox.Read', answer: listMobileDevices },
];

/** Always one row and always 200: what cannot be read is half a record, with an archive that is not there. */
function mailboxDetails({ instance, query }: Call): Answer {
	const { ask } = instance.placeFor(query.get('tenantFilter') ?? '');
	const Identity = query.get('UserID') ?? '';
	const asked = read(ask, Identity, query.get('userMail'));
	const { mailbox, access, archive, size } = asked;
	const archived = hasArchive(mailbox);
	const holds = (mailbox?.InPlaceHolds as string[] | undefined) ?? [];
	const of = (row: Row | undefined, name: string) => row?.[name] ?? null;
	return ok([
		{
			ForwardAndDeliver: of(mailbox, 'DeliverToMailboxAndForward'),
			ForwardingAddress: forwardingOf(mailbox),
			LitigationHold: of(mailbox, 'LitigationHoldEnabled'),
			RetentionHold: of(mailbox, 'RetentionHoldEnabled'),
			ComplianceTagHold: of(mailbox, 'ComplianceTagHoldApplied'),
			InPlaceHold: holds.some((hold) => !/^(UniH|mbx|skp|-mbx)/.test(hold)),
			EDiscoveryHold: holds.some((hold) => hold.startsWith('UniH')),
			PurviewRetentionHold: holds.some((hold) => /^(mbx|skp)/.test(hold)),
			ExcludedFromOrgWideHold: holds.some((hold) => hold.startsWith('-mbx')),
			HiddenFromAddressLists: of(mailbox, 'HiddenFromAddressListsEnabled'),
			EWSEnabled: of(access, 'EwsEnabled'),
			MailboxMAPIEnabled: of(access, 'MAPIEnabled'),
			MailboxOWAEnabled: of(access, 'OWAEnabled'),
			MailboxImapEnabled: of(access, 'ImapEnabled'),
			MailboxPopEnabled: of(access, 'PopEnabled'),
			MailboxActiveSyncEnabled: of(access, 'ActiveSyncEnabled'),
			SmtpClientAuthenticationDisabled: of(access, 'SmtpClientAuthenticationDisabled'),
			Permissions: heldRights(asked),
			ProhibitSendQuota: gigabytes(mailbox?.ProhibitSendQuota),
			ProhibitSendReceiveQuota: gigabytes(mailbox?.ProhibitSendReceiveQuota),
			ItemCount: size?.ItemCount ?? 0,
			TotalItemSize: gigabytes(size?.TotalItemSize),
			TotalArchiveItemSize: archived ? gigabytes(archive?.TotalItemSize) : null,
			TotalArchiveItemCount: archived ? (archive?.ItemCount ?? 0) : null,
			BlockedForSpam: false,
			ArchiveMailBox: archived,
			AutoExpandingArchive: false,
			AutoExpandingArchiveScope: 'None',
			RecipientTypeDetails: of(mailbox, 'RecipientTypeDetails'),
			RetentionPolicy: of(mailbox, 'RetentionPolicy'),
			Mailbox: mailbox ? [mailbox] : asked.error ? [{ error: asked.error, target: '' }] : null,
			MailboxActionsData: actionsRow(mailbox),
		},
	]);
}

interface Details {
	mailbox?: Row;
	access?: Row;
	archive?: Row;
	size?: Row;
	full: Row[];
	sendAs: Row[];
	/** What Exchange said instead of a mailbox. */
	error?: string;
}

/** Nothing of this throws: what fails is left out. */
function read(ask: Requests, Identity: string, SenderAddress: string | undefined): Details {
	const names = [
		'Get-Mailbox',
		'Get-MailboxPermission',
		'Get-CASMailbox',
		'Get-OrganizationConfig',
		'Get-BlockedSenderAddress',
		'Get-RecipientPermission',
	];
	const results = ask.cmdlets([
		...names.map((name) => ({ name, parameters: { Identity, SenderAddress } })),
		{ name: 'Get-MailboxStatistics', parameters: { Identity, Archive: true } },
		{ name: 'Get-MailboxStatistics', parameters: { Identity } },
	]);
	const rows = (index: number) => (results[index]?.rows ?? []) as Row[];
	return {
		mailbox: rows(0)[0],
		full: rows(1),
		access: rows(2)[0],
		sendAs: rows(5),
		archive: rows(6)[0],
		size: rows(7)[0],
		error: (results[0] as CmdletResult | undefined)?.error,
	};
}

function forwardingOf(mailbox: Row | undefined): unknown {
	const external = mailbox?.ForwardingSmtpAddress;
	return external ? String(external).replace(/^smtp:/, '') : (mailbox?.ForwardingAddress ?? null);
}

function heldRights({ mailbox, full, sendAs }: Details): Row[] {
	const onBehalf = (mailbox?.GrantSendOnBehalfTo as string[] | undefined) ?? [];
	return [
		...[...full, ...sendAs].map(({ User, Trustee, AccessRights }) => ({
			User: Trustee ?? User,
			AccessRights: (AccessRights as string[]).join(', '),
		})),
		...onBehalf.map((User) => ({ User, AccessRights: 'SendOnBehalf' })),
	].filter(({ User }) => User !== 'NT AUTHORITY\\SELF');
}

const notSynced = 'No mailbox data found in reporting database. Sync the report data first.';

function listMailboxes(call: Call): Answer {
	const { instance, query } = call;
	if (query.isTrue('UseReportDB')) return fromReport(call);
	const { ask } = instance.placeFor(query.get('tenantFilter') ?? '');
	const parameters = Object.fromEntries(
		['Identity', 'RecipientTypeDetails']
			.filter((name) => query.has(name))
			.map((name) => [name, query.get(name)]),
	);
	return listed(403, () => (ask.cmdlet('Get-Mailbox', parameters) as Row[]).map(mailboxRow));
}

function fromReport({ instance, query }: Call): Answer {
	const filter = query.get('tenantFilter') ?? '';
	const isForAll = filter.toLowerCase() === 'alltenants';
	const tenant = instance.managedTenant(filter);
	const tenants = isForAll ? instance.listedTenants() : tenant ? [tenant] : [];
	const synced = tenants.filter(({ permissionReport }) => permissionReport);
	if (!isForAll && synced.length === 0) return failed(500, [notSynced]);
	return ok(
		synced.flatMap((each) =>
			(instance.placeFor(each.defaultDomainName).ask.cmdlet('Get-Mailbox', {}) as Row[]).map(
				(mailbox) => cachedRow(each, mailbox, isForAll),
			),
		),
	);
}

function cachedRow(tenant: Tenant, mailbox: Row, withTenant: boolean): Row {
	const { IsDirSynced: _, ...row } = mailboxRow(mailbox);
	const known = reportedMailbox(tenant.permissionReport!, String(mailbox.UserPrincipalName));
	return {
		...row,
		storageUsedInBytes: Math.round((known?.gigabytes ?? 0) * 2 ** 30),
		CacheTimestamp: tenant.permissionReport!.refreshed,
		...(withTenant ? { Tenant: tenant.defaultDomainName } : {}),
	};
}

function listRules({ instance, query }: Call): Answer {
	const { ask } = instance.placeFor(query.get('tenantFilter') ?? '');
	const Mailbox = query.get('UserID') ?? '';
	return listed(
		500,
		() => ask.cmdlet('Get-InboxRule', { Mailbox, IncludeHidden: true }),
		(words) =>
			`Failed to retrieve mailbox rules for ${query.get('userEmail') || Mailbox} : Error: ${words}`,
	);
}

/** An unknown tenant gives every field as null. */
function listOutOfOffice({ instance, query }: Call): Answer {
	const { ask } = instance.placeFor(query.get('tenantFilter') ?? '');
	const Identity = query.get('userid') ?? '';
	try {
		const [reply] = ask.cmdlet('Get-MailboxAutoReplyConfiguration', { Identity }) as Row[];
		const of = (name: string) => reply?.[name] ?? null;
		return serialised({
			AutoReplyState: of('AutoReplyState'),
			StartTime: minuteText(of('StartTime')),
			EndTime: minuteText(of('EndTime')),
			InternalMessage: of('InternalMessage'),
			ExternalMessage: of('ExternalMessage'),
			CreateOOFEvent: of('CreateOOFEvent'),
			OOFEventSubject: of('OOFEventSubject'),
			AutoDeclineFutureRequestsWhenOOF: of('AutoDeclineFutureRequestsWhenOOF'),
			DeclineEventsForScheduledOOF: of('DeclineEventsForScheduledOOF'),
			DeclineAllEventsForScheduledOOF: of('DeclineAllEventsForScheduledOOF'),
			DeclineMeetingMessage: of('DeclineMeetingMessage'),
		});
	} catch (error) {
		return failed(
			500,
			`Could not retrieve out of office message for ${Identity}. Error: ${wordsOf(error)}`,
		);
	}
}

function minuteText(time: unknown): string | null {
	return typeof time === 'string' ? time.slice(0, 16).replace('T', ' ') : null;
}

function listMobileDevices({ instance, query }: Call): Answer {
	const { ask } = instance.placeFor(query.get('tenantFilter') ?? '');
	const Mailbox = query.get('Mailbox');
	if (!Mailbox) return failed(500, emptyParameter('s'));
	return listed(403, () =>
		(ask.cmdlet('Get-MobileDeviceStatistics', { Mailbox }) as Row[]).map((phone) => ({
			clientType: phone.ClientType,
			clientVersion: phone.ClientVersion,
			deviceAccessState: phone.DeviceAccessState,
			deviceFriendlyName: phone.DeviceFriendlyName || 'Unknown',
			deviceModel: phone.DeviceModel,
			deviceOS: phone.DeviceOS,
			deviceType: phone.DeviceType,
			firstSync: serverDate(phone.FirstSyncTime),
			lastSyncAttempt: serverDate(phone.LastSyncAttemptTime),
			lastSuccessSync: serverDate(phone.LastSuccessSync),
			status: phone.Status,
			deviceID: phone.DeviceID,
			Guid: phone.Guid,
		})),
	);
}

/** Dates in the server's own format, without zone. */
function serverDate(iso: unknown): string {
	const [date, time] = String(iso).split('T');
	const [year, month, day] = date.split('-').map(Number);
	return `${month}/${day}/${year} ${time.slice(0, 8)}`;
}
