import {
	choice,
	inBody,
	inQuery,
	json,
	list,
	number,
	read,
	resource,
	row,
	rows,
	outcome,
	text,
	toggle,
	type DeclaredField,
} from '../vocabulary';

export const graphVersions = [
	{ value: 'beta', label: 'Beta' },
	{ value: 'v1.0', label: 'V1.0' },
];

const endpoint = text('Graph Path', 'Endpoint', {
	name: 'graphEndpoint',
	required: true,
	placeholder: 'e.g. users',
	help: 'What to read, without host and version: users, groups/{ID}/members, deviceManagement/managedDevices',
});

const version = choice('Graph Version', 'Version', graphVersions, {
	optional: true,
	default: 'beta',
	help: 'Which version of Microsoft Graph answers. For all tenants it is always beta.',
});

const filter = text('Filter', '$filter', {
	optional: true,
	placeholder: "e.g. accountEnabled eq false and startsWith(displayName,'J')",
	help: 'Only rows that match, in the filter language of Microsoft Graph. {DaysAgo:30} stands for the date 30 days back.',
});

const count = toggle('Advanced Query', '$count', {
	optional: true,
	help: 'Whether to send $count, which some filters and searches in the directory need',
});

const asApp = toggle('As Application', 'AsApp', {
	optional: true,
	help: 'Whether to ask with application permissions instead of delegated ones. For all tenants, the rows of an earlier call with the other setting may come back for an hour.',
});

const shaping: DeclaredField[] = [
	version,
	filter,
	count,
	asApp,
	list('Select', '$select', {
		optional: true,
		placeholder: 'e.g. displayName,userPrincipalName',
		help: 'Only these properties. Quicker, and some properties are only returned when named.',
	}),
	text('Expand', '$expand', {
		optional: true,
		placeholder: 'e.g. manager($select=displayName)',
		help: 'Related objects to add to each row',
	}),
	text('Order By', '$orderby', {
		optional: true,
		placeholder: 'e.g. displayName desc',
		help: 'Property to sort by. Not every kind of object can be sorted, and often not together with a filter.',
	}),
	text('Search', '$search', {
		optional: true,
		placeholder: 'e.g. "displayName:jane"',
		help: 'Words to search for, with the double quotes. Switch on Advanced Query as well for users and groups.',
	}),
	text('Format', '$format', {
		optional: true,
		placeholder: 'e.g. application/json',
		help: 'Form in which Graph answers. Only some usage reports need it.',
	}),
	toggle('Look Up Tenants', 'ReverseTenantLookup', {
		optional: true,
		help: 'Whether to add TenantInfo to each row, looked up from a tenant ID that the row holds',
	}),
	text('Property With Tenant ID', 'ReverseTenantLookupProperty', {
		optional: true,
		default: 'tenantId',
		placeholder: 'e.g. homeTenantId',
		help: 'Where in a row that tenant ID stands. Only used together with Look Up Tenants.',
	}),
];

const secret = ['Results[].key', 'Results[].credentials[].passwordBase64'];

export const graphRequest = resource('Graph Request', 'graphRequest', 'getMany', {
	getMany: read('ListGraphRequest', {
		name: 'Get Many',
		action: 'Get many objects from microsoft graph',
		help: 'Reads any list of Microsoft Graph, for one tenant or for all. All pages are read. For all tenants CIPP collects in the background and keeps the rows for an hour; a tenant that failed is one row with CippException.',
		role: 'CIPP.Core.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		omits: {
			graphFilter: 'an older spelling of $filter',
			expand: 'an older spelling of $expand',
			manualPagination: 'CIPP follows the pages itself',
			nextLink: 'only works together with manualPagination',
			QueueId: 'CIPP finds its own job again',
			QueueNameOverride: 'only names the job in the portal',
			IgnoreErrors: 'turns a failure into a success',
			Sort: "hides the text of Graph's errors; Order By sorts",
		},
		fields: [
			endpoint,
			...shaping,
			number('Page Size', '$top', {
				optional: true,
				default: 999,
				help: 'How many rows CIPP asks for at a time, not how many come back. Most lists allow up to 999.',
			}),
			toggle('Skip Cache', 'SkipCache', {
				optional: true,
				help: 'Whether to ask all tenants at once and wait, instead of a background job. In a large partner this can take longer than ten minutes and fail.',
			}),
		],
		answer: rows(),
		secret,
	}),

	getFirstPage: read('ListGraphRequest', {
		name: 'Get First Page',
		action: 'Get first page from microsoft graph',
		help: 'Reads the first rows of any list of Microsoft Graph in one tenant and stops there, such as the newest sign-ins',
		role: 'CIPP.Core.Read',
		tenant: inQuery(),
		fixed: { query: { NoPagination: 'true' } },
		fields: [
			endpoint,
			number('Rows', '$top', {
				name: 'rowCount',
				required: true,
				default: 50,
				help: 'How many rows the page holds. Most lists allow up to 999.',
			}),
			...shaping,
		],
		answer: rows(),
		secret,
	}),

	count: read('ListGraphRequest', {
		name: 'Count',
		action: 'Count objects in microsoft graph',
		help: 'Counts the rows of a list in one tenant without reading them. The number is the text of the first message.',
		role: 'CIPP.Core.Read',
		tenant: inQuery(),
		fixed: { query: { CountOnly: 'true', $count: 'true' } },
		fields: [endpoint, version, filter, asApp],
		answer: outcome(),
	}),

	getProperties: read('ListGraphRequest', {
		name: 'Get Properties',
		action: 'Get property names from microsoft graph',
		help: "Names the properties that a list's first row has in this tenant, one message each",
		role: 'CIPP.Core.Read',
		tenant: inQuery(),
		fixed: { query: { ListProperties: 'true' } },
		fields: [endpoint, version, filter],
		answer: outcome({ benign: [/^@?[\w.@]+$/] }),
	}),

	getSchema: read('ListGraphSchema', {
		name: 'Get Schema',
		action: 'Get schema of microsoft graph path',
		help: 'Tells which properties and relations a path of Microsoft Graph has, with their types. No tenant is asked.',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [endpoint, { ...version, help: 'Which version of Microsoft Graph is described' }],
		answer: row('Microsoft Graph has no such path'),
	}),

	getBatch: read('ListGraphBulkRequest', {
		name: 'Get Batch',
		action: 'Get batch from microsoft graph',
		help: 'Reads several paths of Microsoft Graph in one call. Each row is one answer: look at its status, since a failed request does not fail the operation, and match it by ID, since the order may differ.',
		role: 'CIPP.Core.Read',
		method: 'POST',
		tenant: inBody(),
		fields: [
			json('Requests', 'requests', {
				required: true,
				placeholder: 'e.g. [{"method":"GET","url":"/users?$top=5"}]',
				help: 'A list of objects, each with the method GET, a path as in the example, and an ID of its own (its key in lower case, its value a text such as "1"). Other methods are skipped. Graph beta answers.',
			}),
			toggle('As Application', 'asApp', {
				name: 'batchAsApp',
				optional: true,
				help: 'Whether to ask with application permissions instead of delegated ones',
			}),
			list('First Page Only', 'noPaginateIds', {
				optional: true,
				placeholder: 'e.g. 1,3',
				help: 'IDs of the requests of which one page is enough. Of all others every page is read.',
			}),
		],
		answer: rows('id', 'status', 'body'),
		secret: ['[].body.key', '[].body.credentials[].passwordBase64'],
	}),

	resolveObjects: read('ListDirectoryObjects', {
		name: 'Resolve Object IDs',
		action: 'Resolve objects of microsoft graph',
		help: 'Looks up what users, groups, apps or devices stand behind object IDs. The objects are in the value column; IDs that are not known are missing there.',
		role: 'CIPP.Core.Read',
		method: 'POST',
		tenant: inBody(),
		omits: { partnerLookup: 'choose the partner tenant as the tenant instead' },
		fields: [
			list('Object IDs', 'ids', {
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'The object IDs to look up. Separate several with commas.',
			}),
			text('Select', '$select', {
				name: 'selectProperties',
				optional: true,
				placeholder: 'e.g. displayName,mail',
				help: 'Only these properties, separated by commas',
			}),
			toggle('As Application', 'asApp', {
				name: 'batchAsApp',
				optional: true,
				help: 'Whether to ask with application permissions instead of delegated ones',
			}),
		],
		answer: row('CIPP gave no objects'),
	}),

	profile: read('ExecGraphRequestProfile', {
		name: 'Profile',
		action: 'Profile request to microsoft graph',
		help: 'Measures how long a request takes step by step. CIPP runs it three times.',
		role: 'CIPP.Core.Read',
		does: '(no Mode)',
		tenant: inQuery(),
		omits: {
			graphFilter: 'an older spelling of $filter',
			expand: 'an older spelling of $expand',
			manualPagination: 'the timing is that of a whole call',
		},
		fields: [
			endpoint,
			version,
			filter,
			count,
			...shaping.filter(({ wire }) =>
				['$select', '$expand', '$orderby', '$search', '$format'].includes(wire),
			),
			number('Page Size', '$top', {
				optional: true,
				default: 100,
				help: 'How many rows a page holds',
			}),
		],
		answer: row('CIPP measured nothing'),
	}),

	getDiagnostics: read('ExecGraphRequestProfile', {
		name: 'Get Diagnostics',
		action: 'Get diagnostics of microsoft graph client',
		help: "Reads the counters of CIPP's connection to Microsoft Graph: requests, retries, cached tokens",
		role: 'CIPP.Core.Read',
		does: 'Diagnostics',
		tenant: null,
		fixed: { query: { Mode: 'Diagnostics' } },
		omits: { tenantFilter: 'the counters are those of the whole instance' },
		fields: [
			toggle('Reset Counters', 'Reset', {
				optional: true,
				help: 'Whether the counters start at zero again afterwards',
			}),
		],
		answer: row('CIPP gave no counters'),
	}),
});
