import { steerRules } from '../../microsoft/http/steer.mts';
import type { Fault } from '../faults.mts';
import type { ApiClient } from '../instance.mts';
import type { Sandbox } from '../../sandbox.mts';

export interface ControlAnswer {
	status: number;
	body: unknown;
}

/** The plain HTTP way to look into and steer a sandbox that runs in another process. */
export function control(
	sandbox: Sandbox,
	method: string,
	path: string,
	body: unknown,
): ControlAnswer {
	const what = `${method} ${path}`;
	const user = /^GET \/users\/(.+)$/.exec(what)?.[1];
	if (user) return showUser(sandbox, decodeURIComponent(user));
	switch (what) {
		case 'GET /health':
			return done({
				status: 'ok',
				now: sandbox.clock.now(),
				speed: sandbox.clock.speed,
				tenants: sandbox.tenants.list.map(({ defaultDomainName }) => defaultDomainName),
			});
		case 'POST /clock':
			return setClock(sandbox, body);
		case 'GET /faults':
			return done(sandbox.faults.list);
		case 'POST /faults':
			for (const fault of Array.isArray(body) ? body : [body]) sandbox.faults.add(fault as Fault);
			return done(sandbox.faults.list);
		case 'DELETE /faults':
			sandbox.faults.clear();
			return done([]);
		case 'GET /requests':
			return done(sandbox.requests);
		case 'GET /token-requests':
			return done(sandbox.tokenRequests);
		case 'DELETE /requests':
			sandbox.requests.length = 0;
			sandbox.tokenRequests.length = 0;
			return done([]);
		case 'GET /tasks':
			return done(sandbox.tenants.tasks());
		case 'POST /client':
			return setClient(sandbox, body);
		case 'POST /expire-tokens':
			sandbox.expireTokens();
			return done({ expired: true });
		case 'POST /sync-permission-report':
			sandbox.tenants.syncPermissionReport(
				String((body as { tenant?: unknown } | null)?.tenant ?? ''),
			);
			return done({ synced: true });
		case 'POST /reset':
			sandbox.reset();
			return done({ reset: true });
		default:
			return (
				steerRules(sandbox.faults.conduct, what, body) ?? {
					status: 404,
					body: { error: `The sandbox has no ${what}.` },
				}
			);
	}
}

const done = (body: unknown): ControlAnswer => ({ status: 200, body });

function showUser(sandbox: Sandbox, upn: string): ControlAnswer {
	const found = sandbox.tenants.describeUser(upn);
	return found
		? done(found)
		: { status: 404, body: { error: `No user ${upn} in any tenant, deleted ones included.` } };
}

function setClock(sandbox: Sandbox, body: unknown): ControlAnswer {
	const { advanceSeconds, speed } = (body ?? {}) as { advanceSeconds?: unknown; speed?: unknown };
	if (typeof speed !== 'number' && typeof advanceSeconds !== 'number')
		throw new Error('The clock takes {advanceSeconds} or {speed}, both numbers.');
	if (typeof speed === 'number') sandbox.clock.speed = speed;
	if (typeof advanceSeconds === 'number') sandbox.clock.advance(advanceSeconds * 1000);
	return done({ now: sandbox.clock.now(), speed: sandbox.clock.speed });
}

function setClient(sandbox: Sandbox, body: unknown): ControlAnswer {
	for (const [name, value] of Object.entries((body ?? {}) as Partial<ApiClient>)) {
		if (!(name in sandbox.client))
			throw new Error(
				`An API client has no '${name}'; it has ${Object.keys(sandbox.client).join(', ')}.`,
			);
		Object.assign(sandbox.client, { [name]: value });
	}
	return done(sandbox.client);
}
