import {
	change,
	choice,
	destroy,
	exchange,
	exchangeRow,
	gone,
	has,
	ifNotSent,
	ifSent,
	inBody,
	inExchange,
	inQuery,
	inSteps,
	like,
	list,
	lookingAgain,
	number,
	outcome,
	read,
	resource,
	row,
	rows,
	slowly,
	text,
	toggle,
	unseen,
	type DeclaredField,
	type Look,
} from '../vocabulary';

const messageId = text('Message Identity', 'Identity', {
	name: 'messageIdentity',
	required: true,
	placeholder: 'e.g. c14401cf-aa9a-465b-cfd5-08d0f0ca37c5\\4c2ca98e-94ea-db3a-7eb8-3b63657d4db7',
	help: 'The column Identity of Get Many, one message for each item',
});
/** CIPP does not say when this part is refused. */
const senderAllowed: Look[] = [
	ifSent(
		'AllowSender',
		slowly(
			exchangeRow(
				'Get-HostedContentFilterPolicy',
				{},
				{ 'Name|Identity': '{PolicyName}' },
				{ AllowedSenders: has('{SenderAddress}') },
			),
		),
	),
	ifSent('AllowSender', ifNotSent('PolicyName', unseen('the spam filter is not named'))),
];
const allowSender: DeclaredField[] = [
	toggle('Allow Sender', 'AllowSender', {
		optional: true,
		help: 'Whether the sender is never spam from now on. A failure of this part is only in the log of CIPP.',
	}),
	text('Allow Sender: Address', 'SenderAddress', {
		optional: true,
		placeholder: 'e.g. jane@fabrikam.com',
		help: 'Whom to allow. Left out, CIPP looks it up.',
	}),
	text('Allow Sender: Spam Filter', 'PolicyName', {
		optional: true,
		placeholder: 'e.g. Default',
		help: 'Spam filter that gets the address in its list. Left out, CIPP looks it up.',
	}),
];

export const quarantine = resource('Quarantine', 'quarantine', 'getMany', {
	getMany: read('ListMailQuarantine', {
		name: 'Get Many',
		action: 'Get many quarantined messages',
		help: 'Lists mail that is held back. CIPP gives an empty list also when Exchange refused.',
		role: 'Exchange.SpamFilter.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [
			choice(
				'Kind',
				'EntityType',
				[
					{ value: 'Email', label: 'Mail' },
					{
						value: 'SharePointOnline',
						label: 'Files',
						help: 'Files that Safe Attachments holds back',
					},
					{ value: 'Teams', label: 'Teams Messages' },
				],
				{
					name: 'entityType',
					optional: true,
					default: 'Email',
					since: '10.9',
					help: 'What is held back. Left out, mail.',
				},
			),
			toggle('One Page Only', 'manualPagination', {
				optional: true,
				help: 'Whether to read a single page of 1000 messages instead of all. Not for all tenants.',
			}),
			number('Page', 'nextLink', {
				optional: true,
				default: 1,
				placeholder: 'e.g. 2',
				help: 'Which page, 1 to 1000. Only with One Page Only.',
			}),
		],
		answer: lookingAgain(
			rows(
				'Identity',
				'ReceivedTime',
				'SenderAddress',
				'RecipientAddress',
				'Subject',
				'Type',
				'QuarantineTypes',
				'ReleaseStatus',
				'Expires',
				'PolicyName',
				'MessageId',
				'Tenant',
			),
			inExchange('Get-QuarantineMessage', { PageSize: '1' }),
		),
	}),

	getMessage: read('ListMailQuarantineMessage', {
		name: 'Get Message',
		action: 'Get quarantined message',
		help: 'Reads the raw mail (EML) with its headers. Attachments can be damaged; an empty Message means that it was not found.',
		role: 'Exchange.SpamFilter.Read',
		tenant: inQuery(),
		fields: [messageId],
		answer: row('There is no such message in quarantine'),
	}),

	getHeader: read('ListMailQuarantineMessageHeader', {
		name: 'Get Header',
		action: 'Get header of quarantined message',
		help: 'Reads the header of a quarantined mail: its way, and what the checks of the sender said',
		since: '10.9',
		role: 'Exchange.SpamFilter.Read',
		tenant: inQuery(),
		fields: [messageId],
		answer: row('There is no such message in quarantine'),
	}),

	getAnalysis: read('ListMailQuarantineMessageDetails', {
		name: 'Get Analysis',
		action: 'Get analysis of quarantined message',
		help: 'Reads why a mail is held back: threats, checks of the sender, links and attachments. Without Defender for Office 365 Plan 2 CIPP takes less from the header.',
		since: '10.9',
		role: 'Exchange.SpamFilter.Read',
		tenant: inQuery(),
		fields: [messageId],
		answer: rows(
			'recipientEmailAddress',
			'internetMessageId',
			'returnPath',
			'directionality',
			'spamConfidenceLevel',
			'threatTypes',
			'detectionMethods',
			'senderDetail',
			'authenticationDetails',
			'urls',
			'attachments',
		),
	}),

	submit: change('ExecMailQuarantineSubmit', {
		name: 'Submit to Microsoft',
		action: 'Submit quarantined message to microsoft',
		help: 'Sends a copy of the mail to Microsoft and says what it really is. The mail stays in quarantine.',
		since: '10.9',
		role: 'Exchange.SpamFilter.ReadWrite',
		tenant: inBody(),
		fields: [
			messageId,
			choice(
				'Category',
				'category',
				[
					{ value: 'notJunk', label: 'Not Junk', help: 'Held back by mistake' },
					{ value: 'spam', label: 'Spam' },
					{ value: 'phishing', label: 'Phishing' },
					{ value: 'malware', label: 'Malware' },
				],
				{ name: 'submissionCategory', required: true, help: 'What the mail really is' },
			),
			text('Recipient', 'RecipientAddress', {
				name: 'recipient',
				required: true,
				placeholder: 'e.g. jane@contoso.com',
				help: 'One recipient of the mail',
			}),
		],
		answer: outcome(),
		cannotLook: 'submissions are listed in the Defender portal alone',
	}),

	release: change('ExecQuarantineManagement', {
		name: 'Release',
		action: 'Release quarantined message',
		help: 'Delivers held mail to ALL its original recipients; it cannot be limited to one of them',
		role: 'Exchange.SpamFilter.ReadWrite',
		does: 'Release',
		tenant: inBody(),
		fixed: { body: { Type: 'Release' } },
		fields: [messageId, ...allowSender],
		answer: inSteps(outcome(), 'the message in quarantine and the allowed senders'),
		look: [
			exchange(
				'Get-QuarantineMessage',
				{ Identity: '{Identity}' },
				{ ReleaseStatus: like(/^(RELEASED|APPROVED)/i) },
			),
			...senderAllowed,
		],
	}),

	deny: change('ExecQuarantineManagement', {
		name: 'Deny Release',
		action: 'Deny release of quarantined message',
		help: 'Turns down a request of recipients to get their mail',
		role: 'Exchange.SpamFilter.ReadWrite',
		does: 'Deny',
		tenant: inBody(),
		fixed: { body: { Type: 'Deny' } },
		fields: [
			messageId,
			list('Recipients', 'RecipientAddress', {
				required: true,
				placeholder: 'e.g. jane@contoso.com',
				help: 'Whose request is turned down; separate several with commas',
			}),
			...allowSender,
		],
		answer: inSteps(outcome(), 'the message in quarantine and the allowed senders'),
		look: [
			exchange(
				'Get-QuarantineMessage',
				{ Identity: '{Identity}' },
				{ ReleaseStatus: like(/DENIED/i) },
			),
			...senderAllowed,
		],
	}),

	delete: destroy('ExecQuarantineManagement', {
		name: 'Delete',
		action: 'Delete quarantined message',
		help: 'Deletes a message from quarantine for all its recipients. Nobody can get it back.',
		since: '10.9',
		role: 'Exchange.SpamFilter.ReadWrite',
		does: 'Delete',
		tenant: inBody(),
		fixed: { body: { Type: 'Delete' } },
		omits: {
			RecipientAddress: 'only for a release that is turned down',
			AllowSender: 'a sender whose mail is deleted is not one to allow',
			SenderAddress: 'goes with AllowSender',
			PolicyName: 'goes with AllowSender',
		},
		fields: [messageId],
		answer: outcome(),
		look: gone(exchange('Get-QuarantineMessage', { Identity: '{Identity}' })),
	}),
});
