import {
	change,
	choice,
	destroy,
	gone,
	inBody,
	inList,
	json,
	outcome,
	read,
	readBefore,
	resource,
	rows,
	text,
	toggle,
} from '../vocabulary';

const guid = 'e.g. 1c2d3e4f-0000-4000-8000-000000000000';

const templateId = (rest: { required?: true; optional?: true; in?: 'query'; help: string }) =>
	text('Template ID', 'TemplateId', { name: 'templateId', placeholder: guid, ...rest });

const templateColumns = [
	'TemplateId',
	'TemplateName',
	'AppType',
	'AppId',
	'AppName',
	'PermissionSetId',
	'PermissionSetName',
	'Permissions',
	'GalleryTemplateId',
	'ApplicationManifest',
	'CreatedBy',
	'CreatedOn',
	'Results',
];

export const appApproval = resource('App Approval', 'appApproval', 'getLinks', {
	getLinks: read('ExecAppApproval', {
		name: 'Get Links',
		action: 'Get app approval links',
		help: 'Builds for each tenant the address where its admin can approve an app. Grants nothing by itself.',
		role: 'Tenant.Application.Read',
		tenant: null,
		fields: [
			text('Application ID', 'ApplicationId', {
				name: 'applicationId',
				optional: true,
				placeholder: guid,
				help: 'Client ID of the app. Empty means the app of CIPP itself.',
			}),
		],
		answer: rows('defaultDomainName', 'link'),
	}),

	getMany: read('ListAppApprovalTemplates', {
		name: 'Get Many Templates',
		action: 'Get many app approval templates',
		help: 'Lists the apps that are prepared for deployment. A row with Results alone means that one broken template hides all others.',
		role: 'Tenant.Application.Read',
		tenant: null,
		fields: [],
		answer: rows(...templateColumns),
	}),

	get: read('ExecAppApprovalTemplate', {
		name: 'Get Template',
		action: 'Get app approval template',
		help: 'Reads one prepared app, although CIPP demands the right to change for it',
		role: 'Tenant.Application.ReadWrite',
		method: 'POST',
		tenant: null,
		fixed: { query: { Action: 'Get' } },
		omits: { '(anything else)': 'the same as Get' },
		fields: [templateId({ in: 'query', required: true, help: 'The template to read' })],
		answer: rows(...templateColumns),
	}),

	save: change('ExecAppApprovalTemplate', {
		name: 'Save Template',
		action: 'Save app approval template',
		help: 'Stores an app for deployment. With a template ID it replaces that template as a whole.',
		role: 'Tenant.Application.ReadWrite',
		tenant: null,
		fixed: { query: { Action: 'Save' } },
		warns: 'What you leave out is lost when an existing template is saved.',
		fields: [
			text('Template Name', 'TemplateName', {
				required: true,
				placeholder: 'e.g. Backup tool',
				help: 'Name in the list of templates',
			}),
			choice(
				'App Type',
				'AppType',
				[
					{ value: 'ApplicationManifest', label: 'Application Manifest' },
					{ value: 'EnterpriseApp', label: 'Enterprise Application' },
					{ value: 'GalleryTemplate', label: 'Gallery Template' },
				],
				{
					required: true,
					default: 'EnterpriseApp',
					help: 'Where the app comes from. Decides which of the options below are needed.',
				},
			),
			templateId({ optional: true, help: 'The template to replace. Empty makes a new one.' }),
			text('Application ID', 'AppId', {
				name: 'applicationId',
				optional: true,
				placeholder: guid,
				help: 'Client ID, needed for an enterprise application',
			}),
			text('App Name', 'AppName', {
				optional: true,
				placeholder: 'e.g. Backup tool',
				help: 'Name of the app in the tenants, needed to deploy it',
			}),
			text('Permission Set ID', 'PermissionSetId', {
				optional: true,
				placeholder: guid,
				help: 'Stored permissions to grant, needed for an enterprise application. They win over Permissions.',
			}),
			text('Permission Set Name', 'PermissionSetName', {
				optional: true,
				placeholder: 'e.g. Mail read',
				help: 'Name of these permissions, for display',
			}),
			json('Permissions', 'Permissions', {
				optional: true,
				placeholder:
					'e.g. {"00000003-0000-0000-c000-000000000000":{"applicationPermissions":[],"delegatedPermissions":[]}}',
				help: 'Permissions by application ID of the resource, if no permission set is linked',
			}),
			text('Gallery Template ID', 'GalleryTemplateId', {
				optional: true,
				placeholder: guid,
				help: 'App of the Microsoft gallery, needed for a gallery template',
			}),
			json('Gallery Information', 'GalleryInformation', {
				optional: true,
				placeholder: 'e.g. {"displayName":"Backup tool"}',
				help: 'What the gallery says about the app, for display',
			}),
			json('Application Manifest', 'ApplicationManifest', {
				optional: true,
				placeholder: 'e.g. {"displayName":"Backup tool"}',
				help: 'The registration as Microsoft Graph writes it, without passwords and keys',
			}),
			toggle('Offer in Enterprise App List', 'IncludeInEnterpriseAppList', {
				optional: true,
				help: 'Whether CIPP lists the app among those to choose from',
			}),
		],
		answer: outcome({ done: [/^Template saved$/i], keeps: { templateId: 'Metadata.TemplateId' } }),
		look: inList('getMany', { TemplateId: '{answer.templateId}' }),
	}),

	delete: destroy('ExecAppApprovalTemplate', {
		name: 'Delete Template',
		action: 'Delete app approval template',
		help: 'Removes a prepared app from CIPP. Tenants that have the app keep it.',
		role: 'Tenant.Application.ReadWrite',
		tenant: null,
		fixed: { query: { Action: 'Delete' } },
		fields: [templateId({ required: true, help: 'The template to delete' })],
		answer: outcome({ failing: [/no template found/i] }),
		look: readBefore(gone(inList('getMany', { TemplateId: '{TemplateId}' }))),
	}),

	createFromApp: change('ExecCreateAppTemplate', {
		name: 'Create Template From App',
		action: 'Create app approval template from app',
		help: 'Makes a template and a permission set out of an app that a tenant has',
		role: 'Tenant.Application.ReadWrite',
		tenant: inBody('TenantFilter'),
		fields: [
			text('Application ID', 'AppId', {
				name: 'applicationId',
				required: true,
				placeholder: guid,
				help: 'Client ID of the app, which must be open to several tenants',
			}),
			text('Display Name', 'DisplayName', {
				required: true,
				placeholder: 'e.g. Backup tool',
				help: 'Name of the app, without an apostrophe',
			}),
			choice(
				'Source',
				'Type',
				[
					{
						value: 'application',
						label: 'App Registration',
						help: 'Copies a registration of a customer into your partner tenant',
					},
					{ value: 'servicePrincipal', label: 'Enterprise Application' },
				],
				{ required: true, default: 'servicePrincipal', help: 'Which object of the app to take' },
			),
			toggle('Overwrite', 'Overwrite', {
				optional: true,
				help: 'Whether to replace the template of the same app. Otherwise every run adds another.',
			}),
		],
		answer: outcome({ keeps: { templateId: 'Metadata.TemplateId' } }),
	}),
});

export const appPermissionSet = resource('App Permission Set', 'appPermissionSet', 'getMany', {
	getMany: read('ExecAppPermissionTemplate', {
		name: 'Get Many',
		action: 'Get many app permission sets',
		help: 'Lists the stored permissions that approval templates can link to',
		role: 'Tenant.ApplicationTemplates.ReadWrite',
		does: '(anything else)',
		method: 'POST',
		tenant: null,
		fields: [templateId({ in: 'query', optional: true, help: 'Only this permission set' })],
		answer: rows('TemplateId', 'TemplateName', 'Permissions', 'UpdatedBy', 'Timestamp'),
	}),

	save: change('ExecAppPermissionTemplate', {
		name: 'Save',
		action: 'Save app permission set',
		help: 'Stores permissions under a name. With an ID it replaces that set, and so changes every template that links to it.',
		role: 'Tenant.ApplicationTemplates.ReadWrite',
		tenant: null,
		fixed: { query: { Action: 'Save' } },
		fields: [
			text('Name', 'TemplateName', {
				name: 'permissionSetName',
				required: true,
				placeholder: 'e.g. Mail read',
				help: 'Name of the permission set',
			}),
			json('Permissions', 'Permissions', {
				required: true,
				placeholder:
					'e.g. {"00000003-0000-0000-c000-000000000000":{"applicationPermissions":[],"delegatedPermissions":[]}}',
				help: 'All permissions by application ID of the resource, each with its ID and value',
			}),
			templateId({ optional: true, help: 'The set to replace. Empty makes a new one.' }),
		],
		answer: outcome({ done: [/^Template saved$/i], keeps: { templateId: 'Metadata.TemplateId' } }),
		look: inList('getMany', { TemplateId: '{answer.templateId}' }),
	}),

	delete: destroy('ExecAppPermissionTemplate', {
		name: 'Delete',
		action: 'Delete app permission set',
		help: 'Removes stored permissions. Apps that were deployed with them keep theirs.',
		role: 'Tenant.ApplicationTemplates.ReadWrite',
		tenant: null,
		fixed: { query: { Action: 'Delete' } },
		fields: [templateId({ required: true, help: 'The permission set to delete' })],
		answer: outcome(),
		look: readBefore(gone(inList('getMany', { TemplateId: '{TemplateId}' }))),
	}),
});
