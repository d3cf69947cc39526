import type { Row } from '../requests.mts';

const noArchive = '00000000-0000-0000-0000-000000000000';

export function hasArchive(mailbox: Row | undefined): boolean {
	return mailbox?.ArchiveGuid !== noArchive;
}

/** A mailbox as ListMailboxes shows it. */
export function mailboxRow(mailbox: Row): Row {
	return {
		...actionsRow(mailbox),
		ArchiveEnabled: hasArchive(mailbox),
		AutoExpandingArchive: false,
		AutoExpandingArchiveScope: 'None',
		RetentionPolicy: mailbox.RetentionPolicy,
	};
}

/** The same with the columns that ListUserMailboxDetails has of it. */
export function actionsRow(mailbox: Row | undefined): Row {
	const of = (name: string) => mailbox?.[name] ?? null;
	return {
		...(mailbox ? { Id: mailbox.Id } : { id: null }),
		ExchangeGuid: of('ExchangeGuid'),
		ArchiveGuid: of('ArchiveGuid'),
		WhenSoftDeleted: of('WhenSoftDeleted'),
		UPN: of('UserPrincipalName'),
		displayName: of('DisplayName'),
		primarySmtpAddress: of('PrimarySmtpAddress'),
		recipientType: of('RecipientType'),
		recipientTypeDetails: of('RecipientTypeDetails'),
		AdditionalEmailAddresses: mailbox ? furtherAddresses(mailbox) : null,
		ForwardingSmtpAddress: String(of('ForwardingSmtpAddress') ?? '').replace('smtp:', ''),
		InternalForwardingAddress: of('ForwardingAddress'),
		DeliverToMailboxAndForward: of('DeliverToMailboxAndForward'),
		HiddenFromAddressListsEnabled: of('HiddenFromAddressListsEnabled'),
		ExternalDirectoryObjectId: of('ExternalDirectoryObjectId'),
		IsDirSynced: of('IsDirSynced'),
		MessageCopyForSendOnBehalfEnabled: of('MessageCopyForSendOnBehalfEnabled'),
		MessageCopyForSentAsEnabled: of('MessageCopyForSentAsEnabled'),
		LitigationHoldEnabled: of('LitigationHoldEnabled'),
		LitigationHoldDate: of('LitigationHoldDate'),
		LitigationHoldDuration: of('LitigationHoldDuration'),
		LicensedForLitigationHold: false,
		ComplianceTagHoldApplied: of('ComplianceTagHoldApplied'),
		RetentionHoldEnabled: of('RetentionHoldEnabled'),
		InPlaceHolds: of('InPlaceHolds'),
	};
}

function furtherAddresses({ EmailAddresses }: Row): string {
	return (EmailAddresses as string[])
		.filter((address) => address.startsWith('smtp:'))
		.map((address) => address.slice(5))
		.join(', ');
}

/** The gigabytes in a size as Exchange writes it: 3.42 GB (3,672,197,038 bytes). */
export function gigabytes(size: unknown): number {
	const text = /^[\d.]+/.exec(String(size ?? ''))?.[0];
	return text === undefined ? 0 : Math.round(Number(text) * 100) / 100;
}
