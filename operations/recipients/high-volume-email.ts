import {
	change,
	destroy,
	gone,
	inBody,
	inList,
	inQuery,
	inRow,
	inSteps,
	outcome,
	read,
	resource,
	row,
	rows,
	slowly,
	text,
} from '../vocabulary';

const account = text('Account', 'Identity', {
	name: 'hveAccount',
	required: true,
	placeholder: 'e.g. scanner@contoso.com',
	help: 'Primary address of the high volume account, as Get Many lists it',
});

const columns = [
	'displayName',
	'primarySmtpAddress',
	'recipientTypeDetails',
	'Alias',
	'AdditionalEmailAddresses',
	'WhenCreated',
	'ExternalDirectoryObjectId',
];

const base = { role: 'Exchange.Mailbox.ReadWrite', tenant: inBody('TenantFilter') } as const;
const reading = { role: 'Exchange.Mailbox.Read', tenant: inQuery() } as const;

export const highVolumeEmail = resource('High Volume Email', 'highVolumeEmail', 'getMany', {
	getMany: read('ListHVEAccounts', {
		name: 'Get Many',
		action: 'Get many high volume email accounts',
		help: 'Lists accounts through which scanners and programs send large amounts of mail',
		...reading,
		does: '(list)',
		fields: [],
		answer: rows(...columns, 'HiddenFromAddressListsEnabled'),
	}),

	getManyCached: read('ListHVEAccounts', {
		name: 'Get Many From Cache',
		action: 'Get many high volume email accounts from cache',
		help: "Lists the accounts from CIPP's nightly report, also for all tenants at once. The rows do not say which tenant they belong to, and the last account of a tenant stays in the report after it is deleted.",
		role: 'Exchange.Mailbox.Read',
		does: '(list)',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fixed: { query: { UseReportDB: 'true' } },
		fields: [],
		answer: rows(...columns, 'CacheTimestamp'),
	}),

	get: read('ListHVEAccounts', {
		name: 'Get',
		action: 'Get high volume email account',
		help: 'Reads one account with reply address, billing policy and the SMTP server to enter in a device',
		...reading,
		does: 'Identity',
		fields: [account],
		answer: row('There is no such high volume account in this tenant'),
	}),

	getBillingPolicies: read('ListHVEAccounts', {
		name: 'Get Billing Policies',
		action: 'Get billing policies for high volume email',
		help: 'Lists the billing policies that can be assigned to the accounts',
		...reading,
		does: 'ListBillingPolicies=true',
		fixed: { query: { ListBillingPolicies: 'true' } },
		fields: [],
		answer: rows('BillingPolicyId', 'Id', 'Name', 'FriendlyName', 'Identity', 'SubscriptionId'),
	}),

	create: change('ExecHVEUser', {
		name: 'Create',
		action: 'Create high volume email account',
		help: 'Makes an account that sends large amounts of mail inside the organization',
		...base,
		fixed: { body: { Action: 'Create' } },
		warns:
			'CIPP also excludes the account from Conditional Access policies that block legacy authentication, without asking',
		fields: [
			text('Display Name', 'displayName', {
				required: true,
				placeholder: 'e.g. Scanner Ground Floor',
				help: 'Name of the account',
			}),
			text('Primary Email Address', 'primarySMTPAddress', {
				name: 'primaryAddress',
				required: true,
				placeholder: 'e.g. scanner@contoso.com',
				help: 'Full address that mail is sent from',
			}),
			text('Password', 'password', {
				name: 'accountPassword',
				required: true,
				isSecret: true,
				help: 'Password to enter in the scanner or program. CIPP does not return it.',
			}),
		],
		answer: inSteps(outcome({ benign: [/^\s*warning:/i] }), 'the account'),
		look: slowly(inList('getMany', { primarySmtpAddress: '{primarySMTPAddress}' })),
	}),

	update: change('ExecHVEUser', {
		name: 'Update',
		action: 'Update high volume email account',
		help: 'Changes name, address or reply address of an account. Choose at least one under Options.',
		...base,
		fixed: { body: { Action: 'Edit' } },
		omits: {
			username: 'the primary address is given as a whole',
			domain: 'the primary address is given as a whole',
		},
		fields: [
			account,
			text('Display Name', 'displayName', {
				optional: true,
				placeholder: 'e.g. Scanner Ground Floor',
				help: 'New name of the account',
			}),
			text('Primary Email Address', 'primarySMTPAddress', {
				name: 'primaryAddress',
				optional: true,
				placeholder: 'e.g. scanner@contoso.com',
				help: 'New full address that mail is sent from',
			}),
			text('Reply To', 'ReplyTo', {
				name: 'replyTo',
				optional: true,
				placeholder: 'e.g. office@contoso.com',
				help: 'Address that answers go to',
			}),
		],
		needsOneOf: ['displayName', 'primarySMTPAddress', 'ReplyTo'],
		answer: inSteps(outcome({ failing: [/^no changes specified/i] }), 'the account'),
		look: slowly(inRow('get', { displayName: '{displayName}' }, { Identity: '{Identity}' })),
	}),

	assignBillingPolicy: change('ExecHVEUser', {
		name: 'Assign Billing Policy',
		action: 'Assign billing policy to high volume email account',
		help: 'Sets which subscription pays for the mail of an account',
		...base,
		fixed: { body: { Action: 'AssignBillingPolicy' } },
		fields: [
			account,
			text('Billing Policy ID', 'BillingPolicyId', {
				name: 'billingPolicyId',
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'ID of a policy from Get Billing Policies',
			}),
		],
		answer: outcome(),
	}),

	removeBillingPolicy: change('ExecHVEUser', {
		name: 'Remove Billing Policy',
		action: 'Remove billing policy from high volume email account',
		help: 'Leaves an account without a billing policy',
		...base,
		fixed: { body: { Action: 'RemoveBillingPolicy' } },
		fields: [account],
		answer: outcome(),
	}),

	delete: destroy('ExecHVEUser', {
		name: 'Delete',
		action: 'Delete high volume email account',
		help: 'Removes an account for good',
		...base,
		fixed: { body: { Action: 'Remove' } },
		warns:
			'CIPP does not look whether this is a high volume account: the address of any mail user, a guest for instance, deletes that one. Check it with Get Many.',
		fields: [account],
		answer: outcome(),
		look: slowly(gone(inList('getMany', { primarySmtpAddress: '{Identity}' }))),
	}),
});
