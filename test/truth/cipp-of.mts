import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CredentialData } from '../engine/engine.mts';
import type { Exchange } from './recordings.mts';

/** A CIPP that answers what was recorded. */
export interface RecordedCipp {
	credential: CredentialData;
	/** The answers of the next run, in order. */
	play(exchanges: Exchange[]): void;
	close(): Promise<void>;
}

const partner = '99999999-0000-4000-8000-000000000009';

/** The recordings leave the list of tenants out. */
const tenants = [
	['contoso.com', 'Contoso', 'aaaaaaaa-0000-4000-8000-00000000000a'],
	['fabrikam.com', 'Fabrikam', 'bbbbbbbb-0000-4000-8000-00000000000b'],
	['partner.com', '*Partner Tenant', partner],
].map(([defaultDomainName, displayName, customerId]) => ({
	customerId,
	defaultDomainName,
	initialDomainName: defaultDomainName.replace('.com', '.onmicrosoft.com'),
	displayName,
	Excluded: false,
	GraphErrorCount: 0,
}));

export async function recordedCipp(): Promise<RecordedCipp> {
	let script: Exchange[] = [];
	const server = createServer((request, response) => {
		request.resume().on('end', () => {
			const path = new URL(request.url ?? '', 'http://cipp').pathname;
			if (/token/.test(path)) return send(response, 200, token);
			const found = take(script, request.method ?? '', path);
			if (found) return send(response, found.status, found.answer ?? '');
			if (/ListTenants$/i.test(path)) return send(response, 200, JSON.stringify(tenants));
			send(response, 404, 'not recorded');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		credential: {
			baseUrl: url,
			tenantId: partner,
			clientId: '22222222-0000-4000-8000-000000000002',
			clientSecret: 'secret',
			tokenUrl: `${url}/token`,
		},
		play(exchanges) {
			script = exchanges.filter(({ answer }) => !/…tenants…/.test(answer ?? ''));
		},
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

const token = JSON.stringify({ token_type: 'Bearer', expires_in: 3599, access_token: 'token' });

/** The last answer of an endpoint is given again and again. */
function take(script: Exchange[], method: string, path: string): Exchange | undefined {
	const isMeant = (exchange: Exchange): boolean =>
		exchange.method === method && exchange.path.toLowerCase() === path.toLowerCase();
	const found = script.find(isMeant);
	if (found && script.filter(isMeant).length > 1) script.splice(script.indexOf(found), 1);
	return found;
}

function send(response: ServerResponse, status: number, text: string): void {
	const type = /^\s*[[{"]/.test(text) ? 'application/json' : 'text/plain';
	response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(text);
}
