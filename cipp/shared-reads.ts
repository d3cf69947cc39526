import { attempt } from './attempt';
import { isObject } from './body';
import { whenLoaded } from './queue';
import type { CippAnswer, CippRequest, Clock, Send } from './request';

/** Whether a request changes anything; only what does not can be shared. */
type Effect = 'read' | 'change' | 'contain' | 'destroy';

interface Known {
	answer: Promise<CippAnswer>;
	/** In milliseconds; infinite while it is under way. */
	keptUntil: number;
	/** What keeping it costs; 0 while it is under way. */
	rows: number;
}

/** How long an answer stands for the next item that asks the same. */
const keptMilliseconds = 60_000;
/** Of all answers that are kept. Longer ones are shared only with those who ask meanwhile. */
const mostRows = 5_000;

/**
 * The answers of one run: items that ask the same share one request.
 *
 * Only reads are shared, and none across a change: whatever was asked before it ended may be about the
 * state before it. Failures are shared with those who wait for the same request, and not kept.
 */
export class SharedReads {
	private readonly known = new Map<string, Known>();
	private rows = 0;

	constructor(
		private readonly send: Send,
		private readonly clock: Clock,
	) {}

	/** Sends a request and waits until its data is loaded, or for someone who has asked the same. */
	async answerTo(request: CippRequest, effect: Effect): Promise<CippAnswer> {
		if (effect !== 'read') return await this.change(request);
		if (request.method !== 'GET' || request.fresh) return await this.ask(request);
		const name = nameOf(request);
		const known = this.known.get(name);
		if (known && this.now() < known.keptUntil) return copyOf(await known.answer);
		return await this.askFirst(name, request);
	}

	/** For a new look at what may have changed by itself. */
	forget(): void {
		this.known.clear();
		this.rows = 0;
	}

	private async change(request: CippRequest): Promise<CippAnswer> {
		this.forget();
		const { value, error } = await attempt(this.ask(request));
		this.forget();
		if (error) throw error;
		return value;
	}

	private async askFirst(name: string, request: CippRequest): Promise<CippAnswer> {
		this.drop(name);
		const known: Known = { answer: this.ask(request), keptUntil: Infinity, rows: 0 };
		this.known.set(name, known);
		const { value: answer, error } = await attempt(known.answer);
		if (this.known.get(name) === known) {
			const rows = answer && answer.status < 300 ? rowsIn(answer.body) : Infinity;
			if (rows <= mostRows) this.keep(known, rows);
			else this.drop(name);
		}
		if (error) throw error;
		return answer;
	}

	private keep(known: Known, rows: number): void {
		known.keptUntil = this.now() + keptMilliseconds;
		known.rows = rows;
		this.rows += rows;
		for (const [name, { rows: size }] of this.known) {
			if (this.rows <= mostRows) return;
			if (size > 0) this.drop(name);
		}
	}

	private drop(name: string): void {
		this.rows -= this.known.get(name)?.rows ?? 0;
		this.known.delete(name);
	}

	private async ask(request: CippRequest): Promise<CippAnswer> {
		return await whenLoaded(this.send, this.clock, request);
	}

	private now(): number {
		return this.clock.now().getTime();
	}
}

function nameOf({ endpoint, query = {} }: CippRequest): string {
	const fields = Object.entries(query).sort(([one], [other]) => (one < other ? -1 : 1));
	return JSON.stringify([endpoint, fields]);
}

/** Rows become items, and whoever gets an item may change it. */
function copyOf(answer: CippAnswer): CippAnswer {
	return { ...answer, body: structuredClone(answer.body) };
}

function rowsIn(body: unknown): number {
	const list = isObject(body) && 'Results' in body ? body.Results : body;
	return Array.isArray(list) ? Math.max(list.length, 1) : 1;
}
