import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { afterEach, describe, expect, it } from 'vitest';
import { credentialFor, runCipp } from '../engine/engine.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';

const sandbox = useSandbox();
const tenants = { resource: 'tenant', operation: 'getMany' };

it.each(['', '/', '/api', '/api/', '/API'])(
	'works with the address ending in "%s"',
	async (ending) => {
		const credential = credentialFor(sandbox.current, { baseUrl: sandbox.current.url + ending });

		const result = await runCipp(tenants, { credential });

		expect(result.json.length).toBeGreaterThan(0);
		expect(sandbox.current.requests.map(({ path }) => path)).toEqual(['/api/ListTenants']);
	},
);

it('sends the API key header that a gateway wants', async () => {
	const credential = credentialFor(sandbox.current, { headerName: 'x-gateway', apiKey: 'k-123' });

	await runCipp(tenants, { credential });

	expect(sandbox.current.requests[0].headers).toMatchObject({ 'x-gateway': 'k-123' });
});

it('sends every header that a gateway wants', async () => {
	const headers = [
		{ name: 'CF-Access-Client-Id', value: 'id' },
		{ name: ' CF-Access-Client-Secret ', value: 'secret' },
	];
	const credential = credentialFor(sandbox.current, {
		gatewayHeaders: { header: headers } as never,
	});

	await runCipp(tenants, { credential });

	expect(sandbox.current.requests[0].headers).toMatchObject({
		'cf-access-client-id': 'id',
		'cf-access-client-secret': 'secret',
	});
});

it.each(['socks5://proxy.example:1080', 'http://user:pa55@'])(
	'refuses the proxy %s, and keeps its password to itself',
	async (proxy) => {
		const result = await runCipp(
			{ ...tenants, requestOptions: { proxy } },
			{ credential: credentialFor(sandbox.current) },
		);

		expect(result.error?.message).toMatch(/"Proxy"/);
		expect(result.error?.message).not.toContain('pa55');
		expect(sandbox.current.requests).toEqual([]);
	},
);

it('says which host does not answer', async () => {
	const credential = credentialFor(sandbox.current, { baseUrl: 'http://127.0.0.1:9' });

	const result = await runCipp({ ...tenants, requestOptions: { timeout: 500 } }, { credential });

	expect(result.error?.message).toMatch(/127\.0\.0\.1:9/);
	expect(result.error?.description).toMatch(/Check the CIPP address/);
}, 30_000);

it('says that an address is none, before asking for a token', async () => {
	const result = await runCipp(tenants, {
		credential: credentialFor(sandbox.current, { baseUrl: 'cipp' }),
	});

	expect(result.error?.message).toMatch(/"cipp" is not a web address/);
	expect(sandbox.current.tokenRequests).toEqual([]);
});

it('gives up after the timeout', async () => {
	sandbox.current.faults.endpoint('ListTenants', { kind: 'slow', milliseconds: 400 });

	const result = await runCipp(
		{ ...tenants, requestOptions: { timeout: 50 } },
		{ credential: credentialFor(sandbox.current) },
	);

	expect(result.error?.message).toMatch(/did not answer in time/);
}, 30_000);

describe('another host', () => {
	const closing: Array<() => void> = [];
	afterEach(() => closing.splice(0).forEach((close) => close()));

	async function listening(answer: Parameters<typeof createServer>[1]): Promise<string> {
		const server = createServer(answer!);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		closing.push(() => server.close());
		return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	}

	it('never gets the token by a redirect', async () => {
		const seen: unknown[] = [];
		const other = await listening((request, response) => {
			seen.push(request.headers);
			response.end('[]');
		});
		sandbox.current.faults.endpoint('ListTenants', {
			status: 302,
			headers: { location: `${other}/api/ListTenants` },
		});

		const result = await runCipp(tenants, { credential: credentialFor(sandbox.current) });

		expect(seen).toEqual([]);
		expect(result.error?.message).toBe(
			`ListTenants: The way to CIPP leads to ${new URL(other).host} instead`,
		);
	});

	it('that a gateway sends to for a sign-in is named', async () => {
		sandbox.current.faults.endpoint('ListTenants', {
			status: 302,
			headers: { location: 'https://contoso.cloudflareaccess.com/cdn-cgi/access/login/cipp' },
		});

		const result = await runCipp(tenants, { credential: credentialFor(sandbox.current) });

		expect(result.error?.message).toContain('contoso.cloudflareaccess.com');
		expect(result.error?.description).toMatch(/service token/);
	});

	it('gets the request when it is the proxy asked for', async () => {
		const asked: string[] = [];
		const proxy = await listening((request, response) => {
			asked.push(request.url ?? '');
			response.setHeader('content-type', 'application/json');
			response.end(
				'[{"customerId":"1","defaultDomainName":"by.proxy.example","displayName":"By Proxy"}]',
			);
		});

		const result = await runCipp(
			{ ...tenants, requestOptions: { proxy } },
			{ credential: credentialFor(sandbox.current) },
		);

		expect(asked).toEqual([`${sandbox.current.url}/api/ListTenants`]);
		expect(result.json).toMatchObject([{ defaultDomainName: 'by.proxy.example' }]);
	});
});

it('works in the batches asked for, with the pause between them', async () => {
	const begun = Date.now();
	const result = await runCipp(
		{
			resource: 'user',
			operation: 'get',
			tenantDomain: 'contoso.example',
			userEmail: 'megan.bowen@contoso.example',
			requestOptions: { batching: { batch: { batchSize: 2, batchInterval: 150 } } },
		},
		{ credential: credentialFor(sandbox.current), items: [{}, {}, {}, {}, {}] },
	);

	expect(result.json).toHaveLength(5);
	expect(Date.now() - begun).toBeGreaterThanOrEqual(300);
});

it('says that a certificate is not trusted, and goes on when told to', async () => {
	const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
	const secure = createSecureServer({ key, cert }, (_request, response) => {
		response.setHeader('content-type', 'application/json');
		response.end(
			'[{"customerId":"1","defaultDomainName":"secure.example","displayName":"Secure"}]',
		);
	});
	await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
	const baseUrl = `https://127.0.0.1:${(secure.address() as AddressInfo).port}`;
	const credential = credentialFor(sandbox.current, { baseUrl });

	const refused = await runCipp(tenants, { credential });
	const accepted = await runCipp(
		{ ...tenants, requestOptions: { allowUnauthorizedCerts: true } },
		{ credential },
	);
	secure.close();

	expect(refused.error?.message).toMatch(/certificate of 127\.0\.0\.1:\d+ is not trusted/);
	expect(refused.error?.description).toMatch(/Ignore SSL Issues/);
	expect(accepted.json).toMatchObject([{ defaultDomainName: 'secure.example' }]);
});

it('sends everything out of the error output when the run cannot even begin', async () => {
	const result = await runCipp(
		{ ...tenants, requestOptions: { proxy: 'no address' } },
		{
			credential: credentialFor(sandbox.current),
			items: [{}, {}],
			node: { onError: 'continueErrorOutput' },
		},
	);

	expect(result.items).toEqual([]);
	expect(result.errors).toHaveLength(2);
});
