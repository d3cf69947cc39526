import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { isObject } from '../../cipp/body';
import { tellsOfMissingAccess } from '../../cipp/failure';
import { wholeAnswer } from '../../cipp/whole-answer';
import { readOutcome, type Outcome } from '../../cipp/outcome';
import { withoutSecrets } from '../../cipp/secrets';
import { refusalIn, rowsOf, type Refusal, type Row } from '../../cipp/rows';
import type { CippAnswer } from '../../cipp/request';
import { rejectFailureRow } from '../../cipp/tenants';
import {
	inSentences,
	type Answer,
	type Operation,
	type OutcomeAnswer,
} from '../../operations/vocabulary';
import { aboutNothing, type About } from './about';
import { InvalidInput, NotDone } from '../errors';
import { keptOf } from './kept';
import { rowWithoutSecrets, secretOf, sentencesWithoutSecrets } from './secrets';
import { rowsIn } from './shapes';
import { isUnread, rejectUnread } from './unread';

export interface Listing {
	/** Null: all. */
	limit: number | null;
	simplify: boolean;
	/** The author wants what the answer gives out that is secret; it is hidden otherwise. */
	outputSecret: boolean;
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
	about: About = aboutNothing,
): INodeExecutionData[] {
	return resultsOf(operation, answer, listing, about).map((row) => ({
		json: row as IDataObject,
		pairedItem: { item: itemIndex },
	}));
}

function resultsOf(
	operation: Operation,
	answer: CippAnswer,
	listing: Listing,
	about: About,
): Row[] {
	const { answer: expected } = operation;
	if (expected.kind === 'outcome') return [done(operation, expected, answer, listing, about)];
	const rows = rowsIn(operation, answer);
	rejectFailureRow(rows);
	if (expected.kind === 'rows' || expected.kind === 'row') {
		rejectUnread(operation.endpoint, rows, expected.unread);
	}
	const told = (row: Row): Row =>
		operation.effect === 'read' ? row : aboutChange(row, expected, about);
	const shown = (row: Row): Row => shownOf(operation, row, listing, about);
	if (expected.kind === 'row') return [told(shown(onlyRow(rows, expected)))];
	return listed(rows, expected, listing, shown).map(told);
}

/** The row with every secret hidden, and those apart that are wanted. */
function shownOf(
	operation: Pick<Operation, 'fields' | 'secret' | 'mayHoldSecrets' | 'withheld'>,
	row: Row,
	{ outputSecret }: Listing,
	{ secrets }: About,
): Row {
	const { row: rest, secret } = rowWithoutSecrets(operation, row, secrets);
	return outputSecret && secret !== undefined ? { ...rest, secret } : rest;
}

function onlyRow([row]: Row[], { missing, excuse }: Extract<Answer, { kind: 'row' }>): Row {
	const said = excuse === undefined ? undefined : row?.[excuse];
	if (row && !said) return row;
	throw new InvalidInput(said ? String(said) : missing, 'Check the name and the tenant.');
}

/** The rows of those tenants that CIPP could read, and one that tells of each that it could not. */
function listed(
	all: Row[],
	expected: Answer,
	{ limit, simplify }: Listing,
	shown: (row: Row) => Row,
): Row[] {
	const unread = expected.kind === 'rows' ? (expected.unread ?? []) : [];
	const refused = all.map((row) => refusalIn(row) ?? unreadIn(row, isUnread(row, unread)));
	const rows = all.filter((_row, index) => refused[index] === undefined);
	const some = (limit === null ? rows : rows.slice(0, limit)).map(shown);
	const told = refused.filter((refusal) => refusal !== undefined).map(refusedRow);
	// Where the columns depend on what is asked for, there is nothing to choose from.
	if (expected.kind !== 'rows' || !simplify || expected.simple.length === 0)
		return [...some, ...told];
	return [...some.map((row) => simplified(row, expected.simple)), ...told];
}

const unreadIn = (row: Row, isSo: boolean): Refusal | undefined =>
	isSo ? { tenant: String(row.Tenant ?? ''), said: 'CIPP could not read this' } : undefined;

/** In the form that n8n sends out of the error output. */
const refusedRow = ({ tenant, said }: Refusal): Row => ({
	error: `${tenant || 'One tenant'} could not be read: ${said}`,
	message: 'The other rows are complete. Check the permissions of CIPP in this tenant.',
	details: { tenant, said },
});

function simplified(row: Row, columns: string[]): Row {
	return Object.fromEntries(
		[...columns, 'secret']
			.filter((column) => Object.hasOwn(row, column))
			.map((column) => [column, row[column]]),
	);
}

/** What a row of a change tells beside its own columns. */
function aboutChange(row: Row, expected: Answer, { tenant, subject }: About): Row {
	const isOrder = 'onlyQueues' in expected && expected.onlyQueues === true;
	const more = { ...(isOrder ? { status: orderStatus(row) } : {}), tenant, subject };
	const names = new Set(Object.keys(row));
	return {
		...row,
		...Object.fromEntries(Object.entries(more).filter(([name]) => !names.has(name))),
	};
}

/** An order that CIPP already has can be further than queued. */
function orderStatus(row: Row): Outcome['status'] {
	const status = String(row.Status ?? '');
	if (/^(succeeded|completed)$/i.test(status)) return 'succeeded';
	return /fail/i.test(status) ? 'failed' : 'queued';
}

function done(
	operation: Pick<Operation, 'endpoint' | 'secret'>,
	expected: OutcomeAnswer,
	answer: CippAnswer,
	{ outputSecret }: Listing,
	{ tenant, subject, sent, secrets, note }: About,
): Row {
	const outcome = withAdvice(readOutcome(answer, { ...expected, sent }), answer, expected);
	const told = sentencesWithoutSecrets(operation, outcome.messages, { texts: sent, secrets });
	const said = told.map(({ text, state }) => ({ text, state }));
	const status = statusOf(outcome, expected);
	const { body } = wholeAnswer(answer);
	const kept = withoutSecrets(keptOf(expected.keeps ?? {}, body, outcome.messages), secrets);
	const messages = note ? [...said, { text: note, state: 'note' as const }] : said;
	const result = { status, messages, tenant, subject, ...kept };
	const secret = secretOf(told, subject);
	const given = outputSecret && secret !== undefined ? { secret } : {};
	if (status === 'succeeded' || status === 'queued') return { ...result, ...given };
	const lost = secret === undefined ? null : { given };
	throw new NotDone(operation.endpoint, status, result, lost, { ...outcome, messages: said });
}

/** What is done in several steps may be done in part, unless CIPP's own check of access stood before them. */
function withAdvice(outcome: Outcome, answer: CippAnswer, { inSteps }: OutcomeAnswer): Outcome {
	if (inSteps === undefined || outcome.status === 'succeeded' || outcome.status === 'queued') {
		return outcome;
	}
	if (tellsOfMissingAccess(answer)) return outcome;
	const advice = `CIPP does this in several steps, so a part of it may be done. Look at ${inSteps} before you try again.`;
	return { ...outcome, advice };
}

function statusOf({ status, messages }: Outcome, expected: OutcomeAnswer): Outcome['status'] {
	if (status === 'unknown' && messages.length === 0) {
		if (expected.silenceIsQueued) return 'queued';
		if (expected.silenceIsSuccess) return expected.onlyQueues ? 'queued' : 'succeeded';
	}
	return status === 'succeeded' && expected.onlyQueues ? 'queued' : status;
}

/**
 * The items of an answer to a request that is none of an operation's: rows where it holds rows, else what
 * CIPP says, with all that is known of the endpoint's sentences.
 *
 * @param operations what is declared for the endpoint; none when it is newer than this package
 * @throws {CippFailure} or {NotDone} when CIPP refuses, fails, or says nothing
 */
export function itemsOfAny(
	endpoint: string,
	operations: Operation[],
	answer: CippAnswer,
	itemIndex: number,
	outputSecret: boolean,
	about: About = aboutNothing,
): INodeExecutionData[] {
	const listing = { ...everything, outputSecret };
	const together = { endpoint, ...secretsTogether(operations) };
	const shown = (row: Row): Row => shownOf({ ...together, fields: [] }, row, listing, about);
	const results = holdsSentences(answer)
		? [done(together, knownTogether(operations), answer, listing, about)]
		: withNextLink(listed(rowsOf(endpoint, answer), unreadOf(operations), listing, shown), answer);
	return results.map((row) => ({ json: row as IDataObject, pairedItem: { item: itemIndex } }));
}

export const everything: Listing = { limit: null, simplify: false, outputSecret: false };

/**
 * All that any of an endpoint's operations gives out; of an endpoint that nobody has declared, what CIPP
 * offers to copy and what is a secret by its name.
 */
export const secretsTogether = (
	operations: Operation[],
): Pick<Operation, 'secret' | 'mayHoldSecrets' | 'withheld'> => ({
	secret: [...new Set([...inSentences, ...operations.flatMap(({ secret }) => secret ?? [])])],
	mayHoldSecrets: operations.flatMap(({ mayHoldSecrets }) => mayHoldSecrets ?? []),
	withheld: operations.flatMap(({ withheld }) => withheld ?? []),
});

/** All that may stand in place of a row that was not read. */
const unreadOf = (operations: Operation[]): Answer => ({
	kind: 'rows',
	simple: [],
	unread: operations.flatMap(({ answer }) => (answer.kind === 'rows' ? (answer.unread ?? []) : [])),
});

/** One page of several is not all: each row tells where the next one is. */
function withNextLink(rows: Row[], { body }: CippAnswer): Row[] {
	const metadata = isObject(body) ? body.Metadata : undefined;
	const nextLink = isObject(metadata) ? metadata.nextLink : undefined;
	return nextLink ? rows.map((row) => ({ ...row, nextLink })) : rows;
}

/** What is known of an endpoint's sentences from all its operations; queued, if any of them only queues. */
function knownTogether(operations: Operation[]): OutcomeAnswer {
	const known = operations
		.map(({ answer }) => answer)
		.filter((answer) => answer.kind === 'outcome');
	const all = (name: 'done' | 'later' | 'partly' | 'benign' | 'failing'): RegExp[] =>
		known.flatMap((answer) => answer[name] ?? []);
	const isClosed = known.length > 0 && known.every(({ done }) => done !== undefined);
	return {
		kind: 'outcome',
		...(isClosed ? { done: all('done') } : {}),
		later: all('later'),
		partly: all('partly'),
		benign: all('benign'),
		failing: all('failing'),
		...(known.some(({ onlyQueues }) => onlyQueues) ? { onlyQueues: true as const } : {}),
		keeps: Object.assign({}, ...known.map(({ keeps }) => keeps ?? {})) as OutcomeAnswer['keeps'],
	};
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
