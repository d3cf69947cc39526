import { randomUUID } from 'crypto';
import type { INodeExecutionData } from 'n8n-workflow';
import { InvalidInput, nodeError } from '../../../n8n/errors';
import type { ReadyOrder } from '../../../offboarding/run/prepare';
import { submitAll } from '../../../offboarding/run/submit-all';
import { continuedWait, followToEnd } from './follow';
import { prepareOrders } from './orders';
import { accepted } from './prepared';
import { readSettings } from './settings';
import type { Run } from '../../../n8n/run';

/** Offboards everyone the items name: checks all, sends, follows, verifies, reports. */
export async function offboard(run: Run): Promise<INodeExecutionData[]> {
	const settings = readSettings(run.context);
	const continued = await continuedWait(run, settings);
	if (continued) return continued;

	refuseRetries(run);
	const { ready, rejected } = accepted(run, await prepareOrders(run));
	const leavers = await submitAll(
		ready,
		run.send,
		run.clock,
		(order) => referenceFor(run, order),
		settings.mustVerify,
	);
	return await followToEnd(run, settings, { leavers, others: rejected });
}

/** n8n's Retry On Fail runs the whole node again, and with it every offboarding that worked. */
function refuseRetries({ context }: Run): void {
	if (context.getNode().retryOnFail !== true) return;
	const refusal = new InvalidInput(
		'"Retry On Fail" is switched on for this node, and would offboard everyone again',
		'Switch it off under Settings. The node itself repeats whatever can be repeated without harm.',
	);
	throw nodeError(context.getNode(), refusal, 0);
}

/** CIPP shows the reference in its notifications and keeps it with the task. */
function referenceFor({ context }: Run, order: ReadyOrder): string {
	if (order.options.reference) return order.options.reference;
	return `n8n-${executionId(() => context.getExecutionId())}-${randomUUID().slice(0, 8)}`;
}

function executionId(read: () => string): string {
	try {
		return read() || 'run';
	} catch {
		return 'run';
	}
}
