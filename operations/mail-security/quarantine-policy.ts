import { identity, mustChoose, needsFullAccess } from '../fields/protection-fields';
import {
	change,
	choice,
	decide,
	destroy,
	inBody,
	inQuery,
	inSteps,
	onOff,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	type DeclaredField,
} from '../vocabulary';

const thePolicy = identity(
	'Policy',
	'Identity',
	'Name of the policy, or the column Guid of Get Many',
);
const allows = (label: string, wire: string, help: string): DeclaredField =>
	onOff(label, wire, {
		optional: true,
		help: `Whether people may ${help}. Left out, they may not.`,
	});
const settings: DeclaredField[] = [
	decide('Notify Users', 'QuarantineNotification', {
		help: 'Whether people are told of their mail in quarantine',
	}),
	decide('Include Blocked Senders', 'IncludeMessagesFromBlockedSenderAddress', {
		help: 'Whether they are told also of mail from senders they have blocked',
	}),
	choice(
		'Release',
		'ReleaseActionPreference',
		[
			{ value: 'Release', label: 'Release', help: 'People release their mail themselves' },
			{ value: 'RequestRelease', label: 'Request Release', help: 'An administrator has to agree' },
		],
		{
			optional: true,
			default: 'RequestRelease',
			help: 'How people get mail out of quarantine. Left out, they cannot.',
		},
	),
	allows('Block Sender', 'BlockSender', 'block the sender'),
	allows('Allow Sender', 'AllowSender', 'allow the sender'),
	allows('Delete', 'Delete', 'delete the mail'),
	allows('Preview', 'Preview', 'look at the mail'),
];

export const quarantinePolicy = resource('Quarantine Policy', 'quarantinePolicy', 'getMany', {
	getMany: read('ListQuarantinePolicy', {
		name: 'Get Many',
		action: 'Get many quarantine policies',
		help: 'Lists what people may do with their mail in quarantine, policy by policy',
		role: 'Exchange.SpamFilter.Read',
		tenant: inQuery(),
		fixed: { query: { Type: 'QuarantinePolicy' } },
		fields: [],
		answer: rows(
			'Guid',
			'Name',
			'Builtin',
			'QuarantineNotification',
			'ReleaseActionPreference',
			'Release',
			'RequestRelease',
			'BlockSender',
			'AllowSender',
			'Delete',
			'Preview',
		),
	}),

	getGlobal: read('ListQuarantinePolicy', {
		name: 'Get Notification Settings',
		action: 'Get notification settings of quarantine',
		help: 'Reads how often and from which address a tenant tells people of their quarantine',
		role: 'Exchange.SpamFilter.Read',
		tenant: inQuery(),
		fixed: { query: { Type: 'GlobalQuarantinePolicy' } },
		fields: [],
		answer: row('This tenant has no notification settings for its quarantine'),
	}),

	create: change('AddQuarantinePolicy', {
		name: 'Create',
		action: 'Create quarantine policy',
		help: `Makes a new policy, which spam filters can then point to. ${needsFullAccess}`,
		role: 'Exchange.Spamfilter.ReadWrite',
		tenant: inBody('selectedTenants', { form: 'labelValues', allTenants: true }),
		fields: [
			text('Name', 'Name', {
				required: true,
				placeholder: 'e.g. RequestOnly',
				help: 'What the policy is called',
			}),
			...settings,
		],
		answer: inSteps(outcome(), 'the quarantine policies of the tenants'),
	}),

	update: change('EditQuarantinePolicy', {
		name: 'Update',
		action: 'Update quarantine policy',
		help: 'Writes a policy anew. Read it first and give every right that should stay.',
		role: 'Exchange.Spamfilter.ReadWrite',
		does: 'QuarantinePolicy',
		tenant: inQuery(),
		fixed: { query: { Type: 'QuarantinePolicy' }, body: { Action: 'Set' } },
		warns:
			'Rights that are left out are taken away; those to view headers and to download always are',
		fields: [
			thePolicy,
			...settings,
			text('Name in the Answer', 'Name', {
				name: 'answerName',
				optional: true,
				placeholder: 'e.g. RequestOnly',
				help: 'Only stands in the sentence that CIPP answers with; it renames nothing',
			}),
		],
		answer: outcome(),
	}),

	updateGlobal: change('EditQuarantinePolicy', {
		name: 'Update Notification Settings',
		action: 'Update notification settings of quarantine',
		help: 'Sets how a tenant tells people of their quarantine, all of it at once',
		role: 'Exchange.Spamfilter.ReadWrite',
		does: 'GlobalQuarantinePolicy',
		tenant: inQuery(),
		fixed: { query: { Type: 'GlobalQuarantinePolicy' } },
		fields: [
			identity('Settings', 'Identity', 'The column Identity or Guid of Get Notification Settings'),
			mustChoose(
				'Frequency',
				'EndUserSpamNotificationFrequency',
				[
					{ value: 'PT4H', label: 'Every 4 Hours' },
					{ value: 'P1D', label: 'Daily' },
					{ value: 'P7D', label: 'Weekly' },
				],
				'How often people get a summary',
			),
			decide('Organization Branding', 'OrganizationBrandingEnabled', {
				help: 'Whether the summary shows your own logo',
			}),
			text('From Address', 'EndUserSpamNotificationCustomFromAddress', {
				placeholder: 'e.g. helpdesk@contoso.com',
				help: 'Address the summary comes from. Empty clears the present one.',
			}),
		],
		answer: outcome(),
	}),

	delete: destroy('RemoveQuarantinePolicy', {
		name: 'Delete',
		action: 'Delete quarantine policy',
		help: 'Removes a policy, also one that spam filters still point to if Exchange lets it',
		role: 'Exchange.Spamfilter.ReadWrite',
		tenant: inQuery(),
		fields: [
			thePolicy,
			text('Name in the Answer', 'Name', {
				name: 'answerName',
				optional: true,
				placeholder: 'e.g. RequestOnly',
				help: 'Only stands in the sentence that CIPP answers with; it renames nothing',
			}),
		],
		answer: outcome(),
	}),
});
