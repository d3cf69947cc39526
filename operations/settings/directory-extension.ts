import {
	change,
	choice,
	destroy,
	list,
	outcome,
	read,
	resource,
	rows,
	text,
	toggle,
	words,
} from '../vocabulary';

const role = 'CIPP.AppSettings.ReadWrite';

export const directoryExtension = resource('Directory Extension', 'directoryExtension', 'getMany', {
	getMany: read('ExecCustomData', {
		name: 'Get Many',
		action: 'Get many directory extensions',
		help: 'Lists the directory extensions of the CIPP application',
		role,
		method: 'POST',
		tenant: null,
		fixed: { query: { Action: 'ListDirectoryExtensions' } },
		fields: [],
		answer: rows('id', 'name', 'dataType', 'targetObjects', 'isMultiValued', 'appDisplayName'),
	}),

	create: change('ExecCustomData', {
		name: 'Create',
		action: 'Create directory extension',
		help: 'Adds a single custom attribute for users and other objects',
		role,
		tenant: null,
		fixed: { query: { Action: 'AddDirectoryExtension' } },
		fields: [
			text('Attribute Name', 'name', {
				name: 'attributeName',
				required: true,
				placeholder: 'e.g. carePlan',
				help: 'Name of the attribute. Microsoft puts extension_ and the application ID in front.',
			}),
			choice(
				'Data Type',
				'dataType',
				words('Binary', 'Boolean', 'DateTime', 'Integer', 'LargeInteger', 'String'),
				{ required: true, default: 'String', help: 'What the attribute holds' },
			),
			list('Target Objects', 'targetObjects', {
				required: true,
				placeholder: 'e.g. User, Group, Device',
				help: 'Kinds of objects that get the attribute, separated by commas',
			}),
			toggle('Holds Several Values', 'isMultiValued', {
				optional: true,
				help: 'Whether the attribute is a list',
			}),
		],
		answer: outcome({ keeps: { extension: 'Results.extension' } }),
	}),

	remove: destroy('ExecCustomData', {
		name: 'Delete',
		action: 'Delete directory extension',
		help: 'Deletes a custom attribute',
		role,
		tenant: null,
		fixed: { query: { Action: 'DeleteDirectoryExtension' } },
		warns:
			'The values that users and other objects have in this attribute are lost, in all tenants.',
		fields: [
			text('Directory Extension ID', 'id', {
				name: 'directoryExtensionId',
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'ID of the extension, from Get Many',
			}),
			text('Full Attribute Name', 'name', {
				name: 'fullAttributeName',
				required: true,
				placeholder: 'e.g. extension_0123456789abcdef0123456789abcdef_carePlan',
				help: 'The name column of the same row',
			}),
		],
		answer: outcome(),
	}),
});
