import { excludedTenants as tenantsLeftOut } from '../fields/excluded-tenants';
import {
	type Worse,
	andWhatElseWasSent,
	change,
	choice,
	choices,
	dateTime,
	destroy,
	gone,
	inBody,
	inList,
	inQuery,
	inSteps,
	json,
	list,
	outcome,
	read,
	readBefore,
	resource,
	rows,
	text,
	toggle,
	words,
	type Choice,
	type DeclaredField,
} from '../vocabulary';

const commanding: Worse[] = [
	{
		effect: 'destroy',
		when: 'the command is none of the checks, which begin with Get-CIPPAlert',
		sent: { 'Command.value': /^(?!Get-CIPPAlert\w+$)/i },
	},
];

const role = 'CIPP.Alert.ReadWrite';

const theRule = text('Alert Rule ID', 'RowKey', {
	name: 'alertRuleId',
	required: true,
	placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
	help: 'RowKey of the rule from Alert Rule: Get Many. An unknown one is refused.',
});

const excludedTenants = tenantsLeftOut(
	'Tenants to leave out when the rule is for all: domains or customer IDs, separated by commas. An unknown one is refused.',
);

const comment = text('Comment', 'AlertComment', {
	optional: true,
	placeholder: 'e.g. Call the customer first',
	help: 'What stands with the alert for whoever gets it',
});

const subject = text('Subject', 'CustomSubject', {
	optional: true,
	placeholder: 'e.g. Suspicious sign-in',
	help: "Subject of the message instead of CIPP's own",
});

const notifications: Choice[] = [
	{ value: 'generatemail', label: 'Send Email' },
	{ value: 'generatePSA', label: 'Create PSA Ticket' },
	{ value: 'generateWebhook', label: 'Call Webhook' },
];

const responses: Choice[] = [
	...notifications,
	{
		value: 'disableuser',
		label: 'Block User',
		help: 'Blocks sign-in of every user whose event matches',
	},
	{
		value: 'becremediate',
		label: 'Remediate Compromise',
		help: 'Resets the password, blocks sign-in, ends sessions and switches inbox rules off',
	},
];

const auditRule = [
	json('Conditions', 'conditions', {
		required: true,
		placeholder:
			'e.g. [{"Property":{"label":"Operation","value":"String"},"Operator":{"value":"eq","label":"Equals"},"Input":{"value":"New-InboxRule"}}]',
		help: 'List of conditions that must all hold. Property.label is the field of the log; Operator.value is eq, ne, like, notlike, match, notmatch, gt, lt, ge, le, in, notin, contains or notcontains; Input.value is a text or a list of texts. An empty value drops its condition, and one of ; | ` $ { } in it turns the whole rule off.',
	}),
	choice(
		'Log',
		'logbook',
		[
			{ value: 'Audit.AzureActiveDirectory', label: 'Entra ID' },
			{ value: 'Audit.Exchange', label: 'Exchange' },
		],
		{
			form: 'labelValue',
			required: true,
			help: 'Which log CIPP shows with the rule. It does not narrow it: only conditions do.',
		},
	),
	excludedTenants,
	comment,
	subject,
];

const notify = choices('Notify By', 'actions', notifications, {
	name: 'notifyBy',
	form: 'labelValues',
	required: true,
	help: 'What CIPP does each time an event matches, at least one',
});

const respond = choices('Respond By', 'actions', responses, {
	name: 'respondBy',
	form: 'labelValues',
	required: true,
	help: 'What CIPP does each time an event matches, at least one, for every user and without asking anyone',
});

const responseWarning =
	'Block User and Remediate Compromise lock out every user whose event matches, at once and without anyone looking. Try the conditions with Create first.';

const manyTenants = inBody('tenantFilter', { form: 'labelValues', allTenants: true });

const scripted = [
	text('Rule Name', 'Name', {
		required: true,
		placeholder: 'e.g. Admins without MFA',
		help: 'Name of the rule',
	}),
	text('Alert Command', 'Command', {
		form: 'labelValue',
		required: true,
		placeholder: 'e.g. Get-CIPPAlertMFAAdmins',
		help: 'The check to run: one of the commands of CIPP that begin with Get-CIPPAlert',
	}),
	choice(
		'Repeat Every',
		'Recurrence',
		[
			{ value: '30m', label: '30 Minutes' },
			{ value: '1h', label: 'Hour' },
			{ value: '4h', label: '4 Hours' },
			{ value: '12h', label: '12 Hours' },
			{ value: '1d', label: 'Day' },
			{ value: '7d', label: '7 Days' },
			{ value: '30d', label: '30 Days' },
			{ value: '365d', label: '365 Days' },
		],
		{ required: true, default: '1d', help: 'How often CIPP looks' },
	),
	choices('Send By', 'PostExecution', words('Email', 'PSA', 'Webhook'), {
		name: 'sendBy',
		form: 'labelValues',
		required: true,
		help: 'Where the alert goes, as set up in the notification settings of CIPP',
	}),
	json('Parameters', 'Parameters', {
		optional: true,
		placeholder: 'e.g. {"InputValue":90}',
		help: 'What the command is given, as an object. Most take InputValue, such as a number of days.',
	}),
	dateTime('First Run', 'DesiredStartTime', {
		optional: true,
		help: 'When to look for the first time, in the time zone of the workflow. Left out, as soon as possible.',
	}),
	toggle('Refuse Duplicate Name', 'DisallowDuplicateName', {
		optional: true,
		help: 'Whether to refuse if an unfinished task with this name exists for any tenant',
	}),
	choice(
		'PSA Tickets',
		'PsaTicketStrategy',
		[
			{ value: 'split', label: 'One per Finding' },
			{ value: 'consolidated', label: 'One for All Findings' },
		],
		{ optional: true, default: 'consolidated', help: 'How many tickets a run makes' },
	),
	text('Reference', 'Reference', {
		optional: true,
		placeholder: 'e.g. TICKET-4711',
		help: 'Your ticket number or the like, put into the title of the message',
	}),
	text('Tag', 'Tag', {
		optional: true,
		placeholder: 'e.g. security',
		help: 'A word to find the rule by',
	}),
	json('Additional Properties', 'AdditionalProperties', {
		optional: true,
		placeholder: 'e.g. [{"Key":"Team","Value":"Security"}]',
		help: 'More to keep with the rule, as a list of objects with Key and Value',
	}),
	json('Trigger', 'Trigger', {
		optional: true,
		placeholder: 'e.g. {"Type":"DeltaQuery","DeltaResource":"users","EventType":"created"}',
		help: 'Runs the rule when something changes in Microsoft Graph instead of by the clock, as an object',
	}),
	excludedTenants,
	comment,
	subject,
];

const scriptedOmits = { ScheduledTime: 'DesiredStartTime wins over it' };

const ruleIdTo = (what: string): DeclaredField =>
	text('Alert Rule ID', 'ID', {
		name: 'alertRuleId',
		required: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: `RowKey of the rule to ${what}, from Alert Rule: Get Many`,
	});

const ruleKind = choice(
	'Kind',
	'EventType',
	[
		{ value: 'Audit log Alert', label: 'On Audit Logs' },
		{ value: 'Scheduled Task', label: 'Scripted' },
	],
	{
		name: 'ruleKind',
		required: true,
		help: 'Which kind of rule it is: EventType in Alert Rule: Get Many',
	},
);

const anyTask =
	'CIPP does not check that the ID is an alert rule: under Scripted, the ID of any scheduled task, of any tenant, is taken';

export const alertRule = resource('Alert Rule', 'alertRule', 'getMany', {
	getMany: read('ListAlertsQueue', {
		name: 'Get Many',
		action: 'Get many alert rules',
		help: 'Lists the alert rules of all tenants: those on audit logs and those that run checks. What they found is under Alert.',
		role: 'CIPP.Alert.Read',
		tenant: null,
		fields: [],
		answer: rows(
			'RowKey',
			'EventType',
			'LogType',
			'Tenants',
			'excludedTenants',
			'Conditions',
			'Actions',
			'RepeatsEvery',
			'AlertComment',
			'CustomSubject',
		),
	}),

	create: change('AddAlert', {
		name: 'Create',
		action: 'Create alert rule',
		help: 'Makes a rule on audit logs that sends a message when an event matches. It is on at once.',
		role,
		tenant: manyTenants,
		fields: [notify, ...auditRule],
		answer: outcome(),
	}),

	createWithResponse: destroy('AddAlert', {
		name: 'Create With Response',
		action: 'Create alert rule with response',
		help: 'Makes a rule on audit logs that can also lock out the user of a matching event. It is on at once.',
		role,
		tenant: manyTenants,
		warns: responseWarning,
		fields: [respond, ...auditRule],
		answer: outcome(),
	}),

	update: change('AddAlert', {
		name: 'Update',
		action: 'Update alert rule',
		help: 'Replaces a rule on audit logs as a whole by one that sends messages',
		role,
		tenant: manyTenants,
		fields: [theRule, notify, ...auditRule],
		changes: { endpoint: 'ListAlertsQueue', column: 'RowKey', wire: 'RowKey' },
		answer: outcome(),
		look: andWhatElseWasSent(
			inList('getMany', { RowKey: '{RowKey}' }, { AlertComment: '{AlertComment}' }),
			'RowKey',
			'tenantFilter',
		),
	}),

	updateWithResponse: destroy('AddAlert', {
		name: 'Update With Response',
		action: 'Update alert rule with response',
		help: 'Replaces a rule on audit logs as a whole by one that can also lock out users',
		role,
		tenant: manyTenants,
		warns: responseWarning,
		fields: [theRule, respond, ...auditRule],
		changes: { endpoint: 'ListAlertsQueue', column: 'RowKey', wire: 'RowKey' },
		answer: outcome(),
	}),

	delete: destroy('RemoveQueuedAlert', {
		name: 'Delete',
		action: 'Delete alert rule',
		help: 'Removes a rule on audit logs, whose EventType in Alert Rule: Get Many is Audit log Alert',
		role,
		tenant: null,
		fixed: { body: { EventType: 'Audit log Alert' } },
		fields: [
			text('Alert Rule ID', 'ID', {
				name: 'ruleToDelete',
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'RowKey of the rule from Alert Rule: Get Many',
			}),
		],
		answer: outcome(),
		look: readBefore(gone(inList('getMany', { RowKey: '{ID}' }))),
	}),

	createScripted: change('AddScriptedAlert', {
		name: 'Create Scripted',
		action: 'Create scripted alert rule',
		help: 'Makes a rule that runs a check of CIPP again and again and sends what it finds',
		role,
		worse: commanding,
		tenant: manyTenants,
		omits: scriptedOmits,
		fields: scripted,
		answer: inSteps(
			outcome({ failing: [/already exists/i] }),
			'the scheduled tasks, where a rule for several tenants that was refused leaves an entry without a name',
		),
	}),

	updateScripted: change('AddScriptedAlert', {
		name: 'Update Scripted',
		action: 'Update scripted alert rule',
		help: 'Replaces a rule that runs a check, under the same ID',
		role,
		worse: commanding,
		tenant: manyTenants,
		omits: scriptedOmits,
		fields: [
			theRule,
			...scripted,
			toggle('Run Now', 'RunNow', {
				optional: true,
				help: 'Whether to run the stored rule at once instead of changing it',
			}),
		],
		changes: { endpoint: 'ListAlertsQueue', column: 'RowKey', wire: 'RowKey' },
		answer: outcome({ failing: [/already exists/i] }),
	}),

	deleteScripted: destroy('RemoveQueuedAlert', {
		name: 'Delete Scripted',
		action: 'Delete scripted alert rule',
		help: 'Removes a rule that runs a check, whose EventType in Alert Rule: Get Many is Scheduled Task',
		role,
		tenant: null,
		fixed: { body: { EventType: 'Scheduled Task' } },
		warns:
			'CIPP does not check that the ID is an alert rule: the ID of any other scheduled task, of any tenant, deletes that task',
		fields: [
			text('Alert Rule ID', 'ID', {
				name: 'ruleToDelete',
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'RowKey of the rule from Alert Rule: Get Many',
			}),
		],
		answer: outcome(),
		look: readBefore(gone(inList('getMany', { RowKey: '{ID}' }))),
	}),

	enable: change('ExecToggleAlert', {
		name: 'Enable',
		action: 'Enable alert rule',
		help: 'Switches a rule on again',
		since: '10.9',
		role,
		tenant: null,
		fixed: { body: { Disabled: false } },
		warns: anyTask,
		fields: [ruleIdTo('switch on'), ruleKind],
		answer: outcome(),
		look: inList('getMany', { RowKey: '{ID}' }, { Enabled: true }),
	}),

	disable: change('ExecToggleAlert', {
		name: 'Disable',
		action: 'Disable alert rule',
		help: 'Switches a rule off and keeps it: nothing is looked at and nobody is told until it is enabled again',
		since: '10.9',
		role,
		tenant: null,
		fixed: { body: { Disabled: true } },
		warns: anyTask,
		fields: [ruleIdTo('switch off'), ruleKind],
		answer: outcome(),
		look: inList('getMany', { RowKey: '{ID}' }, { Enabled: false }),
	}),

	scheduleTravel: change('ExecScheduleAuditExclusionVacation', {
		name: 'Schedule Travel',
		action: 'Schedule travel exclusion from location alerts',
		help: 'Keeps alerts about the place of sign-in quiet for people on a journey, by two scheduled tasks',
		since: '10.9',
		role,
		tenant: inBody(),
		warns:
			'At the end the exclusion is taken away even from people who had it before. CIPP says yes even if its scheduler refuses the tasks.',
		fields: [
			list('Users', 'Users', {
				name: 'travellers',
				form: 'labelValues',
				required: true,
				notEmpty: true,
				placeholder: 'e.g. jane@contoso.com',
				help: 'User principal names of those who travel. Separate several with commas.',
			}),
			dateTime('Start', 'startDate', {
				required: true,
				help: "When the exclusion begins, in the workflow's time zone. CIPP acts on the next quarter hour.",
			}),
			dateTime('End', 'endDate', {
				required: true,
				help: 'When it ends. CIPP does not check that it lies after the start.',
			}),
			choices('Notify Through', 'postExecution', words('Email', 'PSA', 'Webhook'), {
				name: 'notifyThrough',
				form: 'labelValues',
				optional: true,
				help: 'Where CIPP sends what its tasks did, as set up in its notification settings',
			}),
			text('Reference', 'reference', {
				name: 'travelReference',
				optional: true,
				placeholder: 'e.g. TICKET-4711',
				help: 'Your ticket number, kept with the scheduled tasks',
			}),
		],
		answer: outcome({ onlyQueues: true }),
		cannotLook: 'its tasks are in Scheduled Task: Get Many, one for the begin and one for the end',
	}),

	getManyLegacy: read('ListWebhookAlert', {
		name: 'Get Many Legacy',
		action: 'Get many legacy alert rules',
		help: 'Lists rules of old CIPP versions that nothing writes any more, so usually none',
		role: 'CIPP.Alert.Read',
		tenant: null,
		fields: [],
		answer: rows('RowKey', 'PartitionKey', 'tenant', 'type', 'If', 'execution'),
	}),

	deleteLegacy: destroy('RemoveWebhookAlert', {
		name: 'Delete Legacy',
		action: 'Delete legacy alert rule',
		help: 'Removes a rule of an old CIPP version',
		role,
		tenant: inQuery(),
		warns:
			'If the tenant has no other such rule, CIPP first tries to end its audit log subscription, whatever the ID',
		fields: [
			text('Legacy Alert Rule ID', 'ID', {
				name: 'legacyRuleId',
				in: 'query',
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'RowKey of the rule from Alert Rule: Get Many Legacy',
			}),
		],
		answer: outcome(),
	}),
});
