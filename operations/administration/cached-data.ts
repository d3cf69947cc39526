import {
	change,
	inQuery,
	list,
	outcome,
	read,
	resource,
	rows,
	text,
	choice,
	words,
	number,
} from '../vocabulary';

const type = (help: string, wire: string) =>
	text('Type of Data', wire, {
		name: 'dataType',
		required: true,
		placeholder: 'e.g. Users',
		help,
	});

export const cachedData = resource('Cached Data', 'cachedData', 'getMany', {
	getMany: read('ListDBCache', {
		name: 'Get Many',
		action: 'Get many rows of cached data',
		help: 'Reads what CIPP stored about a tenant at its nightly run, such as Users, Mailboxes or MFAState. Quick, but as old as the last run; for all tenants it can be a great deal.',
		role: 'CIPP.Core.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [
			type(
				'Spelled as Get Types lists it: Users, not users. A misspelt type gives an empty list.',
				'type',
			),
		],
		answer: rows(),
	}),

	getTypes: read('ListDBCache', {
		name: 'Get Types',
		action: 'Get types of cached data',
		help: 'Lists which types of data CIPP stored, how many rows there are of each, and when they were refreshed',
		role: 'CIPP.Core.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fixed: { query: { countsOnly: 'true' } },
		fields: [],
		answer: rows('Tenant', 'Type', 'Count', 'LastRefresh'),
	}),

	refresh: change('ExecCIPPDBCache', {
		name: 'Refresh',
		action: 'Refresh cached data',
		help: 'Has CIPP collect one type of data anew, in the background. Watch it with Queue: Get Many.',
		role: 'CIPP.Core.ReadWrite',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [
			{
				...type(
					'What to collect, such as Users, Groups, Mailboxes or ManagedDevices. An unknown name is refused.',
					'Name',
				),
				in: 'query',
			},
			{
				...list('Only These Parts', 'Types', {
					optional: true,
					placeholder: 'e.g. CASMailbox,CalendarPermissions',
					help: 'Parts to collect, for the few types that have parts, such as Mailboxes. Empty collects what is usual.',
				}),
				in: 'query',
			},
		],
		answer: outcome({ onlyQueues: true, keeps: { queueId: 'Metadata.QueueId' } }),
	}),

	search: read('ExecUniversalSearchV2', {
		name: 'Search',
		action: 'Search cached data',
		help: 'Finds people, groups, apps or licenses across all tenants in what CIPP stored at night',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [
			text('Search Terms', 'searchTerms', {
				required: true,
				placeholder: 'e.g. jane',
				help: 'What to look for: a name, an address or an ID',
			}),
			choice('Search In', 'type', words('Users', 'Groups', 'Applications', 'Licenses'), {
				required: true,
				default: 'Users',
				help: 'Which kind of object to search. Licenses counts over all tenants, also those that your API client may not see.',
			}),
			number('Most Results', 'limit', {
				name: 'mostResults',
				optional: true,
				default: 10,
				help: 'After how many finds CIPP stops. It stops after 10 if left out.',
			}),
		],
		answer: rows('Tenant', 'Type', 'RowKey', 'Data'),
	}),

	searchLighthouse: read('ExecUniversalSearch', {
		name: 'Search Lighthouse',
		action: 'Search users in lighthouse',
		help: 'Finds users live in all tenants through Microsoft 365 Lighthouse, up to five per tenant. The partner tenant needs Lighthouse.',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [
			text('Name', 'name', {
				name: 'searchName',
				required: true,
				placeholder: 'e.g. jane',
				help: 'Beginning of a display name or user principal name, without quotes',
			}),
		],
		answer: rows('id', 'displayName', 'userPrincipalName', 'mail', 'accountEnabled', '_TenantId'),
	}),

	findLicenses: read('ExecLicenseSearch', {
		name: 'Find License Names',
		action: 'Find license names in cached data',
		help: 'Turns SKU IDs into names of licenses, from what CIPP stored about all tenants',
		role: 'CIPP.Core.Read',
		method: 'POST',
		tenant: null,
		fields: [
			list('SKU IDs', 'skuIds', {
				required: true,
				placeholder: 'e.g. 05e9a617-0261-4cee-bb44-138d3ef5d965',
				help: 'The SKU IDs to look up. Separate several with commas.',
			}),
		],
		answer: rows('skuId', 'displayName'),
	}),
});
