import { attempt } from './attempt';
import { isObject } from './body';
import { CippUnreachable, isUsedUp } from './failure';
import { sentenceOf } from './said';
import { isPageOrRedirect } from './page';
import { mayChange, type CippAnswer, type CippRequest, type Clock, type Send } from './request';

export interface RetryPolicy {
	/** Tries after the first one. */
	retries: number;
	/** First pause; doubles each time. */
	baseMilliseconds: number;
	/** Longest pause, also where Retry-After asks for more. */
	capMilliseconds: number;
	/** Between 0 and 1: spreads clients that were refused at the same moment. */
	random: () => number;
}

/** Three more tries within about ten seconds, or as CIPP asks for with Retry-After. */
export const patient: RetryPolicy = {
	retries: 3,
	baseMilliseconds: 1_000,
	capMilliseconds: 60_000,
	random: Math.random,
};

/**
 * Wraps `send` with retries: reads again after any passing failure, writes only when CIPP surely did
 * not do them (it refused with 429, had no worker free, or was never reached).
 */
export function withRetries(send: Send, clock: Clock, policy: RetryPolicy = patient): Send {
	return async (request) => {
		for (let tries = 0; ; tries += 1) {
			const isLast = tries >= policy.retries;
			const result = await attempt(send(request));
			if (result.error) {
				if (isLast || !mayRepeatUnanswered(request, result.error)) throw result.error;
				await clock.sleep(backoff(tries, policy));
				continue;
			}
			if (isLast || !worthRepeating(request, result.value)) return result.value;
			await clock.sleep(pause(result.value, tries, policy, clock.now()));
		}
	};
}

function mayRepeatUnanswered(request: CippRequest, error: Error): boolean {
	if (!(error instanceof CippUnreachable) || !error.mayPass) return false;
	return !mayChange(request) || error.neverSent;
}

function worthRepeating(request: CippRequest, answer: CippAnswer): boolean {
	if (answer.status === 429) return !isUsedUp(answer);
	if (answer.status === 503) return isBusy(answer) || (!mayChange(request) && !isOff(answer));
	// Nothing else says that CIPP did not act; only a read may be repeated on suspicion.
	return !mayChange(request) && [500, 502].includes(answer.status) && isHostTrouble(answer);
}

/** No worker was free, so nothing has happened. A gateway's own 503 does not prove that. */
function isBusy(answer: CippAnswer): boolean {
	return !isPageOrRedirect(answer) && /busy|please retry/i.test(sentenceOf(answer.body));
}

function isOff(answer: CippAnswer): boolean {
	return /disabled|setup required/i.test(sentenceOf(answer.body));
}

/** CIPP's own failures (text of a cmdlet) come back the same; those of the host around it pass. */
function isHostTrouble(answer: CippAnswer): boolean {
	if (answer.status !== 500 || answer.body === '' || isPageOrRedirect(answer)) return true;
	return isObject(answer.body) && JSON.stringify(answer.body).includes('InternalServerError');
}

function pause(answer: CippAnswer, tries: number, policy: RetryPolicy, now: Date): number {
	const asked = retryAfter(answer.headers['retry-after'], now);
	return asked === undefined ? backoff(tries, policy) : Math.min(asked, policy.capMilliseconds);
}

function backoff(tries: number, policy: RetryPolicy): number {
	const full = policy.baseMilliseconds * 2 ** tries;
	return Math.min(full / 2 + (full / 2) * policy.random(), policy.capMilliseconds);
}

/** Retry-After as milliseconds, given as seconds or as a date. */
export function retryAfter(header: string | undefined, now: Date): number | undefined {
	if (!header) return undefined;
	const seconds = Number(header);
	if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
	const at = Date.parse(header);
	return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
