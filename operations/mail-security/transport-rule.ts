import { identity, jsonText, mustChoose, needsFullAccess } from '../fields/protection-fields';
import { liveRuleSettings } from './transport-rule-fields';
import {
	type Worse,
	change,
	destroy,
	inBody,
	inQuery,
	inSteps,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	words,
} from '../vocabulary';

const deleting: Worse[] = [
	{ effect: 'destroy', when: 'the rule deletes mail', sent: { DeleteMessage: /true/i } },
];

const role = 'Exchange.TransportRule.ReadWrite';
const theRule = (wire: string) =>
	identity('Rule', wire, 'Name of the rule, or the column Guid of Get Many');
const state = mustChoose(
	'State',
	'State',
	words('Enabled', 'Disabled'),
	'Whether the rule works. It is set in any case, so choose what should be true afterwards.',
);

export const transportRule = resource('Transport Rule', 'transportRule', 'getMany', {
	getMany: read('ListTransportRules', {
		name: 'Get Many',
		action: 'Get many transport rules',
		help: 'Lists the mail flow rules of Exchange Online',
		role: 'Exchange.TransportRule.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [],
		answer: rows(
			'Guid',
			'Name',
			'State',
			'Mode',
			'Priority',
			'Description',
			'Comments',
			'WhenChanged',
			'Tenant',
		),
	}),

	get: read('ListTransportRules', {
		name: 'Get',
		action: 'Get transport rule',
		help: 'Reads one mail flow rule with all its conditions and actions',
		role: 'Exchange.TransportRule.Read',
		tenant: inQuery(),
		fields: [theRule('id')],
		answer: row('There is no such rule in this tenant'),
	}),

	create: change('AddEditTransportRule', {
		name: 'Create',
		action: 'Create transport rule',
		help: 'Makes a new mail flow rule. Without a condition it works on all mail.',
		role,
		worse: deleting,
		does: 'create (no ruleId)',
		tenant: inBody(),
		warns:
			'A rule without conditions applies to all mail of the tenant. Text between percent signs is replaced by CIPP variables.',
		omits: {
			ruleId: 'makes it an update, which is an operation of its own',
			Enabled: 'Enable and Disable do this',
			'switch (ruleId + Enabled)': 'Enable and Disable do this',
		},
		fields: [
			text('Name', 'Name', {
				required: true,
				placeholder: 'e.g. Block Auto-Forward',
				help: 'What the rule is called',
			}),
			state,
			...liveRuleSettings,
		],
		answer: inSteps(outcome(), 'the transport rules of the tenant'),
	}),

	update: change('AddEditTransportRule', {
		name: 'Update',
		action: 'Update transport rule',
		help: 'Alters a mail flow rule. What is left out stays, apart from name and state; a list replaces the old one and cannot be emptied.',
		role,
		worse: deleting,
		does: 'edit (ruleId)',
		tenant: inBody(),
		fields: [
			theRule('ruleId'),
			text('Name', 'Name', {
				required: true,
				placeholder: 'e.g. Block Auto-Forward',
				help: 'Name the rule has afterwards; give the present one to keep it',
			}),
			state,
			...liveRuleSettings,
		],
		answer: inSteps(outcome(), 'the transport rules of the tenant'),
	}),

	deploy: change('AddTransportRule', {
		name: 'Deploy',
		action: 'Deploy transport rule',
		help: `Makes a rule from JSON such as a row of Transport Rule Template: Get Many. ${needsFullAccess}`,
		role,
		worse: [
			{
				effect: 'destroy',
				when: 'the rule deletes mail',
				sent: { PowerShellCommand: /DeleteMessage\W+(?:true|1)/i },
			},
		],
		tenant: inBody('selectedTenants', { form: 'labelValues' }),
		warns: 'A rule of the same name is overwritten',
		fields: [
			jsonText(
				'Rule (JSON)',
				'The rule with its name, in the words of New-TransportRule. Data classifications and sender overrides are dropped.',
				'e.g. {"name":"Block Auto-Forward","MessageTypeMatches":"AutoForward","DeleteMessage":true}',
			),
		],
		answer: inSteps(outcome(), 'the transport rules of the tenant'),
	}),

	enable: change('EditTransportRule', {
		name: 'Enable',
		action: 'Enable transport rule',
		help: 'Switches a rule on; the rest of it stays as it is',
		role,
		tenant: inQuery(),
		fixed: { body: { state: 'enable' } },
		fields: [theRule('guid')],
		answer: outcome(),
	}),

	disable: change('EditTransportRule', {
		name: 'Disable',
		action: 'Disable transport rule',
		help: 'Switches a rule off without deleting it',
		role,
		tenant: inQuery(),
		fixed: { body: { state: 'disable' } },
		fields: [theRule('guid')],
		answer: outcome(),
	}),

	delete: destroy('RemoveTransportRule', {
		name: 'Delete',
		action: 'Delete transport rule',
		help: 'Removes a mail flow rule for good',
		role,
		tenant: inQuery(),
		fields: [theRule('guid')],
		answer: outcome(),
	}),
});
