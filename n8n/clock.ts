import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import type { Clock } from '../cipp/request';

/** Real time; sleeping ends at once with an error when the execution is cancelled. */
export function executionClock(context: IExecuteFunctions): Clock {
	return {
		now: () => new Date(),
		sleep: async (milliseconds) => await sleep(milliseconds, context.getExecutionCancelSignal()),
	};
}
