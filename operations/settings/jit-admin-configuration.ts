import { change, inRow, outcome, read, resource, row, text } from '../vocabulary';

const role = 'CIPP.AppSettings.ReadWrite';

export const jitAdminConfiguration = resource(
	'JIT Admin Configuration',
	'jitAdminConfiguration',
	'get',
	{
		get: read('ExecJITAdminSettings', {
			name: 'Get',
			action: 'Get JIT admin configuration',
			help: 'Reads how long temporary admin rights may last. MaxDuration is null without a limit.',
			role,
			method: 'POST',
			tenant: null,
			fixed: { body: { Action: 'Get' } },
			fields: [],
			answer: row('CIPP gave no settings'),
		}),

		setMaximum: change('ExecJITAdminSettings', {
			name: 'Set Maximum Duration',
			action: 'Set maximum duration of JIT admin',
			help: 'Limits how long temporary admin rights may last. Where there never was a limit, CIPP may report success without keeping it: read it back, and run it again if need be.',
			role,
			tenant: null,
			fixed: { body: { Action: 'Set' } },
			fields: [
				text('Maximum Duration', 'MaxDuration', {
					form: 'labelValue',
					required: true,
					placeholder: 'e.g. PT4H',
					help: 'ISO 8601 duration: PT4H is four hours, P1D a day, P7D a week',
				}),
			],
			answer: outcome(),
			look: inRow('get', { MaxDuration: '{MaxDuration}' }),
		}),

		removeMaximum: change('ExecJITAdminSettings', {
			name: 'Remove Maximum Duration',
			action: 'Remove maximum duration of JIT admin',
			help: 'Lets temporary admin rights last as long as anyone likes. May fail where there is no limit.',
			role,
			tenant: null,
			fixed: { body: { Action: 'Set' } },
			omits: { MaxDuration: 'leaving it out removes the limit' },
			fields: [],
			answer: outcome(),
			look: inRow('get', { MaxDuration: null }),
		}),
	},
);
