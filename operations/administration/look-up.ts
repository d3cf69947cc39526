import { inGraph, inQuery, lookingAgain, read, resource, row, rows, text } from '../vocabulary';

export const lookUp = resource('Look Up', 'lookUp', 'getIpLocation', {
	getIpLocation: read('ExecGeoIPLookup', {
		name: 'Get IP Location',
		action: 'Look up location of IP address',
		help: 'Tells country, city and network of a public IP address, and whether it belongs to a proxy or hosting company',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [
			text('IP Address', 'IP', {
				required: true,
				placeholder: 'e.g. 203.0.113.7',
				help: 'A public address; private ones are refused',
			}),
		],
		answer: row('Nothing is known about this address'),
	}),

	getKnownIps: read('ListKnownIPDb', {
		name: 'Get Known IPs',
		action: 'Look up known IP addresses',
		help: 'Lists every IP address whose location CIPP has stored, for all tenants together. The list can be long.',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [],
		answer: rows('RowKey', 'CountryOrRegion', 'City', 'Proxy', 'Hosting', 'ASName', 'Timestamp'),
	}),

	getTrustedIps: read('ListIPWhitelist', {
		name: 'Get Trusted IPs',
		action: 'Look up trusted IP addresses',
		help: 'Lists addresses that audit log alerts pass over: RowKey is the address, PartitionKey the tenant',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [],
		answer: rows('PartitionKey', 'RowKey', 'state'),
	}),

	getExternalTenant: read('ListExternalTenantInfo', {
		name: 'Get External Tenant',
		action: 'Look up external tenant',
		help: 'Tells whose Microsoft 365 tenant a domain is, also one that CIPP does not manage',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [
			text('Domain or Tenant ID', 'tenant', {
				name: 'anyTenant',
				required: true,
				placeholder: 'e.g. contoso.com',
				help: 'Any domain or tenant ID in the world. One that does not exist is an error.',
			}),
		],
		answer: row('There is no such tenant'),
	}),

	getOrganization: read('ListOrg', {
		name: 'Get Organization',
		action: 'Look up organization of tenant',
		help: 'Reads the organization data of a tenant from Microsoft Graph: address, contacts, plans, directory sync',
		role: 'CIPP.Core.Read',
		tenant: inQuery(),
		fields: [],
		answer: row('Microsoft gave no organization'),
	}),

	getSharePointAdminUrl: read('ListSharepointAdminUrl', {
		name: 'Get SharePoint Admin URL',
		action: 'Look up address of sharepoint admin center',
		help: "Tells the address of a tenant's SharePoint admin center",
		role: 'CIPP.Core.Read',
		tenant: inQuery(),
		fixed: { query: { ReturnUrl: 'true' } },
		fields: [],
		answer: row('CIPP gave no address'),
	}),

	getTrialLicenses: read('ListAdminPortalLicenses', {
		name: 'Get Trial Licenses',
		action: 'Look up trial licenses of tenant',
		help: 'Lists trial licenses as the Microsoft 365 admin center knows them. An error shows as an empty list.',
		role: 'CIPP.Core.Read',
		tenant: inQuery(),
		fields: [],
		answer: lookingAgain(rows(), inGraph('subscribedSkus')),
	}),
});
