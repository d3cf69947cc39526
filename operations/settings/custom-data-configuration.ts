import {
	change,
	destroy,
	json,
	outcome,
	read,
	resource,
	row,
	rows,
	tenants,
	text,
	type DeclaredField,
} from '../vocabulary';

const role = 'CIPP.AppSettings.ReadWrite';

const mappingId = text('Mapping ID', 'id', {
	name: 'mappingId',
	required: true,
	placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
	help: 'ID of the mapping, from Get Mappings',
});
const ofUsers = { value: 'user', label: 'User' };

const mapping = (): DeclaredField[] => [
	tenants(
		'Tenants',
		'Mapping.tenantFilter',
		{ by: 'defaultDomainName', all: true, groups: true, worksOn: true },
		{
			name: 'mappingTenants',
			required: true,
			placeholder: 'e.g. contoso.com',
			help: 'Domains or customer IDs of the tenants, separated by commas, or AllTenants. An unknown one is refused.',
		},
	),
	json('Attribute', 'Mapping.customDataAttribute', {
		name: 'customDataAttribute',
		required: true,
		placeholder:
			'e.g. {"value":"ext8x2k4q1z_deviceCare.plan","label":"ext8x2k4q1z_deviceCare.plan","addedFields":{"type":"SchemaExtension","dataType":"String","isMultiValued":false}}',
		help: 'The attribute to fill, as an object: value and label are the name column of Get Attributes, addedFields the other columns',
	}),
	{
		...mappingId,
		label: 'Mapping to Replace',
		name: 'replaceMappingId',
		required: false,
		optional: true,
		help: 'ID of a mapping to overwrite. Left out, or if there is none, a new one is made.',
	},
];

/** Mappings are also listed, with filters, by `custom-data.ts`. */
export const customDataConfiguration = resource(
	'Custom Data Configuration',
	'customDataConfiguration',
	'getAttributes',
	{
		getAttributes: read('ExecCustomData', {
			name: 'Get Attributes',
			action: 'Get custom data attributes',
			help: 'Lists the custom attributes that schema and directory extensions bring',
			role,
			method: 'POST',
			tenant: null,
			fixed: { query: { Action: 'ListAvailableAttributes' } },
			fields: [
				text('Target Object', 'targetObject', {
					in: 'query',
					optional: true,
					placeholder: 'e.g. User',
					help: 'Only attributes of this kind of object. All if left out.',
				}),
			],
			answer: rows('name', 'type', 'targetObject', 'dataType', 'isMultiValued'),
		}),

		getMappings: read('ExecCustomData', {
			name: 'Get Mappings',
			action: 'Get custom data mappings',
			help: 'Lists which data goes into which custom attribute',
			role,
			method: 'POST',
			tenant: null,
			fixed: { query: { Action: 'ListMappings' } },
			fields: [],
			answer: rows(
				'id',
				'tenant',
				'dataset',
				'sourceType',
				'directoryObject',
				'syncProperty',
				'customDataAttribute',
			),
		}),

		getMapping: read('ExecCustomData', {
			name: 'Get Mapping',
			action: 'Get custom data mapping',
			help: 'Reads a mapping as it is stored, with all its parts',
			role,
			method: 'POST',
			tenant: null,
			fixed: { query: { Action: 'GetMapping' } },
			fields: [{ ...mappingId, in: 'query' }],
			answer: row('There is no such mapping'),
		}),

		saveManualMapping: change('ExecCustomData', {
			name: 'Save Manual Mapping',
			action: 'Save custom data mapping for manual entry',
			help: 'Adds a field to the user forms of CIPP that fills a custom attribute, or replaces one',
			role,
			tenant: null,
			fixed: {
				query: { Action: 'AddEditMapping' },
				body: {
					Mapping: {
						sourceType: { value: 'manualEntry', label: 'Manual Entry' },
						directoryObjectType: ofUsers,
					},
				},
			},
			fields: [
				text('Form Label', 'Mapping.manualEntryFieldLabel', {
					name: 'formLabel',
					required: true,
					placeholder: 'e.g. Care plan',
					help: 'What stands beside the field in the form',
				}),
				...mapping(),
			],
			answer: outcome(),
		}),

		saveSyncMapping: change('ExecCustomData', {
			name: 'Save Sync Mapping',
			action: 'Save custom data mapping for synced data',
			help: 'Has CIPP write data from its reporting database into a custom attribute of users, or replaces such a mapping',
			role,
			tenant: null,
			fixed: {
				query: { Action: 'AddEditMapping' },
				body: {
					Mapping: {
						sourceType: { value: 'reportingDb', label: 'Reporting DB' },
						directoryObjectType: ofUsers,
					},
				},
			},
			fields: [
				json('Dataset', 'Mapping.extensionSyncDataset', {
					name: 'dataset',
					required: true,
					placeholder:
						'e.g. {"value":"Mailboxes","label":"Mailboxes","addedFields":{"type":"object","sourceMatchProperty":"UPN","destinationMatchProperty":"userPrincipalName"}}',
					help: 'Where the data comes from, as an object: copy extensionSyncDataset from Get Mapping of a mapping made in the portal',
				}),
				text('Dataset Property', 'Mapping.extensionSyncProperty', {
					name: 'datasetProperty',
					form: 'labelValue',
					optional: true,
					placeholder: 'e.g. displayName',
					help: 'The column to take. Needed unless the dataset has the type array.',
				}),
				...mapping(),
			],
			answer: outcome(),
		}),

		deleteMapping: destroy('ExecCustomData', {
			name: 'Delete Mapping',
			action: 'Delete custom data mapping',
			help: 'Stops filling a custom attribute. Values that were written stay.',
			role,
			tenant: null,
			fixed: { query: { Action: 'DeleteMapping' } },
			fields: [mappingId],
			answer: outcome(),
		}),
	},
);
