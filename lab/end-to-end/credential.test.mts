import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { beforeEach, expect, it } from 'vitest';
import { useRealN8n } from './real-n8n.mts';

const bench = useRealN8n();
beforeEach(() => bench.sandbox.reset());

/** What the button "Test" of a new credential says. */
async function test(changes: Record<string, string> = {}) {
	const type = 'cippOAuth2Api';
	const data = { ...bench.data, ...changes };
	const { id, name } = await bench.n8n.importCredential({
		name: `CIPP ${Math.random()}`,
		type,
		data,
	});
	return await bench.n8n.testCredential({ id, name, type, data });
}

it('is content with a credential that works, with any form of the address', async () => {
	for (const ending of ['', '/', '/api', '/api/']) {
		expect(await test({ baseUrl: bench.sandbox.url + ending })).toMatchObject({ status: 'OK' });
	}
});

it('is content behind a gateway that wants a header', async () => {
	expect(await test({ headerName: 'x-gateway', apiKey: 'k-123' })).toMatchObject({ status: 'OK' });
	expect(bench.sandbox.requests.at(-1)?.headers).toMatchObject({ 'x-gateway': 'k-123' });
});

it('names a wrong secret', async () => {
	const { status, message } = await test({ clientSecret: 'wrong' });
	expect(status).toBe('Error');
	expect(message).toMatch(/client authentication failed|secret/i);
});

it('names a missing Application ID URI', async () => {
	bench.sandbox.faults.token('noApplicationIdUri');
	const { status, message } = await test();
	expect(status).toBe('Error');
	expect(message).toMatch(/AADSTS500011|Application ID URI/);
});

it('names an API client that CIPP does not know', async () => {
	bench.sandbox.client.known = false;
	expect(await test()).toMatchObject({
		status: 'Error',
		message: expect.stringMatching(/does not know this API client/),
	});
});

it('names an API client that is disabled', async () => {
	bench.sandbox.client.enabled = false;
	expect(await test()).toMatchObject({
		status: 'Error',
		message: expect.stringMatching(/disabled/),
	});
});

it('names a missing role', async () => {
	bench.sandbox.client.permissions = ['Exchange.Mailbox.Read'];
	expect(await test()).toMatchObject({
		status: 'Error',
		message: expect.stringMatching(/lacks a CIPP role/),
	});
});

it('names an address that is not allowed', async () => {
	bench.sandbox.client.addressAllowed = false;
	expect(await test()).toMatchObject({
		status: 'Error',
		message: expect.stringMatching(/address n8n runs on/),
	});
});

it('names the address of the user interface', async () => {
	bench.sandbox.faults.endpoint('ListApiTest', { kind: 'html' });
	expect(await test()).toMatchObject({
		status: 'Error',
		message: expect.stringMatching(/user interface/),
	});
});

it('names a host that cannot be reached', async () => {
	expect(await test({ baseUrl: 'http://127.0.0.1:9' })).toMatchObject({
		status: 'Error',
		message: expect.stringMatching(/ECONNREFUSED|could not connect|refused/i),
	});
});

it('names a token that CIPP refuses', async () => {
	bench.sandbox.faults.endpoint('ListApiTest', { kind: 'unauthorized' });
	expect(await test()).toMatchObject({
		status: 'Error',
		message: expect.stringMatching(/did not accept the token/),
	});
});

it('is not content with something that is not CIPP', async () => {
	bench.sandbox.faults.endpoint('ListApiTest', { status: 200, body: { hello: 'world' } });
	expect(await test()).toMatchObject({
		status: 'Error',
		message: expect.stringMatching(/not as CIPP does/),
	});
});

it('names a certificate that is not trusted', async () => {
	const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
	const secure = createServer({ key, cert }, (_request, response) => response.end('{}'));
	await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
	const { port } = secure.address() as AddressInfo;

	const { status, message } = await test({ baseUrl: `https://127.0.0.1:${port}` });
	secure.close();

	expect(status).toBe('Error');
	expect(message).toMatch(/SELF_SIGNED|certificate/i);
});
