import {
	destroy,
	change,
	inBody,
	inList,
	list,
	outcome,
	read,
	resource,
	rows,
} from '../vocabulary';

const columns = rows(
	'customerId',
	'displayName',
	'defaultDomainName',
	'initialDomainName',
	'Excluded',
	'ExcludeUser',
	'ExcludeDate',
	'delegatedPrivilegeStatus',
	'GraphErrorCount',
	'LastGraphError',
	'LastRefresh',
);
const listed = {
	value: 'only read when an exclusion is to be changed',
	tenantFilter: 'only stands in the text of the answer',
};

export const tenantExclusion = resource('Tenant Exclusion', 'tenantExclusion', 'getMany', {
	getMany: read('ExecExcludeTenant', {
		name: 'Get Many',
		action: 'Get many excluded tenants',
		help: 'Lists the tenants that CIPP does not manage because someone has excluded them',
		role: 'CIPP.AppSettings.ReadWrite',
		does: 'List',
		method: 'POST',
		tenant: null,
		fixed: { query: { List: 'true' } },
		omits: listed,
		fields: [],
		answer: columns,
	}),

	getAllTenants: read('ExecExcludeTenant', {
		name: 'Get All Tenants',
		action: 'Get all tenants with exclusions',
		help: 'Lists all tenants, excluded or not',
		role: 'CIPP.AppSettings.ReadWrite',
		does: 'ListAll',
		method: 'POST',
		tenant: null,
		fixed: { query: { ListAll: 'true' } },
		omits: listed,
		fields: [],
		answer: columns,
	}),

	exclude: destroy('ExecExcludeTenant', {
		name: 'Exclude',
		action: 'Exclude tenant',
		help: 'Has CIPP leave a tenant alone',
		role: 'CIPP.AppSettings.ReadWrite',
		does: 'AddExclusion',
		tenant: inBody('value', { form: 'customerIds' }),
		fixed: { query: { AddExclusion: 'true' } },
		warns:
			'Standards, alerts, tasks and backups of this tenant stop, and it can no longer be chosen.',
		fields: [],
		answer: outcome({ failing: [/customer\(s\):\s*$/] }),
		look: inList('getAllTenants', { customerId: '{tenantId}' }, { Excluded: true }),
	}),

	include: change('ExecExcludeTenant', {
		name: 'Include Again',
		action: 'Include tenant again',
		help: 'Has CIPP manage excluded tenants again',
		role: 'CIPP.AppSettings.ReadWrite',
		does: 'RemoveExclusion',
		tenant: null,
		fixed: { query: { RemoveExclusion: 'true' } },
		omits: { value: 'an excluded tenant is not among those that can be chosen; it is typed in' },
		fields: [
			list('Customer IDs', 'value', {
				name: 'customerIds',
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'The customerId of one or more excluded tenants, separated by commas. CIPP passes over unknown ones and domain names, and reports success.',
			}),
		],
		answer: outcome(),
		look: inList('getAllTenants', { customerId: '{value}' }, { Excluded: false }),
	}),
});
