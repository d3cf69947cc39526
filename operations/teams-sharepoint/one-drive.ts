import { sharingCapabilities, useReportDatabase } from './site';
import {
	destroy,
	change,
	choice,
	inBody,
	inQuery,
	inSteps,
	list,
	outcome,
	read,
	resource,
	rows,
	theUser,
	toggle,
} from '../vocabulary';

const theOwner = theUser('UPN', {
	help: 'Whose OneDrive it is: choose a user, or give the user principal name',
});

export const oneDrive = resource('OneDrive', 'oneDrive', 'getMany', {
	getMany: read('ListSites', {
		name: 'Get Many',
		action: 'Get many OneDrive accounts',
		help: 'Lists the OneDrives of a tenant with their owner, storage and activity. Missing figures mean that Microsoft reported none.',
		role: 'Sharepoint.Site.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fixed: { query: { Type: 'OneDriveUsageAccount' } },
		fields: [
			useReportDatabase,
			toggle('Only With URL', 'URLOnly', {
				optional: true,
				help: 'Whether to leave out OneDrives without a URL. With it, CIPP no longer tells why a request failed.',
			}),
		],
		answer: rows(
			'siteId',
			'displayName',
			'webUrl',
			'ownerDisplayName',
			'ownerPrincipalName',
			'createdDateTime',
			'lastActivityDate',
			'fileCount',
			'storageUsedInGigabytes',
			'storageAllocatedInGigabytes',
			'reportRefreshDate',
			'Tenant',
		),
	}),

	addAccess: change('ExecSharePointPerms', {
		name: 'Add Access',
		action: 'Add access to OneDrive',
		help: "Makes users admins of someone's OneDrive, with full access to every file",
		role: 'Sharepoint.Site.ReadWrite',
		tenant: inBody(),
		fixed: { body: { RemovePermission: false } },
		omits: { user: 'another name for onedriveAccessUser' },
		fields: [
			theOwner,
			list('Users to Let In', 'onedriveAccessUser', {
				name: 'usersToLetIn',
				required: true,
				placeholder: 'e.g. manager@contoso.com',
				help: 'User principal names of those who get access. Separate several with commas.',
			}),
		],
		answer: inSteps(outcome(), 'who has access to the OneDrive'),
	}),

	removeAccess: destroy('ExecSharePointPerms', {
		name: 'Remove Access',
		action: 'Remove access to OneDrive',
		help: "Takes the admin right on someone's OneDrive away from other users",
		role: 'Sharepoint.Site.ReadWrite',
		tenant: inBody(),
		fixed: { body: { RemovePermission: true } },
		omits: { user: 'another name for onedriveAccessUser' },
		fields: [
			theOwner,
			list('Users to Shut Out', 'onedriveAccessUser', {
				name: 'usersToShutOut',
				required: true,
				placeholder: 'e.g. manager@contoso.com',
				help: 'User principal names of those who lose access. Separate several with commas.',
			}),
		],
		answer: inSteps(outcome(), 'who has access to the OneDrive'),
	}),

	setSharing: change('ExecSetOneDriveSharing', {
		name: 'Set Sharing',
		action: 'Set sharing of OneDrive',
		help: "Decides with whom files in someone's OneDrive may be shared at most",
		role: 'Teams.SharePoint.ReadWrite',
		tenant: inBody(),
		fields: [
			theOwner,
			choice('External Sharing', 'SharingCapability', sharingCapabilities, {
				required: true,
				help: 'With whom files may be shared; the setting of the tenant limits it further',
			}),
		],
		answer: outcome(),
	}),
});
