import {
	change,
	inBody,
	json,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	toggle,
	type DeclaredField,
} from '../vocabulary';

const guid = 'e.g. 1c2d3e4f-0000-4000-8000-000000000000';
const role = 'Tenant.Application.ReadWrite';

const appId = (rest: Partial<DeclaredField> & { help: string }): DeclaredField =>
	text('Application ID', 'AppId', { placeholder: guid, ...rest, name: 'applicationId' });

const replaced =
	'If a tenant has the app already, delegated permissions that are not listed are taken away. Success or failure per tenant only stands in the CIPP log.';

export const enterpriseApplication = resource(
	'Enterprise Application',
	'enterpriseApplication',
	'getMany',
	{
		getMany: read('ExecServicePrincipals', {
			name: 'Get Many of Partner',
			action: 'Get many enterprise applications of partner',
			help: 'Lists the enterprise applications of your own partner tenant, never of a customer',
			role,
			does: '(none)',
			method: 'POST',
			tenant: null,
			fields: [
				text('Columns', 'Select', {
					in: 'query',
					optional: true,
					placeholder: 'e.g. appId,displayName',
					help: 'Which properties to read, separated by commas. Empty reads all.',
				}),
			],
			answer: rows(
				'id',
				'appId',
				'displayName',
				'accountEnabled',
				'servicePrincipalType',
				'publisherName',
				'appOwnerOrganizationId',
				'createdDateTime',
			),
		}),

		get: read('ExecServicePrincipals', {
			name: 'Get of Partner by Application ID',
			action: 'Get enterprise application of partner',
			help: 'Reads one enterprise application of your own partner tenant',
			role,
			does: '(none)',
			method: 'POST',
			tenant: null,
			omits: { Id: 'the application ID does the same and is known to more people' },
			fields: [appId({ in: 'query', required: true, help: 'Client ID of the app' })],
			answer: row('There is no such app in your partner tenant'),
		}),

		create: change('ExecServicePrincipals', {
			name: 'Create in Partner',
			action: 'Create enterprise application in partner',
			help: 'Adds an app to your own partner tenant. CIPP refuses a few that attackers like to use.',
			role,
			tenant: null,
			fixed: { query: { Action: 'Create' } },
			fields: [appId({ in: 'query', required: true, help: 'Client ID of the app, a GUID' })],
			answer: outcome({
				failing: [/\bis blocked\b/i],
				keeps: { servicePrincipalId: 'Metadata.ServicePrincipal.id', appId: 'Metadata.AppId' },
			}),
		}),

		deploy: change('ExecAddMultiTenantApp', {
			name: 'Deploy',
			action: 'Deploy enterprise application',
			help: 'Adds an app with its permissions to one tenant or all, in the background',
			role,
			tenant: inBody('tenantFilter', { form: 'labelValues', allTenants: true }),
			fixed: { body: { configMode: 'manual' } },
			warns: replaced,
			fields: [
				appId({
					required: true,
					help: 'Client ID of the app, which must be open to several tenants',
				}),
				json('Permissions', 'permissions', {
					optional: true,
					placeholder: 'e.g. [{"ID":"e1fe6dd8-ba31-4d61-89e7-88639da4683d","origin":"Delegated"}]',
					help: 'Permissions of Microsoft Graph to grant, each with GUID and origin Delegated or Application',
				}),
				toggle('Copy Permissions', 'CopyPermissions', {
					optional: true,
					help: 'Whether to grant what the app has in your partner tenant, where it has to be registered',
				}),
			],
			// CIPP writes over its own sentence, so that an order that was taken gets none.
			answer: outcome({ onlyQueues: true, silenceIsSuccess: true }),
		}),

		deployTemplate: change('ExecAddMultiTenantApp', {
			name: 'Deploy Template',
			action: 'Deploy template of enterprise application',
			help: 'Adds an app from an approval template to one tenant or all, in the background',
			role,
			tenant: inBody('tenantFilter', { form: 'labelValues', allTenants: true }),
			fixed: { body: { configMode: 'template' } },
			warns: replaced,
			fields: [
				json('Template', 'selectedTemplate', {
					name: 'approvalTemplate',
					required: true,
					placeholder:
						'e.g. {"value":"1c2d3e4f-0000-4000-8000-000000000000","label":"Backup tool","addedFields":{"AppId":"5d6e7f80-0000-4000-8000-000000000000"}}',
					help: 'Object with the template ID as value, and for an enterprise application its AppId in addedFields, which CIPP does not look up',
				}),
			],
			answer: outcome({ onlyQueues: true }),
		}),
	},
);
