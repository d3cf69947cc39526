import {
	andWhatElseWasSent,
	change,
	choice,
	destroy,
	gone,
	inBody,
	inList,
	json,
	oneMore,
	outcome,
	read,
	readBefore,
	resource,
	row,
	rows,
	text,
	theUser,
	toggle,
} from '../vocabulary';

const ofNoTenant = { tenantFilter: 'templates are kept for all tenants together' };

const theTemplate = text('Template ID', 'TemplateId', {
	required: true,
	placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
	help: 'TemplateId from SharePoint Template: Get Many',
});

const content = [
	text('Template Name', 'templateName', {
		required: true,
		placeholder: 'e.g. Customer Project',
		help: 'Name under which CIPP keeps the template',
	}),
	json('Site Templates', 'siteTemplates', {
		required: true,
		placeholder:
			'e.g. [{"displayName":"Projects","description":"Project files","siteType":"sharePoint","createAs":"Team","language":"default","permissions":[{"permissionLevel":"read","principal":"All Staff"}],"libraries":[]}]',
		help: 'List of sites to make. Each needs displayName and at least one entry in permissions, with permissionLevel (read, contribute, edit, design or fullControl) and principal (display name of a group). Use siteType teams for a team.',
	}),
	toggle('Same Type for All Sites', 'overrideSiteType', {
		optional: true,
		help: 'Whether the site type given here holds for every site of the template',
	}),
	choice(
		'Site Type',
		'siteType',
		[
			{ value: 'sharePoint', label: 'SharePoint Site' },
			{ value: 'teams', label: 'Team' },
		],
		{
			optional: true,
			default: 'sharePoint',
			help: 'What every site becomes, together with Same Type for All Sites',
		},
	),
	toggle('Create Missing Groups', 'createMissingGroups', {
		optional: true,
		help: 'Whether to make groups that are named in permissions and do not exist in the tenant',
	}),
	toggle('Skip Existing Sites', 'skipIfExists', {
		optional: true,
		help: 'Whether to leave sites alone that exist already',
	}),
];

const role = 'Sharepoint.Admin.ReadWrite';

export const sharePointTemplate = resource('SharePoint Template', 'sharePointTemplate', 'getMany', {
	getMany: read('ListSharePointTemplates', {
		name: 'Get Many',
		action: 'Get many SharePoint templates',
		help: 'Lists the templates from which CIPP can make sites and teams',
		role: 'Sharepoint.Admin.Read',
		tenant: null,
		fields: [],
		answer: rows(
			'TemplateId',
			'templateName',
			'siteTemplates',
			'siteType',
			'overrideSiteType',
			'createMissingGroups',
			'skipIfExists',
			'SiteTemplateCount',
			'LibraryCount',
			'UpdatedBy',
			'UpdatedOn',
		),
	}),

	get: read('ExecSharePointTemplate', {
		name: 'Get',
		action: 'Get SharePoint template',
		help: 'Reads one template with all its sites, libraries and permissions',
		role,
		method: 'POST',
		tenant: null,
		fixed: { query: { Action: 'Get' } },
		omits: ofNoTenant,
		fields: [{ ...theTemplate, in: 'query' }],
		answer: row('There is no such template'),
	}),

	create: change('ExecSharePointTemplate', {
		name: 'Create',
		action: 'Create SharePoint template',
		help: 'Saves a new template. Nothing is made in a tenant before it is deployed.',
		role,
		tenant: null,
		fixed: { query: { Action: 'Save' } },
		omits: ofNoTenant,
		fields: content,
		answer: row('CIPP did not tell what it saved'),
		look: oneMore(inList('getMany', { templateName: '{templateName}' })),
	}),

	update: change('ExecSharePointTemplate', {
		name: 'Update',
		action: 'Update SharePoint template',
		help: 'Replaces a template as a whole: what is not given here is gone. Read it first with Get.',
		role,
		tenant: null,
		fixed: { query: { Action: 'Save' } },
		omits: ofNoTenant,
		fields: [theTemplate, ...content],
		changes: { endpoint: 'ListSharePointTemplates', column: 'TemplateId', wire: 'TemplateId' },
		answer: row('CIPP did not tell what it saved'),
		look: andWhatElseWasSent(
			inList('getMany', { TemplateId: '{TemplateId}' }, { templateName: '{templateName}' }),
			'TemplateId',
		),
	}),

	delete: destroy('ExecSharePointTemplate', {
		name: 'Delete',
		action: 'Delete SharePoint template',
		help: 'Removes a template from CIPP; sites that were made from it stay',
		role,
		tenant: null,
		fixed: { query: { Action: 'Delete' } },
		omits: ofNoTenant,
		fields: [theTemplate],
		answer: outcome({ failing: [/^No template found/i] }),
		look: readBefore(gone(inList('getMany', { TemplateId: '{TemplateId}' }))),
	}),

	deploy: change('ExecSharePointTemplate', {
		name: 'Deploy',
		action: 'Deploy SharePoint template',
		help: 'Starts to make the sites and teams of a template in a tenant. The answer holds the DeploymentId with which Get Deployment tells how far it is.',
		role,
		tenant: inBody(),
		fixed: { query: { Action: 'Deploy' } },
		fields: [
			theTemplate,
			theUser('SiteOwner', {
				help: 'Who owns the new sites and teams: choose a user, or give the user principal name',
			}),
		],
		answer: outcome({ later: [/\bqueued for\b/i], keeps: { DeploymentId: 'DeploymentId' } }),
	}),

	getDeployment: read('ExecSharePointTemplate', {
		name: 'Get Deployment',
		action: 'Get SharePoint template deployment',
		help: 'Tells how far a deployment is: queued, running, succeeded or failed, with every step',
		role,
		method: 'POST',
		tenant: null,
		fixed: { query: { Action: 'DeployStatus' } },
		omits: ofNoTenant,
		fields: [
			text('Deployment ID', 'DeploymentId', {
				in: 'query',
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'DeploymentId from the answer of SharePoint Template: Deploy',
			}),
		],
		answer: row('There is no such deployment'),
	}),
});
