import { change, inBody, inQuery, outcome, read, resource, rows } from '../vocabulary';

const columns = rows(
	'Tenant',
	'Domain',
	'LastRefresh',
	'MailProvider',
	'ActualSPFRecord',
	'SPFPassAll',
	'MXPassTest',
	'DMARCPresent',
	'DMARCActionPolicy',
	'DNSSECPresent',
	'DKIMEnabled',
	'DkimSelectors',
	'ScorePercentage',
	'ScoreExplanation',
);

export const domainAnalyser = resource('Domain Analyser', 'domainAnalyser', 'getMany', {
	getMany: read('ListDomainAnalyser', {
		name: 'Get Many',
		action: 'Get many analysed domains',
		help: 'Lists the domains of a tenant with the score of their mail records. After a run old rows may come back for 5 minutes.',
		role: 'Tenant.DomainAnalyser.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [],
		answer: columns,
	}),

	getManyStored: read('DomainAnalyser_List', {
		name: 'Get Many Stored',
		action: 'Get many stored analysed domains',
		help: 'Lists the same rows straight from the store, without DKIM selectors. CIPP shows an empty list when it cannot read them.',
		role: 'Tenant.DomainAnalyser.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [],
		answer: columns,
	}),

	run: change('ExecDomainAnalyser', {
		name: 'Run',
		action: 'Run domain analyser',
		help: 'Starts to look at the records of all domains of a tenant anew, and only reads them',
		role: 'Tenant.DomainAnalyser.ReadWrite',
		tenant: inBody('tenantFilter', { form: 'labelValue', allTenants: true }),
		fields: [],
		answer: outcome({ onlyQueues: true, failing: [/^Domain Analyser error/i] }),
	}),
});
