import { identity, jsonText, needsFullAccess } from '../fields/protection-fields';
import {
	change,
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
	outcome,
	read,
	resource,
	rows,
	toggle,
	unseenIf,
	type DeclaredField,
	type Look,
	type Wanted,
} from '../vocabulary';

const role = 'Security.RetentionCompliancePolicy.ReadWrite';
const thePolicy = identity(
	'Policy',
	'Identity',
	'Name of the policy, or the column Guid of Get Many',
);
const nameToo = { Name: 'stands for Identity, which is always sent' };
const lookAfterwards =
	'Look at it afterwards, since CIPP can report success when Purview was not reached.';
const locations = (label: string, wire: string, help: string): DeclaredField =>
	list(label, wire, {
		optional: true,
		placeholder: 'e.g. jane@contoso.com',
		help: `${help}; separate several with commas`,
	});

const policyIs = (where: Look['where'], columns: Record<string, Wanted> = {}): Look =>
	compliance(exchangeRow('Get-RetentionCompliancePolicy', {}, where, columns));

/** It goes in the background, and is listed for minutes. */
const notPending = /^(?!PendingDeletion)/;

const places = 'the places of a policy are only listed one policy at a time';

export const purviewRetentionPolicy = resource(
	'Retention Policy',
	'purviewRetentionPolicy',
	'getMany',
	{
		getMany: read('ListRetentionCompliancePolicy', {
			name: 'Get Many',
			action: 'Get many retention policies',
			help: "Lists a tenant's Purview retention policies. What they cover stands in Workload; an empty list can also mean that Purview was not reached.",
			role: 'Security.RetentionCompliancePolicy.Read',
			tenant: inQuery(),
			fields: [],
			answer: lookingAgain(
				rows(
					'Guid',
					'Name',
					'Enabled',
					'Mode',
					'Workload',
					'RestrictiveRetention',
					'RuleCount',
					'Comment',
				),
				inCompliance,
			),
		}),

		deploy: destroy('AddRetentionCompliancePolicy', {
			name: 'Deploy',
			action: 'Deploy retention policy',
			help: `Makes a retention policy with its rule, or alters the one of that name. ${needsFullAccess}`,
			role,
			tenant: inBody('selectedTenants', { form: 'labelValues' }),
			warns:
				'RestrictiveRetention locks a policy: nobody can ever loosen or delete it again. An action of Delete or KeepAndDelete makes Microsoft delete what is older.',
			fields: [
				jsonText(
					'Policy (JSON)',
					'The policy with Name, locations and RuleParams (one rule), such as a row of Retention Policy Template: Get Many. Leave the locations out to alter one that exists, since Microsoft refuses those it has already.',
					'e.g. {"Name":"Keep 7 Years","Enabled":true,"ExchangeLocation":["All"],"RuleParams":{"RetentionDuration":2555,"RetentionComplianceAction":"Keep"}}',
				),
			],
			answer: inSteps(outcome(), 'the retention policies of the tenants'),
			look: policyIs({ Name: '{PowerShellCommand.Name}' }),
		}),

		enable: change('EditRetentionCompliancePolicy', {
			name: 'Enable',
			action: 'Enable retention policy',
			help: `Switches a retention policy on. ${lookAfterwards}`,
			role,
			tenant: inQuery(),
			fixed: { body: { State: 'enable' } },
			omits: nameToo,
			fields: [thePolicy],
			answer: outcome(),
			look: policyIs({ 'Name|Guid': '{Identity}' }, { Enabled: true }),
		}),

		disable: change('EditRetentionCompliancePolicy', {
			name: 'Disable',
			action: 'Disable retention policy',
			help: `Switches a retention policy off, so that it keeps nothing any more. ${lookAfterwards}`,
			role,
			tenant: inQuery(),
			fixed: { body: { State: 'disable' } },
			omits: nameToo,
			fields: [thePolicy],
			answer: outcome(),
			look: policyIs({ 'Name|Guid': '{Identity}' }, { Enabled: false }),
		}),

		update: change('EditRetentionCompliancePolicy', {
			name: 'Update',
			action: 'Update retention policy',
			help: `Alters the comment or the reach of a retention policy. ${lookAfterwards}`,
			role,
			worse: [
				{
					effect: 'destroy',
					when: 'mailboxes are no longer covered',
					sent: { 'parameters.RemoveExchangeLocation': /\w/ },
				},
			],
			tenant: inQuery(),
			omits: nameToo,
			fields: [
				thePolicy,
				json('Other Parameters (JSON)', 'parameters', {
					optional: true,
					placeholder: 'e.g. {"AddSharePointLocation":["https://contoso.sharepoint.com/sites/hr"]}',
					help: 'More parameters of Set-RetentionCompliancePolicy, as an object. RestrictiveRetention locks the policy for ever. The other options win.',
				}),
				multiline('Comment', 'parameters.Comment', {
					optional: true,
					placeholder: 'e.g. Asked for in TICKET-4711',
					help: 'Note kept with the policy',
				}),
				locations(
					'Add Exchange Locations',
					'parameters.AddExchangeLocation',
					'Mailboxes that it covers too',
				),
				locations(
					'Remove Exchange Locations',
					'parameters.RemoveExchangeLocation',
					'Mailboxes that it no longer covers',
				),
			],
			needsOneOf: ['parameters'],
			answer: outcome(),
			look: [
				policyIs({ 'Name|Guid': '{Identity}' }, { Comment: '{parameters.Comment}' }),
				unseenIf('parameters.AddExchangeLocation', places),
				unseenIf('parameters.RemoveExchangeLocation', places),
			],
		}),

		delete: destroy('RemoveRetentionCompliancePolicy', {
			name: 'Delete',
			action: 'Delete retention policy',
			help: `Removes a retention policy, so that what it kept can be deleted. ${lookAfterwards}`,
			role,
			tenant: inQuery(),
			omits: nameToo,
			fields: [
				thePolicy,
				toggle('Force Deletion', 'ForceDeletion', {
					optional: true,
					help: 'Whether to delete it even if Purview hesitates, such as when it failed to be rolled out',
				}),
			],
			answer: outcome(),
			look: gone(policyIs({ 'Name|Guid': '{Identity}', Mode: notPending })),
		}),
	},
);
