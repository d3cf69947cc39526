import { excludedTenants } from '../fields/excluded-tenants';
import {
	andWhatElseWasSent,
	change,
	choice,
	dateTime,
	destroy,
	gone,
	inBody,
	inList,
	inQuery,
	json,
	outcome,
	read,
	readBefore,
	resource,
	row,
	rows,
	text,
	toggle,
} from '../vocabulary';

const role = 'Tenant.Standards.ReadWrite';

/** Since 10.9 baselines have permissions of their own. */
const baselines = { '10.9': 'Tenant.Baselines.ReadWrite' };
const baselineRuns = { '10.9': 'Tenant.BaselinesRun.ReadWrite' };
const deviations = { '10.9': 'Tenant.BaselinesDeviations.ReadWrite' };
const baselinesRead = { '10.9': 'Tenant.Baselines.Read' };
const readRole = 'Tenant.Standards.Read';

const theBaseline = (wire: string) =>
	text('Baseline ID', wire, {
		name: 'baselineId',
		required: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'GUID from Baseline: Get Many',
	});

const theStandard = text('Standard Name', 'standard', {
	required: true,
	placeholder: 'e.g. AuditLog',
	help: 'The column standardName in rows of Baseline: Get Alignment, with #1, #2 and so on if there are several of a kind. CIPP does not check it.',
});

const content = [
	text('Baseline Name', 'templateName', {
		required: true,
		placeholder: 'e.g. Basic Security',
		help: 'Name under which CIPP lists the baseline',
	}),
	json('Stages', 'stages', {
		required: true,
		placeholder:
			'e.g. [{"name":"Start","standards":[{"standard":"AuditLog","variables":{},"remediateEnabled":false,"alertEnabled":true}]}]',
		help: 'List of stages with their standards, whose names and variables come from Baseline: Get Many Standards. Set remediateEnabled to false for a report only; left out, CIPP writes to the tenants. Conditions of a stage decide when a tenant gets into it.',
	}),
	text('Description', 'description', {
		optional: true,
		placeholder: 'e.g. What every customer gets',
		help: 'What the baseline is for',
	}),
	excludedTenants(
		'Tenants to leave out: domains or customer IDs, separated by commas. An unknown one is refused, and so is a group, which does not count here.',
		{},
	),
	text('Alert Emails', 'alertEmails', {
		optional: true,
		placeholder: 'e.g. alerts@contoso.com',
		help: 'Who is told when a tenant drifts',
	}),
	text('Alert Webhook URL', 'alertWebhookUrl', {
		optional: true,
		isSecret: true,
		placeholder: 'e.g. https://hooks.contoso.com/alerts',
		help: 'What is called when a tenant drifts',
	}),
];

const assigned = inBody('assignedTenants', { form: 'labelValues', allTenants: true });
const ran = outcome({ onlyQueues: true, failing: [/^Nothing ran/i] });
const oneTenant = inBody('tenantFilter', { form: 'labelValue' });
const allOfBaseline = { tenantFilter: 'left out, every tenant of the baseline is meant' };
const writes =
	'This writes to the tenant, also where it already complies, and deletes objects that were marked with Deny Path';

const reason = text('Reason', 'reason', {
	required: true,
	placeholder: 'e.g. Agreed with the customer',
	help: 'Why, for colleagues who look at it later',
});

const path = text('Property Path', 'path', {
	required: true,
	placeholder: 'e.g. settings.enabled',
	help: 'Which property inside the value, as Baseline: Get Alignment shows it',
});

export const baseline = resource('Baseline', 'baseline', 'getMany', {
	getMany: read('ListBaselines', {
		name: 'Get Many',
		action: 'Get many baselines',
		help: 'Lists the baselines with their stages and how far each tenant has come',
		role: readRole,
		roleSince: baselinesRead,
		tenant: null,
		fields: [],
		answer: rows(
			'GUID',
			'templateName',
			'description',
			'assignedTenants',
			'excludedTenants',
			'standardsCount',
			'stageNames',
			'remediationPosture',
			'updatedAt',
			'updatedBy',
			'tenantStates',
		),
		secret: ['alertWebhookUrl'],
	}),

	getManyStandards: read('ListBaselineStandards', {
		name: 'Get Many Standards',
		action: 'Get many baseline standards',
		help: 'Lists the standards that a baseline can hold, with the variables that each takes',
		role: readRole,
		roleSince: baselinesRead,
		tenant: null,
		fields: [],
		answer: rows(
			'name',
			'label',
			'cat',
			'impact',
			'helpText',
			'requiredCapabilities',
			'multiple',
			'variables',
			'remediate',
		),
	}),

	getAlignment: read('ListBaselineAlignment', {
		name: 'Get Alignment',
		action: 'Get baseline alignment',
		help: 'Reads how a tenant stands to its baselines, standard by standard. Look at lastRun: CIPP only measures on its own if its feature flag Baselines is on.',
		role: readRole,
		roleSince: baselinesRead,
		tenant: inQuery(),
		fields: [],
		answer: row('CIPP knows nothing of this tenant'),
	}),

	getHistory: read('ListBaselineAlignment', {
		name: 'Get History',
		action: 'Get baseline history',
		help: 'Reads what runs of baselines found and changed in a tenant',
		role: readRole,
		roleSince: baselinesRead,
		tenant: inQuery(),
		fixed: { query: { history: 'true' } },
		fields: [],
		answer: row('CIPP knows nothing of this tenant'),
	}),

	getOverview: read('ListBaselineAlignment', {
		name: 'Get Overview',
		action: 'Get baseline overview',
		help: 'Reads how all tenants together stand to each standard, and how that went over time',
		role: readRole,
		roleSince: baselinesRead,
		tenant: null,
		fixed: { query: { byStandard: 'true' } },
		omits: { tenantFilter: 'the overview is of all tenants' },
		fields: [],
		answer: row('CIPP has no such overview'),
	}),

	create: change('AddBaseline', {
		name: 'Create',
		action: 'Create baseline',
		help: 'Saves a new baseline for the tenants named or for all. It is carried out with the next run.',
		role,
		roleSince: baselines,
		tenant: assigned,
		fields: content,
		answer: outcome({ keeps: { templateId: 'Metadata.id', changes: 'Metadata.deltas' } }),
		look: inList('getMany', { GUID: '{answer.templateId}' }),
	}),

	update: change('AddBaseline', {
		name: 'Update',
		action: 'Update baseline',
		help: 'Replaces a baseline as a whole: tenants, stages and standards that are not given here are gone',
		role,
		roleSince: baselines,
		tenant: assigned,
		fields: [theBaseline('GUID'), ...content],
		changes: { endpoint: 'ListBaselines', column: 'GUID', wire: 'GUID' },
		answer: outcome({ keeps: { templateId: 'Metadata.id', changes: 'Metadata.deltas' } }),
		look: andWhatElseWasSent(
			inList('getMany', { GUID: '{GUID}' }, { templateName: '{templateName}' }),
			'GUID',
			'assignedTenants',
		),
	}),

	delete: destroy('RemoveBaseline', {
		name: 'Delete',
		action: 'Delete baseline',
		help: 'Removes a baseline with its results and decisions. Settings that it made in tenants stay.',
		role,
		roleSince: baselines,
		tenant: null,
		fields: [theBaseline('ID')],
		answer: outcome(),
		look: readBefore(gone(inList('getMany', { GUID: '{ID}' }))),
	}),

	run: destroy('ExecBaselineRun', {
		name: 'Run in Tenant',
		action: 'Run baselines in tenant',
		help: 'Starts to check and correct everything that baselines ask of a tenant',
		role,
		roleSince: baselineRuns,
		does: 'run',
		tenant: oneTenant,
		fixed: { body: { mode: 'run' } },
		warns: writes,
		fields: [
			text('Only Baseline ID', 'templateId', {
				name: 'onlyBaselineId',
				optional: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'Only this baseline, by GUID; what was set for the tenant alone is then left out',
			}),
			text('Only Standard', 'standard', {
				name: 'onlyStandard',
				optional: true,
				placeholder: 'e.g. AuditLog',
				help: 'Only this standard, spelled as in standardName of Baseline: Get Alignment',
			}),
		],
		answer: ran,
	}),

	runEverywhere: destroy('ExecBaselineRun', {
		name: 'Run in All Its Tenants',
		action: 'Run baseline in all its tenants',
		help: 'Starts to check and correct what one baseline asks, in every tenant it is for',
		role,
		roleSince: baselineRuns,
		actsEverywhere: true,
		does: 'run',
		tenant: null,
		fixed: { body: { mode: 'run' } },
		warns:
			'This writes to every tenant of the baseline, also where it already complies, and deletes objects that were marked with Deny Path',
		omits: allOfBaseline,
		fields: [theBaseline('templateId')],
		answer: ran,
	}),

	compare: read('ExecBaselineRun', {
		name: 'Compare Tenant',
		action: 'Compare tenant with baselines',
		help: 'Starts a check of a tenant against its baselines that changes nothing. Baseline: Get Alignment shows what it found.',
		role,
		roleSince: baselineRuns,
		does: 'compare',
		method: 'POST',
		tenant: oneTenant,
		fixed: { body: { mode: 'compare' } },
		fields: [
			text('Only Baseline ID', 'templateId', {
				name: 'onlyBaselineId',
				optional: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'Only this baseline, by GUID; what was set for the tenant alone is then left out',
			}),
		],
		answer: ran,
	}),

	compareEverywhere: read('ExecBaselineRun', {
		name: 'Compare All Its Tenants',
		action: 'Compare all tenants of baseline',
		help: 'Starts a check of every tenant that a baseline is for. It changes nothing.',
		role,
		roleSince: baselineRuns,
		does: 'compare',
		method: 'POST',
		tenant: null,
		fixed: { body: { mode: 'compare' } },
		omits: allOfBaseline,
		fields: [theBaseline('templateId')],
		answer: ran,
	}),

	deployStandard: destroy('ExecBaselineRun', {
		name: 'Deploy Standard',
		action: 'Deploy baseline standard',
		help: 'Starts to write one standard to a tenant, even if the baseline only reports it and without a look at licenses',
		role,
		roleSince: baselineRuns,
		does: 'oneoff',
		tenant: oneTenant,
		fixed: { body: { mode: 'oneoff' } },
		warns: writes,
		fields: [theStandard],
		answer: ran,
	}),

	advance: change('ExecBaselineStage', {
		name: 'Advance Stage',
		action: 'Advance baseline stage',
		help: 'Moves a tenant one stage further in a baseline. There is no way back.',
		role,
		roleSince: baselines,
		tenant: inBody(),
		warns:
			'CIPP does not check that the baseline is for this tenant: another tenant gets its first two stages',
		fields: [theBaseline('templateId')],
		answer: outcome(),
	}),

	setOverride: change('ExecBaselineOverride', {
		name: 'Set Override',
		action: 'Set baseline override',
		help: 'Gives a tenant its own values for one standard, in place of those of its baselines',
		role,
		roleSince: baselines,
		tenant: inBody(),
		fixed: { body: { action: 'createOverride' } },
		warns:
			'From then on CIPP corrects this standard in the tenant, even if the baseline only reports it',
		fields: [
			theStandard,
			json('Variables', 'variables', {
				required: true,
				placeholder: 'e.g. {"days":"90"}',
				help: 'All variables of the standard with their values, as an object. Those not given here are gone.',
			}),
		],
		answer: outcome(),
	}),

	deleteOverride: destroy('ExecBaselineOverride', {
		name: 'Delete Override',
		action: 'Delete baseline override',
		help: 'Lets a standard in a tenant follow its baselines again',
		role,
		roleSince: baselines,
		tenant: inBody(),
		fixed: { body: { action: 'deleteOverride' } },
		fields: [theStandard],
		answer: outcome(),
	}),

	accept: change('ExecUpdateBaselineDeviation', {
		name: 'Accept Deviation',
		action: 'Accept baseline deviation',
		help: 'Tolerates that a tenant differs from a standard, for good or until a date',
		role,
		roleSince: deviations,
		tenant: inBody(),
		fixed: { body: { action: 'Accept' } },
		fields: [
			theStandard,
			reason,
			dateTime('Until', 'expires', {
				optional: true,
				help: 'When it is no longer tolerated, in the time zone of the workflow. Left out, never.',
			}),
			toggle('Correct Afterwards', 'remediateOnExpire', {
				optional: true,
				help: 'Whether CIPP corrects the tenant once the time is over',
			}),
		],
		answer: outcome(),
	}),

	deny: change('ExecUpdateBaselineDeviation', {
		name: 'Deny Deviation',
		action: 'Deny baseline deviation',
		help: 'Has CIPP correct the deviation with the next run, even if the standard is only reported. Accepted properties are forgotten.',
		role,
		roleSince: deviations,
		tenant: inBody(),
		fixed: { body: { action: 'Deny' } },
		fields: [
			theStandard,
			choice(
				'Method',
				'method',
				[
					{ value: 'remediate', label: 'Correct' },
					{
						value: 'delete',
						label: 'Mark for Deletion',
						help: 'Only a mark: Deny Path is what deletes',
					},
				],
				{
					optional: true,
					default: 'remediate',
					help: 'What is to happen, Correct if left out. With Mark for Deletion nothing is corrected, and nothing deleted yet.',
				},
			),
			text('Note', 'reason', {
				name: 'denyReason',
				optional: true,
				placeholder: 'e.g. Not agreed with us',
				help: 'Why, for colleagues who look at it later',
			}),
		],
		answer: outcome({ done: [/^Denied the deviation/] }),
	}),

	clear: change('ExecUpdateBaselineDeviation', {
		name: 'Clear Decision',
		action: 'Clear baseline decision',
		help: 'Forgets what was decided about a deviation, its properties included',
		role,
		roleSince: deviations,
		tenant: inBody(),
		fixed: { body: { action: 'Clear' } },
		fields: [theStandard],
		answer: outcome(),
	}),

	acceptPath: change('ExecUpdateBaselineDeviation', {
		name: 'Accept Path',
		action: 'Accept baseline path',
		help: 'Tolerates that one property differs and goes on watching the others',
		role,
		roleSince: deviations,
		tenant: inBody(),
		fixed: { body: { action: 'AcceptPath' } },
		fields: [theStandard, path, reason],
		answer: outcome(),
	}),

	denyPath: destroy('ExecUpdateBaselineDeviation', {
		name: 'Deny Path',
		action: 'Deny baseline path',
		help: 'Has CIPP delete one Intune or Conditional Access policy that should not be there, with the next run',
		role,
		roleSince: deviations,
		tenant: inBody(),
		fixed: { body: { action: 'DenyPath' } },
		warns:
			'The next run deletes the policy in the tenant, even if the standard is only reported. With standards that find no policies nothing is deleted, but correcting stops.',
		fields: [
			theStandard,
			text('Object Key', 'path', {
				name: 'objectKey',
				required: true,
				placeholder: 'e.g. Old Policy',
				help: 'The top-level key of the policy in currentValue of Baseline: Get Alignment. A deeper path is dropped without a word.',
			}),
			reason,
		],
		answer: outcome({ done: [/^Denied /] }),
	}),

	clearPath: change('ExecUpdateBaselineDeviation', {
		name: 'Clear Path',
		action: 'Clear baseline path',
		help: 'Forgets what was decided about one property',
		role,
		roleSince: deviations,
		tenant: inBody(),
		fixed: { body: { action: 'ClearPath' } },
		fields: [theStandard, path],
		answer: outcome(),
	}),

	completeTask: change('ExecUpdateBaselineDeviation', {
		name: 'Complete Task',
		action: 'Complete baseline task',
		help: 'Marks a manual task of a baseline as done. CIPP does not check that it is one: any standard then counts as met until the next run.',
		role,
		roleSince: deviations,
		tenant: inBody('tenantFilter', { allTenants: true }),
		fixed: { body: { action: 'CompleteTask' } },
		fields: [theStandard],
		answer: outcome(),
	}),
});
