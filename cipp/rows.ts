import { isHtml, isObject } from './body';
import { CippFailure } from './failure';
import type { CippAnswer, CippRequest, RequestSummary, Send } from './request';
import { Trouble } from './trouble';

export type Row = Record<string, unknown>;

/** CIPP is still collecting the data: ask again later. */
export class CippStillLoading extends Trouble {
	constructor(endpoint: string, said: string, request?: RequestSummary) {
		super(
			`${endpoint}: CIPP is still collecting the data ("${said}")`,
			'Run it again in a minute or two.',
			{ request },
		);
	}
}

/**
 * Reads a list endpoint and returns its rows.
 *
 * @throws {CippFailure} when CIPP refuses or fails, also where it says so with status 200
 * @throws {CippStillLoading} when CIPP answers with a placeholder instead of data
 */
export async function readRows(send: Send, request: CippRequest): Promise<Row[]> {
	const answer = await send(request);
	return rowsOf(request.endpoint, answer);
}

/** Rows of an answer: one object, none, null and nested `Results` all become a clean list. */
export function rowsOf(endpoint: string, answer: CippAnswer): Row[] {
	if (answer.status >= 300 || isHtml(answer.body)) throw new CippFailure(endpoint, answer);

	const waiting = loadingText(answer.body);
	if (waiting !== undefined) throw new CippStillLoading(endpoint, waiting, answer.request);

	const values = listOf(answer.body);
	const rows = values.filter(isObject);
	if (rows.length < values.length || rows.some(isOnlyError))
		throw new CippFailure(endpoint, answer);
	return rows;
}

function listOf(body: unknown): unknown[] {
	if (body === null || body === undefined || body === '') return [];
	if (Array.isArray(body)) return body.filter((entry) => entry !== null && entry !== '');
	if (isObject(body) && isEnvelope(body)) return listOf(body.Results);
	return [body];
}

/** A single task comes as an object too, and has a column of that name, which holds text. */
function isEnvelope(body: Row): boolean {
	if (!('Results' in body)) return false;
	return typeof body.Results !== 'string' || Object.keys(body).length <= 2;
}

/** ListExoRequest, ExecCustomData and others put a failure where rows were meant. */
function isOnlyError(row: Row): boolean {
	const names = Object.keys(row);
	if (names.length === 1) return names[0].toLowerCase() === 'error';
	return names.length === 2 && row.state === 'error' && typeof row.resultText === 'string';
}

const placeholder = /^(still )?loading\b.*\b(data|tenants|check back)\b/i;

/** The sentence that CIPP puts in the place of data it is still collecting. */
export function loadingText(body: unknown): string | undefined {
	if (isObject(body) && isObject(body.Metadata)) {
		const { Queued, QueueMessage } = body.Metadata;
		if (Queued === true || (typeof QueueMessage === 'string' && QueueMessage !== '')) {
			return typeof QueueMessage === 'string' ? QueueMessage : 'Loading data';
		}
	}
	const rows = listOf(body);
	if (rows.length !== 1 || !isObject(rows[0])) return undefined;
	return Object.values(rows[0]).find(
		(value): value is string => typeof value === 'string' && placeholder.test(value),
	);
}
