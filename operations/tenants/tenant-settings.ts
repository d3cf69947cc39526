import {
	change,
	choice,
	destroy,
	gone,
	inBody,
	inList,
	inQuery,
	json,
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

const alsoUnderDomain = () =>
	text('Default Domain', 'defaultDomainName', {
		optional: true,
		placeholder: 'e.g. contoso.com',
		help: 'Default domain of the same tenant, to tidy up choices that older versions stored under it',
	});

export const tenantSettings = resource('Tenant Configuration', 'tenantSettings', 'getAll', {
	getAll: read('ListOffboardTenants', {
		name: 'Get Many',
		action: 'Get many tenants with their configuration',
		help: 'Lists what CIPP has stored about its tenants, excluded and failing ones as well. Needs the right to change, though it only reads.',
		role: 'Tenant.Administration.ReadWrite',
		tenant: null,
		fields: [],
		answer: rows(
			'customerId',
			'displayName',
			'defaultDomainName',
			'initialDomainName',
			'Excluded',
			'ExcludeUser',
			'ExcludeDate',
			'GraphErrorCount',
			'LastGraphError',
			'LastRefresh',
		),
	}),

	update: change('EditTenant', {
		name: 'Update',
		action: 'Update tenant configuration',
		help: 'Sets the alias that CIPP shows for a tenant, and its static tenant groups',
		role: 'Tenant.Config.ReadWrite',
		tenant: inBody('customerId', { form: 'customerId' }),
		warns: 'An empty alias deletes the present one: give it again to keep it.',
		fields: [
			text('Alias', 'tenantAlias', {
				placeholder: 'e.g. Contoso (Head Office)',
				help: 'Name for display in CIPP. Empty deletes an existing alias.',
			}),
			json('Tenant Groups', 'tenantGroups', {
				optional: true,
				placeholder: 'e.g. [{"groupId":"1c2d3e4f-0000-4000-8000-000000000000","groupName":"Gold"}]',
				help: 'Full list of static tenant groups the tenant shall be in. Empty changes nothing, so the last one cannot be taken away here.',
			}),
		],
		answer: outcome(),
	}),

	setOffboardingDefaults: change('EditTenantOffboardingDefaults', {
		name: 'Set Offboarding Defaults',
		action: 'Set offboarding defaults of tenant',
		help: 'Stores which steps CIPP proposes when someone of this tenant is offboarded',
		role: 'Tenant.Config.ReadWrite',
		tenant: inBody('customerId', { form: 'customerId' }),
		fields: [
			json('Offboarding Defaults', 'offboardingDefaults', {
				required: true,
				placeholder: 'e.g. {"DisableSignIn":true,"RevokeSessions":true}',
				help: 'All choices as one object: it takes the place of what is stored, and an empty one deletes it',
			}),
			alsoUnderDomain(),
		],
		answer: outcome(),
	}),

	clearOffboardingDefaults: change('EditTenantOffboardingDefaults', {
		name: 'Clear Offboarding Defaults',
		action: 'Clear offboarding defaults of tenant',
		help: 'Deletes the choices stored for a tenant, so that those for all tenants count again',
		role: 'Tenant.Config.ReadWrite',
		tenant: inBody('customerId', { form: 'customerId' }),
		fields: [alsoUnderDomain()],
		answer: outcome(),
	}),

	remove: destroy('ExecRemoveTenant', {
		name: 'Remove Tenant From List',
		action: 'Remove tenant from list',
		help: 'Takes a tenant off the list in CIPP. It comes back at the next refresh while its GDAP relationship is active; data, standards and tasks stay.',
		role: 'Tenant.Administration.ReadWrite',
		tenant: inBody('TenantID', { form: 'customerId' }),
		fields: [],
		answer: outcome(),
	}),

	clearCapabilities: change('RemoveTenantCapabilitiesCache', {
		name: 'Clear Capabilities Cache',
		action: 'Clear capabilities cache of tenant',
		help: 'Has CIPP look again at which services the tenant is licensed for, such as after buying licenses',
		role: 'Tenant.Administration.ReadWrite',
		tenant: inQuery('defaultDomainName'),
		fields: [],
		answer: outcome({ benign: [/^no capabilities cache found/i] }),
	}),

	validateAddress: read('AddTenant', {
		name: 'Validate Address',
		action: 'Validate address of new tenant',
		help: 'Asks Partner Center whether a postal address is good enough for a new customer',
		role: 'Tenant.Config.ReadWrite',
		method: 'POST',
		tenant: null,
		fixed: { body: { Action: 'ValidateAddress' } },
		omits: {
			AddTenant: 'creates no tenant and claims it did',
			ValidateDomain: 'always says that the domain is free',
			GetOrganizationProfile: 'always fails',
			TenantName: 'only for actions that do not work',
			CompanyName: 'only for actions that do not work',
			FirstName: 'only for actions that do not work',
			LastName: 'only for actions that do not work',
			Email: 'only for actions that do not work',
			PhoneNumber: 'only for actions that do not work',
		},
		fields: [
			text('Address', 'AddressLine1', {
				required: true,
				placeholder: 'e.g. Keizersgracht 1',
				help: 'Street and number',
			}),
			text('Address Line 2', 'AddressLine2', {
				optional: true,
				placeholder: 'e.g. Floor 3',
				help: 'What else belongs to the address',
			}),
			text('City', 'City', { required: true, placeholder: 'e.g. Amsterdam', help: 'The town' }),
			text('State or Province', 'State', {
				optional: true,
				placeholder: 'e.g. WA',
				help: 'Needed in countries that have states',
			}),
			text('Postal Code', 'PostalCode', {
				required: true,
				placeholder: 'e.g. 1015 CN',
				help: 'Postal or ZIP code',
			}),
			text('Country', 'Country', {
				required: true,
				placeholder: 'e.g. NL',
				help: 'Two-letter code of the country',
			}),
		],
		answer: row('Partner Center said nothing about the address'),
	}),
});

const variableName = (): DeclaredField =>
	text('Variable Name', 'RowKey', {
		name: 'variableName',
		required: true,
		placeholder: 'e.g. supportphone',
		help: 'Name without percent signs, in exactly this spelling',
	});

export const tenantVariable = resource('Tenant Variable', 'tenantVariable', 'getMany', {
	getMany: read('ExecCippReplacemap', {
		name: 'Get Many',
		action: 'Get many tenant variables',
		help: 'Lists the variables of one tenant. All Tenants means the global ones, not those of every tenant.',
		role: 'Tenant.Config.ReadWrite',
		method: 'POST',
		tenant: inQuery('tenantId', { allTenants: true }),
		fixed: { query: { Action: 'List' } },
		fields: [
			toggle('Include Global', 'includeGlobal', {
				optional: true,
				help: 'Whether to add the variables that count for all tenants',
			}),
		],
		answer: rows('RowKey', 'Value', 'Description', 'VariableType', 'Scope', 'PartitionKey'),
		secret: ['Value'],
	}),

	getUsage: read('ExecCippReplacemap', {
		name: 'Get Usage',
		action: 'Get usage of tenant variables',
		help: 'Lists every variable name with the tenants that set it, and whether their types agree',
		role: 'Tenant.Config.ReadWrite',
		method: 'POST',
		tenant: null,
		fixed: { query: { Action: 'Usage' } },
		omits: { tenantId: 'looks at all tenants' },
		fields: [],
		answer: rows(
			'Name',
			'Variable',
			'SuggestedType',
			'HasGlobal',
			'TenantCount',
			'TypesConsistent',
			'Types',
			'Definitions',
		),
		secret: ['Definitions'],
	}),

	set: change('ExecCippReplacemap', {
		name: 'Set',
		action: 'Set tenant variable',
		help: 'Creates or overwrites a variable of a tenant. All Tenants makes a global one.',
		role: 'Tenant.Config.ReadWrite',
		tenant: inQuery('tenantId', { allTenants: true }),
		fixed: { query: { Action: 'AddEdit' } },
		fields: [
			variableName(),
			text('Value', 'Value', {
				name: 'variableValue',
				required: true,
				placeholder: 'e.g. +31 20 123 4567',
				help: 'What CIPP puts in place of the name, as text also for numbers',
			}),
			choice(
				'Type',
				'VariableType',
				[
					{ value: 'boolean', label: 'Boolean' },
					{ value: 'integer', label: 'Integer' },
					{ value: 'json', label: 'JSON' },
					{ value: 'string', label: 'Text' },
				],
				{
					name: 'variableType',
					required: true,
					default: 'string',
					help: 'What the value has to be. Give the present type again when you overwrite.',
				},
			),
			text('Description', 'Description', {
				optional: true,
				placeholder: 'e.g. Number of the help desk',
				help: 'What it is for. Empty drops a present one.',
			}),
		],
		answer: outcome(),
		look: inList('getMany', { RowKey: '{RowKey}' }, { Value: '{Value}' }),
	}),

	delete: destroy('ExecCippReplacemap', {
		name: 'Delete',
		action: 'Delete tenant variable',
		help: 'Removes a variable from a tenant. All Tenants removes a global one.',
		role: 'Tenant.Config.ReadWrite',
		tenant: inQuery('tenantId', { allTenants: true }),
		fixed: { query: { Action: 'Delete' } },
		fields: [variableName()],
		answer: outcome(),
		look: readBefore(gone(inList('getMany', { RowKey: '{RowKey}' }))),
	}),
});
