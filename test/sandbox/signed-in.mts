import { afterEach } from 'vitest';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/index.mts';

export interface Reply<Body = any> {
	status: number;
	body: Body;
	text: string;
	headers: Headers;
}

export interface SignedIn {
	sandbox: Sandbox;
	get<Body = any>(
		endpoint: string,
		query?: Record<string, string>,
		headers?: Record<string, string>,
	): Promise<Reply<Body>>;
	post<Body = any>(
		endpoint: string,
		body: unknown,
		query?: Record<string, string>,
	): Promise<Reply<Body>>;
}

const open: Sandbox[] = [];
afterEach(async () => {
	for (const sandbox of open.splice(0)) await sandbox.close();
});

/** A sandbox whose time stands still on a Monday at 09:02, and a client with a token. Closed after the test. */
export async function signedIn(options: SandboxOptions = {}): Promise<SignedIn> {
	const sandbox = await startSandbox({
		start: new Date('2025-03-03T09:02:00Z'),
		speed: 0,
		...options,
	});
	open.push(sandbox);
	const authorization = `Bearer ${(await requestToken(sandbox)).body.access_token}`;
	const call = async (
		endpoint: string,
		query: Record<string, string>,
		init: RequestInit,
	): Promise<Reply> => {
		const response = await fetch(`${sandbox.url}/api/${endpoint}?${new URLSearchParams(query)}`, {
			...init,
			headers: { authorization, ...init.headers },
		});
		const text = await response.text();
		return { status: response.status, text, body: parsed(text), headers: response.headers };
	};
	return {
		sandbox,
		get: (endpoint, query = {}, headers = {}) => call(endpoint, query, { headers }),
		post: (endpoint, body, query = {}) =>
			call(endpoint, query, {
				method: 'POST',
				body: JSON.stringify(body),
				headers: { 'content-type': 'application/json' },
			}),
	};
}

export async function requestToken(
	sandbox: Sandbox,
	form: Record<string, string> = {},
	headers: Record<string, string> = {},
	url = sandbox.tokenUrl,
): Promise<Reply> {
	const whole = {
		grant_type: 'client_credentials',
		client_id: sandbox.clientId,
		client_secret: sandbox.clientSecret,
		scope: `api://${sandbox.clientId}/.default`,
		...form,
	};
	const response = await fetch(url, { method: 'POST', body: new URLSearchParams(whole), headers });
	const text = await response.text();
	return { status: response.status, text, body: parsed(text), headers: response.headers };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

export const contoso = 'contoso.example';
export const megan = 'megan.bowen@contoso.example';
export const alex = 'alex.wilber@contoso.example';
export const adele = 'adele.vance@contoso.example';
export const lidia = 'lidia.holloway@contoso.example';

/** Offboards one user now and lets the job finish; gives the result lines. */
export async function offboard(
	{ sandbox, post }: SignedIn,
	user: string,
	options: Record<string, unknown>,
	tenantFilter = contoso,
): Promise<string[]> {
	const reply = await post('ExecOffboardUser', {
		tenantFilter,
		user: [{ value: user }],
		...options,
	});
	if (reply.status !== 200)
		throw new Error(`ExecOffboardUser answered ${reply.status}: ${reply.text}`);
	sandbox.clock.advance(120_000);
	return linesOf(sandbox, `Offboarding: ${user}`);
}

/** Result lines of the newest task of a name. */
export function linesOf(sandbox: Sandbox, name: string): string[] {
	const task = sandbox.tenants.task(name);
	if (!task) throw new Error(`There is no task ${name}.`);
	const results: unknown = JSON.parse(task.results);
	return (Array.isArray(results) ? results : [results]).map(
		(row: { Results: string }) => row.Results,
	);
}
