import { expect, it, vi } from 'vitest';
import type { IDataObject, INode, IWorkflowBase } from 'n8n-workflow';
import type { Continuation } from '../../nodes/offboarding/park';
import { credentialFor, runCipp } from '../engine/engine.mts';
import { alex, megan, offboard, reportsOf, submissions, useSandbox } from './offboarding.mts';

const sandbox = useSandbox();
const disable = { DisableSignIn: true };

/** Until the node has sent and looked: before, after sending, and once while it waits in place. */
const untilItLooks = async (): Promise<void> => {
	const lists = () =>
		sandbox.current.requests.filter(({ endpoint }) => endpoint === 'ListScheduledItems');
	await vi.waitUntil(() => lists().length >= 3, { timeout: 15_000 });
};

it('gives up on a task that hangs, says so, and still looks at the tenant', async () => {
	sandbox.current.faults.step('HideFromGAL', 'hangs');

	const result = await offboard(sandbox.current, {
		...disable,
		HideFromGAL: true,
		offboardOptions: { giveUpAfter: 0.02 },
	});

	expect(result.status).toBe('error');
	const [report] = reportsOf(result);
	expect(report.status).toBe('unknown');
	expect(report.summary).toMatch(
		/"Offboarding: megan\.bowen@contoso\.example" is still Processing/,
	);
	expect(report.details.map(({ step, outcome, verified }) => [step, outcome, verified])).toEqual([
		['DisableSignIn', 'unknown', true],
		['HideFromGAL', 'unknown', false],
	]);
});

it('names the licence task when that is the one that hangs', async () => {
	sandbox.current.faults.step('LicenseTask', 'hangs');

	const result = await offboard(sandbox.current, {
		...disable,
		RemoveLicenses: true,
		offboardOptions: { giveUpAfter: 0.06 },
	});

	const [report] = reportsOf(result);
	expect(report.status).toBe('partial');
	expect(report.summary).toMatch(/"Remove License: megan/);
});

it('runs at the time asked for, and waits for it', async () => {
	const soon = Math.floor(Date.now() / 1000) + 2;
	const result = await offboard(sandbox.current, { ...disable, Scheduled: String(soon) });

	expect(submissions(sandbox.current)[0].body).toMatchObject({
		Scheduled: { enabled: true, date: soon },
	});
	const [report] = reportsOf(result);
	expect(report.status).toBe('succeeded');
	expect(report.times.scheduledFor).toBe(new Date(soon * 1000).toISOString());
}, 60_000);

it("reads a date in the workflow's time zone", async () => {
	const result = await offboard(sandbox.current, {
		...disable,
		Scheduled: '2099-01-31T17:00:00',
		completion: 'queued',
	});

	expect(result.status).toBe('success');
	const { Scheduled } = submissions(sandbox.current)[0].body as { Scheduled: { date: number } };
	// n8n's default zone is America/New_York: five hours behind UTC in January.
	expect(new Date(Scheduled.date * 1000).toISOString()).toBe('2099-01-31T22:00:00.000Z');
	expect(reportsOf(result)[0]).toMatchObject({
		status: 'queued',
		summary: expect.stringContaining('scheduled for 2099-01-31T22:00:00.000Z'),
		task: { state: 'Planned' },
	});
});

it('only queues when that is asked for, and says that nothing is done yet', async () => {
	sandbox.current.clock.speed = 0.01;
	const result = await offboard(sandbox.current, { ...disable, completion: 'queued' });
	sandbox.current.clock.speed = 1200;

	expect(result.status).toBe('success');
	const [report] = reportsOf(result);
	expect(report).toMatchObject({
		status: 'queued',
		summary: expect.stringMatching(/queued\. Nothing has been checked yet/),
		task: { id: expect.stringMatching(/./), name: `Offboarding: ${megan}` },
		details: [{ step: 'DisableSignIn', outcome: 'queued', verified: null }],
	});
});

it('does not call queued what CIPP never took', async () => {
	sandbox.current.faults.endpoint('ExecOffboardUser', { kind: 'empty' });

	const result = await offboard(sandbox.current, { ...disable, completion: 'queued' });

	expect(result.status).toBe('error');
	expect(reportsOf(result)[0].status).toBe('failed');
});

it('needs no permission to list tasks when it only queues', async () => {
	sandbox.current.client.permissions = ['CIPP.Core.Read', 'Identity.User.ReadWrite'];

	const result = await offboard(sandbox.current, { ...disable, completion: 'queued' });

	expect(reportsOf(result)[0]).toMatchObject({ status: 'queued', task: null });
});

it('stops at once when the execution is cancelled', async () => {
	sandbox.current.faults.step('DisableSignIn', 'hangs');
	const begun = Date.now();

	const result = await offboard(
		sandbox.current,
		{ ...disable, offboardOptions: { checkEvery: 30 } },
		{ cancelAfter: 500 },
	);

	expect(result.status).not.toBe('success');
	expect(Date.now() - begun).toBeLessThan(3_000);
	const asked = sandbox.current.requests.length;
	await vi.waitUntil(() => Date.now() - begun > 1_500, { timeout: 3_000 });
	expect(sandbox.current.requests).toHaveLength(asked);
});

it('as a tool waits in place for a limited time, and says that the end is not known', async () => {
	vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
	try {
		sandbox.current.faults.step('DisableSignIn', 'hangs');
		const running = offboard(
			sandbox.current,
			{ ...disable, toolMay: 'destroy' },
			{
				node: { type: 'n8n-nodes-cipp.cippTool' },
			},
		);
		await untilItLooks();
		vi.setSystemTime(Date.now() + 6 * 60_000);
		const result = await running;

		expect(result.status).toBe('error');
		expect(reportsOf(result)[0].status).toBe('unknown');
	} finally {
		vi.useRealTimers();
	}
});

/** Plays the small workflow that n8n runs while the execution is parked, without its waits. */
async function playWaitingWorkflow(
	code: IWorkflowBase,
	input: IDataObject,
	betweenLooks: () => void,
): Promise<IDataObject[]> {
	const nodeNamed = (name: string) => code.nodes.find((node) => node.name === name)!;
	let state = input;
	for (let looks = 0; looks < 20 && !state.isFinished; looks += 1) {
		betweenLooks();
		const look = await runCipp(nodeNamed('Look').parameters as IDataObject, {
			credential: credentialFor(sandbox.current),
			items: [state],
		});
		[state] = look.json;
	}
	const { node = {}, ...report } = { node: nodeNamed('Report') };
	void report;
	const result = await runCipp(nodeNamed('Report').parameters as IDataObject, {
		credential: credentialFor(sandbox.current),
		items: [state],
		node: { onError: (node as { onError?: never }).onError },
	});
	if (result.error) throw result.error;
	return result.items as unknown as IDataObject[];
}

it('parks a long wait, and the parked workflow looks, reports and keeps to the items', async () => {
	sandbox.current.clock.speed = 0;
	let parked: Continuation | undefined;
	let code: IWorkflowBase | undefined;
	vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
	const running = offboard(
		sandbox.current,
		{ ...disable, userEmail: '={{ $json.upn }}' },
		{
			items: [{ upn: megan }, { upn: alex }],
			executeWorkflow: (async (
				workflow: { code: IWorkflowBase },
				_data: unknown,
				options: { inputData: Array<{ json: IDataObject }> },
			) => {
				code = workflow.code;
				parked = options.inputData[0].json as unknown as Continuation;
				return { executionId: '2', data: [[]], waitTill: new Date() };
			}) as never,
		},
	);
	await untilItLooks();
	vi.setSystemTime(Date.now() + 61_000);
	const result = await running;
	vi.useRealTimers();
	expect(result.status).toBe('waiting');
	expect(parked?.waitSeconds).toBeGreaterThanOrEqual(66);
	expect(JSON.stringify(code)).not.toContain(sandbox.current.clientSecret);

	const items = await playWaitingWorkflow(
		code!,
		JSON.parse(JSON.stringify(parked)) as IDataObject,
		() => {
			sandbox.current.clock.advance(60_000);
		},
	);
	sandbox.current.clock.speed = 1200;

	expect(items.map(({ json, pairedItem }) => [(json as IDataObject).status, pairedItem])).toEqual([
		['succeeded', { item: 0 }],
		['succeeded', { item: 1 }],
	]);
	expect(submissions(sandbox.current)).toHaveLength(2);
});

it('works out what its options say before it parks: in there no other node can be referred to', async () => {
	sandbox.current.clock.speed = 0;
	const parked: Continuation[] = [];
	const nodes: INode[] = [];
	vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
	const running = offboard(
		sandbox.current,
		{
			...disable,
			offboardOptions: { whenNotDone: "={{ $('Start').first().json.then }}" },
			requestOptions: { timeout: "={{ $('Start').first().json.timeout }}" },
		},
		{
			items: [{ then: 'output', timeout: 4_000 }],
			executeWorkflow: (async (
				{ code }: { code: IWorkflowBase },
				_data: unknown,
				{ inputData }: { inputData: Array<{ json: unknown }> },
			) => {
				nodes.push(...code.nodes);
				parked.push(...inputData.map(({ json }) => json as Continuation));
				return { executionId: '2', data: [[]], waitTill: new Date() };
			}) as never,
		},
	);
	await untilItLooks();
	vi.setSystemTime(Date.now() + 61_000);
	const { status } = await running;
	vi.useRealTimers();
	sandbox.current.clock.speed = 1200;

	expect(status).toBe('waiting');
	const ours = nodes.filter(({ type }) => type === 'n8n-nodes-cipp.cipp');
	expect(ours.map(({ parameters }) => parameters.requestOptions)).toEqual([
		{ timeout: 4_000 },
		{ timeout: 4_000 },
	]);
	expect(JSON.stringify(ours)).not.toContain('={{');
	expect(parked).toMatchObject([{ settings: { lenientItems: [0] } }]);
});

it('waits in place where n8n cannot park', async () => {
	sandbox.current.clock.speed = 0;
	vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
	const running = offboard(sandbox.current, disable);
	await untilItLooks();
	vi.setSystemTime(Date.now() + 61_000);
	sandbox.current.clock.speed = 1200;
	const result = await running;
	vi.useRealTimers();

	expect(reportsOf(result)[0].status).toBe('succeeded');
});
