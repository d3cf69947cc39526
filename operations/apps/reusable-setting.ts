import { templateId } from '../fields/template-fields';
import { useReportDb } from '../fields/user-fields';
import {
	andWhatElseWasSent,
	change,
	destroy,
	gone,
	graphRow,
	inBody,
	inList,
	inQuery,
	jsonText,
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

const settingId = (): DeclaredField =>
	text('Setting ID', 'ID', {
		name: 'settingId',
		required: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'ID of the reusable setting in Intune, as Get Many gives it',
	});

const templateFields = (): DeclaredField[] => [
	text('Template Name', 'displayName', {
		name: 'templateName',
		required: true,
		placeholder: 'e.g. Blocked USB Devices',
		help: 'Name of the template, and of the setting it becomes in tenants',
	}),
	jsonText('Setting (JSON)', 'rawJSON', {
		required: true,
		placeholder: 'e.g. {"displayName":"Blocked USB Devices","settingInstance":{}}',
		help: 'The reusable setting as Microsoft Graph gives it',
	}),
	text('Description', 'description', {
		optional: true,
		placeholder: 'e.g. Vendors we do not allow',
		help: 'What the setting is for',
	}),
];

export const reusableSetting = resource('Reusable Setting', 'reusableSetting', 'getMany', {
	getMany: read('ListIntuneReusableSettings', {
		name: 'Get Many',
		action: 'Get many reusable settings',
		help: 'Lists settings that several Intune policies share. From the reporting database, a tenant without any gives an error.',
		role: 'Endpoint.MEM.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [useReportDb()],
		answer: rows(
			'id',
			'displayName',
			'description',
			'settingDefinitionId',
			'version',
			'referencingConfigurationPolicyCount',
			'createdDateTime',
			'lastModifiedDateTime',
			'Tenant',
			'CacheTimestamp',
		),
	}),

	get: read('ListIntuneReusableSettings', {
		name: 'Get',
		action: 'Get reusable setting',
		help: 'Reads one setting, live from Intune, with its JSON text',
		role: 'Endpoint.MEM.Read',
		tenant: inQuery(),
		fields: [settingId()],
		answer: row('There is no such setting in this tenant'),
	}),

	deployTemplate: change('AddIntuneReusableSetting', {
		name: 'Deploy Template',
		action: 'Deploy template as reusable setting',
		help: 'Brings a stored setting to one tenant. One of the same name is overwritten there.',
		role: 'Endpoint.MEM.ReadWrite',
		tenant: inQuery(),
		omits: { TemplateList: 'another way to say TemplateId' },
		fields: [templateId('TemplateId')],
		answer: outcome(),
	}),

	delete: destroy('RemoveIntuneReusableSetting', {
		name: 'Delete',
		action: 'Delete reusable setting',
		help: 'Deletes a setting of a tenant. Intune refuses while a policy refers to it.',
		role: 'Endpoint.MEM.ReadWrite',
		tenant: inBody(),
		fields: [
			settingId(),
			text('Setting Name', 'DisplayName', {
				name: 'settingLabel',
				optional: true,
				placeholder: 'e.g. Blocked USB Devices',
				help: "Only a word in CIPP's answer and log",
			}),
		],
		answer: outcome(),
		look: gone(graphRow('deviceManagement/reusablePolicySettings', { id: '{ID}' })),
	}),
});

export const reusableSettingTemplate = resource(
	'Reusable Setting Template',
	'reusableSettingTemplate',
	'getMany',
	{
		getMany: read('ListIntuneReusableSettingTemplates', {
			name: 'Get Many',
			action: 'Get many reusable setting templates',
			help: 'Lists the reusable settings that are stored in CIPP as templates',
			role: 'Endpoint.MEM.Read',
			tenant: null,
			fields: [],
			answer: rows('GUID', 'displayName', 'description', 'isSynced'),
		}),

		get: read('ListIntuneReusableSettingTemplates', {
			name: 'Get',
			action: 'Get reusable setting template',
			help: 'Reads one stored setting with its JSON text',
			role: 'Endpoint.MEM.Read',
			tenant: null,
			fields: [templateId('ID')],
			answer: row('There is no such template'),
		}),

		create: change('AddIntuneReusableSettingTemplate', {
			name: 'Create',
			action: 'Create reusable setting template',
			help: 'Stores a setting in CIPP. The new ID is found with Get Many.',
			role: 'Endpoint.MEM.ReadWrite',
			tenant: null,
			omits: { json: 'another name of rawJSON' },
			fields: templateFields(),
			answer: outcome(),
			look: oneMore(inList('getMany', { displayName: '{displayName}' })),
		}),

		update: change('AddIntuneReusableSettingTemplate', {
			name: 'Update',
			action: 'Update reusable setting template',
			help: 'Rewrites a stored setting as a whole, or makes one with this ID',
			role: 'Endpoint.MEM.ReadWrite',
			tenant: null,
			omits: { json: 'another name of rawJSON' },
			fields: [templateId('GUID'), ...templateFields()],
			changes: { endpoint: 'ListIntuneReusableSettingTemplates', column: 'GUID', wire: 'GUID' },
			answer: outcome(),
			look: andWhatElseWasSent(
				inList('getMany', { GUID: '{GUID}' }, { displayName: '{displayName}' }),
				'GUID',
			),
		}),

		delete: destroy('RemoveIntuneReusableSettingTemplate', {
			name: 'Delete',
			action: 'Delete reusable setting template',
			help: 'Removes the template from CIPP. Intune templates that refer to it keep the reference.',
			role: 'Endpoint.MEM.ReadWrite',
			tenant: null,
			fields: [templateId('ID', { in: 'query' })],
			answer: outcome(),
			look: readBefore(gone(inList('getMany', { GUID: '{ID}' }))),
		}),
	},
);
