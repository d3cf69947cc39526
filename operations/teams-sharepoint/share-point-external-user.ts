import {
	destroy,
	inBody,
	inQuery,
	inSteps,
	list,
	outcome,
	read,
	resource,
	rows,
	text,
} from '../vocabulary';

const onlyForTheAnswer = { DisplayName: 'only appears in the answer' };

export const sharePointExternalUser = resource(
	'SharePoint External User',
	'sharePointExternalUser',
	'getMany',
	{
		getMany: read('ListSharePointExternalUsers', {
			name: 'Get Many',
			action: 'Get many SharePoint external users',
			help: 'Lists people from outside who have been let into sites. CIPP asks every site, which can take minutes, and leaves out those that do not answer.',
			role: 'Sharepoint.Site.Read',
			tenant: inQuery(),
			fields: [],
			answer: rows(
				'DisplayName',
				'InvitedAs',
				'AcceptedAs',
				'LoginName',
				'EntraUserId',
				'GuestType',
				'InEntra',
				'InvitedBy',
				'WhenCreated',
				'Source',
				'Sites',
			),
		}),

		removeFromSites: destroy('ExecRemoveSPOExternalUser', {
			name: 'Remove From Sites',
			action: 'Remove SharePoint external user from sites',
			help: 'Takes someone from outside off sites and leaves the guest account in Entra as it is',
			role: 'Sharepoint.Site.ReadWrite',
			tenant: inBody(),
			omits: onlyForTheAnswer,
			fields: [
				text('Login Name', 'LoginName', {
					required: true,
					placeholder: 'e.g. i:0#.f|membership|jane_fabrikam.com#ext#@contoso.onmicrosoft.com',
					help: 'LoginName from SharePoint External User: Get Many, or the user principal name',
				}),
				list('Site URLs', 'SiteUrls', {
					required: true,
					placeholder: 'e.g. https://contoso.sharepoint.com/sites/sales',
					help: 'Full addresses of the sites. Separate several with commas.',
				}),
			],
			answer: inSteps(outcome({ failing: [/\bIssues:/] }), 'the guest and the sites'),
		}),

		deleteGuest: destroy('ExecRemoveSPOExternalUser', {
			name: 'Delete Guest',
			action: 'Delete SharePoint external user guest account',
			help: 'Deletes the account in Entra, which ends access everywhere in the tenant, and optionally clears sites of it',
			role: 'Sharepoint.Site.ReadWrite',
			tenant: inBody(),
			warns:
				'CIPP does not check that the ID belongs to a guest: the ID of an employee deletes the employee',
			omits: onlyForTheAnswer,
			fields: [
				text('Entra User ID', 'EntraUserId', {
					required: true,
					placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
					help: 'EntraUserId from SharePoint External User: Get Many',
				}),
				list('Site URLs', 'SiteUrls', {
					name: 'alsoSiteUrls',
					optional: true,
					placeholder: 'e.g. https://contoso.sharepoint.com/sites/sales',
					help: 'Full addresses of sites that should forget the guest too. Separate several with commas.',
				}),
				text('Login Name', 'LoginName', {
					name: 'siteLoginName',
					optional: true,
					placeholder: 'e.g. i:0#.f|membership|jane_fabrikam.com#ext#@contoso.onmicrosoft.com',
					help: 'How the sites name the guest. Left out, the user principal name is taken.',
				}),
			],
			answer: inSteps(outcome({ failing: [/\bIssues:/] }), 'the guest and the sites'),
		}),
	},
);
