/** The NG host's fixed window: so many requests in so many seconds of sandbox time. */
export class RateLimit {
	readonly #requests: number;
	readonly #seconds: number;
	#window = -1;
	#count = 0;

	constructor({ requests, seconds }: { requests: number; seconds: number }) {
		this.#requests = requests;
		this.#seconds = seconds;
	}

	/** Counts a request; above 0 is how long the client has to wait. */
	secondsToWait(now: Date): number {
		const seconds = now.getTime() / 1000;
		const window = Math.floor(seconds / this.#seconds);
		if (window !== this.#window) {
			this.#window = window;
			this.#count = 0;
		}
		this.#count += 1;
		return this.#count > this.#requests
			? Math.max(1, Math.ceil((window + 1) * this.#seconds - seconds))
			: 0;
	}
}
