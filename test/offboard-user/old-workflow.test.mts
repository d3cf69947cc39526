import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { INode } from 'n8n-workflow';
import { credentialFor, runNodes } from '../engine/engine.mts';
import { alex, megan, reportsOf, submissions, useSandbox } from './offboarding.mts';

const sandbox = useSandbox();

/** As a workflow of the older CIPP node has it, with only the node's type swapped: flat texts. */
const oldNode: INode = {
	id: 'old',
	name: 'Offboard User',
	type: 'n8n-nodes-cipp.cipp',
	typeVersion: 1,
	position: [200, 0],
	parameters: {
		resource: 'user',
		operation: 'offboardUser',
		tenantLabel: 'Contoso Ltd',
		tenantDomain: 'contoso.example',
		userName: 'Megan Bowen',
		userEmail: megan,
		forward: alex,
		KeepCopy: true,
		ConvertToShared: true,
		DisableSignIn: true,
		DeleteUser: false,
		RemoveLicenses: false,
		Scheduled: '',
		requestOptions: { batching: { batch: { batchSize: 1, batchInterval: 10 } }, timeout: 20000 },
	},
};

it('runs unchanged', async () => {
	const result = await runNodes(
		[oldNode],
		{ Start: { main: [[{ node: oldNode.name, type: 'main', index: 0 }]] } },
		{ credential: credentialFor(sandbox.current) },
	);

	expect(result.error).toBeUndefined();
	expect(reportsOf(result)[0].status).toBe('succeeded');
	expect(submissions(sandbox.current)[0].body).toEqual({
		tenantFilter: { value: 'contoso.example', label: 'Contoso Ltd' },
		user: [{ value: megan, label: 'Megan Bowen' }],
		forward: { value: alex, label: alex },
		KeepCopy: true,
		ConvertToShared: true,
		DisableSignIn: true,
		reference: expect.stringMatching(/^n8n-/),
	});
});

it('switches nothing on that the workflow does not name', async () => {
	const { parameters } = oldNode;
	const bare: INode = {
		...oldNode,
		parameters: {
			resource: parameters.resource,
			operation: parameters.operation,
			tenantDomain: parameters.tenantDomain,
			tenantLabel: parameters.tenantLabel,
			userEmail: parameters.userEmail,
			userName: parameters.userName,
		},
	};
	const result = await runNodes(
		[bare],
		{ Start: { main: [[{ node: bare.name, type: 'main', index: 0 }]] } },
		{ credential: credentialFor(sandbox.current) },
	);

	expect(result.error?.message).toMatch(/No offboarding step is selected/);
	expect(submissions(sandbox.current)).toEqual([]);
});

it('the example for newcomers ends with every step verified', async () => {
	const example = JSON.parse(await readFile('examples/offboard-a-user.json', 'utf8')) as {
		nodes: INode[];
	};
	const node = example.nodes.find(({ type }) => type === 'n8n-nodes-cipp.cipp')!;
	const result = await runNodes(
		[node],
		{ Start: { main: [[{ node: node.name, type: 'main', index: 0 }]] } },
		{ credential: credentialFor(sandbox.current) },
	);

	const [report] = reportsOf(result);
	expect(report.status).toBe('succeeded');
	expect(report.details.every(({ verified }) => verified === true)).toBe(true);
	expect(report.task?.reference).toBe('LEAVER-1042');
}, 60_000);
