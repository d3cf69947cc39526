import { read, resource, rows, text } from '../vocabulary';

export const customDataMapping = resource('Custom Data Mapping', 'customDataMapping', 'getMany', {
	getMany: read('ListCustomDataMappings', {
		name: 'Get Many',
		action: 'Get many custom data mappings',
		help: 'Lists which data CIPP writes into which custom attributes of users and other objects, over all tenants',
		role: 'CIPP.Core.Read',
		tenant: null,
		omits: { tenantFilter: 'hides mappings instead of finding them' },
		fields: [
			text('Source Type', 'sourceType', {
				optional: true,
				placeholder: 'e.g. Reporting DB',
				help: 'Only mappings from this source, written as the list shows it, such as Manual Entry',
			}),
			text('Directory Object', 'directoryObject', {
				optional: true,
				placeholder: 'e.g. User',
				help: 'Only mappings for this kind of object, written as the list shows it',
			}),
		],
		answer: rows(
			'id',
			'tenant',
			'dataset',
			'sourceType',
			'directoryObject',
			'syncProperty',
			'customDataAttribute',
			'manualEntryFieldLabel',
		),
	}),
});
