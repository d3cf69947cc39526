import type { INodeExecutionData } from 'n8n-workflow';
import { InvalidInput, nodeError } from '../../n8n/errors';
import { bodyOf, valueOf } from '../../n8n/parameters';
import type { Run } from '../../n8n/run';
import { checkOrder } from '../../offboarding/order/checks';
import type { JobLabels } from '../../offboarding/order/job';
import {
	scheduledFor,
	type LabelValue,
	type OffboardingOptions,
} from '../../offboarding/order/order';
import type { WhenWish } from '../../offboarding/order/when';
import { prepareStart } from '../../offboarding/run/prepare';
import { startEach, type Prepare } from '../offboarding/start';

/** Offboards everyone the items name. */
export async function offboard(run: Run): Promise<INodeExecutionData[]> {
	refuseRetries(run);
	// Who only queues could always do without the permission to list tasks.
	return await startEach(run, prepareItem(run), { mayGoUnseen: true });
}

/** n8n's Retry On Fail runs the whole node again, which finds the same offboardings and nothing new. */
function refuseRetries({ context }: Run): void {
	if (context.getNode().retryOnFail !== true) return;
	const refusal = new InvalidInput(
		'"Retry On Fail" is switched on for this node, and would only find the same offboardings again',
		'Switch it off under Settings. The node itself repeats whatever can be repeated without harm.',
	);
	throw nodeError(context.getNode(), refusal, 0);
}

const prepareItem =
	(run: Run): Prepare =>
	async (item, _asked, send) => {
		const tenantName = run.itemTenants.named(item) ?? '';
		const { user, reference, Scheduled, ...options } = bodyOf(run.context, run.operation, item);
		const users = (user as LabelValue[]).map(({ value }) => value);
		const time = { Scheduled } as OffboardingOptions;
		// What can be said without asking CIPP is said first.
		checkOrder(users, { ...options, ...time }, run.clock.now());
		const wish = {
			item,
			tenant: await run.itemTenants.resolve(tenantName),
			users,
			options,
			reference: (reference as string | undefined) ?? '',
			when: whenIn(run, time),
			inOneRequest: true,
			labels: labelsIn(run, item, users),
		};
		return await prepareStart(wish, send, run.clock);
	};

function whenIn({ context }: Run, time: OffboardingOptions): WhenWish {
	const moment = scheduledFor(time);
	if (!moment) return { kind: 'now' };
	return { kind: 'at', local: moment.toISOString(), timeZone: context.getTimezone() };
}

/** The labels someone typed; that of a person is of no use to several. */
function labelsIn({ context, operation }: Run, item: number, users: string[]): JobLabels {
	const label = (wire: string): string | undefined => {
		const field = operation.fields.find((one) => one.form === 'label' && one.wire === wire);
		return field && (valueOf(context, field, item) as string | undefined);
	};
	const [tenant, user] = [label('tenantFilter'), users.length === 1 ? label('user') : undefined];
	return { ...(tenant ? { tenant } : {}), ...(user ? { user } : {}) };
}
