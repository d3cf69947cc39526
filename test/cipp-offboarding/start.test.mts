import type { IDataObject, INode, IWorkflowBase } from 'n8n-workflow';
import { describe, expect, it, vi } from 'vitest';
import { alex, adele, megan, useSandbox } from '../offboard-user/offboarding.mts';
import { handOn, reportOf, runOffboarding, writes } from './offboarding-node.mts';

const sandbox = useSandbox();
const run = async (operation: string, parameters: IDataObject, options = {}) =>
	await runOffboarding(sandbox.current, operation, parameters, options);
const start = async (parameters: IDataObject = {}, options = {}) =>
	await run(
		'start',
		{ userEmail: megan, when: 'now', DisableSignIn: true, ...parameters },
		options,
	);
const sent = (): IDataObject[] =>
	sandbox.current.requests
		.filter(({ endpoint }) => endpoint === 'ExecOffboardUser')
		.map(({ body }) => body as IDataObject);
const tasks = async () => handOn(await run('getMany', { allTenants: true }));

describe('Offboarding: Start', () => {
	it('takes a snapshot, has CIPP do the steps and verifies them', async () => {
		const result = await start({ RemoveGroups: true });

		expect(result.status).toBe('success');
		expect(reportOf(result)).toMatchObject({
			status: 'succeeded',
			when: { requested: null },
			snapshot: {
				schema: 'cipp-snapshot/1',
				user: { userPrincipalName: megan, accountEnabled: true },
			},
		});
		expect(reportOf(result)).not.toHaveProperty('following');
		expect(writes(sandbox.current)).toEqual(['ExecOffboardUser']);
	});

	it('goes without a snapshot if asked', async () => {
		expect(reportOf(await start({ options: { skipSnapshot: true } }))).not.toHaveProperty(
			'snapshot',
		);
	});

	it('does not begin while nobody has said when', async () => {
		const result = await start({ when: '' });

		expect(result.error?.message).toContain('"When" is not chosen');
		expect(sandbox.current.requests).toEqual([]);
	});

	it('does not guess when a time is given beside Now', async () => {
		const result = await start({ startAt: '2099-01-31T17:00' });

		expect(result.error?.message).toContain('"When" is Now, and "Start At" is filled in');
	});

	it('sends a local time as unix seconds, and shows it in UTC, on the wall, and on the quarter hour', async () => {
		const result = await start({
			when: 'at',
			startAt: '2099-01-31T17:05',
			timeZone: 'Europe/Berlin',
			completion: 'queued',
		});

		expect(sent()).toMatchObject([{ Scheduled: { enabled: true, date: 4_073_558_700 } }]);
		expect(reportOf(result)).toMatchObject({
			status: 'queued',
			when: {
				requested: '2099-01-31T16:05:00.000Z',
				local: '2099-01-31 17:05 (Europe/Berlin)',
				expectedStart: '2099-01-31T16:15:00.000Z',
			},
		});
	});

	it('refuses a time that clocks skip, before anything is sent', async () => {
		const result = await start({
			when: 'at',
			startAt: '2099-03-29T02:30',
			timeZone: 'Europe/Berlin',
		});

		expect(result.error?.message).toBe(
			'"Start At": "2099-03-29T02:30" does not exist: there is no 2099-03-29 02:30 in Europe/Berlin, because clocks go forward past it',
		);
		expect(writes(sandbox.current)).toEqual([]);
	});

	it('stops above 25 people, and above what is set, before anything is sent', async () => {
		const items = [{ user: megan }, { user: adele }];
		const result = await start(
			{ userEmail: '={{ $json.user }}', options: { maximumPeople: 1 } },
			{ items },
		);

		expect(result.error?.message).toBe(
			'"Maximum People": 2 people would be offboarded, and this node stops above 1',
		);
		expect(writes(sandbox.current)).toEqual([]);
	});

	it('gives the manager of each person what was asked for', async () => {
		await start({ options: { managerGets: ['mailbox', 'mail'] }, completion: 'queued' });

		const [{ AccessAutomap, forward }] = sent();
		expect(AccessAutomap).toEqual([{ value: 'alex.wilber@contoso.example', label: 'Alex Wilber' }]);
		expect(forward).toEqual({ value: 'alex.wilber@contoso.example', label: 'Alex Wilber' });
	});

	it('fills what is open from a profile and the defaults of the tenant, and deletes nobody by them', async () => {
		await start({
			HideFromGAL: true,
			options: { profile: 'litigation', useTenantDefaults: true },
			completion: 'queued',
		});

		const [body] = sent();
		expect(body).toMatchObject({ HideFromGAL: true, RevokeSessions: true, ResetPass: true });
		expect(body).not.toHaveProperty('RemoveGroups');
		expect(body).not.toHaveProperty('DeleteUser');
	});
});

describe('a second start', () => {
	it('finds the first under the same reference, sends nothing and follows it', async () => {
		await start({ reference: 'TICKET-1', completion: 'queued' });
		const again = await start({ reference: 'TICKET-1' });

		expect(sent()).toHaveLength(1);
		expect(reportOf(again)).toMatchObject({ status: 'succeeded', reference: 'TICKET-1' });
		expect(reportOf(again).warnings).toEqual([expect.stringContaining('This was started before')]);
	});

	it('finds the first without a reference when person and steps are the same', async () => {
		const first = await start();
		const again = await start();

		expect(sent()).toHaveLength(1);
		expect(reportOf(again).reference).toBe(reportOf(first).reference);
	});

	it('with other steps is refused while the first is under way, and goes on if asked', async () => {
		const later = { when: 'at', startAt: '2099-01-31T17:00', completion: 'queued' };
		await start(later);
		const other = await start({ RemoveGroups: true });

		expect(reportOf(other).summary).toContain('another offboarding of this person under way');
		expect(sent()).toHaveLength(1);

		const forced = await start({ RemoveGroups: true, options: { besideOthers: true } });
		expect(reportOf(forced).status).toBe('succeeded');
	});

	it('in the same second leaves one task where CIPP has not begun', async () => {
		const order = {
			when: 'at',
			startAt: '2099-01-31T17:00',
			completion: 'queued',
			reference: 'TICKET-2',
		};
		const reports = (await Promise.all([start(order), start(order)])).map(reportOf);

		expect(sent()).toHaveLength(2);
		expect(await tasks()).toHaveLength(1);
		const [{ id }] = await tasks();
		expect(reports.map(({ task }) => task?.id)).toEqual([id, id]);
	});

	it('in the same second is told where CIPP has begun both at once', async () => {
		const order = { completion: 'queued', reference: 'TICKET-3' };
		const reports = (await Promise.all([start(order), start(order)])).map(reportOf);

		expect(sent()).toHaveLength(2);
		expect(reports.flatMap(({ warnings }) => warnings)).toContainEqual(
			expect.stringContaining('started twice in the same second'),
		);
	});
});

describe('Lock Out First', () => {
	const locked = { options: { lockOutFirst: true } };

	it('blocks, resets and revokes, each read back, before the rest is queued', async () => {
		const result = await start({ RemoveGroups: true, ...locked });

		expect(writes(sandbox.current)).toEqual([
			'ExecDisableUser',
			'ExecResetPass',
			'ExecRevokeSessions',
			'ExecOffboardUser',
		]);
		expect(sent()[0]).not.toHaveProperty('DisableSignIn');
		expect(reportOf(result).status).toBe('succeeded');
		expect(reportOf(result).details.find(({ step }) => step === 'DisableSignIn')).toMatchObject({
			outcome: 'succeeded',
			verified: true,
		});
		expect(JSON.stringify(result.json)).not.toMatch(/new password is (?!\[hidden\])/i);
	});

	it('works now when the rest is for Monday', async () => {
		await start({
			RemoveGroups: true,
			when: 'at',
			startAt: '2099-02-02T09:00',
			completion: 'queued',
			...locked,
		});

		expect(sandbox.current.tenants.user(megan).accountEnabled).toBe(false);
		expect(sent()[0]).toMatchObject({ RemoveGroups: true, Scheduled: { enabled: true } });
	});

	it('leaves to CIPP what could not be done at once', async () => {
		sandbox.current.faults.endpoint(
			'ExecDisableUser',
			{ status: 500, body: 'Failed' },
			{ times: 1 },
		);
		const result = await start({ RemoveGroups: true, ...locked });

		expect(sent()[0]).toMatchObject({ DisableSignIn: true });
		expect(reportOf(result).status).toBe('succeeded');
	});
});

describe('a plan', () => {
	it('shows the request and is started as it is, after someone has approved it', async () => {
		const planned = await run('plan', { userEmail: alex, when: 'now', RemoveGroups: true });
		expect(writes(sandbox.current)).toEqual([]);
		const plan = planned.json[0] as IDataObject & { request: IDataObject };

		const started = await run('startPlan', {}, { items: handOn(planned) });

		expect(reportOf(started).status).toBe('succeeded');
		expect(sent()[0]).toMatchObject({ user: (plan.request.body as IDataObject).user });
		expect(sent()[0].RemoveGroups).toBe(true);
	});

	it('with blockers is not started unless that is forced', async () => {
		const planned = await run('plan', {
			userEmail: alex,
			when: 'now',
			ConvertToShared: true,
			DeleteUser: true,
		});
		const refused = await run('startPlan', {}, { items: handOn(planned) });

		expect(planned.json[0]).toMatchObject({ canStart: false });
		expect(refused.error?.message).toContain('has blockers');
		expect(sent()).toEqual([]);
	});
});

describe('Wait', () => {
	it('follows what Start only queued, and ends where it ends', async () => {
		sandbox.current.clock.speed = 0;
		const queued = await start({ RemoveGroups: true, completion: 'queued' });
		sandbox.current.clock.speed = 1_200;
		expect(reportOf(queued).status).toBe('queued');

		const waited = await run('wait', {}, { items: handOn(queued) });

		expect(reportOf(waited)).toMatchObject({ status: 'succeeded' });
		expect(reportOf(waited).snapshot).toEqual(reportOf(queued).snapshot);
	});

	it('asks once for many people, whatever their tenants', async () => {
		const items = [
			{ tenant: 'contoso.example', user: megan },
			{ tenant: 'contoso.example', user: adele },
			{ tenant: 'fabrikam.example', user: 'debra.berger@fabrikam.example' },
		];
		const order = { tenantDomain: '={{ $json.tenant }}', userEmail: '={{ $json.user }}' };
		sandbox.current.clock.speed = 0;
		const queued = await start({ ...order, completion: 'queued' }, { items });
		sandbox.current.clock.speed = 1_200;
		sandbox.current.clock.advance(3_600);
		sandbox.current.requests.length = 0;

		const waited = await run('wait', {}, { items: handOn(queued) });

		expect(waited.json.map(({ status }) => status)).toEqual([
			'succeeded',
			'succeeded',
			'succeeded',
		]);
		const lists = sandbox.current.requests.filter(
			({ endpoint }) => endpoint === 'ListScheduledItems',
		);
		expect(lists).toHaveLength(1);
	});

	it('lets through what is final already, and fails for what went wrong', async () => {
		const done = await start();
		sandbox.current.faults.step('RemoveGroups', 'fails');
		const failed = await start({ userEmail: adele, RemoveGroups: true });

		const waited = await run(
			'wait',
			{},
			{
				items: [...handOn(done), reportOf(failed) as unknown as IDataObject],
				node: { onError: 'continueErrorOutput' },
			},
		);

		expect(waited.json).toEqual(handOn(done));
		expect(waited.errors).toMatchObject([
			{ json: { error: expect.stringContaining('is not fully offboarded') as string } },
		]);
	});
});

it('a long wait is parked, and its looks go on from where this stands', async () => {
	sandbox.current.clock.speed = 0;
	const queued = await start({ RemoveGroups: true, completion: 'queued' });
	const parked: IDataObject[] = [];
	const nodes: INode[] = [];
	sandbox.current.requests.length = 0;
	vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
	const running = run(
		'wait',
		{},
		{
			items: handOn(queued),
			executeWorkflow: (async (
				{ code }: { code: IWorkflowBase },
				_data: unknown,
				{ inputData }: { inputData: Array<{ json: IDataObject }> },
			) => {
				parked.push(...inputData.map(({ json }) => json));
				nodes.push(...code.nodes);
				return { executionId: '2', data: [[]], waitTill: new Date() };
			}) as never,
		},
	);
	await vi.waitUntil(
		() => sandbox.current.requests.some(({ endpoint }) => endpoint === 'ListScheduledItems'),
		{ timeout: 15_000 },
	);
	vi.setSystemTime(Date.now() + 61_000);
	const { status } = await running;
	vi.useRealTimers();
	expect(status).toBe('waiting');

	sandbox.current.clock.advance(3_600_000);
	const stage = async (name: string, items: IDataObject[]) => {
		const { parameters } = nodes.find((node) => node.name === name)!;
		return await run('wait', parameters as IDataObject, { items });
	};
	const looked = await stage('Look', JSON.parse(JSON.stringify(parked)) as IDataObject[]);
	const reported = await stage('Report', handOn(looked));
	sandbox.current.clock.speed = 1_200;

	expect(handOn(looked)).toMatchObject([{ isFinished: true }]);
	expect(reportOf(reported)).toMatchObject({ status: 'succeeded' });
});
