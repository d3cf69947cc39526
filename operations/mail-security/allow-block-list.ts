import { entries, entrySettings, listType } from './allow-block-fields';
import {
	change,
	destroy,
	inBody,
	inExchange,
	inQuery,
	lookingAgain,
	outcome,
	read,
	resource,
	rows,
	toggle,
} from '../vocabulary';

export const allowBlockList = resource('Tenant Allow/Block List', 'allowBlockList', 'getMany', {
	getMany: read('ListTenantAllowBlockList', {
		name: 'Get Many',
		action: 'Get many tenant allow or block list entries',
		help: 'Lists senders, URLs, files and IP addresses that are allowed or blocked. A kind that Exchange refuses to list is left out without a word.',
		role: 'Exchange.SpamFilter.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [
			toggle('Use Report Database', 'UseReportDB', {
				optional: true,
				help: "Whether to read CIPP's cached copy instead of Exchange. For all tenants it always does.",
			}),
		],
		answer: lookingAgain(
			rows(
				'Identity',
				'Value',
				'Action',
				'ListType',
				'Notes',
				'ExpirationDate',
				'LastModifiedDateTime',
				'Tenant',
				'CacheTimestamp',
			),
			inExchange('Get-TenantAllowBlockListItems', { ListType: 'Sender' }),
		),
	}),

	create: change('AddTenantAllowBlockList', {
		name: 'Add',
		action: 'Add tenant allow or block list entries',
		help: 'Allows or blocks senders, URLs, files or IP addresses',
		role: 'Exchange.SpamFilter.ReadWrite',
		tenant: inBody('tenantID', { form: 'labelValue', allTenants: true }),
		fields: entrySettings,
		answer: outcome({ keeps: { request: 'Request' } }),
	}),

	delete: destroy('RemoveTenantAllowBlockList', {
		name: 'Remove',
		action: 'Remove tenant allow or block list entries',
		help: 'Takes entries off the list, those that allow as well as those that block',
		role: 'Exchange.SpamFilter.ReadWrite',
		tenant: inBody(),
		fields: [
			entries('Entries', 'The column Value of Get Many; separate several with commas'),
			listType('ListType'),
		],
		answer: outcome(),
	}),
});
