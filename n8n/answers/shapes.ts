import { isObject } from '../../cipp/body';
import type { CippAnswer } from '../../cipp/request';
import { rowsOf, type Row } from '../../cipp/rows';
import type { Answer, Operation } from '../../operations/vocabulary';
import { rejectMissing } from './missing';

type Rows = Extract<Answer, { kind: 'rows' }>;

/**
 * The rows of an answer, also where its shape is not the usual one.
 *
 * @throws {InvalidInput} when CIPP stumbles over the ID of something that is not there
 */
export function rowsIn(
	{ endpoint, answer: expected }: Pick<Operation, 'endpoint' | 'answer'>,
	answer: CippAnswer,
): Row[] {
	if (answer.status >= 300) {
		rejectMissing(expected, endpoint, answer);
		return rowsOf(endpoint, answer);
	}
	if (expected.kind === 'row' && expected.whole) {
		// Inside a list nothing is taken for an envelope.
		return rowsOf(endpoint, { ...answer, body: [answer.body].flat() });
	}
	if (expected.kind === 'row' && holdsEmptyRow(answer.body)) return [{}];
	if (expected.kind !== 'rows') return rowsOf(endpoint, answer);
	const rows = rowsOf(endpoint, { ...answer, body: withoutTexts(answer.body, expected) });
	return expected.under === undefined ? rows : rows.flatMap(listUnder(expected.under));
}

/** One thing of which CIPP has stored nothing, such as the cache of an extension. */
const holdsEmptyRow = (body: unknown): boolean =>
	isObject(body) && isObject(body.Results) && Object.keys(body.Results).length === 0;

/** Names become rows. A sentence is no name: it has spaces, and tells of a failure. */
function withoutTexts(body: unknown, { names, nothing }: Rows): unknown {
	if (names === undefined && nothing === undefined) return body;
	const entries = [body].flat();
	const [only] = entries;
	if (entries.length === 1 && typeof only === 'string' && nothing?.test(only)) return [];
	return names === undefined ? body : entries.map((entry) => named(entry, names));
}

function named(entry: unknown, column: string): unknown {
	return typeof entry === 'string' && /^\S+$/.test(entry) ? { [column]: entry } : entry;
}

const listUnder =
	(name: string) =>
	(row: Row): Row[] => {
		const list = row[name];
		return Array.isArray(list) ? list.filter(isObject) : [row];
	};
