import type { IExecuteFunctions } from 'n8n-workflow';
import { isTool } from '../../../n8n/tool';
import { usualFollowing } from '../../../offboarding/run/follow';
import type { WaitOptions } from '../../../offboarding/run/wait';

/** How this run waits and what it puts out; the same for all items. */
export interface OffboardSettings {
	mustVerify: boolean;
	failsWhenNotDone: boolean;
	hasErrorOutput: boolean;
	wait: WaitOptions;
	/** How long this process may be held before the execution is parked, or for good. */
	patienceMilliseconds: number;
	mayPark: boolean;
}

const minute = 60_000;

/** Long enough for most offboardings without licence removal, short enough not to block a worker. */
const usualPatience = minute;

/** A tool has no execution that could be parked, and its caller gives up sooner or later. */
const toolPatience = 5 * minute;

interface RawOptions {
	checkEvery?: number;
	giveUpAfter?: number;
	outputPassword?: boolean;
	whenNotDone?: 'fail' | 'output';
}

export function readSettings(context: IExecuteFunctions): OffboardSettings {
	const raw = context.getNodeParameter('offboardOptions', 0, {}) as RawOptions;
	const mayPark = canPark(context);
	const interval = raw.checkEvery ? raw.checkEvery * 1_000 : null;
	const limitMilliseconds = (raw.giveUpAfter ?? 60) * minute;
	return {
		mustVerify: context.getNodeParameter('completion', 0, 'verified') !== 'queued',
		hasErrorOutput: context.getNode().onError === 'continueErrorOutput',
		failsWhenNotDone: raw.whenNotDone !== 'output',
		wait: {
			...usualFollowing,
			keepPassword: raw.outputPassword === true,
			limitMilliseconds,
			intervalMilliseconds: interval,
			settleMilliseconds: interval === null ? usualFollowing.settleMilliseconds : 3 * interval,
		},
		patienceMilliseconds: mayPark ? usualPatience : toolPatience,
		mayPark,
	};
}

/** Parking needs a saved workflow and an execution that n8n can store and continue. */
function canPark(context: IExecuteFunctions): boolean {
	if (isTool(context)) return false;
	try {
		return Boolean(context.getExecutionId()) && Boolean(context.getWorkflow().id);
	} catch {
		return false;
	}
}
