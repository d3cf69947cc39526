import {
	change,
	choice,
	destroy,
	gone,
	inBody,
	inList,
	json,
	oneMore,
	outcome,
	read,
	readBefore,
	resource,
	rows,
	text,
} from '../vocabulary';

const policyParts = () => [
	text('Label', 'name', {
		name: 'templateLabel',
		optional: true,
		placeholder: 'e.g. Require MFA',
		help: 'Only appears in the message that CIPP answers with',
	}),
	choice(
		'State',
		'state',
		[
			{ value: 'enabled', label: 'On' },
			{ value: 'disabled', label: 'Off' },
			{ value: 'enabledForReportingButNotEnforced', label: 'Report Only' },
		],
		{
			optional: true,
			default: 'disabled',
			help: 'State that a deployment takes over unless told otherwise',
		},
	),
	json('Grant Controls', 'grantControls', {
		optional: true,
		placeholder: 'e.g. {"operator":"OR","builtInControls":["mfa"]}',
		help: 'What a sign-in has to fulfil, as Microsoft Graph writes it',
	}),
	json('Session Controls', 'sessionControls', {
		optional: true,
		placeholder: 'e.g. {"signInFrequency":{"value":1,"type":"days","isEnabled":true}}',
		help: 'Limits for the session, as Microsoft Graph writes them',
	}),
];

const templateName = () =>
	text('Name', 'displayName', {
		required: true,
		placeholder: 'e.g. Require MFA for admins',
		help: 'Name of the template and of the policies made from it',
	});

export const conditionalAccessTemplate = resource(
	'Conditional Access Template',
	'conditionalAccessTemplate',
	'getMany',
	{
		getMany: read('ListCAtemplates', {
			name: 'Get Many',
			action: 'Get many conditional access templates',
			help: 'Lists the policy templates that are stored in CIPP, sorted by name',
			role: 'Tenant.ConditionalAccess.Read',
			tenant: null,
			omits: { guid: 'the same as id' },
			fields: [
				text('Template ID', 'id', {
					name: 'templateId',
					optional: true,
					placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
					help: 'Only this template. Built-in ones whose GUID is a file name cannot be asked for this way.',
				}),
			],
			answer: rows(
				'GUID',
				'displayName',
				'state',
				'conditions',
				'grantControls',
				'sessionControls',
				'source',
				'isSynced',
				'package',
			),
		}),

		getPackages: read('ListCAtemplates', {
			name: 'Get Packages',
			action: 'Get packages of conditional access templates',
			help: 'Lists the labels under which templates are bundled, with the templates of each',
			role: 'Tenant.ConditionalAccess.Read',
			tenant: null,
			fixed: { query: { mode: 'Tag' } },
			fields: [],
			answer: rows('label', 'value', 'type', 'templateCount', 'templates'),
		}),

		create: change('ExecCreateCATemplate', {
			name: 'Create',
			action: 'Create conditional access template',
			help: 'Stores a new template from its parts. Write names or All, not IDs of one tenant: nothing is translated.',
			role: 'Tenant.ConditionalAccess.ReadWrite',
			tenant: null,
			fields: [
				templateName(),
				json('Conditions', 'conditions', {
					required: true,
					placeholder:
						'e.g. {"users":{"includeUsers":["All"]},"applications":{"includeApplications":["All"]}}',
					help: 'Whom and what the policy covers, as Microsoft Graph writes it',
				}),
				...policyParts(),
			],
			answer: outcome(),
			look: oneMore(inList('getMany', { displayName: '{displayName}' })),
		}),

		createFromPolicy: change('AddCATemplate', {
			name: 'Create From Policy',
			action: 'Create conditional access template from policy',
			help: 'Stores a policy of a tenant as a template, with names in place of its IDs. Give it as Microsoft Graph returns it.',
			role: 'Tenant.ConditionalAccess.ReadWrite',
			tenant: inBody(),
			isOpen: true,
			fields: [
				templateName(),
				json('Conditions', 'conditions', {
					required: true,
					placeholder:
						'e.g. {"users":{"includeUsers":["All"]},"applications":{"includeApplications":["All"]}}',
					help: 'The conditions of the policy, with the IDs of the chosen tenant',
				}),
				...policyParts(),
			],
			answer: outcome(),
			look: oneMore(inList('getMany', { displayName: '{displayName}' })),
		}),

		delete: destroy('RemoveCATemplate', {
			name: 'Delete',
			action: 'Delete conditional access template',
			help: 'Removes a template from CIPP. Policies made from it stay in their tenants.',
			role: 'Tenant.ConditionalAccess.ReadWrite',
			tenant: null,
			fields: [
				text('Template ID', 'ID', {
					name: 'templateId',
					in: 'query',
					required: true,
					placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
					help: 'GUID of the template, from Get Many',
				}),
			],
			answer: outcome(),
			look: readBefore(gone(inList('getMany', { GUID: '{ID}' }))),
		}),
	},
);
