import {
	contactFields,
	groupsToJoin,
	licensesToHave,
	managerField,
	nameFields,
	otherMails,
	passwordFields,
	sponsorField,
	usageLocation,
} from '../fields/user-fields';
import { templateId, templateList } from '../fields/template-fields';
import {
	andWhatElseWasSent,
	change,
	choice,
	choices,
	destroy,
	inBody,
	inList,
	inQuery,
	keepsTemplateId,
	list,
	multiline,
	oneMore,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	toggle,
	words,
	type DeclaredField,
} from '../vocabulary';

const templateFields = (): DeclaredField[] => [
	text('Template Name', 'templateName', {
		required: true,
		placeholder: 'e.g. Office Worker',
		help: 'What the template is called in CIPP',
	}),
	toggle('Default for Tenant', 'defaultForTenant', {
		optional: true,
		help: 'Whether the form for new users starts with this template. Other templates keep their mark.',
	}),
	...nameFields(),
	text('Display Name', 'displayName', {
		optional: true,
		placeholder: 'e.g. %FirstName% %LastName%',
		help: 'How the name in the address list is made up',
	}),
	text('Username Format', 'usernameFormat', {
		optional: true,
		placeholder: 'e.g. %FirstName[1]%.%LastName%',
		help: 'How sign-in names are made up. %FirstName[1]% is the first letter.',
	}),
	choice(
		'Spaces in Usernames',
		'usernameSpaceHandling',
		[
			{ value: 'keep', label: 'Keep' },
			{ value: 'remove', label: 'Remove' },
			{ value: 'replace', label: 'Replace' },
		],
		{ optional: true, default: 'keep', help: 'What becomes of spaces in names' },
	),
	text('Space Replacement', 'usernameSpaceReplacement', {
		optional: true,
		placeholder: 'e.g. -',
		help: 'What stands for a space. Only together with Replace.',
	}),
	text('Domain', 'primDomain', {
		form: 'labelValue',
		optional: true,
		placeholder: 'e.g. contoso.com',
		help: 'The part of sign-in names after the @',
	}),
	multiline('Aliases', 'addedAliases', {
		optional: true,
		placeholder: 'e.g. %FirstName%@contoso.com',
		help: 'More mail addresses, one in each line',
	}),
	toggle('Generate Password', 'Autopassword', {
		optional: true,
		help: 'Whether CIPP makes a password for each new user',
	}),
	...passwordFields().map((field) => ({
		...field,
		help: 'Password of all users made from it. CIPP stores it readable and shows it to whoever reads templates.',
	})),
	toggle('Must Change Password', 'MustChangePass', {
		optional: true,
		help: 'Whether people have to choose a password at the first sign-in',
	}),
	usageLocation({ form: 'labelValue', help: 'Two-letter country code that licensing needs' }),
	licensesToHave('Licenses for new users, by SKU ID. Separate several with commas.'),
	toggle('Remove Licenses', 'removeLicenses', {
		optional: true,
		help: 'Whether the form has Remove Licenses ticked',
	}),
	...contactFields(),
	text('Other Mail Addresses', 'otherMails', {
		optional: true,
		placeholder: 'e.g. jane@example.com',
		help: otherMails().help,
	}),
	managerField(),
	sponsorField(),
	text('Copy Groups From', 'copyFrom', {
		form: 'labelValue',
		optional: true,
		placeholder: 'e.g. john@contoso.com',
		help: 'A colleague whose groups new users join: user principal name or object ID',
	}),
	groupsToJoin('addToGroups'),
	list('Shared Calendars', 'sharedCalendars', {
		form: 'labelValues',
		optional: true,
		placeholder: 'e.g. info@contoso.com',
		help: 'Shared mailboxes whose calendar is opened for new users',
	}),
	choice(
		'Shared Calendar Permission',
		'sharedCalendarPermission',
		words('AvailabilityOnly', 'Editor', 'LimitedDetails', 'Reviewer'),
		{ form: 'labelValue', optional: true, default: 'Editor', help: 'Access to these calendars' },
	),
	list('Shared Mailboxes', 'sharedMailboxes', {
		form: 'labelValues',
		optional: true,
		placeholder: 'e.g. info@contoso.com',
		help: 'Shared mailboxes to open for new users',
	}),
	choices(
		'Shared Mailbox Permission',
		'sharedMailboxPermission',
		words('FullAccess', 'SendAs', 'SendOnBehalf'),
		{ form: 'labelValues', optional: true, help: 'What new users may do there' },
	),
];

const stored = {
	role: 'Identity.User.ReadWrite',
	tenant: inBody('tenantFilter', { allTenants: true as const }),
	omits: {
		groupMemberships: 'addToGroups wins over it',
		'businessPhones[0]': 'how a web form spells businessPhones',
	},
	answer: outcome({ keeps: keepsTemplateId }),
};

export const userTemplate = resource('New User Template', 'userTemplate', 'getMany', {
	getMany: read('ListNewUserDefaults', {
		name: 'Get Many',
		action: 'Get many new user templates',
		help: 'Lists the templates of a tenant and those for all tenants',
		role: 'Identity.User.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: templateList(),
		answer: rows(
			'GUID',
			'templateName',
			'tenantFilter',
			'defaultForTenant',
			'usernameFormat',
			'primDomain',
			'usageLocation',
			'licenses',
			'groupMemberships',
			'jobTitle',
			'department',
		),
		secret: ['password'],
	}),

	get: read('ListNewUserDefaults', {
		name: 'Get',
		action: 'Get new user template',
		help: 'Reads one template, which has to be for the chosen tenant or for all',
		role: 'Identity.User.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [templateId('ID')],
		answer: row('There is no such template for this tenant'),
		secret: ['password'],
	}),

	create: change('AddUserDefaults', {
		...stored,
		name: 'Create',
		action: 'Create new user template',
		help: 'Stores what new users get, for one tenant or for all',
		fields: templateFields(),
		look: oneMore(inList('getMany', { templateName: '{templateName}' })),
	}),

	replace: change('AddUserDefaults', {
		...stored,
		name: 'Replace',
		action: 'Replace new user template',
		help: 'Writes a stored template anew',
		warns: 'Everything that is not filled in is lost.',
		fields: [templateId('GUID'), ...templateFields()],
		changes: { endpoint: 'ListNewUserDefaults', column: 'GUID', wire: 'GUID' },
		look: andWhatElseWasSent(
			inList('getMany', { GUID: '{GUID}' }, { templateName: '{templateName}' }),
			'GUID',
			'tenantFilter',
			'Action',
		),
	}),

	delete: destroy('RemoveUserDefaultTemplate', {
		name: 'Delete',
		action: 'Delete new user template',
		help: 'Removes a template from CIPP. Users made from it stay as they are.',
		role: 'Identity.User.ReadWrite',
		tenant: null,
		fields: [templateId('ID', { in: 'query' })],
		answer: outcome(),
	}),
});
