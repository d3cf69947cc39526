import { describe, expect, it } from 'vitest';
import { whenLoaded } from '../../cipp/queue';
import type { CippAnswer, CippRequest, Clock } from '../../cipp/request';

const list: CippRequest = {
	method: 'GET',
	endpoint: 'ListGraphRequest',
	query: { tenantFilter: 'AllTenants', Endpoint: 'users' },
};
const ok = (body: unknown): CippAnswer => ({ status: 200, headers: {}, body });
const queued = ok({
	Results: [],
	Metadata: {
		Queued: true,
		QueueMessage: 'Loading data for all tenants. Please check back after the job completes',
		QueueId: 'q1',
	},
});
const rows = ok({ Results: [{ id: 1 }, { id: 2 }], Metadata: {} });

/** A CIPP that gives these answers in turn, the last one again and again, on a clock that only sleeping moves. */
function cippWith(answers: Record<string, CippAnswer[]>) {
	const asked: string[] = [];
	let time = Date.UTC(2030, 0, 1);
	const clock: Clock = {
		now: () => new Date(time),
		sleep: async (milliseconds) => void (time += milliseconds),
	};
	const send = async (request: CippRequest): Promise<CippAnswer> => {
		asked.push(request.endpoint);
		const mine = answers[request.endpoint];
		return mine.length > 1 ? mine.shift()! : mine[0];
	};
	return { send, clock, asked, passed: () => (time - Date.UTC(2030, 0, 1)) / 1000 };
}

it('hands on at once what is there', async () => {
	const { send, clock, asked, passed } = cippWith({ ListGraphRequest: [rows] });

	expect(await whenLoaded(send, clock, list)).toBe(rows);
	expect(asked).toEqual(['ListGraphRequest']);
	expect(passed()).toBe(0);
});

it("waits for CIPP's job to end, since a list that is half full looks complete", async () => {
	const { send, clock, asked } = cippWith({
		ListGraphRequest: [queued, rows],
		ListCippQueue: [
			ok([{ RowKey: 'q1', Status: 'Queued' }]),
			ok([{ RowKey: 'q1', Status: 'Running' }]),
			ok([{ RowKey: 'q1', Status: 'Completed' }]),
		],
	});

	expect(await whenLoaded(send, clock, list)).toBe(rows);
	expect(asked).toEqual([
		'ListGraphRequest',
		'ListCippQueue',
		'ListCippQueue',
		'ListCippQueue',
		'ListGraphRequest',
	]);
});

it('asks again for lists that only show a placeholder', async () => {
	const placeholder = ok([
		{ Tenant: 'Loading data for all tenants. Please check back in 1 minute' },
	]);
	const { send, clock } = cippWith({ ListLicenses: [placeholder, placeholder, rows] });

	expect(await whenLoaded(send, clock, { ...list, endpoint: 'ListLicenses' })).toBe(rows);
});

describe('a list that starts another collection over all tenants at each look', () => {
	const loading = (QueueId: string) =>
		ok({
			Results: [],
			Metadata: { QueueMessage: 'Loading data for all tenants. Please check back', QueueId },
		});

	it('is empty when it does so after the first one is completed', async () => {
		const { send, clock, asked } = cippWith({
			ListConditionalAccessPolicies: [loading('q1'), loading('q2')],
			ListCippQueue: [ok([{ RowKey: 'q1', Status: 'Completed (with errors)' }])],
		});

		const answer = await whenLoaded(send, clock, {
			...list,
			endpoint: 'ListConditionalAccessPolicies',
		});

		expect(answer.body).toEqual({ Results: [] });
		expect(asked.filter((name) => name !== 'ListCippQueue')).toHaveLength(2);
	});

	it('is given up soon when CIPP does not tell how they ended', async () => {
		let jobs = 0;
		const { clock } = cippWith({});
		const send = async ({ endpoint }: CippRequest): Promise<CippAnswer> =>
			endpoint === 'ListCippQueue' ? ok([]) : loading(`q${++jobs}`);

		await whenLoaded(send, clock, list);

		expect(jobs).toBeLessThan(5);
	});

	it('is looked at slowly and few times when it names no job', async () => {
		const placeholder = ok([
			{ UPN: 'Loading data for all tenants. Please check back in a few minutes' },
		]);
		const { send, clock, asked, passed } = cippWith({ ListMFAUsers: [placeholder] });

		await whenLoaded(send, clock, { ...list, endpoint: 'ListMFAUsers' });

		expect(asked.length).toBeLessThanOrEqual(4);
		expect(passed()).toBeGreaterThan(200);
	});
});

it('gives up after a quarter of an hour, with the placeholder', async () => {
	const { send, clock, passed } = cippWith({
		ListGraphRequest: [queued],
		ListCippQueue: [ok([{ RowKey: 'q1', Status: 'Running' }])],
	});

	expect(await whenLoaded(send, clock, list)).toBe(queued);
	expect(passed()).toBeLessThanOrEqual(900);
	expect(passed()).toBeGreaterThan(880);
});

it('never sends again what changes something', async () => {
	const { send, clock, asked } = cippWith({ ExecThing: [queued] });

	await whenLoaded(send, clock, { method: 'POST', endpoint: 'ExecThing', body: {} });

	expect(asked).toEqual(['ExecThing']);
});
