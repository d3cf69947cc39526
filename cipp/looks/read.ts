import { attempt } from '../attempt';
import { isObject } from '../body';
import { mapBounded } from '../bounded';
import { CippFailure } from '../failure';
import { graphBatch } from '../graph-batch';
import type { CippAnswer, CippRequest, Send } from '../request';
import { rowsOf, type Row } from '../rows';
import { sentenceOf } from '../said';
import { Trouble } from '../trouble';
import type { Reading, Seen } from './proof';

/** Microsoft takes so many readings in one batch. */
const mostTogether = 20;

type Readable = Exclude<Reading, { unseen: string }>;
type GraphReading = Extract<Reading, { graph: string }>;

export const nameOf = (reading: Reading): string =>
	JSON.stringify('request' in reading ? reading.request : reading);

/**
 * Reads what is looked at: the same only once, and objects of Microsoft Graph of one tenant in batches.
 * What a batch does not clearly answer is asked for alone.
 *
 * @returns what was seen, by name of the reading
 */
export async function readAll(
	readings: Reading[],
	send: Send,
	atOnce: number,
): Promise<Map<string, Seen>> {
	const open = new Map(readings.map((reading) => [nameOf(reading), reading]));
	const seen = new Map<string, Seen>();
	await mapBounded(batchesOf([...open.values()]), atOnce, async (batch) => {
		for (const [name, one] of await readTogether(batch, send)) seen.set(name, one);
	});
	const alone = [...open].filter(([name]) => !seen.has(name));
	await mapBounded(alone, atOnce, async ([name, reading]) => {
		seen.set(name, await readAlone(reading, send));
	});
	return seen;
}

/** Reads one thing. */
export async function readOne(reading: Reading, { send }: { send: Send }): Promise<Seen> {
	return await readAlone(reading, send);
}

function batchesOf(readings: Reading[]): GraphReading[][] {
	const byTenant = new Map<string, GraphReading[]>();
	for (const reading of readings) {
		// A filter would have to be written otherwise in a batch than beside it.
		if (!('graph' in reading) || '$filter' in reading.query || 'Version' in reading.query) continue;
		byTenant.set(reading.tenant, [...(byTenant.get(reading.tenant) ?? []), reading]);
	}
	return [...byTenant.values()].flatMap(inBatches).filter(({ length }) => length > 1);
}

function inBatches(readings: GraphReading[]): GraphReading[][] {
	const batches = [];
	for (let start = 0; start < readings.length; start += mostTogether)
		batches.push(readings.slice(start, start + mostTogether));
	return batches;
}

async function readTogether(batch: GraphReading[], send: Send): Promise<Array<[string, Seen]>> {
	const [{ tenant }] = batch;
	const paths = Object.fromEntries(batch.map((reading, index) => [index, addressOf(reading)]));
	const { value: answer, error } = await attempt(send(graphBatch(tenant, paths)));
	if (error || answer.status >= 300 || !Array.isArray(answer.body)) return [];
	return answer.body.filter(isObject).flatMap((reply): Array<[string, Seen]> => {
		const reading = batch[Number(reply.id)];
		const seen = reading && seenInReply(reply);
		return seen ? [[nameOf(reading), seen]] : [];
	});
}

const addressOf = ({ graph, query }: GraphReading): string =>
	[graph, ...Object.entries(query).map(([name, value]) => `${name}=${value}`)].join(
		graph.includes('?') ? '&' : '?',
	);

function seenInReply({ status, body }: Row): Seen | undefined {
	if (status !== 200 || !isObject(body)) return undefined;
	return { rows: Array.isArray(body.value) ? body.value.filter(isObject) : [body] };
}

async function readAlone(reading: Reading, send: Send): Promise<Seen> {
	if ('unseen' in reading) return { notRead: reading.unseen };
	const request = requestOf(reading);
	const { value: rows, error } = await attempt(rowsIn(reading, request, send));
	if (!error) return seenIn(reading, rows);
	if (!(error instanceof Trouble)) throw error;
	return seenInError(error);
}

async function rowsIn(reading: Readable, request: CippRequest, send: Send): Promise<Row[]> {
	const answer = await send(request);
	return 'graph' in reading ? rowsOf(request.endpoint, answer) : reading.rows(answer);
}

function seenIn(reading: Readable, rows: Row[]): Seen {
	const isUnread = 'request' in reading && reading.emptyIsUnread === true && rows.length === 0;
	return isUnread
		? { notRead: 'CIPP gave an empty list, as it does when Microsoft refuses' }
		: { rows };
}

/** Read past CIPP's caches, and of one tenant only. */
function requestOf(reading: Readable): CippRequest {
	if ('request' in reading) return { ...reading.request, fresh: true };
	const { graph: Endpoint, tenant: tenantFilter, query } = reading;
	return {
		method: 'GET',
		endpoint: 'ListGraphRequest',
		query: { tenantFilter, Endpoint, ...query, SkipCache: 'true' },
		fresh: true,
	};
}

function seenInError(error: Trouble): Seen {
	if (!(error instanceof CippFailure)) return { notRead: error.message };
	if (tellsOfNothing(error.answer)) return { isGone: true };
	const { message, missingRole } = error;
	return { notRead: message, ...(missingRole ? { permission: missingRole } : {}) };
}

/**
 * Microsoft's words for what is not there, which CIPP passes on with status 200, 400, 404 or 500. Those for
 * a tenant, an application or an account that cannot sign in are other ones.
 */
function tellsOfNothing({ status, body }: CippAnswer): boolean {
	const said = sentenceOf(body);
	if (status === 401 || status === 403 || /AADSTS|tenant identifier|service principal/i.test(said))
		return false;
	return nothingThere.test(said);
}

const nothingThere =
	/\b(?:does not|doesn't) exist\b|\bResourceNotFound\b|\bRequest_ResourceNotFound\b|\bImageNotFound\b|\bErrorItemNotFound\b|\bitemNotFound\b|\bManagementObjectNotFound|\bRuleNotFound|\b(?:couldn't|could not|wasn't|was not) (?:be )?found\b|\bResource not found\b|\bmysite not found\b/i;
