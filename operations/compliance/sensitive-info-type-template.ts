import { identity, template } from '../fields/protection-fields';
import {
	change,
	destroy,
	gone,
	inBody,
	inList,
	keepsTemplateId,
	multiline,
	number,
	outcome,
	read,
	readBefore,
	resource,
	row,
	rows,
	text,
} from '../vocabulary';

const role = 'Security.SensitiveInfoType.ReadWrite';

export const sensitiveInfoTypeTemplate = resource(
	'Sensitive Information Type Template',
	'sensitiveInfoTypeTemplate',
	'getMany',
	{
		getMany: read('ListSensitiveInfoTypeTemplates', {
			name: 'Get Many',
			action: 'Get many sensitive information type templates',
			help: "Lists CIPP's templates for sensitive information types",
			role: 'Security.SensitiveInfoType.Read',
			tenant: null,
			fields: [],
			answer: rows(
				'GUID',
				'name',
				'comments',
				'Description',
				'Pattern',
				'Confidence',
				'PatternsProximity',
				'Locale',
			),
		}),

		get: read('ListSensitiveInfoTypeTemplates', {
			name: 'Get',
			action: 'Get sensitive information type template',
			help: 'Reads one template with its pattern or rule package',
			role: 'Security.SensitiveInfoType.Read',
			tenant: null,
			fields: [template()],
			answer: row('There is no such template'),
		}),

		createFromType: change('AddSensitiveInfoTypeTemplate', {
			name: 'Create From Type',
			action: 'Create sensitive information type template from type',
			help: "Copies a live custom type of a tenant into a template. Microsoft's own ones are refused.",
			role,
			tenant: inBody(),
			omits: { Id: 'stands for Identity, which is always sent' },
			fields: [identity('Type', 'Identity', 'Name or ID of the type in the tenant')],
			answer: outcome({ keeps: keepsTemplateId }),
			look: inList('getMany', { GUID: '{answer.templateId}' }),
		}),

		create: change('AddSensitiveInfoTypeTemplate', {
			name: 'Create',
			action: 'Create sensitive information type template',
			help: 'Keeps a pattern or rule package in CIPP, always as a new template. Give one of the two.',
			role,
			tenant: null,
			omits: {
				tenantFilter: 'makes CIPP copy a live type instead: Create From Type',
				PowerShellCommand: 'the same as text; the fields are given one by one',
				Recommended: 'kept, but never used',
				comments: 'only read without Comment',
			},
			fields: [
				text('Name', 'Name', {
					required: true,
					placeholder: 'e.g. Employee Number',
					help: 'Name of the template and of the types made from it',
				}),
				text('Pattern', 'Pattern', {
					placeholder: 'e.g. EMP-\\d{6}',
					help: 'Regular expression of what is sensitive. Leave empty with a rule package.',
				}),
				text('Rule Package (Base64)', 'FileDataBase64', {
					optional: true,
					placeholder: 'e.g. PD94bWwgdmVyc2lvbj0iMS4wIj8+',
					help: 'XML of a whole rule package in base64. Wins over the pattern.',
				}),
				multiline('Description', 'Description', {
					optional: true,
					placeholder: 'e.g. Numbers of our staff',
					help: 'What the type is for',
				}),
				number('Confidence', 'Confidence', {
					optional: true,
					default: 85,
					placeholder: 'e.g. 85',
					help: 'How sure a match is, 1 to 100. Left out, it is 85.',
				}),
				number('Proximity', 'PatternsProximity', {
					optional: true,
					default: 300,
					placeholder: 'e.g. 300',
					help: 'Within how many characters parts of the pattern stand. Left out, it is 300.',
				}),
				text('Locale', 'Locale', {
					optional: true,
					placeholder: 'e.g. en-US',
					help: 'Language of name and description. Left out, it is en-US.',
				}),
				text('Publisher', 'PublisherName', {
					optional: true,
					placeholder: 'e.g. Contoso',
					help: 'Who made the type. Left out, it is CIPP.',
				}),
				multiline('Comment', 'Comment', {
					optional: true,
					placeholder: 'e.g. For all tenants',
					help: 'Note kept with the template',
				}),
			],
			answer: outcome({ keeps: keepsTemplateId }),
			look: inList('getMany', { GUID: '{answer.templateId}' }),
		}),

		delete: destroy('RemoveSensitiveInfoTypeTemplate', {
			name: 'Delete',
			action: 'Delete sensitive information type template',
			help: 'Removes a template from CIPP; types made from it stay',
			role,
			tenant: null,
			fields: [template()],
			answer: outcome(),
			look: readBefore(gone(inList('getMany', { GUID: '{ID}' }))),
		}),
	},
);
