import {
	change,
	choice,
	destroy,
	gone,
	graphObject,
	inBody,
	inQuery,
	inRow,
	outcome,
	read,
	resource,
	row,
	rows,
	slowly,
	text,
	words,
	type DeclaredField,
} from '../vocabulary';

const domainName = (wire: string, place?: 'query'): DeclaredField =>
	text('Domain', wire, {
		name: 'domainName',
		required: true,
		...(place ? { in: place } : {}),
		placeholder: 'e.g. contoso.com',
		help: 'Name of the domain',
	});

const role = 'Tenant.Administration.ReadWrite';

export const domain = resource('Domain', 'domain', 'getMany', {
	getMany: read('ListDomains', {
		name: 'Get Many',
		action: 'Get many domains',
		help: 'Lists the domains of a tenant, the default one first. Unverified ones are among them and not marked.',
		role: 'Tenant.Administration.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows('id', 'isDefault', 'isInitial', 'isdefault', 'isinitial'),
	}),

	add: change('AddDomain', {
		name: 'Create',
		action: 'Create domain',
		help: 'Adds a domain to a tenant. Then set its DNS record and verify it.',
		role,
		tenant: inBody(),
		fields: [domainName('domain')],
		answer: outcome(),
		look: graphObject('domains/{domain}'),
	}),

	verify: change('ExecDomainAction', {
		name: 'Verify',
		action: 'Verify domain',
		help: 'Has Microsoft look for the DNS record that proves the domain is yours',
		role,
		tenant: inBody(),
		fixed: { body: { Action: 'verify' } },
		fields: [domainName('domain')],
		answer: outcome(),
		look: graphObject('domains/{domain}', { isVerified: true }),
	}),

	setDefault: change('ExecDomainAction', {
		name: 'Set as Default',
		action: 'Set domain as default',
		help: 'Makes it the domain that new accounts get',
		role,
		tenant: inBody(),
		fixed: { body: { Action: 'setDefault' } },
		fields: [domainName('domain')],
		answer: outcome(),
		look: graphObject('domains/{domain}', { isDefault: true }),
	}),

	delete: destroy('ExecDomainAction', {
		name: 'Delete',
		action: 'Delete domain',
		help: 'Removes a domain from the tenant. Microsoft refuses while accounts or groups use it.',
		role,
		tenant: inBody(),
		fixed: { body: { Action: 'delete' } },
		fields: [domainName('domain')],
		answer: outcome(),
		look: slowly(gone(graphObject('domains/{domain}'))),
	}),
});

export const dnsSettings = resource('DNS Configuration', 'dnsSettings', 'get', {
	get: read('ExecDnsConfig', {
		name: 'Get',
		action: 'Get DNS configuration',
		help: 'Tells which resolver the domain analyser of CIPP asks',
		role: 'Tenant.Domains.ReadWrite',
		method: 'POST',
		tenant: null,
		fixed: { query: { Action: 'GetConfig' } },
		fields: [],
		answer: row('CIPP has no DNS configuration'),
	}),

	setResolver: change('ExecDnsConfig', {
		name: 'Set Resolver',
		action: 'Set resolver in DNS configuration',
		help: 'Chooses the resolver that the domain analyser asks, for all tenants',
		role: 'Tenant.Domains.ReadWrite',
		tenant: null,
		fixed: { query: { Action: 'SetConfig' } },
		fields: [
			choice('Resolver', 'Resolver', words('Cloudflare', 'Google'), {
				in: 'query',
				required: true,
				default: 'Google',
				help: 'Whose public DNS to ask',
			}),
		],
		answer: outcome(),
		look: inRow('get', { Resolver: '{Resolver}' }),
	}),

	setDkimSelectors: change('ExecDnsConfig', {
		name: 'Set DKIM Selectors',
		action: 'Set DKIM selectors in DNS configuration',
		help: 'Names the selectors to check for a domain, in place of the present ones. An unknown domain is added to the analyser.',
		role: 'Tenant.Domains.ReadWrite',
		tenant: null,
		fixed: { query: { Action: 'SetDkimConfig' } },
		fields: [
			domainName('Domain', 'query'),
			text('Selectors', 'Selector', {
				in: 'query',
				required: true,
				placeholder: 'e.g. selector1,selector2',
				help: 'DKIM selectors, separated by commas',
			}),
		],
		answer: outcome(),
	}),

	removeDomain: destroy('ExecDnsConfig', {
		name: 'Remove Domain From Analyser',
		action: 'Remove domain from analyser in DNS configuration',
		help: 'Takes a domain out of the domain analyser. The tenant keeps it.',
		role: 'Tenant.Domains.ReadWrite',
		tenant: null,
		fixed: { query: { Action: 'RemoveDomain' } },
		fields: [domainName('Domain', 'query')],
		answer: outcome(),
	}),
});
