import { notifyThrough, theUserId } from '../fields/user-fields';
import {
	change,
	choice,
	dateTime,
	destroy,
	gone,
	graphPart,
	graphRow,
	has,
	inBody,
	inGraph,
	inQuery,
	inSteps,
	json,
	jsonText,
	lacks,
	list,
	lookingAgain,
	outcome,
	read,
	resource,
	row,
	rows,
	softly,
	text,
	thePolicy,
	titled,
	toggle,
} from '../vocabulary';

const policyStates = [
	{ value: 'enabled', label: 'On' },
	{ value: 'disabled', label: 'Off' },
	{ value: 'enabledForReportingButNotEnforced', label: 'Report Only' },
];

const riskLevels = titled('high', 'low', 'medium', 'none');

const severalUsers = () =>
	json('Several Users', 'Users', {
		optional: true,
		placeholder:
			'e.g. [{"value":"1c2d3e4f-0000-4000-8000-000000000000","addedFields":{"userPrincipalName":"jane@contoso.com"}}]',
		help: 'List of people as objects with object ID and sign-in name. Replaces User ID when given.',
	});

const oneUser = () => [
	theUserId('UserID'),
	text('User Principal Name', 'Username', {
		name: 'userPrincipalName',
		optional: true,
		placeholder: 'e.g. jane@contoso.com',
		help: 'Only shown in CIPP and its messages. Empty looks it up.',
	}),
	severalUsers(),
];

export const conditionalAccessPolicy = resource(
	'Conditional Access Policy',
	'conditionalAccessPolicy',
	'getMany',
	{
		getMany: read('ListConditionalAccessPolicies', {
			name: 'Get Many',
			action: 'Get many conditional access policies',
			help: 'Lists the policies of a tenant with readable names. No row is no proof: CIPP hides errors here.',
			role: 'Tenant.ConditionalAccess.Read',
			tenant: inQuery('tenantFilter', { allTenants: true }),
			fields: [],
			answer: lookingAgain(
				rows(
					'id',
					'displayName',
					'state',
					'Tenant',
					'createdDateTime',
					'modifiedDateTime',
					'clientAppTypes',
					'includeUsers',
					'excludeUsers',
					'includeGroups',
					'excludeGroups',
					'includeApplications',
					'builtInControls',
				),
				inGraph('identity/conditionalAccess/policies'),
			),
		}),

		getChanges: read('ListConditionalAccessPolicyChanges', {
			name: 'Get Changes',
			action: 'Get changes of conditional access policy',
			help: 'Shows who altered a policy and how, as far back as the audit log of the tenant goes. An empty list proves nothing.',
			role: 'Tenant.ConditionalAccess.Read',
			tenant: inQuery(),
			fields: [
				thePolicy('id'),
				text('Policy Name', 'displayName', {
					name: 'policyName',
					optional: true,
					placeholder: 'e.g. Require MFA',
					help: 'Only copied into the output, in the column policy',
				}),
			],
			answer: rows(
				'policy',
				'policyId',
				'type',
				'typeFriendlyName',
				'initiatedBy',
				'date',
				'oldValue',
				'newValue',
			),
		}),

		check: read('ExecCaCheck', {
			name: 'Simulate Sign-In',
			action: 'Simulate sign in against conditional access policies',
			help: 'Asks Microsoft which policies would apply to a sign-in that you describe. They stand in the field value of the output.',
			role: 'Tenant.ConditionalAccess.Read',
			method: 'POST',
			tenant: inBody(),
			fields: [
				theUserId('userID', { form: 'labelValue' }),
				list('Applications', 'IncludeApplications', {
					form: 'labelValues',
					optional: true,
					placeholder: 'e.g. 00000003-0000-0ff1-ce00-000000000000',
					help: 'Application (client) IDs that are signed in to. Empty tests with one Microsoft app.',
				}),
				choice('User Risk', 'UserRiskLevel', riskLevels, {
					form: 'labelValue',
					optional: true,
					default: 'none',
					help: 'How risky Microsoft rates the person',
				}),
				choice('Sign-In Risk', 'SignInRiskLevel', riskLevels, {
					form: 'labelValue',
					optional: true,
					default: 'none',
					help: 'How risky Microsoft rates this sign-in',
				}),
				choice(
					'Client App',
					'ClientAppType',
					[
						{ value: 'all', label: 'Any' },
						{ value: 'browser', label: 'Browser' },
						{ value: 'easSupported', label: 'Exchange ActiveSync, Supported' },
						{ value: 'exchangeActiveSync', label: 'Exchange ActiveSync' },
						{ value: 'mobileAppsAndDesktopClients', label: 'Mobile App or Desktop Client' },
						{ value: 'other', label: 'Other (Legacy Protocols)' },
					],
					{
						form: 'labelValue',
						optional: true,
						default: 'all',
						help: 'The kind of program the person signs in with',
					},
				),
				choice(
					'Device Platform',
					'DevicePlatform',
					[
						...titled('all', 'android', 'linux', 'windows', 'windowsPhone'),
						{ value: 'iOS', label: 'iOS' },
						{ value: 'macOS', label: 'macOS' },
					],
					{
						form: 'labelValue',
						optional: true,
						default: 'all',
						help: 'Operating system of the device',
					},
				),
				text('Country', 'Country', {
					form: 'labelValue',
					optional: true,
					placeholder: 'e.g. NL',
					help: 'Two-letter code of the country the sign-in comes from. Give the IP address as well.',
				}),
				text('IP Address', 'IpAddress', {
					optional: true,
					placeholder: 'e.g. 203.0.113.7',
					help: 'Public address the sign-in comes from',
				}),
				choice(
					'Authentication Flow',
					'authenticationFlow',
					[
						{ value: 'authenticationTransfer', label: 'Authentication Transfer' },
						{ value: 'deviceCodeFlow', label: 'Device Code Flow' },
						{ value: 'none', label: 'None' },
					],
					{
						form: 'labelValue',
						optional: true,
						default: 'none',
						help: 'A way of signing in across devices that policies can block',
					},
				),
			],
			answer: row(
				'CIPP could not evaluate the sign-in, which does not mean that no policy applies',
			),
		}),

		deploy: change('AddCAPolicy', {
			name: 'Deploy',
			action: 'Deploy conditional access policy',
			help: 'Writes a policy from a template into one tenant or all of them, with its named locations',
			role: 'Tenant.ConditionalAccess.ReadWrite',
			tenant: inBody('tenantFilter', { form: 'labelValues', allTenants: true }),
			warns:
				'A policy that is on can lock everybody out, you included. Try it with State set to Report Only first. All Tenants takes in your own tenant if CIPP manages it.',
			fields: [
				jsonText('Template', 'RawJSON', {
					name: 'template',
					required: true,
					placeholder: 'e.g. {"displayName":"Require MFA","state":"disabled","conditions":{}}',
					help: 'The policy, such as a row of Conditional Access Template: Get Many',
				}),
				choice(
					'State',
					'NewState',
					[
						{
							value: 'donotchange',
							label: 'As in Template',
							help: 'When overwriting, the existing policy keeps its state',
						},
						...policyStates,
					],
					{
						required: true,
						default: 'enabledForReportingButNotEnforced',
						help: 'Whether the policy is enforced at once. A template can carry "on" in it.',
					},
				),
				choice(
					'Names in Template',
					'replacename',
					[
						{
							value: 'AllUsers',
							label: 'Aim at All Users',
							help: 'Drops every exclusion, emergency accounts too: danger of locking everybody out',
						},
						{
							value: 'displayName',
							label: 'Look Up by Name',
							help: 'Users whose name is unknown in the tenant are dropped without a word',
						},
						{ value: 'none', label: 'Leave as They Are' },
					],
					{
						required: true,
						default: 'none',
						help: 'What becomes of the users and groups that the template names',
					},
				),
				toggle('Overwrite', 'overwrite', {
					optional: true,
					help: 'Whether to replace a policy of exactly this name, and named locations of the same name. Otherwise an existing name is a failure.',
				}),
				toggle('Create Missing Groups', 'CreateGroups', {
					optional: true,
					help: 'Whether to add groups that the tenant lacks. Acts only together with Look Up by Name.',
				}),
				toggle('Turn Off Security Defaults', 'DisableSD', {
					optional: true,
					help: 'Whether to switch off Security Defaults first. They stay off even when the policy then fails.',
				}),
			],
			answer: inSteps(
				outcome({ done: [/^(?:Created|Updated) policy\b/i], failing: [/already exists/i] }),
				'the policies and named locations of the tenants',
			),
			look: graphRow(
				'identity/conditionalAccess/policies',
				{ displayName: '{RawJSON.displayName}' },
				{ state: softly('{NewState}') },
			),
		}),

		update: change('EditCAPolicy', {
			name: 'Update',
			action: 'Update conditional access policy',
			help: 'Turns a policy on, off or to report only, or gives it another name. At least one of both is needed.',
			role: 'Tenant.ConditionalAccess.ReadWrite',
			tenant: inBody(),
			fields: [
				thePolicy('GUID'),
				choice('State', 'State', policyStates, {
					name: 'newState',
					optional: true,
					default: 'enabledForReportingButNotEnforced',
					help: 'New state. Leave the option out to keep the present one.',
				}),
				text('New Name', 'newDisplayName', {
					optional: true,
					placeholder: 'e.g. Require MFA for admins',
					help: 'Name the policy shall have. Leave the option out to keep the present one.',
				}),
			],
			needsOneOf: ['State', 'newDisplayName'],
			answer: outcome(),
			look: graphPart('identity/conditionalAccess/policies/{GUID}', {
				state: '{State}',
				displayName: '{newDisplayName}',
			}),
		}),

		rewrite: change('ExecEditCAPolicyFull', {
			name: 'Update Conditions and Controls',
			action: 'Update conditions and controls of conditional access policy',
			help: 'Sends a part of a policy in the words of Microsoft Graph. Lists inside replace the old lists, null clears.',
			role: 'Tenant.ConditionalAccess.ReadWrite',
			tenant: inQuery(),
			warns:
				'A list you send replaces the whole list, exclusions of emergency accounts included. That can lock out the tenant.',
			fields: [
				thePolicy('PolicyId', { in: 'query' }),
				json('Policy', 'PolicyBody', {
					required: true,
					placeholder:
						'e.g. {"conditions":{"users":{"includeUsers":["All"],"excludeGroups":["1c2d3e4f-0000-4000-8000-000000000000"]}}}',
					help: 'JSON object with the properties to change. ID and dates are ignored.',
				}),
			],
			answer: outcome(),
			look: graphPart('identity/conditionalAccess/policies/{PolicyId}', {
				displayName: '{PolicyBody.displayName}',
				state: '{PolicyBody.state}',
				conditions: softly('{PolicyBody.conditions}'),
				grantControls: softly('{PolicyBody.grantControls}'),
			}),
		}),

		delete: destroy('RemoveCAPolicy', {
			name: 'Delete',
			action: 'Delete conditional access policy',
			help: 'Removes a policy from the tenant, and with it the protection it gives',
			role: 'Tenant.ConditionalAccess.ReadWrite',
			tenant: inBody(),
			fields: [thePolicy('GUID')],
			answer: outcome(),
			look: gone(graphPart('identity/conditionalAccess/policies/{GUID}', {})),
		}),

		addExclusion: change('ExecCAExclusion', {
			name: 'Exclude User',
			action: 'Exclude user from conditional access policy',
			help: 'Exempts someone until you take it back. CIPP also makes an empty vacation group and excludes it from the policy.',
			role: 'Tenant.ConditionalAccess.ReadWrite',
			tenant: inBody(),
			fixed: { body: { ExclusionType: 'add' } },
			fields: [thePolicy('PolicyId'), ...oneUser()],
			answer: inSteps(outcome({ silenceIsSuccess: true }), 'whom the policy excludes'),
			look: graphPart('identity/conditionalAccess/policies/{PolicyId}', {
				'conditions.users.excludeUsers': has('{UserID}'),
			}),
		}),

		removeExclusion: change('ExecCAExclusion', {
			name: 'Include User Again',
			action: 'Include user in conditional access policy again',
			help: 'Ends an exemption that names the person. Exemptions through a group stay.',
			role: 'Tenant.ConditionalAccess.ReadWrite',
			tenant: inBody(),
			fixed: { body: { ExclusionType: 'remove' } },
			fields: [thePolicy('PolicyId'), ...oneUser()],
			answer: inSteps(outcome({ silenceIsSuccess: true }), 'whom the policy excludes'),
			look: graphPart('identity/conditionalAccess/policies/{PolicyId}', {
				'conditions.users.excludeUsers': lacks('{UserID}'),
			}),
		}),

		scheduleExclusion: change('ExecCAExclusion', {
			name: 'Schedule Vacation Exclusion',
			action: 'Schedule vacation exclusion from conditional access policy',
			help: 'Exempts someone from start to end through a group, by two scheduled tasks in CIPP',
			role: 'Tenant.ConditionalAccess.ReadWrite',
			does: 'vacation',
			tenant: inBody(),
			fixed: { body: { vacation: true } },
			fields: [
				thePolicy('PolicyId'),
				...oneUser(),
				dateTime('Start', 'StartDate', {
					required: true,
					help: 'When the exemption begins, in the time zone of the workflow',
				}),
				dateTime('End', 'EndDate', {
					required: true,
					help: 'When the exemption ends. CIPP does not check that it is after the start.',
				}),
				toggle('Quiet Location Alerts', 'excludeLocationAuditAlerts', {
					optional: true,
					help: 'Whether to hold back audit log alerts about the place of sign-in meanwhile. Only if the policy uses named locations.',
				}),
				toggle('Create Travel Policy', 'CreateTravelPolicy', {
					optional: true,
					help: 'Whether to allow sign-ins from the travel countries only, for this time. Needs Travel Countries.',
				}),
				list('Travel Countries', 'TravelCountries', {
					form: 'labelValues',
					optional: true,
					placeholder: 'e.g. ES, PT',
					help: 'Two-letter country codes for the travel policy, separated by commas',
				}),
				notifyThrough({}, 'postExecution'),
				text('Reference', 'reference', {
					optional: true,
					placeholder: 'e.g. TICKET-4711',
					help: 'Your ticket number, kept with the scheduled tasks',
				}),
			],
			answer: outcome({ onlyQueues: true, benign: [/\bfind a unique vacation group\b/i] }),
		}),

		excludeServiceProvider: change('ExecCAServiceExclusion', {
			name: 'Exclude Service Provider',
			action: 'Exclude service provider from conditional access policy',
			help: 'Exempts the guests and admins of your own partner tenant, so that CIPP keeps its access. Changes only policies for all users.',
			role: 'Tenant.ConditionalAccess.ReadWrite',
			tenant: inQuery(),
			fields: [thePolicy('GUID', { in: 'query' })],
			answer: outcome({ failing: [/no changes made/i] }),
		}),
	},
);
