import type { Clock, Send } from '../request';
import { Gate } from './gate';
import { writesInOrder } from './order';
import { patient, withRetries, type RetryPolicy } from '../retry';

export interface PaceOptions {
	/** Requests under way at the same time, 1 to 20. */
	atOnce?: number;
	/** What is repeated, how often, and after which pause. */
	retries?: RetryPolicy;
}

export const usualAtOnce = 5;
const mostAtOnce = 20;

/**
 * Wraps `send` for one run, from the outside in: writes to one tenant keep their order, also while
 * one of them is repeated; passing failures are repeated; and every try, the first and the repeated
 * ones, goes through one gate that keeps the number under way and lets all wait together when CIPP
 * asks for it.
 *
 * Cancelling is seen by the clock: its sleep rejects, and with it whatever has not been sent yet.
 */
export function paced(send: Send, clock: Clock, options: PaceOptions = {}): Send {
	const retries = options.retries ?? patient;
	const gate = new Gate(clock, {
		atOnce: requestsAtOnce(options.atOnce),
		longestPauseMilliseconds: retries.capMilliseconds,
	});
	return writesInOrder(withRetries(gate.around(send), clock, retries));
}

/** A number of requests at once that is a number, whole and between 1 and 20. */
export function requestsAtOnce(asked: number | undefined): number {
	if (asked === undefined || Number.isNaN(asked)) return usualAtOnce;
	return Math.min(Math.max(Math.trunc(asked), 1), mostAtOnce);
}
