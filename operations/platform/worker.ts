import {
	change,
	choice,
	destroy,
	number,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	type Answer,
	type DeclaredField,
} from '../vocabulary';

const role = 'CIPP.SuperAdmin.Read';
const action = (name: string) => ({ query: { Action: name } });

/** A reading action, whose parameters all stand in the query. */
const reading = (
	done: string,
	told: { name: string; action: string; help: string },
	answer: Answer,
	fields: DeclaredField[] = [],
) =>
	read('ListWorkerHealth', {
		...told,
		role,
		method: 'POST',
		tenant: null,
		fixed: action(done),
		fields: fields.map((field) => ({ ...field, in: 'query' as const })),
		answer,
	});

const none = row('CIPP gave nothing');

export const worker = resource('Worker', 'worker', 'getSnapshot', {
	getSnapshot: reading(
		'Snapshot',
		{
			name: 'Get Snapshot',
			action: 'Get snapshot of workers',
			help: 'Reads how busy the workers are, with memory, limits and jobs. Older hosts of CIPP answer with an error.',
		},
		none,
	),

	getSummary: reading(
		'Summary',
		{
			name: 'Get Summary',
			action: 'Get summary of workers',
			help: 'Reads only how many workers are busy and how many jobs wait',
		},
		none,
	),

	getPool: reading(
		'Pool',
		{
			name: 'Get Pool',
			action: 'Get pool of workers',
			help: 'Reads each worker of one pool with what it does and did',
		},
		none,
		[
			choice(
				'Pool',
				'PoolType',
				[
					{ value: 'bg', label: 'Background', help: 'Works on jobs' },
					{ value: 'http', label: 'Requests', help: 'Answers the portal and the API' },
				],
				{ required: true, default: 'http', help: 'Which workers to look at' },
			),
		],
	),

	getHistory: reading(
		'History',
		{
			name: 'Get History',
			action: 'Get history of workers',
			help: 'Reads how load and memory went over time; the points are in Data',
		},
		none,
		[
			number('Minutes', 'Minutes', {
				optional: true,
				default: 60,
				help: 'How far to look back. An hour if left out.',
			}),
			number('Most Points', 'MaxPoints', {
				optional: true,
				default: 100,
				help: 'How many points to give at most. All if left out.',
			}),
		],
	),

	getStartup: reading(
		'Startup',
		{
			name: 'Get Startup',
			action: 'Get startup of workers',
			help: "Reads when CIPP's host started and how long each part of it took",
		},
		none,
	),

	getCache: reading(
		'CacheDiag',
		{
			name: 'Get Cache Diagnostics',
			action: 'Get cache diagnostics of workers',
			help: 'Reads what the cache of test data holds',
		},
		none,
	),

	getMemory: reading(
		'MemoryDetail',
		{
			name: 'Get Memory Details',
			action: 'Get memory details of workers',
			help: 'Reads what memory is used for, by generation, thread and assembly',
		},
		none,
	),
});

const jobId = text('Job ID', 'JobId', {
	required: true,
	placeholder: 'e.g. UpdateTenants-42',
	help: 'ID of the job, from Background Job: Get Many',
});
const runName = (rest: Partial<DeclaredField>): DeclaredField => ({
	...text('Run Name', 'RunName', {
		placeholder: 'e.g. UpdateTenants',
		help: 'The column Name of Background Job: Get Many Runs',
	}),
	...rest,
});

export const backgroundJob = resource('Background Job', 'backgroundJob', 'getMany', {
	getMany: reading(
		'Jobs',
		{
			name: 'Get Many',
			action: 'Get many background jobs',
			help: 'Lists what CIPP does and did in the background, with waiting and running times',
		},
		rows(
			'Id',
			'Name',
			'RunName',
			'Status',
			'Priority',
			'QueuedUtc',
			'StartedUtc',
			'CompletedUtc',
			'DurationSeconds',
			'LastError',
		),
		[
			runName({ optional: true, help: 'Only jobs of this run' }),
			text('Status', 'Status', {
				name: 'jobStatus',
				optional: true,
				placeholder: 'e.g. Failed',
				help: 'Only jobs in this state, as the column Status spells it',
			}),
			number('Jobs to Read', 'Limit', {
				optional: true,
				default: 100,
				help: 'How many jobs CIPP looks up at most. It stops at 100 if left out.',
			}),
		],
	),

	getManyRuns: reading(
		'Runs',
		{
			name: 'Get Many Runs',
			action: 'Get many runs of background jobs',
			help: 'Lists groups of jobs with how many are done, wait or failed',
		},
		rows(
			'Name',
			'Reference',
			'Priority',
			'Total',
			'Queued',
			'Running',
			'Completed',
			'Failed',
			'StartedUtc',
			'CompletedUtc',
		),
	),

	changePriority: change('ListWorkerHealth', {
		name: 'Change Priority',
		action: 'Change priority of background job',
		help: 'Moves a waiting job forward or back; where only its whole run can be moved, that is moved',
		role,
		tenant: null,
		fixed: action('ChangePriority'),
		fields: [
			jobId,
			number('Priority', 'Priority', {
				required: true,
				default: 5,
				help: 'New priority; compare with the column Priority of other jobs',
			}),
		],
		answer: outcome(),
	}),

	cancel: destroy('ListWorkerHealth', {
		name: 'Cancel',
		action: 'Cancel background job',
		help: 'Takes a waiting job out of the queue. It is an error if there is no such job waiting.',
		role,
		tenant: null,
		fixed: action('CancelJob'),
		warns: 'What the job was to do is not done, and nothing makes up for it',
		fields: [jobId],
		answer: outcome(),
	}),

	cancelRun: destroy('ListWorkerHealth', {
		name: 'Cancel Run',
		action: 'Cancel run of background jobs',
		help: 'Takes all waiting jobs of a run out of the queue. It is an error if none was waiting.',
		role,
		tenant: null,
		fixed: action('CancelRun'),
		warns: 'What the jobs were to do, for all tenants perhaps, is not done',
		fields: [runName({ required: true })],
		answer: outcome({ failing: [/"CancelledCount":0\b/] }),
	}),

	delete: destroy('ListWorkerHealth', {
		name: 'Delete',
		action: 'Delete background job',
		help: 'Forgets a job that has ended. It is an error if it is unknown or has not ended.',
		role,
		tenant: null,
		fixed: action('DeleteJob'),
		fields: [jobId],
		answer: outcome(),
	}),
});
