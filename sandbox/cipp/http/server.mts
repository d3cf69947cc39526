import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import type { Instance } from '../instance.mts';
import type { Sandbox } from '../../sandbox.mts';
import { answerApiCall, type Host } from './api.mts';
import { queryOf } from './call.mts';
import { control } from './control-plane.mts';
import { userInterfacePage, type WireAnswer } from './fault-answer.mts';
import type { RecordedRequest } from './recorded-request.mts';
import { answerTokenRequest } from './token-endpoint.mts';
import type { Registration } from './tokens.mts';

export interface ServerOptions {
	port: number;
	instance: Instance;
	registration: Registration;
	sandbox: Sandbox;
	host: Host;
	logRequests: boolean;
}

type Http = Context<{ Bindings: HttpBindings }>;

/** Opens the port on 127.0.0.1 and answers until closed. */
export async function listen(
	options: ServerOptions,
): Promise<{ url: string; close(): Promise<void> }> {
	const server = createServer(
		getRequestListener(application(options).fetch, { overrideGlobalObjects: false }),
	);
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(options.port, '127.0.0.1', () => resolve());
	});
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

function application(options: ServerOptions): Hono<{ Bindings: HttpBindings }> {
	const app = new Hono<{ Bindings: HttpBindings }>();
	app.post('/:tenant/oauth2/v2.0/token', (http) => token(http, options));
	app.all('/api/:endpoint', (http) => api(http, options));
	app.all('/API/:endpoint', (http) => api(http, options));
	app.all('/sandbox/*', (http) => steer(http, options));
	app.all('*', (http) => send(http, userInterfacePage()));
	return app;
}

async function api(
	http: Http,
	{ instance, host, sandbox, logRequests }: ServerOptions,
): Promise<Response> {
	const url = new URL(http.req.url);
	const headers = headersOf(http.env.incoming);
	const endpoint = http.req.param('endpoint') ?? '';
	const query = queryOf(url);
	const body = json(await http.req.text());
	const record = recorded(instance, http, endpoint, headers, body, query.all());
	sandbox.requests.push(record);
	const address = http.env.incoming.socket.remoteAddress ?? '';
	const answer = await answerApiCall(
		{ instance, endpoint, method: http.req.method, query, body, headers, address },
		host,
	);
	record.status = answer === 'dropped' ? 0 : answer.status;
	if (logRequests) log(record, url);
	return send(http, answer);
}

async function token(
	http: Http,
	{ instance, host, registration, sandbox, logRequests }: ServerOptions,
): Promise<Response> {
	const headers = headersOf(http.env.incoming);
	const form = new URLSearchParams(await http.req.text());
	const shown = Object.fromEntries([...form].filter(([name]) => name !== 'client_secret'));
	const record = recorded(instance, http, '', headers, shown, {});
	sandbox.tokenRequests.push(record);
	const answer = await answerTokenRequest(
		{ tenant: http.req.param('tenant') ?? '', form, authorization: headers.authorization },
		registration,
		host.tokens,
		instance.faults,
	);
	record.status = answer?.status ?? 0;
	if (logRequests) log(record, new URL(http.req.url));
	return send(
		http,
		answer
			? {
					status: answer.status,
					text: JSON.stringify(answer.body),
					type: 'application/json; charset=utf-8',
				}
			: 'dropped',
	);
}

async function steer(http: Http, { sandbox, instance }: ServerOptions): Promise<Response> {
	instance.clock.happen();
	const path = new URL(http.req.url).pathname.replace(/^\/sandbox/, '');
	const answer = (status: number, body: unknown) =>
		send(http, { status, text: JSON.stringify(body), type: 'application/json; charset=utf-8' });
	try {
		const { status, body } = control(sandbox, http.req.method, path, json(await http.req.text()));
		return answer(status, body);
	} catch (error) {
		return answer(400, { error: error instanceof Error ? error.message : String(error) });
	}
}

function send(http: Http, answer: WireAnswer): Response {
	if (answer === 'dropped') {
		http.env.outgoing.destroy();
		return new Response(null);
	}
	return new Response(answer.text === '' ? null : answer.text, {
		status: answer.status,
		headers: { 'Content-Type': answer.type, ...answer.headers },
	});
}

function recorded(
	instance: Instance,
	http: Http,
	endpoint: string,
	headers: Record<string, string>,
	body: unknown,
	query: Record<string, string>,
): RecordedRequest {
	const { authorization: _, ...shown } = headers;
	return {
		at: instance.clock.now().toISOString(),
		method: http.req.method,
		path: new URL(http.req.url).pathname,
		endpoint,
		query,
		body,
		headers: shown,
		status: -1,
	};
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [
			name,
			Array.isArray(value) ? value.join(', ') : (value ?? ''),
		]),
	);
}

function json(text: string): unknown {
	if (text === '') return null;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

function log({ at, method, status }: RecordedRequest, url: URL): void {
	process.stderr.write(
		`${at} ${method} ${decodeURIComponent(url.pathname)}${url.search} ${status || 'dropped'}\n`,
	);
}
