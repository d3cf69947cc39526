import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { IDataObject } from 'n8n-workflow';
import { credentialFor, runCipp } from '../engine/engine.mts';
import { megan, useSandbox } from '../offboard-user/offboarding.mts';

const sandbox = useSandbox();
const closing: Array<() => void> = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

const tenants = JSON.stringify([
	{ customerId: '1', defaultDomainName: 'contoso.example', displayName: 'Contoso' },
]);
const whole = (body: string) =>
	`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

/** A CIPP that knows its tenants, and answers everything else in this way. */
async function brokenCipp(answer: (socket: Socket) => void): Promise<string> {
	const server = createServer((socket) => {
		socket.on('error', () => {});
		socket.once('data', (data) => {
			if (String(data).includes('/ListTenants')) socket.end(whole(tenants));
			else answer(socket);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	closing.push(() => server.close());
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const broken: Array<[string, (socket: Socket) => void, RegExp]> = [
	[
		'cut at its length',
		(socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"Results":"Succ'),
		/broke off or cannot be read/,
	],
	[
		'cut in a chunk',
		(socket) => socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n63\r\n{"Res'),
		/broke off or cannot be read/,
	],
	['no HTTP', (socket) => socket.end('nonsense\r\n\r\n'), /broke off or cannot be read/],
	[
		'not packed as it says',
		(socket) =>
			socket.end('HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 6\r\n\r\nabcdef'),
		/broke off or cannot be read/,
	],
	[
		'under headers that are too long',
		(socket) => socket.end(`HTTP/1.1 200 OK\r\nset-cookie: ${'a'.repeat(40_000)}\r\n\r\n{}`),
		/headers of the answer .* are longer than n8n takes/,
	],
	['none at all', (socket) => socket.destroy(), /ended the connection without an answer/],
	[
		'that it took too long',
		(socket) => socket.end('HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\n\r\n'),
		/was not done in time \(status 408\)/,
	],
	[
		'that of a gateway that waited for CIPP',
		(socket) => {
			const page = '<html><title>504 Gateway Time-out</title></html>';
			socket.end(`HTTP/1.1 504 X\r\ncontent-length: ${page.length}\r\n\r\n${page}`);
		},
		/gateway before CIPP got no answer from it \("504 Gateway Time-out"\)/,
	],
];

const disable: IDataObject = {
	resource: 'user',
	operation: 'disable',
	tenantDomain: 'contoso.example',
	userEmail: megan,
};

describe('an answer to a change', () => {
	it.each(broken)('that is %s leaves open whether it was done', async (_name, answer, message) => {
		const baseUrl = await brokenCipp(answer);
		const result = await runCipp(disable, {
			credential: credentialFor(sandbox.current, { baseUrl }),
		});

		expect(result.error?.message).toMatch(message);
		expect(result.error?.description).toMatch(/^It may have been done all the same: look before/);
	});
});

it('a list that is cut says so', async () => {
	const text = '[{"id":"1","userPrincipalName":"megan';
	const baseUrl = await brokenCipp((socket) => socket.end(whole(text)));
	const result = await runCipp(
		{ resource: 'user', operation: 'getMany', tenantDomain: 'contoso.example' },
		{ credential: credentialFor(sandbox.current, { baseUrl }) },
	);

	expect(result.error?.message).toMatch(/ListUsers: CIPP's answer broke off/);
	expect(result.error?.description).not.toMatch(/may have been done/);
});
