import { destroy, outcome, read, resource, rows, text } from '../vocabulary';

/** CIPP makes the body of that request without end, in 10.8 and 10.9. */
const hangs =
	'CIPP never answers this: it hangs, and one of its workers with it. End the subscription in the portal or with Microsoft Graph.';

const role = 'Tenant.Alert.ReadWrite';

const theSubscription = text('Webhook ID', 'WebhookID', {
	in: 'query',
	required: true,
	placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
	help: 'RowKey from Webhook Subscription: Get Many',
});

export const webhookSubscription = resource(
	'Webhook Subscription',
	'webhookSubscription',
	'getMany',
	{
		getMany: read('ExecWebhookSubscriptions', {
			name: 'Get Many',
			action: 'Get many webhook subscriptions',
			help: 'Lists the subscriptions by which Microsoft tells CIPP of events, for all tenants',
			role,
			does: '(none)',
			method: 'POST',
			tenant: null,
			omits: {
				Resubscribe: 'CIPP throws its outcome away, so nobody could tell whether it worked',
			},
			fields: [],
			answer: rows(
				'RowKey',
				'PartitionKey',
				'EventType',
				'Resource',
				'Expiration',
				'SubscriptionID',
				'TypeofSubscription',
			),
			secret: ['WebhookNotificationUrl'],
		}),

		getManyPending: read('ListPendingWebhooks', {
			name: 'Get Many Pending',
			action: 'Get many pending webhook subscription events',
			help: 'Lists events that came in and wait to be worked on. CIPP shows an empty list when it cannot read them.',
			role: 'CIPP.Alert.Read',
			tenant: null,
			fields: [],
			answer: rows('Type', 'FunctionName', 'Data'),
			secret: ['CIPPID', 'WebhookInfo'],
		}),

		delete: destroy('ExecWebhookSubscriptions', {
			name: 'Delete',
			action: 'Delete webhook subscription',
			help: 'Ends a subscription and removes it from the list. CIPP says so even if Microsoft did not end it.',
			never: hangs,
			role,
			tenant: null,
			fixed: { query: { Action: 'Delete' } },
			fields: [theSubscription],
			answer: outcome(),
		}),

		unsubscribe: destroy('ExecWebhookSubscriptions', {
			name: 'Unsubscribe',
			action: 'Unsubscribe webhook subscription',
			help: 'Ends a subscription as Delete does, but refuses those of Partner Center',
			never: hangs,
			role,
			tenant: null,
			fixed: { query: { Action: 'Unsubscribe' } },
			fields: [theSubscription],
			answer: outcome(),
		}),

		unsubscribeAll: destroy('ExecWebhookSubscriptions', {
			name: 'Unsubscribe All',
			action: 'Unsubscribe all webhook subscriptions',
			help: 'Ends the Microsoft Graph subscriptions of CIPP in every tenant, one after the other, until one fails',
			never: hangs,
			role,
			actsEverywhere: true,
			tenant: null,
			fixed: { query: { Action: 'UnsubscribeAll' } },
			warns:
				'This works on every tenant at once: CIPP is told of no more events until it subscribes again',
			fields: [],
			answer: outcome(),
		}),
	},
);
