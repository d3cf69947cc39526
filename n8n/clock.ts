import { sleep } from 'n8n-workflow';
import type { Clock } from '../cipp/request';
import type { Caller } from './context';

/** Real time; sleeping ends at once with an error when the execution is cancelled. */
export function executionClock({ cancelSignal }: Pick<Caller, 'cancelSignal'>): Clock {
	return {
		now: () => new Date(),
		sleep: async (milliseconds) => await sleep(milliseconds, cancelSignal()),
	};
}
