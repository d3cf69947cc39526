import { describe, expect, it } from 'vitest';
import type { Clock } from '../../cipp/request';
import { reportOn } from '../../offboarding/after/report';
import { usualFollowing } from '../../offboarding/run/follow';
import type { Leaver } from '../../offboarding/run/leaver';
import { prepareStart } from '../../offboarding/run/prepare';
import { startAll } from '../../offboarding/run/start';
import { runTaskNow } from '../../offboarding/run/tasks';
import { pauseBeforeLook, waitInPlace } from '../../offboarding/run/wait';
import { connect, megan, type Connection } from './sandbox-send.mts';
import { anyNumber } from './started.mts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const options = { ...usualFollowing, limitMilliseconds: hour, intervalMilliseconds: null };

async function ordered(cipp: Connection, later: number): Promise<Leaver[]> {
	const start = new Date(cipp.clock.now().getTime() + later).toISOString();
	const wish = {
		item: 0,
		tenant: cipp.tenant(),
		users: [megan],
		options: { DisableSignIn: true },
		reference: 'R',
		when:
			later > 0 ? { kind: 'at' as const, local: start, timeZone: 'UTC' } : { kind: 'now' as const },
	};
	const ready = await prepareStart(wish, cipp.send, cipp.clock);
	return await startAll(ready, anyNumber, cipp.send, cipp.clock);
}

/** Waits for the end. What happens meanwhile happens at the first pause after its time; longest pause and time passed. */
async function waited(
	cipp: Connection,
	leavers: Leaver[],
	after = Infinity,
	happens: () => Promise<void> = async () => {},
): Promise<{ passed: number; longest: number }> {
	const begun = cipp.clock.now().getTime();
	let longest = 0;
	let isOpen = true;
	const clock: Clock = {
		now: () => cipp.clock.now(),
		sleep: async (pause) => {
			longest = Math.max(longest, pause);
			await cipp.clock.sleep(pause);
			if (!isOpen || cipp.clock.now().getTime() - begun < after) return;
			isOpen = false;
			await happens();
		},
	};
	await waitInPlace(leavers, cipp.send, clock, options, Infinity);
	return { passed: cipp.clock.now().getTime() - begun, longest };
}

const taskOf = (cipp: Connection) => {
	const task = cipp.sandbox.tenants.tasks().find(({ name }) => name === `Offboarding: ${megan}`);
	if (!task) throw new Error('There is no task');
	return task;
};

describe('the wait never sleeps past what it waits for', () => {
	it('now: it ends within seconds of the end of the job', async () => {
		const cipp = await connect();
		const leavers = await ordered(cipp, 0);
		const { passed } = await waited(cipp, leavers);
		expect(reportOn(leavers[0]).status).toBe('succeeded');
		expect(passed).toBeLessThan(15 * minute);
	});

	it('scheduled: it looks rarely until the time comes, and ends soon after it', async () => {
		const cipp = await connect();
		const leavers = await ordered(cipp, 2 * hour);
		const { passed, longest } = await waited(cipp, leavers);
		expect(reportOn(leavers[0]).status).toBe('succeeded');
		expect(passed).toBeGreaterThan(2 * hour);
		expect(passed).toBeLessThan(3 * hour);
		expect(longest).toBeLessThanOrEqual(15 * minute);
	});

	it('run now: what was begun before its time is found within a quarter of an hour', async () => {
		const cipp = await connect();
		const leavers = await ordered(cipp, 3 * day);
		const { passed } = await waited(cipp, leavers, hour, async () => {
			await runTaskNow(taskOf(cipp).rowKey, cipp.send, cipp.clock);
		});
		expect(reportOn(leavers[0]).status).toBe('succeeded');
		expect(passed).toBeLessThan(2 * hour);
	});

	it('run now before the first look: it does not wait at all', async () => {
		const cipp = await connect();
		const leavers = await ordered(cipp, 3 * day);
		await runTaskNow(taskOf(cipp).rowKey, cipp.send, cipp.clock);
		const { passed } = await waited(cipp, leavers);
		expect(reportOn(leavers[0]).status).toBe('succeeded');
		expect(passed).toBeLessThan(15 * minute);
	});

	it('rescheduled: it waits for the time that the task has now', async () => {
		const cipp = await connect();
		const leavers = await ordered(cipp, 2 * hour);
		const later = cipp.clock.now().getTime() + 10 * hour;
		const { passed } = await waited(cipp, leavers, hour, async () => {
			taskOf(cipp).scheduledTime = later / 1_000;
		});
		expect(reportOn(leavers[0]).status).toBe('succeeded');
		expect(passed).toBeGreaterThan(9 * hour);
		expect(passed).toBeLessThan(11 * hour);
	});

	it('stuck: it gives up an hour after the time, and says so', async () => {
		const cipp = await connect();
		cipp.sandbox.faults.step('DisableSignIn', 'hangs');
		const leavers = await ordered(cipp, 3 * hour);
		const { passed } = await waited(cipp, leavers);
		const report = reportOn(leavers[0]);
		expect(report).toMatchObject({ status: 'unknown' });
		expect(report.summary).toContain('has not ended the offboarding');
		expect(passed).toBeLessThan(5 * hour);
	});
});

it('only a task that is Planned is waited for', async () => {
	const cipp = await connect();
	const [leaver] = await ordered(cipp, 3 * day);
	const task = {
		id: '1',
		name: `Offboarding: ${megan}`,
		state: 'Planned',
		reference: 'R',
		scheduledFor: new Date(cipp.clock.now().getTime() + 3 * day).toISOString(),
		executed: null,
		said: [],
	};
	const pauses = ['Planned', 'Pending', 'Running', 'Processing'].map((state) => {
		leaver.task = { ...task, state };
		return pauseBeforeLook([leaver], cipp.clock.now(), options, 0);
	});
	expect(pauses).toEqual([15 * minute, 1_000, 1_000, 1_000]);
});
