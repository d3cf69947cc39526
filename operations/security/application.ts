import {
	inSentences,
	change,
	choice,
	dateTime,
	destroy,
	inBody,
	inQuery,
	inSteps,
	json,
	list,
	number,
	outcome,
	read,
	resource,
	rows,
	text,
	toggle,
	type DeclaredField,
} from '../vocabulary';
import { useReportDb } from '../fields/user-fields';

const guid = 'e.g. 1c2d3e4f-0000-4000-8000-000000000000';

const kindOfApp = (wire: string, place?: 'query'): DeclaredField =>
	choice(
		'Kind',
		wire,
		[
			{ value: 'applications', label: 'App Registration' },
			{ value: 'servicePrincipals', label: 'Enterprise Application' },
		],
		{
			name: 'kindOfApp',
			required: true,
			default: 'servicePrincipals',
			...(place ? { in: place } : {}),
			help: 'Which of the two objects of an app is meant',
		},
	);

const whichApp = (place?: 'query'): DeclaredField[] => [
	text('Application ID', 'AppId', {
		...(place ? { in: place } : {}),
		placeholder: guid,
		help: 'Client ID of the app. Either this or the object ID is needed.',
	}),
	text('Object ID', 'Id', {
		name: 'objectId',
		...(place ? { in: place } : {}),
		placeholder: guid,
		help: 'ID of the object itself. Wins over the application ID.',
	}),
];

const payload = () =>
	json('Properties', 'Payload', {
		required: true,
		placeholder: 'e.g. {"displayName":"Contoso App"}',
		help: 'JSON object in the words of Microsoft Graph. Do not send redirectUris and redirectUriSettings together.',
	});

const credentialIds = () =>
	list('Key IDs', 'KeyIds', {
		required: true,
		placeholder: guid,
		help: 'Key IDs to remove, separated by commas',
	});

const role = 'Tenant.Application.ReadWrite';

export const application = resource('Application', 'application', 'update', {
	update: change('ExecApplication', {
		name: 'Update',
		action: 'Update application',
		help: 'Changes properties of an app registration or enterprise application',
		role,
		tenant: inQuery(),
		fixed: { query: { Action: 'Update' } },
		fields: [kindOfApp('Type', 'query'), ...whichApp('query'), payload()],
		answer: outcome(),
	}),

	upsert: change('ExecApplication', {
		name: 'Create or Update',
		action: 'Create or update application',
		help: 'Create a new record, or update the current one if it already exists (upsert)',
		role,
		tenant: inQuery(),
		fixed: { query: { Action: 'Upsert' } },
		fields: [kindOfApp('Type', 'query'), ...whichApp('query'), payload()],
		answer: outcome(),
	}),

	delete: destroy('ExecApplication', {
		name: 'Delete',
		action: 'Delete application',
		help: 'Removes an app registration or enterprise application, and with it every sign-in to it',
		role,
		tenant: inQuery(),
		fixed: { query: { Action: 'Delete' } },
		fields: [kindOfApp('Type', 'query'), ...whichApp('query')],
		answer: outcome(),
	}),

	removeCertificates: destroy('ExecApplication', {
		name: 'Remove Certificates',
		action: 'Remove certificates of application',
		help: 'Takes certificates away from an app. Unknown key IDs are reported as removed.',
		role,
		tenant: inQuery(),
		fixed: { query: { Action: 'RemoveKey' } },
		fields: [kindOfApp('Type', 'query'), ...whichApp('query'), credentialIds()],
		answer: outcome(),
	}),

	removeSecrets: destroy('ExecApplication', {
		name: 'Remove Client Secrets',
		action: 'Remove client secrets of application',
		help: 'Takes one or more secrets away from an app. Whatever uses them stops working.',
		role,
		tenant: inQuery(),
		fixed: { query: { Action: 'RemovePassword' } },
		fields: [kindOfApp('Type', 'query'), ...whichApp('query'), credentialIds()],
		answer: outcome(),
	}),

	addSecret: change('ExecManageAppCredentials', {
		name: 'Add Client Secret',
		action: 'Add client secret to application',
		help: 'Makes a new secret, which is shown this once. CIPP shortens its life to what the tenant allows.',
		role,
		tenant: inBody(),
		fixed: { body: { Action: 'Add', CredentialType: 'password' } },
		omits: { ExpiryDate: 'the same as EndDateTime in another form' },
		fields: [
			kindOfApp('AppType'),
			...whichApp(),
			text('Secret Name', 'DisplayName', {
				optional: true,
				placeholder: 'e.g. Backup tool',
				help: 'Name under which the secret stands in the list',
			}),
			dateTime('Expires At', 'EndDateTime', {
				form: 'isoDate',
				optional: true,
				help: 'When the secret ends. Wins over the number of months.',
			}),
			number('Months Valid', 'ExpiryMonths', {
				optional: true,
				default: 12,
				help: 'How many months the secret lasts. Empty means 12.',
			}),
		],
		answer: outcome(),
		secret: inSentences,
	}),

	rotateSecret: destroy('ExecManageAppCredentials', {
		name: 'Rotate Client Secret',
		action: 'Rotate client secret of application',
		help: 'Makes a new secret for 12 months and deletes the old one at once. Read the message: it tells if the old one is still there.',
		role,
		tenant: inBody(),
		fixed: { body: { Action: 'Rotate', CredentialType: 'password' } },
		warns: 'Everything that uses the old secret stops working right away.',
		fields: [
			kindOfApp('AppType'),
			...whichApp(),
			text('Key ID', 'KeyId', {
				required: true,
				placeholder: guid,
				help: 'Key ID of the secret to replace',
			}),
		],
		answer: inSteps(
			outcome({ partly: [/\bthe old one could not be removed\b/i] }),
			'the secrets of the application',
		),
		secret: inSentences,
	}),

	removeCredential: destroy('ExecManageAppCredentials', {
		name: 'Remove Credential',
		action: 'Remove credential of application',
		help: 'Deletes one secret or certificate. A wrong key ID of a certificate is still reported as removed.',
		role,
		tenant: inBody(),
		fixed: { body: { Action: 'Remove' } },
		fields: [
			kindOfApp('AppType'),
			...whichApp(),
			choice(
				'Credential',
				'CredentialType',
				[
					{ value: 'key', label: 'Certificate' },
					{ value: 'password', label: 'Client Secret' },
				],
				{ required: true, default: 'password', help: 'What the key ID belongs to' },
			),
			text('Key ID', 'KeyId', {
				required: true,
				placeholder: guid,
				help: 'Key ID of the secret or certificate to delete',
			}),
		],
		answer: outcome(),
	}),
});

export const appConsent = resource('App Consent', 'appConsent', 'getMany', {
	getMany: read('ListOAuthApps', {
		name: 'Get Many',
		action: 'Get many app consents',
		help: 'Lists delegated permissions that were granted to apps, one row per grant. All tenants need the reporting database.',
		role: 'Tenant.Application.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [useReportDb()],
		answer: rows(
			'Name',
			'ApplicationID',
			'ObjectID',
			'Scope',
			'StartTime',
			'Tenant',
			'CacheTimestamp',
		),
	}),

	getRequests: read('ListAppConsentRequests', {
		name: 'Get Requests',
		action: 'Get app consent requests',
		help: 'Lists what people asked an admin to approve, with a link to do so',
		role: 'Tenant.Administration.Read',
		tenant: inQuery(),
		fields: [
			toggle('Filter by Status', 'Filter', {
				optional: true,
				help: 'Whether Request Status counts. Without it all requests are listed.',
			}),
			text('Request Status', 'RequestStatus', {
				optional: true,
				placeholder: 'e.g. InProgress',
				help: 'Status to look for, together with Filter by Status: InProgress, Completed or Expired',
			}),
		],
		answer: rows(
			'appId',
			'appDisplayName',
			'requestUser',
			'requestReason',
			'requestDate',
			'requestStatus',
			'reviewedBy',
			'reviewedDate',
			'reviewedStatus',
			'scopes',
			'consentUrl',
		),
	}),
});
