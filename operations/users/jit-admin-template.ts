import { templateId, templateList } from '../fields/template-fields';
import { notifyThrough } from '../fields/user-fields';
import {
	andWhatElseWasSent,
	change,
	choice,
	destroy,
	inBody,
	inList,
	inQuery,
	keepsTemplateId,
	list,
	oneMore,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	toggle,
	type DeclaredField,
} from '../vocabulary';

const templateFields = (): DeclaredField[] => [
	text('Template Name', 'templateName', {
		required: true,
		placeholder: 'e.g. Helpdesk, Four Hours',
		help: 'What the template is called. No other of the same tenant may be called so.',
	}),
	toggle('Default for Tenant', 'defaultForTenant', {
		optional: true,
		help: 'Whether the form starts with this template. Any other default of the tenant ends.',
	}),
	toggle('Use Roles', 'defaultUseRoles', {
		optional: true,
		help: 'Whether admin roles are given',
	}),
	list('Admin Roles', 'defaultRoles', {
		form: 'labelValues',
		optional: true,
		placeholder: 'e.g. 29232cdf-9323-42fd-ade2-1d097af3e4de',
		help: 'Role template IDs, the same in every tenant, separated by commas',
	}),
	toggle('Use Groups', 'defaultUseGroups', {
		optional: true,
		help: 'Whether groups are joined',
	}),
	list('Groups', 'defaultGroups', {
		form: 'labelValues',
		optional: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'Object IDs of groups to join, separated by commas',
	}),
	text('Duration', 'defaultDuration', {
		form: 'labelValue',
		optional: true,
		placeholder: 'e.g. PT4H',
		help: 'How long the rights hold, in ISO 8601: PT4H is four hours, P7D a week',
	}),
	choice(
		'When It Ends',
		'defaultExpireAction',
		[
			{ value: 'RemoveRolesAndGroups', label: 'Remove Roles and Groups' },
			{ value: 'RemoveRoles', label: 'Remove Roles' },
			{ value: 'RemoveGroups', label: 'Remove Groups' },
			{ value: 'DisableUser', label: 'Disable User' },
			{ value: 'DeleteUser', label: 'Delete User' },
		],
		{
			form: 'labelValue',
			optional: true,
			default: 'RemoveRolesAndGroups',
			help: 'What happens to the account after the end',
		},
	),
	notifyThrough(
		{
			name: 'notifyThrough',
			form: 'labelValues',
			choices: [
				{ value: 'email', label: 'Email' },
				{ value: 'PSA', label: 'PSA Ticket' },
				{ value: 'Webhook', label: 'Webhook' },
			],
			help: 'Where CIPP reports the start and end of the rights',
		},
		'defaultNotificationActions',
	),
	toggle('Create Temporary Access Pass', 'generateTAPByDefault', {
		optional: true,
		help: 'Whether a pass to sign in without password is made',
	}),
	text('Reason', 'reasonTemplate', {
		optional: true,
		placeholder: 'e.g. Support case',
		help: 'The reason that the form starts with',
	}),
	choice(
		'User',
		'defaultUserAction',
		[
			{ value: 'create', label: 'New' },
			{ value: 'select', label: 'Existing' },
		],
		{
			optional: true,
			default: 'create',
			help: 'Whether the rights go to a new or an existing account',
		},
	),
	text('Existing User', 'defaultExistingUser', {
		form: 'labelValue',
		optional: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'Account that gets the rights. Only kept if User is Existing, and not for all tenants.',
	}),
	text('First Name', 'defaultFirstName', {
		optional: true,
		placeholder: 'e.g. Jane',
		help: 'Given name of a new account',
	}),
	text('Last Name', 'defaultLastName', {
		optional: true,
		placeholder: 'e.g. Doe',
		help: 'Family name of a new account',
	}),
	text('Username', 'defaultUserName', {
		optional: true,
		placeholder: 'e.g. jit-jane',
		help: 'The part of the sign-in name of a new account before the @',
	}),
	text('Domain', 'defaultDomain', {
		form: 'labelValue',
		optional: true,
		placeholder: 'e.g. contoso.com',
		help: 'The part of the sign-in name of a new account after the @. Not for all tenants.',
	}),
	text('Usage Location', 'defaultUsageLocation', {
		form: 'labelValue',
		optional: true,
		placeholder: 'e.g. US',
		help: 'Two-letter country code of a new account',
	}),
];

const columns = rows(
	'GUID',
	'templateName',
	'tenantFilter',
	'defaultForTenant',
	'defaultRoles',
	'defaultGroups',
	'defaultDuration',
	'defaultExpireAction',
	'defaultUserAction',
	'createdBy',
	'createdDate',
	'modifiedBy',
	'modifiedDate',
);

const stored = {
	role: 'Identity.Role.ReadWrite',
	tenant: inBody('tenantFilter', { allTenants: true as const }),
	answer: outcome({ keeps: keepsTemplateId }),
};

export const jitAdminTemplate = resource(
	'Just-in-Time Admin Template',
	'jitAdminTemplate',
	'getMany',
	{
		getMany: read('ListJITAdminTemplates', {
			name: 'Get Many',
			action: 'Get many JIT admin templates',
			help: 'Lists the templates of a tenant and those for all tenants',
			role: 'Identity.Role.Read',
			tenant: inQuery('tenantFilter', { allTenants: true }),
			fields: templateList(),
			answer: columns,
		}),

		get: read('ListJITAdminTemplates', {
			name: 'Get',
			action: 'Get JIT admin template',
			help: 'Reads one template, which has to be for the chosen tenant or for all',
			role: 'Identity.Role.Read',
			tenant: inQuery('tenantFilter', { allTenants: true }),
			fields: [templateId('GUID')],
			answer: row('There is no such template for this tenant'),
		}),

		create: change('AddJITAdminTemplate', {
			...stored,
			name: 'Create',
			action: 'Create JIT admin template',
			help: 'Stores what temporary admins get, for one tenant or for all',
			fields: templateFields(),
			look: oneMore(inList('getMany', { templateName: '{templateName}' })),
		}),

		replace: change('EditJITAdminTemplate', {
			...stored,
			name: 'Replace',
			action: 'Replace JIT admin template',
			help: 'Writes a stored template anew',
			warns: 'Everything that is not filled in is lost.',
			fields: [templateId('GUID'), ...templateFields()],
			look: andWhatElseWasSent(
				inList('getMany', { GUID: '{GUID}' }, { templateName: '{templateName}' }),
				'GUID',
				'tenantFilter',
				'Action',
			),
		}),

		delete: destroy('RemoveJITAdminTemplate', {
			name: 'Delete',
			action: 'Delete JIT admin template',
			help: 'Removes a template from CIPP. Rights given by it stay until they end.',
			role: 'Identity.Role.ReadWrite',
			tenant: null,
			fields: [templateId('ID', { in: 'query' })],
			answer: outcome(),
		}),
	},
);
