import {
	anchored,
	change,
	destroy,
	exchangeRow,
	forEach,
	gone,
	has,
	inBody,
	inMailbox,
	inQuery,
	inSteps,
	json,
	lacks,
	list,
	only,
	outcome,
	read,
	resource,
	rows,
	sent,
	text,
	theMailbox,
	type Look,
	type Sent,
	type Wanted,
} from '../vocabulary';

const onlyForTheSentence = "only fills CIPP's sentence";
type Entry = Record<string, unknown>;

const entries = (value: unknown): Entry[] => [value].flat() as Entry[];

/** What is called by its name from now on. */
const named = (value: unknown): Entry[] =>
	entries(value).map((one) => ({ ...one, Name: one.Name ?? one.Identity }));

/** Exchange writes the age as "730.00:00:00". */
const inDays = (days: unknown): string => `${String(days)}.00:00:00`;

const retained = (list: Sent, columns: Record<string, Wanted>): Look =>
	forEach(list, exchangeRow('Get-RetentionPolicy', {}, { Name: '{each.Name}' }, columns));

const policies = {
	role: 'Exchange.RetentionPolicies.ReadWrite',
	tenant: inQuery(),
} as const;

export const retentionPolicy = resource('Retention Policy', 'retentionPolicy', 'getMany', {
	getMany: read('ExecManageRetentionPolicies', {
		name: 'Get Many',
		action: 'Get many retention policies',
		help: "Lists a tenant's retention policies for mailboxes (MRM) with their tags. Those of Purview are others.",
		...policies,
		does: '(none of the three)',
		method: 'POST',
		fields: [
			text('Only This Policy', 'name', {
				name: 'policyName',
				in: 'query',
				optional: true,
				placeholder: 'e.g. Default MRM Policy',
				help: 'Exact name of one policy. Left out, all are listed.',
			}),
		],
		answer: rows(
			'Name',
			'Identity',
			'RetentionPolicyTagLinks',
			'IsDefault',
			'WhenCreated',
			'WhenChanged',
			'Guid',
		),
	}),

	create: change('ExecManageRetentionPolicies', {
		name: 'Create',
		action: 'Create retention policies',
		help: 'Makes new retention policies out of tags that exist already',
		...policies,
		does: 'CreatePolicies',
		fields: [
			json('Policies', 'CreatePolicies', {
				required: true,
				placeholder:
					'e.g. [{"Name":"Two years","RetentionPolicyTagLinks":["2 Year Delete","Recoverable Items 14 days move to archive"]}]',
				help: 'A list, one entry for each policy. Tags are given by name.',
			}),
		],
		answer: outcome(),
		look: retained(sent('CreatePolicies', named), {
			RetentionPolicyTagLinks: has('{each.RetentionPolicyTagLinks}'),
		}),
	}),

	update: change('ExecManageRetentionPolicies', {
		name: 'Update',
		action: 'Update retention policies',
		help: 'Renames retention policies or changes the tags in them',
		...policies,
		does: 'ModifyPolicies',
		fields: [
			json('Changes', 'ModifyPolicies', {
				required: true,
				placeholder: 'e.g. [{"Identity":"Two years","AddTags":["1 Month Delete"]}]',
				help: 'A list, one entry for each policy. Identity is its name; Name renames it. Give AddTags or RemoveTags, not both, or RetentionPolicyTagLinks alone to replace all tags. An empty list of tags is ignored.',
			}),
		],
		answer: outcome(),
		look: [
			retained(sent('ModifyPolicies', named), { RetentionPolicyTagLinks: has('{each.AddTags}') }),
			retained(sent('ModifyPolicies', named), {
				RetentionPolicyTagLinks: lacks('{each.RemoveTags}'),
			}),
			retained(sent('ModifyPolicies', named), {
				RetentionPolicyTagLinks: only('{each.RetentionPolicyTagLinks}'),
			}),
			retained(sent('ModifyPolicies', named), {}),
		],
	}),

	delete: destroy('ExecManageRetentionPolicies', {
		name: 'Delete',
		action: 'Delete retention policies',
		help: 'Removes retention policies for good',
		...policies,
		does: 'DeletePolicies',
		warns:
			'CIPP does not reliably notice that mailboxes still use a policy. Look at the column RetentionPolicy of Mailbox: Get Many first.',
		fields: [
			list('Policies', 'DeletePolicies', {
				required: true,
				placeholder: 'e.g. Two years',
				help: 'Names of the policies, not GUIDs. Separate several with commas.',
			}),
		],
		answer: outcome(),
		look: anchored(gone(exchangeRow('Get-RetentionPolicy', {}, { Name: '{DeletePolicies}' }))),
	}),

	assign: change('ExecSetMailboxRetentionPolicies', {
		name: 'Assign to Mailboxes',
		action: 'Assign retention policy to mailboxes',
		help: 'Gives mailboxes another retention policy in place of the one they have. None at all cannot be assigned.',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inQuery(),
		fields: [
			text('Policy Name', 'PolicyName', {
				name: 'policyName',
				required: true,
				placeholder: 'e.g. Default MRM Policy',
				help: 'Name of the retention policy, as Get Many lists it',
			}),
			theMailbox('Mailboxes', {
				form: 'texts',
				help: 'Choose one, or give its user principal name. In an expression, give several as a list or separated by commas. Each gets a message of its own.',
			}),
		],
		answer: inSteps(outcome(), 'the retention policy of the mailboxes'),
		look: forEach('Mailboxes', inMailbox({ RetentionPolicy: '{PolicyName}' }, '{each}')),
	}),

	applyNow: change('ExecStartManagedFolderAssistant', {
		name: 'Apply Now',
		action: 'Apply retention policy of mailbox now',
		help: 'Has Exchange go through a mailbox at once (Managed Folder Assistant) instead of within a week. Success means that it has begun.',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		warns: 'Items past their age are archived or deleted, as the policy says',
		omits: { UserPrincipalName: 'the mailbox is given once, or the sentence might name another' },
		fields: [theMailbox('Id')],
		answer: outcome({ onlyQueues: true }),
		cannotLook: 'the assistant leaves no date that can be read at once',
	}),

	enableHold: change('ExecSetRetentionHold', {
		name: 'Enable Hold',
		action: 'Enable retention hold of mailbox',
		help: 'Pauses the retention policy of a mailbox, so that nothing is deleted or archived by age, say during long leave',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		fixed: { body: { disable: false } },
		omits: { UPN: onlyForTheSentence },
		fields: [theMailbox('Identity')],
		answer: outcome(),
		look: inMailbox({ RetentionHoldEnabled: true }),
	}),

	disableHold: change('ExecSetRetentionHold', {
		name: 'Disable Hold',
		action: 'Disable retention hold of mailbox',
		help: 'Lets the retention policy of a mailbox act again',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		fixed: { body: { disable: true } },
		warns: 'Everything that grew too old in the meantime is then archived or deleted',
		omits: { UPN: onlyForTheSentence },
		fields: [theMailbox('Identity')],
		answer: outcome(),
		look: inMailbox({ RetentionHoldEnabled: false }),
	}),
});

export const retentionTag = resource('Retention Tag', 'retentionTag', 'getMany', {
	getMany: read('ExecManageRetentionTags', {
		name: 'Get Many',
		action: 'Get many retention tags',
		help: 'Lists the tags that retention policies are made of: after how many days, what happens',
		...policies,
		does: '(none of the three)',
		method: 'POST',
		fields: [
			text('Only This Tag', 'name', {
				name: 'tagName',
				in: 'query',
				optional: true,
				placeholder: 'e.g. 1 Month Delete',
				help: 'Exact name of one tag. Left out, all are listed.',
			}),
		],
		answer: rows(
			'Name',
			'Identity',
			'Type',
			'RetentionAction',
			'AgeLimitForRetention',
			'RetentionEnabled',
			'Comment',
			'WhenChanged',
			'Guid',
		),
	}),

	create: change('ExecManageRetentionTags', {
		name: 'Create',
		action: 'Create retention tags',
		help: 'Makes new retention tags, which do nothing until a policy holds them',
		...policies,
		does: 'CreateTags',
		fields: [
			json('Tags', 'CreateTags', {
				required: true,
				placeholder:
					'e.g. [{"Name":"2 years archive","Type":"All","RetentionAction":"MoveToArchive","AgeLimitForRetention":730,"RetentionEnabled":true}]',
				help: 'A list, one entry for each tag. Type is All, Personal, Inbox, DeletedItems or another default folder and cannot be changed later. RetentionAction is MoveToArchive (only with All, Personal, RecoverableItems), DeleteAndAllowRecovery, PermanentlyDelete (both not with RecoverableItems) or MarkAsPastRetentionLimit. The age is in days, 1 to 24855. Also read: Comment, LocalizedComment, LocalizedRetentionPolicyTagName.',
			}),
		],
		answer: outcome(),
		look: forEach(
			sent('CreateTags', named),
			exchangeRow(
				'Get-RetentionPolicyTag',
				{},
				{ Name: '{each.Name}' },
				{ RetentionAction: '{each.RetentionAction}' },
			),
		),
	}),

	update: change('ExecManageRetentionTags', {
		name: 'Update',
		action: 'Update retention tags',
		help: 'Changes action, age or name of retention tags. Every policy with the tag follows at once.',
		...policies,
		does: 'ModifyTags',
		warns: 'A tag that deletes destroys mail in every mailbox whose policy holds it',
		fields: [
			json('Changes', 'ModifyTags', {
				required: true,
				placeholder: 'e.g. [{"Identity":"2 years archive","AgeLimitForRetention":1095}]',
				help: 'A list, one entry for each tag. Identity is its name; Name renames it. RetentionAction, AgeLimitForRetention (days, 0 is ignored), RetentionEnabled and Comment change only if they are there.',
			}),
		],
		answer: outcome(),
		look: forEach(
			sent('ModifyTags', named),
			exchangeRow(
				'Get-RetentionPolicyTag',
				{},
				{ Name: '{each.Name}' },
				{
					RetentionAction: '{each.RetentionAction}',
					RetentionEnabled: '{each.RetentionEnabled}',
					Comment: '{each.Comment}',
					AgeLimitForRetention: sent('each.AgeLimitForRetention', inDays),
				},
			),
		),
	}),

	delete: destroy('ExecManageRetentionTags', {
		name: 'Delete',
		action: 'Delete retention tags',
		help: 'Removes retention tags for good. One that a policy still holds is refused.',
		...policies,
		does: 'DeleteTags',
		fields: [
			list('Tags', 'DeleteTags', {
				required: true,
				placeholder: 'e.g. 2 years archive',
				help: 'Names of the tags. Separate several with commas.',
			}),
		],
		answer: outcome(),
		look: anchored(gone(exchangeRow('Get-RetentionPolicyTag', {}, { Name: '{DeleteTags}' }))),
	}),
});
