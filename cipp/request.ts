import { isObject } from './body';

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

/** What an error and the log may tell of a request: nothing that was typed, and nothing secret. */
export interface RequestSummary extends Pick<CippRequest, 'method' | 'endpoint'> {
	/** A domain or an ID, in lower case; left out where none was sent. */
	tenant?: string;
}

export function summaryOf(request: CippRequest): RequestSummary {
	const { method, endpoint } = request;
	const tenant = tenantOf(request);
	// Whatever else someone puts there is not for logs.
	return /^[\w.-]{1,255}$/.test(tenant) ? { method, endpoint, tenant } : { method, endpoint };
}

/**
 * The tenant that a request names, in lower case; empty for CIPP itself.
 *
 * Endpoints read it as `tenantFilter`, `TenantFilter`, `tenantid` or `selectedTenants`, from query or
 * body, as text, `{value}`, `{defaultDomainName}` or a list of one of these.
 */
export function tenantOf({ query, body }: CippRequest): string {
	const [first] = Array.isArray(body) ? body : [body];
	const fields = { ...query, ...(isObject(first) ? first : {}) };
	const name = Object.keys(fields).find((key) => /^(selected)?tenant/i.test(key));
	return name === undefined ? '' : nameIn(fields[name]).toLowerCase();
}

/** The tenant that CIPP holds against the role of the API client; empty where it takes the partner's own. */
export function checkedTenant({ query = {}, body }: CippRequest): string {
	const fields = isObject(body) ? body : {};
	const values = ['tenantfilter', 'tenantid'].flatMap((name) =>
		[query, fields].map((part) => valueIn(part, name)),
	);
	return values.map(nameIn).find((value) => value !== '') ?? '';
}

function valueIn(part: Record<string, unknown>, lower: string): unknown {
	return Object.entries(part).find(([name]) => name.toLowerCase() === lower)?.[1];
}

function nameIn(value: unknown): string {
	if (Array.isArray(value)) return nameIn(value[0]);
	if (isObject(value)) return nameIn(value.value ?? value.defaultDomainName);
	return value === undefined || value === null ? '' : String(value);
}

/** What came back, whatever the status. `body` is parsed JSON where it is JSON, else the text. */
export interface CippAnswer {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	body: unknown;
	/** What it answers to, for errors; left out where nobody sent anything. */
	request?: RequestSummary;
	/** What CIPP's access check takes for the tenant; empty for the partner's own. */
	checkedTenant?: string;
	/** Whoever answered: scheme, name and port. */
	origin?: string;
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
