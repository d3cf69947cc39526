import type { Usual } from '../request.mts';
import { picked, tenantFilter, type Cast } from './cast.mts';

/** People and what belongs to them, as it is read; roles and devices. */
export const users = (cast: Cast): Usual[] => [
	{
		endpoint: 'ListUsers',
		query: { tenantFilter, UserID: cast.megan.id },
		person: ['UserID'],
		also: {
			everybody: { query: { tenantFilter } },
			'by user principal name': { query: { tenantFilter, UserID: cast.megan.userPrincipalName } },
			'unknown name': { query: { tenantFilter, UserID: 'nobody@contoso.example' } },
			'with an apostrophe': {
				query: { tenantFilter, UserID: cast.person("liam.o'brien").userPrincipalName },
			},
			'with sign-ins': {
				query: { tenantFilter, UserID: cast.megan.id, IncludeLogonDetails: 'true' },
			},
			filtered: { query: { tenantFilter, graphFilter: "startsWith(displayName,'Megan')" } },
			'filtered to nobody': {
				query: { tenantFilter, graphFilter: "startsWith(displayName,'Zz')" },
			},
			'wrong filter': { query: { tenantFilter, graphFilter: 'displayName gt gt' } },
			'all tenants': { query: { tenantFilter: 'AllTenants' } },
		},
	},
	{
		endpoint: 'ListUserGroups',
		query: { tenantFilter, userId: cast.megan.id },
		person: ['userId'],
	},
	{
		endpoint: 'ListUserDevices',
		query: { tenantFilter, UserID: cast.megan.id },
		person: ['UserID'],
		also: { 'person without devices': { query: { tenantFilter, UserID: cast.lee.id } } },
	},
	{
		endpoint: 'ListUserSigninLogs',
		query: { tenantFilter, UserID: cast.megan.id, top: '2' },
		person: ['UserID'],
		also: {
			'by user principal name': { query: { tenantFilter, UserID: cast.megan.userPrincipalName } },
		},
	},
	{ endpoint: 'ListDeletedItems', query: { tenantFilter } },
	{
		endpoint: 'ListMFAUsers',
		query: { tenantFilter },
		also: {
			'all tenants': { query: { tenantFilter: 'AllTenants' } },
			report: { query: { tenantFilter, UseReportDB: 'true' } },
		},
	},
	{
		endpoint: 'ListPerUserMFA',
		query: { tenantFilter, userId: cast.megan.id },
		person: ['userId'],
		also: { everybody: { query: { tenantFilter, allUsers: 'true' } } },
	},
	{
		endpoint: 'ExecPerUserMFA',
		method: 'POST',
		body: {
			tenantFilter,
			userPrincipalName: cast.megan.userPrincipalName,
			userId: cast.megan.id,
			State: 'disabled',
		},
		person: ['userPrincipalName', 'userId'],
		also: {
			'state as a label and value': {
				body: {
					tenantFilter,
					userPrincipalName: cast.megan.userPrincipalName,
					State: { label: 'Enabled', value: 'enabled' },
				},
			},
			'unknown state': {
				body: { tenantFilter, userPrincipalName: cast.megan.userPrincipalName, State: 'on' },
			},
		},
	},
	{ endpoint: 'ListRoles', query: { tenantFilter } },
	removeRole(cast),
	{ endpoint: 'ListDevices', query: { tenantFilter } },
];

function removeRole({ contoso, megan, person }: Cast): Usual {
	const [{ id, roleTemplateId }] = contoso.roles;
	const role = { tenantFilter, RoleTemplateId: roleTemplateId, RoleName: 'Global Administrator' };
	const nestor = person('nestor.wilke');
	return {
		endpoint: 'ExecRemoveAdminRole',
		method: 'POST',
		body: { ...role, Users: [picked(nestor)] },
		also: {
			'not a member': { body: { ...role, Users: [picked(megan)] } },
			'by role ID': { body: { tenantFilter, RoleId: id, Users: [picked(nestor)] } },
			'ID as text': { body: { ...role, Users: nestor.id } },
		},
	};
}
