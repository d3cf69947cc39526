import type { Usual } from '../request.mts';
import { tenantFilter, type Cast } from './cast.mts';

/** Requests that CIPP passes on to Graph. */
export const graph = (cast: Cast): Usual[] => [one(cast), many(cast)];

function one({ megan }: Cast): Usual {
	const ask = (Endpoint: string, more: Record<string, string> = {}) => ({
		query: { tenantFilter, Endpoint, ...more },
	});
	const none = { $filter: "displayName eq 'Zz'" };
	return {
		endpoint: 'ListGraphRequest',
		query: { tenantFilter, Endpoint: 'users', $select: 'id,userPrincipalName', $top: '5' },
		also: {
			'one by ID': ask(`users/${megan.id}`),
			'one by user principal name': ask(`users/${megan.userPrincipalName}`),
			'unknown person': ask('users/nobody@contoso.example'),
			'unknown person, errors ignored': ask('users/nobody@contoso.example', {
				IgnoreErrors: 'true',
			}),
			'unknown path': ask('nonsense'),
			'groups of a person': ask(`users/${megan.id}/memberOf`),
			'number of users': ask('users', { $count: 'true', CountOnly: 'true' }),
			'number without $count': ask('users', { CountOnly: 'true' }),
			'by hand from page to page': ask('users', { $top: '5', manualPagination: 'true' }),
			'one page': ask('users', { $top: '5', NoPagination: 'true' }),
			'neither true nor false': ask('users', { NoPagination: 'yes' }),
			'address of another host': ask('users', {
				manualPagination: 'true',
				nextLink: 'https://elsewhere.example/x',
			}),
			'version 1.0': ask('users', { Version: 'v1.0', $top: '2', NoPagination: 'true' }),
			sorted: ask('groups', { Sort: 'displayName' }),
			'one row, sorted': ask('organization', { Sort: 'displayName' }),
			'no row': ask('users', none),
			'no row, sorted': ask('users', { ...none, Sort: 'displayName' }),
			properties: ask('users', { ListProperties: 'true' }),
			'wrong filter': ask('users', { $filter: 'displayName gt gt' }),
			'filter by its other name': ask('users', { graphFilter: "startsWith(displayName,'M')" }),
			'all tenants': { query: { tenantFilter: 'AllTenants', Endpoint: 'subscribedSkus' } },
			'all tenants, not cached': {
				query: { tenantFilter: 'AllTenants', Endpoint: 'organization', SkipCache: 'true' },
			},
		},
	};
}

function many({ megan }: Cast): Usual {
	const get = (id: string, url: string) => ({ id, method: 'GET', url });
	return {
		endpoint: 'ListGraphBulkRequest',
		method: 'POST',
		body: { tenantFilter, requests: [get('a', `users/${megan.id}`), get('b', 'groups')] },
		also: {
			one: { body: { tenantFilter, requests: [get('a', `/users/${megan.id}/memberOf`)] } },
			'unknown person and path': {
				body: {
					tenantFilter,
					requests: [get('a', '/users/nobody@contoso.example'), get('b', '/nonsense')],
				},
			},
			'a change': {
				body: {
					tenantFilter,
					requests: [{ id: 'a', method: 'DELETE', url: `/users/${megan.id}` }],
				},
			},
			'one of them without pages': {
				body: {
					tenantFilter,
					noPaginateIds: ['a'],
					requests: [get('a', '/users?$top=5'), get('b', '/users?$top=5')],
				},
			},
		},
	};
}
