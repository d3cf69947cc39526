import {
	andWhatElseWasSent,
	change,
	choice,
	decide,
	destroy,
	gone,
	inBody,
	inList,
	json,
	jsonText,
	multiline,
	number,
	outcome,
	read,
	readBefore,
	resource,
	row,
	rows,
	text,
	toggle,
	wholeRow,
	words,
	type DeclaredField,
} from '../vocabulary';

const role = 'CIPP.Tests.ReadWrite';
const readRole = 'CIPP.Tests.Read';

const theScript = (place: Partial<DeclaredField> = {}): DeclaredField => ({
	...text('Script ID', 'ScriptGuid', {
		required: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'ScriptGuid from Custom Script: Get Many',
	}),
	...place,
});

/** An action on a stored script reads none of what a version of it needs. */
const notForActions = {
	ScriptName: 'only a saved version has it',
	Pillar: 'only a saved version has it',
	ImplementationEffort: 'only a saved version has it',
	UserImpact: 'only a saved version has it',
};

const columns = rows(
	'ScriptGuid',
	'ScriptName',
	'Version',
	'Description',
	'Category',
	'Risk',
	'Pillar',
	'Enabled',
	'AlertOnFailure',
	'ReturnType',
	'ResultMode',
	'CreatedBy',
	'CreatedDate',
);

const resultModes = [
	{ value: 'Auto', label: 'Auto', help: 'The script decides' },
	{ value: 'AlwaysPass', label: 'Always Pass' },
	{ value: 'AlwaysInfo', label: 'Always Info' },
	{ value: 'AlwaysInvestigate', label: 'Always Investigate' },
];

const name = text('Script Name', 'ScriptName', {
	required: true,
	placeholder: 'e.g. Guests without sponsor',
	help: 'Name of the script: letters, digits, spaces, hyphens and underscores',
});

const content = multiline('Script', 'ScriptContent', {
	required: true,
	placeholder: "e.g. Get-CIPPTestData -Type 'Guests' | Where-Object { -not $_.sponsors }",
	help: 'The PowerShell. CIPP allows cmdlets that shape data and Get-CIPPTestData with a written-out -Type, but no +=, no $env: and no .NET types.',
});

const levels = words('Low', 'Medium', 'High');

const rest = [
	choice('Pillar', 'Pillar', words('Identity', 'Devices', 'Data'), {
		required: true,
		help: 'Under which heading the result stands',
	}),
	choice('Implementation Effort', 'ImplementationEffort', levels, {
		required: true,
		help: 'How much work it is to put right what the script finds',
	}),
	choice('User Impact', 'UserImpact', levels, {
		required: true,
		help: 'How much users notice of putting it right',
	}),
	text('Description', 'Description', {
		optional: true,
		placeholder: 'e.g. Lists guests that nobody answers for',
		help: 'What the script looks for',
	}),
	text('Category', 'Category', {
		optional: true,
		placeholder: 'e.g. Guests',
		help: 'A word to group scripts by',
	}),
	choice('Risk', 'Risk', words('Low', 'Medium', 'High', 'Critical'), {
		optional: true,
		default: 'Medium',
		help: 'How bad a finding is',
	}),
	toggle('Alert', 'AlertOnFailure', {
		optional: true,
		help: 'Whether CIPP sends an alert about results',
	}),
	choice('Alert About', 'AlertStatuses', words('Failed', 'Passed', 'Info', 'Investigate', 'All'), {
		optional: true,
		default: 'Failed',
		help: 'About which results CIPP sends an alert',
	}),
	choice('Return Type', 'ReturnType', words('JSON', 'Markdown'), {
		optional: true,
		default: 'JSON',
		help: 'What the script gives back, JSON if left out',
	}),
	multiline('Markdown Template', 'MarkdownTemplate', {
		optional: true,
		placeholder: 'e.g. Found {{count}} guests',
		help: 'How the result is shown',
	}),
	jsonText('Result Schema', 'ResultSchema', {
		optional: true,
		placeholder: 'e.g. {"type":"array"}',
		help: 'What the result looks like, as a JSON schema',
	}),
	choice('Result Mode', 'ResultMode', resultModes, {
		name: 'savedResultMode',
		optional: true,
		default: 'Auto',
		help: 'As what the result counts, Auto if left out',
	}),
];

export const customScript = resource('Custom Script', 'customScript', 'getMany', {
	getMany: read('ListCustomScripts', {
		name: 'Get Many',
		action: 'Get many custom scripts',
		help: 'Lists the newest version of each script. One without a value in Enabled is run too.',
		role: readRole,
		tenant: null,
		fields: [],
		answer: columns,
	}),

	get: read('ListCustomScripts', {
		name: 'Get',
		action: 'Get custom script',
		help: 'Reads the newest version of one script with its PowerShell',
		role: readRole,
		tenant: null,
		fields: [theScript()],
		answer: row('There is no such script'),
	}),

	getManyVersions: read('ListCustomScripts', {
		name: 'Get Many Versions',
		action: 'Get many custom script versions',
		help: 'Lists every version of one script',
		role: readRole,
		tenant: null,
		fixed: { query: { IncludeAllVersions: 'true' } },
		fields: [theScript()],
		answer: columns,
	}),

	run: read('ExecCustomScript', {
		name: 'Run',
		action: 'Run custom script',
		help: 'Tries the newest version of a script on the stored data of one tenant, also when it is off, and keeps nothing. What the script gave is in Results, whatever it says.',
		role,
		method: 'POST',
		tenant: inBody('TenantFilter'),
		fields: [
			theScript(),
			json('Parameters', 'Parameters', {
				name: 'scriptParameters',
				optional: true,
				placeholder: 'e.g. {"DaysThreshold":30}',
				help: 'Values for the parameters of the script, as an object',
			}),
		],
		answer: wholeRow('CIPP did not run the script'),
	}),

	create: change('AddCustomScript', {
		name: 'Create',
		action: 'Create custom script',
		help: 'Saves a new script that looks at the stored data of tenants and gives a test result',
		role,
		does: '(none)',
		tenant: null,
		fields: [
			name,
			content,
			...rest,
			decide('Enabled', 'Enabled', {
				help: 'Whether the script is run with the tests from now on',
			}),
		],
		answer: outcome({ keeps: { scriptGuid: 'ScriptGuid' } }),
		look: inList('getMany', { ScriptGuid: '{answer.scriptGuid}' }),
	}),

	update: change('AddCustomScript', {
		name: 'Update',
		action: 'Update custom script',
		help: 'Saves a new version of a script. Fields that are not given here lose their value.',
		role,
		does: '(none)',
		tenant: null,
		fields: [
			theScript(),
			name,
			multiline('Script', 'ScriptContent', {
				name: 'newScriptContent',
				placeholder: "e.g. Get-CIPPTestData -Type 'Guests' | Where-Object { -not $_.sponsors }",
				help: 'The new PowerShell. Empty keeps the present one.',
			}),
			...rest,
			decide('Enabled', 'Enabled', {
				help: 'Whether the script is run with the tests from now on; this also holds if it was off before',
			}),
		],
		answer: outcome({ keeps: { scriptGuid: 'ScriptGuid' } }),
		look: andWhatElseWasSent(
			inList('getMany', { ScriptGuid: '{ScriptGuid}' }, { ScriptName: '{ScriptName}' }),
			'ScriptGuid',
			'Action',
		),
	}),

	enable: change('AddCustomScript', {
		name: 'Enable',
		action: 'Enable custom script',
		help: 'Has a script run with the tests',
		role,
		tenant: null,
		fixed: { body: { Action: 'EnableScript' } },
		omits: notForActions,
		fields: [theScript()],
		answer: outcome(),
		look: inList('getMany', { ScriptGuid: '{ScriptGuid}' }, { Enabled: true }),
	}),

	disable: change('AddCustomScript', {
		name: 'Disable',
		action: 'Disable custom script',
		help: 'Leaves a script out of the tests but keeps it',
		role,
		tenant: null,
		fixed: { body: { Action: 'DisableScript' } },
		omits: notForActions,
		fields: [theScript()],
		answer: outcome(),
		look: inList('getMany', { ScriptGuid: '{ScriptGuid}' }, { Enabled: false }),
	}),

	enableAlerts: change('AddCustomScript', {
		name: 'Enable Alerts',
		action: 'Enable custom script alerts',
		help: 'Has CIPP send an alert about results of a script',
		role,
		tenant: null,
		fixed: { body: { Action: 'EnableAlerts' } },
		omits: notForActions,
		fields: [theScript()],
		answer: outcome(),
		look: inList('getMany', { ScriptGuid: '{ScriptGuid}' }, { AlertOnFailure: true }),
	}),

	disableAlerts: change('AddCustomScript', {
		name: 'Disable Alerts',
		action: 'Disable custom script alerts',
		help: 'Stops alerts about results of a script; it still runs',
		role,
		tenant: null,
		fixed: { body: { Action: 'DisableAlerts' } },
		omits: notForActions,
		fields: [theScript()],
		answer: outcome(),
		look: inList('getMany', { ScriptGuid: '{ScriptGuid}' }, { AlertOnFailure: false }),
	}),

	setResultMode: change('AddCustomScript', {
		name: 'Set Result Mode',
		action: 'Set custom script result mode',
		help: 'Decides as what the result of a script counts',
		role,
		tenant: null,
		fixed: { body: { Action: 'SetResultMode' } },
		omits: notForActions,
		fields: [
			theScript(),
			choice('Result Mode', 'ResultMode', resultModes, {
				required: true,
				help: 'As what the result counts',
			}),
		],
		answer: outcome(),
		look: inList('getMany', { ScriptGuid: '{ScriptGuid}' }, { ResultMode: '{ResultMode}' }),
	}),

	restoreVersion: destroy('AddCustomScript', {
		name: 'Restore Version',
		action: 'Restore custom script version',
		help: 'Goes back to an earlier version of a script',
		role,
		does: 'RestoreToVersion',
		tenant: null,
		warns: 'All newer versions are deleted for good',
		omits: notForActions,
		fields: [
			theScript(),
			number('Version', 'RestoreToVersion', {
				required: true,
				default: 1,
				help: 'Number of the version to go back to, from Custom Script: Get Many Versions',
			}),
		],
		answer: outcome(),
	}),

	delete: destroy('RemoveCustomScript', {
		name: 'Delete',
		action: 'Delete custom script',
		help: 'Removes a script with all versions and its results in all tenants, and takes it out of reports',
		role,
		tenant: null,
		fields: [theScript({ in: 'query' })],
		answer: outcome(),
		look: readBefore(gone(inList('getMany', { ScriptGuid: '{ScriptGuid}' }))),
	}),
});
