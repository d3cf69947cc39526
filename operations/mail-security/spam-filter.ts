import { jsonText, needsFullAccess } from '../fields/protection-fields';
import {
	change,
	destroy,
	inBody,
	inQuery,
	inSteps,
	number,
	outcome,
	read,
	resource,
	rows,
	text,
} from '../vocabulary';

const theFilter = text('Name', 'name', {
	required: true,
	placeholder: 'e.g. Strict',
	help: 'Name of the spam filter, which its rule has to share. The default one has no rule.',
});

export const spamFilter = resource('Spam Filter', 'spamFilter', 'getMany', {
	getMany: read('ListSpamfilter', {
		name: 'Get Many',
		action: 'Get many spam filters',
		help: 'Lists the anti-spam policies of a tenant and whether their rules are on',
		role: 'Exchange.SpamFilter.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows(
			'Name',
			'IsDefault',
			'ruleState',
			'rulePrio',
			'SpamAction',
			'HighConfidenceSpamAction',
			'PhishSpamAction',
			'HighConfidencePhishAction',
			'BulkSpamAction',
			'BulkThreshold',
			'AllowedSenders',
			'AllowedSenderDomains',
		),
	}),

	create: change('AddSpamFilter', {
		name: 'Create',
		action: 'Create spam filter',
		help: `Makes an anti-spam policy and a rule for all accepted domains. ${needsFullAccess}`,
		role: 'Exchange.SpamFilter.ReadWrite',
		tenant: inBody('selectedTenants', { form: 'labelValues' }),
		warns: 'If the rule cannot be made, the policy stays behind without one',
		fields: [
			jsonText(
				'Policy (JSON)',
				'The policy with its name, such as a row of Spam Filter Template: Get Many. The name must be new.',
				'e.g. {"name":"Strict","SpamAction":"Quarantine","BulkThreshold":6}',
			),
			number('Priority', 'Priority', {
				optional: true,
				placeholder: 'e.g. 0',
				help: 'Rank of the rule; 0 comes first. Left out, Exchange decides.',
			}),
		],
		answer: inSteps(outcome(), 'the spam filters of the tenant'),
	}),

	enable: change('EditSpamFilter', {
		name: 'Enable',
		action: 'Enable spam filter',
		help: 'Switches the rule of an anti-spam policy on',
		role: 'Exchange.SpamFilter.ReadWrite',
		tenant: inQuery(),
		fixed: { body: { state: 'enable' } },
		fields: [theFilter],
		answer: outcome(),
	}),

	disable: change('EditSpamFilter', {
		name: 'Disable',
		action: 'Disable spam filter',
		help: 'Switches the rule of an anti-spam policy off, so that the next one works',
		role: 'Exchange.SpamFilter.ReadWrite',
		tenant: inQuery(),
		fixed: { body: { state: 'disable' } },
		fields: [theFilter],
		answer: outcome(),
	}),

	delete: destroy('RemoveSpamfilter', {
		name: 'Delete',
		action: 'Delete spam filter',
		help: 'Removes the rule, then the policy. A policy without a rule of its name stays and fails.',
		role: 'Exchange.Spamfilter.ReadWrite',
		tenant: inQuery(),
		fields: [theFilter],
		answer: inSteps(outcome(), 'the spam filters of the tenant'),
	}),
});
