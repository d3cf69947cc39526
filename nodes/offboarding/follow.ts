import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { attempt } from '../../cipp/attempt';
import { isNotSoNow } from '../../offboarding/after/outcome';
import { giveUp, isFinished, isWaitingForItsTime, look } from '../../offboarding/run/follow';
import type { Leaver } from '../../offboarding/run/leaver';
import { pauseBeforeLook, waitInPlace } from '../../offboarding/run/wait';
import { park, secondsToPark, type Continuation } from './park';
import { resultItems } from './results';
import type { OffboardSettings } from './settings';
import type { Run } from '../../n8n/run';

/** What has been sent, and the items of which nothing was. */
export type Started = Pick<Continuation, 'leavers' | 'others'>;

/** Follows, verifies and reports, or only finds the tasks where that was asked for. */
export async function followToEnd(
	run: Run,
	settings: OffboardSettings,
	started: Started,
): Promise<INodeExecutionData[]> {
	const { send, clock } = run;
	const { leavers, others } = started;
	if (!settings.mustVerify) {
		await keeping(leavers, findTasks(run, leavers, settings));
		return report(run, settings, started);
	}
	const { wait, patienceMilliseconds } = settings;
	const isOver = await keeping(
		leavers,
		waitInPlace(leavers, send, clock, wait, patienceMilliseconds),
	);
	// Undefined: the execution was cancelled, or something unforeseen happened.
	if (isOver !== false) return report(run, settings, started);
	return await waitLong(run, settings, leavers, others);
}

/** Who was submitted is put out, whatever ends the wait. */
async function keeping<T>(leavers: Leaver[], waiting: Promise<T>): Promise<T | undefined> {
	const { value, error } = await attempt(waiting);
	if (!error) return value;
	for (const leaver of leavers.filter((each) => !isFinished(each))) leaver.trouble = error.message;
	return undefined;
}

/** A stage of the waiting workflow; null when this is no continuation. */
export async function continuedWait(run: Run): Promise<INodeExecutionData[] | null> {
	const stage = run.context.getNodeParameter('continuation', 0, '') as string;
	if (stage === 'look') return await lookAgain(run);
	if (stage !== 'report') return null;
	const { settings, ...continuation } = stored(run);
	return report(run, settings, continuation);
}

/** Finds the tasks of what was only to be queued; asks again where CIPP's answer was lost. */
async function findTasks(run: Run, leavers: Leaver[], settings: OffboardSettings): Promise<void> {
	for (let looks = 1; looks <= settings.wait.maximumMisses; looks += 1) {
		if (looks > 1) await run.clock.sleep(settings.wait.intervalMilliseconds ?? 2_000);
		await look(leavers, run.send, run.clock, settings.wait);
		const unseen = leavers.filter(
			(leaver) => !leaver.task && (leaver.doubt !== null || !leaver.trouble) && !isFinished(leaver),
		);
		// That CIPP never took it is said only where its own answer leaves room for that.
		const isDoubted = unseen.some(({ doubt }) => doubt);
		if (unseen.length === 0 || (looks === settings.wait.maximumMisses - 1 && !isDoubted)) return;
	}
}

async function waitLong(
	run: Run,
	settings: OffboardSettings,
	leavers: Leaver[],
	others: INodeExecutionData[],
): Promise<INodeExecutionData[]> {
	// What was asked for now and is not so is told now, whatever waits for its time.
	if (leavers.some((leaver) => isWaitingForItsTime(leaver) && isNotSoNow(leaver))) {
		return report(run, settings, { leavers, others });
	}
	if (settings.mayPark) {
		const parked = await tryToPark(run, settings, leavers, others);
		if (parked) return parked;
		await keeping(leavers, waitInPlace(leavers, run.send, run.clock, settings.wait, Infinity));
	} else {
		await keeping(leavers, giveUp(leavers, run.send, run.clock));
	}
	return report(run, settings, { leavers, others });
}

/** Null when n8n cannot park here, e.g. because the Wait node is switched off in this instance. */
async function tryToPark(
	run: Run,
	settings: OffboardSettings,
	leavers: Leaver[],
	others: INodeExecutionData[],
): Promise<INodeExecutionData[] | null> {
	try {
		const items = await park(run.context, {
			leavers,
			others,
			settings,
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
async function lookAgain(run: Run): Promise<INodeExecutionData[]> {
	const continuation = stored(run);
	const { leavers, settings } = continuation;
	const isOver =
		(await keeping(leavers, waitInPlace(leavers, run.send, run.clock, settings.wait, 0))) === true;
	const next: Continuation = {
		...continuation,
		leavers,
		isFinished: isOver,
		waitSeconds: isOver ? 0 : waitSeconds(run, settings, leavers),
	};
	return [{ json: next as unknown as IDataObject, pairedItem: { item: 0 } }];
}

function waitSeconds(run: Run, settings: OffboardSettings, leavers: Leaver[]): number {
	const pause = pauseBeforeLook(leavers, run.clock.now(), settings.wait, Infinity, asleepFor);
	return secondsToPark(pause);
}

/** n8n keeps what each look of a parked execution has put out: far from the start there are fewer of them. */
const asleepFor = (wait: number): number => Math.max(15 * 60_000, wait / 24);

function stored(run: Run): Continuation {
	return run.context.getInputData()[0].json as unknown as Continuation;
}

function report(
	run: Run,
	settings: OffboardSettings,
	{ leavers, others }: Pick<Continuation, 'leavers' | 'others'>,
): INodeExecutionData[] {
	return resultItems(run.context, leavers, settings, others);
}
