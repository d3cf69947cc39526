import { isObject } from './body';
import { CippFailure } from './failure';
import { tellsOfFailure } from './outcome';
import type { CippAnswer, CippRequest, RequestSummary, Send } from './request';
import { Trouble } from './trouble';
import { isPage, wholeAnswer } from './whole-answer';

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

/**
 * Rows of an answer: one object, none, null and nested `Results` all become a clean list. A row that only
 * tells of a failure is one, and so is an answer that holds an error and no rows.
 *
 * Of several tenants some may be refused: their rows are still in it, see `refusalIn`.
 */
export function rowsOf(endpoint: string, given: CippAnswer): Row[] {
	const answer = wholeAnswer(given);
	if (answer.status >= 300 || isPage(answer)) throw new CippFailure(endpoint, answer);

	const waiting = loadingText(answer.body);
	if (waiting !== undefined) throw new CippStillLoading(endpoint, waiting, answer.request);

	const values = listOf(answer.body);
	const rows = values.filter(isObject);
	if (rows.length < values.length || rows.some(isOnlyError))
		throw new CippFailure(endpoint, answer);
	if (rows.some(hasNoColumns)) throw notRead(endpoint, 'CIPP answered with a row that is empty');
	const excuse = rows.length === 0 ? excuseOf(answer.body) : sharedRefusal(rows);
	if (excuse !== undefined) throw notRead(endpoint, excuse);
	return rows.filter((row) => !saysNothingFound(row));
}

/** Status 200, and nothing was read: CIPP could not, or Microsoft did not let it. */
export function notRead(endpoint: string, said: string): CippFailure {
	return new CippFailure(endpoint, { status: 200, headers: {}, body: said });
}

function listOf(body: unknown): unknown[] {
	if (body === null || body === undefined || body === '') return [];
	if (Array.isArray(body)) return body.filter((entry) => entry !== null && entry !== '');
	if (isObject(body) && isEnvelope(body)) {
		return hasNoColumns(body.Results) ? [] : listOf(body.Results);
	}
	return [body];
}

const hasNoColumns = (value: unknown): boolean =>
	isObject(value) && Object.keys(value).length === 0;

/** A single task comes as an object too, and has a column of that name, which holds text. */
function isEnvelope(body: Row): boolean {
	if (!('Results' in body)) return false;
	return typeof body.Results !== 'string' || Object.keys(body).length <= 2;
}

/** ListExoRequest, ExecCustomData and others put a failure where rows were meant. */
function isOnlyError(row: Row): boolean {
	const names = Object.keys(row).map((name) => name.toLowerCase());
	const [only] = Object.values(row);
	if (names.length === 1) {
		const isSentence = ['results', 'resulttext', 'message'].includes(names[0]);
		return names[0] === 'error' || (isSentence && tellsOfFailure(String(only)));
	}
	const state = String(row.state ?? '').toLowerCase();
	return (
		names.length === 2 &&
		(state === 'error' || state === 'failed') &&
		typeof row.resultText === 'string'
	);
}

/** Why an answer holds no rows, where it says so beside them. */
function excuseOf(body: unknown): string | undefined {
	if (!isObject(body)) return undefined;
	const { Metadata: metadata } = body;
	const beside = [body.error, body.Error, body.Errors, body.IsError === true ? body.Message : ''];
	const said = [...beside, isObject(metadata) ? metadata.Warnings : '']
		.flat()
		.map((entry) => (isObject(entry) ? String(entry.message ?? JSON.stringify(entry)) : entry))
		.filter((entry): entry is string => typeof entry === 'string' && entry !== '');
	return said.length === 0 ? undefined : said.join('; ');
}

/** A tenant that CIPP could not read, in a list over several. */
export interface Refusal {
	tenant: string;
	said: string;
}

const couldNotConnect = /^could not connect(?: to (?:tenant|client)\b|$)/i;

/** What a row of one's own has, and one that stands for a tenant that refused has not. */
const ids = ['id', 'guid', 'identity', 'ruleidentity', 'objectid', 'skuid'];

/** Among the rows of several tenants CIPP puts one for each that it could not read. */
export function refusalIn(row: Row): Refusal | undefined {
	const said = Object.values(row).find(
		(value): value is string => typeof value === 'string' && couldNotConnect.test(value),
	);
	if (said === undefined || hasId(row)) return undefined;
	return { tenant: String(row.Tenant ?? row.UPN ?? ''), said };
}

const hasId = (row: Row): boolean =>
	Object.entries(row).some(
		([name, value]) => ids.includes(name.toLowerCase()) && Boolean(value) && value !== 'Error',
	);

function sharedRefusal(rows: Row[]): string | undefined {
	const refusals = rows.map(refusalIn);
	if (!refusals.every((refusal) => refusal !== undefined)) return undefined;
	return refusals.map(({ tenant, said }) => (tenant ? `${tenant}: ${said}` : said)).join('; ');
}

/** Some lists hold one row with a name such as "No rules found". */
function saysNothingFound(row: Row): boolean {
	const columns = Object.entries(row).filter(([name]) => name !== 'Tenant');
	const [[, only] = []] = columns;
	return columns.length === 1 && typeof only === 'string' && /^no [\w ]+ found\W*$/i.test(only);
}

const placeholder =
	/^(?:(?:still )?loading\b.*\bcheck back\b|data still processing, please wait\b)/i;

/** The sentence that CIPP puts in the place of data it is still collecting. */
export function loadingText(body: unknown): string | undefined {
	if (isObject(body) && isObject(body.Metadata)) {
		const { Queued, QueueMessage } = body.Metadata;
		if (Queued === true || (typeof QueueMessage === 'string' && QueueMessage !== '')) {
			return typeof QueueMessage === 'string' ? QueueMessage : 'Loading data';
		}
	}
	const rows = listOf(body);
	if (rows.length !== 1 || !isObject(rows[0]) || hasId(rows[0])) return undefined;
	return Object.values(rows[0]).find(
		(value): value is string => typeof value === 'string' && placeholder.test(value),
	);
}
