import { identifier } from '../state/identifier.mts';
import { licensesOf, licenseStates } from '../state/license.mts';
import { productOf } from '../state/product.mts';
import type { Device, DirectoryRole, Group, PhoneNumber, Tenant, User } from '../state/tenant.mts';

export type Resource = Record<string, unknown>;

/** What a Graph path leads to: one thing, or a collection. */
export type Found = { one: Resource } | { many: Resource[] };

/** A user as Graph beta shows one. */
export function userResource(tenant: Tenant, user: User): Resource {
	return {
		'@odata.type': '#microsoft.graph.user',
		id: user.id,
		deletedDateTime: null,
		accountEnabled: user.accountEnabled,
		ageGroup: null,
		businessPhones: user.businessPhones,
		city: user.city,
		companyName: user.companyName,
		consentProvidedForMinor: null,
		country: user.country,
		createdDateTime: user.createdDateTime,
		creationType: user.userType === 'Guest' ? 'Invitation' : null,
		department: user.department,
		displayName: user.displayName,
		employeeHireDate: null,
		employeeId: user.employeeId,
		employeeLeaveDateTime: null,
		employeeType: null,
		faxNumber: null,
		givenName: user.givenName,
		jobTitle: user.jobTitle,
		lastPasswordChangeDateTime: user.lastPasswordChangeDateTime,
		legalAgeGroupClassification: null,
		mail: user.mail,
		mailNickname: user.mailNickname,
		mobilePhone: user.mobilePhone,
		officeLocation: user.officeLocation,
		onPremisesDistinguishedName: user.onPremisesDistinguishedName,
		onPremisesImmutableId: user.onPremisesImmutableId,
		onPremisesLastSyncDateTime: user.onPremisesLastSyncDateTime,
		onPremisesSyncEnabled: user.onPremisesSyncEnabled,
		otherMails: user.otherMails,
		postalCode: null,
		preferredLanguage: null,
		proxyAddresses: user.proxyAddresses,
		refreshTokensValidFromDateTime: user.signInSessionsValidFromDateTime,
		showInAddressList: user.mailbox ? !user.mailbox.hiddenFromAddressLists : null,
		signInSessionsValidFromDateTime: user.signInSessionsValidFromDateTime,
		state: null,
		streetAddress: null,
		surname: user.surname,
		usageLocation: user.usageLocation,
		userPrincipalName: user.userPrincipalName,
		userType: user.userType,
		assignedLicenses: licensesOf(tenant, user).map((skuId) => ({ skuId, disabledPlans: [] })),
		licenseAssignmentStates: licenseStates(tenant, user),
		perUserMfaState: user.perUserMfaState,
		...user.furtherAttributes,
		signInActivity: user.signIns[0]
			? {
					lastSignInDateTime: user.signIns[0].createdDateTime,
					lastSignInRequestId: user.signIns[0].id,
				}
			: null,
	};
}

export function groupResource(group: Group): Resource {
	return {
		'@odata.type': '#microsoft.graph.group',
		id: group.id,
		deletedDateTime: null,
		classification: null,
		createdDateTime: group.createdDateTime,
		description: group.description,
		displayName: group.displayName,
		groupTypes: group.groupTypes,
		isAssignableToRole: group.isAssignableToRole,
		mail: group.mail,
		mailEnabled: group.mailEnabled,
		mailNickname: group.mailNickname,
		membershipRule: group.membershipRule,
		membershipRuleProcessingState: group.membershipRule ? 'On' : null,
		onPremisesSyncEnabled: group.onPremisesSyncEnabled,
		proxyAddresses: group.mail ? [`SMTP:${group.mail}`] : [],
		resourceProvisioningOptions: group.groupTypes.includes('Unified') ? ['Team'] : [],
		securityEnabled: group.securityEnabled,
		visibility: group.visibility,
		assignedLicenses: group.assignedLicenses.map((skuId) => ({ skuId, disabledPlans: [] })),
	};
}

export function roleResource(role: DirectoryRole): Resource {
	return {
		'@odata.type': '#microsoft.graph.directoryRole',
		id: role.id,
		displayName: role.displayName,
		description: role.description,
		roleTemplateId: role.roleTemplateId,
	};
}

export function deviceResource(device: Device): Resource {
	return {
		'@odata.type': '#microsoft.graph.device',
		id: device.id,
		deletedDateTime: null,
		accountEnabled: device.accountEnabled,
		approximateLastSignInDateTime: device.approximateLastSignInDateTime,
		createdDateTime: device.createdDateTime,
		deviceId: device.deviceId,
		deviceOwnership: device.managedDeviceId ? 'Company' : 'Personal',
		displayName: device.displayName,
		enrollmentType: device.managedDeviceId ? 'AzureDomainJoined' : null,
		isCompliant: device.isCompliant,
		isManaged: device.managedDeviceId !== null,
		managementType: device.managedDeviceId ? 'MDM' : null,
		manufacturer: device.manufacturer,
		model: device.model,
		onPremisesSyncEnabled: null,
		operatingSystem: device.operatingSystem,
		operatingSystemVersion: device.operatingSystemVersion,
		trustType: device.trustType,
	};
}

/** A device as Intune's managedDevices show it; only enrolled ones have this. */
export function managedDeviceResource(tenant: Tenant, device: Device): Resource {
	const owner = tenant.users.find(({ id }) => id === device.ownerId);
	return {
		id: device.managedDeviceId,
		userId: device.ownerId,
		deviceName: device.displayName,
		managedDeviceOwnerType: 'company',
		enrolledDateTime: device.createdDateTime,
		lastSyncDateTime: device.approximateLastSignInDateTime,
		operatingSystem: device.operatingSystem,
		osVersion: device.operatingSystemVersion,
		complianceState: device.isCompliant ? 'compliant' : 'noncompliant',
		managementAgent: 'mdm',
		azureADRegistered: true,
		azureADDeviceId: device.deviceId,
		emailAddress: owner?.mail ?? '',
		userPrincipalName: owner?.userPrincipalName ?? '',
		userDisplayName: owner?.displayName ?? '',
		model: device.model,
		manufacturer: device.manufacturer,
		serialNumber: device.serialNumber,
		isEncrypted: true,
	};
}

export function subscribedSkuResource(
	tenant: Tenant,
	{ skuId, total }: { skuId: string; total: number },
): Resource {
	return {
		id: `${tenant.customerId}_${skuId}`,
		skuId,
		skuPartNumber: productOf(skuId)?.partNumber ?? skuId,
		subscriptionIds: [identifier(`${tenant.customerId}/${skuId}`)],
		appliesTo: 'User',
		capabilityStatus: 'Enabled',
		consumedUnits: licensedUsers(tenant, skuId).length,
		prepaidUnits: { enabled: total, suspended: 0, warning: 0, lockedOut: 0 },
		servicePlans: [],
	};
}

export function organizationResource(tenant: Tenant): Resource {
	return {
		id: tenant.customerId,
		displayName: tenant.displayName,
		createdDateTime: tenant.createdDateTime,
		countryLetterCode: tenant.users[0]?.usageLocation ?? 'US',
		defaultUsageLocation: tenant.users[0]?.usageLocation ?? 'US',
		onPremisesSyncEnabled: tenant.users.some(({ onPremisesSyncEnabled }) => onPremisesSyncEnabled)
			? true
			: null,
		city: tenant.users[0]?.city ?? null,
		country: tenant.users[0]?.country ?? null,
		street: null,
		state: null,
		postalCode: null,
		businessPhones: [],
		onPremisesLastSyncDateTime: null,
		onPremisesLastPasswordSyncDateTime: null,
		tenantType: 'AAD',
		technicalNotificationMails: [],
		assignedPlans: [],
		verifiedDomains: [
			{
				name: tenant.defaultDomainName,
				isDefault: true,
				isInitial: false,
				type: 'Managed',
				capabilities: 'Email, OfficeCommunicationsOnline',
			},
			{
				name: tenant.initialDomainName,
				isDefault: false,
				isInitial: true,
				type: 'Managed',
				capabilities: 'Email, OfficeCommunicationsOnline',
			},
		],
	};
}

export function signInResource(user: User, signIn: User['signIns'][number]): Resource {
	return {
		id: signIn.id,
		createdDateTime: signIn.createdDateTime,
		userDisplayName: user.displayName,
		userPrincipalName: user.userPrincipalName,
		userId: user.id,
		appDisplayName: signIn.appDisplayName,
		ipAddress: signIn.ipAddress,
		clientAppUsed: signIn.clientAppUsed,
		isInteractive: true,
		status: { errorCode: signIn.errorCode, failureReason: 'Other.', additionalDetails: null },
		location: { city: signIn.city, state: null, countryOrRegion: signIn.countryOrRegion },
	};
}

export function licensedUsers(tenant: Tenant, skuId: string): User[] {
	return tenant.users.filter((user) => licensesOf(tenant, user).includes(skuId));
}

/** A Teams number as telephoneNumberManagement shows it. */
export function telephoneNumberResource({
	telephoneNumber,
	numberType,
	city,
	targetId,
}: PhoneNumber): Resource {
	return {
		id: telephoneNumber,
		telephoneNumber,
		numberType: `${numberType[0].toLowerCase()}${numberType.slice(1)}`,
		activationState: 'activated',
		capabilities: ['userAssignment'],
		city,
		assignmentStatus: targetId ? 'userAssigned' : 'unassigned',
		assignmentTargetId: targetId,
		assignmentCategory: targetId ? 'primary' : null,
	};
}
