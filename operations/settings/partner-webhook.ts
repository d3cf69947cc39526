import { change, list, onOff, outcome, read, resource, row, text } from '../vocabulary';

const role = 'CIPP.AppSettings.ReadWrite';

export const partnerWebhook = resource('Partner Webhook', 'partnerWebhook', 'get', {
	get: read('ExecPartnerWebhook', {
		name: 'Get',
		action: 'Get partner webhook',
		help: 'Reads what Microsoft Partner Center tells CIPP about, and whether new tenants are onboarded by themselves. If webhookUrl and expectedWebhookUrl differ, CIPP has moved.',
		role,
		method: 'POST',
		tenant: null,
		fixed: { query: { Action: 'ListSubscription' } },
		fields: [],
		answer: row('CIPP gave no webhook'),
	}),

	getEventTypes: read('ExecPartnerWebhook', {
		name: 'Get Event Types',
		action: 'Get event types of partner webhook',
		help: 'Reads which events there are to subscribe to; each is the text of a message',
		role,
		method: 'POST',
		tenant: null,
		fixed: { query: { Action: 'ListEventTypes' } },
		fields: [],
		// Names of events, not sentences: one may hold any word.
		answer: outcome({ benign: [/^[a-z0-9.-]+$/i] }),
	}),

	set: change('ExecPartnerWebhook', {
		name: 'Set',
		action: 'Set partner webhook',
		help: 'Subscribes CIPP to events of Microsoft Partner Center and sets whether new tenants are onboarded by themselves. The latter is stored even if the former fails.',
		role,
		tenant: null,
		fixed: { query: { Action: 'CreateSubscription' } },
		warns:
			"Replaces the subscription. CIPP also takes the address that it is called under for its own: through the API that can be the Function App instead of your portal's domain. Compare both URLs of Get afterwards.",
		fields: [
			onOff('Automated Onboarding', 'enabled', {
				required: true,
				help: 'Whether CIPP onboards a tenant once its GDAP relationship is approved',
			}),
			list('Event Types', 'EventType', {
				form: 'labelValues',
				required: true,
				placeholder: 'e.g. granular-admin-relationship-approved',
				help: 'All events to subscribe to, separated by commas. The two that CIPP needs are added.',
			}),
			onOff('Leave Out of All Tenants', 'standardsExcludeAllTenants', {
				optional: true,
				help: 'Whether standards for all tenants pass over tenants that were onboarded so. Off if left out.',
			}),
		],
		answer: outcome({ benign: [/^Existing\b.*\bsubscription found\b/i] }),
	}),

	sendTest: change('ExecPartnerWebhook', {
		name: 'Send Test',
		action: 'Send test event to partner webhook',
		help: 'Has Microsoft Partner Center send a test event, and returns its correlation ID',
		role,
		tenant: null,
		fixed: { query: { Action: 'SendTest' } },
		fields: [],
		answer: row('Partner Center gave no correlation ID'),
	}),

	checkTest: read('ExecPartnerWebhook', {
		name: 'Check Test',
		action: 'Check test event of partner webhook',
		help: 'Reads whether a test event has arrived. It takes a few moments.',
		role,
		method: 'POST',
		tenant: null,
		fixed: { query: { Action: 'ValidateTest' } },
		fields: [
			text('Correlation ID', 'CorrelationId', {
				in: 'query',
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'What Send Test returned',
			}),
		],
		answer: row('Partner Center knows no such test'),
	}),
});
