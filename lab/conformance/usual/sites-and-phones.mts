import type { Usual } from '../request.mts';
import { named, neverSynced, tenantFilter, type Cast } from './cast.mts';

/** OneDrives and Teams numbers. */
export const sitesAndPhones = (cast: Cast): Usual[] => [
	{
		endpoint: 'ListSites',
		query: { tenantFilter, Type: 'OneDriveUsageAccount' },
		also: {
			SharePoint: { query: { tenantFilter, Type: 'SharePointSiteUsage' } },
			'unknown type': { query: { tenantFilter, Type: 'Other' } },
			'addresses only': { query: { tenantFilter, Type: 'OneDriveUsageAccount', URLOnly: 'true' } },
		},
	},
	oneDriveAccess(cast),
	{
		endpoint: 'ExecSetOneDriveSharing',
		method: 'POST',
		body: { tenantFilter, UPN: cast.megan.userPrincipalName, SharingCapability: 'Disabled' },
		person: ['UPN'],
		also: {
			'unknown capability': {
				body: { tenantFilter, UPN: cast.megan.userPrincipalName, SharingCapability: 'Closed' },
			},
		},
	},
	{
		endpoint: 'ListTeamsVoice',
		query: { tenantFilter },
		also: {
			'all tenants': { query: { tenantFilter: 'AllTenants' } },
			'tenant without numbers': { query: { tenantFilter: neverSynced } },
		},
	},
	...numbers(cast),
];

function oneDriveAccess({ megan, alex, adele }: Cast): Usual {
	const one = { tenantFilter, UPN: megan.userPrincipalName, URL: megan.oneDrive!.url };
	const forAlex = { ...one, onedriveAccessUser: [named(alex)] };
	return {
		endpoint: 'ExecSharePointPerms',
		method: 'POST',
		body: { ...forAlex, RemovePermission: false },
		also: {
			remove: { body: { ...forAlex, RemovePermission: true } },
			two: { body: { ...one, onedriveAccessUser: [named(alex), named(adele)] } },
			'for somebody unknown': {
				body: { ...one, onedriveAccessUser: [{ value: 'nobody@contoso.example' }] },
			},
			'under user': { body: { ...one, user: { value: alex.userPrincipalName } } },
			'for nobody': { body: one },
			'no OneDrive': {
				body: { tenantFilter, UPN: 'irvin@agency.example', onedriveAccessUser: [named(alex)] },
			},
		},
	};
}

function numbers({ contoso, megan, alex }: Cast): Usual[] {
	const ofMegan = contoso.phoneNumbers.find(({ targetId }) => targetId === megan.id)!;
	const free = contoso.phoneNumbers.find(({ targetId }) => targetId === null)!;
	const number = (telephoneNumber: string) => ({
		tenantFilter,
		PhoneNumber: telephoneNumber,
		PhoneNumberType: 'CallingPlan',
	});
	const [theirs, unused] = [number(ofMegan.telephoneNumber), number(free.telephoneNumber)];
	return [
		{
			endpoint: 'ExecTeamsVoicePhoneNumberAssignment',
			method: 'POST',
			body: { ...unused, locationOnly: false, input: named(alex) },
			person: ['input'],
			also: {
				'only a place': {
					body: { ...theirs, locationOnly: true, input: { label: 'x', value: 'place' } },
				},
				'unknown number': { body: { ...number('+10000000000'), input: named(alex) } },
			},
		},
		{
			endpoint: 'ExecRemoveTeamsVoicePhoneNumberAssignment',
			method: 'POST',
			body: { ...theirs, AssignedTo: megan.id },
			person: ['AssignedTo'],
			also: {
				'by user principal name': { body: { ...theirs, AssignedTo: megan.userPrincipalName } },
				'number of nobody': { body: { ...unused, AssignedTo: megan.id } },
			},
		},
	];
}
