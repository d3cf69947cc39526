import {
	change,
	choice,
	json,
	list,
	outcome,
	resource,
	text,
	words,
	type ListOfIds,
} from '../vocabulary';

const kinds = [
	'AppTemplate',
	'AssignmentFilterTemplate',
	'CATemplate',
	'ContactTemplate',
	'ExConnectorTemplate',
	'GroupTemplate',
	'JITAdminTemplate',
	'ReportBuilderTemplate',
	'RoleTemplate',
	'SafeLinksTemplate',
	'SpamfilterTemplate',
	'StandardsTemplateV2',
	'TransportTemplate',
];
/** Where CIPP lists what is stored; role templates have no ID in theirs. */
const lists: Record<string, ListOfIds> = {
	AppTemplate: { endpoint: 'ListAppTemplates', column: 'GUID' },
	AssignmentFilterTemplate: { endpoint: 'ListAssignmentFilterTemplates', column: 'GUID' },
	CATemplate: { endpoint: 'ListCATemplates', column: 'GUID' },
	ContactTemplate: { endpoint: 'ListContactTemplates', column: 'GUID' },
	ExConnectorTemplate: { endpoint: 'ListExConnectorTemplates', column: 'GUID' },
	GroupTemplate: { endpoint: 'ListGroupTemplates', column: 'GUID' },
	JITAdminTemplate: { endpoint: 'ListJITAdminTemplates', column: 'GUID' },
	ReportBuilderTemplate: { endpoint: 'ListReportBuilderTemplates', column: 'RowKey' },
	SafeLinksTemplate: { endpoint: 'ListSafeLinksPolicyTemplates', column: 'GUID' },
	SpamfilterTemplate: { endpoint: 'ListSpamFilterTemplates', column: 'GUID' },
	StandardsTemplateV2: { endpoint: 'listStandardTemplates', column: 'GUID' },
	TransportTemplate: { endpoint: 'ListTransportRulesTemplates', column: 'GUID' },
};
const guid = 'e.g. 1c2d3e4f-0000-4000-8000-000000000000';
const templateIds = list('Template IDs', 'GUID', {
	name: 'templateIds',
	required: true,
	placeholder: guid,
	help: 'GUIDs of the templates, separated by commas. With an unknown one those before it are done and the rest is not.',
});
const templateId = text('Template ID', 'id', {
	name: 'templateId',
	required: true,
	placeholder: guid,
	help: 'GUID of the template. An unknown one is refused; only of role templates it makes a new one.',
});
const displayName = text('Display Name', 'displayName', {
	optional: true,
	placeholder: 'e.g. Baseline',
	help: 'New name of the template',
});
const description = text('Description', 'description', {
	optional: true,
	placeholder: 'e.g. For all laptops',
	help: 'New description of the template',
});

export const template = resource('Template', 'template', 'clone', {
	clone: change('ExecCloneTemplate', {
		name: 'Clone',
		action: 'Clone template',
		help: 'Makes a copy of any template, with the same name and an ID that is not told',
		role: 'CIPP.Core.ReadWrite',
		tenant: null,
		fields: [
			text('Template ID', 'GUID', {
				name: 'clonedTemplateId',
				in: 'query',
				required: true,
				placeholder: guid,
				help: 'GUID of the template to copy',
			}),
			choice('Template Type', 'Type', words('IntuneTemplate', ...kinds), {
				name: 'clonedTemplateType',
				in: 'query',
				required: true,
				help: 'What kind of template it is',
			}),
		],
		answer: outcome(),
	}),

	updateIntune: change('ExecEditTemplate', {
		name: 'Update Intune Template',
		action: 'Update intune template',
		help: 'Changes the policy, name or description of an Intune template. One that came from a repository is saved as a copy.',
		role: 'CIPP.Core.ReadWrite',
		tenant: null,
		fixed: { query: { Type: 'IntuneTemplate' } },
		omits: { GUID: 'the ID does the same' },
		fields: [
			templateId,
			json('Policy', 'parsedRAWJson', {
				required: true,
				placeholder: 'e.g. {"@odata.type":"#microsoft.graph.windows10GeneralConfiguration"}',
				help: 'The whole policy as an object. Keep every @odata.type, also those inside the settings.',
			}),
			displayName,
			description,
		],
		changes: {
			endpoint: 'ListIntuneTemplates',
			query: { View: 'true' },
			column: 'GUID',
			wire: 'id',
		},
		answer: outcome(),
	}),

	replace: change('ExecEditTemplate', {
		name: 'Replace',
		action: 'Replace template',
		help: 'Stores a template other than one for Intune anew. Give the rest of it as additional fields.',
		role: 'CIPP.Core.ReadWrite',
		tenant: null,
		isOpen: true,
		warns: 'Whatever is not given here is gone from the template.',
		fields: [
			choice('Template Type', 'Type', words(...kinds), {
				in: 'query',
				required: true,
				help: 'What kind of template it is',
			}),
			templateId,
			displayName,
			text('Name', 'name', {
				name: 'innerName',
				optional: true,
				placeholder: 'e.g. Baseline',
				help: 'Name inside the template, for those that have one instead of a display name',
			}),
			description,
		],
		changes: { wire: 'id', by: 'Type', lists },
		answer: outcome(),
	}),

	setPackage: change('ExecSetPackageTag', {
		name: 'Set Package',
		action: 'Set package of templates',
		help: 'Puts templates into a package, so that they can be deployed together',
		role: 'CIPP.Core.ReadWrite',
		tenant: null,
		fields: [
			templateIds,
			text('Package', 'Package', {
				required: true,
				placeholder: 'e.g. Laptops',
				help: 'Name of the package',
			}),
		],
		answer: outcome(),
	}),

	clearPackage: change('ExecSetPackageTag', {
		name: 'Clear Package',
		action: 'Clear package of templates',
		help: 'Takes templates out of their package; the templates stay',
		role: 'CIPP.Core.ReadWrite',
		tenant: null,
		fixed: { body: { Remove: true } },
		fields: [templateIds],
		answer: outcome(),
	}),
});
