import { theSite } from './site';
import {
	change,
	choice,
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
	theGroup,
	theUser,
	words,
} from '../vocabulary';

const role = choice('Role', 'Role', words('Owners', 'Members', 'Visitors'), {
	name: 'siteRole',
	required: true,
	help: "Which of the site's role groups",
});

const groupRole = choice('Role', 'Role', words('Owners', 'Members'), {
	name: 'groupRole',
	required: true,
	help: 'Whether as owner or as member of the Microsoft 365 group. Visitors stand in the site itself.',
});

const user = theUser('user', {
	form: 'labelValue',
	help: 'The user: choose one, or give the user principal name',
});

export const siteMember = resource('Site Member', 'siteMember', 'getMany', {
	getMany: read('ListSiteMembers', {
		name: 'Get Many',
		action: 'Get many site members',
		help: 'Lists who is owner, member, visitor or admin of a site. If all rows say Site Users, CIPP could not read the roles and lists everyone ever seen there.',
		role: 'Sharepoint.Site.Read',
		tenant: inQuery(),
		fields: [
			theSite(),
			text('Graph Site ID', 'SiteId', {
				optional: true,
				placeholder:
					'e.g. contoso.sharepoint.com,1c2d3e4f-0000-4000-8000-000000000000,5a6b7c8d-0000-4000-8000-000000000000',
				help: 'The ID of the site in Microsoft Graph. CIPP falls back on it when SharePoint itself does not answer.',
			}),
			choice('Only', 'Filter', [{ value: 'External', label: 'Guests' }], {
				name: 'onlyMembers',
				optional: true,
				default: 'External',
				help: 'Leaves out everyone else',
			}),
		],
		answer: rows(
			'Title',
			'UserPrincipalName',
			'Email',
			'LoginName',
			'Group',
			'Type',
			'IsGuest',
			'IsSiteAdmin',
		),
	}),

	add: change('ExecSetSharePointMember', {
		name: 'Add',
		action: 'Add site member',
		help: 'Puts a user into one of the role groups of the site itself. For owners and members of a team or group use Add to Group.',
		role: 'Sharepoint.Site.ReadWrite',
		tenant: inBody(),
		fixed: { body: { Add: true } },
		fields: [theSite('URL'), user, role],
		answer: inSteps(outcome(), 'the members of the site'),
	}),

	addToGroup: change('ExecSetSharePointMember', {
		name: 'Add to Group',
		action: 'Add site member to group',
		help: 'Puts a user into the Microsoft 365 group behind a site, which also gives access to the team and mailbox',
		role: 'Sharepoint.Site.ReadWrite',
		tenant: inBody(),
		fixed: { body: { Add: true, SharePointType: 'Group' } },
		fields: [theGroup('GroupID'), user, groupRole],
		answer: outcome(),
	}),

	remove: destroy('ExecSetSharePointMember', {
		name: 'Remove',
		action: 'Remove site member',
		help: 'Takes a user out of one of the role groups of the site itself. Other ways to get in stay open.',
		role: 'Sharepoint.Site.ReadWrite',
		tenant: inBody(),
		fixed: { body: { Add: false } },
		fields: [theSite('URL'), user, role],
		answer: inSteps(outcome(), 'the members of the site'),
	}),

	removeFromGroup: destroy('ExecSetSharePointMember', {
		name: 'Remove From Group',
		action: 'Remove site member from group',
		help: 'Takes a user out of the Microsoft 365 group behind a site, and so out of its team and mailbox',
		role: 'Sharepoint.Site.ReadWrite',
		tenant: inBody(),
		fixed: { body: { Add: false, SharePointType: 'Group' } },
		fields: [theGroup('GroupID'), user, groupRole],
		answer: outcome(),
	}),

	removeCompletely: destroy('ExecRemoveSiteUser', {
		name: 'Remove Completely',
		action: 'Remove site member completely',
		help: 'Takes every role and direct permission on one or more sites away from a user. Sharing links still work, and site admins are refused.',
		role: 'Sharepoint.Site.ReadWrite',
		tenant: inBody(),
		omits: { SiteUrl: 'SiteUrls takes one site too', DisplayName: 'only appears in the answer' },
		fields: [
			list('Site URLs', 'SiteUrls', {
				required: true,
				placeholder: 'e.g. https://contoso.sharepoint.com/sites/sales',
				help: 'Full addresses of the sites. Separate several with commas.',
			}),
			theUser('user.value', {
				help: 'The user: choose one, or give the user principal name or the LoginName that Site Member: Get Many shows',
			}),
			text('Login Name', 'user.addedFields.LoginName', {
				optional: true,
				placeholder: 'e.g. i:0#.f|membership|jane@contoso.com',
				help: 'How SharePoint itself names the user, from Site Member: Get Many. It wins over the user.',
			}),
		],
		answer: outcome(),
	}),
});
