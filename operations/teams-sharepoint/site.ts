import {
	change,
	choice,
	destroy,
	inBody,
	inQuery,
	inSteps,
	json,
	list,
	number,
	onOff,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	theUser,
	toggle,
	type Choice,
	type DeclaredField,
} from '../vocabulary';

/** Every operation on a site asks for its address under this name. */
export const theSite = (wire = 'SiteUrl', help?: string): DeclaredField =>
	text('Site URL', wire, {
		name: 'siteUrl',
		required: true,
		placeholder: 'e.g. https://contoso.sharepoint.com/sites/sales',
		help: help ?? 'Full address of the site, the column webUrl of Site: Get Many',
	});

export const sharingCapabilities: Choice[] = [
	{ value: 'Disabled', label: 'Nobody Outside', help: 'Only people in the tenant' },
	{ value: 'ExistingExternalUserSharingOnly', label: 'Existing Guests' },
	{ value: 'ExternalUserSharingOnly', label: 'New and Existing Guests' },
	{
		value: 'ExternalUserAndGuestSharing',
		label: 'Anyone With a Link',
		help: 'Without signing in',
	},
];

export const useReportDatabase = toggle('Use Reporting Database', 'UseReportDB', {
	optional: true,
	help: 'Whether to read what CIPP stored at its last sync instead of asking Microsoft. Quicker, but fails for a tenant that was never synced.',
});

export const site = resource('Site', 'site', 'getMany', {
	getMany: read('ListSites', {
		name: 'Get Many',
		action: 'Get many sites',
		help: 'Lists SharePoint sites with their storage and activity. Missing figures mean that Microsoft reported none, not that a site is empty.',
		role: 'Sharepoint.Site.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fixed: { query: { Type: 'SharePointSiteUsage' } },
		fields: [
			useReportDatabase,
			toggle('Only With URL', 'URLOnly', {
				optional: true,
				help: 'Whether to leave out sites without a URL. With it, CIPP no longer tells why a request failed.',
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
			'rootWebTemplate',
			'reportRefreshDate',
			'Tenant',
		),
	}),

	getActivity: read('ListSiteActivity', {
		name: 'Get Activity',
		action: 'Get site activity',
		help: 'Lists when sites and their teams were last used, as CIPP stored it at its last sync. Nothing comes back before the first sync.',
		role: 'Sharepoint.Site.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [
			choice(
				'Site Type',
				'Type',
				[
					{ value: 'SharePoint', label: 'Site Without Team' },
					{ value: 'TeamsSite', label: 'Site of Team' },
				],
				{ optional: true, default: 'SharePoint', help: 'Only sites of this kind. Left out, both.' },
			),
			text('Site ID', 'siteId', {
				optional: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'Only this site: the GUID in the column siteId of Site: Get Many',
			}),
		],
		answer: rows(
			'siteId',
			'siteType',
			'displayName',
			'webUrl',
			'ownerPrincipalName',
			'createdDateTime',
			'effectiveLastActivityDate',
			'sharePointLastActivityDate',
			'sharePointFileCount',
			'sharePointStorageUsedInBytes',
			'cachedAt',
			'Tenant',
		),
	}),

	getStorage: read('ListSiteBrowser', {
		name: 'Get Storage',
		action: 'Get site storage',
		help: 'Lists the sites of a tenant, or the libraries of one site, with storage and files as they are now, not as of the last report',
		since: '10.9',
		role: 'Sharepoint.Site.Read',
		tenant: inQuery(),
		omits: { SiteId: 'the URL names the site as well' },
		fields: [
			text('Site URL', 'SiteUrl', {
				name: 'onlySite',
				optional: true,
				placeholder: 'e.g. https://contoso.sharepoint.com/sites/sales',
				help: 'The libraries of this site. Left out, all sites.',
			}),
		],
		answer: rows(
			'type',
			'siteId',
			'displayName',
			'webUrl',
			'siteType',
			'storageUsedInBytes',
			'fileCount',
			'createdDateTime',
			'id',
		),
	}),

	getProperties: read('ListSiteProperties', {
		name: 'Get Properties',
		action: 'Get site properties',
		help: 'Reads sharing, lock, storage and version settings of one site',
		role: 'Sharepoint.Site.Read',
		tenant: inQuery(),
		fields: [theSite()],
		answer: row('There is no such site in this tenant'),
	}),

	getLibraries: read('ListSiteLibraries', {
		name: 'Get Libraries',
		action: 'Get site libraries',
		help: 'Lists the document libraries of a site. Other operations ask for the library ID in the first column.',
		role: 'Sharepoint.Site.Read',
		tenant: inQuery(),
		fields: [
			theSite(),
			text('Site ID', 'SiteId', {
				optional: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'The GUID in the column siteId of Site: Get Many. It wins over the URL.',
			}),
		],
		answer: rows('Id', 'Title', 'Template', 'WebUrl'),
	}),

	create: change('AddSite', {
		name: 'Create',
		action: 'Create site',
		help: 'Makes a new English SharePoint site at /sites/ and the name without spaces',
		role: 'Sharepoint.Site.ReadWrite',
		tenant: inBody(),
		fields: [
			text('Site Name', 'siteName', {
				required: true,
				placeholder: 'e.g. Sales Europe',
				help: 'Name of the site; the URL is made from it by dropping spaces and special characters',
			}),
			text('Site Description', 'siteDescription', {
				required: true,
				placeholder: 'e.g. Documents of the European sales team',
				help: 'What the site is for. CIPP refuses an empty one.',
			}),
			theUser('siteOwner', {
				form: 'labelValue',
				help: 'The owner of the site: choose one, or give the user principal name',
			}),
			choice(
				'Template',
				'templateName',
				[
					{ value: 'Communication', label: 'Communication Site', help: 'To inform many people' },
					{ value: 'Team', label: 'Team Site', help: 'To work together, without a group' },
				],
				{
					form: 'labelValue',
					required: true,
					help: 'Kind of site',
				},
			),
			choice(
				'Design',
				'siteDesign',
				[
					{ value: 'Blank', label: 'Blank' },
					{ value: 'Showcase', label: 'Showcase' },
					{ value: 'Topic', label: 'Topic' },
				],
				{
					form: 'labelValue',
					required: true,
					help: 'Layout of the first page',
				},
			),
			text('Sensitivity Label ID', 'sensitivityLabel', {
				optional: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'ID of the sensitivity label that the site gets, not its name',
			}),
		],
		answer: outcome({ later: [/currently being provisioned/i] }),
	}),

	createMany: change('AddSiteBulk', {
		name: 'Create Many',
		action: 'Create many sites',
		help: 'Makes several new SharePoint sites in one tenant and tells for each how it went',
		role: 'Sharepoint.Site.ReadWrite',
		tenant: inBody(),
		fields: [
			json('Sites', 'bulkSites', {
				required: true,
				placeholder:
					'e.g. [{"siteName":"Sales","siteDescription":"Sales documents","siteOwner":"jane@contoso.com","templateName":"Team","siteDesign":"Blank"}]',
				help: 'List of sites. Each needs siteName, siteDescription, siteOwner (user principal name), templateName (Communication or Team) and siteDesign (Blank, Showcase or Topic), all as plain texts; sensitivityLabel may be added.',
			}),
		],
		answer: inSteps(outcome(), 'the site'),
	}),

	update: change('ExecSetSiteProperties', {
		name: 'Update Properties',
		action: 'Update site properties',
		help: 'Changes sharing, lock, storage or version settings of one site. Add at least one option, or CIPP refuses.',
		role: 'Sharepoint.Site.ReadWrite',
		tenant: inBody(),
		warns:
			'Sites of a Microsoft 365 group or team take only sharing, default link, lock and storage settings. CIPP skips the others, and the node then ends with an error that names them.',
		fields: [
			theSite(),
			text('Title', 'Title', {
				optional: true,
				placeholder: 'e.g. Sales',
				help: 'New name of the site',
			}),
			choice('External Sharing', 'SharingCapability', sharingCapabilities, {
				optional: true,
				default: 'Disabled',
				help: 'With whom files may be shared at most; the setting of the tenant limits it further',
			}),
			choice(
				'Default Link Type',
				'DefaultSharingLinkType',
				[
					{ value: 'None', label: 'As in the Tenant' },
					{ value: 'Direct', label: 'Specific People' },
					{ value: 'Internal', label: 'People in the Organization' },
					{ value: 'AnonymousAccess', label: 'Anyone' },
				],
				{ optional: true, default: 'None', help: 'What Share offers first' },
			),
			choice(
				'Default Link Permission',
				'DefaultLinkPermission',
				[
					{ value: 'None', label: 'As in the Tenant' },
					{ value: 'View', label: 'View' },
					{ value: 'Edit', label: 'Edit' },
				],
				{ optional: true, default: 'None', help: 'What a new link allows by itself' },
			),
			choice(
				'Domain Restriction',
				'SharingDomainRestrictionMode',
				[
					{ value: 'None', label: 'None' },
					{ value: 'AllowList', label: 'Only Allowed Domains' },
					{ value: 'BlockList', label: 'All but Blocked Domains' },
				],
				{
					optional: true,
					default: 'None',
					help: 'Which domains of guests may be shared with; give the list as well',
				},
			),
			text('Allowed Domains', 'SharingAllowedDomainList', {
				optional: true,
				placeholder: 'e.g. fabrikam.com adatum.com',
				help: 'Domains that may be shared with, separated by spaces. They take the place of the present ones.',
			}),
			text('Blocked Domains', 'SharingBlockedDomainList', {
				optional: true,
				placeholder: 'e.g. fabrikam.com adatum.com',
				help: 'Domains that may not be shared with, separated by spaces. They take the place of the present ones.',
			}),
			onOff('Own Expiration for Anyone Links', 'OverrideTenantAnonymousLinkExpirationPolicy', {
				optional: true,
				help: 'Whether the site has its own expiration for anyone links instead of that of the tenant',
			}),
			number('Anyone Links Expire After Days', 'AnonymousLinkExpirationInDays', {
				optional: true,
				default: 30,
				help: 'Days until a new anyone link stops working, if the site has its own expiration',
			}),
			choice(
				'Lock State',
				'LockState',
				[
					{ value: 'Unlock', label: 'Unlocked' },
					{ value: 'ReadOnly', label: 'Read-Only' },
					{ value: 'NoAccess', label: 'No Access', help: 'Locks everybody out, owners too' },
				],
				{
					optional: true,
					default: 'Unlock',
					help: 'Whether people can change or even open the site',
				},
			),
			number('Storage Limit (MB)', 'StorageMaximumLevel', {
				optional: true,
				default: 102400,
				help: 'Storage that the site may use, in megabytes: 102400 is 100 GB',
			}),
			number('Storage Warning at (MB)', 'StorageWarningLevel', {
				optional: true,
				default: 92160,
				help: 'Storage use in megabytes at which owners are warned',
			}),
			onOff('Version Policy From Tenant', 'InheritVersionPolicyFromTenant', {
				optional: true,
				help: 'Whether the site keeps file versions as the tenant says',
			}),
			onOff('Automatic Version Trimming', 'EnableAutoExpirationVersionTrim', {
				optional: true,
				help: 'Whether Microsoft decides by age and use which old file versions go',
			}),
			number('Major Version Count', 'MajorVersionLimit', {
				optional: true,
				default: 500,
				help: 'How many major versions of a file are kept',
			}),
			number('Versions Expire After Days', 'ExpireVersionsAfterDays', {
				optional: true,
				default: 0,
				help: 'Days after which a file version goes; 0 keeps them by count alone',
			}),
			onOff('Apply to New Libraries', 'ApplyToNewDocumentLibraries', {
				optional: true,
				help: 'Whether the version settings hold for libraries made from now on',
			}),
			onOff('Apply to Existing Libraries', 'ApplyToExistingDocumentLibraries', {
				optional: true,
				help: 'Whether the version settings hold for the libraries that exist',
			}),
		],
		answer: outcome({
			failing: [/:\s+Skipped \(not supported/i],
			partly: [/\bSkipped \(not supported/i],
		}),
	}),

	delete: destroy('DeleteSharepointSite', {
		name: 'Delete',
		action: 'Delete site',
		help: 'Moves a site to the recycle bin of the tenant, from where it can be restored for a time',
		role: 'Sharepoint.Site.ReadWrite',
		tenant: inBody(),
		warns:
			'If the site belongs to a Microsoft 365 group or a team, these are deleted with all their content',
		fields: [
			text('Site ID', 'SiteId', {
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'The GUID in the column siteId of Site: Get Many, not the longer ID that Microsoft Graph shows',
			}),
		],
		answer: outcome({ onlyQueues: true }),
	}),

	getManyDeleted: read('ListDeletedSites', {
		name: 'Get Many Deleted',
		action: 'Get many deleted sites',
		help: 'Lists the sites in the recycle bin of the tenant and how many days each has left',
		role: 'Sharepoint.Site.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows(
			'Name',
			'Url',
			'SiteId',
			'Status',
			'DeletionTime',
			'DaysRemaining',
			'StorageMaximumLevel',
		),
	}),

	restore: change('ExecRestoreDeletedSite', {
		name: 'Restore',
		action: 'Restore site',
		help: 'Brings a deleted site back. Large ones go on in the background after the answer.',
		role: 'Sharepoint.Site.ReadWrite',
		tenant: inBody(),
		omits: { Url: 'another name for SiteUrl' },
		fields: [
			theSite(
				'SiteUrl',
				'Full address of the deleted site, the column URL of Site: Get Many Deleted',
			),
		],
		answer: outcome({ later: [/has started\b/i] }),
	}),

	addAdmin: change('ExecSharePointPerms', {
		name: 'Add Admin',
		action: 'Add site admin',
		help: 'Makes users admins of a site, with full access to everything in it',
		role: 'Sharepoint.Site.ReadWrite',
		tenant: inBody(),
		fixed: { body: { RemovePermission: false } },
		omits: { user: 'another name for onedriveAccessUser' },
		fields: [
			theSite('URL'),
			list('Admins', 'onedriveAccessUser', {
				name: 'adminUpns',
				required: true,
				placeholder: 'e.g. jane@contoso.com',
				help: 'User principal names of the admins to add. Separate several with commas.',
			}),
		],
		answer: inSteps(outcome(), 'the site'),
	}),

	removeAdmin: destroy('ExecSharePointPerms', {
		name: 'Remove Admin',
		action: 'Remove site admin',
		help: 'Takes the admin right on a site away from users; what they may do as members stays',
		role: 'Sharepoint.Site.ReadWrite',
		tenant: inBody(),
		fixed: { body: { RemovePermission: true } },
		omits: { user: 'another name for onedriveAccessUser' },
		fields: [
			theSite('URL'),
			list('Admins', 'onedriveAccessUser', {
				name: 'adminUpns',
				required: true,
				placeholder: 'e.g. jane@contoso.com',
				help: 'User principal names of the admins to remove. Separate several with commas.',
			}),
		],
		answer: inSteps(outcome(), 'the site'),
	}),

	deleteVersionsByAge: destroy('ExecSPOVersionCleanup', {
		name: 'Delete File Versions by Age',
		action: 'Delete site file versions by age',
		help: 'Starts a job that removes old file versions in a site for good',
		role: 'Sharepoint.Site.ReadWrite',
		tenant: inBody(),
		fixed: { body: { BatchDeleteMode: 0 } },
		warns: 'Deleted file versions do not go to the recycle bin and cannot be brought back',
		fields: [
			theSite(),
			number('Delete Older Than Days', 'DeleteOlderThanDays', {
				required: true,
				default: 365,
				help: 'File versions older than this many days are deleted',
			}),
		],
		answer: outcome({ onlyQueues: true }),
	}),

	deleteVersionsByCount: destroy('ExecSPOVersionCleanup', {
		name: 'Delete File Versions by Count',
		action: 'Delete site file versions by count',
		help: 'Starts a job that keeps the newest versions of each file in a site and removes the rest for good',
		role: 'Sharepoint.Site.ReadWrite',
		tenant: inBody(),
		fixed: { body: { BatchDeleteMode: 1 } },
		warns: 'Deleted file versions do not go to the recycle bin and cannot be brought back',
		fields: [
			theSite(),
			number('Major Versions to Keep', 'MajorVersionLimit', {
				name: 'majorVersionsToKeep',
				required: true,
				default: 500,
				help: 'How many major versions of each file stay',
			}),
			number('Major Versions With Minor to Keep', 'MajorWithMinorVersionsLimit', {
				required: true,
				default: 500,
				help: 'For how many major versions the minor ones (drafts) stay too',
			}),
		],
		answer: outcome({ onlyQueues: true }),
	}),

	applyVersionPolicy: destroy('ExecSPOVersionCleanup', {
		name: 'Apply Version Policy',
		action: 'Apply site version policy',
		help: 'Starts a job that removes the file versions which the version settings of the site no longer keep',
		role: 'Sharepoint.Site.ReadWrite',
		tenant: inBody(),
		fixed: { body: { BatchDeleteMode: 2 } },
		warns: 'Deleted file versions do not go to the recycle bin and cannot be brought back',
		fields: [theSite()],
		answer: outcome({ onlyQueues: true }),
	}),

	getVersionCleanup: read('ListSPOVersionCleanup', {
		name: 'Get Version Cleanup',
		action: 'Get site version cleanup',
		help: 'Tells how far the last job that deletes file versions has come. Status NoJob means that there was none.',
		role: 'Sharepoint.Site.Read',
		tenant: inQuery(),
		fields: [theSite()],
		answer: row('There is no such site in this tenant'),
	}),
});
