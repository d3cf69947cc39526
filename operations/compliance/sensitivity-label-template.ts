import { template } from '../fields/protection-fields';
import { labelSettings } from './sensitivity-label-fields';
import {
	change,
	destroy,
	gone,
	inList,
	json,
	keepsTemplateId,
	oneMore,
	outcome,
	read,
	readBefore,
	resource,
	row,
	rows,
	text,
} from '../vocabulary';

export const sensitivityLabelTemplate = resource(
	'Sensitivity Label Template',
	'sensitivityLabelTemplate',
	'getMany',
	{
		getMany: read('ListSensitivityLabelTemplates', {
			name: 'Get Many',
			action: 'Get many sensitivity label templates',
			help: "Lists CIPP's templates for sensitivity labels",
			role: 'Security.SensitivityLabel.Read',
			tenant: null,
			fields: [],
			answer: rows(
				'GUID',
				'Name',
				'DisplayName',
				'Comment',
				'Tooltip',
				'ContentType',
				'EncryptionEnabled',
				'PolicyParams',
			),
		}),

		get: read('ListSensitivityLabelTemplates', {
			name: 'Get',
			action: 'Get sensitivity label template',
			help: 'Reads one template with all its settings',
			role: 'Security.SensitivityLabel.Read',
			tenant: null,
			fields: [template()],
			answer: row('There is no such template'),
		}),

		create: change('AddSensitivityLabelTemplate', {
			name: 'Create',
			action: 'Create sensitivity label template',
			help: 'Keeps a label as a template in CIPP, always as a new one. A row of Sensitivity Label: Get Many fits as additional fields, without Simplify.',
			role: 'Security.SensitivityLabel.ReadWrite',
			tenant: null,
			isOpen: true,
			omits: {
				PowerShellCommand: 'the same as text; the fields are given one by one',
				Disabled: 'kept from a row, but a label cannot be made disabled',
				comments: 'only read without Comment',
			},
			fields: [
				text('Name', 'Name', {
					required: true,
					placeholder: 'e.g. Confidential',
					help: 'Name of the labels made from the template, by which they are found again',
				}),
				...labelSettings(),
				json('Label Actions (JSON)', 'LabelActions', {
					optional: true,
					placeholder: 'e.g. [{"Type":"applycontentmarking","SubType":"header","Settings":[]}]',
					help: 'The column LabelActions of Sensitivity Label: Get Many. It replaces settings, translations and template IDs given here.',
				}),
				json('Publish (JSON)', 'PolicyParams', {
					optional: true,
					placeholder: 'e.g. {"Name":"Confidential Policy","ExchangeLocation":["All"]}',
					help: 'Policy that publishes the label, as an object. Without it nobody sees the label.',
				}),
				text('Parent Display Name', 'ParentLabelDisplayName', {
					optional: true,
					placeholder: 'e.g. Internal',
					help: 'Parent label as people see it, which has to exist in the tenant',
				}),
				text('Parent Name', 'ParentLabelName', {
					optional: true,
					placeholder: 'e.g. Internal',
					help: 'Parent label by its name, which has to exist in the tenant',
				}),
				text('Parent ID', 'ParentId', {
					optional: true,
					placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
					help: 'GUID of the parent, which differs from tenant to tenant: a name is better',
				}),
			],
			answer: outcome({ keeps: keepsTemplateId }),
			look: oneMore(inList('getMany', { Name: '{Name}' })),
		}),

		delete: destroy('RemoveSensitivityLabelTemplate', {
			name: 'Delete',
			action: 'Delete sensitivity label template',
			help: 'Removes a template from CIPP; labels made from it stay',
			role: 'Security.SensitivityLabel.ReadWrite',
			tenant: null,
			fields: [template()],
			answer: outcome(),
			look: readBefore(gone(inList('getMany', { GUID: '{ID}' }))),
		}),
	},
);
