import { change, destroy, list, outcome, resource, text } from '../vocabulary';

const role = 'CIPP.Dashboard.Read';

const theReport = text('Report ID', 'ReportId', {
	required: true,
	placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
	help: 'ID of a report of your own; built-in ones cannot be changed',
});

const content = [
	text('Report Name', 'name', {
		required: true,
		placeholder: 'e.g. Monthly Check',
		help: 'Name of the report, 256 characters at most',
	}),
	text('Description', 'description', {
		optional: true,
		placeholder: 'e.g. What we show the customer',
		help: 'What the report is for',
	}),
	list('Identity Tests', 'IdentityTests', {
		optional: true,
		placeholder: 'e.g. ZTNA21770, CIS_1_1_1',
		help: 'IDs from IdentityTests of Test: Get Available. Separate several with commas.',
	}),
	list('Device Tests', 'DevicesTests', {
		optional: true,
		placeholder: 'e.g. ZTNA24540',
		help: 'IDs from DevicesTests of Test: Get Available. Separate several with commas.',
	}),
	list('Custom Tests', 'CustomTests', {
		optional: true,
		placeholder: 'e.g. CustomScript-1c2d3e4f-0000-4000-8000-000000000000',
		help: 'IDs from CustomTests of Test: Get Available. Separate several with commas.',
	}),
];

export const testReport = resource('Test Report', 'testReport', 'create', {
	create: change('AddTestReport', {
		name: 'Create',
		action: 'Create test report',
		help: 'Saves a new report that shows a choice of tests',
		role,
		tenant: null,
		fields: content,
		answer: outcome({ keeps: { reportId: 'ReportId' } }),
	}),

	update: change('AddTestReport', {
		name: 'Update',
		action: 'Update test report',
		help: 'Replaces a report as a whole: tests that are not given here are gone',
		role,
		tenant: null,
		fields: [theReport, ...content],
		answer: outcome(),
	}),

	delete: destroy('DeleteTestReport', {
		name: 'Delete',
		action: 'Delete test report',
		help: 'Removes a report of your own; the tests and their results stay',
		role,
		tenant: null,
		fields: [theReport],
		answer: outcome(),
	}),
});
