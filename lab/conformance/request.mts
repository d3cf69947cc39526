/** One request to CIPP's API. */
export interface Sent {
	endpoint: string;
	method: 'GET' | 'POST';
	query?: Record<string, string>;
	body?: unknown;
}

/** What comes before a request: another one, or CIPP's timer, which starts what is due. */
export type Step = Sent | 'timer';

/** How Microsoft is while a request runs. */
export type Microsoft =
	| 'well'
	/** Reads work, and every change is refused. */
	| 'refusing changes'
	| 'refusing everything'
	/** 503 to everything. */
	| 'down';

/** A request to compare, under a name that allowed.json can call it by. */
export interface Case {
	endpoint: string;
	name: string;
	/** Sent first, to both sides alike. */
	before: Step[];
	/** The request itself; where it has to name what came before, a function of those answers. */
	sent: Sent | ((answers: unknown[]) => Sent);
	microsoft: Microsoft;
}

/** What an endpoint is usually asked, from which the other requests are made. */
export interface Usual {
	endpoint: string;
	method?: 'GET' | 'POST';
	query?: Record<string, string>;
	body?: unknown;
	/** Names of the fields that say who, at whatever depth. */
	person?: string[];
	/** It changes something although it is asked with GET. */
	changes?: true;
	before?: Step[];
	/** Further requests of its own, by name. */
	also?: Record<string, Other>;
}

export interface Other {
	method?: 'POST';
	query?: Record<string, string>;
	body?: unknown;
	before?: Step[];
	/** Fields to add to the query, from the answers to what came before. */
	then?: (answers: unknown[]) => Record<string, string>;
}
