/** A call to one CIPP endpoint, as it goes over the wire. */
export interface CippRequest {
	/** `GET` reads; `POST` is for whatever changes something or has a body. */
	method: 'GET' | 'POST';
	/** Name after `/api/`, e.g. `ListUsers`. */
	endpoint: string;
	query?: Record<string, string>;
	body?: Record<string, unknown> | unknown[];
	/** Read past CIPP's own response cache: for looking at a state that has just been changed. */
	fresh?: boolean;
	/** The answer is a file: its `body` is the bytes, unless CIPP sends a text instead. */
	isFile?: boolean;
}

/**
 * Whether a request may change something. Some lists are asked for with a body; of those that bear the
 * name, only ListWorkerHealth also acts.
 */
export function mayChange({ method, endpoint }: CippRequest): boolean {
	return method === 'POST' && (!/^List/i.test(endpoint) || /^ListWorkerHealth$/i.test(endpoint));
}

/** What came back, whatever the status. `body` is parsed JSON where it is JSON, else the text. */
export interface CippAnswer {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	body: unknown;
}

/**
 * Sends one request and resolves with the answer, also for status 400 and above.
 * Rejects with a `CippUnreachable` when there is no answer at all.
 */
export type Send = (request: CippRequest) => Promise<CippAnswer>;

/** Time as this code sees it, so that tests need not wait. */
export interface Clock {
	now(): Date;
	/** Rejects when the work is cancelled. */
	sleep(milliseconds: number): Promise<void>;
}

/** CIPP's newer host keeps answers of `List*` for ten minutes; the older one ignores this. */
export const freshQuery = { InvalidateCIPPCache: 'true' } as const;
