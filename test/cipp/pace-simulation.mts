import type { CippAnswer, CippRequest, Clock, Send } from '../../cipp/request';
import { answer } from './answers.mts';

/** Time that stands still while anything can be done, and then jumps to the next thing that is due. */
export class SimulatedTime implements Clock {
	#now = Date.parse('2026-03-02T09:00:00.000Z');
	#timers: Array<{ at: number; wake: () => void; fail: (error: Error) => void }> = [];
	#cancelled: Error | undefined;

	readonly #start = this.#now;
	/** What has been slept through `sleep`, in milliseconds. */
	readonly slept: number[] = [];

	now(): Date {
		return new Date(this.#now);
	}

	/** Milliseconds since the beginning. */
	get passed(): number {
		return this.#now - this.#start;
	}

	async sleep(milliseconds: number): Promise<void> {
		if (this.#cancelled) throw this.#cancelled;
		this.slept.push(milliseconds);
		await this.after(milliseconds);
	}

	/** For those who are not ours and are not cancelled with us. */
	async after(milliseconds: number): Promise<void> {
		await new Promise<void>((wake, fail) => {
			this.#timers.push({ at: this.#now + milliseconds, wake, fail });
		});
	}

	/** As when someone stops the execution: every sleep ends with an error, now and from now on. */
	cancel(): void {
		this.#cancelled = new Error('cancelled');
		for (const { fail } of this.#timers.splice(0)) fail(this.#cancelled);
	}

	/** Lets time pass until the work is done. */
	async until<T>(work: Promise<T>): Promise<T> {
		let isDone = false;
		const done = work.finally(() => (isDone = true));
		done.catch(() => {});
		while (!isDone) {
			await new Promise(setImmediate);
			if (isDone) break;
			if (this.#timers.length === 0) throw new Error('Nothing is due and the work is not done');
			this.#timers.sort((a, b) => a.at - b.at);
			const next = this.#timers.shift()!;
			this.#now = next.at;
			next.wake();
		}
		return await done;
	}
}

export interface SimulatedCipp {
	send: Send;
	/** Every request with the time of its arrival. */
	arrivals: Array<{ request: CippRequest; at: number; status: number }>;
	mostUnderWay: number;
	refusals: number;
}

interface Behaviour {
	/** Milliseconds from request to answer. */
	latency?: number | ((underWay: number, arrival: number) => number);
	/** The answer to the so-many-th request, from 0; undefined for a good one. */
	reply?: (arrival: number, request: CippRequest) => CippAnswer | Error | undefined;
	/** So many requests in each window of so many milliseconds, else 429 with Retry-After in whole seconds. */
	limit?: { requests: number; milliseconds: number; startsAt?: number };
}

/** A CIPP in simulated time. */
export function simulatedCipp(time: SimulatedTime, behaviour: Behaviour = {}): SimulatedCipp {
	const { latency = 100, reply, limit } = behaviour;
	let underWay = 0;
	let window = -1;
	let counted = 0;
	const cipp: SimulatedCipp = { arrivals: [], mostUnderWay: 0, refusals: 0, send };
	async function send(request: CippRequest): Promise<CippAnswer> {
		const arrival = cipp.arrivals.length;
		underWay += 1;
		cipp.mostUnderWay = Math.max(cipp.mostUnderWay, underWay);
		const result = limited() ?? reply?.(arrival, request) ?? answer({ Results: [] });
		const status = result instanceof Error ? 0 : result.status;
		cipp.arrivals.push({ request, at: time.passed, status });
		if (status === 429) cipp.refusals += 1;
		await time.after(typeof latency === 'number' ? latency : latency(underWay, arrival));
		underWay -= 1;
		if (result instanceof Error) throw result;
		return result;
	}
	function limited(): CippAnswer | undefined {
		if (!limit) return undefined;
		const since = time.passed + (limit.startsAt ?? 0);
		const present = Math.floor(since / limit.milliseconds);
		if (present !== window) counted = 0;
		window = present;
		counted += 1;
		if (counted <= limit.requests) return undefined;
		const seconds = Math.ceil(((present + 1) * limit.milliseconds - since) / 1_000);
		return answer('', 429, { 'retry-after': String(Math.max(1, seconds)) });
	}
	return cipp;
}
