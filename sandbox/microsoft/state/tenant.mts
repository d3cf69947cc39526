/** One tenant of Microsoft 365 with everything the sandbox knows of it. Plain data: a change can be tried on a copy. */
export interface Tenant {
	customerId: string;
	displayName: string;
	defaultDomainName: string;
	initialDomainName: string;
	users: User[];
	groups: Group[];
	devices: Device[];
	roles: DirectoryRole[];
	phoneNumbers: PhoneNumber[];
	subscriptions: Subscription[];
	deletedUsers: DeletedUser[];
	/** What Exchange's Organization Management lacks, by name. */
	missingExchangeRoles: string[];
	createdDateTime: string;
}

export interface User {
	id: string;
	userPrincipalName: string;
	displayName: string;
	givenName: string;
	surname: string;
	accountEnabled: boolean;
	mail: string | null;
	mailNickname: string;
	proxyAddresses: string[];
	otherMails: string[];
	jobTitle: string | null;
	department: string | null;
	companyName: string | null;
	officeLocation: string | null;
	city: string | null;
	country: string | null;
	usageLocation: string | null;
	mobilePhone: string | null;
	businessPhones: string[];
	employeeId: string | null;
	userType: 'Member' | 'Guest';
	createdDateTime: string;
	lastPasswordChangeDateTime: string;
	signInSessionsValidFromDateTime: string;
	onPremisesSyncEnabled: boolean | null;
	onPremisesImmutableId: string | null;
	onPremisesDistinguishedName: string | null;
	onPremisesLastSyncDateTime: string | null;
	managerId: string | null;
	/** SKU ids assigned to the user directly; those of groups follow from membership. */
	directLicenses: string[];
	/** Group licences still shown while Entra works off a lost membership. */
	fadingLicenses: Array<{ skuId: string; assignedByGroup: string }>;
	mailbox: Mailbox | null;
	authenticationMethods: AuthenticationMethod[];
	perUserMfaState: 'disabled' | 'enabled' | 'enforced';
	oneDrive: OneDrive | null;
	signIns: SignIn[];
	/** Graph's attributes that the seed leaves empty, under Graph's names. */
	furtherAttributes: Record<string, unknown>;
}

export type MailboxRight = 'FullAccess' | 'SendAs' | 'SendOnBehalf';

export interface MailboxGrant {
	/** UPN of who holds the right. */
	trustee: string;
	right: MailboxRight;
	automapping?: boolean;
}

export interface CalendarGrant {
	/** Exchange knows calendar users by display name. */
	user: string;
	accessRights: string[];
}

export interface Mailbox {
	type: 'UserMailbox' | 'SharedMailbox' | 'RoomMailbox' | 'EquipmentMailbox';
	exchangeGuid: string;
	archiveGuid: string;
	hiddenFromAddressLists: boolean;
	forwardingAddress: string | null;
	forwardingSmtpAddress: string | null;
	deliverToMailboxAndForward: boolean;
	autoReply: AutoReply;
	grants: MailboxGrant[];
	calendarGrants: CalendarGrant[];
	/** The calendar's name, which follows the mailbox's language. */
	calendarFolder: string;
	meetings: Meeting[];
	rules: InboxRule[];
	mobileDevices: MobileDevice[];
	sizeGigabytes: number;
	itemCount: number;
	archiveGigabytes: number;
	archiveItemCount: number;
	litigationHold: boolean;
	inPlaceHolds: string[];
	retentionPolicy: string;
}

export interface AutoReply {
	state: 'Disabled' | 'Enabled' | 'Scheduled';
	startTime: string;
	endTime: string;
	internalMessage: string;
	externalMessage: string;
	externalAudience: 'None' | 'Known' | 'All';
	createOOFEvent: boolean;
	oofEventSubject: string;
	autoDeclineFutureRequestsWhenOOF: boolean;
	declineEventsForScheduledOOF: boolean;
	declineMeetingMessage: string;
}

export interface Meeting {
	subject: string;
	start: string;
}

export interface InboxRule {
	identity: string;
	name: string;
	enabled: boolean;
	priority: number;
	description: string;
	forwardTo: string[];
	moveToFolder: string | null;
	deleteMessage: boolean;
}

export interface MobileDevice {
	guid: string;
	deviceId: string;
	friendlyName: string;
	model: string;
	os: string;
	type: string;
	clientType: string;
	firstSync: string;
	lastSync: string;
	/** Left out: allowed, as phones are. */
	accessState?: 'Allowed' | 'Blocked';
}

export interface AuthenticationMethod {
	'@odata.type': string;
	id: string;
	[property: string]: unknown;
}

export interface OneDrive {
	siteId: string;
	url: string;
	siteAdmins: string[];
	sharing:
		| 'Disabled'
		| 'ExternalUserSharingOnly'
		| 'ExternalUserAndGuestSharing'
		| 'ExistingExternalUserSharingOnly';
	storageGigabytes: number;
	fileCount: number;
}

export interface SignIn {
	id: string;
	createdDateTime: string;
	appDisplayName: string;
	ipAddress: string;
	clientAppUsed: string;
	errorCode: number;
	city: string;
	countryOrRegion: string;
}

export interface Group {
	id: string;
	displayName: string;
	description: string | null;
	mail: string | null;
	mailNickname: string;
	mailEnabled: boolean;
	securityEnabled: boolean;
	groupTypes: string[];
	membershipRule: string | null;
	onPremisesSyncEnabled: boolean | null;
	isAssignableToRole: boolean;
	visibility: string | null;
	/** SKU ids every member gets. */
	assignedLicenses: string[];
	members: string[];
	owners: string[];
	createdDateTime: string;
}

export interface Device {
	/** Entra object id. */
	id: string;
	/** Entra device id, which Intune calls azureADDeviceId. */
	deviceId: string;
	/** Intune id; null when not enrolled. */
	managedDeviceId: string | null;
	displayName: string;
	operatingSystem: string;
	operatingSystemVersion: string;
	manufacturer: string;
	model: string;
	serialNumber: string;
	trustType: string;
	isCompliant: boolean;
	accountEnabled: boolean;
	ownerId: string;
	createdDateTime: string;
	approximateLastSignInDateTime: string;
}

export interface DirectoryRole {
	/** Of the role as it is activated in this tenant. */
	id: string;
	roleTemplateId: string;
	displayName: string;
	description: string;
	members: string[];
}

export interface PhoneNumber {
	telephoneNumber: string;
	numberType: string;
	city: string;
	targetId: string | null;
}

export interface Subscription {
	skuId: string;
	total: number;
}

export interface DeletedUser {
	user: User;
	deletedDateTime: string;
	/** Group ids to give back when the user is restored. */
	groupIds: string[];
	ownedGroupIds: string[];
}
