import { identity, jsonText, needsFullAccess } from '../fields/protection-fields';
import {
	change,
	choice,
	compliance,
	destroy,
	exchangeRow,
	gone,
	inBody,
	inCompliance,
	inQuery,
	inSteps,
	json,
	list,
	lookingAgain,
	multiline,
	number,
	outcome,
	read,
	resource,
	rows,
	type Look,
	type Wanted,
} from '../vocabulary';

const role = 'Security.DlpCompliancePolicy.ReadWrite';
const thePolicy = identity(
	'Policy',
	'Identity',
	'Name of the policy, or the column Guid of Get Many',
);

const policyIs = (where: Look['where'], columns: Record<string, Wanted> = {}): Look =>
	compliance(exchangeRow('Get-DlpCompliancePolicy', {}, where, columns));

/** It goes in the background, and is listed for minutes. */
const notPending = /^(?!PendingDeletion)/;

export const dlpModes = [
	{ value: 'Enable', label: 'On' },
	{ value: 'Disable', label: 'Off' },
	{ value: 'TestWithNotifications', label: 'Test With Policy Tips' },
	{ value: 'TestWithoutNotifications', label: 'Test Silently' },
];

export const dlpPolicy = resource('Data Loss Prevention Policy', 'dlpPolicy', 'getMany', {
	getMany: read('ListDlpCompliancePolicy', {
		name: 'Get Many',
		action: 'Get many data loss prevention policies',
		help: "Lists a tenant's DLP policies with their rules, slowly and live from Purview. An empty list can also mean that Purview was not reached.",
		role: 'Security.DlpCompliancePolicy.Read',
		tenant: inQuery(),
		fields: [],
		answer: lookingAgain(
			rows(
				'Guid',
				'Name',
				'Mode',
				'Enabled',
				'Workload',
				'Priority',
				'RuleCount',
				'Comment',
				'WhenCreatedUTC',
			),
			inCompliance,
		),
	}),

	deploy: change('AddDlpCompliancePolicy', {
		name: 'Deploy',
		action: 'Deploy data loss prevention policy',
		help: `Makes a policy with its rules, or alters the one of that name. ${needsFullAccess}`,
		role,
		tenant: inBody('selectedTenants', { form: 'labelValues' }),
		warns:
			'A policy of the same name is altered: locations are added, never taken away, and its rules are overwritten',
		fields: [
			jsonText(
				'Policy (JSON)',
				'The policy with Name, Mode, locations and RuleParams (one rule or a list), such as a row of DLP Policy Template: Get Many. Unknown fields are dropped.',
				'e.g. {"Name":"Credit Cards","Mode":"TestWithoutNotifications","ExchangeLocation":["All"],"RuleParams":[]}',
			),
		],
		answer: inSteps(
			outcome({ failing: [/was not created/i, /built-in and cannot be modified/i] }),
			'the DLP policies of the tenants',
		),
		look: policyIs({ Name: '{PowerShellCommand.Name}' }),
	}),

	update: change('EditDlpCompliancePolicy', {
		name: 'Update',
		action: 'Update data loss prevention policy',
		help: 'Switches a policy on, off or to testing, or alters other settings. Look at it afterwards, since CIPP can report success when Purview was not reached.',
		role,
		tenant: inQuery(),
		omits: {
			State: "Microsoft's command knows no such switch; Mode does it",
			Name: 'stands for Identity, which is always sent',
		},
		fields: [
			thePolicy,
			json('Other Parameters (JSON)', 'parameters', {
				optional: true,
				placeholder: 'e.g. {"RemoveExchangeLocation":["jane@contoso.com"]}',
				help: 'More parameters of Set-DlpCompliancePolicy, as an object. The other options win.',
			}),
			choice('Mode', 'parameters.Mode', dlpModes, {
				optional: true,
				default: 'TestWithoutNotifications',
				help: 'Whether the policy works, is tried out or is off',
			}),
			multiline('Comment', 'parameters.Comment', {
				optional: true,
				placeholder: 'e.g. Asked for in TICKET-4711',
				help: 'Note kept with the policy',
			}),
			number('Priority', 'parameters.Priority', {
				optional: true,
				placeholder: 'e.g. 0',
				help: 'Rank of the policy; 0 comes first',
			}),
			list('Add Exchange Locations', 'parameters.AddExchangeLocation', {
				optional: true,
				placeholder: 'e.g. sales@contoso.com',
				help: 'Groups or mailboxes that the policy covers too; separate several with commas',
			}),
		],
		needsOneOf: ['parameters'],
		answer: outcome(),
		look: policyIs(
			{ 'Name|Guid': '{Identity}' },
			{
				Mode: '{parameters.Mode}',
				Comment: '{parameters.Comment}',
				Priority: '{parameters.Priority}',
			},
		),
	}),

	delete: destroy('RemoveDlpCompliancePolicy', {
		name: 'Delete',
		action: 'Delete data loss prevention policy',
		help: 'Removes a policy and its rules from Purview. List them afterwards, since CIPP can report success when Purview was not reached.',
		role,
		tenant: inQuery(),
		omits: { Name: 'stands for Identity, which is always sent' },
		fields: [thePolicy],
		answer: outcome(),
		look: gone(policyIs({ 'Name|Guid': '{Identity}', Mode: notPending })),
	}),
});
