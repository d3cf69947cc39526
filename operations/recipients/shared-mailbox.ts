import {
	change,
	inBody,
	inMailbox,
	inQuery,
	inSteps,
	list,
	outcome,
	read,
	resource,
	rows,
	text,
	theMailbox,
} from '../vocabulary';

const signInColumns = [
	'UserPrincipalName',
	'displayName',
	'givenName',
	'surname',
	'accountEnabled',
	'assignedLicenses',
	'onPremisesSyncEnabled',
	'id',
];

export const sharedMailbox = resource('Shared Mailbox', 'sharedMailbox', 'create', {
	create: change('AddSharedMailbox', {
		name: 'Create',
		action: 'Create shared mailbox',
		help: 'Makes a shared mailbox and blocks its sign-in. Give people access with Mailbox Permission of the node CIPP Exchange.',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody('tenantID'),
		fields: [
			text('Display Name', 'displayName', {
				required: true,
				placeholder: 'e.g. Information Desk',
				help: 'Name in the address list',
			}),
			text('Address Before the @', 'username', {
				name: 'localPart',
				required: true,
				placeholder: 'e.g. info',
				help: 'First part of the address, which also becomes the name of the mailbox',
			}),
			text('Domain', 'domain', {
				required: true,
				placeholder: 'e.g. contoso.com',
				help: 'Last part of the address, a domain of the tenant',
			}),
			list('Aliases', 'addedAliases', {
				optional: true,
				placeholder: 'e.g. desk@contoso.com, help@contoso.com',
				help: 'More addresses for the mailbox. Separate several with commas.',
			}),
		],
		answer: inSteps(outcome(), 'the shared mailbox'),
		look: inMailbox({ RecipientTypeDetails: 'SharedMailbox' }, '{username}@{domain}'),
	}),

	getSignInEnabled: read('ListSharedMailboxAccountEnabled', {
		name: 'Get Many With Sign-In Enabled',
		action: 'Get many shared mailboxes open to sign in',
		help: 'Lists shared mailboxes that someone could sign in to, which they should not need. An empty list can also mean that CIPP could not read the tenant.',
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery(),
		omits: { UseReportDB: 'an operation of its own' },
		fields: [],
		answer: rows(...signInColumns),
	}),

	getSignInEnabledCached: read('ListSharedMailboxAccountEnabled', {
		name: 'Get Many With Sign-In Enabled From Cache',
		action: 'Get many shared mailboxes open to sign in from cache',
		help: "Lists shared mailboxes that someone could sign in to from CIPP's nightly report, also for all tenants",
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fixed: { query: { UseReportDB: 'true' } },
		fields: [],
		answer: rows('Tenant', ...signInColumns, 'CacheTimestamp'),
	}),

	getStatistics: read('ListSharedMailboxStatistics', {
		name: 'Get Statistics',
		action: 'Get statistics of shared mailboxes',
		help: 'Lists size and number of items of every shared mailbox. Slow, and one mailbox that cannot be read spoils the whole answer; Get Many From Cache of mailboxes has sizes too.',
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows(
			'DisplayName',
			'MailboxGuid',
			'ItemCount',
			'TotalItemSize',
			'DeletedItemCount',
			'TotalDeletedItemSize',
			'LastLogonTime',
			'MailboxTypeDetail',
		),
	}),
});

export const globalAddressList = resource('Global Address List', 'globalAddressList', 'getMany', {
	getMany: read('ListGlobalAddressList', {
		name: 'Get Many',
		action: 'Get many address list entries',
		help: 'Lists every recipient of a tenant, hidden ones too. Slow in large tenants, whatever the limit.',
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows(
			'DisplayName',
			'PrimarySmtpAddress',
			'Alias',
			'RecipientType',
			'RecipientTypeDetails',
			'HiddenFromAddressListsEnabled',
			'IsDirSynced',
			'SKUAssigned',
			'EmailAddresses',
			'ExternalDirectoryObjectId',
		),
	}),

	hide: change('ExecHideFromGAL', {
		name: 'Hide Mailbox',
		action: 'Hide mailbox from address list',
		help: 'Takes a mailbox off the global address list. It still gets mail. Outlook may show it for another day.',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		fixed: { body: { HideFromGAL: true } },
		fields: [theMailbox('ID')],
		answer: outcome(),
		look: inMailbox({ HiddenFromAddressListsEnabled: true }),
	}),

	show: change('ExecHideFromGAL', {
		name: 'Show Mailbox',
		action: 'Show mailbox in address list',
		help: 'Puts a hidden mailbox back on the global address list',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		fixed: { body: { HideFromGAL: false } },
		fields: [theMailbox('ID')],
		answer: outcome(),
		look: inMailbox({ HiddenFromAddressListsEnabled: false }),
	}),
});
