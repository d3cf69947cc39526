import { excludedTenants } from '../fields/excluded-tenants';
import { notifyThrough } from '../fields/user-fields';
import {
	choice,
	dateTime,
	destroy,
	inBody,
	inQuery,
	json,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	theTask,
	toggle,
} from '../vocabulary';

export const scheduledTask = resource('Scheduled Task', 'scheduledTask', 'getMany', {
	getMany: read('ListScheduledItems', {
		name: 'Get Many',
		action: 'Get many scheduled tasks',
		help: "Lists the tasks in CIPP's scheduler, with state and last result",
		role: 'CIPP.Scheduler.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [
			text('Task ID', 'Id', {
				name: 'onlyTaskId',
				optional: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'Only the task with this ID (RowKey). Name, command and hidden then do not count.',
			}),
			text('Name', 'Name', {
				name: 'exactName',
				optional: true,
				placeholder: 'e.g. Offboarding: jane@contoso.com',
				help: 'Only tasks of exactly this name',
			}),
			text('Name Like', 'SearchTitle', {
				optional: true,
				placeholder: 'e.g. *offboarding*',
				help: 'Only tasks whose name fits this pattern. Put * where anything may stand.',
			}),
			text('Command', 'Type', {
				name: 'onlyCommand',
				optional: true,
				placeholder: 'e.g. Invoke-CIPPOffboardingJob',
				help: 'Only tasks that run this command',
			}),
			toggle('Hidden Only', 'ShowHidden', {
				optional: true,
				help: 'Whether to list the hidden tasks instead of the visible ones',
			}),
		],
		answer: rows(
			'RowKey',
			'Name',
			'TaskState',
			'Tenant',
			'Command',
			'ScheduledTime',
			'ExecutedTime',
			'Recurrence',
			'PostExecution',
			'Reference',
			'Results',
		),
		mayHoldSecrets: ['Results', 'Parameters'],
	}),

	get: read('ListScheduledItemDetails', {
		name: 'Get',
		action: 'Get scheduled task',
		help: 'Reads one task with what it did in each tenant. ExecutedTime in 1970 means that it has never run.',
		role: 'CIPP.Scheduler.Read',
		tenant: null,
		fields: [theTask('RowKey')],
		answer: row('There is no such task'),
		mayHoldSecrets: ['Details', 'Task'],
	}),

	create: destroy('AddScheduledItem', {
		name: 'Create',
		action: 'Create scheduled task',
		help: 'Has CIPP run one of its commands once or again and again. Tasks start at the quarter hour.',
		role: 'CIPP.Scheduler.ReadWrite',
		does: '(new or overwrite)',
		tenant: inBody('TenantFilter', { allTenants: true }),
		warns:
			'Whatever the command does is done. A Task ID that exists already is replaced as a whole.',
		omits: { DesiredStartTime: 'the same as ScheduledTime' },
		fields: [
			text('Name', 'Name', {
				required: true,
				placeholder: 'e.g. Disable Jane at month end',
				help: 'What the task is called in CIPP',
			}),
			text('Command', 'Command', {
				required: true,
				placeholder: 'e.g. Set-CIPPSignInState',
				help: 'PowerShell command of CIPP. Some are not allowed in the scheduler, and CIPP says so.',
			}),
			json('Parameters', 'Parameters', {
				placeholder: 'e.g. {"UserId":"jane@contoso.com"}',
				help: 'Parameters of the command, as an object. CIPP drops false, 0 and empty ones, and names that the command lacks.',
			}),
			dateTime('Run At', 'ScheduledTime', {
				optional: true,
				help: 'When to run for the first time. Empty means at the next quarter hour.',
			}),
			text('Repeat Every', 'Recurrence', {
				optional: true,
				placeholder: 'e.g. 7d',
				help: 'Minutes, hours or days such as 30m, 4h or 7d. Empty or 0 means once.',
			}),
			excludedTenants(
				'With All Tenants: tenants to skip, by domain or customer ID, separated by commas. An unknown one is refused.',
			),
			notifyThrough(),
			text('Reference', 'Reference', {
				optional: true,
				placeholder: 'e.g. TICKET-4711',
				help: 'Your ticket number, kept with the task and shown in notifications',
			}),
			text('Tag', 'Tag', {
				optional: true,
				placeholder: 'e.g. onboarding',
				help: 'A word to sort tasks by',
			}),
			text('Comment', 'AlertComment', {
				optional: true,
				placeholder: 'e.g. See the runbook',
				help: 'Text that is added to notifications',
			}),
			text('Subject', 'CustomSubject', {
				optional: true,
				placeholder: 'e.g. Weekly license check',
				help: 'Subject of notifications in place of the usual one',
			}),
			choice(
				'PSA Tickets',
				'PsaTicketStrategy',
				[
					{ value: 'consolidated', label: 'One for All' },
					{ value: 'split', label: 'One for Each' },
				],
				{
					optional: true,
					default: 'consolidated',
					help: 'Whether several results become one ticket or several',
				},
			),
			json('Additional Properties', 'AdditionalProperties', {
				optional: true,
				placeholder: 'e.g. [{"Key":"Team","Value":"Service Desk"}]',
				help: 'More data to keep with the task, as a list of objects with Key and Value',
			}),
			json('Trigger', 'Trigger', {
				optional: true,
				placeholder:
					'e.g. {"Type":"DeltaQuery","DeltaResource":"users","EventType":"created","ExecutionMode":"repeat"}',
				help: 'Runs the task when something changes in the tenant instead of by the clock. DeltaQuery is the only type that works.',
			}),
			text('Task ID', 'RowKey', {
				name: 'newTaskId',
				optional: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'ID of your own for the new task. CIPP does not tell the ID that it makes itself.',
			}),
			toggle('Refuse Same Name', 'DisallowDuplicateName', {
				optional: true,
				help: 'Whether to fail if an open task of the same name exists, in whatever tenant',
			}),
			toggle('Hidden', 'hidden', {
				in: 'query',
				optional: true,
				help: "Whether to keep the task out of CIPP's list",
			}),
		],
		answer: outcome({ onlyQueues: true, failing: [/already exists/i, /is not permitted/i] }),
	}),

	run: destroy('AddScheduledItem', {
		name: 'Run Now',
		action: 'Run scheduled task now',
		help: 'Starts a stored task once more, whatever its schedule',
		role: 'CIPP.Scheduler.ReadWrite',
		actsEverywhere: true,
		does: '(run existing again: RowKey + RunNow true)',
		tenant: null,
		fixed: { body: { RunNow: true } },
		omits: { TenantFilter: 'the stored task has its tenant' },
		fields: [theTask('RowKey')],
		answer: outcome({ onlyQueues: true }),
	}),

	delete: destroy('RemoveScheduledItem', {
		name: 'Delete',
		action: 'Delete scheduled task',
		help: 'Removes a task, planned or done, with its results. What it did stays done.',
		role: 'CIPP.Scheduler.ReadWrite',
		tenant: null,
		fields: [theTask('id')],
		answer: outcome(),
	}),
});
