import {
	destroy,
	change,
	choice,
	inBody,
	inQuery,
	outcome,
	read,
	resource,
	rows,
	text,
	theUser,
	toggle,
} from '../vocabulary';

const phoneNumber = text('Phone Number', 'PhoneNumber', {
	required: true,
	placeholder: 'e.g. +15551234567',
	help: 'The number as Teams Voice: Get Many shows it, with + and country code',
});

export const teamsVoice = resource('Teams Voice', 'teamsVoice', 'getMany', {
	getMany: read('ListTeamsVoice', {
		name: 'Get Many',
		action: 'Get many teams voice numbers',
		help: 'Lists the phone numbers of a tenant and whom they belong to',
		role: 'Teams.Voice.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [
			toggle('Use Reporting Database', 'UseReportDB', {
				optional: true,
				help: 'Whether to read what CIPP stored at its last sync instead of asking Microsoft. Always so for all tenants.',
			}),
		],
		answer: rows(
			'TelephoneNumber',
			'AssignedTo',
			'AssignmentStatus',
			'NumberType',
			'AcquiredCapabilities',
			'IsoCountryCode',
			'PlaceName',
			'ActivationState',
			'AcquisitionDate',
			'EmergencyLocation',
			'LocationId',
			'Tenant',
		),
	}),

	getManyLocations: read('ListTeamsLisLocation', {
		name: 'Get Many Emergency Locations',
		action: 'Get many teams voice emergency locations',
		help: 'Lists the addresses that can be told to an emergency call center',
		role: 'Teams.Voice.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows(
			'LocationId',
			'CivicAddressId',
			'Description',
			'Location',
			'CompanyName',
			'HouseNumber',
			'StreetName',
			'StreetSuffix',
			'PostalCode',
			'City',
			'StateOrProvince',
			'CountryOrRegion',
			'IsDefault',
			'ValidationStatus',
		),
	}),

	assign: change('ExecTeamsVoicePhoneNumberAssignment', {
		name: 'Assign Number',
		action: 'Assign teams voice number',
		help: 'Gives a user or resource account a phone number. Microsoft carries it out some time later.',
		role: 'Teams.Voice.ReadWrite',
		tenant: inBody('TenantFilter'),
		fields: [
			theUser('input', {
				form: 'labelValue',
				help: 'The user or resource account that gets the number: choose one, or give the user principal name or object ID',
			}),
			phoneNumber,
			choice(
				'Phone Number Type',
				'PhoneNumberType',
				[
					{ value: 'callingPlan', label: 'Calling Plan' },
					{ value: 'directRouting', label: 'Direct Routing' },
					{ value: 'operatorConnect', label: 'Operator Connect' },
				],
				{
					name: 'assignedNumberType',
					required: true,
					help: 'Where the number comes from; the column NumberType of Teams Voice: Get Many tells',
				},
			),
			text('Assignment Category', 'AssignmentCategory', {
				optional: true,
				placeholder: 'e.g. primary',
				help: 'Kind of assignment as Microsoft Graph names it. Leave out for the usual one.',
			}),
		],
		answer: outcome({ onlyQueues: true }),
	}),

	setLocation: change('ExecTeamsVoicePhoneNumberAssignment', {
		name: 'Set Emergency Location',
		action: 'Set teams voice emergency location',
		help: 'Tells which address belongs to a phone number in an emergency, without touching who has it',
		role: 'Teams.Voice.ReadWrite',
		tenant: inBody('TenantFilter'),
		fixed: { body: { locationOnly: true } },
		fields: [
			phoneNumber,
			text('Location ID', 'input', {
				name: 'locationId',
				form: 'labelValue',
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'LocationId from Teams Voice: Get Many Emergency Locations',
			}),
		],
		answer: outcome(),
	}),

	unassign: destroy('ExecRemoveTeamsVoicePhoneNumberAssignment', {
		name: 'Unassign Number',
		action: 'Unassign teams voice number',
		help: 'Takes a phone number away from whoever has it. Microsoft carries it out some time later.',
		role: 'Teams.Voice.ReadWrite',
		tenant: inBody(),
		fields: [
			phoneNumber,
			choice(
				'Phone Number Type',
				'PhoneNumberType',
				[
					{ value: 'CallingPlan', label: 'Calling Plan' },
					{ value: 'DirectRouting', label: 'Direct Routing' },
					{ value: 'OperatorConnect', label: 'Operator Connect' },
				],
				{
					required: true,
					help: 'Where the number comes from; the column NumberType of Teams Voice: Get Many tells',
				},
			),
			text('Assigned To', 'AssignedTo', {
				optional: true,
				placeholder: 'e.g. jane@contoso.com',
				help: 'Whose number it is, for the log only. The number alone decides.',
			}),
		],
		answer: outcome({ onlyQueues: true }),
	}),
});
