import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { isObject } from '../cipp/body';
import { readOutcome, type Message, type Outcome } from '../cipp/outcome';
import { rowsOf, type Row } from '../cipp/rows';
import type { CippAnswer } from '../cipp/request';
import { rejectFailureRow } from '../cipp/tenants';
import type { Answer, Operation } from '../operations/vocabulary';
import { InvalidInput, NotDone } from './errors';
import { rowsIn } from './shapes';

export interface Listing {
	/** Null: all. */
	limit: number | null;
	simplify: boolean;
}

/**
 * The items that an answer becomes.
 *
 * @throws {NotDone} when CIPP did not do all of it, or does not say whether it did
 */
export function itemsOf(
	operation: Operation,
	answer: CippAnswer,
	listing: Listing,
	itemIndex: number,
): INodeExecutionData[] {
	return resultsOf(operation, answer, listing).map((row) => ({
		json: row as IDataObject,
		pairedItem: { item: itemIndex },
	}));
}

function resultsOf(operation: Operation, answer: CippAnswer, listing: Listing): Row[] {
	if (operation.answer.kind === 'outcome') return [done(operation, operation.answer, answer)];
	const rows = rowsIn(operation, answer);
	rejectFailureRow(rows);
	if (operation.answer.kind === 'row') {
		const { missing, excuse } = operation.answer;
		const said = excuse === undefined ? undefined : rows[0]?.[excuse];
		if (rows.length === 0 || said) {
			throw new InvalidInput(said ? String(said) : missing, 'Check the name and the tenant.');
		}
		return [rows[0]];
	}
	const some = listing.limit === null ? rows : rows.slice(0, listing.limit);
	if (operation.answer.kind !== 'rows' || !listing.simplify) return some;
	const { simple } = operation.answer;
	// Where the columns depend on what is asked for, there is nothing to choose from.
	if (simple.length === 0) return some;
	return some.map((row) => simplified(row, simple));
}

function simplified(row: Row, columns: string[]): Row {
	return Object.fromEntries(
		columns.filter((column) => column in row).map((column) => [column, row[column]]),
	);
}

function done(
	operation: Pick<Operation, 'endpoint' | 'secret'>,
	expected: Extract<Answer, { kind: 'outcome' }>,
	answer: CippAnswer,
): Row {
	const outcome = readOutcome(answer, expected);
	const offered = outcome.messages.flatMap(({ copy }) => (copy ? [copy] : []));
	const isSecret = operation.secret?.some((path) => /^messages\b/.test(path)) === true;
	const said = outcome.messages.map((message) =>
		isSecret ? hiddenSentence(message, offered) : withoutCopies(message, offered),
	);
	const status = statusOf(outcome, expected);
	const copies = outcome.messages.flatMap(({ copy, text, state }) =>
		copy !== undefined ? [copy] : isSecret && state !== 'failed' ? [text] : [],
	);
	const result = { status, messages: said };
	if (status === 'succeeded' || status === 'queued') {
		return { ...result, ...copied(copies) };
	}
	throw new NotDone(operation.endpoint, status, result, copied(copies), {
		...outcome,
		messages: said,
	});
}

function statusOf(
	outcome: Outcome,
	expected: Extract<Answer, { kind: 'outcome' }>,
): Outcome['status'] {
	const isSilentSuccess = outcome.status === 'unknown' && expected.silenceIsSuccess;
	const status = isSilentSuccess ? 'succeeded' : outcome.status;
	return status === 'succeeded' && expected.onlyQueues ? 'queued' : status;
}

/** A user name beside the password, or the passwords of several people: all of them, in CIPP's order. */
function copied(copies: string[]): Row {
	if (copies.length === 0) return {};
	return copies.length === 1 ? { copyField: copies[0] } : { copyFields: copies };
}

/** Some sentences hold a passcode that CIPP does not mark: they stand where secrets stand. */
function hiddenSentence(message: Message, offered: string[]): Omit<Message, 'copy'> {
	return message.state === 'failed'
		? withoutCopies(message, offered)
		: { text: '[hidden, see copyField]', state: message.state };
}

/** What CIPP offers to copy is a secret more often than not; it stands in a field of its own. */
function withoutCopies({ text, state }: Message, offered: string[]): Omit<Message, 'copy'> {
	const hidden = offered.reduce((rest, copy) => rest.split(copy).join('[hidden]'), text);
	return { text: hidden, state };
}

/**
 * The items of an answer that nobody has declared: rows where it holds rows, else what CIPP says.
 *
 * @throws {CippFailure} or {NotDone} when CIPP refuses, fails, or says nothing
 */
export function itemsOfAny(
	endpoint: string,
	answer: CippAnswer,
	itemIndex: number,
): INodeExecutionData[] {
	const results = holdsSentences(answer)
		? [done({ endpoint }, { kind: 'outcome' }, answer)]
		: rowsOf(endpoint, answer);
	return results.map((row) => ({ json: row as IDataObject, pairedItem: { item: itemIndex } }));
}

/** Texts, or objects that speak of success and failure. */
function holdsSentences({ status, body }: CippAnswer): boolean {
	if (status >= 300) return false;
	const results = isObject(body) && 'Results' in body ? body.Results : body;
	const entries = Array.isArray(results) ? results : [results];
	return entries.some(
		(entry) =>
			typeof entry === 'string' ||
			(isObject(entry) &&
				['resultText', 'success', 'error', 'Error'].some((name) => name in entry)),
	);
}
