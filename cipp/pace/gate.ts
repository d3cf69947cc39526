import { attempt } from '../attempt';
import { CippUnreachable, isUsedUp } from '../failure';
import { sentenceOf } from '../said';
import { Concurrency } from './concurrency';
import { RequestWindow, type Window } from './window';
import type { CippAnswer, CippRequest, Clock, Send } from '../request';
import { retryAfter } from '../retry';

export interface GateLimits {
	/** Requests under way at the same time. */
	atOnce: number;
	/** Longest pause, also where Retry-After asks for more. */
	longestPauseMilliseconds: number;
}

interface Waiting {
	/** Given the window that the request counts in. */
	enter: (window: Window) => void;
	giveUp: (error: Error) => void;
}

/** First pause after a refusal that does not say how long; doubles while refusals go on. */
const firstPauseMilliseconds = 1_000;

/**
 * The one way to CIPP for all requests of a run: first come, first served, a few at a time, and nobody
 * while CIPP wants to be left alone.
 */
export class Gate {
	private readonly concurrency: Concurrency;
	private readonly window = new RequestWindow();
	private readonly waiting: Waiting[] = [];
	private underWay = 0;
	/** Until when CIPP wants to be left alone. */
	private closedUntil = 0;
	private isSleeping = false;
	private refusalsInARow = 0;
	private cancelled: Error | undefined;

	constructor(
		private readonly clock: Clock,
		private readonly limits: GateLimits,
	) {
		this.concurrency = new Concurrency(limits.atOnce);
	}

	/**
	 * A `send` that waits for its turn.
	 * It rejects with the clock's error when the run is cancelled meanwhile; the request is not sent then.
	 */
	around(send: Send): Send {
		return async (request) => {
			const window = await this.turn();
			const sent = this.now();
			const { value: answer, error } = await attempt(send(request));
			if (answer) this.noteAnswer(request, answer, window, sent);
			else await this.noteError(error, sent);
			this.underWay -= 1;
			this.letIn();
			if (error) throw error;
			return answer;
		};
	}

	private async turn(): Promise<Window> {
		if (this.cancelled) throw this.cancelled;
		return await new Promise((enter, giveUp) => {
			this.waiting.push({ enter, giveUp });
			this.letIn();
		});
	}

	private letIn(): void {
		while (this.waiting.length > 0 && this.underWay < this.concurrency.atOnce) {
			const now = this.now();
			const pause = Math.max(this.closedUntil, this.window.opens()) - now;
			if (pause > 0) return void this.sleep(pause);
			this.underWay += 1;
			this.waiting.shift()?.enter(this.window.sent(now));
		}
	}

	/** One sleep for all who wait. */
	private async sleep(milliseconds: number): Promise<void> {
		if (this.isSleeping) return;
		this.isSleeping = true;
		const { error } = await attempt(this.clock.sleep(milliseconds));
		this.isSleeping = false;
		if (error) this.cancel(error);
		else this.letIn();
	}

	private noteAnswer(request: CippRequest, answer: CippAnswer, window: Window, sent: number): void {
		const now = this.now();
		this.window.answered(window, now - sent);
		if (!asksToSlowDown(answer)) {
			this.refusalsInARow = 0;
			this.concurrency.answered(request.endpoint, sent, now);
			return;
		}
		const asked = retryAfter(answer.headers['retry-after'], this.clock.now());
		if (asked === undefined) {
			this.close(now, this.usualPause(sent));
		} else {
			const pause = Math.min(asked, this.limits.longestPauseMilliseconds);
			if (answer.status === 429) this.window.refused(window, sent, pause);
			this.close(now, pause);
		}
		this.concurrency.refused(sent, now);
	}

	private close(now: number, pause: number): void {
		this.closedUntil = Math.max(this.closedUntil, now + pause);
	}

	/** Requests that were refused together count once. */
	private usualPause(sent: number): number {
		if (sent >= this.closedUntil) this.refusalsInARow += 1;
		const pause = firstPauseMilliseconds * 2 ** (this.refusalsInARow - 1);
		return Math.min(pause, this.limits.longestPauseMilliseconds);
	}

	private async noteError(error: Error, sent: number): Promise<void> {
		if (error instanceof CippUnreachable) return this.concurrency.refused(sent, this.now());
		// Only the clock can say whether the run was cancelled.
		const { error: cancelled } = await attempt(this.clock.sleep(0));
		if (cancelled) this.cancel(cancelled);
	}

	private cancel(error: Error): void {
		this.cancelled = error;
		for (const { giveUp } of this.waiting.splice(0)) giveUp(error);
	}

	private now(): number {
		return this.clock.now().getTime();
	}
}

/** CIPP or its host has too much to do. A quota of the day or a switched-off feature will not pass. */
function asksToSlowDown(answer: CippAnswer): boolean {
	if (answer.status === 429) return !isUsedUp(answer);
	return answer.status === 503 && !/disabled|setup required/i.test(sentenceOf(answer.body));
}
