import { ExchangeError } from '../errors.mts';
import { identifier } from '../state/identifier.mts';
import { exchangeRecipient, findUser } from '../state/lookup.mts';
import type { Mailbox, SignIn, Tenant, User } from '../state/tenant.mts';
import type { Cmdlet } from './cmdlet.mts';
import type { Parameters } from './parameters.mts';
import { changeGrant } from './permissions.mts';

type Recipient = User & { mailbox: Mailbox };

const noArchive = '00000000-0000-0000-0000-000000000000';

export const mailboxes: Record<string, Cmdlet> = {
	'Get-Mailbox': ({ tenant }, parameters) => {
		const types = parameters.text('RecipientTypeDetails').toLowerCase().split(',').filter(Boolean);
		return asked(tenant, parameters)
			.filter(({ mailbox }) => types.length === 0 || types.includes(mailbox.type.toLowerCase()))
			.map(mailboxObject);
	},
	'Set-Mailbox': ({ tenant }, parameters) => {
		const recipient = exchangeRecipient(tenant, parameters.text('Identity'));
		const { mailbox } = recipient;
		if (parameters.has('Type')) setType(mailbox, parameters.text('Type'));
		if (parameters.has('HiddenFromAddressListsEnabled'))
			mailbox.hiddenFromAddressLists = parameters.isTrue('HiddenFromAddressListsEnabled');
		setForwarding(tenant, mailbox, parameters);
		return setSendOnBehalf(tenant, recipient, parameters);
	},
	'Get-CASMailbox': ({ tenant }, parameters) => asked(tenant, parameters).map(clientAccess),
	'Set-CASMailbox': ({ tenant }, parameters) => {
		const { mailbox } = exchangeRecipient(tenant, parameters.text('Identity'));
		const decide = (list: string, accessState: 'Allowed' | 'Blocked') => {
			for (const phone of mailbox.mobileDevices)
				if (parameters.within(list, 'add').includes(phone.deviceId))
					phone.accessState = accessState;
		};
		decide('ActiveSyncAllowedDeviceIDs', 'Allowed');
		decide('ActiveSyncBlockedDeviceIDs', 'Blocked');
	},
	'Get-MailboxStatistics': ({ tenant }, parameters) => {
		const identity = parameters.text('Identity');
		const { displayName, mailbox } = exchangeRecipient(tenant, identity);
		const isArchive = parameters.isTrue('Archive');
		if (isArchive && mailbox.archiveGuid === noArchive)
			throw new ExchangeError(`The mailbox '${identity}' doesn't have an archive.`, {
				type: 'Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException',
				status: 404,
			});
		return [statistics(displayName, mailbox, isArchive)];
	},
	'Get-OrganizationConfig': ({ tenant }) => [
		{ Name: tenant.initialDomainName, AutoExpandingArchiveEnabled: false },
	],
	'Get-BlockedSenderAddress': () => [],
	'Search-UnifiedAuditLog': ({ tenant }, parameters) =>
		parameters
			.list('UserIds')
			.flatMap((upn) => findUser(tenant, upn)?.signIns ?? [])
			.map(auditRecord),
};

/** A sign-in as the audit log has it: what matters is text within the record. */
function auditRecord({ createdDateTime, appDisplayName, errorCode }: SignIn) {
	return {
		CreationDate: createdDateTime,
		AuditData: JSON.stringify({
			CreationTime: createdDateTime.replace('Z', ''),
			Operation: errorCode === 0 ? 'UserLoggedIn' : 'UserLoginFailed',
			ResultStatus: errorCode === 0 ? 'Success' : 'Failed',
			Workload: 'AzureActiveDirectory',
			ApplicationId: identifier(appDisplayName),
			ErrorNumber: errorCode,
		}),
	};
}

/** The mailbox that Identity names, or all of them. */
function asked(tenant: Tenant, parameters: Parameters): Recipient[] {
	const identity = parameters.text('Identity');
	if (identity !== '') return [exchangeRecipient(tenant, identity)];
	return tenant.users.filter((user): user is Recipient => user.mailbox !== null);
}

/** Get-Mailbox's object. */
function mailboxObject(recipient: Recipient): Record<string, unknown> {
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
		LitigationHoldDate: null,
		LitigationHoldDuration: 'Unlimited',
		RetentionHoldEnabled: false,
		ComplianceTagHoldApplied: false,
		InPlaceHolds: mailbox.inPlaceHolds,
		RetentionPolicy: mailbox.retentionPolicy,
		IsDirSynced: recipient.onPremisesSyncEnabled === true,
		WhenSoftDeleted: null,
		MessageCopyForSendOnBehalfEnabled: false,
		MessageCopyForSentAsEnabled: false,
		ProhibitSendQuota: '49.5 GB (53,150,220,288 bytes)',
		ProhibitSendReceiveQuota: '50 GB (53,687,091,200 bytes)',
		AutoExpandingArchiveEnabled: false,
		PersistedCapabilities: [],
	};
}

function clientAccess({ displayName, mailbox }: Recipient): Record<string, unknown> {
	return {
		Identity: displayName,
		EwsEnabled: true,
		MAPIEnabled: true,
		OWAEnabled: true,
		ImapEnabled: false,
		PopEnabled: false,
		ActiveSyncEnabled: true,
		SmtpClientAuthenticationDisabled: null,
		ActiveSyncBlockedDeviceIDs: mailbox.mobileDevices
			.filter(({ accessState }) => accessState === 'Blocked')
			.map(({ deviceId }) => deviceId),
	};
}

function statistics(
	displayName: string,
	mailbox: Mailbox,
	isArchive: boolean,
): Record<string, unknown> {
	const gigabytes = isArchive ? mailbox.archiveGigabytes : mailbox.sizeGigabytes;
	const bytes = Math.round(gigabytes * 2 ** 30).toLocaleString('en-US');
	return {
		DisplayName: displayName,
		MailboxGuid: mailbox.exchangeGuid,
		ItemCount: isArchive ? mailbox.archiveItemCount : mailbox.itemCount,
		TotalItemSize: `${gigabytes} GB (${bytes} bytes)`,
		TotalDeletedItemSize: '0 B (0 bytes)',
	};
}

const mailboxTypes: Record<string, Mailbox['type']> = {
	shared: 'SharedMailbox',
	regular: 'UserMailbox',
	room: 'RoomMailbox',
	equipment: 'EquipmentMailbox',
};

function setType(mailbox: Mailbox, name: string): void {
	const type = mailboxTypes[name.toLowerCase()];
	if (!type)
		throw new ExchangeError(
			`Cannot process argument transformation on parameter 'Type'. Cannot convert value "${name}" to type "ConvertibleMailboxSubType".`,
		);
	if (type === 'UserMailbox' && mailbox.type === 'UserMailbox')
		throw new ExchangeError('The mailbox is already of the type "Regular".');
	mailbox.type = type;
}

function setForwarding(tenant: Tenant, mailbox: Mailbox, parameters: Parameters): void {
	if (parameters.has('ForwardingAddress')) {
		const address = parameters.text('ForwardingAddress');
		mailbox.forwardingAddress = address
			? exchangeRecipient(tenant, address).userPrincipalName
			: null;
	}
	if (parameters.has('ForwardingSmtpAddress')) {
		const address = parameters.text('ForwardingSmtpAddress');
		mailbox.forwardingSmtpAddress = address ? `smtp:${address.replace(/^smtp:/i, '')}` : null;
	}
	if (parameters.has('DeliverToMailboxAndForward'))
		mailbox.deliverToMailboxAndForward = parameters.isTrue('DeliverToMailboxAndForward');
}

/** {add} or {remove} one person. Taking away what nobody has is a warning, no failure. */
function setSendOnBehalf(
	tenant: Tenant,
	{ displayName, mailbox }: Recipient,
	parameters: Parameters,
): { warning: string } | undefined {
	for (const trustee of parameters.within('GrantSendOnBehalfTo', 'add'))
		changeGrant(tenant, mailbox, { trustee, right: 'SendOnBehalf', change: 'add' });
	const removed = parameters.within('GrantSendOnBehalfTo', 'remove');
	const wasThere = removed.map((trustee) =>
		changeGrant(tenant, mailbox, { trustee, right: 'SendOnBehalf', change: 'remove' }),
	);
	return wasThere.includes(false)
		? {
				warning: `The command completed successfully but no settings of '${displayName}' have been modified.`,
			}
		: undefined;
}
