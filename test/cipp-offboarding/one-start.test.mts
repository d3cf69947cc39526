import type { IDataObject } from 'n8n-workflow';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OffboardingReport } from '../../offboarding/after/report';
import {
	adele,
	alex,
	megan,
	offboard,
	reportsOf,
	submissions,
	useSandbox,
} from '../offboard-user/offboarding.mts';
import type { EngineResult } from '../engine/engine.mts';
import { reportOf, runOffboarding } from './offboarding-node.mts';

const sandbox = useSandbox();

type Begin = (parameters?: IDataObject) => Promise<EngineResult>;

/** User: Offboard of the node CIPP, and Start of the node CIPP Offboarding. */
const nodes: Record<string, Begin> = {
	'User: Offboard': async (parameters) =>
		await offboard(sandbox.current, { DisableSignIn: true, ...parameters }),
	'CIPP Offboarding: Start': async ({ Scheduled, ...parameters } = {}) =>
		await runOffboarding(sandbox.current, 'start', {
			userEmail: megan,
			DisableSignIn: true,
			...(Scheduled ? { when: 'at', startAt: Scheduled } : { when: 'now' }),
			...parameters,
		}),
};
const [begin, start] = Object.values(nodes);
const each = Object.entries(nodes);
const bothWays = [
	['User: Offboard', 'CIPP Offboarding: Start', begin, start],
	['CIPP Offboarding: Start', 'User: Offboard', start, begin],
	['User: Offboard', 'User: Offboard', begin, begin],
	['CIPP Offboarding: Start', 'CIPP Offboarding: Start', start, start],
] as Array<[string, string, Begin, Begin]>;

const jobs = () => {
	const tasks = sandbox.current.tenants.tasks();
	return tasks.filter(({ name }) => name.startsWith('Offboarding: '));
};
const sentPeople = (): string[] =>
	submissions(sandbox.current).flatMap(({ body }) =>
		(body as { user: Array<{ value: string }> }).user.map(({ value }) => value),
	);
const later = { Scheduled: '2099-01-31T17:00:00', completion: 'queued' };

describe.each(bothWays)('%s and %s', (_one, _other, one, other) => {
	it.each(['TICKET-1', ''])(
		'given the same person at the same moment make one job, and both report it (reference "%s")',
		async (reference) => {
			const results = await Promise.all([
				one({ ...later, reference }),
				other({ ...later, reference }),
			]);

			const [{ rowKey }, ...more] = jobs();
			expect(more).toEqual([]);
			expect(results.map(reportOf).map(({ status, task }) => [status, task?.id])).toEqual([
				['queued', rowKey],
				['queued', rowKey],
			]);
		},
	);

	it.each(['TICKET-1', ''])(
		'one after the other send once, and the second follows the first (reference "%s")',
		async (reference) => {
			const first = reportOf(await one({ reference }));
			const second = reportOf(await other({ reference }));

			expect(submissions(sandbox.current)).toHaveLength(1);
			expect(second).toMatchObject({ status: 'succeeded', task: { id: first.task?.id } });
			expect(second.warnings).toEqual([expect.stringContaining('This was started before')]);
		},
	);

	it('do not get in the way of an offboarding that is under way', async () => {
		await one(later);
		const second = reportOf(await other({ HideFromGAL: true }));

		expect(submissions(sandbox.current)).toHaveLength(1);
		expect(second).toMatchObject({
			status: 'failed',
			summary: expect.stringContaining('another offboarding of this person under way') as string,
			advice: expect.stringContaining(`cancel it (task ${jobs()[0].rowKey})`) as string,
		});
	});
});

describe.each(each)('%s', (_name, node) => {
	it('sends again what CIPP could not begin, since nothing was done', async () => {
		sandbox.current.clock.speed = 0;
		const people = sandbox.current.tenants.named('contoso.example').users;
		const index = people.findIndex(({ userPrincipalName }) => userPrincipalName === megan);
		await node({ reference: 'TICKET-1', completion: 'queued' });
		const [away] = people.splice(index, 1);
		sandbox.current.clock.advance(3_600_000);
		people.splice(index, 0, away);
		sandbox.current.clock.speed = 1_200;
		expect(jobs().map(({ state }) => state)).toEqual(['Failed']);

		const again = reportOf(await node({ reference: 'TICKET-1' }));

		expect(again.status).toBe('succeeded');
		expect(again.warnings).toEqual([]);
	});

	it('tells of another order for the same person at the same moment', async () => {
		const results = await Promise.all([
			node({ ...later, reference: 'TICKET-1' }),
			node({ ...later, reference: 'TICKET-2' }),
		]);

		// Either both were sent and say so, or the second saw the first.
		const told = results.map(reportOf).flatMap(({ warnings, summary }) => [...warnings, summary]);
		expect(told.join(' ')).toMatch(/at the same moment: task|under way/);
	});

	it('offboards a person once whom one item gives by name and by object ID', async () => {
		const { id } = sandbox.current.tenants.user(megan);
		const result = await node({ userEmail: `${megan}, ${id}` });

		expect(reportsOf(result)).toHaveLength(1);
		expect(sentPeople()).toEqual([megan]);
	});

	it('refuses a person who is in two items of the run', async () => {
		const { id } = sandbox.current.tenants.user(megan);
		const result = await (node === begin
			? offboard(
					sandbox.current,
					{ DisableSignIn: true, userEmail: '={{ $json.user }}' },
					{ items: [{ user: megan }, { user: id }], node: { onError: 'continueErrorOutput' } },
				)
			: runOffboarding(
					sandbox.current,
					'start',
					{ when: 'now', DisableSignIn: true, userEmail: '={{ $json.user }}' },
					{ items: [{ user: megan }, { user: id }], node: { onError: 'continueErrorOutput' } },
				));

		expect(result.errors.map(({ json }) => json.error)).toEqual([
			`${megan} is already offboarded by item 0 of this run`,
		]);
		expect(sentPeople()).toEqual([megan]);
	});

	it.each(['the name', 'the object ID'])(
		'refuses to forward mail to the leaver, given by %s where the leaver is given by the other',
		async (by) => {
			const { id } = sandbox.current.tenants.user(megan);
			const [user, forward] = by === 'the name' ? [id, megan] : [megan, id];
			const result = await node({ userEmail: user, forward });

			expect(result.error?.message).toContain('is the person who is to be offboarded');
			expect(submissions(sandbox.current)).toEqual([]);
		},
	);

	it('has one job for each of several people of one item, also when started twice at once', async () => {
		const order = { ...later, userEmail: [megan, adele, alex] as unknown as string };
		const results = await Promise.all([node(order), node(order)]);

		expect(jobs().map(({ name }) => name)).toEqual(
			[megan, adele, alex].map((user) => `Offboarding: ${user}`),
		);
		const ids = jobs().map(({ rowKey }) => rowKey);
		for (const result of results) {
			expect(reportsOf(result).map(({ task }) => task?.id)).toEqual(ids);
		}
	});

	it('finds again what goes by a reference that CIPP would take for a date', async () => {
		const reference = '2026-12-01T10:00:00.000+01:00';
		const first = reportOf(await node({ reference }));
		const second = reportOf(await node({ reference }));

		expect(first).toMatchObject({ status: 'succeeded', reference: `ref ${reference}` });
		expect(second.task?.id).toBe(first.task?.id);
		expect(submissions(sandbox.current)).toHaveLength(1);
		const found = await runOffboarding(sandbox.current, 'getMany', {
			allTenants: true,
			options: { onlyReference: reference },
		});
		expect(found.json).toMatchObject([{ id: first.task?.id }]);
	});

	it('uses one word for one fact, in the report and when verified later', async () => {
		const report = reportOf(await node({ removeCalendarInvites: true }));
		const items = [report as unknown as IDataObject];
		const verified = await runOffboarding(sandbox.current, 'verify', {}, { items });

		const words = (steps: unknown) =>
			(steps as OffboardingReport['details']).map(({ step, verdict, verified: isTrue }) => [
				step,
				verdict,
				isTrue,
			]);
		expect(words(report.details)).toEqual([
			['DisableSignIn', 'verified', true],
			['removeCalendarInvites', 'not verifiable', null],
		]);
		expect(words(verified.json[0].steps)).toEqual(words(report.details));
	});
});

describe('User: Offboard', () => {
	it('of several people sends only those who were not started before', async () => {
		await begin({ userEmail: adele, reference: 'TICKET-1' });
		const result = await begin({
			userEmail: [megan, adele, alex] as unknown as string,
			reference: 'TICKET-1',
		});

		expect(sentPeople()).toEqual([adele, megan, alex]);
		expect(reportsOf(result).map(({ status, warnings }) => [status, warnings.length])).toEqual([
			['succeeded', 0],
			['succeeded', 1],
			['succeeded', 0],
		]);
	});

	it('sends a label and shows the name that the tenant has', async () => {
		const report = reportOf(await begin({ userName: 'Leaver 1042', tenantLabel: 'Customer 7' }));

		expect(submissions(sandbox.current)[0].body).toMatchObject({
			user: [{ value: megan, label: 'Leaver 1042' }],
			tenantFilter: { label: 'Customer 7' },
		});
		expect(report).toMatchObject({
			user: { displayName: 'Megan Bowen' },
			tenant: { displayName: 'Contoso Ltd' },
		});
	});

	describe('that only queues', () => {
		beforeEach(() => {
			sandbox.current.clock.speed = 0;
			return () => (sandbox.current.clock.speed = 1_200);
		});

		it('says that nobody could look for an earlier start where tasks may not be listed', async () => {
			sandbox.current.client.permissions = ['CIPP.Core.Read', 'Identity.User.ReadWrite'];
			const report = reportOf(await begin({ completion: 'queued' }));

			expect(report.warnings).toEqual([expect.stringContaining('CIPP.Scheduler.Read')]);
		});

		it('sends nothing when CIPP fails to list its tasks', async () => {
			sandbox.current.faults.endpoint('ListScheduledItems', { status: 500, body: 'Table is gone' });
			const result = await begin({ completion: 'queued' });

			expect(result.error?.message).toContain('Table is gone');
			expect(submissions(sandbox.current)).toEqual([]);
		});
	});
});
