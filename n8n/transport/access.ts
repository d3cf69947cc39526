import { accountsTogether } from '../../cipp/accounts-together';
import { paced } from '../../cipp/pace/pace';
import type { Clock, Send } from '../../cipp/request';
import { SharedReads } from '../../cipp/shared-reads';
import { TenantDirectory } from '../../cipp/tenants';
import { executionClock } from '../clock';
import type { Caller } from '../context';
import type { RequestOptions } from './request-options';
import { InstanceVersion, type KnownVersions } from '../../cipp/version';
import { spread } from './spread';
import { transport } from './transport';

/** The way to CIPP for one run of a node, a poll or a webhook. */
export interface Access {
	send: Send;
	clock: Clock;
	tenants: TenantDirectory;
	reads: SharedReads;
	version: InstanceVersion;
}

/** The one thing that outlives a run: a version changes seldom, and is asked for once per credential. */
const versions: KnownVersions = new Map();

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
		version: new InstanceVersion(send, clock, async () => await nameOf(caller), versions),
	};
}

/** Which CIPP, and as whom. */
async function nameOf(caller: Caller): Promise<string> {
	const { baseUrl, applicationId } = await caller.credential();
	return JSON.stringify([baseUrl, applicationId]);
}
