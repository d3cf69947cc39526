import { templateId } from '../fields/template-fields';
import { useReportDb } from '../fields/user-fields';
import {
	andWhatElseWasSent,
	asSent,
	change,
	choice,
	destroy,
	gone,
	graphPart,
	graphRow,
	inBody,
	inList,
	inQuery,
	inSteps,
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

const filterId = (wire: string): DeclaredField =>
	text('Filter ID', wire, {
		name: 'filterId',
		required: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'ID of the filter in Intune, as Get Many gives it',
	});

const newFilterFields = (): DeclaredField[] => [
	text('Filter Name', 'displayName', {
		name: 'filterName',
		required: true,
		placeholder: 'e.g. Corporate Windows',
		help: 'Choose a name that is not in use: CIPP does not look for one that is',
	}),
	choice(
		'Platform',
		'platform',
		[
			{ value: 'androidAOSP', label: 'Android (AOSP)' },
			{ value: 'android', label: 'Android Device Administrator' },
			{ value: 'androidForWork', label: 'Android Enterprise' },
			{ value: 'androidMobileApplicationManagement', label: 'Android Managed Apps' },
			{ value: 'androidWorkProfile', label: 'Android Work Profile' },
			{ value: 'iOS', label: 'iOS' },
			{ value: 'iOSMobileApplicationManagement', label: 'iOS Managed Apps' },
			{ value: 'macOS', label: 'macOS' },
			{ value: 'windows10AndLater', label: 'Windows 10 and Later' },
			{ value: 'windowsMobileApplicationManagement', label: 'Windows Managed Apps' },
		],
		{
			required: true,
			help: 'What the filter is for. It cannot be changed later. Managed Apps need Filters set to Apps.',
		},
	),
	text('Rule', 'rule', {
		required: true,
		placeholder: 'e.g. (device.deviceOwnership -eq "Corporate")',
		help: 'Condition in the syntax of Intune',
	}),
	text('Description', 'description', {
		optional: true,
		placeholder: 'e.g. Devices the company owns',
		help: 'What the filter is for',
	}),
	choice(
		'Filters',
		'assignmentFilterManagementType',
		[
			{ value: 'apps', label: 'Apps' },
			{ value: 'devices', label: 'Devices' },
		],
		{ optional: true, default: 'devices', help: 'Left out, the filter is for devices' },
	),
];

const columns = [
	'displayName',
	'description',
	'platform',
	'rule',
	'assignmentFilterManagementType',
];

export const assignmentFilter = resource('Assignment Filter', 'assignmentFilter', 'getMany', {
	getMany: read('ListAssignmentFilters', {
		name: 'Get Many',
		action: 'Get many assignment filters',
		help: 'Lists the filters with which Intune narrows down assignments',
		role: 'Endpoint.MEM.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [useReportDb()],
		answer: rows(
			'id',
			...columns,
			'createdDateTime',
			'lastModifiedDateTime',
			'Tenant',
			'CacheTimestamp',
		),
	}),

	get: read('ListAssignmentFilters', {
		name: 'Get',
		action: 'Get assignment filter',
		help: 'Reads one filter, live from Intune',
		role: 'Endpoint.MEM.Read',
		tenant: inQuery(),
		fields: [filterId('filterId')],
		answer: row('There is no such filter in this tenant'),
	}),

	create: change('AddAssignmentFilter', {
		name: 'Create',
		action: 'Create assignment filter',
		help: 'Adds a filter to one tenant or to all of them',
		role: 'Endpoint.MEM.ReadWrite',
		tenant: inBody('tenantFilter', { form: 'texts', allTenants: true }),
		fields: newFilterFields(),
		answer: inSteps(outcome(), 'the assignment filters of the tenants'),
		look: oneMore(
			graphRow(
				'deviceManagement/assignmentFilters',
				{ displayName: '{displayName}' },
				{ rule: '{rule}' },
			),
		),
	}),

	update: change('EditAssignmentFilter', {
		name: 'Update',
		action: 'Update assignment filter',
		help: 'Changes name, description or rule of a filter. Platform and kind stay as they are.',
		role: 'Endpoint.MEM.ReadWrite',
		tenant: inBody(),
		fields: [
			filterId('filterId'),
			text('Filter Name', 'displayName', {
				name: 'newFilterName',
				optional: true,
				placeholder: 'e.g. Corporate Windows',
				help: 'Empty keeps the present name',
			}),
			text('Description', 'description', {
				name: 'newFilterDescription',
				optional: true,
				placeholder: 'e.g. Devices the company owns',
				help: 'Empty keeps the present text',
			}),
			text('Rule', 'rule', {
				name: 'newRule',
				optional: true,
				placeholder: 'e.g. (device.deviceOwnership -eq "Corporate")',
				help: 'Condition in the syntax of Intune. Empty keeps the present one.',
			}),
		],
		needsOneOf: ['displayName', 'description', 'rule'],
		answer: outcome(),
		look: graphPart(
			'deviceManagement/assignmentFilters/{filterId}',
			asSent('displayName', 'description', 'rule'),
		),
	}),

	delete: destroy('ExecAssignmentFilter', {
		name: 'Delete',
		action: 'Delete assignment filter',
		help: 'Deletes a filter of a tenant for good',
		role: 'Endpoint.MEM.ReadWrite',
		tenant: inQuery(),
		fixed: { body: { Action: 'Delete' } },
		fields: [filterId('ID')],
		answer: outcome(),
		look: gone(graphRow('deviceManagement/assignmentFilters', { id: '{ID}' })),
	}),
});

export const assignmentFilterTemplate = resource(
	'Assignment Filter Template',
	'assignmentFilterTemplate',
	'getMany',
	{
		getMany: read('ListAssignmentFilterTemplates', {
			name: 'Get Many',
			action: 'Get many assignment filter templates',
			help: 'Lists the filters that are stored in CIPP as templates',
			role: 'Endpoint.MEM.Read',
			tenant: null,
			fields: [],
			answer: rows('GUID', ...columns),
		}),

		get: read('ListAssignmentFilterTemplates', {
			name: 'Get',
			action: 'Get assignment filter template',
			help: 'Reads one stored filter',
			role: 'Endpoint.MEM.Read',
			tenant: null,
			fields: [templateId('ID')],
			answer: row('There is no such template'),
		}),

		create: change('AddAssignmentFilterTemplate', {
			name: 'Create',
			action: 'Create assignment filter template',
			help: 'Stores a filter in CIPP. The new ID is found with Get Many.',
			role: 'Endpoint.MEM.ReadWrite',
			tenant: null,
			fields: newFilterFields(),
			answer: outcome(),
			look: oneMore(inList('getMany', { displayName: '{displayName}' })),
		}),

		update: change('AddAssignmentFilterTemplate', {
			name: 'Update',
			action: 'Update assignment filter template',
			help: 'Rewrites a stored filter as a whole, or makes one with this ID',
			role: 'Endpoint.MEM.ReadWrite',
			tenant: null,
			fields: [templateId('GUID'), ...newFilterFields()],
			changes: { endpoint: 'ListAssignmentFilterTemplates', column: 'GUID', wire: 'GUID' },
			answer: outcome(),
			look: andWhatElseWasSent(
				inList('getMany', { GUID: '{GUID}' }, { displayName: '{displayName}' }),
				'GUID',
			),
		}),

		delete: destroy('RemoveAssignmentFilterTemplate', {
			name: 'Delete',
			action: 'Delete assignment filter template',
			help: 'Removes the template from CIPP. Filters that came from it stay in their tenants.',
			role: 'Endpoint.MEM.ReadWrite',
			tenant: null,
			fields: [templateId('ID', { in: 'query' })],
			answer: outcome(),
			look: readBefore(gone(inList('getMany', { GUID: '{ID}' }))),
		}),
	},
);
