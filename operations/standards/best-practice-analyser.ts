import {
	change,
	choice,
	destroy,
	inBody,
	inQuery,
	json,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	words,
} from '../vocabulary';

const flag = 'CIPP answers 503 unless its feature flag BestPracticeAnalyser is on.';
const readRole = 'Tenant.BestPracticeAnalyser.Read';

export const bestPracticeAnalyser = resource(
	'Best Practice Analyser',
	'bestPracticeAnalyser',
	'getReport',
	{
		getReport: read('ListBPA', {
			name: 'Get Report',
			action: 'Get best practice analyser report',
			help: `Reads the columns and data of a report. ${flag}`,
			role: readRole,
			tenant: inQuery('tenantFilter', { allTenants: true }),
			fields: [
				text('Report Name', 'Report', {
					optional: true,
					placeholder: 'e.g. CIPP Best Practices v1.5 - Table view',
					help: 'Name from Best Practice Analyser: Get Many Templates. A report of style Table holds every tenant whatever is chosen.',
				}),
			],
			answer: row('There is no such report'),
		}),

		getManyLegacy: read('BestPracticeAnalyser_List', {
			name: 'Get Many Legacy',
			action: 'Get many legacy best practice analyser results',
			help: `Lists results of an old analyser that nothing fills any more, so usually none. ${flag}`,
			role: readRole,
			tenant: null,
			fields: [],
			answer: rows('Tenant', 'LastRefresh', 'PartitionKey', 'RowKey'),
		}),

		run: change('ExecBPA', {
			name: 'Run',
			action: 'Run best practice analyser',
			help: `Starts to collect the data of the reports anew. ${flag}`,
			role: 'Tenant.BestPracticeAnalyser.ReadWrite',
			tenant: inBody('tenantFilter', { form: 'labelValue', allTenants: true }),
			fields: [],
			answer: outcome({ onlyQueues: true }),
		}),

		getManyTemplates: read('ListBPATemplates', {
			name: 'Get Many Templates',
			action: 'Get many best practice analyser templates',
			help: `Lists the templates of reports. Built-in ones that were deleted come back by it. ${flag}`,
			role: readRole,
			tenant: null,
			fields: [],
			answer: rows('GUID', 'Name', 'Style', 'Data'),
		}),

		getManyDefinitions: read('ListBPATemplates', {
			name: 'Get Many Template Definitions',
			action: 'Get many best practice analyser template definitions',
			help: `Lists the templates of reports as they are stored, to copy from. ${flag}`,
			role: readRole,
			tenant: null,
			fixed: { query: { RawJson: 'true' } },
			fields: [],
			answer: rows('name', 'style', 'Fields'),
		}),

		saveTemplate: change('AddBPATemplate', {
			name: 'Save Template',
			action: 'Save best practice analyser template',
			help: 'Stores a template of a report. One of the same name is overwritten without asking.',
			role: 'Tenant.BestPracticeAnalyser.ReadWrite',
			tenant: null,
			isOpen: true,
			fields: [
				text('Template Name', 'name', {
					required: true,
					placeholder: 'e.g. Our Checks',
					help: 'Name of the report',
				}),
				choice('Style', 'style', words('Table', 'Tenant'), {
					required: true,
					help: 'Whether the report has a row for each tenant, or a page for one tenant',
				}),
				json('Fields', 'Fields', {
					required: true,
					placeholder:
						'e.g. [{"name":"Policy","API":"Graph","URL":"https://graph.microsoft.com/beta/policies/authorizationPolicy","ExtractFields":["displayName"],"StoreAs":"JSON","FrontendFields":[]}]',
					help: 'List of what to collect and show, as in Best Practice Analyser: Get Many Template Definitions. CIPP does not check it.',
				}),
			],
			answer: outcome({ failing: [/^BPA Template Creation failed/i] }),
		}),

		deleteTemplate: destroy('RemoveBPATemplate', {
			name: 'Delete Template',
			action: 'Delete best practice analyser template',
			help: `Removes a template of a report. Built-in ones come back when templates are listed. ${flag}`,
			role: 'Tenant.Standards.ReadWrite',
			tenant: null,
			fields: [
				text('Template Key', 'TemplateName', {
					in: 'query',
					required: true,
					placeholder: 'e.g. Our Checks',
					help: 'The column GUID of Best Practice Analyser: Get Many Templates',
				}),
			],
			answer: outcome(),
		}),
	},
);
