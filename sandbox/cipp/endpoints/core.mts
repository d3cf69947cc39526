import { randomUUID } from 'node:crypto';
import { queueRow } from '../queues.mts';
import { allowedIds, hasBaseRole, isGranted } from '../http/access.mts';
import { failed, ok, serialised, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { tokenClientId } from '../http/tokens.mts';
import { releases } from '../versions.mts';
import { unrolled } from '../powershell.mts';

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
		answer: ({ query, instance }) =>
			ok({
				LocalCIPPVersion: query.get('LocalVersion') ?? null,
				RemoteCIPPVersion: '10.9.0',
				LocalCIPPAPIVersion: releases[instance.cipp],
				RemoteCIPPAPIVersion: releases[instance.cipp],
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

/**
 * Who the client is to CIPP, which is of use to few: a client with one of CIPP's own roles is refused, one without a
 * role gets no permissions, and only those with a custom role are told.
 */
function me({ instance, headers }: Call, roles: string[]): Answer {
	const { client } = instance;
	const appId = tokenClientId(headers.authorization);
	if (!client.known || client.permissions.length === 0)
		return serialised({ permissions: null, clientPrincipal: { appId, appRole: ['cipp-api'] } });
	if (hasBaseRole(client.permissions))
		return failed(403, "Cannot bind argument to parameter 'UserRoles' because it is null.");
	const permissions = roles.filter((role) => isGranted(client.permissions, role));
	return serialised({ permissions, clientPrincipal: { appId, appRole: 'cipp-api' } });
}

function echo(call: Call) {
	const { instance, method, query, body, headers, endpoint } = call;
	const { authorization: _, ...shown } = headers;
	const allowed = instance.client.allowedTenants === null ? null : unrolled(allowedIds(call));
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
