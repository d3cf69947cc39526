import { theSite } from './site';
import {
	choice,
	destroy,
	inBody,
	inQuery,
	inSteps,
	outcome,
	read,
	resource,
	row,
	text,
} from '../vocabulary';

export const sharingLink = resource('Sharing Link', 'sharingLink', 'getReport', {
	getReport: read('ListSharePointSharing', {
		name: 'Get Report',
		action: 'Get sharing link report',
		help: 'Reads the sharing links of a tenant, and direct permissions of outsiders, as CIPP stored them at its last sync. Zeros and linksSynced false mean that there was no sync yet.',
		role: 'Sharepoint.Site.Read',
		tenant: inQuery(),
		fields: [],
		answer: row('CIPP has no such report'),
		secret: ['links.linkUrl'],
	}),

	revoke: destroy('ExecRemoveSharingLink', {
		name: 'Revoke',
		action: 'Revoke sharing link',
		help: 'Ends one sharing link or direct permission. The IDs come from a row in links of Sharing Link: Get Report.',
		role: 'Sharepoint.Site.ReadWrite',
		tenant: inBody(),
		omits: { FileName: 'only appears in the answer' },
		fields: [
			text('Drive ID', 'DriveId', {
				required: true,
				placeholder: 'e.g. b!1c2d3e4f',
				help: 'The driveId of the link: the library it is in',
			}),
			text('Item ID', 'ItemId', {
				required: true,
				placeholder: 'e.g. 01ABCDEFGHIJKL',
				help: 'The itemId of the link: the file or folder',
			}),
			text('Permission ID', 'PermissionId', {
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'The permissionId of the link',
			}),
			text('Report Row ID', 'CacheId', {
				optional: true,
				placeholder: 'e.g. 1c2d3e4f',
				help: 'The ID of the row, so that it also leaves the report. Left out, the report shows the link until the next sync.',
			}),
		],
		answer: outcome(),
	}),

	revokeMany: destroy('ExecBulkRemoveSharingLinks', {
		name: 'Revoke Many',
		action: 'Revoke many sharing links',
		help: 'Ends the sharing links of a whole site one by one, which takes long on a large site. Links made since the last sync are missed.',
		role: 'Sharepoint.Site.ReadWrite',
		tenant: inBody(),
		fields: [
			theSite(
				'SiteUrl',
				'Full address of the site or OneDrive, the column siteUrl of a row in links of Sharing Link: Get Report',
			),
			choice(
				'Scope',
				'Scope',
				[
					{ value: 'Anonymous', label: 'Anyone Links' },
					{
						value: 'External',
						label: 'Anyone and External',
						help: 'Also links and direct permissions for people from outside',
					},
					{ value: 'All', label: 'All', help: 'Also links for people in the organization' },
				],
				{ required: true, default: 'Anonymous', help: 'Which links end' },
			),
		],
		answer: inSteps(outcome({ failing: [/^No cached\b/i] }), 'the sharing links of the site'),
	}),
});
