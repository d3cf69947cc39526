import {
	inSentences,
	change,
	decide,
	destroy,
	gone,
	inList,
	inSteps,
	list,
	oneMore,
	outcome,
	read,
	readBefore,
	resource,
	row,
	rows,
	text,
	toggle,
	unseen,
} from '../vocabulary';
import { ipRange } from '../fields/ip-range';

const role = 'CIPP.Extension.ReadWrite';
const action = (name: string) => ({ query: { Action: name } });
const clientId = text('Client ID', 'ClientId', {
	required: true,
	placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
	help: 'Application ID of the API client',
});
const rights = [
	text('CIPP Role', 'Role', {
		form: 'labelValue',
		required: true,
		placeholder: 'e.g. readonly',
		help: 'Role that decides what the client may do: a built-in or a custom one, no more than you have yourself',
	}),
	list('IP Ranges', 'IpRange', {
		form: 'labelValues',
		required: true,
		matches: ipRange,
		placeholder: 'e.g. 203.0.113.0/24',
		help: 'Addresses from which it may be used, e.g. 203.0.113.0/24, separated by commas. IPv6 without ::, with all eight groups. 0.0.0.0/0 is any.',
	}),
	decide('Enabled', 'Enabled', {
		help: 'Whether the client may be used. It works only after Save to Azure.',
	}),
	decide('MCP Allowed', 'MCPAllowed', {
		help: 'Whether AI clients may use it through MCP. Switching it on changes the app registration for good, and calls can fail until Save to Azure.',
	}),
];

export const apiClient = resource('API Client', 'apiClient', 'getMany', {
	getMany: read('ExecApiClient', {
		name: 'Get Many',
		action: 'Get many API clients',
		help: 'Lists the API clients of CIPP with their roles and allowed addresses',
		role,
		method: 'POST',
		tenant: null,
		fixed: action('List'),
		fields: [],
		answer: rows('ClientId', 'AppName', 'Role', 'IPRange', 'Enabled', 'MCPAllowed'),
	}),

	getAvailable: read('ExecApiClient', {
		name: 'Get Available Apps',
		action: 'Get available apps for API clients',
		help: 'Lists app registrations in Entra ID that could become API clients',
		role,
		method: 'POST',
		tenant: null,
		fixed: action('ListAvailable'),
		fields: [],
		answer: rows('appId', 'displayName', 'id', 'createdDateTime'),
	}),

	getAzureConfiguration: read('ExecApiClient', {
		name: 'Get Azure Configuration',
		action: 'Get azure configuration of API clients',
		help: 'Reads which clients the sign-in of the host lets in, and the address of the API. A text in Enabled is an error.',
		role,
		method: 'POST',
		tenant: null,
		fixed: action('GetAzureConfiguration'),
		fields: [],
		answer: row('CIPP gave no configuration'),
	}),

	create: change('ExecApiClient', {
		name: 'Create',
		action: 'Create API client',
		help: 'Makes a new app registration and API client. Its secret is shown this once only; run Save to Azure afterwards.',
		role,
		tenant: null,
		fixed: action('AddUpdate'),
		fields: [
			text('App Name', 'AppName', {
				required: true,
				placeholder: 'e.g. Reporting',
				help: 'Name of the app registration to make',
			}),
			...rights,
		],
		answer: inSteps(
			outcome({ done: [/^API client (?:created|updated)\b/i, /^MCP resource URIs\b/i] }),
			'the API clients in CIPP and the app registrations of your own tenant',
		),
		look: oneMore(inList('getMany', { AppName: '{AppName}' })),
		secret: inSentences,
	}),

	update: change('ExecApiClient', {
		name: 'Update',
		action: 'Update API client',
		help: 'Sets role, addresses and switches of an API client anew, all of them together. Also takes over an app registration that is no client yet; run Save to Azure afterwards.',
		role,
		tenant: null,
		fixed: action('AddUpdate'),
		omits: { CIPPAPI: 'Reset Secret is an operation of its own' },
		fields: [clientId, ...rights],
		answer: inSteps(
			outcome({ done: [/^API client (?:created|updated)\b/i, /^MCP resource URIs\b/i] }),
			'the API clients in CIPP and the app registrations of your own tenant',
		),
		look: inList('getMany', { ClientId: '{ClientId}' }, { Role: '{Role}', Enabled: '{Enabled}' }),
		secret: inSentences,
	}),

	saveToAzure: destroy('ExecApiClient', {
		name: 'Save to Azure',
		action: 'Save API clients to azure',
		help: "Writes the enabled API clients into the sign-in settings of CIPP's host",
		role,
		tenant: null,
		fixed: action('SaveToAzure'),
		warns:
			'Clients that are not enabled are locked out, with this credential perhaps among them. With none enabled the API is closed to all.',
		fields: [],
		answer: inSteps(
			outcome({ done: [/^API clients saved to Azure/i] }),
			'the API clients in CIPP and the app registrations of your own tenant',
		),
		look: unseen(
			'which clients have to be let in is only known from two lists of CIPP: compare Get Many with Get Azure Configuration',
		),
	}),

	resetSecret: destroy('ExecApiClient', {
		name: 'Reset Secret',
		action: 'Reset secret of API client',
		help: 'Gives an API client a new secret, which is shown this once only',
		role,
		tenant: null,
		fixed: action('ResetSecret'),
		warns:
			'All its old secrets stop working at once, also that of this credential if it is its own.',
		fields: [clientId],
		answer: inSteps(
			outcome(),
			'the API clients in CIPP and the app registrations of your own tenant',
		),
		look: unseen(
			'a secret cannot be read back: whether the old ones are gone stands in the app registration',
		),
		secret: inSentences,
	}),

	repairUri: change('ExecApiClient', {
		name: 'Repair Application URI',
		action: 'Repair application URI of API client',
		help: 'Sets the Application ID URI of the app registration right, without which no token is given',
		role,
		tenant: null,
		fixed: action('RepairUri'),
		fields: [clientId],
		answer: outcome(),
	}),

	delete: destroy('ExecApiClient', {
		name: 'Delete',
		action: 'Delete API client',
		help: 'Removes an API client from CIPP. No answer means that CIPP does not know it.',
		role,
		tenant: null,
		fixed: action('Delete'),
		fields: [
			clientId,
			toggle('Delete App Registration', 'RemoveAppReg', {
				optional: true,
				help: 'Whether to delete the app registration in Entra ID as well',
			}),
		],
		answer: outcome({ done: [/^API client \S+ deleted/i] }),
		look: readBefore(gone(inList('getMany', { ClientId: '{ClientId}' }))),
	}),
});
