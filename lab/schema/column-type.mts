export type JsonType = 'string' | 'number' | 'boolean';

/**
 * Names that mean the same in every answer of CIPP and Microsoft Graph. CIPP does not say of which type
 * its columns are, so what is not here has no type: a wrong one is worse than none.
 */
const names: Record<JsonType, string> = {
	string: `
		customerId RowKey GUID PartitionKey skuId skuPartNumber roleTemplateId deviceId azureADDeviceId siteId
		objectId ExchangeGuid ExternalDirectoryObjectId
		UPN mail mailNickname primarySmtpAddress ForwardingSmtpAddress AdditionalEmailAddresses CalendarUPN
		MailboxUPN username
		description jobTitle department companyName city country officeLocation mobilePhone givenName surname
		usageLocation userType groupType calculatedGroupType membersCsv ownersCsv LicJoined License
		delegatedPrivilegeStatus LastGraphError webUrl templateName policyName ruleName FolderName
		manufacturer model serialNumber operatingSystem operatingSystemVersion osVersion complianceState
		managedDeviceOwnerType managementType trustType deviceOwnership EPMID deviceFriendlyName deviceModel
		deviceOS deviceType clientType clientVersion deviceAccessState
		recipientTypeDetails RetentionPolicy MailboxType perUserMfaState CoveredByCA MoveToFolder
		TelephoneNumber AssignmentStatus NumberType IsoCountryCode ActivationState AcquisitionDate TaskState
		MessageTraceId`,
	boolean: `
		accountEnabled onPremisesSyncEnabled isCompliant isEncrypted isBuiltIn isEnabled isLicensed IsAdmin
		IsAssignableToRole MFARegistration CoveredBySD teamsEnabled dynamicGroupBool MailEnabled
		SecurityGroup showInAddressList
		MAPIEnabled OWAEnabled ImapEnabled PopEnabled ActiveSyncEnabled EwsEnabled ArchiveEnabled
		hiddenFromAddressListsEnabled LitigationHoldEnabled DeliverToMailboxAndForward DeleteMessage`,
	number: `
		GraphErrorCount MemberCount PermissionCount CalendarCount MailboxCount fileCount sharePointFileCount
		deviceCount enrolledDeviceCount storageUsedInBytes storageUsedInGigabytes
		storageAllocatedInGigabytes`,
};

/** Endings of names that always are texts. */
const endings =
	/(displayName|principalName|dateTime|tenantFilter|DomainName|tenantName|deviceName)$/i;

const typeOf = new Map(
	Object.entries(names).flatMap(([type, some]) =>
		some
			.trim()
			.split(/\s+/)
			.map((name) => [name.toLowerCase(), type as JsonType]),
	),
);

/** @returns undefined when nobody knows */
export function typeOfColumn(column: string): JsonType | undefined {
	return endings.test(column) ? 'string' : typeOf.get(column.toLowerCase());
}
