import { isHtml, isObject } from './body';
import { explainFailure } from './failure';
import type { CippAnswer } from './request';

/** `unknown` is said as unknown: CIPP answered, and nothing in the answer tells whether it worked. */
export type Status = 'succeeded' | 'partial' | 'failed' | 'queued' | 'unknown';

export type MessageState = 'succeeded' | 'note' | 'failed';

/** One sentence of CIPP's answer and what it means. */
export interface Message {
	text: string;
	state: MessageState;
	/** What CIPP offers to copy: a password, a link. Often secret. */
	copy?: string;
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
 * Reads any answer of a CIPP endpoint that does something (contract 2).
 *
 * CIPP answers 200 to failures and lists ten messages of which one failed, so the sentences decide,
 * not the status alone.
 */
export function readOutcome(answer: CippAnswer, options: ReadOptions = {}): Outcome {
	if (answer.status >= 300 || isHtml(answer.body)) return failedOutcome(answer, options);

	const messages = messagesOf(answer.body).map((message) => judge(message, options));
	if (isQueued(answer.body)) {
		return {
			status: 'queued',
			messages,
			code: answer.status,
			advice: 'CIPP is still working on it.',
		};
	}
	if (messages.length === 0) {
		return {
			status: 'unknown',
			messages,
			code: answer.status,
			advice:
				'CIPP answered without saying whether it worked. Check the result before relying on it.',
		};
	}
	return { status: statusOf(messages), messages, code: answer.status, advice: '' };
}

export interface ReadOptions {
	/** Texts that look like failures and are not, for this endpoint. */
	benign?: RegExp[];
	/** Texts that do not look like failures and are, for this endpoint. */
	failing?: RegExp[];
}

/** None failed: succeeded. Some: partial. All: failed. */
export function statusOf(messages: Message[]): 'succeeded' | 'partial' | 'failed' {
	const failed = messages.filter((message) => message.state === 'failed').length;
	if (failed === 0) return 'succeeded';
	return failed === messages.length ? 'failed' : 'partial';
}

/** How CIPP's failures begin, and words that give them away anywhere in the sentence. */
const failureStart =
	/^\s*(failed|error|could not|couldn't|can't|cannot|unable|we've failed|invalid|warning:)/i;
const failureWord = /\b(failed|exception|could not|not found|invalid_grant)\b/i;

/** Sentences that hold such words although nothing went wrong. */
const harmless = [
	/^\s*no\b.*\bfound\b/i,
	/already removed or don't exist/i,
	/^\s*skipping\b/i,
	/already exists/i,
];

/** A tally like `3 successful, 0 failed` must not count as a failure. */
const zeroFailed = /\b0 failed\b/gi;

/** Whether a sentence of CIPP tells of a failure. */
export function tellsOfFailure(text: string, options: ReadOptions = {}): boolean {
	if (options.failing?.some((pattern) => pattern.test(text))) return true;
	if (options.benign?.some((pattern) => pattern.test(text))) return false;
	if (harmless.some((pattern) => pattern.test(text)) && !failureStart.test(text)) return false;
	const counted = text.replace(zeroFailed, '');
	return failureStart.test(counted) || failureWord.test(counted);
}

interface RawMessage {
	text: string;
	copy?: string;
	/** What CIPP itself marked it as, where it did. */
	marked?: MessageState;
}

function judge({ text, copy, marked }: RawMessage, options: ReadOptions): Message {
	const isKnownFailure = options.failing?.some((pattern) => pattern.test(text)) === true;
	const said = tellsOfFailure(text, options) ? 'failed' : 'succeeded';
	const state = isKnownFailure ? 'failed' : (marked ?? said);
	return copy === undefined ? { text, state } : { text, state, copy };
}

/** Every sentence in an answer, wherever CIPP put it. */
export function messagesOf(body: unknown): RawMessage[] {
	if (body === null || body === undefined || body === '') return [];
	if (typeof body === 'string') return [{ text: body }];
	if (Array.isArray(body)) return body.flatMap(messagesOf);
	if (!isObject(body)) return [{ text: String(body) }];

	const results = field(body, 'Results');
	if (results !== undefined) return [...messagesOf(results), ...failures(field(body, 'Errors'))];

	const error = body.error ?? body.Error;
	if (typeof error === 'string' && error !== '') return [{ text: error, marked: 'failed' }];
	if (isObject(error)) return [{ text: sentence(error.message ?? error), marked: 'failed' }];

	const text = body.resultText ?? body.result ?? body.Message ?? body.message;
	const marked = marking(body);
	// Success true or false and nothing else said: the whole object is all there is to show.
	if (text === undefined) return 'marked' in marked ? [{ text: sentence(body), ...marked }] : [];
	return [
		{
			text: sentence(text),
			...(typeof body.copyField === 'string' ? { copy: body.copyField } : {}),
			...marked,
		},
	];
}

/** ExecOffboardTenant lists what went wrong beside results that all look fine. */
function failures(errors: unknown): RawMessage[] {
	return Array.isArray(errors)
		? errors.map((error) => ({ text: sentence(error), marked: 'failed' as const }))
		: [];
}

function marking(body: Record<string, unknown>): { marked?: MessageState } {
	const success = field(body, 'success');
	if (body.state === 'error' || success === false) return { marked: 'failed' };
	if (body.state === 'warning' || body.state === 'info') return { marked: 'note' };
	if (body.state === 'success' || success === true) return { marked: 'succeeded' };
	return {};
}

/** CIPP's keys differ in case between endpoints. */
function field(body: Record<string, unknown>, name: string): unknown {
	const key = Object.keys(body).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
	return key === undefined ? undefined : body[key];
}

function sentence(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}

function isQueued(body: unknown): boolean {
	if (!isObject(body) || !isObject(body.Metadata)) return false;
	return body.Metadata.Queued === true || Boolean(body.Metadata.QueueMessage);
}

function failedOutcome(answer: CippAnswer, options: ReadOptions): Outcome {
	const { message, advice } = explainFailure(answer);
	const said = isHtml(answer.body) ? [] : messagesOf(answer.body).map((raw) => judge(raw, options));
	const succeeded = said.filter((entry) => entry.state !== 'failed');
	// A 403 of ExecOffboardUser lists the people who were queued beside the one who was not.
	const some = said.length > 1 && succeeded.length > 0 && succeeded.length < said.length;
	return {
		status: some ? 'partial' : 'failed',
		messages: said.length > 1 ? said : [{ text: message, state: 'failed' }],
		code: answer.status,
		advice,
	};
}
