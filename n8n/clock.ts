import { sleep } from 'n8n-workflow';
import type { Clock } from '../cipp/request';
import type { Caller } from './context';

/** Real time; sleeping ends at once with an error when the execution is cancelled. */
export function executionClock({ cancelSignal }: Pick<Caller, 'cancelSignal'>): Clock {
	return {
		now: () => new Date(),
		sleep: async (milliseconds) => {
			for (const piece of piecesOf(milliseconds)) await sleep(piece, cancelSignal());
		},
	};
}

/** A timer that is set for longer than 24.8 days goes off at once. */
const longestTimer = 86_400_000;

function* piecesOf(milliseconds: number): Generator<number> {
	let left = milliseconds;
	for (; left > longestTimer; left -= longestTimer) yield longestTimer;
	yield left;
}
