import { choice, inQuery, read, resource, row, rows, text, toggle, words } from '../vocabulary';

const results = words('Failed', 'Info', 'Informational', 'Investigate', 'Passed', 'Skipped');

export const testResult = resource('Test Result', 'testResult', 'getMany', {
	getMany: read('ListTestResultsTenants', {
		name: 'Get Many',
		action: 'Get many test results',
		help: 'Lists how tenants did in the security tests of CIPP. Without any option it returns every result with long texts.',
		role: 'Tenant.Reports.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		omits: { countsOnly: 'leaves out the rows, which are all that comes out' },
		fields: [
			text('Test ID', 'testId', {
				optional: true,
				placeholder: 'e.g. ZTNA21772',
				help: 'Only this test. Separate several with commas.',
			}),
			choice('Result', 'status', results, {
				optional: true,
				default: 'Failed',
				help: 'Only results of this kind, in rows and counts. Custom tests say Info, built-in ones Informational.',
			}),
			choice('Result in Rows', 'rowStatus', results, {
				optional: true,
				default: 'Failed',
				help: 'Only rows of this kind, while the counts stay whole',
			}),
			choice('Test Type', 'testType', words('Custom', 'Devices', 'Identity'), {
				optional: true,
				default: 'Identity',
				help: 'Only tests about this',
			}),
			choice('Risk', 'risk', words('Critical', 'High', 'Informational', 'Low', 'Medium'), {
				optional: true,
				default: 'High',
				help: 'Only tests of this weight. Only custom tests know Critical.',
			}),
			text('Category', 'category', {
				optional: true,
				placeholder: 'e.g. Access control',
				help: 'Only tests of this category, spelled exactly so',
			}),
			toggle('Summary Only', 'summaryOnly', {
				optional: true,
				help: 'Whether to leave out the long texts, which makes it much faster',
			}),
			toggle('Include Counts', 'includeCounts', {
				optional: true,
				help: 'Whether CIPP also counts the results. The counts stand beside the rows, so they are not in the items.',
			}),
		],
		answer: rows(
			'Tenant',
			'TenantName',
			'RowKey',
			'Name',
			'Status',
			'Risk',
			'Category',
			'TestType',
			'Pillar',
			'UserImpact',
			'ImplementationEffort',
			'LastRun',
			'Description',
		),
	}),

	getForTenant: read('ListTests', {
		name: 'Get of Tenant',
		action: 'Get test results of tenant',
		help: 'Reads all results of one tenant as one large item, with counts, secure score, MFA states and licenses',
		role: 'Tenant.Reports.Read',
		tenant: inQuery(),
		fields: [
			text('Report ID', 'reportId', {
				optional: true,
				placeholder: 'e.g. zero-trust',
				help: 'Only tests of this report, from Get Reports. An unknown ID gives an empty list.',
			}),
		],
		answer: row('CIPP has no test results for this tenant'),
	}),

	getReports: read('ListTestReports', {
		name: 'Get Reports',
		action: 'Get test reports',
		help: 'Lists the collections of tests: built in, and your own with source database',
		role: 'Tenant.Reports.Read',
		tenant: null,
		fields: [],
		answer: rows(
			'id',
			'name',
			'description',
			'version',
			'source',
			'type',
			'IdentityTests',
			'DevicesTests',
			'CustomTests',
		),
	}),
});
