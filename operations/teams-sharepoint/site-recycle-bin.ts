import { theSite } from './site';
import { change, inBody, inQuery, list, outcome, read, resource, rows } from '../vocabulary';

export const siteRecycleBin = resource('Site Recycle Bin', 'siteRecycleBin', 'getMany', {
	getMany: read('ListSiteRecycleBin', {
		name: 'Get Many',
		action: 'Get many site recycle bin items',
		help: 'Lists what was deleted from a site, newest first. CIPP shows the newest 500 items and does not say if there are more.',
		role: 'Sharepoint.SiteRecycleBin.Read',
		tenant: inQuery(),
		fields: [theSite()],
		answer: rows(
			'Id',
			'Title',
			'LeafName',
			'DirName',
			'ItemType',
			'ItemState',
			'Size',
			'DeletedByName',
			'DeletedDate',
		),
	}),

	restore: change('ExecRestoreRecycleBinItems', {
		name: 'Restore',
		action: 'Restore site recycle bin items',
		help: 'Puts deleted items of a site back where they were: all of them or, if one fails, none',
		role: 'Sharepoint.SiteRecycleBin.ReadWrite',
		tenant: inBody(),
		omits: { ItemNames: 'only appears in the answer' },
		fields: [
			theSite(),
			list('Item IDs', 'Ids', {
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'IDs from Site Recycle Bin: Get Many. Separate several with commas.',
			}),
		],
		answer: outcome(),
	}),
});
