import { isObject, parseBody } from './body';
import type { Send } from './request';
import { readRows, type Row } from './rows';

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
	const rows = await readRows(send, {
		method: 'GET',
		endpoint: 'ListScheduledItems',
		query: { Type: command, ...(domain === null ? {} : { tenantFilter: domain }) },
		fresh: true,
	});
	return rows.map(taskOf);
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

/** Results are a JSON string: one object, or a list of `{Results: text}`. */
export function sentencesOf(results: unknown): string[] {
	const value = parseBody(results);
	if (value === null || value === undefined || value === '') return [];
	if (Array.isArray(value)) return value.flatMap(sentencesOf);
	if (isObject(value))
		return sentencesOf(value.Results ?? value.resultText ?? JSON.stringify(value));
	return [withoutDump(String(value))];
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
