import { excludedTenants as tenantsLeftOut } from '../fields/excluded-tenants';
import {
	andWhatElseWasSent,
	change,
	choice,
	decide,
	destroy,
	gone,
	inBody,
	inList,
	inQuery,
	json,
	outcome,
	pick,
	read,
	readBefore,
	resource,
	row,
	rows,
	text,
	type DeclaredField,
} from '../vocabulary';

const role = 'Tenant.Standards.ReadWrite';

const theTemplate = (wire: string, place: Partial<DeclaredField> = {}): DeclaredField => ({
	...pick('Standard Template', 'standardTemplates', wire, {
		name: 'standardTemplateId',
		required: true,
		help: 'The template to work on: choose one, or give its GUID',
	}),
	...place,
});

const name = text('Template Name', 'templateName', {
	required: true,
	placeholder: 'e.g. Basic Security',
	help: 'Name under which CIPP lists the template',
});

const standards = json('Standards', 'standards', {
	required: true,
	placeholder: 'e.g. {"AuditLog":{"action":[{"label":"Report","value":"Report"}]}}',
	help: 'The standards by name, each with its settings and actions, as in Standard Template: Get. What has the action Remediate is written to the tenants at each run.',
});

const excludedTenants = tenantsLeftOut(
	'Tenants to leave out when the template is for all: domains or customer IDs, separated by commas. An unknown one is refused.',
);

const onlyByHand = decide('Only Run by Hand', 'runManually', {
	help: 'Whether the template waits for Standard Template: Run instead of running on schedule',
});

const ofUi = { createdAt: 'only shown by the portal' };
const manyTenants = inBody('tenantFilter', { form: 'labelValues', allTenants: true });

export const standardTemplate = resource('Standard Template', 'standardTemplate', 'getMany', {
	getMany: read('listStandardTemplates', {
		name: 'Get Many',
		action: 'Get many standard templates',
		help: 'Lists the templates of standards and of drift, and for whom they are',
		role: 'Tenant.Standards.Read',
		tenant: null,
		fields: [],
		answer: rows(
			'GUID',
			'templateName',
			'type',
			'tenantFilter',
			'excludedTenants',
			'runManually',
			'createdAt',
			'updatedAt',
			'updatedBy',
			'source',
		),
		secret: ['driftAlertWebhook'],
	}),

	get: read('listStandardTemplates', {
		name: 'Get',
		action: 'Get standard template',
		help: 'Reads one template with all its standards. Packages in it are filled with what they hold today.',
		role: 'Tenant.Standards.Read',
		tenant: null,
		fields: [theTemplate('id')],
		answer: row('There is no such template'),
		secret: ['driftAlertWebhook'],
	}),

	create: change('AddStandardsTemplate', {
		name: 'Create',
		action: 'Create standard template',
		help: 'Saves a new template of standards for the tenants named or for all',
		role,
		tenant: manyTenants,
		fixed: { body: { excludedTenants: [] } },
		isOpen: true,
		omits: ofUi,
		fields: [name, standards, onlyByHand, excludedTenants],
		answer: outcome({ keeps: { templateId: 'Metadata.id' } }),
		look: inList('getMany', { GUID: '{answer.templateId}' }),
	}),

	createDrift: change('AddStandardsTemplate', {
		name: 'Create Drift',
		action: 'Create drift standard template',
		help: 'Saves a new template against which CIPP compares a tenant, to find what drifted. Each tenant should have one at most.',
		role,
		tenant: manyTenants,
		fixed: { body: { type: 'drift', excludedTenants: [] } },
		isOpen: true,
		omits: ofUi,
		fields: [
			name,
			standards,
			decide('Only Run by Hand', 'runManually', {
				name: 'driftOnlyByHand',
				help: 'Whether CIPP compares only when told to, instead of on schedule',
			}),
			excludedTenants,
		],
		answer: outcome({ keeps: { templateId: 'Metadata.id' } }),
		look: inList('getMany', { GUID: '{answer.templateId}' }),
	}),

	update: change('AddStandardsTemplate', {
		name: 'Update',
		action: 'Update standard template',
		help: 'Replaces a template as a whole: tenants and standards that are not given here are gone. Read it first with Get.',
		role,
		tenant: manyTenants,
		isOpen: true,
		omits: ofUi,
		fields: [
			theTemplate('GUID'),
			name,
			standards,
			onlyByHand,
			excludedTenants,
			choice('Type', 'type', [{ value: 'drift', label: 'Drift' }], {
				optional: true,
				default: 'drift',
				help: 'Has to be given again for a drift template, or it becomes a template of standards',
			}),
		],
		changes: { endpoint: 'listStandardTemplates', column: 'GUID', wire: 'GUID' },
		answer: outcome({ keeps: { templateId: 'Metadata.id' } }),
		look: andWhatElseWasSent(
			inList('getMany', { GUID: '{GUID}' }, { templateName: '{templateName}' }),
			'GUID',
			'tenantFilter',
			'Action',
		),
	}),

	delete: destroy('RemoveStandardTemplate', {
		name: 'Delete',
		action: 'Delete standard template',
		help: 'Removes a template with its results and planned corrections. Settings that it made in tenants stay.',
		role,
		tenant: null,
		fields: [theTemplate('ID')],
		answer: outcome(),
		look: readBefore(gone(inList('getMany', { GUID: '{ID}' }))),
	}),

	run: destroy('ExecStandardsRun', {
		name: 'Run',
		action: 'Run standard template',
		help: 'Starts a template in one of its tenants or in all of them. CIPP says started even if the tenant is not among them.',
		role,
		tenant: inQuery('tenantFilter', { allTenants: true }),
		// CIPP would run all templates for a *.
		fields: [theTemplate('templateId', { in: 'query', matches: /^[^*]+$/ })],
		answer: outcome({ onlyQueues: true, failing: [/\bTemplate:\s*\(\s*\)/i] }),
		cannotLook: 'CIPP works on it in the background, tenant by tenant',
	}),

	setSchedule: change('ExecStandardTemplateSchedule', {
		name: 'Set Schedule',
		action: 'Set schedule of standard template',
		help: 'Switches the scheduled runs of a template off or back on. Drift templates are refused.',
		role,
		tenant: null,
		fields: [theTemplate('TemplateId'), onlyByHand],
		answer: outcome(),
		look: inList('getMany', { GUID: '{TemplateId}' }, { runManually: '{runManually}' }),
	}),

	cloneAsDrift: change('ExecDriftClone', {
		name: 'Clone as Drift',
		action: 'Clone standard template as drift',
		help: 'Copies a template into a drift template for no tenant yet, with everything set to report. Each call makes another copy, named "(Drift Clone)" at the end.',
		role,
		tenant: null,
		fields: [theTemplate('id')],
		answer: outcome(),
	}),
});
