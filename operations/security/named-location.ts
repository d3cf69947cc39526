import {
	change,
	destroy,
	gone,
	graphRow,
	has,
	inBody,
	inQuery,
	inSteps,
	lacks,
	list,
	oneMore,
	onOff,
	outcome,
	read,
	resource,
	rows,
	text,
} from '../vocabulary';

const locationId = () =>
	text('Named Location ID', 'namedLocationId', {
		required: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'ID of the location, from Get Many',
	});

const locationName = () =>
	text('Name', 'policyName', {
		name: 'locationName',
		required: true,
		placeholder: 'e.g. Head Office',
		help: 'Name of the new location. An existing one of this name is not noticed, so look first.',
	});

const countries = (wire: string, form: 'labelValues' | 'texts', help: string) =>
	list('Countries', wire, {
		name: 'countries',
		form,
		required: true,
		placeholder: 'e.g. NL, BE',
		help,
	});

export const namedLocation = resource('Named Location', 'namedLocation', 'getMany', {
	getMany: read('ListNamedLocations', {
		name: 'Get Many',
		action: 'Get many named locations',
		help: 'Lists the places by IP range or country that policies of a tenant can refer to',
		role: 'Tenant.ConditionalAccess.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows(
			'id',
			'displayName',
			'@odata.type',
			'rangeOrLocation',
			'isTrusted',
			'ipRanges',
			'countriesAndRegions',
			'includeUnknownCountriesAndRegions',
			'createdDateTime',
			'modifiedDateTime',
		),
	}),

	createIpRanges: change('AddNamedLocation', {
		name: 'Create by IP Ranges',
		action: 'Create named location by IP ranges',
		help: 'Adds a place that is made of public address ranges',
		role: 'Tenant.ConditionalAccess.ReadWrite',
		does: 'IPLocation',
		tenant: inBody('selectedTenants', { form: 'labelValues', allTenants: true }),
		fixed: { body: { Type: 'IPLocation' } },
		fields: [
			locationName(),
			list('IP Ranges', 'Ips', {
				name: 'ipRanges',
				required: true,
				placeholder: 'e.g. 203.0.113.0/24, 198.51.100.7/32',
				help: 'Ranges in CIDR notation, separated by commas',
			}),
			onOff('Trusted', 'Trusted', {
				required: true,
				help: 'Whether policies may treat sign-ins from here as coming from a trusted place',
			}),
		],
		answer: inSteps(outcome(), 'the named locations of the tenants'),
		look: oneMore(
			graphRow(
				'identity/conditionalAccess/namedLocations',
				{ displayName: '{policyName}' },
				{ isTrusted: '{Trusted}' },
			),
		),
	}),

	createCountries: change('AddNamedLocation', {
		name: 'Create by Countries',
		action: 'Create named location by countries',
		help: 'Adds a place that is made of countries',
		role: 'Tenant.ConditionalAccess.ReadWrite',
		does: 'Countries',
		tenant: inBody('selectedTenants', { form: 'labelValues', allTenants: true }),
		fixed: { body: { Type: 'Countries' } },
		fields: [
			locationName(),
			countries(
				'Countries',
				'labelValues',
				'Two-letter ISO codes of the countries, separated by commas',
			),
			onOff('Include Unknown Countries', 'includeUnknownCountriesAndRegions', {
				name: 'includeUnknown',
				required: true,
				help: 'Whether addresses that belong to no known country count as well',
			}),
		],
		answer: inSteps(outcome(), 'the named locations of the tenants'),
		look: oneMore(
			graphRow(
				'identity/conditionalAccess/namedLocations',
				{ displayName: '{policyName}' },
				{ countriesAndRegions: has('{Countries}') },
			),
		),
	}),

	addIpRange: change('ExecNamedLocation', {
		name: 'Add IP Range',
		action: 'Add IP range to named location',
		help: 'Adds one IPv4 range to a location that is made of ranges. IPv6 does not work here.',
		role: 'Tenant.ConditionalAccess.ReadWrite',
		tenant: inBody(),
		fixed: { body: { change: 'addIp' } },
		fields: [
			locationId(),
			text('IP Range', 'input', {
				name: 'ipRange',
				required: true,
				placeholder: 'e.g. 203.0.113.0/24',
				help: 'Exactly one IPv4 range in CIDR notation',
			}),
		],
		answer: outcome(),
		look: graphRow(
			'identity/conditionalAccess/namedLocations',
			{ id: '{namedLocationId}' },
			{ ipRanges: has('{input}', 'cidrAddress') },
		),
	}),

	removeIpRanges: destroy('ExecNamedLocation', {
		name: 'Remove IP Ranges',
		action: 'Remove IP ranges from named location',
		help: 'Takes ranges out of a location. One that is not in it is reported as removed; the last one cannot go.',
		role: 'Tenant.ConditionalAccess.ReadWrite',
		tenant: inBody(),
		fixed: { body: { change: 'removeIp' } },
		fields: [
			locationId(),
			list('IP Ranges', 'input', {
				name: 'ipRanges',
				required: true,
				placeholder: 'e.g. 203.0.113.0/24, 198.51.100.7/32',
				help: 'Ranges written exactly as Get Many shows them, separated by commas',
			}),
		],
		answer: outcome(),
		look: graphRow(
			'identity/conditionalAccess/namedLocations',
			{ id: '{namedLocationId}' },
			{ ipRanges: lacks('{input}', 'cidrAddress') },
		),
	}),

	addCountries: change('ExecNamedLocation', {
		name: 'Add Countries',
		action: 'Add countries to named location',
		help: 'Adds countries to a location that is made of countries',
		role: 'Tenant.ConditionalAccess.ReadWrite',
		tenant: inBody(),
		fixed: { body: { change: 'addLocation' } },
		fields: [
			locationId(),
			countries('input', 'texts', 'Two-letter ISO codes to add, separated by commas'),
		],
		answer: outcome(),
		look: graphRow(
			'identity/conditionalAccess/namedLocations',
			{ id: '{namedLocationId}' },
			{ countriesAndRegions: has('{input}') },
		),
	}),

	removeCountries: destroy('ExecNamedLocation', {
		name: 'Remove Countries',
		action: 'Remove countries from named location',
		help: 'Takes countries out of a location. One that is not in it is reported as removed; the last one cannot go.',
		role: 'Tenant.ConditionalAccess.ReadWrite',
		tenant: inBody(),
		fixed: { body: { change: 'removeLocation' } },
		fields: [
			locationId(),
			countries('input', 'texts', 'Two-letter ISO codes to take out, separated by commas'),
		],
		answer: outcome(),
		look: graphRow(
			'identity/conditionalAccess/namedLocations',
			{ id: '{namedLocationId}' },
			{ countriesAndRegions: lacks('{input}') },
		),
	}),

	rename: change('ExecNamedLocation', {
		name: 'Rename',
		action: 'Rename named location',
		help: 'Gives a location another name. Policies keep referring to it.',
		role: 'Tenant.ConditionalAccess.ReadWrite',
		tenant: inBody(),
		fixed: { body: { change: 'rename' } },
		fields: [
			locationId(),
			text('New Name', 'input', {
				name: 'newName',
				required: true,
				placeholder: 'e.g. Head Office',
				help: 'Name the location shall have',
			}),
		],
		answer: outcome(),
		look: graphRow(
			'identity/conditionalAccess/namedLocations',
			{ id: '{namedLocationId}' },
			{ displayName: '{input}' },
		),
	}),

	trust: change('ExecNamedLocation', {
		name: 'Mark as Trusted',
		action: 'Mark named location as trusted',
		help: 'Lets policies treat sign-ins from these IP ranges as coming from a trusted place',
		role: 'Tenant.ConditionalAccess.ReadWrite',
		tenant: inBody(),
		fixed: { body: { change: 'setTrusted' } },
		fields: [locationId()],
		answer: outcome(),
		look: graphRow(
			'identity/conditionalAccess/namedLocations',
			{ id: '{namedLocationId}' },
			{ isTrusted: true },
		),
	}),

	untrust: change('ExecNamedLocation', {
		name: 'Mark as Untrusted',
		action: 'Mark named location as untrusted',
		help: 'Ends the trust in an IP location, which is also needed before it can be deleted',
		role: 'Tenant.ConditionalAccess.ReadWrite',
		tenant: inBody(),
		fixed: { body: { change: 'setUntrusted' } },
		fields: [locationId()],
		answer: outcome(),
		look: graphRow(
			'identity/conditionalAccess/namedLocations',
			{ id: '{namedLocationId}' },
			{ isTrusted: false },
		),
	}),

	delete: destroy('ExecNamedLocation', {
		name: 'Delete',
		action: 'Delete named location',
		help: 'Removes a location from the tenant. Microsoft refuses while it is trusted: mark it as untrusted first.',
		role: 'Tenant.ConditionalAccess.ReadWrite',
		tenant: inBody(),
		fixed: { body: { change: 'delete' } },
		fields: [locationId()],
		answer: outcome(),
		look: gone(
			graphRow('identity/conditionalAccess/namedLocations', { id: '{namedLocationId}' }, {}),
		),
	}),
});
