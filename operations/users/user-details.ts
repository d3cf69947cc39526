import { licensesToHave, usageLocation } from '../fields/user-fields';
import {
	inSentences,
	account,
	beware,
	change,
	choice,
	destroy,
	file,
	firstOf,
	gone,
	graphPart,
	graphRow,
	has,
	inBody,
	inMailbox,
	inQuery,
	inSteps,
	json,
	lacks,
	multiline,
	outcome,
	read,
	readBefore,
	resource,
	row,
	rows,
	sent,
	slowly,
	text,
	theUser,
	toggle,
	type Look,
	type Wanted,
} from '../vocabulary';

/** CIPP writes its "Success" sentences before it asks Exchange: one failure means that nothing was done. */
const aliases = {
	role: 'Identity.User.ReadWrite',
	tenant: inBody(),
	answer: outcome(),
};

const addresses = (value: unknown): string[] =>
	String(value)
		.split(/[\s,;]+/)
		.filter(Boolean);

const asPrimary = (address: unknown): string => `SMTP:${String(address)}`;

/** Exchange first: Entra shows addresses minutes later. */
const addressesAre = (wanted: Wanted): Look =>
	firstOf(
		inMailbox({ EmailAddresses: wanted }, '{id}'),
		account({ proxyAddresses: wanted }, '{id}'),
	);

/** Of a whole import in one list. */
const everybody = { path: 'users', select: ['id', 'userPrincipalName', 'assignedLicenses'] };

const names = (people: unknown): string[] =>
	[people].flat().map((one) => {
		const { mailNickName, domain } = one as Record<string, unknown>;
		return `${String(mailNickName)}@${String(domain)}`;
	});

export const userAlias = resource('User Alias', 'userAlias', 'add', {
	add: change('EditUserAliases', {
		...aliases,
		name: 'Add',
		action: 'Add user aliases',
		help: 'Gives the mailbox more addresses. If one sentence tells of a failure, nothing was changed.',
		fields: [
			theUser('id'),
			text('Addresses to Add', 'AddedAliases', {
				required: true,
				placeholder: 'e.g. jane@contoso.com,doe@contoso.com',
				help: 'Mail addresses, separated by commas',
			}),
		],
		// Of addresses that the mailbox has already CIPP says nothing.
		answer: outcome({ silenceIsSuccess: true }),
		look: readBefore(addressesAre(has(sent('AddedAliases', addresses)))),
	}),

	remove: destroy('EditUserAliases', {
		...aliases,
		name: 'Remove',
		action: 'Remove user aliases',
		help: 'Takes addresses away from the mailbox. If one sentence tells of a failure, nothing was changed.',
		fields: [
			theUser('id'),
			text('Addresses to Remove', 'RemovedAliases', {
				required: true,
				placeholder: 'e.g. jane@contoso.com,doe@contoso.com',
				help: 'Mail addresses, separated by commas. The primary one is not protected.',
			}),
		],
		look: readBefore(addressesAre(lacks(sent('RemovedAliases', addresses)))),
	}),

	makePrimary: change('EditUserAliases', {
		...aliases,
		name: 'Make Primary',
		action: 'Make user alias primary',
		help: 'Makes one of the addresses of the mailbox the one that others see',
		fields: [
			theUser('id'),
			text('Primary Address', 'MakePrimary', {
				required: true,
				placeholder: 'e.g. jane@contoso.com',
				help: 'An address that the mailbox has already. Add a new one first.',
			}),
		],
		look: addressesAre(has(sent('MakePrimary', asPrimary))),
	}),
});

export const userPhoto = resource('User Photo', 'userPhoto', 'get', {
	get: read('ListUserPhoto', {
		name: 'Get',
		action: 'Get user photo',
		help: 'Reads the profile picture as a file, in the binary field data',
		role: 'Identity.User.Read',
		tenant: inQuery(),
		fields: [theUser('UserID')],
		answer: file('photo', 'There is no such user, or the user has no picture'),
	}),

	set: change('ExecSetUserPhoto', {
		name: 'Set',
		action: 'Set user photo',
		help: 'Uploads a profile picture in place of the present one',
		role: 'Identity.User.ReadWrite',
		tenant: inQuery(),
		fixed: { query: { action: 'set' } },
		fields: [
			theUser('userId', { in: 'query' }),
			multiline('Picture', 'photoData', {
				required: true,
				placeholder: 'e.g. data:image/jpeg;base64,/9j/4AAQSkZJRg==',
				help: 'JPEG as base64, with or without the data:image prefix, at most 4 MB',
			}),
		],
		answer: outcome(),
		look: beware(
			'The same picture again cannot be told from the one before',
			slowly(graphPart('users/{userId}/photo')),
		),
	}),

	remove: destroy('ExecSetUserPhoto', {
		name: 'Remove',
		action: 'Remove user photo',
		help: 'Deletes the profile picture. A user who does not exist counts as one without picture.',
		role: 'Identity.User.ReadWrite',
		tenant: inQuery(),
		fixed: { query: { action: 'remove' } },
		fields: [theUser('userId', { in: 'query' })],
		answer: outcome({ failing: [/does not have a profile picture/i] }),
		look: gone(graphPart('users/{userId}/photo')),
	}),
});

export const mfaMethod = resource('MFA Method', 'mfaMethod', 'setDefault', {
	setDefault: change('ExecSetDefaultMFAMethod', {
		name: 'Set Default',
		action: 'Set default MFA method',
		help: 'Chooses which registered method a person is asked for first',
		role: 'Identity.User.ReadWrite',
		tenant: inBody(),
		fields: [
			theUser('ID'),
			choice(
				'Method',
				'MethodType',
				[
					{ value: 'push', label: 'Authenticator Notification' },
					{ value: 'oath', label: 'Code From App or Token' },
					{ value: 'sms', label: 'Text Message' },
					{ value: 'voiceMobile', label: 'Call to Mobile' },
					{ value: 'voiceAlternateMobile', label: 'Call to Other Mobile' },
					{ value: 'voiceOffice', label: 'Call to Office' },
				],
				{ required: true, default: 'push', help: 'A method that the person has registered' },
			),
		],
		answer: outcome(),
		look: graphPart('users/{ID}/authentication/signInPreferences', {
			userPreferredMethodForSecondaryAuthentication: '{MethodType}',
		}),
	}),

	getPerUserState: read('ListPerUserMFA', {
		name: 'Get Per-User State',
		action: 'Get per user MFA state',
		help: 'Reads the old per-user switch for multifactor authentication of one person',
		role: 'Identity.User.Read',
		tenant: inQuery(),
		fields: [theUser('userId')],
		answer: row('There is no such user in this tenant'),
	}),

	getManyPerUserStates: read('ListPerUserMFA', {
		name: 'Get Many Per-User States',
		action: 'Get many per user MFA states',
		help: 'Reads the old per-user switch for multifactor authentication of everybody in the tenant',
		role: 'Identity.User.Read',
		tenant: inQuery(),
		fixed: { query: { allUsers: 'true' } },
		fields: [],
		answer: rows('id', 'userPrincipalName', 'perUserMfaState'),
	}),
});

export const userImport = resource('User Import', 'userImport', 'create', {
	create: change('AddUserBulk', {
		name: 'Create Users',
		action: 'Create users in bulk',
		help: 'Adds many accounts at once. All are enabled and have to change the password at the first sign-in.',
		role: 'Identity.User.ReadWrite',
		tenant: inBody(),
		warns:
			'The passwords that CIPP makes are all in copyFields, in the order of the users. Licenses that cannot be assigned are not reported.',
		fields: [
			json('Users', 'BulkUser', {
				required: true,
				placeholder:
					'e.g. [{"mailNickName":"jane","domain":"contoso.com","displayName":"Jane Doe","password":"S0me-long-word"}]',
				help: 'List of objects with mailNickName, domain and a name. Other keys are Graph attributes; businessPhones is one number as text, and an unknown key makes that user fail.',
			}),
			licensesToHave('Licenses for all of them, by SKU ID. Separate several with commas.'),
			usageLocation({
				help: 'Two-letter country code for all of them; one inside a user is ignored',
			}),
		],
		answer: inSteps(
			outcome({ keeps: { userPrincipalName: 'Results.username' } }),
			'the users of the tenant',
		),
		look: [
			graphRow(everybody, { userPrincipalName: sent('BulkUser', names) }),
			graphRow(
				everybody,
				{ userPrincipalName: sent('BulkUser', names) },
				{ assignedLicenses: has('{licenses}', 'skuId') },
			),
		],
		secret: inSentences,
	}),
});

export const preference = resource('CIPP Preference', 'preference', 'getUserSettings', {
	getUserSettings: read('ListUserSettings', {
		name: 'Get User Settings',
		action: 'Get user settings of CIPP',
		help: 'Reads the preferences in CIPP that hold for this API client, offboarding defaults among them',
		role: 'Identity.User.Read',
		tenant: null,
		fields: [],
		answer: row('There are no settings'),
	}),

	getBranding: read('ListBrandingSettings', {
		name: 'Get Branding',
		action: 'Get branding of CIPP reports',
		help: 'Reads colors, logo and texts of reports. Not meant for polling: some instances store a copy of the logo on every call.',
		role: 'Identity.User.Read',
		tenant: null,
		fields: [
			toggle('Include Gallery', 'includeGallery', {
				optional: true,
				help: 'Whether to add all uploaded pictures, which can be several megabytes',
			}),
		],
		answer: row('CIPP could not read its branding'),
	}),
});
