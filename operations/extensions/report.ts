import {
	andWhatElseWasSent,
	change,
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
} from '../vocabulary';

const reportColumns = [
	'RowKey',
	'TemplateName',
	'TenantFilter',
	'Status',
	'GeneratedAt',
	'Sections',
	'TestCount',
	'CustomCount',
	'ReportURL',
];
const guid = 'e.g. 1c2d3e4f-0000-4000-8000-000000000000';
const reportId = text('Report ID', 'ReportGUID', {
	required: true,
	placeholder: guid,
	help: 'The RowKey of the report',
});
const title = text('Title', 'TemplateName', {
	optional: true,
	placeholder: 'e.g. Monthly review',
	help: 'What the report is called. It does not choose a template.',
});
const blocks = json('Blocks', 'Blocks', {
	required: true,
	placeholder: 'e.g. [{"type":"blank","title":"Summary","static":true,"content":"All well"}]',
	help: 'The parts of the report as a list of objects with a type, such as test, database or blank, and a title',
});

export const report = resource('Report', 'report', 'getMany', {
	getMany: read('ListGeneratedReports', {
		name: 'Get Many',
		action: 'Get many reports',
		help: 'Lists the reports that CIPP has generated for a tenant. Switch Simplify off for their whole contents.',
		role: 'CIPP.Core.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [],
		answer: rows(...reportColumns),
	}),

	get: read('ListGeneratedReports', {
		name: 'Get',
		action: 'Get report',
		help: 'Reads one generated report with all its blocks',
		role: 'CIPP.Core.Read',
		tenant: null,
		omits: { tenantFilter: 'the report is found by its ID' },
		fields: [reportId],
		answer: row('There is no such report'),
	}),

	generate: change('ExecGenerateReportBuilderReport', {
		name: 'Generate',
		action: 'Generate report',
		help: 'Fills a report template with what CIPP stored about a tenant. Not a PDF; some hosts answer nothing although it worked, so look with Get Many then.',
		role: 'CIPP.Core.ReadWrite',
		does: '(generate)',
		tenant: inBody('TenantFilter'),
		omits: { tenantFilter: 'the body names the tenant' },
		fields: [
			text('Report Template ID', 'TemplateGUID', {
				required: true,
				placeholder: guid,
				help: 'The RowKey of the template, from Report Template: Get Many',
			}),
			title,
		],
		answer: outcome(),
	}),

	generateFromBlocks: change('ExecGenerateReportBuilderReport', {
		name: 'Generate From Blocks',
		action: 'Generate report from blocks',
		help: 'Builds a report from parts given here instead of a template. Some hosts answer nothing although it worked, so look with Get Many then.',
		role: 'CIPP.Core.ReadWrite',
		does: '(generate)',
		tenant: inBody('TenantFilter'),
		fields: [blocks, title],
		answer: outcome(),
	}),

	delete: destroy('ExecGenerateReportBuilderReport', {
		name: 'Delete',
		action: 'Delete report',
		help: 'Removes one generated report for good; its template stays',
		role: 'CIPP.Core.ReadWrite',
		tenant: null,
		fixed: { body: { Action: 'delete' } },
		omits: { TenantFilter: 'the report is found by its ID' },
		fields: [reportId],
		answer: outcome(),
	}),
});

const templateName = text('Name', 'Name', {
	name: 'templateName',
	required: true,
	placeholder: 'e.g. Monthly review',
	help: 'Name of the template, up to 256 characters',
});
const settings = json('Settings', 'Settings', {
	optional: true,
	placeholder: 'e.g. {"orientation":"portrait"}',
	help: 'Page size, orientation and branding preset as an object. Left out, the template has none.',
});
const templateId = text('Report Template ID', 'GUID', {
	name: 'reportTemplateId',
	required: true,
	placeholder: guid,
	help: 'The RowKey of the template',
});

export const reportTemplate = resource('Report Template', 'reportTemplate', 'getMany', {
	getMany: read('ListReportBuilderTemplates', {
		name: 'Get Many',
		action: 'Get many report templates',
		help: 'Lists the templates from which reports are generated',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [],
		answer: rows('RowKey', 'Name', 'Sections', 'TestCount', 'CustomCount', 'CreatedAt', 'Settings'),
	}),

	create: change('ExecReportBuilderTemplate', {
		name: 'Create',
		action: 'Create report template',
		help: 'Makes a new template for reports',
		role: 'CIPP.Core.ReadWrite',
		tenant: null,
		fixed: { body: { Action: 'save' } },
		fields: [templateName, blocks, settings],
		answer: outcome({ keeps: { reportTemplateId: 'GUID' } }),
		look: inList('getMany', { RowKey: '{answer.reportTemplateId}' }),
	}),

	update: change('ExecReportBuilderTemplate', {
		name: 'Update',
		action: 'Update report template',
		help: 'Replaces a template as a whole: blocks and settings that are not given are lost. An ID that CIPP does not list is refused.',
		role: 'CIPP.Core.ReadWrite',
		tenant: null,
		fixed: { body: { Action: 'save' } },
		fields: [templateId, templateName, blocks, settings],
		changes: { endpoint: 'ListReportBuilderTemplates', column: 'RowKey', wire: 'GUID' },
		answer: outcome(),
		look: andWhatElseWasSent(
			inList('getMany', { RowKey: '{GUID}' }, { Name: '{Name}' }),
			'GUID',
			'Action',
		),
	}),

	delete: destroy('ExecReportBuilderTemplate', {
		name: 'Delete',
		action: 'Delete report template',
		help: 'Removes a template for good; reports made from it stay',
		role: 'CIPP.Core.ReadWrite',
		tenant: null,
		fixed: { body: { Action: 'delete' } },
		fields: [templateId],
		answer: outcome(),
		look: readBefore(gone(inList('getMany', { RowKey: '{GUID}' }))),
	}),

	getBrandingPresets: read('ListBrandingPresets', {
		name: 'Get Branding Presets',
		action: 'Get branding presets of report templates',
		help: 'Lists the sets of colors, logos and footers that reports can wear',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [
			toggle('Include Images', 'includeImages', {
				optional: true,
				help: 'Whether to add logos and covers, which are large',
			}),
		],
		answer: rows(
			'id',
			'name',
			'colour',
			'secondaryColour',
			'logoImageId',
			'coverImageId',
			'coverStock',
			'footerText',
			'coverFooterText',
			'showFooter',
			'showPageNumbers',
			'watermarkText',
			'watermarkEnabled',
		),
	}),
});
