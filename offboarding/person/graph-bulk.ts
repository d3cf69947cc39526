import { isObject } from '../../cipp/body';
import { sentenceOf } from '../../cipp/said';
import { graphBatch } from '../../cipp/graph-batch';
import type { Send } from '../../cipp/request';
import { rowsOf, type Row } from '../../cipp/rows';
import { CannotRead, readable } from './state-reader';

/** The answers of several Graph readings that went out in one call. */
export interface GraphAnswers {
	/** @throws {CannotRead} */
	one(id: string): Row;
	/** All pages. @throws {CannotRead} */
	many(id: string): Row[];
}

/**
 * Sends several Graph readings in one call.
 *
 * @param paths Graph path (without version) by any id
 * @throws {CannotRead} when the call as a whole fails
 */
export async function readGraph(
	send: Send,
	domain: string,
	paths: Record<string, string>,
): Promise<GraphAnswers> {
	if (Object.keys(paths).length === 0) return answersOf([]);
	const rows = await readable(
		'ListGraphBulkRequest',
		send(graphBatch(domain, paths)).then((answer) => rowsOf('ListGraphBulkRequest', answer)),
	);
	return answersOf(rows);
}

function answersOf(rows: Row[]): GraphAnswers {
	const bodyOf = (id: string): Row => {
		const row = rows.find((candidate) => candidate.id === id);
		// CIPP answers null for a tenant that it does not manage, and drops what it did not send.
		if (!row) throw new CannotRead('failed', `CIPP gave no answer to the Graph reading "${id}"`);
		const status = Number(row.status);
		if (status < 300 && isObject(row.body)) return row.body;
		throw refusal(id, status, row.body);
	};
	return {
		one: bodyOf,
		many: (id) => {
			const { value } = bodyOf(id);
			return Array.isArray(value) ? value.filter(isObject) : [];
		},
	};
}

/** Microsoft's own refusal of one reading: its status says nothing about the API client of CIPP. */
function refusal(id: string, status: number, body: unknown): CannotRead {
	const said = sentenceOf(body) || `status ${status} and no text`;
	const isMissing = status === 404 || /mysite not found/i.test(said);
	return new CannotRead(isMissing ? 'notThere' : 'failed', `Graph reading "${id}": ${said}`);
}
