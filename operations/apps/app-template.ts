import { appTenants, assignTo, groupNames } from './app-fields';
import { templateId } from '../fields/template-fields';
import {
	andWhatElseWasSent,
	change,
	destroy,
	gone,
	inList,
	json,
	oneMore,
	outcome,
	read,
	readBefore,
	resource,
	row,
	rows,
	text,
	type DeclaredField,
} from '../vocabulary';

const templateFields = (): DeclaredField[] => [
	text('Template Name', 'displayName', {
		name: 'templateName',
		required: true,
		placeholder: 'e.g. Standard Apps',
		help: 'The name in the list of templates',
	}),
	json('Apps (JSON)', 'apps', {
		required: true,
		placeholder:
			'e.g. [{"appType":"chocolateyApp","appName":"7-Zip","config":{"PackageName":"7zip","applicationName":"7-Zip","AssignTo":"AllDevices"}}]',
		help: 'List of apps. The type is StoreApp, chocolateyApp, officeApp, win32ScriptApp or mspApp; config holds what CIPP takes for such an app, without tenants.',
	}),
	text('Description', 'description', {
		optional: true,
		placeholder: 'e.g. What every laptop gets',
		help: 'What the template is for',
	}),
];

export const appTemplate = resource('App Template', 'appTemplate', 'getMany', {
	getMany: read('ListAppTemplates', {
		name: 'Get Many',
		action: 'Get many app templates',
		help: 'Lists the sets of apps that are stored in CIPP',
		role: 'Endpoint.Application.Read',
		tenant: null,
		fields: [],
		answer: rows('GUID', 'displayName', 'description', 'appCount', 'appTypes', 'appNames'),
		secret: ['Apps'],
	}),

	get: read('ListAppTemplates', {
		name: 'Get',
		action: 'Get app template',
		help: 'Reads one set of apps with the settings of each app',
		role: 'Endpoint.Application.Read',
		tenant: null,
		fields: [templateId('ID')],
		answer: row('There is no such template'),
		secret: ['Apps'],
	}),

	create: change('AddAppTemplate', {
		name: 'Create',
		action: 'Create app template',
		help: 'Stores a set of apps in CIPP and deploys nothing. The new ID is found with Get Many.',
		role: 'Endpoint.Application.ReadWrite',
		tenant: null,
		fields: templateFields(),
		answer: outcome(),
		look: oneMore(inList('getMany', { displayName: '{displayName}' })),
	}),

	update: change('AddAppTemplate', {
		name: 'Update',
		action: 'Update app template',
		help: 'Rewrites a set of apps as a whole',
		role: 'Endpoint.Application.ReadWrite',
		tenant: null,
		fields: [templateId('GUID'), ...templateFields()],
		changes: { endpoint: 'ListAppTemplates', column: 'GUID', wire: 'GUID' },
		answer: outcome(),
		look: andWhatElseWasSent(
			inList('getMany', { GUID: '{GUID}' }, { displayName: '{displayName}' }),
			'GUID',
			'tenantFilter',
			'Action',
		),
	}),

	deploy: change('ExecDeployAppTemplate', {
		name: 'Deploy',
		action: 'Deploy app template',
		help: 'Brings every app of the set to tenants: Office at once, the others through the app queue',
		role: 'Endpoint.Application.ReadWrite',
		tenant: appTenants(),
		warns:
			'Run for all tenants, the queued apps stay in the queue and are handed out again until removed, and keys that differ between customers come out empty.',
		fields: [
			templateId('templateId'),
			assignTo({
				help: 'Who gets the apps, in place of what the template says. Empty leaves that as it is.',
			}),
			groupNames('customGroup'),
		],
		answer: outcome({ onlyQueues: true }),
	}),

	delete: destroy('RemoveAppTemplate', {
		name: 'Delete',
		action: 'Delete app template',
		help: 'Removes the set from CIPP. Apps that came from it stay where they are.',
		role: 'Endpoint.Application.ReadWrite',
		tenant: null,
		fields: [templateId('ID')],
		answer: outcome(),
		look: readBefore(gone(inList('getMany', { GUID: '{ID}' }))),
	}),
});
