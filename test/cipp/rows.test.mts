import { describe, expect, it } from 'vitest';
import { CippFailure } from '../../cipp/failure';
import { CippStillLoading, readRows, rowsOf } from '../../cipp/rows';
import { answer, replying } from './answers.mts';

const adele = { id: '1', displayName: 'Adele Vance' };
const lee = { id: '2', displayName: 'Lee Gu' };
const rows = (body: unknown, status = 200) => rowsOf('ListUsers', answer(body, status));

describe('the rows of an answer', () => {
	// The letters are those of the table of shapes that CIPP answers in.
	it.each([
		['A a list', [adele, lee], [adele, lee]],
		['A a list of one, which arrives as an object', adele, [adele]],
		[
			'B an object',
			{ Task: { RowKey: 'x' }, Details: [] },
			[{ Task: { RowKey: 'x' }, Details: [] }],
		],
		['C Results', { Results: [adele, lee] }, [adele, lee]],
		['C Results of one, which arrives as an object', { Results: adele }, [adele]],
		['D Results and Metadata', { Results: [adele], Metadata: { nextLink: 'x' } }, [adele]],
		[
			"D' an object of counts",
			{ Results: { NewAlertsCount: 1, MSResults: [adele] } },
			[{ NewAlertsCount: 1, MSResults: [adele] }],
		],
		['Results in Results', { Results: { Results: [adele] } }, [adele]],
		['a list in a JSON string', JSON.stringify(JSON.stringify([adele])), [adele]],
		['null', null, []],
		['an empty text', '', []],
		['an empty list', [], []],
		['[null]', [null], []],
		['Results: null', { Results: null }, []],
		['Results: [null]', { Results: [null] }, []],
		['a hole in a list', [adele, null, lee], [adele, lee]],
	])('come out of %s', (_name, body, expected) => {
		expect(rows(body)).toEqual(expected);
	});

	it.each([
		['a sentence', 'Graph Error: Resource not found - Endpoint: users'],
		['a sentence in a list', ['Failed to get mailboxes']],
		['a sentence under Results', { Results: 'Failed to get mailboxes' }],
		[
			'a row that holds nothing but an error',
			{ Results: [{ Error: 'The operation is not allowed' }] },
		],
		[
			'a row that holds nothing but a state of error',
			{ Results: [{ state: 'error', resultText: 'Failed to retrieve mappings' }] },
		],
		['an error at the top', { error: 'No alignment data' }],
		['a page', '<!doctype html><html></html>'],
	])('are refused when %s comes with status 200', (_name, body) => {
		expect(() => rows(body)).toThrow(CippFailure);
	});

	it('are refused for any status from 300 on, even with rows', () => {
		for (const status of [302, 400, 403, 404, 429, 500, 503]) {
			expect(() => rows([adele], status)).toThrow(CippFailure);
		}
	});

	it('say who failed and why', () => {
		expect(() => rows(['Failed to get mailboxes'])).toThrow('ListUsers: Failed to get mailboxes');
	});

	it('may hold a column named error beside others', () => {
		expect(rows([{ id: '1', error: 'none' }])).toEqual([{ id: '1', error: 'none' }]);
		expect(rows([{ state: 'error', name: 'x' }])).toEqual([{ state: 'error', name: 'x' }]);
	});
});

describe('data that is still being collected', () => {
	it.each([
		[
			'the queued flag',
			{
				Results: [],
				Metadata: {
					Queued: true,
					QueueMessage: 'Loading data for all tenants. Please check back after the job completes',
					QueueId: 'q',
				},
			},
		],
		['the queued flag alone', { Results: [], Metadata: { Queued: true } }],
		[
			'a queue message alone',
			{
				Results: [],
				Metadata: { QueueMessage: 'Still loading data. Please check back in a few minutes' },
			},
		],
		[
			'a placeholder tenant',
			[{ Tenant: 'Loading data for all tenants. Please check back in 1 minute' }],
		],
		[
			'a placeholder license',
			[{ License: 'Loading data for all tenants. Please check back in 1 minute' }],
		],
		[
			'a single placeholder user',
			{ UPN: 'Loading data for all tenants. Please check back in 10 minutes' },
		],
	])('is told from rows by %s', (_name, body) => {
		expect(() => rows(body)).toThrow(CippStillLoading);
	});

	it('is named with what CIPP says', () => {
		expect(() =>
			rows({
				Results: [],
				Metadata: { Queued: true, QueueMessage: 'Data still processing, please wait' },
			}),
		).toThrow(
			'ListUsers: CIPP is still collecting the data ("Data still processing, please wait")',
		);
	});

	it.each([
		['a person who is called so', [{ id: '1', displayName: 'Loading Dock' }]],
		['two rows, one of them called so', [{ Tenant: 'Loading data' }, { Tenant: 'Contoso' }]],
		[
			'rows with an empty queue message',
			{ Results: [{ id: '1' }], Metadata: { QueueMessage: '' } },
		],
	])('is not seen in %s', (_name, body) => {
		expect(rows(body).length).toBeGreaterThan(0);
	});
});

it('reads a list with the request it is given', async () => {
	const { send, requests } = replying(answer({ Results: [adele] }));
	const request = {
		method: 'GET' as const,
		endpoint: 'ListUsers',
		query: { tenantFilter: 'contoso.com' },
	};
	expect(await readRows(send, request)).toEqual([adele]);
	expect(requests).toEqual([request]);
});
