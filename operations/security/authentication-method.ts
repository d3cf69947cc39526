import { useReportDb } from '../fields/user-fields';
import {
	destroy,
	change,
	choice,
	graphPart,
	inBody,
	inQuery,
	list,
	number,
	onOff,
	outcome,
	read,
	resource,
	rows,
	titled,
	toggle,
} from '../vocabulary';

const role = 'Tenant.Administration.ReadWrite';

const method = (choices: Array<{ value: string; label: string }>, proposed: string) =>
	choice('Method', 'Id', choices, {
		name: 'authenticationMethod',
		required: true,
		default: proposed,
		help: 'The way of signing in',
	});

const allMethods = [
	{ value: 'x509Certificate', label: 'Certificate' },
	{ value: 'Email', label: 'Email Code' },
	{ value: 'FIDO2', label: 'FIDO2 Passkey' },
	{ value: 'HardwareOATH', label: 'Hardware OATH Token' },
	{ value: 'MicrosoftAuthenticator', label: 'Microsoft Authenticator' },
	{ value: 'QRCodePin', label: 'QR Code' },
	{ value: 'SMS', label: 'SMS' },
	{ value: 'softwareOath', label: 'Software OATH Token' },
	{ value: 'TemporaryAccessPass', label: 'Temporary Access Pass' },
	{ value: 'Voice', label: 'Voice Call' },
];

const allowedGroups = () =>
	list('Groups', 'GroupIds', {
		optional: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'Object IDs of the groups that may use it, or all_users. Replaces the present targets; empty keeps them.',
	});

const defaultOrSet = (label: string, wire: string, help: string) =>
	choice(
		label,
		wire,
		[
			{ value: 'default', label: 'Microsoft Default' },
			{ value: 'disabled', label: 'Off' },
			{ value: 'enabled', label: 'On' },
		],
		{ optional: true, default: 'default', help },
	);

const targets = (label: string, wire: string, help: string) =>
	list(label, wire, {
		optional: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help,
	});

export const authenticationMethod = resource(
	'Authentication Method',
	'authenticationMethod',
	'enable',
	{
		enable: change('SetAuthMethod', {
			name: 'Enable',
			action: 'Enable authentication method',
			help: 'Allows certificates, OATH tokens, SMS or voice calls in a tenant. The other methods have operations of their own.',
			role,
			tenant: inBody(),
			fixed: { body: { state: 'enabled' } },
			fields: [
				method(
					allMethods.filter(({ value }) =>
						['x509Certificate', 'HardwareOATH', 'SMS', 'softwareOath', 'Voice'].includes(value),
					),
					'HardwareOATH',
				),
				allowedGroups(),
				onOff('SMS for Sign-In', 'SmsIsUsableForSignIn', {
					optional: true,
					help: 'Whether a text message can take the place of the password. Only for SMS.',
				}),
				onOff('Office Phone Allowed', 'VoiceIsOfficePhoneAllowed', {
					optional: true,
					help: 'Whether office phones may be called. Only for voice calls.',
				}),
			],
			answer: outcome(),
			look: graphPart(
				'policies/authenticationMethodsPolicy/authenticationMethodConfigurations/{Id}',
				{ state: 'enabled' },
			),
		}),

		enableAuthenticator: change('SetAuthMethod', {
			name: 'Enable Microsoft Authenticator',
			action: 'Enable authenticator app as authentication method',
			help: 'Allows the app, and sets what its prompts show',
			role,
			tenant: inBody(),
			fixed: { body: { state: 'enabled', Id: 'MicrosoftAuthenticator' } },
			fields: [
				allowedGroups(),
				onOff('One-Time Codes', 'MicrosoftAuthenticatorSoftwareOathEnabled', {
					optional: true,
					help: 'Whether the six-digit codes of the app may be used',
				}),
				defaultOrSet(
					'Show App Name',
					'MicrosoftAuthenticatorDisplayAppInfo',
					'Whether a prompt names the app that is signed in to',
				),
				defaultOrSet(
					'Show Location',
					'MicrosoftAuthenticatorDisplayLocation',
					'Whether a prompt shows where the sign-in comes from',
				),
				defaultOrSet(
					'Companion Apps',
					'MicrosoftAuthenticatorCompanionApp',
					'Whether Authenticator Lite in Outlook and the like may be used',
				),
			],
			answer: outcome(),
			look: graphPart(
				'policies/authenticationMethodsPolicy/authenticationMethodConfigurations/MicrosoftAuthenticator',
				{ state: 'enabled', isSoftwareOathEnabled: '{MicrosoftAuthenticatorSoftwareOathEnabled}' },
			),
		}),

		enablePasskeys: change('SetAuthMethod', {
			name: 'Enable FIDO2 Passkeys',
			action: 'Enable FIDO2 passkeys as authentication method',
			help: 'Allows security keys and passkeys. Both settings are written each time.',
			role,
			tenant: inBody(),
			fixed: { body: { state: 'enabled', Id: 'FIDO2' } },
			fields: [
				onOff('Enforce Attestation', 'FIDO2AttestationEnforced', {
					required: true,
					default: true,
					help: 'Whether only models that prove their make are let in',
				}),
				onOff('Self-Service Registration', 'FIDO2SelfServiceRegistration', {
					required: true,
					default: true,
					help: 'Whether people may register keys themselves',
				}),
				allowedGroups(),
			],
			answer: outcome(),
			look: graphPart(
				'policies/authenticationMethodsPolicy/authenticationMethodConfigurations/Fido2',
				{ state: 'enabled', isAttestationEnforced: '{FIDO2AttestationEnforced}' },
			),
		}),

		enableAccessPass: change('SetAuthMethod', {
			name: 'Enable Temporary Access Pass',
			action: 'Enable temporary access pass as authentication method',
			help: 'Allows passcodes that admins hand out for a short time',
			role,
			tenant: inBody(),
			fixed: { body: { state: 'enabled', Id: 'TemporaryAccessPass' } },
			warns: 'A number that is left out is set to its default, not kept as it is.',
			fields: [
				onOff('One Use Only', 'TAPisUsableOnce', {
					required: true,
					default: true,
					help: 'Whether a pass is spent after the first sign-in',
				}),
				number('Minimum Lifetime', 'TAPMinimumLifetime', {
					optional: true,
					default: 60,
					help: 'Shortest validity of a pass in minutes. Empty means 60.',
				}),
				number('Maximum Lifetime', 'TAPMaximumLifetime', {
					optional: true,
					default: 480,
					help: 'Longest validity of a pass in minutes. Empty means 480.',
				}),
				number('Default Lifetime', 'TAPDefaultLifeTime', {
					optional: true,
					default: 60,
					help: 'Validity in minutes if an admin chooses none. Empty means 60.',
				}),
				number('Length', 'TAPDefaultLength', {
					optional: true,
					default: 8,
					help: 'Characters in a pass. Empty means 8.',
				}),
				allowedGroups(),
			],
			answer: outcome(),
			look: graphPart(
				'policies/authenticationMethodsPolicy/authenticationMethodConfigurations/TemporaryAccessPass',
				{ state: 'enabled', isUsableOnce: '{TAPisUsableOnce}' },
			),
		}),

		enableQrCode: change('SetAuthMethod', {
			name: 'Enable QR Code',
			action: 'Enable QR code as authentication method',
			help: 'Allows signing in with a printed code and a PIN, made for frontline staff',
			role,
			tenant: inBody(),
			fixed: { body: { state: 'enabled', Id: 'QRCodePin' } },
			warns: 'A number that is left out is set to its default, not kept as it is.',
			fields: [
				number('Lifetime in Days', 'QRCodeLifetimeInDays', {
					optional: true,
					default: 365,
					help: 'How long a code is good for, 1 to 395 days. Empty means 365.',
				}),
				number('PIN Length', 'QRCodePinLength', {
					optional: true,
					default: 8,
					help: 'Digits of the PIN, 8 to 20. Empty means 8.',
				}),
				allowedGroups(),
			],
			answer: outcome(),
			look: graphPart(
				'policies/authenticationMethodsPolicy/authenticationMethodConfigurations/QRCodePin',
				{ state: 'enabled' },
			),
		}),

		enableEmail: change('SetAuthMethod', {
			name: 'Enable Email Codes',
			action: 'Enable email codes as authentication method',
			help: 'Allows one-time codes by email, also for guests if wanted',
			role,
			tenant: inBody(),
			fixed: { body: { state: 'enabled', Id: 'Email' } },
			fields: [
				defaultOrSet(
					'Codes for Guests',
					'EmailAllowExternalIdToUseEmailOtp',
					'Whether people from outside may sign in with a code sent to them',
				),
				targets(
					'Excluded Groups',
					'EmailExcludeGroupIds',
					'Object IDs of groups that may not use it, in place of the present ones. Empty keeps those; give [] in an API Request to clear them.',
				),
				allowedGroups(),
			],
			answer: outcome(),
			look: graphPart(
				'policies/authenticationMethodsPolicy/authenticationMethodConfigurations/Email',
				{ state: 'enabled' },
			),
		}),

		disable: destroy('SetAuthMethod', {
			name: 'Disable',
			action: 'Disable authentication method',
			help: 'Forbids a way of signing in. People who have no other one can no longer get in.',
			role,
			tenant: inBody(),
			fixed: { body: { state: 'disabled' } },
			fields: [method(allMethods, 'QRCodePin')],
			answer: outcome(),
			look: graphPart(
				'policies/authenticationMethodsPolicy/authenticationMethodConfigurations/{Id}',
				{ state: 'disabled' },
			),
		}),

		setCampaign: change('ExecRegistrationCampaign', {
			name: 'Set Registration Campaign',
			action: 'Set registration campaign of authentication methods',
			help: 'Decides whether and how people are nudged to register a stronger method. What is left out stays.',
			role,
			tenant: inBody(),
			fields: [
				choice('Campaign', 'state', titled('default', 'disabled', 'enabled'), {
					optional: true,
					default: 'default',
					help: 'Whether it runs; default leaves it to Microsoft',
				}),
				choice(
					'Method to Register',
					'targetedAuthenticationMethod',
					[
						{ value: 'fido2', label: 'FIDO2 Passkey' },
						{ value: 'microsoftAuthenticator', label: 'Microsoft Authenticator' },
					],
					{
						optional: true,
						default: 'microsoftAuthenticator',
						help: 'What people are asked to set up',
					},
				),
				number('Snooze Days', 'snoozeDurationInDays', {
					optional: true,
					help: 'Days until someone who postponed is asked again, 0 to 14',
				}),
				onOff('Enforce After Snoozes', 'enforceRegistrationAfterAllowedSnoozes', {
					optional: true,
					help: 'Whether registering becomes compulsory after three snoozes',
				}),
				toggle('Include All Users', 'includeAllUsers', {
					optional: true,
					help: 'Whether everybody is asked. Wins over the two lists of whom to include.',
				}),
				targets(
					'Include Groups',
					'includeGroups',
					'Object IDs of groups to ask. Replaces all present targets, users as well.',
				),
				targets(
					'Include Users',
					'includeUsers',
					'Object IDs of users to ask. Replaces all present targets, groups as well.',
				),
				targets(
					'Exclude Groups',
					'excludeGroups',
					'Object IDs of groups to leave alone. Drops excluded users unless they are given too; exclusions cannot be emptied.',
				),
				targets(
					'Exclude Users',
					'excludeUsers',
					'Object IDs of users to leave alone. Drops excluded groups unless they are given too; exclusions cannot be emptied.',
				),
			],
			needsOneOf: [
				'state',
				'targetedAuthenticationMethod',
				'snoozeDurationInDays',
				'enforceRegistrationAfterAllowedSnoozes',
				'includeAllUsers',
				'includeGroups',
				'includeUsers',
				'excludeGroups',
				'excludeUsers',
			],
			answer: outcome(),
		}),

		getLegacySignIns: read('ListBasicAuth', {
			name: 'Get Legacy Sign-Ins',
			action: 'Get legacy sign ins',
			help: 'Lists who signed in with old protocols in about 30 days. One row per user, so further protocols of that user are missing; for all tenants one sample per protocol.',
			role: 'Identity.AuditLog.Read',
			tenant: inQuery('tenantFilter', { allTenants: true }),
			fields: [],
			answer: rows('Tenant', 'userPrincipalName', 'clientAppUsed', 'Status'),
		}),
	},
);

export const defenderConnector = resource('Defender Connector', 'defenderConnector', 'getMany', {
	getMany: read('ListMDEOnboarding', {
		name: 'Get Many',
		action: 'Get many Defender connectors',
		help: 'Tells for each tenant whether Intune and Defender are connected. The state unavailable means not set up, or not readable.',
		role: 'Security.Defender.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [useReportDb()],
		answer: rows(
			'Tenant',
			'id',
			'partnerState',
			'lastHeartbeatDateTime',
			'androidEnabled',
			'iosEnabled',
			'windowsEnabled',
			'macEnabled',
			'microsoftDefenderForEndpointAttachEnabled',
			'CacheTimestamp',
		),
	}),
});
