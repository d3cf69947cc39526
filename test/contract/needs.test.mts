import type { IDataObject } from 'n8n-workflow';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../programs/dependencies.mjs';
import { credentialFor, runCipp, type EngineResult } from '../engine/engine.mts';
import { everyStep, megan, useSandbox } from '../offboard-user/offboarding.mts';
import { declared } from './declared.mts';
import { facts, factsOf } from './facts.mts';

const sandbox = useSandbox();

/** Operations that say themselves what they call, because no endpoint says it. */
const own = declared.flatMap((entry) => {
	const { needs } = entry.operation;
	return needs ? [{ ...entry, needs }] : [];
});
type Own = (typeof own)[number];
const calls = own.flatMap(({ title, operation, needs }) =>
	needs.flatMap(({ role, endpoints }) =>
		endpoints.map((endpoint) => ({ title, operation, role, endpoint })),
	),
);

/** Newer than the table, with the permission that CIPP's code gives it. */
const newer: Record<string, string> = { ListOffboardingProgress: 'Identity.User.Read' };

it.each(calls)('$title calls $endpoint with the permission that CIPP wants', (call) => {
	expect(call.role).toBe(newer[call.endpoint] ?? factsOf(call.endpoint).role);
});

it.each(calls.filter(({ endpoint }) => !(endpoint in newer)))(
	'$title calls $endpoint and does no more than it says',
	({ operation, endpoint }) => {
		if (operation.effect === 'read') expect(factsOf(endpoint).effect).toBe('read');
	},
);

it('every endpoint that the code names is said to be needed, and no other', () => {
	const sources = ['offboarding', 'cipp'].flatMap((room) =>
		readdirSync(join(projectRoot, room), { recursive: true, encoding: 'utf8' })
			// Tables of what CIPP has switched off, and of what has given up on a tenant; nothing there is called.
			.filter((name) => name.endsWith('.ts') && !tables.includes(name))
			.map((name) => readFileSync(join(projectRoot, room, name), 'utf8')),
	);
	const named = sources.flatMap((text) => [...text.matchAll(/'(\w+)'/g)].map(([, word]) => word));
	// Lists of CIPP's own queue stand behind pickers, not behind an offboarding.
	const called = named.filter((word) => word in facts || word in newer);
	const elsewhere = ['ListCippQueue'];

	expect([...new Set(called)].filter((name) => !elsewhere.includes(name)).sort()).toEqual(
		[...new Set(calls.map(({ endpoint }) => endpoint))].sort(),
	);
});

const tables = ['feature-flags.ts', 'tenants-given-up.ts'];

async function run(
	{ node, resource, name }: Own,
	parameters: IDataObject,
	items: IDataObject[] = [{}],
): Promise<EngineResult> {
	return await runCipp(
		{
			resource: resource.value,
			operation: name,
			tenantDomain: 'contoso.example',
			offboardOptions: { checkEvery: 0.05 },
			...parameters,
		},
		{
			credential: credentialFor(sandbox.current),
			items,
			node: { type: `n8n-nodes-cipp.${node}` },
		},
	);
}

const operation = (name: string): Own => own.find((entry) => entry.name === name)!;
const leaver = { userEmail: megan, when: 'now' };
const everything = {
	...leaver,
	...everyStep,
	options: { lockOutFirst: true, removeAdminRoles: true },
};
const start = async (parameters: IDataObject) =>
	(await run(operation('start'), { ...leaver, ...parameters })).json;
const later = async () =>
	await start({ when: 'at', startAt: '2099-01-31T17:00', completion: 'queued', HideFromGAL: true });
const taskId = async () => {
	const [{ task }] = await later();
	return { offboardingTaskId: (task as IDataObject).id };
};
/** CIPP stands still until someone waits. */
const queued = async () => {
	sandbox.current.clock.speed = 0;
	const items = await start({ HideFromGAL: true, RemoveGroups: true, completion: 'queued' });
	sandbox.current.clock.speed = 1_200;
	return items;
};
const undone = async () => {
	const items = await start({ DisableSignIn: true });
	sandbox.current.tenants.user(megan).accountEnabled = true;
	return items;
};

/** What each operation works on, got ready while everything is permitted. */
const ready: Record<string, () => Promise<[parameters: IDataObject, items?: IDataObject[]]>> = {
	offboardUser: async () => [{ userEmail: megan, ...everyStep }],
	plan: async () => [everything],
	start: async () => [everything],
	startPlan: async () => [
		{ options: { lockOutFirst: true } },
		(await run(operation('plan'), { ...leaver, DisableSignIn: true })).json,
	],
	wait: async () => [{ offboardOptions: { checkEvery: 0.05, giveUpAfter: 0.1 } }, await queued()],
	getMany: async () => [{}],
	get: async () => [await taskId()],
	cancel: async () => [await taskId()],
	runNow: async () => [await taskId()],
	verify: async () => [{}, await start(everyStep)],
	verifyUser: async () => [{ ...leaver, options: { evenIfNot: true }, DisableSignIn: true }],
	retry: async () => [{ options: { removeAdminRoles: true } }, await undone()],
	snapshot: async () => [leaver],
	planRestore: async () => [{ restoreTo: 'rehire' }, await start(everyStep)],
	restore: async () => [{ restoreTo: 'rehire' }, await start(everyStep)],
};

it.each(own)('$title calls nothing but what it says, and needs no more', async (entry) => {
	const [parameters, items] = await ready[entry.name]();
	sandbox.current.requests.length = 0;
	sandbox.current.client.permissions = entry.needs.map(({ role }) => role);

	await run(entry, parameters, items);

	const told = entry.needs.flatMap(({ endpoints }) => endpoints);
	const { requests } = sandbox.current;
	expect(requests.length).toBeGreaterThan(0);
	expect(requests.filter(({ endpoint }) => !told.includes(endpoint))).toEqual([]);
	expect(requests.filter(({ status }) => status === 403)).toEqual([]);
});

const withoutOne = own.flatMap((entry) =>
	entry.needs
		.filter(({ role }) => !isCovered(role, entry))
		.map(({ role, only }) => ({ ...entry, role, only })),
);

/** A permission to write covers the one to read. */
function isCovered(role: string, { needs }: Own): boolean {
	return needs.some((other) => other.role === `${role}Write`);
}

it.each(withoutOne.filter(({ only }) => !only))(
	'$title does not work without $role',
	async (entry) => {
		const [parameters, items] = await ready[entry.name]();
		sandbox.current.client.permissions = entry.needs
			.map(({ role }) => role)
			.filter((role) => role !== entry.role);

		expect((await run(entry, parameters, items)).status).toBe('error');
	},
);

it('creates evidence without a single request', async () => {
	const evidence = declared.find(({ name }) => name === 'createEvidence') as Own;
	const items = await start({ DisableSignIn: true });
	sandbox.current.requests.length = 0;

	const result = await run(evidence, { caseId: 'HR-1' }, items);

	expect(result.status).toBe('success');
	expect(sandbox.current.requests).toEqual([]);
});
