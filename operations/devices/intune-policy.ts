import { excludedGroupIds, filterFields, groupIds, templateType } from '../fields/intune-fields';
import { useReportDb } from '../fields/user-fields';
import {
	change,
	choice,
	destroy,
	inBody,
	inGraph,
	inQuery,
	inSteps,
	json,
	jsonText,
	list,
	lookingAgain,
	outcome,
	pick,
	read,
	resource,
	row,
	rows,
	text,
	toggle,
	words,
	type DeclaredField,
} from '../vocabulary';

export const policyId = (wire: string, rest: Partial<DeclaredField> = {}): DeclaredField =>
	text('Policy ID', wire, {
		name: 'intunePolicyId',
		required: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'ID of the policy, as the list of its kind gives it',
		...rest,
	});

/** Collections of Microsoft Graph that CIPP can copy a policy from. */
export const copiedCollection = (): DeclaredField =>
	choice(
		'Policy Collection',
		'URLName',
		words(
			'configurationPolicies',
			'deviceCompliancePolicies',
			'deviceConfigurations',
			'groupPolicyConfigurations',
			'managedAppPolicies',
			'mobileAppConfigurations',
			'windowsDriverUpdateProfiles',
			'windowsFeatureUpdateProfiles',
			'windowsQualityUpdatePolicies',
			'windowsQualityUpdateProfiles',
		),
		{
			name: 'copiedCollection',
			required: true,
			default: 'configurationPolicies',
			help: 'Kind of the policy: URLName in the list. App protection is managedAppPolicies and needs OData Type too.',
		},
	);

export const odataType = (): DeclaredField =>
	text('OData Type', 'ODataType', {
		optional: true,
		placeholder: 'e.g. #microsoft.graph.iosManagedAppProtection',
		help: 'Type of an app protection policy, which cannot be copied without it',
	});

const platformType = (): DeclaredField =>
	choice(
		'Belongs To',
		'platformType',
		[
			{ value: 'deviceAppManagement', label: 'App Protection and App Configuration' },
			{ value: 'deviceManagement', label: 'Devices (Everything Else)' },
		],
		{
			required: true,
			help: 'Where Intune keeps the policy. With the wrong one it is not found.',
		},
	);

const collection = (wire: string): DeclaredField =>
	text('Policy Collection', wire, {
		name: 'policyCollection',
		required: true,
		placeholder: 'e.g. configurationPolicies',
		help: 'Kind of the policy: URLName in its list, such as deviceConfigurations or deviceCompliancePolicies',
	});

const policyName = (help: string): DeclaredField =>
	text('Policy Name', 'displayName', {
		name: 'policyName',
		required: true,
		placeholder: 'e.g. Windows Baseline',
		help,
	});

const broadTargets = [
	{ value: 'allLicensedUsers', label: 'All Users' },
	{ value: 'AllDevices', label: 'All Devices' },
	{ value: 'AllDevicesAndUsers', label: 'All Users and Devices' },
];

const deployFields = (): DeclaredField[] => [
	text('Description', 'Description', {
		optional: true,
		placeholder: 'e.g. Rolled out by the help desk',
		help: 'Text at the policy. Left out, the description of an existing policy is cleared.',
	}),
	choice('Assign To', 'AssignTo', broadTargets, {
		optional: true,
		default: 'AllDevices',
		help: 'Everybody at once, besides present assignments. Empty assigns to nobody new.',
	}),
	text('Group Names', 'customGroup', {
		optional: true,
		placeholder: 'e.g. Sales, Marketing',
		help: 'Groups to assign to, by name, separated by commas. Wins over Assign To.',
	}),
	text('Excluded Group Names', 'excludeGroup', {
		optional: true,
		placeholder: 'e.g. Kiosks',
		help: 'Groups to leave out, by name. Counts only with a target; a name that is not found is ignored.',
	}),
	...filterFields(),
];

const overwrites =
	'A policy of the same type and name in the tenant is overwritten. For a tenant that CIPP does not manage, success is reported and nothing happens.';

const broadTarget = (): DeclaredField =>
	choice('Assign To', 'AssignTo', broadTargets, {
		name: 'broadTarget',
		optional: true,
		default: 'AllDevices',
		help: 'Everybody at once. Group IDs are ignored when this is filled in.',
	});

const theAssignedPolicy = (): DeclaredField[] => [
	policyId('ID'),
	collection('Type'),
	platformType(),
];

const assignment = {
	role: 'Endpoint.MEM.ReadWrite',
	tenant: inBody(),
	omits: {
		GroupNames: 'only words in the answer, and a danger next to exclusions',
		ExcludeGroupNames: 'only words in the answer',
		excludeGroup: 'a name that is not found is left out without a word; group IDs are exact',
	},
	answer: outcome({ failing: [/no assignments specified/i] }),
};

const listColumns = [
	'id',
	'displayName',
	'description',
	'PolicyTypeName',
	'URLName',
	'PolicyAssignment',
	'PolicyExclude',
	'createdDateTime',
	'lastModifiedDateTime',
	'Tenant',
	'CacheTimestamp',
];

const source = (side: 'A' | 'B', part: string, label: string, example: string, help: string) =>
	text(label, `source${side}.${part}`, {
		name: `${part}${side}`,
		required: true,
		placeholder: `e.g. ${example}`,
		help,
	});
const exampleId = '1c2d3e4f-0000-4000-8000-000000000000';
const templateOf = (side: 'A' | 'B', label: string) =>
	source(side, 'templateGuid', label, exampleId, 'ID of an Intune template in CIPP');
const tenantOf = (side: 'A' | 'B', label: string, help: string): DeclaredField => ({
	...source(side, 'tenantFilter', label, 'contoso.com', help),
	tenants: { by: 'defaultDomainName', worksOn: true },
});
const tenantPolicyOfB = () => [
	tenantOf('B', 'Policy Tenant', 'The tenant that it is in, by domain or customer ID'),
	source('B', 'policyId', 'Policy ID', exampleId, 'ID of the policy in that tenant'),
	choice(
		'Policy Collection',
		'sourceB.urlName',
		words(
			'ConfigurationPolicies',
			'DeviceConfigurations',
			'GroupPolicyConfigurations',
			'Intents',
			'ManagedAppPolicies',
			'WindowsDriverUpdateProfiles',
			'WindowsFeatureUpdateProfiles',
			'deviceCompliancePolicies',
			'windowsQualityUpdatePolicies',
			'windowsQualityUpdateProfiles',
		),
		{
			name: 'urlNameB',
			required: true,
			default: 'ConfigurationPolicies',
			help: 'Kind of the policy: URLName in its list',
		},
	),
];
const comparison = {
	role: 'Endpoint.MEM.Read',
	tenant: null,
	answer: rows('Property', 'ExpectedValue', 'ReceivedValue'),
};

/** Without any of them CIPP has nothing to assign to. */
const targets = ['AssignTo', 'GroupIds', 'ExcludeGroupIds'];

export const intunePolicy = resource('Intune Policy', 'intunePolicy', 'getMany', {
	getMany: read('ListIntunePolicy', {
		name: 'Get Many',
		action: 'Get many intune policies',
		help: 'Lists policies of all kinds. A kind that cannot be read is left out, so a short list is no proof.',
		role: 'Endpoint.MEM.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [useReportDb()],
		answer: lookingAgain(rows(...listColumns), inGraph('deviceManagement/deviceConfigurations')),
	}),

	get: read('ListIntunePolicy', {
		name: 'Get',
		action: 'Get intune policy',
		help: 'Reads one policy, live, with its settings',
		role: 'Endpoint.MEM.Read',
		tenant: inQuery(),
		fields: [
			policyId('ID'),
			choice(
				'Policy Collection',
				'URLName',
				words(
					'ConfigurationPolicies',
					'DeviceConfigurations',
					'GroupPolicyConfigurations',
					'Intents',
					'WindowsDriverUpdateProfiles',
					'WindowsFeatureUpdateProfiles',
					'deviceCompliancePolicies',
					'windowsQualityUpdatePolicies',
					'windowsQualityUpdateProfiles',
				),
				{
					name: 'readCollection',
					required: true,
					default: 'ConfigurationPolicies',
					help: 'Kind of the policy: URLName in the list. App protection and app configuration cannot be read singly.',
				},
			),
			toggle('Include Setting Definitions', 'IncludeSettingDefinitions', {
				optional: true,
				help: 'Whether to add what each setting means. Only for configurationPolicies and groupPolicyConfigurations.',
			}),
		],
		answer: row('There is no such policy in this tenant'),
	}),

	getDefinitions: read('ListIntunePolicy', {
		name: 'Get Setting Definitions',
		action: 'Get setting definitions of intune policy',
		help: 'Reads what settings of administrative templates mean. IDs that are not found are left out.',
		role: 'Endpoint.MEM.Read',
		tenant: inQuery(),
		fixed: { query: { URLName: 'GroupPolicyDefinitions' } },
		fields: [
			list('Definition IDs', 'DefinitionIds', {
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'IDs of the definitions. Separate several with commas.',
			}),
		],
		answer: lookingAgain(
			rows('id', 'displayName', 'explainText', 'categoryPath', 'classType', 'presentations'),
			inGraph('deviceManagement/groupPolicyDefinitions'),
		),
	}),

	getManyAppProtection: read('ListAppProtectionPolicies', {
		name: 'Get Many for Apps',
		action: 'Get many intune policies for apps',
		help: 'Lists app protection and app configuration policies. Parts that cannot be read are left out.',
		role: 'Endpoint.MEM.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [useReportDb()],
		answer: lookingAgain(
			rows(...listColumns, 'PolicySource'),
			inGraph('deviceAppManagement/managedAppPolicies'),
		),
	}),

	getManyCompliance: read('ListCompliancePolicies', {
		name: 'Get Many for Compliance',
		action: 'Get many intune policies for compliance',
		help: 'Lists what devices have to fulfil to count as compliant. An empty list can mean that Intune could not be read.',
		role: 'Endpoint.MEM.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [useReportDb()],
		answer: lookingAgain(
			rows(...listColumns.filter((column) => column !== 'URLName'), 'version'),
			inGraph('deviceManagement/deviceCompliancePolicies'),
		),
	}),

	getManyIntents: read('ListIntuneIntents', {
		name: 'Get Many Intents',
		action: 'Get many intents of intune policies',
		help: 'Lists endpoint security policies of the old kind, with settings and categories',
		role: 'Endpoint.MEM.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows(
			'id',
			'displayName',
			'description',
			'isAssigned',
			'templateId',
			'lastModifiedDateTime',
			'settings',
		),
	}),

	getManyApprovalRequests: read('ListIntuneApprovalRequests', {
		name: 'Get Many Approval Requests',
		action: 'Get many approval requests of intune policies',
		help: 'Lists changes that wait for a second administrator, and those decided',
		role: 'Endpoint.MEM.Read',
		tenant: inQuery(),
		fields: [
			toggle('Pending Only', 'PendingOnly', {
				optional: true,
				help: 'Whether to list only requests that nobody has decided yet',
			}),
		],
		answer: rows(
			'id',
			'status',
			'operation',
			'target',
			'operationTypes',
			'requestJustification',
			'approvalJustification',
			'requestedBy',
			'approvedBy',
			'requestDateTime',
			'expirationDateTime',
		),
	}),

	deployTemplate: change('AddPolicy', {
		name: 'Deploy Template',
		action: 'Deploy template as intune policy',
		help: 'Brings a template that is stored in CIPP to a tenant, or to all of them',
		role: 'Endpoint.MEM.ReadWrite',
		tenant: inBody('tenantFilter', { form: 'labelValues', allTenants: true }),
		warns: overwrites,
		omits: {
			TemplateGUID: 'another name of TemplateID',
			TemplateList: 'another name of TemplateID, since 10.9',
		},
		fields: [
			pick('Intune Template', 'intuneTemplates', 'TemplateID', {
				name: 'templateId',
				required: true,
				help: 'The template: choose one, or give its GUID. With an ID that does not exist, CIPP looks for one named as the policy.',
			}),
			templateType(
				'Kind of the policy: Type of the template. Catalog is the settings catalog, Admin are administrative templates.',
			),
			policyName('Name of the policy in the tenant. Catalog policies take it from the template.'),
			...deployFields(),
		],
		answer: inSteps(outcome({ done: [/^Successfully\b/i] }), 'the Intune policies of the tenants'),
	}),

	create: change('AddPolicy', {
		name: 'Create or Overwrite',
		action: 'Create or overwrite intune policy',
		help: 'Brings a policy given as JSON to a tenant, or to all of them',
		role: 'Endpoint.MEM.ReadWrite',
		tenant: inBody('tenantFilter', { form: 'labelValues', allTenants: true }),
		warns:
			'If a template in CIPP has the same name as the policy, its content is deployed instead of this one. A policy of the same type and name in the tenant is overwritten.',
		fields: [
			templateType(
				'Kind of the policy: Type of the template. Catalog is the settings catalog, Admin are administrative templates.',
			),
			policyName(
				'A name that no template in CIPP has. Catalog and update policies take the name inside the JSON.',
			),
			jsonText('Policy (JSON)', 'RAWJson', {
				required: true,
				placeholder: 'e.g. {"name":"Windows Baseline","settings":[]}',
				help: 'The policy as Microsoft Graph takes it',
			}),
			...deployFields(),
			json('Replacements (JSON)', 'replacemap', {
				optional: true,
				placeholder: 'e.g. {"contoso.com":{"OLDVALUE":"NEWVALUE"}}',
				help: 'Texts to exchange in the policy, for each tenant by default domain. What is searched is a regular expression.',
			}),
			json('Reusable Settings (JSON)', 'ReusableSettings', {
				optional: true,
				placeholder: 'e.g. [{"displayName":"Blocked Devices","templateId":"1c2d3e4f"}]',
				help: 'Reusable settings that the policy refers to. With these CIPP takes no template in place of the JSON.',
			}),
		],
		answer: inSteps(outcome({ done: [/^Successfully\b/i] }), 'the Intune policies of the tenants'),
	}),

	clone: change('AddIntunePolicyClone', {
		name: 'Clone',
		action: 'Clone intune policy',
		help: 'Copies a policy within its tenant. Assignments are not copied, and %variables% of CIPP in it are filled in.',
		role: 'Endpoint.MEM.ReadWrite',
		tenant: inBody(),
		warns: 'If another policy of the type has the new name already, it is overwritten.',
		fields: [
			policyId('ID'),
			copiedCollection(),
			text('New Name', 'newDisplayName', {
				required: true,
				placeholder: 'e.g. Windows Baseline (Test)',
				help: 'Name of the copy, different from every policy of its type',
			}),
			text('New Description', 'newDescription', {
				optional: true,
				placeholder: 'e.g. For the pilot group',
				help: 'Text at the copy. Empty takes that of the original.',
			}),
			odataType(),
		],
		answer: outcome(),
	}),

	update: change('EditIntunePolicy', {
		name: 'Rename',
		action: 'Rename intune policy',
		help: 'Changes the name or the description of a policy and nothing else',
		role: 'Endpoint.MEM.ReadWrite',
		tenant: inBody(),
		fields: [
			policyId('ID'),
			collection('policyType'),
			platformType(),
			text('New Name', 'newDisplayName', {
				name: 'newPolicyName',
				optional: true,
				placeholder: 'e.g. Windows Baseline',
				help: 'Empty keeps the present name',
			}),
			text('Description', 'description', {
				name: 'newPolicyDescription',
				optional: true,
				placeholder: 'e.g. For all laptops',
				help: 'Empty keeps the present text',
			}),
		],
		needsOneOf: ['newDisplayName', 'description'],
		answer: outcome(),
	}),

	assign: change('ExecAssignPolicy', {
		...assignment,
		name: 'Assign',
		action: 'Assign intune policy',
		help: 'Adds targets to a policy and keeps those it has. Fill in at least one of them under Options.',
		does: 'append (default)',
		fixed: { body: { assignmentMode: 'append' } },
		warns: 'For remediation scripts the schedule of the present assignments is lost.',
		fields: [
			...theAssignedPolicy(),
			broadTarget(),
			groupIds(),
			excludedGroupIds(),
			...filterFields(),
		],
		needsOneOf: targets,
	}),

	replaceAssignments: destroy('ExecAssignPolicy', {
		...assignment,
		name: 'Replace Assignments',
		action: 'Replace assignments of intune policy',
		help: 'Drops every target of a policy in favour of those given here',
		fixed: { body: { assignmentMode: 'replace' } },
		warns:
			'All present assignments of the policy are lost, exclusions too. With excluded groups alone, CIPP adds these instead.',
		fields: [
			...theAssignedPolicy(),
			broadTarget(),
			groupIds(),
			excludedGroupIds(),
			...filterFields(),
		],
		needsOneOf: targets,
	}),

	replaceGroups: destroy('ExecAssignPolicy', {
		...assignment,
		name: 'Replace Assigned Groups',
		action: 'Replace assigned groups of intune policy',
		help: 'Exchanges the groups a policy is assigned to. Exclusions, all users and all devices stay.',
		does: 'replace + assignmentDirection',
		fixed: { body: { assignmentMode: 'replace', assignmentDirection: 'include' } },
		warns: 'Groups that are not listed lose the policy.',
		fields: [
			...theAssignedPolicy(),
			groupIds({ name: 'newGroupIds', optional: false, required: true }),
			...filterFields(),
		],
	}),

	replaceExclusions: destroy('ExecAssignPolicy', {
		...assignment,
		name: 'Replace Excluded Groups',
		action: 'Replace excluded groups of intune policy',
		help: 'Exchanges the groups that a policy leaves out. Everything else stays.',
		does: 'replace + assignmentDirection',
		fixed: { body: { assignmentMode: 'replace', assignmentDirection: 'exclude' } },
		warns: 'With no group given, all exclusions of the policy are lifted.',
		fields: [
			...theAssignedPolicy(),
			excludedGroupIds({
				name: 'newExcludedGroupIds',
				optional: false,
				help: 'Object IDs of the groups to exclude from now on, separated by commas. Empty lifts every exclusion.',
			}),
		],
	}),

	compareTemplates: read('ExecCompareIntunePolicy', {
		...comparison,
		name: 'Compare Templates',
		action: 'Compare templates of intune policies',
		help: 'Lists in what two stored templates differ. No row means that they are the same.',
		does: 'template',
		method: 'POST',
		fixed: { body: { sourceA: { type: 'template' }, sourceB: { type: 'template' } } },
		fields: [templateOf('A', 'Expected Template ID'), templateOf('B', 'Other Template ID')],
	}),

	compareWithTemplate: read('ExecCompareIntunePolicy', {
		...comparison,
		name: 'Compare With Template',
		action: 'Compare intune policy with template',
		help: 'Lists in what a policy differs from a stored template. No row means that they are the same.',
		does: 'tenantPolicy',
		method: 'POST',
		fixed: { body: { sourceA: { type: 'template' }, sourceB: { type: 'tenantPolicy' } } },
		omits: {
			tenantPolicyByTemplate:
				'a missing policy would look the same as one without differences: its answer says so beside the rows',
		},
		fields: [templateOf('A', 'Expected Template ID'), ...tenantPolicyOfB()],
	}),

	compareWithPreparedTemplate: change('ExecCompareIntunePolicy', {
		...comparison,
		name: 'Compare With Template for Tenant',
		action: 'Compare intune policy with template for tenant',
		help: 'Lists in what a policy differs from a template with the values of a tenant filled in',
		does: 'template + tenantFilter',
		fixed: { body: { sourceA: { type: 'template' }, sourceB: { type: 'tenantPolicy' } } },
		warns: 'Creates or updates reusable settings of the template in that tenant.',
		fields: [
			templateOf('A', 'Expected Template ID'),
			tenantOf(
				'A',
				'Template Tenant',
				'The tenant to prepare the template for, by domain or customer ID',
			),
			...tenantPolicyOfB(),
		],
	}),

	compareWithRepository: read('ExecCompareIntunePolicy', {
		...comparison,
		name: 'Compare With Repository',
		action: 'Compare intune policy template with repository',
		help: 'Lists in what a stored template differs from a file at GitHub. No row means that they are the same.',
		does: 'communityRepo',
		method: 'POST',
		fixed: { body: { sourceA: { type: 'communityRepo' }, sourceB: { type: 'template' } } },
		fields: [
			source('A', 'fullName', 'Repository', 'contoso/policies', 'Owner and name at GitHub'),
			source('A', 'branch', 'Branch', 'main', 'Branch in the repository'),
			source('A', 'path', 'File Path', 'intune/baseline.json', 'Path of the JSON file'),
			templateOf('B', 'Template ID'),
		],
	}),

	delete: destroy('RemovePolicy', {
		name: 'Delete',
		action: 'Delete intune policy',
		help: 'Deletes a policy of a tenant for good',
		role: 'Endpoint.MEM.ReadWrite',
		tenant: inQuery(),
		fields: [policyId('ID', { in: 'query' }), { ...collection('URLName'), in: 'query' as const }],
		answer: outcome(),
	}),
});
