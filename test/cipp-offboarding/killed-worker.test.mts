import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { IDataObject } from 'n8n-workflow';
import { credentialFor } from '../engine/engine.mts';
import { adele, megan, useSandbox } from '../offboard-user/offboarding.mts';
import { runOffboarding } from './offboarding-node.mts';

const sandbox = useSandbox();
const debra = 'debra.berger@fabrikam.example';

/** Three people in two tenants, as a list from HR would name them. */
const people = [
	{ tenant: 'contoso.example', user: megan },
	{ tenant: 'contoso.example', user: adele },
	{ tenant: 'fabrikam.example', user: debra },
];
const order: IDataObject = {
	resource: 'offboarding',
	operation: 'start',
	tenantDomain: '={{ $json.tenant }}',
	userEmail: '={{ $json.user }}',
	when: 'now',
	RemoveGroups: true,
	reference: 'TICKET-4711',
	options: { lockOutFirst: true },
	offboardOptions: { checkEvery: 0.05 },
};

/** Where a worker can die, as the request that it never gets an answer to. */
const points: Array<{ when: string; endpoint: string; afterApplying?: boolean; nth: number }> = [
	{ when: 'before the first is sent', endpoint: 'ListScheduledItems', nth: 1 },
	{ when: 'during a lock-out', endpoint: 'ExecResetPass', afterApplying: true, nth: 1 },
	{ when: 'after the first is sent', endpoint: 'ExecOffboardUser', afterApplying: true, nth: 1 },
	{ when: 'after the last is sent', endpoint: 'ExecOffboardUser', afterApplying: true, nth: 3 },
	{ when: 'while it waits', endpoint: 'ListScheduledItems', nth: 3 },
	{ when: 'while it verifies', endpoint: 'ListUserGroups', nth: 2 },
];

const workers: ChildProcess[] = [];
afterEach(() => {
	for (const worker of workers.splice(0)) worker.kill('SIGKILL');
});

function startWorker(): ChildProcess {
	const options = {
		credential: credentialFor(sandbox.current),
		items: people,
		node: { type: 'n8n-nodes-cipp.cippOffboarding' },
	};
	const job = JSON.stringify([order, options]);
	const worker = spawn(
		process.execPath,
		['--import', 'tsx', 'test/cipp-offboarding/worker.mts', job],
		{ env: { ...process.env, TSX_DISABLE_CACHE: '1' }, stdio: 'ignore' },
	);
	workers.push(worker);
	return worker;
}

describe('a worker that is killed', () => {
	it.each(points)('$when leaves nobody out and nobody twice', async (point) => {
		const { endpoint: silent, nth, afterApplying } = point;
		sandbox.current.faults.endpoint(
			silent,
			{ kind: 'silent' },
			{ skip: nth - 1, ...(afterApplying ? { afterApplying } : {}) },
		);
		const worker = startWorker();
		const reached = () =>
			sandbox.current.requests.filter(({ endpoint }) => endpoint === silent).length >= nth;
		await vi.waitUntil(() => reached() || worker.exitCode !== null, { timeout: 15_000 });
		expect(worker.exitCode, 'the worker has to be alive until it is killed').toBeNull();
		worker.kill('SIGKILL');
		await once(worker, 'exit');
		sandbox.current.faults.clear();

		const again = await runOffboarding(sandbox.current, 'start', order, { items: people });

		expect(again.error?.message).toBeUndefined();
		expect(
			again.json.map(({ user, status }) => [(user as IDataObject).userPrincipalName, status]),
		).toEqual(people.map(({ user }) => [user, 'succeeded']));
		const sent = sandbox.current.requests
			.filter(({ endpoint }) => endpoint === 'ExecOffboardUser')
			.flatMap(({ body }) => (body as { user: Array<{ value: string }> }).user);
		expect(sent.map(({ value }) => value).sort()).toEqual(people.map(({ user }) => user).sort());
	});
});
