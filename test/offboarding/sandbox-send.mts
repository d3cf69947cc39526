import { afterEach } from 'vitest';
import { parseBody } from '../../cipp/body';
import type { CippRequest, Clock, Send } from '../../cipp/request';
import { freshQuery } from '../../cipp/request';
import type { Tenant } from '../../cipp/tenants';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/index.mts';

export interface Connection {
	sandbox: Sandbox;
	send: Send;
	clock: Clock;
	/** Everything that was sent, oldest first. */
	sent: CippRequest[];
	tenant(name?: string): Tenant;
}

const open: Sandbox[] = [];
afterEach(async () => {
	for (const sandbox of open.splice(0)) await sandbox.close();
});

/** A sandbox whose time only moves when told to, and a `send` for it. Closed after the test. */
export async function connect(options: SandboxOptions = {}): Promise<Connection> {
	const sandbox = await startSandbox({
		start: new Date('2025-03-03T09:02:00Z'),
		speed: 0,
		...options,
	});
	open.push(sandbox);
	const authorization = `Bearer ${await tokenFor(sandbox)}`;
	const sent: CippRequest[] = [];
	return {
		sandbox,
		sent,
		send: async (request) => {
			sent.push(request);
			const query = { ...request.query, ...(request.fresh ? freshQuery : {}) };
			const response = await fetch(
				`${sandbox.url}/api/${request.endpoint}?${new URLSearchParams(query)}`,
				{
					method: request.method,
					headers: { authorization, 'content-type': 'application/json' },
					...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
				},
			);
			return {
				status: response.status,
				headers: Object.fromEntries(response.headers),
				body: parseBody(await response.text()),
			};
		},
		clock: {
			now: () => sandbox.clock.now(),
			sleep: async (milliseconds) => {
				sandbox.clock.advance(milliseconds);
			},
		},
		tenant: (name = 'contoso.example') => {
			const { customerId, defaultDomainName, initialDomainName, displayName } =
				sandbox.tenants.named(name);
			return { customerId, defaultDomainName, initialDomainName, displayName };
		},
	};
}

async function tokenFor(sandbox: Sandbox): Promise<string> {
	const response = await fetch(sandbox.tokenUrl, {
		method: 'POST',
		body: new URLSearchParams({
			grant_type: 'client_credentials',
			client_id: sandbox.clientId,
			client_secret: sandbox.clientSecret,
			scope: `api://${sandbox.clientId}/.default`,
		}),
	});
	const { access_token } = (await response.json()) as { access_token: string };
	return access_token;
}

/** Endpoints that change nothing, however they are called. */
const reading = /^(List|me$|PublicPing|GetVersion)/;

export const changesIn = (sent: CippRequest[]): CippRequest[] =>
	sent.filter(({ endpoint }) => !reading.test(endpoint));

export const megan = 'megan.bowen@contoso.example';
export const alex = 'alex.wilber@contoso.example';
export const adele = 'adele.vance@contoso.example';
export const lidia = 'lidia.holloway@contoso.example';
export const henrietta = 'henrietta.mueller@contoso.example';
export const nestor = 'nestor.wilke@contoso.example';
export const miriam = 'miriam.graham@contoso.example';
