import { attempt } from '../../cipp/attempt';
import { isObject } from '../../cipp/body';
import type { CippRequest } from '../../cipp/request';
import { rowsOf } from '../../cipp/rows';
import type { SharedReads } from '../../cipp/shared-reads';
import type { ListOfIds, Operation } from '../../operations/vocabulary';
import { InvalidInput } from '../errors';
import { withoutItsSecrets } from './secret-errors';

/**
 * Looks whether what an update names is there: CIPP makes something new of an ID that it does not know.
 *
 * @returns what to tell beside the result; null when it is there
 * @throws {InvalidInput} when CIPP lists it nowhere
 */
export async function rejectUnknown(
	{ changes }: Pick<Operation, 'changes'>,
	request: CippRequest,
	reads: SharedReads,
): Promise<string | null> {
	if (!changes) return null;
	const id = textIn(request, changes.wire);
	if (id === '') return null;
	const list = 'by' in changes ? changes.lists[textIn(request, changes.by)] : changes;
	if (!list)
		return `Nobody could look whether "${id}" existed before: CIPP has no list of this kind.`;
	const { value: ids, error } = await attempt(idsIn(list, reads));
	if (error) {
		const { message } = withoutItsSecrets({}, error);
		return `Nobody could look whether "${id}" existed before: ${message}`;
	}
	if (ids.includes(id.toLowerCase())) return null;
	throw new InvalidInput(
		`CIPP lists nothing with the ID "${id}"`,
		`It would make something new of it. Take the ID from the column ${list.column} of the list.`,
	);
}

function textIn({ body, query }: CippRequest, wire: string): string {
	const value = isObject(body) && wire in body ? body[wire] : query?.[wire];
	return typeof value === 'string' ? value.trim() : '';
}

/** In lower case. Read past CIPP's cache, which may be older than what the last node made. */
async function idsIn(
	{ endpoint, query, column }: ListOfIds,
	reads: SharedReads,
): Promise<string[]> {
	const request: CippRequest = { method: 'GET', endpoint, query, fresh: true };
	const rows = rowsOf(endpoint, await reads.answerTo(request, 'read'));
	return rows.map((row) => String(row[column] ?? '').toLowerCase());
}
