import { afterEach, expect, it, vi } from 'vitest';
import type { Evidence } from '../../offboarding/after/evidence/evidence';
import type { OffboardingReport } from '../../offboarding/after/report';
import { writes } from '../cipp-offboarding/offboarding-node.mts';
import { megan, submissions, useSandbox } from '../offboard-user/offboarding.mts';
import { runExample, type ExampleRun } from './example.mts';

const sandbox = useSandbox();
const day = 86_400_000;

/** Moves both clocks, the sandbox's and this machine's, to the same moment. */
function itIs(iso: string): void {
	const moment = new Date(iso).getTime();
	const { clock } = sandbox.current;
	clock.advance(moment - clock.now().getTime());
	vi.useFakeTimers({ toFake: ['Date'], now: moment });
}

/** A Friday afternoon well ahead: sandbox time only moves forward. */
function friday(): Date {
	const date = new Date(Math.ceil(sandbox.current.clock.now().getTime() / day + 7) * day);
	while (date.getUTCDay() !== 5) date.setTime(date.getTime() + day);
	date.setUTCHours(15);
	return date;
}

/** Seven in the morning in Berlin on the Monday after. */
function mondayAfter(date: Date): Date {
	const noon = new Date(date.getTime() + 3 * day);
	const hour = new Intl.DateTimeFormat('en', {
		timeZone: 'Europe/Berlin',
		hour: 'numeric',
		hourCycle: 'h23',
	}).format(noon);
	noon.setUTCHours(15 - (Number(hour) - 7), 0, 0, 0);
	return noon;
}

async function run(onNode?: (name: string) => void): Promise<ExampleRun> {
	return await runExample(sandbox.current, 'lock-out-friday-finish-monday.json', 'Friday', {
		trigger: { json: { tenant: 'contoso.example', user: megan, ticket: 'LEAVER-1042' } },
		onNode,
	});
}

afterEach(() => vi.useRealTimers());

it('locks out on Friday, does the rest on Monday at seven in Berlin, and proves both', async () => {
	const start = friday();
	const monday = mondayAfter(start);
	itIs(start.toISOString());
	let onFriday: string[] = [];
	const { error, jsonOf, posted, fileOf } = await run((name) => {
		if (name !== 'Locked Out?') return;
		onFriday = writes(sandbox.current);
		expect(sandbox.current.tenants.user(megan).accountEnabled).toBe(false);
		expect(sandbox.current.tenants.user(megan).directLicenses).not.toEqual([]);
		itIs(new Date(monday.getTime() + 60_000).toISOString());
	});

	expect(error).toBeUndefined();
	expect(onFriday).toEqual([
		'ExecDisableUser',
		'ExecResetPass',
		'ExecRevokeSessions',
		'ExecOffboardUser',
	]);
	const [scheduled] = jsonOf('Lock Out and Schedule') as unknown as OffboardingReport[];
	expect(scheduled).toMatchObject({
		status: 'queued',
		times: { scheduledFor: monday.toISOString() },
		when: { local: expect.stringMatching(/ 07:00 \(Europe\/Berlin\)$/) },
	});
	expect(submissions(sandbox.current)[0].body).toMatchObject({
		Scheduled: { enabled: true, date: monday.getTime() / 1_000 },
	});
	expect(posted).toEqual([]);

	const [report] = jsonOf('Wait for Monday') as unknown as OffboardingReport[];
	expect(report.status).toBe('succeeded');
	expect(submissions(sandbox.current)).toHaveLength(1);
	const [record] = jsonOf('Create Evidence') as unknown as Evidence[];
	expect(record).toMatchObject({ result: 'complete', case: { ticket: 'LEAVER-1042' } });
	expect(fileOf('Create Evidence', 'page')).toContain('Europe/Berlin');
}, 60_000);

it('tells the desk at once when the sign-in is not blocked', async () => {
	itIs(friday().toISOString());
	sandbox.current.faults.endpoint('ExecDisableUser', { kind: 'error' });
	const { posted, jsonOf } = await run();

	expect(posted).toHaveLength(1);
	expect(posted[0].body).toMatchObject({ title: `Lock out by hand: ${megan}`, urgent: true });
	expect(jsonOf('Wait for Monday')).toEqual([]);
});
