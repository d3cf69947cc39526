/** A request the sandbox got, for tests to look at. */
export interface RecordedRequest {
	/** Sandbox time. */
	at: string;
	method: string;
	path: string;
	/** Endpoint name as it was called; '' for token requests. */
	endpoint: string;
	query: Record<string, string>;
	/** Parsed JSON where it was JSON, else text; null when there was none. Secrets in token requests are left out. */
	body: unknown;
	/** Without authorization. */
	headers: Record<string, string>;
	/** 0 when the connection was closed without an answer, -1 while the answer is still being made. */
	status: number;
}
