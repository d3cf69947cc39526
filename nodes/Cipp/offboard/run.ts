import { randomUUID } from 'crypto';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { InvalidInput, nodeError } from '../../../n8n/errors';
import { errorItem, type Run } from '../../../n8n/execute';
import { giveUp, isFinished, look } from '../../../offboarding/follow';
import type { Leaver } from '../../../offboarding/leaver';
import type { ReadyOrder } from '../../../offboarding/prepare';
import { submitAll } from '../../../offboarding/submit-all';
import { pauseBeforeLook, waitInPlace } from '../../../offboarding/wait';
import { prepareOrders } from './orders';
import { park, secondsToPark, type Continuation, type Rejection } from './park';
import { resultItems } from './results';
import { readSettings, type OffboardSettings } from './settings';

/** Offboards everyone the items name: checks all, sends, follows, verifies, reports. */
export async function offboard(run: Run): Promise<INodeExecutionData[]> {
	const settings = readSettings(run.context);
	const stage = run.context.getNodeParameter('continuation', 0, '') as string;
	if (stage === 'look') return await lookAgain(run, settings);
	if (stage === 'report') {
		const { hasErrorOutput, ...continuation } = stored(run);
		return report(run, { ...settings, hasErrorOutput }, continuation);
	}

	refuseRetries(run);
	const { orders, rejected } = await checkedOrders(run);
	const leavers = await submitAll(
		orders,
		run.send,
		run.clock,
		(order) => referenceFor(run, order),
		settings.mustVerify,
	);
	if (!settings.mustVerify) {
		await findTasks(run, leavers, settings);
		return report(run, settings, { leavers, rejected });
	}
	const { send, clock } = run;
	const isOver = await waitInPlace(
		leavers,
		send,
		clock,
		settings.wait,
		settings.patienceMilliseconds,
	);
	if (isOver) return report(run, settings, { leavers, rejected });
	return await waitLong(run, settings, leavers, rejected);
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

/** All items are checked before the first is sent. Without an error output, one bad item stops all. */
async function checkedOrders(run: Run): Promise<{ orders: ReadyOrder[]; rejected: Rejection[] }> {
	const orders: ReadyOrder[] = [];
	const rejected: Rejection[] = [];
	for (const entry of await prepareOrders(run)) {
		if ('order' in entry) {
			orders.push(entry.order);
			continue;
		}
		const error = nodeError(run.context.getNode(), entry.error, entry.item);
		if (!run.context.continueOnFail()) throw error;
		rejected.push({ item: entry.item, message: error.message, advice: error.description ?? '' });
	}
	return { orders, rejected };
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

/** Finds the tasks of what was only to be queued; asks again where CIPP's answer was lost. */
async function findTasks(run: Run, leavers: Leaver[], settings: OffboardSettings): Promise<void> {
	for (let looks = 0; looks < settings.wait.maximumMisses; looks += 1) {
		if (looks > 0) await run.clock.sleep(settings.wait.intervalMilliseconds ?? 2_000);
		await look(leavers, run.send, run.clock, settings.wait);
		if (!leavers.some((leaver) => leaver.doubt && !leaver.task && !isFinished(leaver))) return;
	}
}

async function waitLong(
	run: Run,
	settings: OffboardSettings,
	leavers: Leaver[],
	rejected: Rejection[],
): Promise<INodeExecutionData[]> {
	if (settings.mayPark) {
		const parked = await tryToPark(run, settings, leavers, rejected);
		if (parked) return parked;
		await waitInPlace(leavers, run.send, run.clock, settings.wait, Infinity);
	} else {
		await giveUp(leavers, run.send, run.clock);
	}
	return report(run, settings, { leavers, rejected });
}

/** Null when n8n cannot park here, e.g. because the Wait node is switched off in this instance. */
async function tryToPark(
	run: Run,
	settings: OffboardSettings,
	leavers: Leaver[],
	rejected: Rejection[],
): Promise<INodeExecutionData[] | null> {
	try {
		const items = await park(run.context, {
			leavers,
			rejected,
			hasErrorOutput: settings.hasErrorOutput,
			isFinished: false,
			waitSeconds: waitSeconds(run, settings, leavers),
		});
		return items ?? run.context.getInputData();
	} catch (error) {
		run.context.logger.warn(
			`CIPP waits in place, the execution cannot be parked: ${String(error)}`,
		);
		return null;
	}
}

/** One look of the waiting workflow. */
async function lookAgain(run: Run, settings: OffboardSettings): Promise<INodeExecutionData[]> {
	const continuation = stored(run);
	const { leavers } = continuation;
	const isOver = await waitInPlace(leavers, run.send, run.clock, settings.wait, 0);
	const next: Continuation = {
		...continuation,
		leavers,
		isFinished: isOver,
		waitSeconds: isOver ? 0 : waitSeconds(run, settings, leavers),
	};
	return [{ json: next as unknown as IDataObject, pairedItem: { item: 0 } }];
}

function waitSeconds(run: Run, settings: OffboardSettings, leavers: Leaver[]): number {
	return secondsToPark(pauseBeforeLook(leavers, run.clock.now(), settings.wait, Infinity));
}

function stored(run: Run): Continuation {
	return run.context.getInputData()[0].json as unknown as Continuation;
}

function report(
	run: Run,
	settings: OffboardSettings,
	{ leavers, rejected }: Pick<Continuation, 'leavers' | 'rejected'>,
): INodeExecutionData[] {
	const rejections = rejected.map(({ item, message, advice }) =>
		errorItem({ message, description: advice }, undefined, item),
	);
	return resultItems(run.context, run.operation, leavers, settings, rejections);
}
