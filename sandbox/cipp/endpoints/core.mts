import { randomUUID } from 'node:crypto';
import { queueRow } from '../queues.mts';
import { allowedIds, isPermitted } from '../http/access.mts';
import { ok, serialised, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { tokenClientId } from '../http/tokens.mts';

const version = '10.8.2';

/** The endpoints about CIPP itself. `roles`: every permission that its endpoints ask for, by name. */
export const coreEndpoints = (roles: () => string[]): Endpoint[] => [
	{ name: 'me', role: 'CIPP.Core.Read', anyTenant: true, answer: (call) => me(call, roles()) },
	{
		name: 'PublicPing',
		role: 'Public',
		answer: ({ instance }) =>
			serialised({
				Results: {
					Message: 'Pong',
					ColdStart: false,
					Timestamp: instance.clock.now().toISOString(),
					RequestId: randomUUID(),
				},
			}),
	},
	{ name: 'ListApiTest', role: 'CIPP.Core.Read', anyTenant: true, answer: echo },
	{
		name: 'GetVersion',
		role: 'CIPP.Core.Read',
		anyTenant: true,
		answer: ({ query }) =>
			ok({
				LocalCIPPVersion: query.get('LocalVersion') ?? null,
				RemoteCIPPVersion: '10.9.0',
				LocalCIPPAPIVersion: version,
				RemoteCIPPAPIVersion: version,
				OutOfDateCIPP: query.get('LocalVersion') !== '10.9.0',
				OutOfDateCIPPAPI: false,
			}),
	},
	{
		name: 'ListCippQueue',
		role: 'CIPP.Core.Read',
		anyTenant: true,
		answer: ({ instance, query }) => {
			const now = instance.clock.now();
			return ok(
				instance.queues
					.find(query.get('QueueId'), query.get('Reference'), now)
					.map((queue) => queueRow(queue, now)),
			);
		},
	},
];

/** Who the client is to CIPP. A client without a row still gets an answer, with the role cipp-api and no permissions. */
function me({ instance, headers }: Call, roles: string[]) {
	const { client } = instance;
	const permissions = client.known
		? roles.filter((role) => isPermitted(client.permissions, role))
		: [];
	return serialised({
		permissions,
		clientPrincipal: { appId: tokenClientId(headers.authorization), appRole: ['cipp-api'] },
	});
}

function echo(call: Call) {
	const { instance, method, query, body, headers, endpoint } = call;
	const { authorization: _, ...shown } = headers;
	const allowed = instance.client.allowedTenants === null ? null : allowedIds(call);
	return ok({
		Request: {
			Params: { CIPPEndpoint: endpoint },
			Query: query.all(),
			Body: body,
			Headers: shown,
			Method: method,
		},
		TriggerMetadata: { FunctionName: 'CIPPHttpTrigger', InvocationId: randomUUID() },
		AllowedTenants: allowed,
		AllowedGroups: null,
		RequestContext: {
			InvocationId: randomUUID(),
			AllowedTenants: allowed,
			AllowedGroups: null,
			CachedUserRoleCount: 1,
		},
	});
}
