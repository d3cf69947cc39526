/** What is left of the requests at once when CIPP refuses, and when it gets slower. */
const afterRefusal = 0.5;
const afterSlowness = 0.75;

/** How many requests may be under way: less after each sign of overload, one more for each good round. */
export class Concurrency {
	private allowed: number;
	private lastCut = -Infinity;
	private readonly latency = new Latency();

	constructor(private readonly most: number) {
		this.allowed = most;
	}

	get atOnce(): number {
		return Math.floor(this.allowed);
	}

	/**
	 * @param sent when the request was sent, in milliseconds
	 * @param now when it was answered
	 */
	answered(endpoint: string, sent: number, now: number): void {
		if (this.latency.isRising(endpoint, now - sent)) this.cut(afterSlowness, sent, now);
		else this.allowed = Math.min(this.most, this.allowed + 1 / this.allowed);
	}

	refused(sent: number, now: number): void {
		this.cut(afterRefusal, sent, now);
	}

	/** What was under way during the last cut says nothing about the time after it. */
	private cut(left: number, sent: number, now: number): void {
		if (sent < this.lastCut) return;
		this.lastCut = now;
		this.allowed = Math.max(1, this.allowed * left);
	}
}

/** Twice as slow as usual, and by so much that it is no chance, in milliseconds. */
const risingRatio = 2;
const risingBy = 250;
const fewAnswers = 5;

interface Usual {
	answers: number;
	/** Of about the last ten answers. */
	average: number;
	/** The lowest average so far. It gives way slowly, for what is slower for good. */
	usual: number;
}

/** Knows how long each endpoint takes when it is not overloaded. */
class Latency {
	private readonly endpoints = new Map<string, Usual>();

	isRising(endpoint: string, milliseconds: number): boolean {
		const known = this.endpoints.get(endpoint) ?? { answers: 0, average: 0, usual: Infinity };
		this.endpoints.set(endpoint, known);
		known.answers += 1;
		known.average += (milliseconds - known.average) * Math.max(1 / known.answers, 0.2);
		if (known.answers < fewAnswers) return false;
		if (known.average < known.usual) known.usual = known.average;
		else known.usual += (known.average - known.usual) * 0.002;
		return known.average > known.usual * risingRatio && known.average - known.usual > risingBy;
	}
}
