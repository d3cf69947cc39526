import { identifier } from '../state/identifier.mts';
import { products, type ProductKey } from '../state/product.mts';
import type {
	AuthenticationMethod,
	AutoReply,
	InboxRule,
	Mailbox,
	MailboxGrant,
	Meeting,
	MobileDevice,
	OneDrive,
	SignIn,
	User,
} from '../state/tenant.mts';

/** What a seed file says of one person; everything left out gets a believable value. */
export interface Person {
	name: string;
	title?: string;
	department?: string;
	/** UPN name part of the manager. */
	manager?: string;
	licenses?: ProductKey[];
	/** UPN name part where it is not first.last. */
	account?: string;
	guestOf?: string;
	enabled?: boolean;
	synced?: boolean;
	immutableId?: boolean;
	/** Short names of authentication methods beside the password. */
	methods?: MethodName[];
	rules?: Array<Pick<InboxRule, 'name' | 'description'> & Partial<InboxRule>>;
	phones?: Array<Pick<MobileDevice, 'friendlyName' | 'model' | 'os'>>;
	meetings?: string[];
	grants?: Array<{ to: string; right: MailboxGrant['right'] }>;
	calendar?: Array<{ to: string; rights: string[] }>;
	mailbox?: Partial<Mailbox> | null;
	oneDrive?: boolean;
	mobilePhone?: string;
	perUserMfa?: User['perUserMfaState'];
}

export type MethodName = 'microsoftAuthenticator' | 'phone' | 'fido2' | 'softwareOath' | 'email';

export interface Company {
	/** Name the identifiers are derived from. */
	key: string;
	name: string;
	domain: string;
	initialDomain: string;
	city: string;
	country: string;
	usageLocation: string;
}

const createdDateTime = '2023-03-06T08:30:00Z';
const passwordChange = '2025-02-11T09:12:45Z';

/** Turns a person into an Entra user with mailbox, OneDrive and authentication methods. */
export function user(company: Company, person: Person): User {
	const [givenName, ...rest] = person.name.split(' ');
	const surname = rest.join(' ');
	const account = accountOf(person);
	const userPrincipalName = person.guestOf
		? `${givenName.toLowerCase()}_${person.guestOf}#EXT#@${company.initialDomain}`
		: `${account}@${company.domain}`;
	const id = identifier(`${company.key}/user/${account}`);
	const mail = person.guestOf ? `${givenName.toLowerCase()}@${person.guestOf}` : userPrincipalName;
	const licensed = (person.licenses ?? []).length > 0;
	const hasMailbox = person.mailbox !== null && (licensed || person.mailbox !== undefined);
	const nickname = account.replace(/[^A-Za-z0-9.]/g, '');
	return {
		id,
		userPrincipalName,
		displayName: person.name,
		givenName,
		surname,
		accountEnabled: person.enabled ?? true,
		mail: hasMailbox || person.guestOf ? mail : null,
		mailNickname: nickname,
		proxyAddresses: hasMailbox
			? [`SMTP:${userPrincipalName}`, `smtp:${nickname}@${company.initialDomain}`]
			: [],
		otherMails: person.guestOf ? [mail] : [],
		jobTitle: person.title ?? null,
		department: person.department ?? null,
		companyName: person.guestOf ? null : company.name,
		officeLocation: person.guestOf ? null : company.city,
		city: person.guestOf ? null : company.city,
		country: person.guestOf ? null : company.country,
		usageLocation: person.guestOf ? null : company.usageLocation,
		mobilePhone: person.mobilePhone ?? null,
		businessPhones: [],
		employeeId: null,
		userType: person.guestOf ? 'Guest' : 'Member',
		createdDateTime,
		lastPasswordChangeDateTime: passwordChange,
		signInSessionsValidFromDateTime: passwordChange,
		onPremisesSyncEnabled: person.synced ? true : null,
		onPremisesImmutableId:
			person.synced || person.immutableId
				? Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64')
				: null,
		onPremisesDistinguishedName: person.synced
			? `CN=${person.name},OU=Staff,DC=corp,DC=${company.key},DC=example`
			: null,
		onPremisesLastSyncDateTime: person.synced ? '2025-03-03T06:00:12Z' : null,
		managerId: person.manager ? identifier(`${company.key}/user/${person.manager}`) : null,
		directLicenses: (person.licenses ?? []).map((key) => products[key].skuId),
		fadingLicenses: [],
		mailbox: hasMailbox ? mailbox(company, person, id) : null,
		authenticationMethods: [
			passwordMethod,
			...(person.methods ?? []).map((name) => authenticationMethod(name, id)),
		],
		perUserMfaState: person.perUserMfa ?? 'disabled',
		oneDrive: (person.oneDrive ?? licensed) ? oneDrive(company, userPrincipalName, id) : null,
		furtherAttributes: {},
		signIns: person.guestOf || person.enabled === false || !licensed ? [] : signIns(id, company),
	};
}

/** Name part of a person's UPN. */
export function accountOf(person: Person): string {
	return person.account ?? person.name.toLowerCase().replaceAll(' ', '.');
}

function mailbox(company: Company, person: Person, userId: string): Mailbox {
	return {
		type: 'UserMailbox',
		exchangeGuid: identifier(`${userId}/exchange`),
		archiveGuid: '00000000-0000-0000-0000-000000000000',
		hiddenFromAddressLists: false,
		forwardingAddress: null,
		forwardingSmtpAddress: null,
		deliverToMailboxAndForward: false,
		autoReply: noAutoReply(),
		grants: (person.grants ?? []).map(({ to, right }) => ({
			trustee: `${to}@${company.domain}`,
			right,
		})),
		calendarGrants: [
			{ user: 'Default', accessRights: ['AvailabilityOnly'] },
			{ user: 'Anonymous', accessRights: ['None'] },
			...(person.calendar ?? []).map(({ to, rights }) => ({ user: to, accessRights: rights })),
		],
		calendarFolder: 'Calendar',
		meetings: (person.meetings ?? []).map(
			(subject, index): Meeting => ({
				subject,
				start: `2025-04-${String(7 + index).padStart(2, '0')}T09:00:00Z`,
			}),
		),
		rules: (person.rules ?? []).map((rule, index) => inboxRule(rule, userId, index)),
		mobileDevices: (person.phones ?? []).map((phone, index) => mobileDevice(phone, userId, index)),
		sizeGigabytes: 3.42,
		itemCount: 8214,
		archiveGigabytes: 0,
		archiveItemCount: 0,
		litigationHold: false,
		inPlaceHolds: [],
		retentionPolicy: 'Default MRM Policy',
		...person.mailbox,
	};
}

export function noAutoReply(): AutoReply {
	return {
		state: 'Disabled',
		startTime: '2025-03-01 09:00',
		endTime: '2025-03-02 09:00',
		internalMessage: '',
		externalMessage: '',
		externalAudience: 'All',
		createOOFEvent: false,
		oofEventSubject: '',
		autoDeclineFutureRequestsWhenOOF: false,
		declineEventsForScheduledOOF: false,
		declineMeetingMessage: '',
	};
}

function inboxRule(
	rule: Pick<InboxRule, 'name' | 'description'> & Partial<InboxRule>,
	userId: string,
	index: number,
): InboxRule {
	const number =
		BigInt(`0x${identifier(`${userId}/rule/${index}`).slice(0, 8)}`) * 4294967296n +
		BigInt(index + 1);
	return {
		identity: number.toString(),
		enabled: true,
		priority: index + 1,
		forwardTo: [],
		moveToFolder: null,
		deleteMessage: false,
		...rule,
	};
}

function mobileDevice(
	phone: Pick<MobileDevice, 'friendlyName' | 'model' | 'os'>,
	userId: string,
	index: number,
): MobileDevice {
	const guid = identifier(`${userId}/mobile/${index}`);
	return {
		guid,
		deviceId: guid.replaceAll('-', '').toUpperCase(),
		type: phone.os.startsWith('iOS') ? 'iPhone' : 'Android',
		clientType: index === 0 ? 'Outlook' : 'EAS',
		firstSync: '2024-06-03T07:12:00Z',
		lastSync: '2025-03-03T06:41:00Z',
		...phone,
	};
}

const passwordMethod: AuthenticationMethod = {
	'@odata.type': '#microsoft.graph.passwordAuthenticationMethod',
	// Microsoft uses this id for everybody's password.
	id: '28c10230-6103-485e-b985-444c60001490',
	password: null,
	createdDateTime: passwordChange,
};

function authenticationMethod(name: MethodName, userId: string): AuthenticationMethod {
	const details: Record<MethodName, Record<string, unknown>> = {
		microsoftAuthenticator: {
			displayName: 'iPhone 15',
			deviceTag: 'SoftwareTokenActivated',
			phoneAppVersion: '6.8.17',
		},
		phone: {
			phoneNumber: '+1 2065550142',
			phoneType: 'mobile',
			smsSignInState: 'notAllowedByPolicy',
		},
		fido2: {
			displayName: 'YubiKey 5 NFC',
			model: 'YubiKey 5 Series with NFC',
			aaGuid: '2fc0579f-8113-47ea-b116-bb5a8db9202a',
		},
		softwareOath: { secretKey: null },
		email: { emailAddress: 'private@mailhost.example' },
	};
	return {
		'@odata.type': `#microsoft.graph.${name}AuthenticationMethod`,
		id: identifier(`${userId}/method/${name}`),
		createdDateTime: '2024-05-21T10:02:00Z',
		...details[name],
	};
}

function oneDrive(company: Company, userPrincipalName: string, userId: string): OneDrive {
	const host = company.initialDomain.split('.')[0];
	return {
		siteId: identifier(`${userId}/onedrive`),
		url: `https://${host}-my.sharepoint.com/personal/${userPrincipalName.toLowerCase().replace(/[^a-z0-9]/g, '_')}`,
		siteAdmins: [userPrincipalName],
		sharing: 'ExternalUserAndGuestSharing',
		storageGigabytes: 4.6,
		fileCount: 1187,
	};
}

function signIns(userId: string, company: Company): SignIn[] {
	const applications = ['Office365 Shell WCSS-Client', 'Microsoft Teams', 'Outlook Mobile'];
	return applications.map((appDisplayName, index) => ({
		id: identifier(`${userId}/signin/${index}`),
		createdDateTime: `2025-03-0${3 - index}T07:4${index}:10Z`,
		appDisplayName,
		ipAddress: '198.51.100.24',
		clientAppUsed: index === 2 ? 'Mobile Apps and Desktop clients' : 'Browser',
		errorCode: 0,
		city: company.city,
		countryOrRegion: company.usageLocation,
	}));
}
