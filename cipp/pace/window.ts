/** A stretch of time in which CIPP lets so many requests pass, as it looks from here. */
export interface Window {
	/** When its first request was sent, in milliseconds. */
	began: number;
	/** How much later CIPP may have begun to count; known with the first answer. */
	lag: number | undefined;
	sent: number;
	refused: number;
	/** From its beginning until CIPP wants to be asked again, as the first refusal says. */
	length: number;
}

interface Limit {
	requests: number;
	milliseconds: number;
	/** Windows that this limit has ended. */
	kept: number;
}

/** No host counts longer than this; what seems longer was something else. */
const longestWindow = 60_000;
/** After so many windows without a refusal the limit is found anew: it may have been another client's doing. */
const windowsToKeep = 6;
/** The way to CIPP takes this long at most; the rest of an answer's time is CIPP's work. */
const longestWay = 250;
const timerInaccuracy = 20;

/**
 * Learns a limit of so many requests in so much time from the first refusal, and then waits before the
 * next one instead of running into it. All times are in milliseconds.
 */
export class RequestWindow {
	private present: Window | undefined;
	private refusing: Window | undefined;
	private limit: Limit | undefined;

	/** When the next request may be sent; 0 for at once. */
	opens(): number {
		const { present, limit } = this;
		if (!present || !limit || present.sent < limit.requests) return 0;
		return endOf(present, limit);
	}

	/** @returns the window that the request counts in, for its answer */
	sent(now: number): Window {
		if (this.refusing) this.learn(this.refusing);
		if (this.present && this.limit && now >= endOf(this.present, this.limit)) this.end(this.limit);
		this.present ??= { began: now, lag: undefined, sent: 0, refused: 0, length: 0 };
		this.present.sent += 1;
		return this.present;
	}

	/** @param took from sending to the answer */
	answered(window: Window, took: number): void {
		window.lag ??= Math.min(took, longestWay);
	}

	/**
	 * @param sent when the refused request was sent
	 * @param pause until CIPP wants to be asked again
	 */
	refused(window: Window, sent: number, pause: number): void {
		window.refused += 1;
		if (window.refused > 1) return;
		window.length = sent + pause - window.began;
		// The pause ends with CIPP's window; the next request begins a new one.
		this.refusing = window;
		this.present = undefined;
	}

	/** Waits for the end of the pause, because only then it is known how many requests have passed. */
	private learn({ sent, refused, length }: Window): void {
		const { limit } = this;
		this.refusing = undefined;
		if (sent > refused) {
			const isPlausible = length > 0 && length <= longestWindow;
			this.limit = isPlausible
				? { requests: sent - refused, milliseconds: wholeSeconds(length), kept: 0 }
				: undefined;
		} else if (limit) {
			// Nothing passed, so the window before had not ended: it was taken for too short.
			limit.milliseconds = Math.min(limit.milliseconds + wholeSeconds(length), longestWindow);
		}
	}

	private end(limit: Limit): void {
		if (this.present && this.present.sent >= limit.requests) limit.kept += 1;
		if (limit.kept >= windowsToKeep) this.limit = undefined;
		this.present = undefined;
	}
}

function endOf({ began, lag = longestWay }: Window, { milliseconds }: Limit): number {
	return began + lag + milliseconds + timerInaccuracy;
}

/** Retry-After is rounded up to seconds, and windows are whole seconds. */
function wholeSeconds(milliseconds: number): number {
	const seconds = Math.floor((milliseconds + longestWay / 5) / 1_000);
	return seconds > 0 ? seconds * 1_000 : milliseconds;
}
