import { templateId } from '../fields/template-fields';
import {
	andWhatElseWasSent,
	change,
	choice,
	destroy,
	gone,
	inList,
	list,
	multiline,
	oneMore,
	outcome,
	read,
	readBefore,
	resource,
	row,
	rows,
	text,
	toggle,
	type DeclaredField,
} from '../vocabulary';

const templateFields = (): DeclaredField[] => [
	text('Display Name', 'displayName', {
		required: true,
		placeholder: 'e.g. Sales Team',
		help: 'Name of the template and of the groups made from it',
	}),
	choice(
		'Group Type',
		'groupType',
		[
			{ value: 'generic', label: 'Security' },
			{ value: 'security', label: 'Mail-Enabled Security' },
			{ value: 'm365', label: 'Microsoft 365' },
			{ value: 'azureRole', label: 'Role-Assignable' },
			{ value: 'dynamic', label: 'Dynamic' },
			{ value: 'distribution', label: 'Distribution List' },
			{ value: 'dynamicDistribution', label: 'Dynamic Distribution List' },
		],
		{ required: true, default: 'generic', help: 'What kind of group is made from it' },
	),
	text('Description', 'description', {
		optional: true,
		placeholder: 'e.g. Everybody in sales',
		help: 'What the group is for',
	}),
	text('Mail Nickname', 'username', {
		optional: true,
		placeholder: 'e.g. sales@%tenantfilter%',
		help: 'The part of the mail address before the @, or all of it. Variables of CIPP are filled in.',
	}),
	multiline('Membership Rule', 'membershipRules', {
		optional: true,
		placeholder: 'e.g. (user.department -eq "Sales")',
		help: 'Decides who is a member. Any rule makes the group dynamic, whatever Group Type says.',
	}),
	toggle('Allow External Senders', 'allowExternal', {
		optional: true,
		help: 'Whether people outside the organization may write to the group',
	}),
	toggle('Hide From Address List', 'hideFromGAL', {
		optional: true,
		help: 'Whether to keep the group out of the global address list',
	}),
	list('Licenses', 'licenses', {
		form: 'labelValues',
		optional: true,
		placeholder: 'e.g. 06ebc4ee-1bb5-47dd-8120-11324bc54e06',
		help: 'SKU IDs that members get, separated by commas',
	}),
	multiline('Aliases', 'aliases', {
		optional: true,
		placeholder: 'e.g. sell@contoso.com',
		help: 'More mail addresses, one in each line. Commas do not work.',
	}),
];

const columns = rows(
	'GUID',
	'displayName',
	'description',
	'groupType',
	'membershipRules',
	'username',
	'allowExternal',
	'licenses',
	'aliases',
	'hideFromGAL',
	'source',
	'isSynced',
);

export const groupTemplate = resource('Group Template', 'groupTemplate', 'getMany', {
	getMany: read('ListGroupTemplates', {
		name: 'Get Many',
		action: 'Get many group templates',
		help: 'Lists the templates for groups that CIPP keeps for all tenants',
		role: 'Identity.Group.Read',
		tenant: null,
		fields: [],
		answer: columns,
	}),

	get: read('ListGroupTemplates', {
		name: 'Get',
		action: 'Get group template',
		help: 'Reads one template for groups',
		role: 'Identity.Group.Read',
		tenant: null,
		fields: [templateId('id')],
		answer: row('There is no such template'),
	}),

	create: change('AddGroupTemplate', {
		name: 'Create',
		action: 'Create group template',
		help: 'Stores a template for groups, for use in any tenant',
		role: 'Identity.Group.ReadWrite',
		tenant: null,
		fields: templateFields(),
		answer: outcome({ failing: [/creation failed/i] }),
		look: oneMore(inList('getMany', { displayName: '{displayName}' })),
	}),

	replace: change('AddGroupTemplate', {
		name: 'Replace',
		action: 'Replace group template',
		help: 'Writes a stored template for groups anew',
		role: 'Identity.Group.ReadWrite',
		tenant: null,
		warns:
			'Everything that is not filled in is lost. An ID that does not exist makes a new template.',
		fields: [templateId('GUID'), ...templateFields()],
		changes: { endpoint: 'ListGroupTemplates', column: 'GUID', wire: 'GUID' },
		answer: outcome({ failing: [/creation failed/i] }),
		look: andWhatElseWasSent(
			inList('getMany', { GUID: '{GUID}' }, { displayName: '{displayName}' }),
			'GUID',
			'tenantFilter',
			'Action',
		),
	}),

	delete: destroy('RemoveGroupTemplate', {
		name: 'Delete',
		action: 'Delete group template',
		help: 'Removes a template from CIPP. Groups made from it stay as they are.',
		role: 'Identity.Group.ReadWrite',
		tenant: null,
		fields: [templateId('ID', { in: 'query' })],
		answer: outcome(),
		look: readBefore(gone(inList('getMany', { GUID: '{ID}' }))),
	}),
});
