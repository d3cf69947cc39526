import { ruleName } from '../fields/protection-fields';
import { change, inQuery, outcome, read, resource, rows } from '../vocabulary';

export const antiPhishing = resource('Anti-Phishing', 'antiPhishing', 'getMany', {
	getMany: read('ListAntiPhishingFilters', {
		name: 'Get Many',
		action: 'Get many phishing filters',
		help: 'Shows each anti-phishing policy with the rule that puts it to work',
		role: 'Exchange.SpamFilter.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows(
			'Name',
			'RuleName',
			'State',
			'Priority',
			'IsDefault',
			'RecipientDomainIs',
			'Enabled',
			'EnableMailboxIntelligence',
			'EnableSpoofIntelligence',
			'EnableTargetedUserProtection',
			'PhishThresholdLevel',
			'AuthenticationFailAction',
		),
	}),

	enable: change('EditAntiPhishingFilter', {
		name: 'Enable',
		action: 'Enable phishing filter',
		help: 'Switches its rule on; the settings stay as they are',
		role: 'Exchange.SpamFilter.ReadWrite',
		tenant: inQuery(),
		fixed: { body: { State: 'Enable' } },
		fields: [ruleName('RuleName')],
		answer: outcome(),
	}),

	disable: change('EditAntiPhishingFilter', {
		name: 'Disable',
		action: 'Disable phishing filter',
		help: 'Switches its rule off, so that the next policy in rank protects these people',
		role: 'Exchange.SpamFilter.ReadWrite',
		tenant: inQuery(),
		fixed: { body: { State: 'Disable' } },
		fields: [ruleName('RuleName')],
		answer: outcome(),
	}),
});
