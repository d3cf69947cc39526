import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../offboarding/after/evidence/evidence';
import {
	adele,
	alex,
	asItems,
	handOn,
	megan,
	named,
	reportOf,
	stepOf,
	toErrorOutput,
	useNode,
} from './playing.mts';

const { sandbox, run, start, report, verify, tasks, sent, user } = useNode();

it('pain 1: an account that CIPP calls disabled and that is still active is a failure', async () => {
	sandbox.current.faults.step('DisableSignIn', 'saysDone');

	const result = await start({ DisableSignIn: true });

	expect(user(megan).accountEnabled).toBe(true);
	expect(result.status).toBe('error');
	expect(result.error?.message).toContain(`${megan} is not fully offboarded`);
	expect(stepOf(reportOf(result), 'DisableSignIn')).toMatchObject({
		said: [`Successfully set account enabled state to False for ${megan}`],
		outcome: 'failed',
		verified: false,
		read: 'accountEnabled is true',
		advice: expect.stringContaining('the tenant shows otherwise'),
	});
});

it('pain 2: a task that ends as Completed with failed steps is partial, step by step', async () => {
	sandbox.current.faults.step('HideFromGAL', 'fails', { error: 'Mailbox is locked' });

	const result = await start({ DisableSignIn: true, HideFromGAL: true });

	const { status, task, details } = reportOf(result);
	expect(task?.state).toBe('Completed');
	expect(status).toBe('partial');
	expect(details.map(({ step, outcome }) => [step, outcome])).toEqual([
		['DisableSignIn', 'succeeded'],
		['HideFromGAL', 'failed'],
	]);
	expect(result.error?.description).toContain('Mailbox is locked');
});

it('pain 3: a step that CIPP leaves out of its log is looked up, done or not', async () => {
	sandbox.current.faults.step('RemoveRules', 'neverMentioned');
	sandbox.current.faults.step('RemoveMobile', 'neverMentionedButDone');

	const left = await report({ DisableSignIn: true, RemoveRules: true, RemoveMobile: true });

	expect(stepOf(left, 'RemoveRules')).toMatchObject({
		said: [],
		outcome: 'failed',
		verified: false,
		read: '2 inbox rules left: Newsletters, Agency invoices',
		advice: expect.stringContaining('never mentioned this step'),
	});
	expect(stepOf(left, 'RemoveMobile')).toMatchObject({
		said: [],
		outcome: 'unknown',
		verified: true,
		advice: expect.stringContaining('the state is as wanted'),
	});
});

it('pain 3: a log without a single line is not "completed successfully"', async () => {
	sandbox.current.faults.step('RemoveRules', 'neverMentioned');

	const left = await report({ RemoveRules: true });

	expect(left.otherMessages).toEqual([`Offboarding completed successfully for ${megan}`]);
	expect(left.status).toBe('failed');
});

it('pain 4: what was removed is kept as data, before and after', async () => {
	const done = await report({ RemoveGroups: true, RemoveLicenses: true, removePermissions: true });

	const { groups, licenses, mailboxesOfOthers, mailboxDelegates } = done.snapshot!;
	expect(groups).toMatchObject([
		{ displayName: 'All Company', kind: 'distribution' },
		{ displayName: 'Campaign Editors', kind: 'security' },
		{ displayName: 'Confidential Mail', kind: 'mailEnabledSecurity' },
		{ displayName: 'Marketing Team', kind: 'microsoft365' },
	]);
	expect(licenses).toMatchObject([{ direct: true }, { direct: true }]);
	expect(mailboxesOfOthers).toMatchObject({
		grants: expect.arrayContaining([
			{ place: named('marketing'), rights: ['FullAccess'] },
			{ place: named('events'), rights: ['SendAs'] },
		]),
	});
	expect(mailboxDelegates).toMatchObject([{ rights: ['SendAs'] }]);

	const { residual } = await verify(done);
	expect(residual?.left.filter(({ kind }) => /group|license|mailbox/.test(kind))).toMatchObject([
		{ kind: 'owned group', name: 'Marketing Team' },
	]);
	const record = (await run('createEvidence', { caseId: 'HR-4' }, asItems(done)))
		.json[0] as unknown as Evidence;
	expect(record.steps.find(({ step }) => step === 'RemoveGroups')?.before).toContain('All Company');
});

it('pain 5: a job that never ends is given up with its state, and the tenant is still looked at', async () => {
	sandbox.current.faults.step('HideFromGAL', 'hangs');

	const { errors } = await start(
		{ DisableSignIn: true, HideFromGAL: true, offboardOptions: { giveUpAfter: 0.02 } },
		toErrorOutput,
	);

	const left = errors[0].json.details as IDataObject;
	expect(left).toMatchObject({
		status: 'unknown',
		summary: expect.stringContaining('is still Processing'),
		advice: expect.stringContaining('after four hours'),
		details: [
			{ step: 'DisableSignIn', outcome: 'unknown', verified: true },
			{ step: 'HideFromGAL', outcome: 'unknown', verified: false },
		],
	});
});

it('pain 5: a job that could not be dispatched is told from one that failed', async () => {
	sandbox.current.clock.speed = 0;
	const queued = await start({ DisableSignIn: true, completion: 'queued' });
	const tenant = sandbox.current.tenants.named('contoso.example');
	tenant.users = tenant.users.filter(({ userPrincipalName }) => userPrincipalName !== megan);
	sandbox.current.clock.advance(60_000);
	const listed = await tasks();
	sandbox.current.clock.speed = 1200;

	const waited = await run('wait', {}, { items: handOn(queued) });

	expect(listed).toMatchObject([
		{
			state: 'Failed',
			phase: 'could not start',
			advice: expect.stringContaining('Nothing was done'),
		},
	]);
	expect(reportOf(waited).status).toBe('failed');
	expect(reportOf(waited).summary).toContain('CIPP could not start');
	expect(reportOf(waited).summary).toContain('does not exist');
});

/** CIPP's clock stands still two hours ago, so whatever it has begun by then is two hours old to the node. */
const twoHoursAgo = { start: new Date(Date.now() - 2 * 3_600_000), speed: 0 };
const hours = 3_600_000;

describe('a job that CIPP never begins', () => {
	const { start, tasks } = useNode(twoHoursAgo);

	it('pain 5: is called stuck, with what to do, although CIPP calls it planned', async () => {
		await start({ DisableSignIn: true, completion: 'queued' });

		expect(await tasks()).toMatchObject([
			{
				state: 'Planned',
				phase: 'stuck',
				isStalled: true,
				advice: expect.stringContaining('Run it now'),
			},
		]);
	});
});

describe('a job that hangs and that CIPP begins again after four hours', () => {
	const { sandbox, run, start, tasks, user } = useNode(twoHoursAgo);
	/** The account is blocked, the next step hangs, and the person decides to stay. */
	const hang = async (): Promise<string> => {
		sandbox.current.faults.step('HideFromGAL', 'hangs', { times: 1 });
		await start({ DisableSignIn: true, HideFromGAL: true, completion: 'queued' });
		sandbox.current.clock.advance(60_000);
		expect(user(megan).accountEnabled).toBe(false);
		user(megan).accountEnabled = true;
		const task = sandbox.current.tenants.task(`Offboarding: ${megan}`)!;
		// The row is left as it is, and CIPP's timer sees it.
		task.stuck = false;
		return task.rowKey;
	};

	it('pain 6: is flagged hours before, and once cancelled it does not come back', async () => {
		const id = await hang();

		const [task] = await tasks();
		expect(task).toMatchObject({
			state: 'Processing',
			phase: 'stuck',
			advice: expect.stringContaining('cancel it before that'),
		});
		expect(Date.parse(task.rerunsAt!)).toBeGreaterThan(Date.now() + 1.9 * hours);
		expect(Date.parse(task.rerunsAt!)).toBeLessThan(Date.now() + 2.1 * hours);

		const cancelled = await run('cancel', { offboardingTaskId: id });
		expect(cancelled.json).toMatchObject([
			{ outcome: 'done', after: null, message: expect.stringContaining('CIPP had begun') },
		]);
		sandbox.current.clock.advance(6 * hours);
		expect(user(megan).accountEnabled).toBe(true);
	});

	it('pain 6: is not begun by hand while it may run', async () => {
		const id = await hang();
		sandbox.current.tenants.task(`Offboarding: ${megan}`)!.timestamp = new Date();

		const result = await run('runNow', { offboardingTaskId: id });

		expect(result.error?.message).toContain('has begun (Processing): its steps would run twice');
	});

	it('pain 6: without that it does everything again to someone who stays', async () => {
		await hang();

		sandbox.current.clock.advance(6 * hours);

		expect(user(megan).accountEnabled).toBe(false);
	});
});

it('pain 7: a queue of leavers is worked off one by one, and only open steps are tried again', async () => {
	const people = [
		megan,
		alex,
		adele,
		...['isaiah.langer', 'grady.archie', 'nestor.wilke', 'diego.siciliani', 'lee.gu'].map(named),
	];
	for (const unlucky of [alex, named('lee.gu')]) {
		sandbox.current.faults.step('HideFromGAL', 'fails', {
			user: unlucky,
			error: 'The server is busy. Please try again later.',
			times: 1,
		});
	}
	const order = { userEmail: '={{ $json.upn }}', DisableSignIn: true, HideFromGAL: true };
	const first = await start(order, { items: people.map((upn) => ({ upn })), ...toErrorOutput });

	expect(sent().map((body) => (body.user as Array<{ value: string }>)[0].value)).toEqual(people);
	expect(first.json).toHaveLength(6);
	expect(first.errors.map(({ json }) => json.upn)).toEqual([alex, named('lee.gu')]);

	sandbox.current.requests.length = 0;
	const second = await run('retry', {}, asItems(...first.errors.map(({ json }) => json)));

	expect(second.json).toMatchObject([{ status: 'succeeded' }, { status: 'succeeded' }]);
	expect(sent()).toHaveLength(2);
	expect(sent()[0]).toMatchObject({ HideFromGAL: true });
	expect(sent().some((body) => 'DisableSignIn' in body)).toBe(false);
});

it('pain 8: what failed leaves as an item with all that a ticket needs', async () => {
	sandbox.current.faults.step('RemoveMobile', 'fails', { error: 'Access is denied' });

	const { errors, json } = await start(
		{ DisableSignIn: true, RemoveMobile: true, reference: 'TICKET-8' },
		{ items: [{ requester: 'HR' }], ...toErrorOutput },
	);

	expect(json).toEqual([]);
	expect(errors).toHaveLength(1);
	expect(errors[0].json).toMatchObject({
		requester: 'HR',
		error: `${megan} is not fully offboarded. Not done: Remove Mobile Devices.`,
		message: expect.stringContaining('Access is denied'),
		details: {
			reference: 'TICKET-8',
			user: { userPrincipalName: megan },
			tenant: { displayName: 'Contoso Ltd' },
			task: { id: expect.stringMatching(/./) },
		},
	});
});
