import {
	asExchange,
	change,
	destroy,
	gone,
	inBody,
	inList,
	inQuery,
	outcome,
	read,
	resource,
	rows,
	text,
	theMailbox,
} from '../vocabulary';

const columns = [
	'Name',
	'Enabled',
	'Priority',
	'Identity',
	'Description',
	'From',
	'ForwardTo',
	'ForwardAsAttachmentTo',
	'RedirectTo',
	'MoveToFolder',
	'DeleteMessage',
];

const rule = text('Rule Identity', 'ruleId', {
	required: true,
	placeholder: 'e.g. jane\\1234567890123456789',
	help: 'The Identity column of Get Many, mailbox and number. It alone decides which mailbox is touched; name or number by themselves do not work.',
});

const ruleName = 'only fills the sentence of CIPP';

export const mailboxRule = resource('Mailbox Rule', 'mailboxRule', 'getMany', {
	getMany: read('ListMailboxRules', {
		name: 'Get Many',
		action: 'Get many mailbox rules',
		help: "Lists the inbox rules of all mailboxes of a tenant, at most an hour old. Rows without an Identity are no rules: 'No rules found', or a tenant that CIPP could not reach. The first run takes minutes.",
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery(),
		omits: { UseReportDB: 'an operation of its own' },
		fields: [],
		answer: rows('Tenant', 'OperationGuid', ...columns),
	}),

	getManyCached: read('ListMailboxRules', {
		name: 'Get Many From Cache',
		action: 'Get many mailbox rules from cache',
		help: "Lists inbox rules from CIPP's nightly report, also for all tenants. A single tenant without any rule in the report gives an error; of all tenants, those are left out. Compare CacheTimestamp: old rows stay when the last scan found none.",
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fixed: { query: { UseReportDB: 'true' } },
		fields: [],
		answer: rows('Tenant', 'UserPrincipalName', ...columns, 'CacheTimestamp'),
	}),

	getManyOfMailbox: read('ListUserMailboxRules', {
		name: 'Get Many of Mailbox',
		action: 'Get many rules of mailbox',
		help: "Lists one mailbox's inbox rules live from Exchange, hidden ones too: the first thing to look at after a break-in",
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery(),
		omits: { userEmail: 'only stands in the text of an error' },
		fields: [theMailbox('UserID')],
		answer: rows(...columns),
	}),

	enable: change('ExecSetMailboxRule', {
		name: 'Enable',
		action: 'Enable mailbox rule',
		help: 'Switches an inbox rule on',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody('TenantFilter'),
		fixed: { body: { Enable: true } },
		omits: { ruleName },
		fields: [theMailbox('userPrincipalName'), rule],
		answer: outcome(),
		look: asExchange(
			inList(
				'getManyOfMailbox',
				{ Identity: '{ruleId}' },
				{ Enabled: true },
				{ UserID: '{userPrincipalName}' },
			),
		),
	}),

	disable: change('ExecSetMailboxRule', {
		name: 'Disable',
		action: 'Disable mailbox rule',
		help: 'Switches an inbox rule off without losing it',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody('TenantFilter'),
		fixed: { body: { Disable: true } },
		omits: { ruleName },
		fields: [theMailbox('userPrincipalName'), rule],
		answer: outcome(),
		look: asExchange(
			inList(
				'getManyOfMailbox',
				{ Identity: '{ruleId}' },
				{ Enabled: false },
				{ UserID: '{userPrincipalName}' },
			),
		),
	}),

	delete: destroy('ExecRemoveMailboxRule', {
		name: 'Delete',
		action: 'Delete mailbox rule',
		help: 'Removes an inbox rule for good. Disable it instead if it may be needed as evidence.',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody('TenantFilter'),
		omits: { tenantFilter: 'the tenant is in the body', ruleName },
		fields: [theMailbox('userPrincipalName'), rule],
		answer: outcome(),
		look: asExchange(
			gone(
				inList('getManyOfMailbox', { Identity: '{ruleId}' }, {}, { UserID: '{userPrincipalName}' }),
			),
		),
	}),
});
