import { choices, dateTime, inQuery, read, resource, row, rows, text, words } from '../vocabulary';

const day = (label: string, wire: string, help: string) =>
	dateTime(label, wire, { form: 'compactDate', optional: true, help });

export const log = resource('Log', 'log', 'getMany', {
	getMany: read('ListLogs', {
		name: 'Get Many',
		action: 'Get many log entries',
		help: "Lists what CIPP wrote into its logbook: who did what in which tenant, and what failed. Today's entries if no date is given.",
		role: 'CIPP.Core.Read',
		tenant: inQuery('Tenant', { allTenants: true }),
		fixed: { query: { Filter: 'true' } },
		fields: [
			day('From', 'StartDate', 'First day to list. Without Until it is the only one.'),
			day('Until', 'EndDate', 'Last day to list. Needs From as well.'),
			choices(
				'Severities',
				'Severity',
				words('Info', 'Warn', 'Warning', 'Error', 'Critical', 'Alert'),
				{
					form: 'texts',
					optional: true,
					help: 'Only entries of these severities. All six if left out; Debug is never among them.',
				},
			),
			text('User', 'User', {
				name: 'logUser',
				optional: true,
				placeholder: 'e.g. jane@*',
				help: 'Only entries of this CIPP user or API client. An asterisk stands for anything.',
			}),
			text('API', 'API', {
				optional: true,
				placeholder: 'e.g. Standards',
				help: 'Only entries of parts of CIPP whose name matches this regular expression',
			}),
			text('Scheduled Task ID', 'ScheduledTaskId', {
				optional: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'Only entries of this scheduled task',
			}),
			text('Standards Template ID', 'StandardTemplateId', {
				optional: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'Only entries of this standards template',
			}),
			text('Baseline Run ID', 'BaselineRunId', {
				optional: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'Only entries of this run of a baseline',
			}),
		],
		answer: rows(
			'DateTime',
			'Tenant',
			'API',
			'Message',
			'User',
			'Severity',
			'LogData',
			'AppId',
			'IP',
			'RowKey',
			'DateFilter',
		),
	}),

	get: read('ListLogs', {
		name: 'Get',
		action: 'Get log entry',
		help: 'Reads one entry of the logbook with everything stored about it',
		role: 'CIPP.Core.Read',
		tenant: null,
		omits: { Tenant: 'the entry is found by its own ID' },
		fields: [
			text('Log Entry ID', 'logentryid', {
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'The RowKey of the entry',
			}),
			dateTime('Day', 'DateFilter', {
				form: 'compactDate',
				required: true,
				help: 'The day of the entry, as in its DateFilter column. On another day it is not found.',
			}),
		],
		answer: row('There is no such entry on that day'),
	}),

	getDays: read('ListLogs', {
		name: 'Get Days',
		action: 'Get days of log',
		help: 'Lists the days for which the logbook holds entries',
		role: 'CIPP.Core.Read',
		tenant: null,
		fixed: { query: { ListLogs: 'true' } },
		omits: { Tenant: 'the days are those of the whole logbook' },
		fields: [],
		answer: rows('value', 'label'),
	}),
});
