import { checkedRule, type Conduct } from '../conduct.mts';
import type { SandboxClock } from '../clock.mts';
import type { Tenant } from '../state/tenant.mts';
import type { Reply } from './reply.mts';

/** What the control plane may look at and change. */
interface Steered {
	clock: SandboxClock;
	conduct: Conduct;
	tenants: Tenant[];
	asked: unknown[];
	reset(): void;
}

/** The plain HTTP way to look into and steer Microsoft in another process. `what`: 'POST /rules'. */
export function steer(steered: Steered, what: string, body: unknown): Reply {
	const { clock, conduct, tenants, asked } = steered;
	switch (what) {
		case 'GET /health':
			return done({
				status: 'ok',
				now: clock.now(),
				tenants: tenants.map(({ defaultDomainName }) => defaultDomainName),
			});
		case 'GET /tenants':
			return done(tenants);
		case 'POST /clock':
			clock.advance(Number((body as { advanceSeconds?: unknown } | null)?.advanceSeconds) * 1000);
			return done({ now: clock.now() });
		case 'GET /requests':
			return done(asked);
		case 'DELETE /requests':
			asked.length = 0;
			return done([]);
		case 'POST /reset':
			steered.reset();
			return done({ reset: true });
		default:
			return (
				steerRules(conduct, what, body) ?? {
					status: 404,
					body: { error: `The sandbox has no ${what}.` },
				}
			);
	}
}

/** How Microsoft behaves, told alike here and where CIPP stands in front of it. Undefined: another order. */
export function steerRules(conduct: Conduct, what: string, body: unknown): Reply | undefined {
	switch (what) {
		case 'GET /rules':
			return done(conduct.rules);
		case 'POST /rules':
			for (const rule of Array.isArray(body) ? body : [body]) conduct.add(checkedRule(rule));
			return done(conduct.rules);
		case 'DELETE /rules':
			conduct.clear();
			return done([]);
		default:
			return undefined;
	}
}

const done = (body: unknown): Reply => ({ status: 200, body });
