import { failed, ok, serialised, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { textDate, unrolled } from '../powershell.mts';
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

/** Always one row and always 200: where something cannot be read, a record of nulls. */
function mailboxDetails({ instance, query }: Call): Answer {
	const { ask } = instance.placeFor(query.get('tenantFilter') ?? '');
	const asked = read(ask, query.get('UserID') ?? '', query.get('userMail'));
	const { mailboxes: mailbox, access, archive, size } = asked;
	const archived = asked.isWhole && hasArchive(mailbox[0]);
	const known = <T,>(value: T) => (asked.isWhole ? value : null);
	const holds = mailbox.flatMap(({ InPlaceHolds }) => InPlaceHolds as string[]);
	const of = (rows: Row[], name: string) => unrolled(rows.map((row) => row[name] ?? null));
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
			ProhibitSendQuota: gigabytes(mailbox[0]?.ProhibitSendQuota),
			ProhibitSendReceiveQuota: gigabytes(mailbox[0]?.ProhibitSendReceiveQuota),
			ItemCount: size?.ItemCount ?? 0,
			TotalItemSize: gigabytes(size?.TotalItemSize),
			TotalArchiveItemSize: archived ? gigabytes(archive?.TotalItemSize) : null,
			TotalArchiveItemCount: archived ? (archive?.ItemCount ?? 0) : null,
			BlockedForSpam: known(asked.blocked.length > 0),
			ArchiveMailBox: known(archived),
			AutoExpandingArchive: known(false),
			AutoExpandingArchiveScope: known('None'),
			RecipientTypeDetails: of(mailbox, 'RecipientTypeDetails'),
			RetentionPolicy: of(mailbox, 'RetentionPolicy'),
			Mailbox: listOrNull(asked.error ? [{ error: asked.error, target: '' }] : mailbox),
			MailboxActionsData: asked.error ? actionsRow(undefined) : unrolled(mailbox.map(actionsRow)),
		},
	]);
}

const listOrNull = (rows: Row[]) => (rows.length > 0 ? rows : null);

interface Details {
	/** One; without a person all of the tenant. */
	mailboxes: Row[];
	access: Row[];
	archive?: Row;
	size?: Row;
	full: Row[];
	sendAs: Row[];
	blocked: Row[];
	/** What Exchange said instead of a mailbox. */
	error?: string;
	/** Whether the last of the questions was answered as well. */
	isWhole: boolean;
}

/** Three questions one after the other. The first that fails ends it, and what came before stays. */
function read(ask: Requests, Identity: string, SenderAddress: string | undefined): Details {
	const details: Details = {
		mailboxes: [],
		access: [],
		full: [],
		sendAs: [],
		blocked: [],
		isWhole: false,
	};
	try {
		if (ask.rows('beta/users?$select=id,userPrincipalName,displayName,mailNickname&$top=999')[0])
			Object.assign(details, fromExchange(ask, Identity, SenderAddress));
		details.size = statistics(ask, Identity);
		details.isWhole = details.size !== undefined;
	} catch (error) {
		wordsOf(error);
	}
	return details;
}

function fromExchange(ask: Requests, Identity: string, SenderAddress?: string): Partial<Details> {
	const results = ask.cmdlets([
		{ name: 'Get-Mailbox', parameters: { Identity } },
		{ name: 'Get-MailboxPermission', parameters: { Identity } },
		{ name: 'Get-CASMailbox', parameters: { Identity } },
		{ name: 'Get-OrganizationConfig', parameters: {} },
		{ name: 'Get-MailboxStatistics', parameters: { Identity, Archive: true } },
		{ name: 'Get-BlockedSenderAddress', parameters: { SenderAddress } },
		{ name: 'Get-RecipientPermission', parameters: { Identity } },
	]);
	const rows = (index: number) => (results[index]?.rows ?? []) as Row[];
	return {
		mailboxes: rows(0),
		full: rows(1),
		access: rows(2),
		archive: rows(4)[0],
		blocked: rows(5),
		sendAs: rows(6),
		error: (results[0] as CmdletResult | undefined)?.error,
	};
}

function statistics(ask: Requests, Identity: string): Row | undefined {
	return ask.cmdlet('Get-MailboxStatistics', { Identity })[0] as Row | undefined;
}

function forwardingOf(mailboxes: Row[]): unknown {
	const texts = (name: string) => mailboxes.map((mailbox) => String(mailbox[name] ?? ''));
	const [outside, inside] = [texts('ForwardingSmtpAddress'), texts('ForwardingAddress')];
	if (outside.some(Boolean)) return unrolled(outside.map((text) => text.replace(/^smtp:/, '')));
	return inside.some(Boolean) ? unrolled(inside) : null;
}

function heldRights({ mailboxes, full, sendAs }: Details): Row[] {
	const onBehalf = mailboxes.flatMap((mailbox) => mailbox.GrantSendOnBehalfTo as string[]);
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
	return listed(403, () => {
		ask.cmdlet('Get-OrganizationConfig', {});
		return (ask.cmdlet('Get-Mailbox', parameters) as Row[]).map(mailboxRow);
	});
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
		() => ask.cmdlet('Get-InboxRule', { Mailbox, IncludeHidden: true }, Mailbox),
		(words) =>
			`Failed to retrieve mailbox rules for ${query.get('userEmail') || Mailbox} : Error: ${words}`,
	);
}

/** An unknown tenant gives every field as null. */
function listOutOfOffice({ instance, query }: Call): Answer {
	const { ask } = instance.placeFor(query.get('tenantFilter') ?? '');
	const Identity = query.get('userid') ?? '';
	try {
		const [reply] = ask.cmdlet(
			'Get-MailboxAutoReplyConfiguration',
			{ Identity },
			Identity,
		) as Row[];
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
	if (!Mailbox) return failed(500, noText);
	return listed(
		403,
		() =>
			(ask.cmdlet('Get-MobileDeviceStatistics', { Mailbox }) as Row[]).map((phone) => ({
				clientType: phone.ClientType,
				clientVersion: phone.ClientVersion,
				deviceAccessState: phone.DeviceAccessState,
				deviceFriendlyName: phone.DeviceFriendlyName || 'Unknown',
				deviceModel: phone.DeviceModel,
				deviceOS: phone.DeviceOS,
				deviceType: phone.DeviceType,
				firstSync: textDate(phone.FirstSyncTime),
				lastSyncAttempt: textDate(phone.LastSyncAttemptTime),
				lastSuccessSync: textDate(phone.LastSuccessSync),
				status: phone.Status,
				deviceID: phone.DeviceID,
				Guid: phone.Guid,
			})),
		// What Exchange says is in a place where CIPP does not look for this one question.
		(words) => (words.startsWith('Ex6F9304|') ? 'Error executing cmdlet' : words),
	);
}

/** CIPP turns the address into base64 before it asks. */
const noText =
	'Exception calling "GetBytes" with "1" argument(s): "Value cannot be null. (Parameter \'chars\')"';
