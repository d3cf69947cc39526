import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { SandboxClock } from './clock.mts';
import type { Conduct } from './conduct.mts';
import { addressed, serviceReply } from './http/services.mts';
import type { Reply } from './http/reply.mts';
import { steer } from './http/steer.mts';
import { Microsoft } from './microsoft.mts';
import { seed } from './seed/seed.mts';
import type { Tenant } from './state/tenant.mts';

export interface StandAloneOptions {
	/** 0 or left out: any free port. */
	port?: number;
	/** First moment of sandbox time; left out: now. */
	start?: Date;
	/** Sandbox seconds per real second; 0 stands still. */
	speed?: number;
}

/** What was asked, for a look at it afterwards. */
export interface Asked {
	method: string;
	host: string;
	path: string;
	body: unknown;
	status: number;
}

/** Microsoft alone, over HTTP on 127.0.0.1, for programs that talk to Microsoft themselves. */
export interface StandAlone {
	/** http://127.0.0.1:PORT; a request goes to `${url}/{Microsoft's host}/{path}`, or to the path alone. */
	url: string;
	clock: SandboxClock;
	conduct: Conduct;
	/** The live state. */
	tenants: Tenant[];
	/** Oldest first; without tokens. */
	asked: Asked[];
	reset(): void;
	close(): Promise<void>;
}

/** Starts it with the seed's tenants. Needs nothing of whoever asks but a token of its own making. */
export async function startMicrosoft(options: StandAloneOptions = {}): Promise<StandAlone> {
	const { port = 0, start = new Date(), speed = 1 } = options;
	const clock = new SandboxClock(start, speed);
	const microsoft = new Microsoft(clock);
	const standAlone: StandAlone = {
		url: '',
		clock,
		conduct: microsoft.conduct,
		tenants: seed(),
		asked: [],
		reset: () => {
			clock.forget();
			standAlone.tenants = seed();
			standAlone.conduct.clear();
			standAlone.asked.length = 0;
		},
		close: async () => {},
	};
	const app = new Hono();
	app.all('/sandbox/*', async (http) => send(await steering(standAlone, http)));
	app.all('*', async (http) => send(await service(microsoft, standAlone, http)));
	const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => resolve());
	});
	standAlone.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	standAlone.close = () =>
		new Promise((resolve) => {
			server.close(() => resolve());
			server.closeAllConnections();
		});
	return standAlone;
}

async function service(
	microsoft: Microsoft,
	{ clock, tenants, asked }: StandAlone,
	http: Context,
): Promise<Reply> {
	clock.happen();
	const url = new URL(http.req.url);
	const { host, path } = addressed(url.pathname);
	const { method } = http.req;
	const body = json(await http.req.text());
	const reply = serviceReply(microsoft, tenants, {
		host,
		method,
		path,
		query: url.searchParams,
		search: url.search,
		body,
		authorization: http.req.header('authorization'),
	});
	asked.push({ method, host, path: `${path}${url.search}`, body, status: reply.status });
	return reply;
}

async function steering(standAlone: StandAlone, http: Context): Promise<Reply> {
	standAlone.clock.happen();
	const path = new URL(http.req.url).pathname.replace(/^\/sandbox/, '');
	try {
		return steer(standAlone, `${http.req.method} ${path}`, json(await http.req.text()));
	} catch (error) {
		return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } };
	}
}

function send({ status, body }: Reply): Response {
	if (body === undefined || body === null) return new Response(null, { status });
	const isText = typeof body === 'string';
	return new Response(isText ? body : JSON.stringify(body), {
		status,
		headers: { 'Content-Type': isText ? 'text/plain' : 'application/json; charset=utf-8' },
	});
}

function json(text: string): unknown {
	if (text === '') return null;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
