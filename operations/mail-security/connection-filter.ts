import { jsonText, needsFullAccess } from '../fields/protection-fields';
import { change, inBody, inQuery, inSteps, outcome, read, resource, rows } from '../vocabulary';

export const connectionFilter = resource('Connection Filter', 'connectionFilter', 'getMany', {
	getMany: read('ListConnectionFilter', {
		name: 'Get Many',
		action: 'Get many connection filters',
		help: 'Lists which IP addresses a tenant always lets in or keeps out',
		role: 'Exchange.ConnectionFilter.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows('Identity', 'Name', 'IsDefault', 'IPAllowList', 'IPBlockList', 'EnableSafeList'),
	}),

	update: change('AddConnectionFilter', {
		name: 'Update',
		action: 'Update connection filter',
		help: `Alters the filter that is there; none can be made. ${needsFullAccess}`,
		role: 'Exchange.ConnectionFilter.ReadWrite',
		tenant: inBody('selectedTenants', { form: 'labelValues' }),
		warns: 'A list replaces the present one: addresses that are not in it are gone',
		fields: [
			jsonText(
				'Filter (JSON)',
				'The filter by name (nearly always Default) and what to set: IPAllowList, IPBlockList, EnableSafeList. A row of Connection Filter Template: Get Many fits if its name is Default.',
				'e.g. {"name":"Default","IPAllowList":["203.0.113.5"],"EnableSafeList":true}',
			),
		],
		answer: inSteps(outcome(), 'the connection filters of the tenants'),
	}),
});
