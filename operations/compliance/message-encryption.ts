import {
	asExchange,
	asSent,
	inRow,
	change,
	decide,
	inBody,
	inQuery,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
} from '../vocabulary';

export const messageEncryption = resource('Message Encryption', 'messageEncryption', 'get', {
	get: read('ListIRMConfiguration', {
		name: 'Get',
		action: 'Get message encryption',
		help: 'Reads whether mail can be encrypted with Purview, and whether an AD RMS on-premises is in the way',
		since: '10.9',
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery(),
		fields: [],
		answer: row('Exchange gave no settings of message encryption'),
	}),

	set: change('ExecIRMConfiguration', {
		name: 'Set',
		action: 'Set message encryption',
		help: 'Switches the encryption of mail with Purview on or off for the whole tenant',
		since: '10.9',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		fixed: { body: { Action: 'Set' } },
		fields: [
			decide('Enabled', 'AzureRMSLicensingEnabled', {
				name: 'encryptionEnabled',
				help: 'Whether people may encrypt mail. Off also makes encrypted mail unreadable for some.',
			}),
		],
		answer: outcome(),
		look: asExchange(inRow('get', asSent('AzureRMSLicensingEnabled'))),
	}),

	test: read('ExecIRMConfiguration', {
		name: 'Test',
		action: 'Test message encryption',
		help: 'Lets Exchange check for a sender and a recipient whether encrypting and decrypting works. The text says which checks passed.',
		since: '10.9',
		role: 'Exchange.Mailbox.ReadWrite',
		method: 'POST',
		tenant: inBody(),
		fixed: { body: { Action: 'Test' } },
		fields: [
			text('Sender', 'Sender', {
				name: 'testSender',
				required: true,
				placeholder: 'e.g. jane@contoso.com',
				help: 'Someone in the tenant',
			}),
			text('Recipient', 'Recipient', {
				name: 'testRecipient',
				required: true,
				placeholder: 'e.g. john@contoso.com',
				help: 'Whom the mail would be for',
			}),
		],
		answer: rows(),
	}),
});
