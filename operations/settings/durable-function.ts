import { destroy, outcome, read, resource, row, rows, text } from '../vocabulary';

export const durableFunction = resource('Durable Function', 'durableFunction', 'getRecent', {
	getRecent: read('ExecDurableFunctions', {
		name: 'Get Recent',
		action: 'Get recent durable functions',
		help: 'Reads the background jobs of the last day and all that wait or run, as a list in Orchestrators. Only where CIPP runs on Azure Functions.',
		role: 'CIPP.AppSettings.ReadWrite',
		method: 'POST',
		tenant: null,
		fixed: { query: { Action: 'ListOrchestrators' } },
		fields: [],
		answer: row('CIPP gave no list'),
	}),

	getHistory: read('ExecDurableFunctions', {
		name: 'Get History',
		action: 'Get history of durable function',
		help: 'Lists the steps of one background job. Only where CIPP runs on Azure Functions.',
		role: 'CIPP.AppSettings.ReadWrite',
		method: 'POST',
		tenant: null,
		fixed: { query: { Action: 'ListOrchestratorHistory' } },
		fields: [theJob()],
		answer: rows(
			'PartitionKey',
			'RowKey',
			'Timestamp',
			'EventType',
			'Name',
			'IsPlayed',
			'OrchestrationStatus',
		),
	}),

	getStatistics: read('ExecDurableFunctions', {
		name: 'Get Statistics',
		action: 'Get statistics of durable functions',
		help: 'Counts background jobs by state, those that have waited for over half an hour, and messages in the queues. Only where CIPP runs on Azure Functions.',
		role: 'CIPP.AppSettings.ReadWrite',
		method: 'POST',
		tenant: null,
		fixed: { query: { Action: 'ListStats' } },
		fields: [],
		answer: row('CIPP gave no statistics'),
	}),

	reset: destroy('ExecDurableFunctions', {
		name: 'Reset All',
		action: 'Reset all durable functions',
		help: 'Empties the queues and marks everything that waits or runs as failed. Only where CIPP runs on Azure Functions.',
		role: 'CIPP.AppSettings.ReadWrite',
		tenant: null,
		fixed: { query: { Action: 'ResetDurables' } },
		warns: 'Stops all background work of CIPP for all tenants, in the middle of whatever it does.',
		fields: [],
		answer: outcome(),
	}),

	purge: destroy('ExecDurableFunctions', {
		name: 'Purge',
		action: 'Purge durable function',
		help: 'Deletes one background job with its history. CIPP reports success for a job that is not there, too. Only where CIPP runs on Azure Functions.',
		role: 'CIPP.AppSettings.ReadWrite',
		tenant: null,
		fixed: { query: { Action: 'PurgeOrchestrators' } },
		fields: [theJob()],
		answer: outcome(),
	}),

	purgeAll: destroy('ExecDurableFunctions', {
		name: 'Purge All',
		action: 'Purge all durable functions',
		help: 'Deletes all background jobs with their history. Only where CIPP runs on Azure Functions.',
		role: 'CIPP.AppSettings.ReadWrite',
		tenant: null,
		fixed: { query: { Action: 'PurgeOrchestrators' } },
		warns: 'Drops every background job of CIPP for all tenants, also those that run.',
		omits: { PartitionKey: 'Purge deletes a single one' },
		fields: [],
		answer: outcome(),
	}),
});

function theJob() {
	return text('Instance ID', 'PartitionKey', {
		in: 'query',
		required: true,
		placeholder: 'e.g. 3f2c9a0e5b7d4c1a8e6f0d2b4a6c8e0f',
		help: 'The PartitionKey of the background job, from Get Recent',
	});
}
