import { accountsTogether } from '../../cipp/accounts-together';
import { paced } from '../../cipp/pace';
import type { Clock, Send } from '../../cipp/request';
import { SharedReads } from '../../cipp/shared-reads';
import { TenantDirectory } from '../../cipp/tenants';
import { executionClock } from '../clock';
import type { Caller } from '../context';
import type { RequestOptions } from './request-options';
import { spread } from './spread';
import { transport } from './transport';

/** The way to CIPP for one run of a node, a poll or a webhook; nothing of it outlives the run. */
export interface Access {
	send: Send;
	clock: Clock;
	tenants: TenantDirectory;
	reads: SharedReads;
}

/** Paced, repeated where that is safe, and asking the same only once. */
export function accessFor(caller: Caller, options: RequestOptions): Access {
	const clock = executionClock(caller);
	const { atOnce } = options;
	const each = spread(transport(caller, options), clock, atOnce);
	const send = accountsTogether(paced(each, clock, { atOnce }), clock);
	return {
		send,
		clock,
		tenants: new TenantDirectory(send, clock),
		reads: new SharedReads(send, clock),
	};
}
