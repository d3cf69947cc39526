import { isObject } from './body';
import { explainFailure } from './failure';
import type { CippAnswer } from './request';
import { isPage, wholeAnswer } from './whole-answer';
import { senseOf, sentencesIn, type Expected, type Mark, type Sense } from './sentence';

/** `unknown` is said as unknown: CIPP answered, and nothing in the answer tells whether it worked. */
export type Status = 'succeeded' | 'partial' | 'failed' | 'queued' | 'unknown';

/** One sentence of CIPP's answer and what it means. */
export interface Message {
	text: string;
	state: Sense;
	/** What CIPP offers to copy: a password, a link. Often secret. */
	copy?: string;
	/** Whom it is about, where CIPP says so beside the sentence. */
	about?: string;
}

/** What one answer of CIPP amounts to. */
export interface Outcome {
	status: Status;
	messages: Message[];
	/** HTTP status. */
	code: number;
	/** For whoever has to act on it; empty on success. */
	advice: string;
}

/**
 * Reads any answer of a CIPP endpoint that does something (docs/cipp.md, Answers).
 *
 * CIPP answers 200 to failures and lists ten messages of which one failed, so the sentences decide,
 * not the status alone. An answer without a word of success is no success.
 */
export function readOutcome(given: CippAnswer, expected: Expected = {}): Outcome {
	const answer = wholeAnswer(given);
	if (answer.status >= 300 || isPage(answer)) return failedOutcome(answer, expected);

	const messages = judged(answer.body, expected);
	const status = isQueued(answer.body) ? queuedUnlessFailed(messages) : statusOf(messages);
	return { status, messages, code: answer.status, advice: advices[status] };
}

const advices: Record<Status, string> = {
	succeeded: '',
	partial: '',
	failed: '',
	queued: 'CIPP is still working on it.',
	unknown: 'CIPP answered without saying whether it worked. Check the result before relying on it.',
};

/** What all sentences together amount to. */
export function statusOf(messages: Message[]): Status {
	const states = new Set(messages.map(({ state }) => state));
	const isDone = states.has('succeeded') || states.has('queued');
	if (states.has('partial') || (states.has('failed') && isDone)) return 'partial';
	if (states.has('failed')) return 'failed';
	if (states.has('queued')) return 'queued';
	if (isDone) return 'succeeded';
	return states.has('note') && !states.has('unknown') ? 'succeeded' : 'unknown';
}

function queuedUnlessFailed(messages: Message[]): Status {
	const status = statusOf(messages);
	return status === 'failed' || status === 'partial' ? status : 'queued';
}

/** Whether a sentence of CIPP tells of a failure. */
export function tellsOfFailure(text: string, expected: Expected = {}): boolean {
	return sentencesIn(text).some((sentence) => senseOf(sentence, expected) === 'failed');
}

/** A sentence with no word of success beside one that has it only tells more. */
function judged(body: unknown, expected: Expected): Message[] {
	if (isCutOff(body)) return [{ text: body, state: 'unknown' }];
	const messages = messagesOf(body)
		.filter(({ text }, _index, all) => all.length === 1 || !/^(true|false)$/i.test(text))
		.map((message) => judge(message, expected));
	if (statusOf(messages) === 'unknown') return messages;
	return messages.map((message) =>
		message.state === 'unknown' ? { ...message, state: 'note' } : message,
	);
}

/** JSON of which the end is missing: whatever it says, the rest of it might say otherwise. */
const isCutOff = (body: unknown): body is string =>
	typeof body === 'string' && /^\s*(?:\{\s*["}]|\[\s*["{[])/.test(body);

interface RawMessage {
	text: string;
	copy?: string;
	about?: string;
	mark?: Mark;
}

function judge({ text, copy, about, mark }: RawMessage, expected: Expected): Message {
	// What is to be copied is a word of its own kind, even where it looks like one of ours.
	const sent = copy ? [...(expected.sent ?? []), copy] : expected.sent;
	const state = senseOf(text, { ...expected, sent }, mark);
	return { text, state, ...(copy ? { copy } : {}), ...(about ? { about } : {}) };
}

/** Every sentence in an answer, wherever CIPP put it. */
export function messagesOf(body: unknown): RawMessage[] {
	if (body === null || body === undefined || body === '') return [];
	if (typeof body === 'string') return sentencesIn(withoutDump(body)).map((text) => ({ text }));
	if (Array.isArray(body)) return body.flatMap(messagesOf);
	if (!isObject(body)) return [{ text: String(body) }];

	const results = field(body, 'Results');
	if (results !== undefined && results !== null) {
		return [...markedAs(messagesOf(results), markOf(body)), ...errorsBeside(body)];
	}
	const errors = errorsBeside(body);
	if (errors.length > 0) return errors;

	const text = body.resultText ?? body.result ?? body.Message ?? body.message;
	const mark = markOf(body);
	// Success true or false and nothing else said: the whole object is all there is to show.
	if (text === undefined) return mark ? [{ text: JSON.stringify(body), mark }] : [];
	const copy = typeof body.copyField === 'string' ? { copy: body.copyField } : {};
	const about = typeof body.username === 'string' ? { about: body.username } : {};
	return [{ text: withoutDump(sentence(text)), ...copy, ...about, ...(mark ? { mark } : {}) }];
}

/** ExecMailboxRestore says by colour alone that Exchange's words are those of a refusal. */
function markedAs(messages: RawMessage[], mark: Mark | undefined): RawMessage[] {
	return mark === 'failed' ? messages.map((message) => ({ ...message, mark })) : messages;
}

/** What went wrong can stand beside results that all look fine: as one text, one object, or several. */
function errorsBeside(body: Record<string, unknown>): RawMessage[] {
	return ['errors', 'error']
		.flatMap((name) => [field(body, name)].flat())
		.filter((error) => error !== undefined && error !== null && error !== '' && error !== false)
		.filter((error) => !isObject(error) || Object.keys(error).length > 0)
		.map((error) => ({ text: errorText(error), mark: 'failed' as const }));
}

function errorText(error: unknown): string {
	if (!isObject(error)) return sentence(error);
	return sentence(field(error, 'message') ?? field(error, 'resultText') ?? error);
}

function markOf(body: Record<string, unknown>): Mark | undefined {
	const success = field(body, 'success');
	const state = String(field(body, 'state') ?? '').toLowerCase();
	const isDanger = field(body, 'colour') === 'danger' || field(body, 'IsError') === true;
	if (success === false || isDanger || state === 'error' || state === 'failed') return 'failed';
	if (state === 'warning' || state === 'info') return state;
	if (success === true || state === 'success') return 'succeeded';
	return undefined;
}

/** CIPP's keys differ in case between endpoints. */
function field(body: Record<string, unknown>, name: string): unknown {
	const key = Object.keys(body).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
	return key === undefined ? undefined : body[key];
}

function sentence(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** PowerShell writes a whole object into some sentences; its message is what it says. */
function withoutDump(text: string): string {
	return text.replace(/@\{(?:[^{}]*?; )?(?:Message|value)=([^;}]*)[\s\S]*$/i, '$1').trim() || text;
}

function isQueued(body: unknown): boolean {
	if (!isObject(body) || !isObject(body.Metadata)) return false;
	return body.Metadata.Queued === true || Boolean(body.Metadata.QueueMessage);
}

function failedOutcome(answer: CippAnswer, expected: Expected): Outcome {
	const { message, advice } = explainFailure(answer);
	const said = isPage(answer) ? [] : judged(answer.body, expected);
	const isSome = said.length > 1 && statusOf(said) === 'partial';
	return {
		// A 403 of ExecOffboardUser lists the people who were queued beside the one who was not.
		status: isSome ? 'partial' : 'failed',
		messages:
			isSome || saysSo(said) ? said : [{ text: nowFailed(message, answer), state: 'failed' }],
		code: answer.status,
		advice,
	};
}

/** RemoveScheduledItem has the words of success for a failure. */
function nowFailed(message: string, { status }: CippAnswer): string {
	if (senseOf(message) !== 'succeeded') return message;
	return `It was not done: CIPP answered with status ${status}, although it says "${message}"`;
}

/** Several sentences of which at least one names the failure. */
const saysSo = (said: Message[]): boolean =>
	said.length > 1 && said.some(({ state }) => state === 'failed');
