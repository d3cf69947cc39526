import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type JsonObject,
} from 'n8n-workflow';
import { asError } from '../cipp/attempt';
import { CippFailure } from '../cipp/failure';
import type { Outcome } from '../cipp/outcome';
import type { RequestSummary } from '../cipp/request';
import { Trouble, type Origin } from '../cipp/trouble';
import { withoutSecretsIn } from './hidden';

/** What someone typed into the node cannot be used. */
export class InvalidInput extends Trouble {}

/** Something was looked at or done, and the result is not what was wanted. */
export class NotAsWanted extends Trouble {
	constructor(
		message: string,
		advice: string,
		/** What the item would have been. */
		readonly result: Record<string, unknown>,
		origin: Origin = {},
	) {
		super(message, advice, origin);
	}

	override get data(): unknown {
		return this.result;
	}
}

/** CIPP answered to an order, and it is not done, not all of it, or nobody knows. */
export class NotDone extends NotAsWanted {
	constructor(
		endpoint: string,
		status: string,
		/** What the item would have been: the status and all sentences. */
		result: Record<string, unknown>,
		/** CIPP made a secret before it failed: as it may come out, empty where it may not. */
		lost: { given: { secret?: unknown } } | null,
		outcome: Outcome,
		request?: RequestSummary,
	) {
		const failed = outcome.messages.filter(({ state }) => /failed|partial/.test(state));
		const words = (failed.length > 0 ? failed : outcome.messages)
			.map(({ text }) => text)
			.join('; ');
		super(
			`${endpoint}: ${words || 'CIPP did not say whether it worked'}${partly(status, outcome)}`,
			`${outcome.advice || 'Correct what CIPP names and try again.'}${lost ? whereSecret(lost.given) : ''}`,
			result,
			{ request },
		);
		// Not to be seen by what stores or logs an error.
		Object.defineProperty(this, 'given', { value: lost?.given ?? {}, enumerable: false });
	}

	/** What may come out of it as a secret, on an item only. */
	declare readonly given: { secret?: unknown };
}

function partly(status: string, { messages }: Outcome): string {
	if (status !== 'partial') return '';
	const done = messages.filter(({ state }) => !/failed|partial|unknown/.test(state)).length;
	return ` (${done} of ${messages.length} done)`;
}

/** Errors are stored and logged as they are, so they hold no password. */
function whereSecret({ secret }: { secret?: unknown }): string {
	const where =
		secret === undefined
			? 'Switch on "Output Secret" before you run it again.'
			: 'It is on the item if "On Error" is set to continue, under details.';
	return ` CIPP also gave a secret, such as a new password, which errors do not show. ${where}`;
}

export type ShownError = NodeApiError | NodeOperationError;

/** The error that n8n shows: what happened, then what to do. */
export function nodeError(node: INode, given: unknown, itemIndex: number): ShownError {
	const error = withoutSecretsIn(given);
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	if (!(error instanceof Trouble)) return unexpected(node, asError(error), itemIndex);
	const shown = ofItsKind(node, error, itemIndex);
	// n8n puts a sentence of its own in the place of words that hold EACCES, such as RemoveAccess.
	shown.message = error.message;
	shown.context.data = error.data as IDataObject | undefined;
	shown.context.request = error.request;
	return shown;
}

function ofItsKind(node: INode, error: Trouble, itemIndex: number): ShownError {
	const { message, advice: description } = error;
	const options = { message, description, itemIndex };
	if (!(error instanceof CippFailure)) return new NodeOperationError(node, error, options);
	const httpCode = String(error.answer.status);
	return new NodeApiError(node, error as unknown as JsonObject, { ...options, httpCode });
}

/** A fault of this package or of n8n: whoever looks for it needs the place where it was thrown. */
function unexpected(node: INode, error: Error, itemIndex: number): NodeOperationError {
	const shown = new NodeOperationError(node, error, { itemIndex });
	shown.message = error.message;
	shown.stack = error.stack;
	return shown;
}

/** What the item in place of a result tells beside the error. */
export function detailsOf(error: unknown, failure: ShownError): IDataObject | undefined {
	if (error instanceof NotDone) return { ...error.result, ...error.given } as IDataObject;
	return failure.context.data as IDataObject | undefined;
}
