import { change, inList, onOff, outcome, read, resource, row, rows, text } from '../vocabulary';

const role = 'CIPP.AppSettings.ReadWrite';

const flagId = text('Feature Flag', 'Id', {
	name: 'featureFlag',
	required: true,
	placeholder: 'e.g. BestPracticeAnalyser',
	help: 'ID of the flag, from Get Many',
});

export const featureFlag = resource('Feature Flag', 'featureFlag', 'getMany', {
	getMany: read('ExecFeatureFlag', {
		name: 'Get Many',
		action: 'Get many feature flags',
		help: 'Lists the features of CIPP that can be switched off, and whether they are on',
		role,
		method: 'POST',
		tenant: null,
		fixed: { body: { Action: 'Get' } },
		fields: [],
		answer: rows('Id', 'Name', 'Description', 'Enabled', 'AllowUserToggle', 'Endpoints', 'Hidden'),
	}),

	get: read('ExecFeatureFlag', {
		name: 'Get',
		action: 'Get feature flag',
		help: 'Reads one feature of CIPP and whether it is on',
		role,
		method: 'POST',
		tenant: null,
		fixed: { body: { Action: 'Get' } },
		fields: [flagId],
		answer: row('CIPP has no such feature flag'),
	}),

	set: change('ExecFeatureFlag', {
		name: 'Set',
		action: 'Set feature flag',
		help: 'Switches a feature of CIPP on or off. Endpoints and background tasks of one that is off refuse to work.',
		role,
		tenant: null,
		fixed: { body: { Action: 'Set' } },
		fields: [
			{
				...flagId,
				help: 'ID of the flag, from Get Many. Only those with AllowUserToggle can be switched.',
			},
			onOff('Enabled', 'Enabled', { required: true, help: 'Whether the feature is on' }),
		],
		answer: outcome(),
		look: inList('getMany', { Id: '{Id}' }, { Enabled: '{Enabled}' }),
	}),
});
