import { change, inBody, inQuery, outcome, read, resource, row, text } from '../vocabulary';

const role = 'Tenant.Tests.ReadWrite';
const started = outcome({ onlyQueues: true });

export const test = resource('Test', 'test', 'getAvailable', {
	getAvailable: read('ListAvailableTests', {
		name: 'Get Available',
		action: 'Get available tests',
		help: 'Reads which tests there are, in three lists: identity, devices and own ones',
		role: 'CIPP.Dashboard.Read',
		tenant: null,
		fields: [],
		answer: row('CIPP lists no tests'),
	}),

	run: change('ExecTestRun', {
		name: 'Run',
		action: 'Run tests',
		help: 'Starts to collect the data of a tenant anew and then runs all tests on it',
		role,
		does: 'both',
		tenant: inQuery(),
		fixed: { query: { mode: 'both' } },
		fields: [],
		answer: started,
	}),

	refreshData: change('ExecTestRun', {
		name: 'Refresh Data',
		action: 'Refresh test data',
		help: 'Starts to collect the data of a tenant anew, without running tests',
		role,
		does: 'cache',
		tenant: inQuery(),
		fixed: { query: { mode: 'cache' } },
		fields: [],
		answer: started,
	}),

	runOnStored: change('ExecTestRun', {
		name: 'Run on Stored Data',
		action: 'Run tests on stored data',
		help: 'Starts all tests on the data that CIPP already has. A tenant without data is passed over without a word.',
		role,
		does: 'tests',
		tenant: inQuery(),
		fixed: { query: { mode: 'tests' } },
		fields: [],
		answer: started,
	}),

	runOne: change('ExecTestRefresh', {
		name: 'Run One',
		action: 'Run one test',
		help: 'Runs one built-in test at once on the data that CIPP already has. Done does not mean passed.',
		role,
		tenant: inQuery(),
		fields: [
			text('Test ID', 'testName', {
				in: 'query',
				required: true,
				placeholder: 'e.g. CIS_1_1_1',
				help: 'ID of a built-in test, without a prefix; own tests cannot be run here',
			}),
		],
		answer: outcome({
			keeps: {
				test: 'Metadata.Name',
				result: 'Metadata.Status',
				risk: 'Metadata.Risk',
				resultMarkdown: 'Metadata.ResultMarkdown',
				resultData: 'Metadata.ResultDataJson',
			},
		}),
	}),

	runCustom: change('ExecCustomTestRun', {
		name: 'Run Custom',
		action: 'Run custom tests',
		help: 'Starts all enabled custom scripts as tests, on the data that CIPP already has',
		role,
		tenant: inBody('tenantFilter', { form: 'labelValue', allTenants: true }),
		fields: [],
		answer: started,
	}),
});
