import { butUnread, inQuery, read, resource, row } from '../vocabulary';

export const sharePoint = resource('SharePoint', 'sharePoint', 'getSettings', {
	getSettings: read('ListSharepointSettings', {
		name: 'Get Settings',
		action: 'Get SharePoint settings',
		help: 'Reads how SharePoint and OneDrive are set up for a tenant: sharing, sync, retention, time zone',
		role: 'Sharepoint.Admin.Read',
		tenant: inQuery(),
		fields: [],
		answer: row('CIPP could not read the settings of this tenant'),
	}),

	getQuota: read('ListSharepointQuota', {
		name: 'Get Quota',
		action: 'Get SharePoint quota',
		help: 'Reads how much storage a tenant has and uses. Percentage holds the text "Not available" when CIPP could not tell.',
		role: 'Sharepoint.Admin.Read',
		tenant: inQuery(),
		fields: [],
		answer: butUnread(row('CIPP could not read the quota of this tenant'), {
			Dashboard: /^Not available/,
		}),
	}),
});
