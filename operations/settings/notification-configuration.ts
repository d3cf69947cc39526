import {
	change,
	choice,
	choices,
	list,
	onOff,
	outcome,
	read,
	resource,
	row,
	text,
} from '../vocabulary';

const role = 'CIPP.AppSettings.ReadWrite';

const secretField = (label: string, wire: string, help: string) =>
	text(label, wire, {
		optional: true,
		isSecret: true,
		help: `${help} The stored one stays if left out.`,
	});

export const notificationConfiguration = resource(
	'Notification Configuration',
	'notificationConfiguration',
	'get',
	{
		get: read('ListNotificationConfig', {
			name: 'Get',
			action: 'Get notification configuration',
			help: 'Reads where CIPP sends its notifications and which log entries it sends',
			role: 'CIPP.AppSettings.Read',
			tenant: null,
			fields: [],
			answer: row('CIPP gave no settings'),
			secret: [
				'webhook',
				'webhookAuthToken',
				'webhookAuthPassword',
				'webhookAuthHeaderValue',
				'webhookAuthHeaders',
			],
		}),

		replace: change('ExecNotificationConfig', {
			name: 'Replace',
			action: 'Replace notification configuration',
			help: 'Stores anew where CIPP sends its notifications and which log entries it sends',
			role,
			tenant: null,
			warns:
				'Replaces everything: read the settings first and give all that shall stay. Only stored passwords and tokens outlive being left out.',
			fields: [
				text('Email', 'email', {
					name: 'notificationEmail',
					placeholder: 'e.g. alerts@msp.example',
					help: 'Address for notifications, or several separated by commas. Left empty, CIPP sends no email.',
				}),
				text('Webhook URL', 'webhook', {
					isSecret: true,
					placeholder: 'e.g. https://hooks.msp.example/cipp',
					help: 'Where to post notifications. Left empty, CIPP calls no webhook.',
				}),
				choices('Severities', 'Severity', severities(), {
					form: 'labelValues',
					required: true,
					help: 'Which log entries to send',
				}),
				list('Logs to Include', 'logsToInclude', {
					form: 'labelValues',
					placeholder: 'e.g. Standards, TokensUpdater',
					help: 'From which parts of CIPP log entries are sent, separated by commas: names as in the API column of the logbook. Left empty, only alerts are.',
				}),
				onOff('One per Tenant', 'onePerTenant', {
					optional: true,
					help: 'Whether each tenant gets a notification of its own. Off if left out.',
				}),
				onOff('Send to Integration', 'sendtoIntegration', {
					optional: true,
					help: 'Whether notifications become tickets in the connected PSA. Off if left out.',
				}),
				onOff('Use Standardized Schema', 'UseStandardizedSchema', {
					optional: true,
					help: 'Whether the webhook gets every kind of notification in the same shape. Off if left out.',
				}),
				choice(
					'Webhook Authentication',
					'webhookAuthType',
					[
						{ value: 'none', label: 'None' },
						{ value: 'bearer', label: 'Bearer Token' },
						{ value: 'basic', label: 'Basic' },
						{ value: 'apikey', label: 'API Key' },
						{ value: 'customheaders', label: 'Custom Headers' },
					],
					{
						form: 'labelValue',
						optional: true,
						default: 'none',
						help: 'How CIPP signs in at the webhook. None if left out.',
					},
				),
				secretField('Webhook Token', 'webhookAuthToken', 'For Bearer Token.'),
				text('Webhook Username', 'webhookAuthUsername', {
					optional: true,
					placeholder: 'e.g. cipp',
					help: 'For Basic. Empty if left out.',
				}),
				secretField('Webhook Password', 'webhookAuthPassword', 'For Basic.'),
				text('Webhook Header Name', 'webhookAuthHeaderName', {
					optional: true,
					placeholder: 'e.g. X-API-Key',
					help: 'For API Key: the name of the header. Empty if left out.',
				}),
				secretField('Webhook Header Value', 'webhookAuthHeaderValue', 'For API Key.'),
				secretField(
					'Webhook Headers (JSON)',
					'webhookAuthHeaders',
					'For Custom Headers: an object of names and values.',
				),
			],
			answer: outcome(),
		}),
	},
);

function severities() {
	return ['Alert', 'Critical', 'Error', 'Warning', 'Info'].map((value) => ({
		value,
		label: value,
	}));
}
