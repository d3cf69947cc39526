import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { nodeResources } from '../../operations/index.ts';
import { inSentences, type Operation } from '../../operations/vocabulary/index.ts';
import { sampleParameters } from '../../test/contract/sample.mts';
import type { Execution } from '../n8n/n8n-workflows.mjs';
import { useRealN8n } from './real-n8n.mts';

// Forty secrets in what CIPP answers, in good and in bad weather: none is in n8n's database, files and log
// but the one that is switched on.

const bench = useRealN8n();

const wanted = 'Cnry-wanted-Q7zx';
let planted = 0;
const canary = (): string => `Cnry-${(planted += 1)}-Q7zx`;

/** Two secrets in each answer. */
const nodes: Array<[node: string, resource: string, operation: string, status?: number]> = [
	['cipp', 'user', 'create'],
	['cipp', 'user', 'createTemporaryAccessPass'],
	['cipp', 'jitAdmin', 'create'],
	['cipp', 'scheduledTask', 'getMany'],
	['cipp', 'user', 'getMany', 500],
	['cipp', 'user', 'disable', 400],
	['cipp', 'group', 'getMany'],
	['cippUsers', 'userImport', 'create'],
	['cippUsers', 'userTemplate', 'getMany'],
	['cippDevices', 'device', 'getLocalAdminPassword'],
	['cippDevices', 'recoveryKey', 'getBitLocker'],
	['cippDevices', 'enrollmentProfile', 'getApple'],
	['cippSecurity', 'application', 'addSecret'],
	['cippAdministration', 'apiClient', 'create'],
	['cippAdministration', 'instance', 'testApi'],
	['cippAdministration', 'backup', 'get'],
	['cippTenants', 'tenantVariable', 'getMany'],
	['cippExtensions', 'extension', 'getConfiguration'],
	['cippSettings', 'notificationConfiguration', 'get'],
	['cippSettings', 'logConfiguration', 'createLink'],
];

const operationOf = (node: string, resource: string, name: string): Operation =>
	nodeResources[node as keyof typeof nodeResources].find(({ value }) => value === resource)!.operations[name];

function answerOf(operation: Operation, status: number): object {
	const [one, other] = [canary(), canary()];
	const row: Record<string, unknown> = { id: 'stays', password: one };
	const [path] = [...(operation.secret ?? []), ...(operation.withheld ?? [])].filter((each) => !inSentences.includes(each));
	if (path) put(row, path.replace(/^Results\[\]\.?/, '').split('.'), other);
	else row.Results = [{ copyField: other, resultText: `New password: ${other}` }];
	if (status >= 300) return { Results: { resultText: `It failed after ${one}`, copyField: one, state: 'error' }, password: other };
	if (operation.answer.kind !== 'outcome') return { Results: [row] };
	return {
		Results: [
			{ resultText: `Successfully made it, with ${one}`, copyField: one, state: 'success' },
			`The new password is ${other}`,
		],
	};
}

function put(target: Record<string, unknown>, [name, ...rest]: string[], value: unknown): void {
	const inner: Record<string, unknown> = {};
	target[name] = rest.length === 0 ? value : inner;
	if (rest.length > 0) put(inner, rest, value);
}

function cippNode(node: string, resource: string, operation: string, more: object, index: number) {
	return {
		id: `n${index}`,
		name: `${index} ${resource} ${operation}`,
		type: `n8n-nodes-cipp.${node}`,
		typeVersion: 1,
		position: [200, index * 100],
		parameters: { resource, operation, ...sampleParameters(operationOf(node, resource, operation), 'required'), lookAfterwards: false, ...more },
		credentials: { cippOAuth2Api: { id: null, name: 'CIPP' } },
		onError: 'continueRegularOutput',
	};
}

let execution: Execution;
const last = nodes.length;

beforeAll(async () => {
	for (const [node, resource, name, status = 200] of nodes) {
		const operation = operationOf(node, resource, name);
		bench.sandbox.faults.endpoint(operation.endpoint, { status, body: answerOf(operation, status) });
	}
	bench.sandbox.faults.endpoint('ExecResetPass', {
		status: 200,
		body: { Results: { resultText: `The new password is ${wanted}`, copyField: wanted, state: 'success' } },
	});
	await bench.n8n.importCredential({ name: 'CIPP', type: 'cippOAuth2Api', data: bench.data });
	const cipp = [
		...nodes.map(([node, resource, operation], index) => cippNode(node, resource, operation, {}, index)),
		cippNode('cipp', 'user', 'resetPassword', { outputSecret: true }, last),
	];
	const start = { id: 's', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} };
	const id = await bench.n8n.importWorkflow({
		name: 'Canaries',
		nodes: [start, ...cipp],
		connections: { Start: { main: [cipp.map(({ name }) => ({ node: name, type: 'main', index: 0 }))] } },
	} as never);
	execution = await bench.n8n.run(id);
}, 240_000);

/** n8n's database, its journal, and whatever else it keeps. */
function filesIn(folder: string): string[] {
	return readdirSync(folder).flatMap((name) => {
		const path = join(folder, name);
		if (name === 'node_modules') return [];
		return statSync(path).isDirectory() ? filesIn(path) : [path];
	});
}

it('plants forty, and every node gave an answer', () => {
	expect(planted).toBe(40);
	expect(execution.status).toBe('success');
	for (const [index, [, resource, operation]] of nodes.entries()) {
		expect(execution.itemsOf(`${index} ${resource} ${operation}`), `${resource} ${operation}`).not.toEqual([]);
	}
	const asked = new Set(bench.sandbox.requests.map(({ endpoint }) => endpoint));
	const unasked = nodes.filter(([node, resource, name]) => !asked.has(operationOf(node, resource, name).endpoint));
	expect(unasked).toEqual([]);
});

it('gives out the one that is switched on, under secret', () => {
	expect(execution.itemsOf(`${last} user resetPassword`)).toMatchObject([
		{ secret: wanted, messages: [{ text: 'The new password is [hidden]' }] },
	]);
});

it('keeps none of the forty in the execution, the database, the files or the log', async () => {
	const files = filesIn(bench.n8n.folder);
	expect(files.some((path) => path.endsWith('database.sqlite'))).toBe(true);
	const kept = [
		JSON.stringify(execution.data),
		...files.map((path) => readFileSync(path, 'latin1')),
		bench.n8n.output(),
	];
	const found = kept.flatMap((text) => [...text.matchAll(/Cnry-\d+-Q7zx/g)].map(([one]) => one));

	expect([...new Set(found)]).toEqual([]);
	expect(kept.some((text) => text.includes(wanted))).toBe(true);
});
