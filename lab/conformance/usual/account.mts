import type { Usual } from '../request.mts';
import { freshId, tenantFilter, type Cast } from './cast.mts';

/** Changes of an account. */
export const account = (cast: Cast): Usual[] => {
	const { megan, alex, lidia, lee, person } = cast;
	const patti = person('patti.fernandez');
	return [
		{
			endpoint: 'ExecDisableUser',
			method: 'POST',
			body: { tenantFilter, ID: megan.id, Enable: false },
			person: ['ID'],
			also: {
				enable: { body: { tenantFilter, ID: patti.id, Enable: true } },
				'text false': { body: { tenantFilter, ID: megan.id, Enable: 'false' } },
				'neither true nor false': { body: { tenantFilter, ID: megan.id, Enable: 'no' } },
				'synced person': { body: { tenantFilter, ID: lidia.id, Enable: false } },
				'by user principal name': {
					body: { tenantFilter, ID: megan.userPrincipalName, Enable: false },
				},
				'in the query': { query: { tenantFilter, ID: megan.id, Enable: 'false' } },
			},
		},
		{
			endpoint: 'ExecRevokeSessions',
			method: 'POST',
			body: { tenantFilter, id: megan.id, Username: megan.userPrincipalName },
			person: ['id', 'Username'],
		},
		{
			endpoint: 'ExecResetPass',
			method: 'POST',
			body: { tenantFilter, ID: megan.id, displayName: megan.displayName, MustChange: true },
			person: ['ID'],
			also: {
				'by user principal name': {
					body: { tenantFilter, ID: megan.userPrincipalName, MustChange: false },
				},
				'synced person': {
					body: { tenantFilter, ID: lidia.id, displayName: lidia.displayName, MustChange: true },
				},
				'neither true nor false': {
					body: { tenantFilter, ID: megan.userPrincipalName, MustChange: 'maybe' },
				},
			},
		},
		{
			endpoint: 'RemoveUser',
			method: 'POST',
			body: { tenantFilter, ID: megan.id, userPrincipalName: megan.userPrincipalName },
			person: ['ID', 'userPrincipalName'],
			also: {
				'by user principal name': { body: { tenantFilter, ID: megan.userPrincipalName } },
			},
		},
		{
			endpoint: 'ExecClrImmId',
			method: 'POST',
			body: { tenantFilter, ID: megan.id },
			person: ['ID'],
			also: {
				'synced person': { body: { tenantFilter, ID: lidia.id } },
				'person without one': { body: { tenantFilter, ID: alex.id } },
			},
		},
		{
			endpoint: 'ExecRestoreDeleted',
			method: 'POST',
			body: {
				tenantFilter,
				ID: megan.id,
				userPrincipalName: megan.userPrincipalName,
				displayName: megan.displayName,
			},
			before: [{ endpoint: 'RemoveUser', method: 'POST', body: { tenantFilter, ID: megan.id } }],
			person: ['ID', 'userPrincipalName'],
			also: { 'never deleted': { body: { tenantFilter, ID: freshId }, before: [] } },
		},
		{
			endpoint: 'ExecResetMFA',
			method: 'POST',
			body: { tenantFilter, ID: megan.userPrincipalName },
			person: ['ID'],
			also: {
				'one method': {
					body: {
						tenantFilter,
						ID: megan.userPrincipalName,
						MethodId: megan.authenticationMethods[1].id,
					},
				},
				'unknown method': {
					body: { tenantFilter, ID: megan.userPrincipalName, MethodId: freshId },
				},
				'person without methods': { body: { tenantFilter, ID: lee.userPrincipalName } },
			},
		},
		patch(cast),
	];
};

function patch({ megan, alex, adele, lidia }: Cast): Usual {
	const one = { tenantFilter, id: megan.id };
	return {
		endpoint: 'PatchUser',
		method: 'POST',
		body: { ...one, jobTitle: 'Lead', department: 'Sales', manager: alex.id },
		person: ['id'],
		also: {
			two: {
				body: [
					{ ...one, jobTitle: 'Lead' },
					{ tenantFilter, id: alex.id, jobTitle: 'Head' },
				],
			},
			'one of two unknown': {
				body: [
					{ ...one, jobTitle: 'Lead' },
					{ tenantFilter, id: freshId, jobTitle: 'Head' },
				],
			},
			'synced person': { body: { tenantFilter, id: lidia.id, jobTitle: 'Lead' } },
			address: { body: { ...one, streetAddress: 'Main Street 1', postalCode: '12345' } },
			'unknown attribute': { body: { ...one, nonsense: 'x' } },
			sponsor: { body: { ...one, sponsor: alex.id } },
			'manager as a label and value': {
				body: { ...one, manager: { label: adele.displayName, value: adele.id } },
			},
			'nothing to change': { body: one },
			nobody: { body: [] },
		},
	};
}
