export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface GraphRequest {
	method: Method;
	version: 'v1.0' | 'beta';
	/** Without version and query: users/{id}/memberOf. */
	path: string;
	/** $filter, $select and so on, names in lower case. */
	options: Record<string, string>;
	body?: unknown;
}

export interface GraphReply {
	status: number;
	/** Undefined where Graph sends none. */
	body: unknown;
}

/** A request from an address below graph.microsoft.com, with or without the version in front. */
export function graphRequest(method: string, address: string, body?: unknown): GraphRequest {
	// What stands behind a # never leaves for the server.
	const [path, query = ''] = address
		.replace(/^\/+/, '')
		.replace(/#.*/s, '')
		.split(/\?(.*)/s);
	const [, version = 'beta', rest] = /^(?:(v1\.0|beta)\/)?(.*)$/s.exec(path)!;
	const options = [...new URLSearchParams(query)].map(([name, value]) => [
		name.toLowerCase(),
		value,
	]);
	return {
		method: method.toUpperCase() as Method,
		version: version as GraphRequest['version'],
		path: rest.replace(/^\/+|\/+$/g, ''),
		options: Object.fromEntries(options),
		body,
	};
}

/** Whether a request leaves everything as it is. */
export function onlyReads({ method, path }: GraphRequest): boolean {
	return method === 'GET' || /\/getByIds$/i.test(path);
}
