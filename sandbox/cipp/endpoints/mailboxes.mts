import { failed, ok, serialised, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { findRecipient } from '../../microsoft/state/lookup.mts';
import type { Mailbox, MailboxRight, User } from '../../microsoft/state/tenant.mts';
import type { Tenant } from '../tenant.mts';

export const mailboxEndpoints: Endpoint[] = [
	{ name: 'ListUserMailboxDetails', role: 'Exchange.Mailbox.Read', answer: mailboxDetails },
	{ name: 'ListMailboxes', role: 'Exchange.Mailbox.Read', answer: listMailboxes },
	{ name: 'ListUserMailboxRules', role: 'Exchange.Mailbox.Read', answer: listRules },
	{ name: 'ListOoO', role: 'Exchange.Mailbox.Read', answer: listOutOfOffice },
	{ name: 'ListMailboxMobileDevices', role: 'Exchange.Mailbox.Read', answer: listMobileDevices },
];

type Recipient = User & { mailbox: Mailbox };

const noArchive = '00000000-0000-0000-0000-000000000000';

/** Always one row; everything is null where there is no mailbox. */
function mailboxDetails({ instance, query }: Call): Answer {
	const tenant = instance.managedTenant(query.get('tenantFilter'));
	const wanted = query.get('UserID') ?? '';
	const recipient = tenant ? findRecipient(tenant, wanted) : undefined;
	if (!tenant || !recipient)
		return ok([
			{ ...emptyDetails, Mailbox: tenant ? [{ error: notFound(wanted), target: wanted }] : null },
		]);
	const { mailbox } = recipient;
	return ok([
		{
			ForwardAndDeliver: mailbox.deliverToMailboxAndForward,
			ForwardingAddress:
				mailbox.forwardingSmtpAddress?.replace(/^smtp:/, '') ?? mailbox.forwardingAddress,
			LitigationHold: mailbox.litigationHold,
			RetentionHold: false,
			ComplianceTagHold: false,
			InPlaceHold: mailbox.inPlaceHolds.some((hold) => hold.startsWith('cld')),
			EDiscoveryHold: mailbox.inPlaceHolds.some((hold) => hold.startsWith('UniH')),
			PurviewRetentionHold: mailbox.inPlaceHolds.some((hold) => /^(mbx|skp)/.test(hold)),
			ExcludedFromOrgWideHold: mailbox.inPlaceHolds.some((hold) => hold.startsWith('-mbx')),
			HiddenFromAddressLists: mailbox.hiddenFromAddressLists,
			EWSEnabled: true,
			MailboxMAPIEnabled: true,
			MailboxOWAEnabled: true,
			MailboxImapEnabled: false,
			MailboxPopEnabled: false,
			MailboxActiveSyncEnabled: true,
			SmtpClientAuthenticationDisabled: null,
			Permissions: heldRights(mailbox),
			ProhibitSendQuota: 49.5,
			ProhibitSendReceiveQuota: 50,
			ItemCount: mailbox.itemCount,
			TotalItemSize: mailbox.sizeGigabytes,
			TotalArchiveItemSize: mailbox.archiveGuid === noArchive ? null : mailbox.archiveGigabytes,
			TotalArchiveItemCount: mailbox.archiveGuid === noArchive ? null : mailbox.archiveItemCount,
			// Without userMail CIPP's check for blocked senders can say yes for no reason.
			BlockedForSpam: query.has('userMail') ? false : true,
			ArchiveMailBox: mailbox.archiveGuid !== noArchive,
			AutoExpandingArchive: false,
			AutoExpandingArchiveScope: 'None',
			RecipientTypeDetails: mailbox.type,
			RetentionPolicy: mailbox.retentionPolicy,
			Mailbox: [rawMailbox(recipient)],
			MailboxActionsData: mailboxRow(recipient),
		},
	]);
}

const emptyDetails = {
	ForwardAndDeliver: null,
	ForwardingAddress: null,
	LitigationHold: null,
	RetentionHold: null,
	ComplianceTagHold: null,
	InPlaceHold: false,
	EDiscoveryHold: false,
	PurviewRetentionHold: false,
	ExcludedFromOrgWideHold: false,
	HiddenFromAddressLists: null,
	EWSEnabled: null,
	MailboxMAPIEnabled: null,
	MailboxOWAEnabled: null,
	MailboxImapEnabled: null,
	MailboxPopEnabled: null,
	MailboxActiveSyncEnabled: null,
	SmtpClientAuthenticationDisabled: null,
	Permissions: [],
	ProhibitSendQuota: 0,
	ProhibitSendReceiveQuota: 0,
	ItemCount: 0,
	TotalItemSize: 0,
	TotalArchiveItemSize: null,
	TotalArchiveItemCount: null,
	BlockedForSpam: null,
	ArchiveMailBox: null,
	AutoExpandingArchive: null,
	AutoExpandingArchiveScope: null,
	RecipientTypeDetails: null,
	RetentionPolicy: null,
	MailboxActionsData: null,
};

function heldRights(mailbox: Mailbox): Array<{ User: string; AccessRights: string }> {
	const inOrder: MailboxRight[] = ['FullAccess', 'SendAs', 'SendOnBehalf'];
	return inOrder.flatMap((right) =>
		mailbox.grants
			.filter((grant) => grant.right === right)
			.map(({ trustee }) => ({ User: trustee, AccessRights: right })),
	);
}

/** Get-Mailbox, as far as CIPP's answers repeat it. */
export function rawMailbox(recipient: Recipient): Record<string, unknown> {
	const { mailbox } = recipient;
	return {
		Id: recipient.displayName,
		Identity: recipient.displayName,
		Alias: recipient.mailNickname,
		DisplayName: recipient.displayName,
		UserPrincipalName: recipient.userPrincipalName,
		PrimarySmtpAddress: recipient.mail,
		EmailAddresses: recipient.proxyAddresses,
		RecipientType: 'UserMailbox',
		RecipientTypeDetails: mailbox.type,
		ExchangeGuid: mailbox.exchangeGuid,
		ArchiveGuid: mailbox.archiveGuid,
		ExternalDirectoryObjectId: recipient.id,
		ForwardingAddress: mailbox.forwardingAddress,
		ForwardingSmtpAddress: mailbox.forwardingSmtpAddress,
		DeliverToMailboxAndForward: mailbox.deliverToMailboxAndForward,
		HiddenFromAddressListsEnabled: mailbox.hiddenFromAddressLists,
		GrantSendOnBehalfTo: mailbox.grants
			.filter(({ right }) => right === 'SendOnBehalf')
			.map(({ trustee }) => trustee),
		LitigationHoldEnabled: mailbox.litigationHold,
		RetentionHoldEnabled: false,
		ComplianceTagHoldApplied: false,
		InPlaceHolds: mailbox.inPlaceHolds,
		RetentionPolicy: mailbox.retentionPolicy,
		IsDirSynced: recipient.onPremisesSyncEnabled === true,
	};
}

function mailboxRow(recipient: Recipient): Record<string, unknown> {
	const { mailbox } = recipient;
	return {
		Id: recipient.displayName,
		ExchangeGuid: mailbox.exchangeGuid,
		ArchiveGuid: mailbox.archiveGuid,
		WhenSoftDeleted: null,
		UPN: recipient.userPrincipalName,
		displayName: recipient.displayName,
		primarySmtpAddress: recipient.mail,
		ArchiveEnabled: mailbox.archiveGuid !== noArchive,
		AutoExpandingArchive: false,
		AutoExpandingArchiveScope: 'None',
		recipientType: 'UserMailbox',
		recipientTypeDetails: mailbox.type,
		AdditionalEmailAddresses: recipient.proxyAddresses
			.filter((address) => address.startsWith('smtp:'))
			.map((address) => address.slice(5))
			.join(', '),
		ForwardingSmtpAddress: mailbox.forwardingSmtpAddress?.replace('smtp:', '') ?? null,
		InternalForwardingAddress: mailbox.forwardingAddress,
		DeliverToMailboxAndForward: mailbox.deliverToMailboxAndForward,
		HiddenFromAddressListsEnabled: mailbox.hiddenFromAddressLists,
		ExternalDirectoryObjectId: recipient.id,
		IsDirSynced: recipient.onPremisesSyncEnabled === true,
		MessageCopyForSendOnBehalfEnabled: false,
		MessageCopyForSentAsEnabled: false,
		LitigationHoldEnabled: mailbox.litigationHold,
		LitigationHoldDate: null,
		LitigationHoldDuration: 'Unlimited',
		LicensedForLitigationHold: false,
		ComplianceTagHoldApplied: false,
		RetentionHoldEnabled: false,
		InPlaceHolds: mailbox.inPlaceHolds,
		RetentionPolicy: mailbox.retentionPolicy,
	};
}

function listMailboxes({ instance, query }: Call): Answer {
	const filter = query.get('tenantFilter');
	if (query.isTrue('UseReportDB')) {
		const all = filter?.toLowerCase() === 'alltenants';
		const tenant = all ? null : instance.managedTenant(filter);
		const tenants = all ? instance.listedTenants() : tenant ? [tenant] : [];
		const rows = tenants
			.filter(({ permissionReport }) => permissionReport)
			.flatMap((each) => recipients(each).map((recipient) => cachedRow(each, recipient, all)));
		if (!all && !tenant?.permissionReport)
			return failed(500, [
				'No mailbox data found in reporting database. Sync the mailboxes first. ',
			]);
		return ok(rows);
	}
	const tenant = instance.managedTenant(filter);
	const identity = query.get('Identity');
	const type = query.get('RecipientTypeDetails')?.toLowerCase().split(',');
	const wanted = tenant
		? recipients(tenant).filter(
				(recipient) =>
					(!identity || recipient === findRecipient(tenant, identity)) &&
					(!type || type.includes(recipient.mailbox.type.toLowerCase())),
			)
		: [];
	return ok(wanted.map(mailboxRow));
}

function cachedRow(
	tenant: Tenant,
	recipient: Recipient,
	withTenant: boolean,
): Record<string, unknown> {
	const { IsDirSynced: _, ...row } = mailboxRow(recipient);
	return {
		...row,
		storageUsedInBytes: Math.round(recipient.mailbox.sizeGigabytes * 2 ** 30),
		CacheTimestamp: tenant.permissionReport?.refreshed,
		...(withTenant ? { Tenant: tenant.defaultDomainName } : {}),
	};
}

function recipients(tenant: Tenant): Recipient[] {
	return tenant.users.filter((user): user is Recipient => user.mailbox !== null);
}

function listRules({ instance, query }: Call): Answer {
	const tenant = instance.managedTenant(query.get('tenantFilter'));
	if (!tenant) return ok([]);
	const wanted = query.get('UserID') ?? '';
	const recipient = findRecipient(tenant, wanted);
	if (!recipient)
		return failed(500, [
			`Failed to retrieve mailbox rules for ${query.get('userEmail') || wanted} : Error: ${notFound(wanted)}`,
		]);
	return ok(
		recipient.mailbox.rules.map((rule) => ({
			Identity: `${recipient.displayName}\\${rule.identity}`,
			Name: rule.name,
			Description: rule.description,
			Enabled: rule.enabled,
			Priority: rule.priority,
			ForwardTo: rule.forwardTo.length > 0 ? rule.forwardTo : null,
			ForwardAsAttachmentTo: null,
			RedirectTo: null,
			MoveToFolder: rule.moveToFolder,
			DeleteMessage: rule.deleteMessage,
			MailboxOwnerId: recipient.displayName,
			InError: false,
		})),
	);
}

function listOutOfOffice({ instance, query }: Call): Answer {
	const tenant = instance.managedTenant(query.get('tenantFilter'));
	const wanted = query.get('userid') ?? '';
	const recipient = tenant ? findRecipient(tenant, wanted) : undefined;
	if (tenant && !recipient)
		return failed(
			500,
			`Could not retrieve out of office message for ${wanted}. Error: ${notFound(wanted)}`,
		);
	const reply = recipient?.mailbox.autoReply;
	// An unknown tenant gives every field as null.
	return serialised({
		AutoReplyState: reply?.state ?? null,
		StartTime: reply?.startTime ?? null,
		EndTime: reply?.endTime ?? null,
		InternalMessage: reply?.internalMessage ?? null,
		ExternalMessage: reply?.externalMessage ?? null,
		CreateOOFEvent: reply?.createOOFEvent ?? null,
		OOFEventSubject: reply?.oofEventSubject ?? null,
		AutoDeclineFutureRequestsWhenOOF: reply?.autoDeclineFutureRequestsWhenOOF ?? null,
		DeclineEventsForScheduledOOF: reply?.declineEventsForScheduledOOF ?? null,
		DeclineAllEventsForScheduledOOF: reply?.declineEventsForScheduledOOF ?? null,
		DeclineMeetingMessage: reply?.declineMeetingMessage ?? null,
	});
}

function listMobileDevices({ instance, query }: Call): Answer {
	const tenant = instance.managedTenant(query.get('tenantFilter'));
	const wanted = query.get('Mailbox');
	if (!wanted)
		return failed(500, 'Cannot bind argument to parameter because it is an empty string.');
	if (!tenant) return ok([]);
	const recipient = findRecipient(tenant, wanted);
	if (!recipient) return failed(403, [notFound(wanted)]);
	return ok(
		recipient.mailbox.mobileDevices.map((device) => ({
			clientType: device.clientType,
			clientVersion: '1.0',
			deviceAccessState: 'Allowed',
			deviceFriendlyName: device.friendlyName || 'Unknown',
			deviceModel: device.model,
			deviceOS: device.os,
			deviceType: device.type,
			firstSync: serverDate(device.firstSync),
			lastSyncAttempt: serverDate(device.lastSync),
			lastSuccessSync: serverDate(device.lastSync),
			status: 'DeviceOk',
			deviceID: device.deviceId,
			Guid: device.guid,
		})),
	);
}

/** Dates in the server's own format, without zone. */
function serverDate(iso: string): string {
	const [date, time] = iso.split('T');
	const [year, month, day] = date.split('-').map(Number);
	return `${month}/${day}/${year} ${time.slice(0, 8)}`;
}

const notFound = (name: string) =>
	`The operation couldn't be performed because object '${name}' couldn't be found on the directory server.`;
