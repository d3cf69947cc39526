import {
	andWhatElseWasSent,
	change,
	choice,
	destroy,
	elsewhere,
	gone,
	json,
	oneMore,
	onOff,
	outcome,
	readBefore,
	resource,
	tenants,
	text,
	type DeclaredField,
} from '../vocabulary';

const role = 'Tenant.Groups.ReadWrite';
const guid = 'e.g. 1c2d3e4f-0000-4000-8000-000000000000';

const groupId = (): DeclaredField =>
	text('Tenant Group ID', 'groupId', {
		name: 'tenantGroupId',
		required: true,
		placeholder: guid,
		help: 'ID of the group, from Tenant: Get Tenant Groups. An unknown one is refused.',
	});

const newId = (): DeclaredField =>
	text('Tenant Group ID', 'groupId', {
		name: 'newTenantGroupId',
		optional: true,
		placeholder: guid,
		help: 'A GUID of your choice, to know the new group by. CIPP does not tell the one it makes.',
	});

const groupName = (): DeclaredField =>
	text('Name', 'groupName', {
		name: 'tenantGroupName',
		required: true,
		placeholder: 'e.g. Gold Customers',
		help: 'Name the group has or shall have',
	});

const description = (): DeclaredField =>
	text('Description', 'groupDescription', {
		optional: true,
		placeholder: 'e.g. Customers with full management',
		help: 'What the group is for. Cannot be emptied.',
	});

const members = (help: string): DeclaredField =>
	tenants('Members', 'members', { by: 'customerId' }, { optional: true, placeholder: guid, help });

const rules = (): DeclaredField[] => [
	json('Rules', 'dynamicRules', {
		required: true,
		placeholder:
			'e.g. [{"property":"availableServicePlan","operator":"eq","value":{"value":"INTUNE_A"}}]',
		help: 'List of rules with property, operator and a value that is an object: guid for a license, variableName and value for a variable, else value. A bare text matches wrongly.',
	}),
	choice(
		'Rule Logic',
		'ruleLogic',
		[
			{ value: 'and', label: 'All Rules' },
			{ value: 'or', label: 'Any Rule' },
		],
		{
			required: true,
			default: 'and',
			help: 'Whether a tenant has to meet all rules or one of them',
		},
	),
	onOff('Exclude Partner Tenant', 'excludePartnerTenant', {
		required: true,
		help: 'Whether your own tenant stays out even if it meets the rules',
	}),
];

const warns =
	'Standards and the reach of CIPP roles may depend on this group: other tenants in it means other settings on them.';
const answer = outcome();

export const tenantGroup = resource('Tenant Group', 'tenantGroup', 'create', {
	create: change('ExecTenantGroup', {
		name: 'Create Static',
		action: 'Create static tenant group',
		help: 'Makes a group with members that you choose',
		role,
		tenant: null,
		fixed: { body: { Action: 'AddEdit', groupType: 'static', groupDescription: '' } },
		fields: [
			groupName(),
			members('The tenants in it: domains or customer IDs, separated by commas'),
			description(),
			newId(),
		],
		answer,
		look: oneMore(
			elsewhere({ role: 'CIPP.Core.Read', endpoint: 'ListTenantGroups' }, { Name: '{groupName}' }),
		),
	}),

	createDynamic: change('ExecTenantGroup', {
		name: 'Create Dynamic',
		action: 'Create dynamic tenant group',
		help: 'Makes a group whose members follow from rules. They are filled in at the next run of the rules.',
		role,
		tenant: null,
		fixed: { body: { Action: 'AddEdit', groupType: 'dynamic', groupDescription: '' } },
		fields: [groupName(), ...rules(), description(), newId()],
		answer,
		look: oneMore(
			elsewhere({ role: 'CIPP.Core.Read', endpoint: 'ListTenantGroups' }, { Name: '{groupName}' }),
		),
	}),

	update: change('ExecTenantGroup', {
		name: 'Update Static',
		action: 'Update static tenant group',
		help: 'Changes name or members of a group. A dynamic one would become static by this.',
		role,
		tenant: null,
		fixed: { body: { Action: 'AddEdit', groupType: 'static' } },
		warns,
		fields: [
			groupId(),
			groupName(),
			members(
				'All tenants that shall be in it, by domain or customer ID, separated by commas: others are taken out. Without it the members stay.',
			),
			description(),
		],
		changes: { endpoint: 'ListTenantGroups', column: 'Id', wire: 'groupId' },
		answer,
		look: andWhatElseWasSent(
			elsewhere(
				{ role: 'CIPP.Core.Read', endpoint: 'ListTenantGroups' },
				{ Id: '{groupId}' },
				{ Name: '{groupName}', Description: '{groupDescription}' },
			),
			'groupId',
			'groupName',
			'groupDescription',
			'Action',
			'groupType',
		),
	}),

	updateDynamic: change('ExecTenantGroup', {
		name: 'Update Dynamic',
		action: 'Update dynamic tenant group',
		help: 'Rewrites the rules of a group. A static one would become dynamic by this.',
		role,
		tenant: null,
		fixed: { body: { Action: 'AddEdit', groupType: 'dynamic' } },
		warns,
		fields: [groupId(), groupName(), ...rules(), description()],
		changes: { endpoint: 'ListTenantGroups', column: 'Id', wire: 'groupId' },
		answer,
		look: andWhatElseWasSent(
			elsewhere(
				{ role: 'CIPP.Core.Read', endpoint: 'ListTenantGroups' },
				{ Id: '{groupId}' },
				{ Name: '{groupName}', Description: '{groupDescription}' },
			),
			'groupId',
			'groupName',
			'groupDescription',
			'Action',
			'groupType',
		),
	}),

	delete: destroy('ExecTenantGroup', {
		name: 'Delete',
		action: 'Delete tenant group',
		help: 'Removes a group, but not what refers to it: look through standards, roles and tasks',
		role,
		tenant: null,
		fixed: { body: { Action: 'Delete' } },
		fields: [groupId()],
		answer,
		look: readBefore(
			gone(
				elsewhere({ role: 'CIPP.Core.Read', endpoint: 'ListTenantGroups' }, { Id: '{groupId}' }),
			),
		),
	}),

	runRules: change('ExecRunTenantGroupRule', {
		name: 'Run Rules',
		action: 'Run rules of tenant group',
		help: 'Has CIPP work out the members of a dynamic group anew, in the background. A static or unknown group does nothing and still reports success.',
		role,
		tenant: null,
		fields: [
			text('Tenant Group ID', 'groupId', {
				name: 'dynamicGroupId',
				required: true,
				matches: /^(?!all$)/i,
				placeholder: guid,
				help: 'ID of a dynamic group. For every one there is Run All Rules.',
			}),
		],
		answer: outcome({ onlyQueues: true, failing: [/for group ''/i] }),
		cannotLook: 'CIPP works out the members in the background',
	}),

	runAllRules: change('ExecRunTenantGroupRule', {
		name: 'Run All Rules',
		action: 'Run rules of all tenant groups',
		help: 'Has CIPP work out the members of every dynamic group anew, in the background',
		role,
		actsEverywhere: true,
		tenant: null,
		fixed: { body: { groupId: 'All' } },
		fields: [],
		answer: outcome({ onlyQueues: true }),
		cannotLook: 'CIPP works out the members in the background',
	}),

	createDefaults: change('ExecCreateDefaultGroups', {
		name: 'Create Defaults',
		action: 'Create default tenant groups',
		help: 'Writes the five dynamic groups that come with CIPP',
		role,
		tenant: null,
		warns: 'Groups of these names that you have edited are set back.',
		fields: [],
		answer: outcome({ benign: [/\balready exists, skipping/i] }),
	}),
});
