import { beforeEach, describe, expect, it } from 'vitest';
import { timingOf } from '../../offboarding/run/task-state';
import {
	cancelTask,
	getOffboardingTask,
	listOffboardingTasks,
	runTaskNow,
	type OffboardingTask,
	type TaskFilter,
} from '../../offboarding/run/tasks';
import { adele, changesIn, connect, megan, type Connection } from './sandbox-send.mts';
import { InvalidOrder } from '../../offboarding/invalid-order';

let cipp: Connection;
beforeEach(async () => {
	cipp = await connect();
});

async function start(user: string, more: Record<string, unknown> = {}): Promise<string> {
	await cipp.send({
		method: 'POST',
		endpoint: 'ExecOffboardUser',
		body: {
			tenantFilter: 'contoso.example',
			user: [{ value: user }],
			DisableSignIn: true,
			...more,
		},
	});
	return cipp.sandbox.tenants.task(`Offboarding: ${user}`)!.rowKey;
}
const later = (iso: string) => ({
	Scheduled: { enabled: true, date: Date.parse(iso) / 1_000 },
});
const advance = (minutes: number) => cipp.sandbox.clock.advance(minutes * 60_000);
const get = async (id: string) => await getOffboardingTask(id, cipp.send, cipp.clock);
const list = async (filter: TaskFilter = {}) =>
	await listOffboardingTasks(filter, cipp.send, cipp.clock);
const cancel = async (id: string) => await cancelTask(id, cipp.send, cipp.clock);
const run = async (id: string) => await runTaskNow(id, cipp.send, cipp.clock);

describe('a task', () => {
	it('waits for its time, runs and finishes', async () => {
		const id = await start(megan, { ...later('2025-03-03T09:31:00Z'), reference: 'CASE-7' });
		expect(await get(id)).toMatchObject({
			phase: 'waiting for its time',
			state: 'Planned',
			user: megan,
			tenant: 'contoso.example',
			reference: 'CASE-7',
			scheduledFor: '2025-03-03T09:31:00.000Z',
			expectedStart: '2025-03-03T09:45:00.000Z',
			overdueBy: 0,
			isStalled: false,
			said: [],
			advice: '',
		});
		advance(30);
		// Its time has come, and CIPP looks at the clock every quarter of an hour.
		expect(await get(id)).toMatchObject({ phase: 'queued', overdueBy: 0, isStalled: false });
		cipp.sandbox.clock.advance(13 * 60_000 + 3_000);
		expect(await get(id)).toMatchObject({ phase: 'running', isStalled: false });
		advance(2);
		expect(await get(id)).toMatchObject({
			phase: 'finished',
			said: [`Successfully set account enabled state to False for ${megan}`],
			advice: expect.stringContaining('verify'),
		});
	});

	it('that hangs is called stalled and stuck hours before CIPP begins it again', async () => {
		cipp.sandbox.faults.step('DisableSignIn', 'hangs', { user: megan });
		const id = await start(megan);
		advance(5);
		expect(await get(id)).toMatchObject({ phase: 'running', isStalled: false, overdueBy: 0 });
		advance(27);
		expect(await get(id)).toMatchObject({
			phase: 'running',
			isStalled: true,
			overdueBy: 1,
			rerunsAt: '2025-03-03T13:02:05.000Z',
			advice: expect.stringContaining('every step twice'),
		});
		advance(30);
		expect(await get(id)).toMatchObject({ phase: 'stuck', overdueBy: 31 });
	});

	it('that could not start is called that', async () => {
		await cipp.send({
			method: 'POST',
			endpoint: 'ExecOffboardUser',
			body: {
				tenantFilter: 'contoso.example',
				user: ['nobody@contoso.example'],
				ResetPass: true,
			},
		});
		advance(2);
		const [task] = cipp.sandbox.tenants.tasks();
		expect(await get(task.rowKey)).toMatchObject({
			phase: 'could not start',
			said: [expect.stringContaining('Task Failed')],
			advice: expect.stringContaining('Nothing was done'),
		});
	});

	it('never shows the new password', async () => {
		const id = await start(megan, { ResetPass: true });
		advance(2);
		expect((await get(id)).said.join()).toContain('[hidden]');
	});

	it('has to exist and to be of an offboarding', async () => {
		await cipp.send({
			method: 'POST',
			endpoint: 'AddScheduledItem',
			body: {
				RowKey: 'other',
				Name: 'Other',
				Command: 'Set-CIPPOutOfOffice',
				TenantFilter: 'contoso.example',
			},
		});
		for (const id of ['', 'nothing', 'other']) {
			await expect(get(id)).rejects.toThrow(InvalidOrder);
			await expect(cancel(id)).rejects.toThrow(InvalidOrder);
			await expect(run(id)).rejects.toThrow(InvalidOrder);
		}
		expect(cipp.sandbox.tenants.tasks()).toHaveLength(1);
	});
});

describe('the list', () => {
	it('shows both kinds of all tenants with one call each', async () => {
		await start(megan, { RemoveLicenses: true });
		advance(2);
		await start(adele, later('2025-03-04T09:00:00Z'));
		await cipp.send({
			method: 'POST',
			endpoint: 'ExecOffboardUser',
			body: {
				tenantFilter: 'fabrikam.example',
				user: ['raul.razo@fabrikam.example'],
				ResetPass: true,
				...later('2025-03-05T09:00:00Z'),
			},
		});
		cipp.sent.length = 0;
		const names = (tasks: OffboardingTask[]) => tasks.map(({ name, phase }) => [name, phase]);
		expect(names(await list())).toEqual([
			['Offboarding: raul.razo@fabrikam.example', 'waiting for its time'],
			[`Offboarding: ${adele}`, 'waiting for its time'],
			[`Remove License: ${megan}`, 'queued'],
			[`Offboarding: ${megan}`, 'finished'],
		]);
		expect(cipp.sent).toHaveLength(2);
		expect(await list({ tenant: cipp.tenant() })).toHaveLength(3);
		expect(await list({ user: megan.toUpperCase() })).toHaveLength(2);
		expect(await list({ phases: ['finished'] })).toHaveLength(1);
		expect(await list({ kind: 'license removal' })).toHaveLength(1);
		expect(await list({ reference: 'none' })).toEqual([]);
	});
});

describe('cancelling', () => {
	it('takes a waiting task out, and nothing happens to the person', async () => {
		const id = await start(megan, later('2025-03-03T10:00:00Z'));
		expect(await cancel(id)).toMatchObject({ outcome: 'done', after: null, advice: '' });
		advance(120);
		expect(cipp.sandbox.tenants.user(megan).accountEnabled).toBe(true);
	});

	it('is not believed when the task is still there', async () => {
		const id = await start(megan, later('2025-03-03T10:00:00Z'));
		cipp.sandbox.faults.endpoint('RemoveScheduledItem', {
			status: 200,
			body: { Results: 'Task removed successfully.' },
		});
		expect(await cancel(id)).toMatchObject({ outcome: 'failed', after: { id } });
	});

	it('is done when the answer is lost and the task is gone', async () => {
		const id = await start(megan, later('2025-03-03T10:00:00Z'));
		cipp.sandbox.faults.endpoint('RemoveScheduledItem', { status: 502 }, { afterApplying: true });
		expect(await cancel(id)).toMatchObject({ outcome: 'done', after: null });
	});

	it('of a running task says that steps may go on', async () => {
		cipp.sandbox.faults.step('DisableSignIn', 'hangs', { user: megan });
		const id = await start(megan);
		advance(1);
		const result = await cancel(id);
		expect(result).toMatchObject({ outcome: 'done' });
		expect(result.message).toContain('may go on');
		expect(result.advice).toContain('Verify');
	});

	it('of one that has ended is refused', async () => {
		const id = await start(megan);
		advance(2);
		await expect(cancel(id)).rejects.toThrow(/has ended/);
		expect(cipp.sandbox.tenants.tasks()).toHaveLength(1);
	});
});

describe('running now', () => {
	it('starts what waits, keeps what it is, and sends nothing that would replace it', async () => {
		const id = await start(megan, { ...later('2025-03-09T10:00:00Z'), reference: 'CASE-7' });
		cipp.sent.length = 0;
		expect(await run(id)).toMatchObject({
			outcome: 'done',
			after: { id, reference: 'CASE-7', scheduledFor: '2025-03-03T09:02:00.000Z' },
		});
		expect(changesIn(cipp.sent).map(({ body }) => body)).toEqual([{ RowKey: id, RunNow: true }]);
		advance(2);
		expect(cipp.sandbox.tenants.user(megan).accountEnabled).toBe(false);
		expect(cipp.sandbox.tenants.tasks()).toHaveLength(1);
	});

	it('is not believed when the task does not move', async () => {
		const id = await start(megan, later('2025-03-09T10:00:00Z'));
		cipp.sandbox.faults.endpoint('AddScheduledItem', {
			status: 200,
			body: { Results: 'Task scheduled to run now' },
		});
		expect(await run(id)).toMatchObject({
			outcome: 'failed',
			after: { phase: 'waiting for its time' },
		});
	});

	it('tells what CIPP says when it cannot', async () => {
		const id = await start(megan, later('2025-03-09T10:00:00Z'));
		cipp.sandbox.faults.endpoint('AddScheduledItem', {
			status: 200,
			body: { Results: 'Could not run task: storage is down' },
		});
		const { message, outcome } = await run(id);
		expect(outcome).toBe('failed');
		expect(message).toContain('storage is down');
	});

	it('does nothing twice: what runs or has ended is refused', async () => {
		const id = await start(megan);
		cipp.sandbox.clock.advance(3_500);
		await expect(run(id)).rejects.toThrow(/run twice/);
		advance(2);
		await expect(run(id)).rejects.toThrow(/run again/);
		expect(changesIn(cipp.sent).map(({ endpoint }) => endpoint)).toEqual(['ExecOffboardUser']);
	});
});

describe('the timing of a task', () => {
	const at = (time: string) => `2025-03-03T${time}:00.000Z`;
	it.each([
		['Planned', at('10:00'), at('09:00'), at('10:14'), 'queued', 9, true],
		['Planned', at('10:01'), at('09:00'), at('10:19'), 'queued', 0, false],
		['Planned', at('10:01'), at('09:00'), at('10:25'), 'queued', 5, true],
		['Planned', at('10:01'), at('09:00'), at('10:51'), 'stuck', 31, true],
		['Pending', at('10:00'), at('10:15'), at('10:20'), 'queued', 0, false],
		['Pending', at('10:00'), at('10:15'), at('10:30'), 'queued', 5, true],
		['Pending', at('10:00'), at('10:15'), at('10:46'), 'stuck', 21, true],
		['Running', at('10:00'), at('10:15'), at('10:44'), 'running', 0, false],
		['Processing', at('10:00'), at('10:15'), at('11:16'), 'stuck', 31, true],
		['Failed - Planned', at('12:00'), at('09:00'), at('10:00'), 'waiting for its time', 0, false],
		['Completed', at('10:00'), at('09:00'), at('23:00'), 'finished', 0, false],
	])('%s since %s (written %s) at %s is %s', (state, scheduledFor, lastChange, now, ...wanted) => {
		const found = timingOf({ state, scheduledFor, lastChange }, new Date(now));
		expect([found.phase, found.overdueBy, found.isStalled]).toEqual(wanted);
	});
});
