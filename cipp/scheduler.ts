import { isObject, parseBody } from './body';
import type { Send } from './request';
import { readRows, rowsOf, type Row } from './rows';

/** A scheduled task of CIPP as ListScheduledItems shows it. */
export interface Task {
	id: string;
	name: string;
	/** CIPP's own word: Planned, Pending, Running, Processing, Completed, Failed, Failed - Planned. */
	state: string;
	reference: string;
	scheduledFor: string | null;
	/** Null until it has run. */
	executed: string | null;
	/** When CIPP last wrote the row; of a planned task, when it was made. */
	written: string | null;
	/** CIPP's sentences, in order; empty until it has run. */
	said: string[];
	/** CIPP keeps results of more than 64,000 characters elsewhere and says so here. */
	saidElsewhere: boolean;
}

/** `Completed` means that CIPP has stopped working on it, not that it worked. */
export function isOver(task: Pick<Task, 'state'>): boolean {
	return task.state === 'Completed' || task.state === 'Failed';
}

/**
 * The visible tasks of one kind, newest first, past CIPP's cache.
 *
 * @param domain of the tenant; null for all tenants in one call
 */
export async function listTasks(
	send: Send,
	command: string,
	domain: string | null,
): Promise<Task[]> {
	const rows = await readTaskRows(send, {
		Type: command,
		...(domain === null ? {} : { tenantFilter: domain }),
	});
	return rows.map(taskOf);
}

/**
 * Rows of ListScheduledItems, past CIPP's cache. Rows without any column are left out: one that is broken
 * must not hide all others.
 */
export async function readTaskRows(send: Send, query: Record<string, string>): Promise<Row[]> {
	const request = { method: 'GET', endpoint: 'ListScheduledItems', query, fresh: true } as const;
	const answer = await send(request);
	return rowsOf(request.endpoint, { ...answer, body: withoutEmptyRows(answer.body) });
}

function withoutEmptyRows(body: unknown): unknown {
	if (!Array.isArray(body)) return body;
	const filled = body.filter((row) => !isObject(row) || Object.keys(row).length > 0);
	// Where no row has any, nothing was read.
	return filled.length > 0 ? filled : body;
}

/** A task's sentences in full, where the list only says that they are elsewhere. */
export async function readTaskResults(send: Send, id: string): Promise<string[]> {
	const [row] = await readRows(send, {
		method: 'GET',
		endpoint: 'ListScheduledItemDetails',
		query: { RowKey: id },
		fresh: true,
	});
	const details = Array.isArray(row?.Details) ? row.Details.filter(isObject) : [];
	return details.flatMap((detail) => sentencesOf(detail.Results));
}

function taskOf(row: Row): Task {
	const said = sentencesOf(row.Results);
	return {
		id: String(row.RowKey ?? ''),
		name: String(row.Name ?? ''),
		state: String(row.TaskState ?? ''),
		reference: String(row.Reference ?? ''),
		scheduledFor: isoTime(row.ScheduledTime),
		executed: isoTime(row.ExecutedTime),
		written: isoTime(row.Timestamp),
		said: said.length === 1 && said[0] === 'Planned' ? [] : said,
		saidElsewhere: said.length === 1 && /details are available in the more info/i.test(said[0]),
	};
}

/** Results are a JSON string: one object, or a list of `{Results: text}`. Whatever else it is, is shown as text. */
export function sentencesOf(results: unknown): string[] {
	return textsIn(results, deepest);
}

/** CIPP's own results are three levels deep. */
const deepest = 10;

function textsIn(given: unknown, levels: number): string[] {
	const value = parseBody(given);
	if (value === null || value === undefined || value === '') return [];
	if (typeof value !== 'object') return [withoutDump(String(value))];
	if (levels === 0) return [shownAsText(given)];
	if (Array.isArray(value)) return value.flatMap((entry) => textsIn(entry, levels - 1));
	const { Results: results, resultText } = value as Row;
	const own = results ?? resultText;
	return own === undefined || own === null ? [shownAsText(value)] : textsIn(own, levels - 1);
}

function shownAsText(value: unknown): string {
	if (typeof value === 'string') return value;
	try {
		return JSON.stringify(value);
	} catch {
		// Nested so deeply that it cannot be written.
		return 'CIPP gave a result that cannot be shown';
	}
}

/** A job that could not begin leaves an error object as PowerShell prints it, with paths of the server. */
function withoutDump(text: string): string {
	const dump = text.match(/(Task Failed: )?@\{Message=([\s\S]*?); NormalizedError=/);
	return dump ? `${dump[1] ?? ''}${dump[2]}` : text;
}

/** CIPP gives ISO times without a zone (they are UTC), epoch seconds as text, or 1970 for never. */
export function isoTime(value: unknown): string | null {
	if (value === null || value === undefined || value === '') return null;
	const text = String(value);
	const epoch = /^\d{9,11}$/.test(text) ? Number(text) * 1_000 : dateOf(text);
	return epoch > 0 ? new Date(epoch).toISOString() : null;
}

function dateOf(text: string): number {
	if (!/^\d{4}-\d\d-\d\d/.test(text)) return 0;
	return Date.parse(/T[\d:.]+$/.test(text) ? `${text}Z` : text) || 0;
}
