import { isObject } from './body';
import { explainFailure } from './failure';
import type { CippAnswer } from './request';
import { saidIn, type Said } from './said';
import { isPage, wholeAnswer } from './whole-answer';
import { senseOf, sentencesIn, type Expected, type Sense } from './sentence';

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
	const messages = saidIn(body)
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

function judge({ text, copy, about, mark }: Said, expected: Expected): Message {
	// What is to be copied is a word of its own kind, even where it looks like one of ours.
	const sent = copy ? [...(expected.sent ?? []), copy] : expected.sent;
	const state = senseOf(text, { ...expected, sent }, mark);
	return { text, state, ...(copy ? { copy } : {}), ...(about ? { about } : {}) };
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
