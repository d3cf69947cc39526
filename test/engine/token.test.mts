import { expect, it } from 'vitest';
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
