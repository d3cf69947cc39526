import type { IDataObject } from 'n8n-workflow';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OffboardingTask } from '../../../offboarding/run/tasks';
import { megan, useSandbox } from '../../offboard-user/offboarding.mts';
import { reportOf, runOffboarding, writes } from '../offboarding-node.mts';

const sandbox = useSandbox();
const run = async (operation: string, parameters: IDataObject, options = {}) =>
	await runOffboarding(sandbox.current, operation, parameters, options);
const start = async (parameters: IDataObject) =>
	await run('start', {
		userEmail: megan,
		DisableSignIn: true,
		completion: 'queued',
		...parameters,
	});
const at = async (startAt: string, timeZone: string, more: IDataObject = {}) =>
	await start({ when: 'at', startAt, timeZone, ...more });
const sentDates = () =>
	sandbox.current.requests
		.filter(({ endpoint }) => endpoint === 'ExecOffboardUser')
		.map(({ body }) => ((body as IDataObject).Scheduled as IDataObject).date);

afterEach(() => {
	vi.useRealTimers();
});

describe('an exact time', () => {
	it('pain 39: Friday at five is shown here and in UTC, and CIPP begins no earlier', async () => {
		sandbox.current.clock.speed = 0;
		const friday = new Date(sandbox.current.clock.now().getTime() + 20 * 86_400_000);
		friday.setUTCHours(17, 0, 0, 0);
		const wall = friday.toISOString().slice(0, 16);
		const report = reportOf(await at(wall, 'UTC'));

		expect(report.when).toMatchObject({
			requested: friday.toISOString(),
			local: `${wall.replace('T', ' ')} (UTC)`,
			expectedStart: friday.toISOString(),
		});
		const until = friday.getTime() - sandbox.current.clock.now().getTime();
		sandbox.current.clock.advance(until - 60_000);
		expect(sandbox.current.tenants.user(megan).accountEnabled).toBe(true);
		sandbox.current.clock.advance(3_600_000);
		expect(sandbox.current.tenants.user(megan).accountEnabled).toBe(false);
	});

	it('pain 39: a time between the quarters is said to begin at the next one', async () => {
		const { when } = reportOf(await at('2099-01-30T17:01', 'America/New_York'));

		expect(when).toMatchObject({
			local: '2099-01-30 17:01 (America/New_York)',
			expectedStartLocal: '2099-01-30 17:15 (America/New_York)',
			expectedStart: '2099-01-30T22:15:00.000Z',
		});
	});
});

describe('time zones', () => {
	it('pain 40: six in the morning is another moment in each zone, sent in seconds', async () => {
		await at('2099-01-31T06:00', 'America/Los_Angeles');
		await at('2099-01-31T06:00', 'Europe/Berlin', { options: { besideOthers: true } });

		expect(sentDates()).toEqual([
			Date.parse('2099-01-31T14:00:00Z') / 1_000,
			Date.parse('2099-01-31T05:00:00Z') / 1_000,
		]);
	});

	it('pain 40: an hour that comes twice is settled and said, one that never comes is refused', async () => {
		const twice = reportOf(await at('2099-10-25T02:30', 'Europe/Berlin'));
		const never = await at('2099-03-29T02:30', 'Europe/Berlin');

		expect(twice.when?.requested).toBe('2099-10-25T00:30:00.000Z');
		expect(twice.warnings).toContain(
			'Clocks go back, so this time comes twice. The first is meant: 2099-10-25T00:30:00.000Z.',
		);
		expect(never.error?.message).toContain('clocks go forward past it');
		expect(sentDates()).toHaveLength(1);
	});

	it.each([
		['milliseconds', '4073558700000', '"4073558700000" is no date and time'],
		['times that are over', '2020-01-31T17:00', 'is in the past, and CIPP would start at once'],
	])('pain 40: %s are refused before anything is sent', async (_what, startAt, message) => {
		const result = await at(startAt, 'Europe/Berlin');

		expect(result.error?.message).toContain(message);
		expect(writes(sandbox.current)).toEqual([]);
	});

	it('pain 40: a zone that does not exist is refused', async () => {
		const result = await at('2099-01-31T17:00', 'Europe/Atlantis');

		expect(result.error?.message).toContain('"Europe/Atlantis" is no time zone');
	});
});

describe('at once by accident', () => {
	it('pain 41: nothing begins while nobody has said when', async () => {
		const result = await start({ when: '' });

		expect(result.error?.message).toContain('"When" is not chosen');
		expect(writes(sandbox.current)).toEqual([]);
	});

	it.each([
		['Now beside a time', { when: 'now', startAt: '2099-01-31T17:00' }],
		['a choice of time without a time', { when: 'at', startAt: '' }],
	])('pain 41: %s is a question back, not a start', async (_what, parameters) => {
		const result = await start(parameters);

		expect(result.status).toBe('error');
		expect(result.error?.message).toContain('Start At');
		expect(writes(sandbox.current)).toEqual([]);
	});
});

describe('what a task is up to', () => {
	it('pain 42: late is told from waiting, in minutes, whatever word CIPP has for both', async () => {
		sandbox.current.clock.speed = 0;
		await start({ when: 'now' });
		await at('2099-01-31T17:00', 'UTC', { options: { besideOthers: true } });
		const clock = vi.useFakeTimers({ toFake: ['Date'], now: sandbox.current.clock.now() });
		const list = async () => {
			const { json } = await run('getMany', {});
			return json as unknown as OffboardingTask[];
		};
		const [later, now] = await list();
		expect([later.state, now.state]).toEqual(['Planned', 'Planned']);
		expect(later).toMatchObject({ phase: 'waiting for its time', overdueBy: 0 });
		expect(now).toMatchObject({ phase: 'queued', overdueBy: 0, isStalled: false });

		clock.setSystemTime(Date.parse(now.expectedStart!) + 46 * 60_000);
		const [still, late] = await list();

		expect(still).toMatchObject({ phase: 'waiting for its time', overdueBy: 0 });
		expect(late).toMatchObject({
			state: 'Planned',
			phase: 'stuck',
			overdueBy: 41,
			isStalled: true,
		});
		expect(late.advice).toContain('CIPP does not go on with it');
	});
});
