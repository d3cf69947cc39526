import {
	change,
	choice,
	destroy,
	inSteps,
	json,
	list,
	outcome,
	read,
	resource,
	rows,
	text,
	unseen,
	words,
} from '../vocabulary';

const role = 'CIPP.AppSettings.ReadWrite';

const atMicrosoft =
	'CIPP forgets what Microsoft says and lists only its own row: look at the extension with Graph Request in your partner tenant';

const schemaExtensionId = text('Schema Extension ID', 'id', {
	name: 'schemaExtensionId',
	required: true,
	placeholder: 'e.g. ext8x2k4q1z_deviceCare',
	help: 'The whole ID with the part that Microsoft put in front, from Get Many. A part of it can match another one.',
});

export const schemaExtension = resource('Schema Extension', 'schemaExtension', 'getMany', {
	getMany: read('ExecCustomData', {
		name: 'Get Many',
		action: 'Get many schema extensions',
		help: 'Lists the schema extensions of the CIPP application with their properties',
		role,
		method: 'POST',
		tenant: null,
		fixed: { query: { Action: 'ListSchemaExtensions' } },
		fields: [],
		answer: rows('id', 'description', 'targetTypes', 'status', 'owner', 'properties'),
	}),

	create: change('ExecCustomData', {
		name: 'Create',
		action: 'Create schema extension',
		help: 'Adds a group of custom attributes for users and other objects. One of the same ID is overwritten in CIPP.',
		role,
		tenant: null,
		fixed: { query: { Action: 'AddSchemaExtension' } },
		fields: [
			text('New ID', 'schemaExtension.id', {
				name: 'newSchemaExtensionId',
				required: true,
				placeholder: 'e.g. deviceCare',
				help: 'Name of the extension. Microsoft puts a prefix in front of it.',
			}),
			text('Description', 'schemaExtension.description', {
				name: 'schemaDescription',
				required: true,
				placeholder: 'e.g. Care plan of a device',
				help: 'What the attributes are for',
			}),
			list('Target Types', 'schemaExtension.targetTypes', {
				name: 'targetTypes',
				required: true,
				placeholder: 'e.g. User, Group, Device',
				help: 'Kinds of objects that get the attributes, separated by commas',
			}),
			json('Properties', 'schemaExtension.properties', {
				name: 'schemaProperties',
				required: true,
				placeholder: 'e.g. [{"name":"plan","type":"String"}]',
				help: 'The attributes, as a list of objects with name and type: Binary, Boolean, DateTime, Integer or String. They cannot be removed later.',
			}),
			choice('Status', 'schemaExtension.status', words('InDevelopment', 'Available'), {
				name: 'newStatus',
				required: true,
				default: 'InDevelopment',
				help: 'Only an extension in development can be deleted. There is no way back from Available.',
			}),
		],
		answer: inSteps(outcome(), 'the schema extensions'),
	}),

	addProperty: change('ExecCustomData', {
		name: 'Add Property',
		action: 'Add property to schema extension',
		help: 'Adds an attribute to a schema extension',
		role,
		tenant: null,
		fixed: { query: { Action: 'AddSchemaProperty' } },
		warns: 'A property cannot be removed or changed later.',
		fields: [
			schemaExtensionId,
			text('Property Name', 'name', {
				name: 'propertyName',
				required: true,
				placeholder: 'e.g. plan',
				help: 'Name of the attribute',
			}),
			choice('Property Type', 'type', words('Binary', 'Boolean', 'DateTime', 'Integer', 'String'), {
				name: 'propertyType',
				required: true,
				default: 'String',
				help: 'What the attribute holds',
			}),
		],
		answer: inSteps(outcome(), 'the schema extensions'),
		look: unseen(atMicrosoft),
	}),

	changeStatus: destroy('ExecCustomData', {
		name: 'Change Status',
		action: 'Change status of schema extension',
		help: 'Moves a schema extension on, from in development to available to deprecated',
		role,
		tenant: null,
		fixed: { query: { Action: 'ChangeSchemaState' } },
		warns: 'There is no way back. A deprecated extension disappears from CIPP.',
		fields: [
			schemaExtensionId,
			choice('New Status', 'status', words('Available', 'Deprecated'), {
				required: true,
				default: 'Available',
				help: 'The status to move on to. It has to come after the present one.',
			}),
		],
		answer: outcome(),
	}),

	remove: destroy('ExecCustomData', {
		name: 'Delete',
		action: 'Delete schema extension',
		help: 'Deletes a schema extension that is still in development. CIPP reports success and forgets it even if Microsoft keeps it.',
		role,
		tenant: null,
		fixed: { query: { Action: 'DeleteSchema' } },
		fields: [schemaExtensionId],
		answer: outcome(),
		look: unseen(atMicrosoft),
	}),
});
