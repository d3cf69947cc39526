import {
	change,
	choice,
	inQuery,
	json,
	number,
	onOff,
	outcome,
	read,
	resource,
	row,
	rows,
	rowsUnder,
	text,
	toggle,
	words,
} from '../vocabulary';

const cippUser = text('CIPP User', 'user', {
	name: 'cippUser',
	required: true,
	placeholder: 'e.g. jane@msp.example',
	help: 'User principal name of someone who signs in to CIPP. Nothing checks that it is right.',
});

export const instance = resource('CIPP Instance', 'instance', 'ping', {
	ping: read('PublicPing', {
		name: 'Ping',
		action: 'Ping CIPP',
		help: 'Tells whether CIPP is up. It answers anyone, so it proves nothing about the credential.',
		role: 'Public',
		tenant: null,
		fields: [],
		answer: row('CIPP did not answer'),
	}),

	getVersion: read('GetVersion', {
		name: 'Get Version',
		action: 'Get version of CIPP',
		help: 'Reads which version runs, which is the newest, and whether the backend is out of date',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [
			text('Portal Version', 'LocalVersion', {
				optional: true,
				placeholder: 'e.g. 10.8.2',
				help: 'Version of the portal, plain numbers. Without it OutOfDateCIPP may be a false alarm.',
			}),
		],
		answer: row('CIPP gave no version'),
	}),

	getPartner: read('ListPartnerTenantInfo', {
		name: 'Get Partner',
		action: 'Get partner of CIPP',
		help: 'Tells whether the tenant that CIPP lives in is a Microsoft partner, and of which kind',
		since: '10.9',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [],
		answer: row('CIPP could not read its own tenant'),
	}),

	searchDocs: read('ListCippDocs', {
		name: 'Search Documentation',
		action: 'Search documentation of CIPP',
		help: 'Finds sections of the documentation that came with this CIPP, with links',
		since: '10.9',
		role: 'CIPP.Core.Read',
		tenant: null,
		omits: { full: 'Get Documentation Page does it' },
		fields: [
			text('Question', 'query', {
				name: 'question',
				required: true,
				placeholder: 'e.g. how do I set up GDAP',
				help: 'Words or a question',
			}),
			text('Within', 'path', {
				name: 'withinPath',
				optional: true,
				placeholder: 'e.g. user-documentation/identity',
				help: 'Only this part of the documentation, or of the portal',
			}),
			number('At Most', 'limit', {
				name: 'atMost',
				optional: true,
				default: 8,
				help: 'How many sections, 25 at most',
			}),
		],
		answer: rowsUnder('results'),
	}),

	getDocsPage: read('ListCippDocs', {
		name: 'Get Documentation Page',
		action: 'Get documentation page of CIPP',
		help: 'Reads one page of the documentation as a whole',
		since: '10.9',
		role: 'CIPP.Core.Read',
		tenant: null,
		fixed: { query: { full: 'true' } },
		omits: { query: 'not read for a whole page', limit: 'not read for a whole page' },
		fields: [
			text('Page', 'path', {
				name: 'docsPage',
				required: true,
				placeholder: 'e.g. /identity/administration/users',
				help: 'Path from Search Documentation, or of the portal',
			}),
		],
		answer: row('There is no such page', 'error'),
	}),

	getAlerts: read('GetCippAlerts', {
		name: 'Get Notices',
		action: 'Get notices of CIPP',
		help: 'Lists what CIPP wants its administrators to know: updates, maintenance, errors of today',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [
			text('Portal Version', 'localversion', {
				name: 'portalVersion',
				required: true,
				placeholder: 'e.g. 10.8.2',
				help: 'Version of the portal, plain numbers. A lower one than the newest also writes an alert into the log.',
			}),
		],
		answer: rows('title', 'Alert', 'link', 'type', 'Message', 'Severity', 'Tenant', 'API'),
	}),

	testApi: read('ListApiTest', {
		name: 'Test API',
		action: 'Test API of CIPP',
		help: 'Shows what CIPP makes of this credential. AllowedTenants is null if nothing is restricted.',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [],
		answer: row('CIPP did not answer'),
		withheld: ['Request.Headers', 'TriggerMetadata', 'EnvironmentVariables'],
	}),

	getFeatureFlags: read('ListFeatureFlags', {
		name: 'Get Feature Flags',
		action: 'Get feature flags of CIPP',
		help: 'Lists the features that can be switched off, and the endpoints that refuse to work then',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [],
		answer: rows('Id', 'Name', 'Description', 'Enabled', 'AllowUserToggle', 'Endpoints', 'Hidden'),
	}),

	getRoles: read('ListCustomRole', {
		name: 'Get Roles',
		action: 'Get roles of CIPP',
		help: 'Lists the built-in and custom roles of CIPP with their permissions and tenants',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [],
		answer: rows(
			'RoleName',
			'Type',
			'Permissions',
			'AllowedTenants',
			'BlockedTenants',
			'BlockedEndpoints',
			'EntraGroup',
			'IPRange',
		),
	}),

	getVariables: read('ListCustomVariables', {
		name: 'Get Variables',
		action: 'Get variables of CIPP',
		help: 'Lists the %variables% that can stand in templates and scripts, with their values for a tenant',
		role: 'CIPP.Core.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [
			toggle('Names From All Tenants', 'allTenants', {
				name: 'namesFromAllTenants',
				optional: true,
				help: 'Whether to add the names that any tenant has, without values',
			}),
			onOff('Include System Variables', 'includeSystem', {
				optional: true,
				default: true,
				help: 'Whether to list the variables of Windows. They are listed if this is left out.',
			}),
			toggle('Exclude Reserved', 'excludeGlobalReserved', {
				optional: true,
				help: 'Whether to leave out what CIPP itself fills in about partner, instance and system',
			}),
		],
		answer: rows('Name', 'Variable', 'Value', 'Description', 'Type', 'Category', 'Scope'),
		secret: ['Value'],
	}),

	getFunctions: read('ListFunctionParameters', {
		name: 'Get Functions',
		action: 'Get functions of CIPP',
		help: "Lists commands of CIPP's backend with their parameters, for scheduled tasks. Some that are listed cannot be scheduled.",
		role: 'CIPP.Core.Read',
		tenant: null,
		omits: { Compliance: 'only counts for a module that gives rows without names' },
		fields: [
			choice(
				'Module',
				'Module',
				words(
					'CIPPCore',
					'CIPPAlerts',
					'CIPPStandards',
					'CIPPTests',
					'CIPPDB',
					'CippExtensions',
					'CIPPActivityTriggers',
				),
				{
					optional: true,
					default: 'CIPPCore',
					help: 'Only commands of this module. All modules if left out.',
				},
			),
			text('Function', 'Function', {
				optional: true,
				placeholder: 'e.g. Get-CIPP*',
				help: 'Only commands of this name. An asterisk stands for anything.',
			}),
		],
		answer: rows('Function', 'Synopsis', 'Parameters'),
	}),

	getFunctionStatistics: read('ListFunctionStats', {
		name: 'Get Function Statistics',
		action: 'Get function statistics of CIPP',
		help: 'Reads how often background functions ran and how long they took. Current releases collect nothing, so it is usually empty.',
		role: 'CIPP.Core.Read',
		tenant: null,
		omits: { tenantFilter: 'compares with texts that are no longer written' },
		fields: [
			text('Function Type', 'FunctionType', {
				optional: true,
				default: 'Durable',
				help: 'Type of function, with the right capitals. Durable if left out.',
			}),
			number('How Far Back', 'Time', {
				optional: true,
				default: 7,
				help: 'How many units to look back. Only counts together with Unit of Time; a day otherwise.',
			}),
			choice('Unit of Time', 'Interval', words('Days', 'Hours', 'Minutes'), {
				optional: true,
				default: 'Days',
				help: 'What How Far Back counts',
			}),
		],
		answer: row('CIPP gave no statistics'),
	}),

	getReleaseNotes: read('ListGitHubReleaseNotes', {
		name: 'Get Release Notes',
		action: 'Get release notes of CIPP',
		help: 'Lists what the newest 50 releases of CIPP brought',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [],
		answer: rows('name', 'releaseTag', 'publishedAt', 'htmlUrl', 'prerelease', 'body'),
	}),

	getServiceMail: read('ExecMailTest', {
		name: 'Get Service Mail',
		action: 'Get mail of service account',
		help: "Lists the inbox of CIPP's service account with the sender checks of each mail. Slow when the inbox is full.",
		role: 'CIPP.Core.Read',
		does: '(none)',
		tenant: null,
		fields: [],
		answer: rows('Received', 'Subject', 'Sender', 'From', 'Link', 'Headers', 'AuthResult'),
	}),

	checkServiceMail: read('ExecMailTest', {
		name: 'Check Service Mail',
		action: 'Check mail access of service account',
		help: "Tells whether CIPP may read its service account's mail, and its addresses",
		role: 'CIPP.Core.Read',
		tenant: null,
		fixed: { query: { Action: 'CheckConfig' } },
		fields: [],
		answer: row('CIPP did not answer'),
	}),

	getApplication: change('ExecListAppId', {
		name: 'Get Application',
		action: 'Get application of CIPP',
		help: 'Reads the app registration and account with which CIPP works. CIPP also tries to add its own web address to the app registration, which is why this counts as a change.',
		role: 'CIPP.Core.ReadWrite',
		tenant: null,
		fields: [],
		answer: row('CIPP gave no application'),
	}),

	refreshPermissions: change('ExecCPVRefresh', {
		name: 'Refresh Permissions',
		action: 'Refresh permissions of CIPP',
		help: 'Has CIPP renew its permissions in all tenants that need it, in the background. Some hosts answer nothing that tells whether it began.',
		role: 'CIPP.Core.ReadWrite',
		actsEverywhere: true,
		tenant: null,
		fields: [],
		answer: outcome({ onlyQueues: true }),
	}),

	setUserSettings: change('ExecUserSettings', {
		name: 'Replace User Settings',
		action: 'Replace settings of CIPP user',
		help: 'Stores the portal settings of a CIPP user anew; what is not given is lost',
		role: 'CIPP.Core.ReadWrite',
		tenant: null,
		fields: [
			{ ...cippUser, name: 'settingsUser', help: 'User principal name, or allUsers for everyone' },
			json('Settings', 'currentSettings', {
				required: true,
				placeholder: 'e.g. {"usageLocation":{"value":"NL","label":"NL"}}',
				help: 'All settings as an object',
			}),
		],
		answer: outcome(),
	}),

	setBookmarks: change('ExecUserBookmarks', {
		name: 'Replace Bookmarks',
		action: 'Replace bookmarks of CIPP user',
		help: 'Stores the portal bookmarks of a CIPP user anew; the old ones are lost',
		role: 'CIPP.Core.ReadWrite',
		tenant: null,
		fields: [
			cippUser,
			json('Bookmarks', 'currentSettings.bookmarks', {
				required: true,
				placeholder: 'e.g. [{"label":"Users","path":"/identity/administration/users"}]',
				help: 'All bookmarks as a list of objects with label and path',
			}),
		],
		answer: outcome(),
	}),
});
