import { destroy, change, inRow, number, outcome, read, resource, row } from '../vocabulary';

export const logConfiguration = resource('Log Configuration', 'logConfiguration', 'get', {
	get: read('ExecLogRetentionConfig', {
		name: 'Get',
		action: 'Get log configuration',
		help: 'Reads for how many days the logbook is kept: 90 unless it was changed',
		role: 'CIPP.AppSettings.ReadWrite',
		does: 'List (query present)',
		method: 'POST',
		tenant: null,
		fixed: { query: { List: 'true' } },
		omits: { RetentionDays: 'only read when it is to be changed' },
		fields: [],
		answer: row('CIPP gave no settings'),
	}),

	setRetention: destroy('ExecLogRetentionConfig', {
		name: 'Set Retention',
		action: 'Set retention of log',
		help: 'Sets for how many days the logbook is kept',
		role: 'CIPP.AppSettings.ReadWrite',
		does: '(no List)',
		tenant: null,
		warns: 'With fewer days than before, the next clean-up deletes what is older.',
		omits: { List: 'would only read the setting' },
		fields: [
			number('Days to Keep', 'RetentionDays', {
				required: true,
				default: 90,
				help: 'From 7 to 365 days',
			}),
		],
		answer: outcome(),
		look: inRow('get', { RetentionDays: '{RetentionDays}' }),
	}),

	createLink: change('ExecCippLogsSas', {
		name: 'Create Access Link',
		action: 'Create access link to log',
		help: 'Makes a URL that reads the table behind the logbook directly, for instance for Power BI',
		role: 'CIPP.AppSettings.ReadWrite',
		tenant: null,
		warns:
			'Whoever has the URL can read the whole logbook. It cannot be withdrawn before it ends, short of a new storage key, so choose few days.',
		fields: [
			number('Days to Work', 'Days', {
				required: true,
				default: 7,
				help: 'For how many days the URL works, from 1 to 3650',
			}),
		],
		answer: row('CIPP gave no URL'),
		secret: ['SASUrl'],
	}),
});
