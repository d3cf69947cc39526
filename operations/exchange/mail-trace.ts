import { choice, dateTime, inBody, number, read, resource, rows, text } from '../vocabulary';

const sender = text('Sender', 'sender', {
	placeholder: 'e.g. jane@contoso.com',
	help: 'Only mail from this address. Empty means from anyone.',
});

const recipient = text('Recipient', 'recipient', {
	placeholder: 'e.g. info@contoso.com',
	help: 'Only mail to this address. Empty means to anyone.',
});

const columns = [
	'Received',
	'Status',
	'SenderAddress',
	'RecipientAddress',
	'Subject',
	'FromIP',
	'ToIP',
	'MessageTraceId',
];

const base = { role: 'Exchange.Mailbox.Read', method: 'POST', tenant: inBody() } as const;

export const mailTrace = resource('Mail Trace', 'mailTrace', 'getMany', {
	getMany: read('ListMessageTrace', {
		name: 'Get Many',
		action: 'Get many traced mails',
		help: 'Finds out what became of mail, by sender, recipient and time. Exchange returns 1000 rows at most, so make the period shorter if you get that many. Without a period the last 48 hours are searched.',
		...base,
		omits: { ID: 'only for the steps of one mail' },
		fields: [
			sender,
			recipient,
			number('Days', 'days', {
				optional: true,
				default: 2,
				help: 'How many days to look back, up to 10. Start and End do not count beside it.',
			}),
			dateTime('Start', 'startDate', {
				optional: true,
				help: 'Beginning of the period, at most 90 days ago. It may span 10 days.',
			}),
			dateTime('End', 'endDate', { optional: true, help: 'End of the period' }),
			choice(
				'Status',
				'status',
				[
					{ value: 'Delivered', label: 'Delivered' },
					{ value: 'Expanded', label: 'Expanded', help: 'A group was replaced by its members' },
					{ value: 'Failed', label: 'Failed' },
					{ value: 'FilteredAsSpam', label: 'Filtered as Spam' },
					{ value: 'GettingStatus', label: 'Getting Status', help: 'Not yet known' },
					{ value: 'Pending', label: 'Pending' },
					{ value: 'Quarantined', label: 'Quarantined' },
				],
				{
					form: 'labelValue',
					optional: true,
					default: 'Failed',
					help: 'Only mail that ended like this',
				},
			),
			text('From IP', 'fromIP', {
				optional: true,
				placeholder: 'e.g. 203.0.113.7',
				help: 'Only mail that this server handed in',
			}),
			text('To IP', 'toIP', {
				optional: true,
				placeholder: 'e.g. 198.51.100.9',
				help: 'Only mail that went on to this server',
			}),
		],
		answer: rows(...columns),
	}),

	getByMessageId: read('ListMessageTrace', {
		name: 'Get by Message ID',
		action: 'Get traced mail by message ID',
		help: 'Finds one mail of the last 48 hours by the message ID in its header. CIPP ignores a period here.',
		...base,
		fields: [
			text('Message ID', 'MessageId', {
				name: 'messageId',
				required: true,
				anyCharacter: true,
				placeholder: 'e.g. <abc123@mail.contoso.com>',
				help: 'Value of the Message-ID header, with its angle brackets',
			}),
			sender,
			recipient,
		],
		answer: rows(...columns),
	}),

	getDetails: read('ListMessageTrace', {
		name: 'Get Details',
		action: 'Get details of traced mail',
		help: 'Lists the steps that a mail took to one recipient, with the reason of a failure',
		...base,
		fixed: { body: { traceDetail: true } },
		fields: [
			text('Message Trace ID', 'ID', {
				name: 'messageTraceId',
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'MessageTraceId of a row from Get Many',
			}),
			text('Recipient', 'recipient', {
				required: true,
				placeholder: 'e.g. info@contoso.com',
				help: 'RecipientAddress of the same row',
			}),
		],
		answer: rows('Date', 'Event', 'Action', 'Detail'),
	}),
});
