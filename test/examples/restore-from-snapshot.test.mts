import { expect, it } from 'vitest';
import type { RestorePlan, RestoreResult } from '../../offboarding/restore/shape';
import { runOffboarding, writes } from '../cipp-offboarding/offboarding-node.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';
import { runExample, uploaded, type ExampleRun } from './example.mts';

const sandbox = useSandbox();
const grady = 'grady.archie@contoso.example';
const file = 'restore-from-snapshot.json';

async function takenSnapshot(): Promise<string> {
	const trigger = { json: { tenant: 'contoso.example', user: grady } };
	const { fileOf, itemsOf } = await runExample(sandbox.current, file, 'Keep a Snapshot', {
		trigger,
	});
	expect(itemsOf('Snapshot File')[0].binary?.data.fileName).toBe(`snapshot-${grady}.json`);
	return fileOf('Snapshot File', 'data');
}

async function offboarded(): Promise<void> {
	const parameters = { userEmail: grady, when: 'now', options: { profile: 'standard' } };
	const { status } = await runOffboarding(sandbox.current, 'start', parameters);
	expect(status).toBe('success');
	sandbox.current.requests.length = 0;
}

const bringBack = async (snapshot: string, approves = true): Promise<ExampleRun> =>
	await runExample(sandbox.current, file, 'Bring Back', {
		trigger: uploaded('snapshot', snapshot),
		approves,
	});

it('brings back what the snapshot shows, after someone has seen what that is', async () => {
	const before = sandbox.current.tenants.describeUser(grady)!;
	const snapshot = await takenSnapshot();
	await offboarded();
	expect(sandbox.current.tenants.describeUser(grady)).toMatchObject({
		accountEnabled: false,
		groups: [],
	});
	const { error, jsonOf, emails } = await bringBack(snapshot);

	expect(error).toBeUndefined();
	const [plan] = jsonOf('Preview Restore') as unknown as RestorePlan[];
	expect(emails[0].subject).toBe('Bring back Grady Archie?');
	for (const { what } of [...plan.steps, ...plan.cannot]) expect(emails[0].message).toContain(what);
	const [result] = jsonOf('Restore Access') as unknown as RestoreResult[];
	expect(result.status).toBe('succeeded');
	expect(result.steps.map(({ what }) => what)).toEqual(plan.steps.map(({ what }) => what));
	const after = sandbox.current.tenants.describeUser(grady)!;
	expect(after.accountEnabled).toBe(true);
	for (const part of ['groups', 'licenses'] as const) {
		expect(JSON.stringify(after[part])).toBe(JSON.stringify(before[part]));
	}
});

it('changes nothing before the approval, nor when it is declined', async () => {
	const snapshot = await takenSnapshot();
	await offboarded();
	const { jsonOf } = await bringBack(snapshot, false);

	expect(jsonOf('Declined')).toHaveLength(1);
	expect(writes(sandbox.current)).toEqual([]);
});

it('refuses a file that is no snapshot', async () => {
	const { error } = await bringBack('{"name":"holiday plans"}');

	expect(error?.message).toContain('is no snapshot');
	expect(writes(sandbox.current)).toEqual([]);
});
