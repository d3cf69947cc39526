import { destroy, list, outcome, read, resource, row, rows, text } from '../vocabulary';

const columns = [
	'RowKey',
	'Name',
	'Reference',
	'Status',
	'TotalTasks',
	'CompletedTasks',
	'RunningTasks',
	'FailedTasks',
	'PercentComplete',
	'Timestamp',
];

export const queue = resource('Queue', 'queue', 'getMany', {
	getMany: read('ListCippQueue', {
		name: 'Get Many',
		action: 'Get many queues',
		help: 'Lists the background jobs of the past three hours, newest first, with how far they are',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [
			text('Reference', 'Reference', {
				optional: true,
				placeholder: 'e.g. users-AllTenants',
				help: 'Only jobs with this reference, as the Reference column shows it',
			}),
		],
		answer: rows(...columns),
	}),

	get: read('ListCippQueue', {
		name: 'Get',
		action: 'Get queue',
		help: 'Reads how far one background job is, with its tasks',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [
			text('Queue ID', 'QueueId', {
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'The RowKey of the job, or the QueueId in the answer that started it',
			}),
		],
		answer: row('CIPP knows no such job, or no longer: that does not mean that it is done'),
	}),

	getProgress: read('ListCippQueues', {
		name: 'Get Progress',
		action: 'Get progress of many queues',
		help: 'Sums up how far several background jobs are together. Look at MissingQueueIds: jobs that are not found count as finished, even when none is.',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [
			list('Queue IDs', 'QueueIds', {
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'The jobs to sum up. Separate several with commas.',
			}),
		],
		answer: row('CIPP gave no progress'),
	}),

	clearHistory: destroy('RemoveCippQueue', {
		name: 'Clear History',
		action: 'Clear history of queues',
		help: 'Deletes the records of all background jobs',
		role: 'CIPP.Core.ReadWrite',
		tenant: null,
		warns: 'Jobs that still run go on, but nobody can see any more how far they are.',
		fields: [],
		answer: outcome(),
	}),
});
