import { expect, it } from 'vitest';
import { credentialFor, runCipp } from '../engine/engine.mts';
import { megan, submissions, useSandbox } from '../offboard-user/offboarding.mts';

const sandbox = useSandbox();
const asTool = { node: { type: 'n8n-nodes-cipp.cippTool' } };
const users = { resource: 'user', operation: 'getMany', tenantDomain: 'contoso.example' };
const offboarding = {
	resource: 'user',
	operation: 'offboardUser',
	tenantDomain: 'contoso.example',
	userEmail: megan,
	DisableSignIn: true,
};

it('reads, as a tool, without being allowed anything', async () => {
	const result = await runCipp(
		{ ...users, limit: 3 },
		{ ...asTool, credential: credentialFor(sandbox.current) },
	);

	expect(result.json).toHaveLength(3);
});

it.each([[undefined], ['read'], ['change']])(
	'does not offboard, as a tool that may %s',
	async (toolMay) => {
		const result = await runCipp(
			{ ...offboarding, ...(toolMay ? { toolMay } : {}) },
			{ ...asTool, credential: credentialFor(sandbox.current) },
		);

		expect(result.error?.message).toMatch(/not allowed to destroy/);
		expect(result.error?.description).toMatch(/tell the user/);
		expect(sandbox.current.requests).toEqual([]);
	},
);

it('offboards, as a tool, when the author lets it', async () => {
	const result = await runCipp(
		{ ...offboarding, toolMay: 'destroy', offboardOptions: { checkEvery: 0.1 } },
		{ ...asTool, credential: credentialFor(sandbox.current) },
	);

	expect(result.json).toMatchObject([{ status: 'succeeded' }]);
	expect(submissions(sandbox.current)).toHaveLength(1);
});

it('asks nobody for leave in an ordinary workflow', async () => {
	const result = await runCipp(
		{ ...offboarding, offboardOptions: { checkEvery: 0.1 } },
		{ credential: credentialFor(sandbox.current) },
	);

	expect(result.status).toBe('success');
});
