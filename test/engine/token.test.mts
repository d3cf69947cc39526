import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { useSandbox } from '../offboard-user/offboarding.mts';
import { credentialFor, runCipp, type StoredToken } from './engine.mts';

const sandbox = useSandbox();

/** Each item asks for something else, because the same would be asked only once. */
const getUser = {
	resource: 'apiRequest',
	operation: 'send',
	tenantDomain: 'contoso.example',
	apiEndpoint: 'ListUsers',
	apiQuery: '={{ JSON.stringify({ UserID: "megan.bowen@contoso.example", n: $json.n }) }}',
};
const fifty = Array.from({ length: 50 }, (_, n) => ({ n }));

it('fetches one token for fifty items', async () => {
	const result = await runCipp(getUser, {
		credential: credentialFor(sandbox.current),
		items: fifty,
	});

	expect(result.json).toHaveLength(50);
	expect(sandbox.current.tokenRequests).toHaveLength(1);
});

it('uses the token of an earlier run again', async () => {
	const tokens: StoredToken = {};
	const credential = credentialFor(sandbox.current);
	await runCipp(getUser, { credential, tokens, items: fifty.slice(0, 3) });
	await runCipp(getUser, { credential, tokens, items: fifty.slice(0, 3) });

	expect(sandbox.current.tokenRequests).toHaveLength(1);
});

it('fetches one fresh token when the stored one has expired, and loses no item', async () => {
	const tokens: StoredToken = {};
	const credential = credentialFor(sandbox.current);
	await runCipp(getUser, { credential, tokens, items: fifty.slice(0, 1) });
	sandbox.current.expireTokens();

	const result = await runCipp(getUser, { credential, tokens, items: fifty });

	expect(result.json).toHaveLength(50);
	expect(sandbox.current.tokenRequests).toHaveLength(2);
});

it('has at most five requests under way', async () => {
	sandbox.current.faults.endpoint('ListUsers', { kind: 'slow', milliseconds: 20 });
	const begun = Date.now();
	await runCipp(getUser, { credential: credentialFor(sandbox.current), items: fifty });

	// Fifty items, five at a time, twenty milliseconds each: more at once would be quicker.
	expect(Date.now() - begun).toBeGreaterThanOrEqual(200);
});

describe('an address that gives tokens', () => {
	const closing: Array<() => void> = [];
	afterEach(() => closing.splice(0).forEach((close) => close()));

	/** Stands before the sandbox's and refuses the first so many requests with this status. */
	async function refusing(times: number, status: number) {
		let asked = 0;
		const server = createServer(async (request, response) => {
			const chunks: Buffer[] = [];
			for await (const chunk of request) chunks.push(chunk as Buffer);
			asked += 1;
			if (asked <= times) return void response.writeHead(status).end('<h1>Busy</h1>');
			const given = await fetch(sandbox.current.tokenUrl, {
				method: 'POST',
				headers: { 'content-type': 'application/x-www-form-urlencoded' },
				body: Buffer.concat(chunks),
			});
			response.writeHead(given.status, { 'content-type': 'application/json' });
			response.end(await given.text());
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		closing.push(() => server.close());
		const tokenUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`;
		return { credential: credentialFor(sandbox.current, { tokenUrl }), asked: () => asked };
	}

	const disable = {
		resource: 'user',
		operation: 'disable',
		tenantDomain: 'contoso.example',
		userEmail: 'megan.bowen@contoso.example',
	};

	it.each([429, 503])('is asked again after status %d, also for a change', async (status) => {
		const { credential, asked } = await refusing(1, status);
		const result = await runCipp(disable, { credential });

		expect(result.json).toMatchObject([{ status: 'succeeded' }]);
		expect(asked()).toBe(2);
	});

	it('is asked again when a token is renewed', async () => {
		const { credential, asked } = await refusing(0, 503);
		const tokens: StoredToken = {};
		await runCipp(getUser, { credential, tokens });
		sandbox.current.expireTokens();
		const busy = await refusing(1, 503);
		const result = await runCipp(disable, { credential: busy.credential, tokens });

		expect(result.json).toMatchObject([{ status: 'succeeded' }]);
		expect([asked(), busy.asked()]).toEqual([1, 2]);
	});

	it('that stays busy is named, and not the credential', async () => {
		const { credential } = await refusing(9, 429);
		const result = await runCipp(disable, { credential });

		expect(result.error?.message).toMatch(/gives tokens is too busy \(status 429\)/);
		expect(result.error?.description).toBe('Try again in a minute.');
		expect(sandbox.current.requests).toEqual([]);
	}, 60_000);
});

it('sends the client ID without the blanks that came along when it was copied', async () => {
	const { clientId } = sandbox.current;
	const credential = credentialFor(sandbox.current, { applicationId: ` ${clientId}\n` });
	const result = await runCipp(getUser, { credential });

	expect(result.status).toBe('success');
});
