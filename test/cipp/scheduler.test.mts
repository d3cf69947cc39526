import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOver, isoTime, listTasks, readTaskResults, sentencesOf } from '../../cipp/scheduler';
import { answer, replying } from './answers.mts';

// Far from UTC, where a time that is read in the zone of the machine would be seen.
const zone = process.env.TZ;
beforeAll(() => {
	process.env.TZ = 'Pacific/Auckland';
});
afterAll(() => {
	if (zone === undefined) delete process.env.TZ;
	else process.env.TZ = zone;
});

const row = {
	RowKey: 'task-1',
	Name: 'Offboarding: adele.vance@contoso.com',
	TaskState: 'Completed',
	Reference: 'TICKET-1',
	ScheduledTime: '2026-03-02T09:00:00',
	ExecutedTime: '2026-03-02T09:01:30.1234567Z',
	Results:
		'[{"Results":"Successfully revoked sessions for adele.vance@contoso.com"},{"Results":"No rules found"}]',
};

async function task(changes: Record<string, unknown> = {}) {
	const { send } = replying(answer([{ ...row, ...changes }]));
	return (await listTasks(send, 'Invoke-CIPPOffboardingJob', 'contoso.com'))[0];
}

describe('the list of tasks', () => {
	it('is asked for by command and tenant, past every cache', async () => {
		const { send, requests } = replying(answer([]));
		expect(await listTasks(send, 'Invoke-CIPPOffboardingJob', 'contoso.com')).toEqual([]);
		expect(requests).toEqual([
			{
				method: 'GET',
				endpoint: 'ListScheduledItems',
				query: { Type: 'Invoke-CIPPOffboardingJob', tenantFilter: 'contoso.com' },
				fresh: true,
			},
		]);
	});

	it('is asked for once for all tenants', async () => {
		const { send, requests } = replying(answer([]));
		await listTasks(send, 'Remove-CIPPLicense', null);
		expect(requests).toMatchObject([{ query: { Type: 'Remove-CIPPLicense' } }]);
		expect(requests[0].query).not.toHaveProperty('tenantFilter');
	});

	it('is read whether it holds one task, which comes as an object, or more', async () => {
		const one = replying(answer(row));
		const two = replying(answer([row, row]));
		expect(await listTasks(one.send, '', '')).toHaveLength(1);
		expect(await listTasks(two.send, '', '')).toHaveLength(2);
	});

	it('gives each task with its times in UTC and its sentences in order', async () => {
		expect(await task({ Timestamp: '2026-03-02T09:01:31Z' })).toEqual({
			id: 'task-1',
			name: 'Offboarding: adele.vance@contoso.com',
			state: 'Completed',
			reference: 'TICKET-1',
			scheduledFor: '2026-03-02T09:00:00.000Z',
			executed: '2026-03-02T09:01:30.123Z',
			written: '2026-03-02T09:01:31.000Z',
			said: ['Successfully revoked sessions for adele.vance@contoso.com', 'No rules found'],
			saidElsewhere: false,
		});
	});

	it('gives a task that has not run without sentences', async () => {
		const planned = await task({
			TaskState: 'Planned',
			Results: 'Planned',
			ExecutedTime: '1970-01-01T00:00:00Z',
			Reference: null,
		});
		expect(planned).toMatchObject({
			said: [],
			saidElsewhere: false,
			executed: null,
			reference: '',
		});
	});

	it('notices that the sentences are too long to be in the list', async () => {
		const text = 'Offboarding completed, details are available in the More Info pane';
		expect((await task({ Results: JSON.stringify({ Results: text }) })).saidElsewhere).toBe(true);
		expect((await task({ Results: text })).saidElsewhere).toBe(true);
	});
});

describe('the sentences in Results', () => {
	it.each([
		['an object in a JSON string', '{"Results":"a"}', ['a']],
		['a list in a JSON string', '[{"Results":"a"},{"Results":"b"}]', ['a', 'b']],
		['a list of texts in a JSON string', '["a","b"]', ['a', 'b']],
		['a list in an object', '{"Results":["a","b"]}', ['a', 'b']],
		['an object with a text of its own', '[{"resultText":"a","state":"success"}]', ['a']],
		[
			'plain text',
			'Task Failed: @{Message=Tenant not found; NormalizedError=x}',
			['Task Failed: Tenant not found'],
		],
		['data that is parsed already', [{ Results: 'a' }, 'b'], ['a', 'b']],
		['nothing', '', []],
		['null', null, []],
		['an empty list', '[]', []],
	])('come out of %s', (_name, results, expected) => {
		expect(sentencesOf(results)).toEqual(expected);
	});
});

describe('a time of CIPP', () => {
	it.each([
		['ISO with a zone', '2026-03-02T09:00:00Z', '2026-03-02T09:00:00.000Z'],
		['ISO with an offset', '2026-03-02T10:00:00+01:00', '2026-03-02T09:00:00.000Z'],
		['ISO without a zone, which is UTC', '2026-03-02T09:00:00', '2026-03-02T09:00:00.000Z'],
		[
			'ISO without a zone, with fractions',
			'2026-03-02T09:00:00.5000000',
			'2026-03-02T09:00:00.500Z',
		],
		['seconds as text', '1772442000', '2026-03-02T09:00:00.000Z'],
		['seconds as a number', 1_772_442_000, '2026-03-02T09:00:00.000Z'],
		['1970 for never', '1970-01-01T00:00:00', null],
		['1970 with a zone', '1970-01-01T00:00:00Z', null],
		['zero for at once', '0', null],
		['zero as a number', 0, null],
		['nothing', '', null],
		['null', null, null],
		['no column', undefined, null],
		['words', 'never', null],
	])('is read: %s', (_name, value, expected) => {
		expect(isoTime(value)).toBe(expected);
	});
});

describe('the details of a task', () => {
	it('hold all sentences, as texts and as objects', async () => {
		const { send, requests } = replying(
			answer({
				Task: { RowKey: 'task-1' },
				Details: [
					{ Tenant: 'contoso.com', Results: [{ Results: 'a' }, 'b'] },
					{ Tenant: 'contoso.com', Results: '{"Results":"c"}' },
				],
			}),
		);
		expect(await readTaskResults(send, 'task-1')).toEqual(['a', 'b', 'c']);
		expect(requests).toMatchObject([
			{ endpoint: 'ListScheduledItemDetails', query: { RowKey: 'task-1' }, fresh: true },
		]);
	});

	it('are empty before the task has run', async () => {
		const { send } = replying(answer({ Task: { RowKey: 'task-1' }, Details: null }));
		expect(await readTaskResults(send, 'task-1')).toEqual([]);
	});
});

it.each([
	['Completed', true],
	['Failed', true],
	['Planned', false],
	['Pending', false],
	['Running', false],
	['Processing', false],
	['Failed - Planned', false],
])('takes %s for the end: %s', async (state, over) => {
	expect(isOver(await task({ TaskState: state }))).toBe(over);
});
