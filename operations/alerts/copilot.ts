import {
	butUnread,
	change,
	choice,
	inBody,
	inGraph,
	inQuery,
	lookingAgain,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	words,
	type Choice,
} from '../vocabulary';

const period = choice('Period', 'period', words('D7', 'D30', 'D90', 'D180', 'ALL'), {
	optional: true,
	default: 'D30',
	help: 'Over how many days, D30 if left out',
});

const notConfigured: Choice = {
	value: 'clear',
	label: 'Not Configured',
	help: 'Microsoft decides again',
};

const role = 'Tenant.Standards.ReadWrite';

export const copilot = resource('Copilot', 'copilot', 'getSettings', {
	getSettings: read('ListCopilotSettings', {
		name: 'Get Settings',
		action: 'Get Copilot settings',
		help: 'Lists the Copilot settings of a tenant. Go by value: for pictures and web search the state may tell the opposite.',
		role: 'Tenant.Standards.Read',
		tenant: inQuery(),
		fields: [],
		answer: butUnread(rows('setting', 'settingId', 'value', 'state'), { state: /^Unable to read/ }),
	}),

	setSetting: change('ExecCopilotSettings', {
		name: 'Set Setting',
		action: 'Set Copilot setting',
		help: 'Turns one of the plain Copilot settings of a tenant on or off. CIPP needs delegated rights for it.',
		role,
		tenant: inBody(),
		fields: [
			choice(
				'Setting',
				'settingId',
				[
					{
						value: 'microsoft.copilot.copilotchatpinning',
						label: 'Pin Copilot Chat',
						help: 'Shows Copilot Chat in the navigation of apps',
					},
					{
						value: 'microsoft.copilot.blockaccesstoopenfiles',
						label: 'Block Access to Open Files',
						help: 'On means that Copilot does not look into open files',
					},
					{
						value: 'microsoft.copilot.allowinadmincenters',
						label: 'Allow in Admin Centers',
					},
				],
				{
					required: true,
					help: 'Which setting to change',
				},
			),
			choice(
				'Value',
				'value',
				[{ value: '1', label: 'On' }, { value: '0', label: 'Off' }, notConfigured],
				{
					required: true,
					help: 'What the setting becomes',
				},
			),
		],
		answer: outcome(),
	}),

	setImages: change('ExecCopilotSettings', {
		name: 'Set Image Generation',
		action: 'Set Copilot image generation',
		help: 'Decides whether people may have Copilot make pictures. The sentence that CIPP answers may say the opposite.',
		role,
		tenant: inBody(),
		fixed: { body: { settingId: 'microsoft.copilot.imagegeneration' } },
		fields: [
			choice(
				'Image Generation',
				'value',
				[{ value: '0', label: 'Allowed' }, { value: '1', label: 'Turned Off' }, notConfigured],
				{
					name: 'imageGeneration',
					required: true,
					help: 'Microsoft counts the other way round here: 1 turns it off',
				},
			),
		],
		answer: outcome(),
	}),

	setWebSearch: change('ExecCopilotSettings', {
		name: 'Set Web Search',
		action: 'Set Copilot web search',
		help: 'Decides where Copilot may search the web. The sentence that CIPP answers may say something else.',
		role,
		tenant: inBody(),
		fixed: { body: { settingId: 'microsoft.copilot.allowwebsearch' } },
		fields: [
			choice(
				'Web Search',
				'value',
				[
					{ value: '0', label: 'Allowed Everywhere' },
					{ value: '1', label: 'Turned Off Everywhere' },
					{ value: '2', label: 'Only in Chat', help: 'Turned off in Work mode' },
					notConfigured,
				],
				{ name: 'webSearch', required: true, default: '0', help: 'Where searching is allowed' },
			),
		],
		answer: outcome(),
	}),

	getAdoption: read('ListCopilotUsage', {
		name: 'Get Adoption',
		action: 'Get Copilot adoption',
		help: 'Lists for each app how many people may use Copilot and how many do. Empty figures mean no data, not zero.',
		role: 'Tenant.Standards.Read',
		tenant: inQuery(),
		fixed: { query: { Type: 'Adoption' } },
		fields: [period],
		answer: lookingAgain(
			rows('product', 'enabledUsers', 'activeUsers'),
			inGraph("copilot/reports/getMicrosoft365CopilotUserCountSummary(period='{period|D30}')"),
		),
	}),

	getTrend: read('ListCopilotUsage', {
		name: 'Get Trend',
		action: 'Get Copilot trend',
		help: 'Lists for each day how many people used Copilot, app by app. No rows can also mean that CIPP may not read it.',
		role: 'Tenant.Standards.Read',
		tenant: inQuery(),
		fixed: { query: { Type: 'Trend' } },
		fields: [period],
		answer: lookingAgain(
			rows('reportDate', 'anyAppActive', 'anyAppEnabled', 'teamsActive'),
			inGraph("copilot/reports/getMicrosoft365CopilotUserCountTrend(period='{period|D30}')"),
		),
	}),

	getUserUsage: read('ListCopilotUsage', {
		name: 'Get User Usage',
		action: 'Get Copilot user usage',
		help: 'Lists when each user last used Copilot in which app. Names are hidden if the tenant conceals them in reports.',
		role: 'Tenant.Standards.Read',
		tenant: inQuery(),
		fixed: { query: { Type: 'UserDetail' } },
		fields: [period],
		answer: lookingAgain(
			rows(
				'userPrincipalName',
				'displayName',
				'lastActivityDate',
				'copilotChat',
				'teams',
				'word',
				'excel',
				'powerPoint',
				'outlook',
				'oneNote',
				'loop',
			),
			inGraph("copilot/reports/getMicrosoft365CopilotUsageUserDetail(period='{period|D30}')"),
		),
	}),

	getManyAgents: read('ListAgent365Packages', {
		name: 'Get Many Agents',
		action: 'Get many Copilot agents',
		help: 'Lists the agents and apps in the agent catalog of a tenant. It needs a Microsoft Agent 365 license.',
		role: 'Tenant.Standards.Read',
		tenant: inQuery(),
		fields: [
			text('OData Filter', 'Filter', {
				optional: true,
				placeholder: "e.g. displayName eq 'Sales Helper'",
				help: 'Only agents that match, without $filter= in front',
			}),
		],
		answer: rows(
			'id',
			'displayName',
			'type',
			'shortDescription',
			'isBlocked',
			'availableTo',
			'deployedTo',
			'lastModifiedDateTime',
			'publisher',
			'version',
		),
	}),

	getAgent: read('ListAgent365PackageDetail', {
		name: 'Get Agent',
		action: 'Get Copilot agent',
		help: 'Reads one agent with who may use it and what it is made of. It needs a Microsoft Agent 365 license.',
		role: 'Tenant.Standards.Read',
		tenant: inQuery(),
		fields: [
			text('Agent ID', 'id', {
				name: 'agentId',
				required: true,
				placeholder: 'e.g. P_1c2d3e4f',
				help: 'The ID from Copilot: Get Many Agents',
			}),
		],
		answer: row('There is no such agent in this tenant'),
	}),
});
