import {
	inSentences,
	change,
	inBody,
	inQuery,
	multiline,
	outcome,
	read,
	resource,
	rows,
	toggle,
} from '../vocabulary';

export const alert = resource('Alert', 'alert', 'getMany', {
	getMany: read('ListAlertResults', {
		name: 'Get Many',
		action: 'Get many alerts',
		help: 'Lists what scripted alert rules found in a tenant. Solved ones stay for up to a week, so look at LastRun.',
		role: 'CIPP.Alert.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows(
			'CmdletName',
			'AlertComment',
			'Tenant',
			'LastRun',
			'ContentHash',
			'ContentPreview',
			'AlertItem',
		),
	}),

	send: change('ExecAddAlert', {
		name: 'Send',
		action: 'Send alert',
		help: 'Sends a text through the notification channels of CIPP, with the title of a test. Without any channel it is written to the logbook.',
		role: 'CIPP.Alert.ReadWrite',
		tenant: inBody(),
		fields: [
			multiline('Text', 'text', {
				required: true,
				placeholder: 'e.g. Backup of contoso.com has not run',
				help: 'What the alert says; HTML in email and tickets',
			}),
			toggle('Send Email', 'sendEmailNow', { help: 'Whether to send the text by email' }),
			toggle('Call Webhook', 'sendWebhookNow', {
				help: 'Whether to send the text to the webhook. The answer then holds its URL.',
			}),
			toggle('Create PSA Ticket', 'sendPsaNow', {
				help: 'Whether to make a ticket. CIPP does not tell whether that worked.',
			}),
			toggle('Write to Logbook', 'writeLog', {
				help: 'Whether to write the text to the logbook with severity Alert',
			}),
		],
		answer: outcome({ silenceIsQueued: true }),
		secret: inSentences,
	}),
});
