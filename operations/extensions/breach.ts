import { change, inBody, inQuery, outcome, read, resource, rows, text } from '../vocabulary';

export const breach = resource('Breach', 'breach', 'searchAccount', {
	searchAccount: read('ListBreachesAccount', {
		name: 'Search Account',
		action: 'Search breaches of account',
		help: 'Asks outside services in which data leaks an address or domain turns up. A row with rate-limit means: try again after the seconds in Wait.',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [
			text('Email Address or Domain', 'account', {
				required: true,
				placeholder: 'e.g. jane@contoso.com',
				help: 'An address is looked up at Have I Been Pwned, whose key CIPP needs; a domain at a service of CyberDrain. No spaces, # or ?.',
			}),
		],
		answer: rows(
			'Name',
			'Title',
			'Domain',
			'BreachDate',
			'AddedDate',
			'PwnCount',
			'DataClasses',
			'email',
			'password',
			'sources',
			'clientDomain',
			'Wait',
			'rate-limit',
		),
		secret: ['password'],
	}),

	getForTenant: read('ListBreachesTenant', {
		name: 'Get for Tenant',
		action: 'Get breaches of tenant',
		help: 'Lists the leaked accounts that earlier searches found. An empty list can also mean that nobody has searched yet.',
		role: 'CIPP.Core.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [],
		answer: rows('email', 'password', 'sources', 'clientDomain'),
		secret: ['password'],
	}),

	searchTenant: change('ExecBreachSearch', {
		name: 'Search Tenant',
		action: 'Search breaches of tenant',
		help: "Looks all domains of a tenant up in data leaks and stores the finds in CIPP, to read with Get for Tenant. Slow, and CyberDrain's service learns the domains.",
		role: 'CIPP.Core.Read',
		tenant: inBody(),
		fields: [],
		answer: outcome(),
	}),

	getCheckAlerts: read('ListCheckExtAlerts', {
		name: 'Get Check Alerts',
		action: 'Get alerts of check extension',
		help: 'Lists phishing pages that the Check browser extension reported, newest first',
		role: 'CIPP.Core.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [],
		answer: rows(
			'Timestamp',
			'tenantFilter',
			'type',
			'message',
			'url',
			'reason',
			'score',
			'threshold',
			'potentialUserName',
			'potentialUserDisplayName',
			'reportedByIP',
		),
	}),
});
