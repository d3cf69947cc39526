import { expect, it } from 'vitest';
import { changesAsText, changesBetween } from '../../lab/contract/changes.mts';
import { summarise } from '../../lab/contract/openapi.mts';
import type { ListedOperation } from '../../lab/operations/list.mts';

const call = (role: string, query: string[], body: string[]) => ({
	parameters: query.map((name) => ({ name, in: 'query' })),
	requestBody: {
		content: {
			'application/json': {
				schema: { properties: Object.fromEntries(body.map((name) => [name, {}])) },
			},
		},
	},
	'x-cipp-role': role,
});
const operation = {
	node: 'cipp',
	resource: 'user',
	operation: 'get',
	endpoint: 'ListUsers',
} as ListedOperation;

const known = summarise({
	paths: {
		'/api/ListUsers': { get: call('Identity.User.Read', ['tenantFilter', 'UserID'], []) },
		'/api/OldOne': { post: call('CIPP.Core.Read', [], ['id']) },
	},
});

it('finds nothing where nothing has changed', () => {
	expect(
		changesAsText(changesBetween(known, known, [operation, { ...operation, endpoint: 'OldOne' }])),
	).toBe('Nothing is new, gone or changed.\n');
});

it('tells what a new release asks of the declarations', () => {
	const found = summarise({
		paths: {
			'/api/ListUsers': { get: call('Identity.User.ReadWrite', ['tenantFilter', 'limit'], []) },
			'/api/NewOne': { post: call('Exchange.Mailbox.Read', [], ['mailbox']) },
		},
	});

	expect(changesBetween(known, found, [operation])).toEqual({
		added: ['NewOne: POST, Exchange.Mailbox.Read, mailbox'],
		removed: ['OldOne'],
		changed: [
			'ListUsers: role Identity.User.Read is now Identity.User.ReadWrite (cipp/user/get)',
			'ListUsers: new in the query: limit (cipp/user/get)',
			'ListUsers: gone from the query: UserID (cipp/user/get)',
		],
		undeclared: ['NewOne'],
	});
});
