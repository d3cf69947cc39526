import { destroy, inBody, inQuery, outcome, read, resource, row, rows, text } from '../vocabulary';

const role = 'Tenant.Standards.ReadWrite';

export const standard = resource('Standard', 'standard', 'getMany', {
	getMany: read('ListStandards', {
		name: 'Get Many',
		action: 'Get many standards',
		help: 'Lists the standards that hold for a tenant, put together from all its templates',
		role: 'Tenant.Standards.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fixed: { query: { ShowConsolidated: 'true' } },
		fields: [],
		answer: rows('Tenant', 'Standard', 'Settings', 'TemplateId'),
	}),

	getState: read('ListStandardsCurrentState', {
		name: 'Get Many States',
		action: 'Get many standard states',
		help: 'Lists how a tenant stands to each standard. One that is missing was not measured in the past 7 days; that does not mean it is met.',
		role: 'Tenant.Standards.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows(
			'StandardName',
			'Compliant',
			'CurrentValue',
			'ExpectedValue',
			'Value',
			'LicenseAvailable',
			'LastRefresh',
		),
	}),

	compare: read('ListStandardsCompare', {
		name: 'Get Comparison',
		action: 'Get standard comparison',
		help: 'Reads one object with a property for each standard that was measured in a tenant in the past 7 days, its present and its expected value',
		role: 'Tenant.BestPracticeAnalyser.Read',
		tenant: inQuery(),
		fields: [
			text('Standard Template ID', 'templateId', {
				optional: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'Only the standards of this template, by GUID',
			}),
		],
		answer: row('No standard was measured in this tenant in the past 7 days'),
	}),

	getAlignment: read('ListTenantAlignment', {
		name: 'Get Many Scores',
		action: 'Get many standard scores',
		help: 'Lists for every tenant and template how far it is met, in percent. Tenants without a run in the past 7 days are missing.',
		role: 'Tenant.Standards.Read',
		tenant: null,
		omits: { summary: 'averages of all tenants, for which the rows are enough' },
		fields: [],
		answer: rows(
			'tenantFilter',
			'standardName',
			'standardType',
			'standardId',
			'alignmentScore',
			'LicenseMissingPercentage',
			'combinedAlignmentScore',
			'pendingDeviationsCount',
			'deniedDeviationsCount',
			'latestDataCollection',
		),
	}),

	getAlignmentDetails: read('ListTenantAlignment', {
		name: 'Get Many Score Details',
		action: 'Get many standard score details',
		help: 'Lists every standard of every template for every tenant. Go by complianceStatus: with currentValue empty it was not measured.',
		role: 'Tenant.Standards.Read',
		tenant: null,
		fixed: { query: { granular: 'true' } },
		fields: [],
		answer: rows(
			'tenantFilter',
			'templateName',
			'templateId',
			'templateType',
			'standardName',
			'standardId',
			'complianceStatus',
			'deviationStatus',
			'licenseAvailable',
			'currentValue',
			'expectedValue',
			'latestDataCollection',
		),
	}),

	getManyLegacy: read('ListStandards', {
		name: 'Get Many Legacy',
		action: 'Get many legacy standards',
		help: 'Lists standards from before there were templates, which CIPP no longer runs. All Tenants finds only what was set for all.',
		role: 'Tenant.Standards.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [],
		answer: rows('displayName', 'appliedBy', 'appliedAt', 'standards', 'StandardsExport'),
	}),

	deployLegacy: destroy('AddStandardsDeploy', {
		name: 'Deploy Legacy',
		action: 'Deploy legacy standards',
		help: 'Stores standards in the way from before there were templates and replaces what is stored for the tenant. Use Standard Template: Create instead.',
		role,
		tenant: inBody('tenant', { allTenants: true }),
		isOpen: true,
		warns: 'CIPP stores these but no longer runs them',
		omits: { '<standardName>': 'stands in Additional Fields under the name of the standard' },
		fields: [],
		answer: outcome(),
	}),

	deleteLegacy: destroy('RemoveStandard', {
		name: 'Delete Legacy',
		action: 'Delete legacy standards',
		help: 'Removes what is stored for a tenant in the way from before there were templates. Templates stay.',
		role,
		tenant: inQuery('ID', { allTenants: true }),
		fields: [],
		answer: outcome(),
	}),

	convertLegacy: destroy('ExecStandardConvert', {
		name: 'Convert Legacy',
		action: 'Convert legacy standards',
		help: 'Makes templates, which wait to be run by hand, of all standards from before there were templates',
		role,
		actsEverywhere: true,
		tenant: null,
		warns:
			'This covers all tenants and cannot be undone: the old standards are deleted, also those that report, alert and remediate nothing and so get no template',
		fields: [],
		answer: outcome(),
	}),
});
