import {
	inSentences,
	change,
	choice,
	destroy,
	inQuery,
	json,
	list,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	words,
} from '../vocabulary';

const extensionNames = [
	'HaloPSA',
	'NinjaOne',
	'Hudu',
	'Gradient',
	'Sherweb',
	'Pax8',
	'PWPush',
	'HIBP',
	'CFZTNA',
	'GitHub',
];

const chosenInTest = 'a choice of Test Connection';

export const extension = resource('Extension', 'extension', 'getConfiguration', {
	getConfiguration: read('ListExtensionsConfig', {
		name: 'Get Configuration',
		action: 'Get configuration of extensions',
		help: 'Reads the settings of all extensions. Keys show as SentToKeyVault; some that were typed into other fields come in clear text.',
		role: 'CIPP.Extension.Read',
		tenant: null,
		fields: [],
		answer: row('CIPP gave no configuration'),
		secret: ['Sherweb.SubscriptionKey', 'Gradient.vendorKey', 'PWPush.DefaultPassphrase'],
	}),

	replaceConfiguration: destroy('ExecExtensionsConfig', {
		name: 'Replace Configuration',
		action: 'Replace configuration of extensions',
		help: 'Stores the settings of all extensions anew. Start from Get Configuration, change what has to change, and pass on everything else.',
		role: 'CIPP.Extension.ReadWrite',
		tenant: null,
		isOpen: true,
		warns:
			'Settings that are not given are lost, and extensions without Enabled stop their syncs. Saving can also overwrite the CIPP address that stands in notifications and webhooks.',
		fields: extensionNames.map((name) =>
			json(name, name, {
				required: true,
				placeholder: 'e.g. {"Enabled":false}',
				help: `All settings of ${name} as an object. An APIKey of SentToKeyVault keeps the key that is stored.`,
			}),
		),
		answer: outcome(),
	}),

	test: read('ExecExtensionTest', {
		name: 'Test Connection',
		action: 'Test connection of extension',
		help: 'Checks whether an extension reaches its service with the stored settings, without changing anything there',
		role: 'CIPP.Extension.Read',
		does: 'HaloPSA',
		method: 'POST',
		tenant: null,
		omits: {
			'CIPP-API': 'cannot be tested, as CIPP answers',
			NinjaOne: chosenInTest,
			Hudu: chosenInTest,
			Sherweb: chosenInTest,
			HIBP: chosenInTest,
			GitHub: chosenInTest,
		},
		fields: [
			choice(
				'Extension',
				'extensionName',
				words('HaloPSA', 'NinjaOne', 'Hudu', 'Sherweb', 'HIBP', 'GitHub'),
				{
					in: 'query',
					required: true,
					default: 'HaloPSA',
					help: 'Which extension to test',
				},
			),
		],
		answer: outcome(),
	}),

	testGradient: change('ExecExtensionTest', {
		name: 'Activate Gradient',
		action: 'Activate gradient extension',
		help: 'Connects to Gradient and switches the integration to active there',
		role: 'CIPP.Extension.Read',
		tenant: null,
		fixed: { query: { extensionName: 'Gradient' } },
		fields: [],
		answer: outcome(),
	}),

	testPasswordPusher: change('ExecExtensionTest', {
		name: 'Test Password Pusher',
		action: 'Test password pusher extension',
		help: 'Creates a real test link in Password Pusher and returns it',
		role: 'CIPP.Extension.Read',
		tenant: null,
		fixed: { query: { extensionName: 'PWPush' } },
		fields: [],
		answer: outcome({ failing: [/is not enabled/i] }),
		secret: inSentences,
	}),

	syncTenant: change('ExecExtensionSync', {
		name: 'Sync Tenant',
		action: 'Sync tenant with ninjaone',
		help: 'Sends the data of one tenant to NinjaOne, in the background. The tenant has to be mapped.',
		role: 'CIPP.Extension.ReadWrite',
		tenant: inQuery('TenantID', { form: 'customerId' }),
		fixed: { query: { Extension: 'NinjaOne' } },
		fields: [],
		answer: outcome({ onlyQueues: true }),
	}),

	syncAll: change('ExecExtensionSync', {
		name: 'Sync All Tenants',
		action: 'Sync all tenants with extension',
		help: 'Sends the data of all mapped tenants to an extension, in the background. No answer at all means that Gradient is not enabled with billing.',
		role: 'CIPP.Extension.ReadWrite',
		actsEverywhere: true,
		tenant: null,
		omits: { TenantID: 'this is about all tenants' },
		fields: [
			choice('Extension', 'Extension', words('Gradient', 'NinjaOne', 'Hudu'), {
				in: 'query',
				required: true,
				help: 'Which extension to sync. For Hudu the tasks of all tenants are planned anew.',
			}),
		],
		answer: outcome({ onlyQueues: true }),
	}),

	getSyncs: read('ListExtensionSync', {
		name: 'Get Syncs',
		action: 'Get syncs of extensions',
		help: 'Lists when the extensions sync which tenant, and how the last time went. NinjaOne is not among them.',
		role: 'CIPP.Extension.Read',
		tenant: null,
		fields: [],
		answer: rows(
			'RowKey',
			'Tenant',
			'Name',
			'SyncType',
			'ScheduledTime',
			'ExecutedTime',
			'RepeatsEvery',
			'Results',
		),
	}),

	getCache: read('ListExtensionCacheData', {
		name: 'Get Cache',
		action: 'Get cache of extensions',
		help: 'Reads the old cache of a tenant for extensions. Current releases of CIPP hardly fill it any more.',
		role: 'CIPP.Core.Read',
		tenant: inQuery(),
		fields: [
			list('Data Types', 'dataTypes', {
				optional: true,
				placeholder: 'e.g. Users,Devices',
				help: 'Only these types of data, separated by commas. All if left out.',
			}),
		],
		answer: row('The cache holds nothing'),
	}),

	clearHibpKey: destroy('ExecExtensionClearHIBPKey', {
		name: 'Clear HIBP Key',
		action: 'Clear key of have I been pwned',
		help: 'Deletes the API key of Have I Been Pwned. Addresses cannot be checked for breaches until there is a new one.',
		role: 'CIPP.Extension.ReadWrite',
		tenant: null,
		fields: [],
		answer: outcome(),
	}),

	createHaloTestTicket: change('ExecHaloPSATestTicket', {
		name: 'Create HaloPSA Test Ticket',
		action: 'Create test ticket in halo',
		help: 'Opens a ticket in HaloPSA that is as real as any other, to see whether alerts would arrive; the first client that is mapped gets it',
		role: 'CIPP.Extension.ReadWrite',
		tenant: null,
		fields: [],
		answer: outcome({ failing: [/is not enabled/i] }),
	}),

	getHaloClients: read('ListHaloClients', {
		name: 'Get HaloPSA Clients',
		action: 'Get clients of halo',
		help: 'Lists the clients in HaloPSA with their numbers',
		role: 'CIPP.Extension.Read',
		tenant: null,
		fields: [],
		answer: rows('label', 'value'),
	}),
});

export const extensionMapping = resource('Extension Mapping', 'extensionMapping', 'getMany', {
	getMany: read('ExecExtensionMapping', {
		name: 'Get Many',
		action: 'Get many extension mappings',
		help: 'Reads which tenant belongs to which company of an extension. Mappings holds the pairs, Companies what there is; a company with the value -1 says that the connection failed.',
		role: 'CIPP.Extension.ReadWrite',
		does: 'List',
		method: 'POST',
		tenant: null,
		bodyIsList: true,
		omits: {
			TenantId: 'stands in the entries of Mappings',
			IntegrationId: 'stands in the entries of Mappings',
			IntegrationName: 'stands in the entries of Mappings',
		},
		fields: [
			choice('Extension', 'List', words('HaloPSA', 'NinjaOne', 'Hudu', 'Sherweb'), {
				name: 'mappedExtension',
				in: 'query',
				required: true,
				default: 'HaloPSA',
				help: 'Whose mappings to read',
			}),
		],
		answer: row('CIPP gave no mappings'),
	}),

	getFields: read('ExecExtensionMapping', {
		name: 'Get Fields',
		action: 'Get fields of extension mapping',
		help: 'Reads which fields an extension offers for data of CIPP, and how they are mapped',
		role: 'CIPP.Extension.ReadWrite',
		does: 'List',
		method: 'POST',
		tenant: null,
		bodyIsList: true,
		fields: [
			choice(
				'Fields Of',
				'List',
				[
					{
						value: 'HaloPSAFields',
						label: 'HaloPSA',
						help: 'Ticket types, outcomes and priorities',
					},
					{ value: 'NinjaOneFields', label: 'NinjaOne' },
					{ value: 'HuduFields', label: 'Hudu' },
					{ value: 'PWPushFields', label: 'Password Pusher', help: 'Accounts' },
				],
				{
					name: 'fieldsOf',
					in: 'query',
					required: true,
					default: 'HaloPSAFields',
					help: 'Whose fields to read',
				},
			),
			text('Ticket Type', 'TicketType', {
				in: 'query',
				optional: true,
				placeholder: 'e.g. 1',
				help: 'Number of the ticket type whose outcomes and priorities to read. Only for HaloPSA.',
			}),
		],
		answer: row('CIPP gave no fields'),
	}),

	replaceAll: destroy('ExecExtensionMapping', {
		name: 'Replace All',
		action: 'Replace all extension mappings',
		help: 'Stores which tenant belongs to which company. All earlier mappings of the extension are deleted first.',
		role: 'CIPP.Extension.ReadWrite',
		does: 'AddMapping (tenants)',
		tenant: null,
		warns:
			'Give every mapping, not only new ones: Get Many has those that are there. CIPP takes tenant IDs as they are and deletes the old mappings before it looks at the new ones.',
		fields: [
			choice('Extension', 'AddMapping', words('HaloPSA', 'NinjaOne', 'Hudu', 'Sherweb'), {
				name: 'replacedExtension',
				in: 'query',
				required: true,
				help: 'Whose mappings to replace',
			}),
			json('Mappings', '', {
				name: 'mappings',
				required: true,
				notEmpty: true,
				placeholder:
					'e.g. [{"TenantId":"1c2d3e4f-0000-4000-8000-000000000000","IntegrationId":"42","IntegrationName":"Contoso"}]',
				help: 'JSON list of all mappings: customer ID of the tenant, number and name of the company',
			}),
		],
		answer: outcome({ failing: [/^mapping api failed/i] }),
	}),

	setFields: change('ExecExtensionMapping', {
		name: 'Set Fields',
		action: 'Set fields of extension mapping',
		help: 'Says which field of an extension takes which data of CIPP. Fields that are not named stay as they are.',
		role: 'CIPP.Extension.ReadWrite',
		does: 'AddMapping (…Fields)',
		tenant: null,
		fields: [
			choice(
				'Fields Of',
				'AddMapping',
				[
					{ value: 'HuduFields', label: 'Hudu' },
					{ value: 'NinjaOneFields', label: 'NinjaOne' },
				],
				{ name: 'fieldsSetOf', in: 'query', required: true, help: 'Whose fields to set' },
			),
			json('Fields', '', {
				name: 'mappedFields',
				required: true,
				notEmpty: true,
				placeholder: 'e.g. {"Users":{"value":"12","label":"People"}}',
				help: 'JSON object: name of the field in CIPP as Get Fields shows it, with value and label of the field of the extension. A value of null takes a mapping away.',
			}),
		],
		answer: outcome({ failing: [/^mapping api failed/i] }),
	}),

	autoMap: change('ExecExtensionMapping', {
		name: 'Map Automatically',
		action: 'Map extension automatically',
		help: 'Pairs tenants with companies of the same name. NinjaOne does it in the background, also by devices; pairs that HaloPSA has already stay.',
		role: 'CIPP.Extension.ReadWrite',
		does: 'AutoMapping',
		tenant: null,
		bodyIsList: true,
		fields: [
			choice('Extension', 'AutoMapping', words('HaloPSA', 'NinjaOne'), {
				name: 'autoMappedExtension',
				in: 'query',
				required: true,
				help: 'Which extension to map',
			}),
		],
		answer: outcome({ failing: [/^mapping api failed/i, /^no azure tenant ids were found/i] }),
	}),
});
