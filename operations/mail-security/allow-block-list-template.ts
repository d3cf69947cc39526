import { entrySettings } from './allow-block-fields';
import { template } from '../fields/protection-fields';
import {
	andWhatElseWasSent,
	change,
	destroy,
	gone,
	inList,
	keepsTemplateId,
	outcome,
	read,
	readBefore,
	resource,
	row,
	rows,
	text,
	type DeclaredField,
} from '../vocabulary';

const settings: DeclaredField[] = [
	text('Template Name', 'templateName', {
		required: true,
		placeholder: 'e.g. Known Scammers',
		help: 'What the template is called in CIPP',
	}),
	...entrySettings,
];

export const allowBlockListTemplate = resource(
	'Tenant Allow/Block List Template',
	'allowBlockListTemplate',
	'getMany',
	{
		getMany: read('ListTenantAllowBlockListTemplates', {
			name: 'Get Many',
			action: 'Get many tenant allow or block list templates',
			help: "Lists CIPP's templates for entries, which its standards put into tenants",
			role: 'Exchange.SpamFilter.Read',
			tenant: null,
			fields: [],
			answer: rows(
				'GUID',
				'templateName',
				'entries',
				'listType',
				'listMethod',
				'notes',
				'NoExpiration',
				'RemoveAfter',
			),
		}),

		get: read('ListTenantAllowBlockListTemplates', {
			name: 'Get',
			action: 'Get tenant allow or block list template',
			help: 'Reads one template with its entries',
			role: 'Exchange.SpamFilter.Read',
			tenant: null,
			fields: [template()],
			answer: row('There is no such template'),
		}),

		create: change('AddTenantAllowBlockListTemplate', {
			name: 'Create',
			action: 'Create tenant allow or block list template',
			help: 'Keeps entries as a template in CIPP, always as a new one. No tenant is altered.',
			role: 'Exchange.SpamFilter.ReadWrite',
			tenant: null,
			fields: settings,
			answer: outcome({ keeps: keepsTemplateId }),
			look: inList('getMany', { GUID: '{answer.templateId}' }),
		}),

		update: change('EditTenantAllowBlockListTemplate', {
			name: 'Update',
			action: 'Update tenant allow or block list template',
			help: 'Replaces a template as a whole. Give everything that should stay.',
			role: 'Exchange.SpamFilter.ReadWrite',
			tenant: null,
			warns: 'What is left out is lost from the template',
			fields: [template('GUID'), ...settings],
			answer: outcome(),
			look: andWhatElseWasSent(
				inList('getMany', { GUID: '{GUID}' }, { templateName: '{templateName}' }),
				'GUID',
				'tenantFilter',
				'Action',
			),
		}),

		delete: destroy('RemoveTenantAllowBlockListTemplate', {
			name: 'Delete',
			action: 'Delete tenant allow or block list template',
			help: 'Removes a template from CIPP; entries in tenants stay',
			role: 'Exchange.SpamFilter.ReadWrite',
			tenant: null,
			fields: [template()],
			answer: outcome(),
			look: readBefore(gone(inList('getMany', { GUID: '{ID}' }))),
		}),
	},
);
