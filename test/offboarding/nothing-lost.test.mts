import { describe, expect, it } from 'vitest';
import { CippUnreachable } from '../../cipp/failure';
import { reportOn, type OffboardingReport } from '../../offboarding/after/report';
import { usualFollowing } from '../../offboarding/run/follow';
import { waitInPlace } from '../../offboarding/run/wait';
import { aboutTasks, lyingCipp } from './lying-cipp.mts';
import { adele, alex, changesIn, megan, type Connection } from './sandbox-send.mts';
import { started } from './started.mts';

const job = 'Invoke-CIPPOffboardingJob';
const licenses = 'Remove-CIPPLicense';

/** Starts people, waits as long as it takes, and reports on them. */
async function offboarded(
	cipp: Connection,
	users = [megan],
	options: object = { DisableSignIn: true },
	how = {},
): Promise<OffboardingReport[]> {
	const leavers = await started(cipp, { users, options, reference: 'CASE-1', how });
	await waitInPlace(leavers, cipp.send, cipp.clock, waiting, Infinity);
	return leavers.map(reportOn);
}

const waiting = { ...usualFollowing, limitMilliseconds: 3_600_000, intervalMilliseconds: 10_000 };

const sentTimes = ({ sent }: Connection): number =>
	sent.filter(({ endpoint }) => endpoint === 'ExecOffboardUser').length;

describe('an odd row among the tasks of a tenant', () => {
	const stranger = { RowKey: 'odd', Name: 'Odd', Command: job, TaskState: 'Completed' };
	const other = { ...stranger, RowKey: 'other', Results: 'Done' };
	const deep = JSON.parse(`${'['.repeat(20_000)}"deep"${']'.repeat(20_000)}`) as unknown;
	it.each<[string, unknown]>([
		['an empty object', { ...stranger, Results: '{}' }],
		['a list of messages', { ...stranger, Results: '[{"Message":"odd"}]' }],
		['a state and nothing else', { ...stranger, Results: '[{"state":"success"}]' }],
		['an object that is no text', { ...stranger, Results: { Results: { Results: {} } } }],
		['arrays without end', { ...stranger, Results: deep }],
		[
			'arrays without end, as text',
			{ ...stranger, Results: JSON.stringify([[[[[[[[[[[[1]]]]]]]]]]]]) },
		],
		['texts that hold texts', { ...stranger, Results: JSON.stringify(JSON.stringify('{}')) }],
		['nothing at all', {}],
		['null', null],
		['no name and no time', { Results: 5, ScheduledTime: {}, ExecutedTime: [], TaskState: null }],
	])('with %s as its results loses nobody', async (_name, row) => {
		const cipp = await lyingCipp(aboutTasks(job, (rows) => [row, other, ...rows]));

		const [report] = await offboarded(cipp);

		expect(report).toMatchObject({ status: 'succeeded', task: { state: 'Completed' } });
	});

	it('is in nobody’s way when it turns up after sending', async () => {
		const odd = { ...stranger, Results: '{}' };
		const cipp = await lyingCipp(aboutTasks(job, (rows, nth) => (nth > 2 ? [odd, ...rows] : rows)));

		const reports = await offboarded(cipp, [megan, adele]);

		expect(reports.map(({ status }) => status)).toEqual(['succeeded', 'succeeded']);
	});

	it('of the person is shown as text', async () => {
		const cipp = await lyingCipp(
			aboutTasks(job, (rows) =>
				rows.map((row) => ({ ...(row as object), Results: '[{"state":"success"}]' })),
			),
		);
		const [report] = await offboarded(cipp);
		expect(report.otherMessages).toContain('{"state":"success"}');
		expect(report.status).not.toBe('succeeded');
	});
});

describe('a look that fails in the middle of a wait', () => {
	it.each<[string, unknown]>([
		[
			'a placeholder for data that are still collected',
			[{ Waiting: 'Still loading data for contoso. Please check back in 1 minute' }],
		],
		['a queued answer', { Results: [], Metadata: { Queued: true, QueueMessage: 'Loading data' } }],
		['a text', 'odd'],
		['a list of lists', [[{}]]],
	])('with %s is tried again', async (_name, body) => {
		const cipp = await lyingCipp(aboutTasks(job, (rows, nth) => (nth === 3 ? body : rows)));

		const [report] = await offboarded(cipp);

		expect(report.status).toBe('succeeded');
		expect(sentTimes(cipp)).toBe(1);
	});

	it('and in all others after it is told in the report', async () => {
		const loading = [{ Waiting: 'Still loading data for contoso. Please check back in 1 minute' }];
		const cipp = await lyingCipp(aboutTasks(job, (rows, nth) => (nth > 2 ? loading : rows)));

		const [report] = await offboarded(cipp);

		expect(report.status).not.toBe('succeeded');
		expect(report.summary).toContain('still collecting');
	});

	it('in a way that nobody foresaw loses nobody', async () => {
		const cipp = await lyingCipp(
			aboutTasks(job, (rows, nth) => {
				if (nth === 3) throw new TypeError('Cannot read properties of undefined');
				return rows;
			}),
		);
		expect((await offboarded(cipp, [megan, adele])).map(({ status }) => status)).toEqual([
			'succeeded',
			'succeeded',
		]);
	});

	it('while reading the tenant, in a way that nobody foresaw, is a failed reading', async () => {
		const cipp = await lyingCipp((request, answer) => {
			if (request.endpoint === 'ListUserGroups') throw new TypeError('Cannot read properties');
			return answer;
		});
		const [report] = await offboarded(cipp, [megan], { RemoveGroups: true });
		expect(report.status).not.toBe('succeeded');
		expect(report.details[0]).toMatchObject({ verified: null });
	});
});

describe('task lists that come back empty', () => {
	it('five times in all, never twice in a row, hide nothing', async () => {
		const cipp = await lyingCipp(
			aboutTasks(job, (rows, nth) => (nth > 2 && nth % 2 === 1 ? [] : rows)),
			{ stepSeconds: 30 },
		);
		const [report] = await offboarded(cipp, [megan], {
			DisableSignIn: true,
			RevokeSessions: true,
			ResetPass: true,
			HideFromGAL: true,
		});
		expect(report.status).toBe('succeeded');
	});

	it('for good: the tenant shows that CIPP has done it, so nobody is told to run it again blindly', async () => {
		const cipp = await lyingCipp(aboutTasks(job, () => []));

		const [report] = await offboarded(cipp);

		expect(report.status).toBe('unknown');
		expect(report.summary).toContain('Block Sign-In');
		expect(report.advice).toMatch(/before you run it again/);
	});

	it('for good, and the tenant shows nothing of it: it was not offboarded', async () => {
		const cipp = await lyingCipp(aboutTasks(job, () => []));
		cipp.sandbox.faults.step('DisableSignIn', 'hangs');

		const [report] = await offboarded(cipp);

		expect(report).toMatchObject({ status: 'failed' });
		expect(report.summary).toContain('was not offboarded');
	});

	it('after the task was there is not the same as never queued', async () => {
		const cipp = await lyingCipp(
			aboutTasks(job, (rows, nth) => (nth > 3 ? [] : rows)),
			{
				stepSeconds: 60,
			},
		);
		cipp.sandbox.faults.step('DisableSignIn', 'hangs');
		const [report] = await offboarded(cipp);
		expect(report.status).toBe('unknown');
		expect(report.summary).not.toContain('was not offboarded');
	});

	it('once, of the licence tasks, are not taken for a task that CIPP never made', async () => {
		const cipp = await lyingCipp(aboutTasks(licenses, (rows, nth) => (nth === 1 ? [] : rows)));

		const [report] = await offboarded(cipp, [megan], { RemoveLicenses: true });

		expect(report).toMatchObject({ status: 'succeeded', licenseTask: { state: 'Completed' } });
	});
});

describe('an order that CIPP took and then answered otherwise', () => {
	const page = '<!DOCTYPE html><html><body>Sign in</body></html>';
	it.each<[string, number, unknown]>([
		['a page', 200, page],
		['a redirect', 302, ''],
		['a bare 400', 400, ''],
		['a 400 of something else', 400, { Results: 'Bad request' }],
		['a page with 403', 403, page],
		['a bare 403', 403, 'Forbidden'],
		['a 404', 404, ''],
		['a 408', 408, ''],
		['a 429', 429, 'Too many'],
		['a 500', 500, 'broken'],
		['nothing that is JSON', 200, '{"Results":["Task Off'],
		['an empty text', 200, ''],
	])(
		'%s: the task is looked for, found, followed, and nothing is sent twice',
		async (_n, status, body) => {
			const cipp = await lyingCipp((request, answer) =>
				request.endpoint === 'ExecOffboardUser' ? { ...answer, status, headers: {}, body } : answer,
			);
			const [report] = await offboarded(cipp);
			expect(report.status).toBe('succeeded');
			expect(sentTimes(cipp)).toBe(1);
		},
	);

	it('a broken connection: the same', async () => {
		const cipp = await lyingCipp((request, answer) => {
			if (request.endpoint !== 'ExecOffboardUser') return answer;
			throw new CippUnreachable('ended the connection', '', false);
		});
		expect((await offboarded(cipp))[0].status).toBe('succeeded');
		expect(sentTimes(cipp)).toBe(1);
	});

	it('an error that nobody foresaw: the same', async () => {
		const cipp = await lyingCipp((request, answer) => {
			if (request.endpoint !== 'ExecOffboardUser') return answer;
			throw new TypeError('Cannot read properties of null');
		});
		expect((await offboarded(cipp))[0].status).toBe('succeeded');
		expect(sentTimes(cipp)).toBe(1);
	});
});

describe('what goes wrong for one person in a way that nobody foresaw', () => {
	it('keeps nobody else from starting, and is told', async () => {
		const cipp = await lyingCipp((request, answer) => {
			const { id } = cipp.sandbox.tenants.user(adele);
			const isAdele = JSON.stringify(request.body ?? '').includes(id);
			if (request.endpoint === 'ExecResetPass' && isAdele) throw new TypeError('odd');
			return answer;
		});
		const reports = await offboarded(
			cipp,
			[megan, adele, alex],
			{ RevokeSessions: true },
			{
				lockOutFirst: true,
			},
		);
		expect(reports.map(({ status }) => status)).toEqual(['succeeded', 'partial', 'succeeded']);
		expect(reports[1].summary).toContain('Something unforeseen');
		expect(reports[1].summary).toContain('Block Sign-In');
	});
});

describe('a reference that CIPP takes for a date', () => {
	it.each(['2026-12-01T10:00:00Z', '2026-12-01T10:00:00.000+01:00', '/Date(1700000000000)/'])(
		'%s goes out as a text, and the task is found',
		async (reference) => {
			const cipp = await lyingCipp((_request, answer) => answer);
			const leavers = await started(cipp, {
				users: [megan],
				options: { DisableSignIn: true },
				reference,
			});
			await waitInPlace(leavers, cipp.send, cipp.clock, waiting, Infinity);
			expect(reportOn(leavers[0])).toMatchObject({
				status: 'succeeded',
				reference: `ref ${reference}`,
			});
		},
	);

	it('a task of the right name with a reference that is not ours is a doubt, not "was not offboarded"', async () => {
		const cipp = await lyingCipp(
			aboutTasks(job, (rows) =>
				rows.map((row) => ({ ...(row as object), Reference: '12/01/2026 10:00:00' })),
			),
		);
		const [report] = await offboarded(cipp);
		expect(report.status).toBe('unknown');
		expect(report.summary).toContain('12/01/2026 10:00:00');
		expect(changesIn(cipp.sent)).toHaveLength(1);
	});
});
