import {
	asExchange,
	change,
	choice,
	destroy,
	gone,
	inBody,
	inList,
	inQuery,
	outcome,
	read,
	resource,
	rows,
	slowly,
	text,
	theMailbox,
} from '../vocabulary';

export const restrictedSender = resource('Restricted Sender', 'restrictedSender', 'getMany', {
	getMany: read('ListRestrictedUsers', {
		name: 'Get Many',
		action: 'Get many restricted senders',
		help: 'Lists addresses that Microsoft stopped from sending, mostly because of spam, and why',
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows(
			'SenderAddress',
			'BlockType',
			'Reason',
			'TemporaryBlock',
			'InternalCount',
			'ExternalCount',
			'CreatedDatetime',
			'ChangedDatetime',
		),
	}),

	release: change('ExecRemoveRestrictedUser', {
		name: 'Release',
		action: 'Release restricted sender',
		help: 'Lets an address send again, which can take an hour',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		warns: 'Make sure first that the account is no longer in the hands of others',
		fields: [
			text('Sender Address', 'SenderAddress', {
				required: true,
				placeholder: 'e.g. jane@contoso.com',
				help: 'The SenderAddress column of Get Many',
			}),
		],
		answer: outcome(),
		look: slowly(gone(inList('getMany', { SenderAddress: '{SenderAddress}' }))),
	}),
});

export const junkMailSender = resource(
	'Trusted or Blocked Sender',
	'trustedOrBlockedSender',
	'getMany',
	{
		getMany: read('ListUserTrustedBlockedSenders', {
			name: 'Get Many',
			action: 'Get many trusted or blocked senders',
			help: 'Lists senders and domains that the owner of a mailbox trusts or blocks in the junk mail options',
			role: 'Exchange.Mailbox.Read',
			tenant: inQuery(),
			omits: { userPrincipalName: 'is only copied into the rows' },
			fields: [theMailbox('UserID')],
			answer: rows('UserID', 'Type', 'TypeProperty', 'Value'),
		}),

		delete: destroy('RemoveTrustedBlockedSender', {
			name: 'Delete',
			action: 'Delete trusted or blocked sender',
			help: 'Takes one entry off the junk mail options of a mailbox',
			role: 'Exchange.Mailbox.ReadWrite',
			tenant: inBody(),
			fields: [
				theMailbox('userPrincipalName'),
				choice(
					'List',
					'typeProperty',
					[
						{ value: 'BlockedSendersAndDomains', label: 'Blocked Senders and Domains' },
						{ value: 'TrustedSendersAndDomains', label: 'Trusted Senders and Domains' },
					],
					{
						required: true,
						help: 'The list that holds the entry, as TypeProperty of Get Many says',
					},
				),
				text('Entry', 'value', {
					required: true,
					placeholder: 'e.g. fabrikam.com',
					help: 'Exactly as Get Many shows it: an address or a domain',
				}),
			],
			answer: outcome(),
			look: asExchange(
				gone(
					inList(
						'getMany',
						{ Value: '{value}', TypeProperty: '{typeProperty}' },
						{},
						{ UserID: '{userPrincipalName}' },
					),
				),
			),
		}),
	},
);
