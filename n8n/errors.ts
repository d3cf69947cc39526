import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type JsonObject,
} from 'n8n-workflow';
import { InvalidAddress } from '../cipp/address';
import { CippFailure, CippUnreachable } from '../cipp/failure';
import type { Outcome } from '../cipp/outcome';
import { CippStillLoading } from '../cipp/rows';
import { UnknownTenant } from '../cipp/tenants';

/** What someone typed into the node cannot be used. */
export class InvalidInput extends Error {
	constructor(
		message: string,
		readonly advice: string,
	) {
		super(message);
	}
}

/** Something was looked at or done, and the result is not what was wanted. */
export class NotAsWanted extends Error {
	constructor(
		message: string,
		readonly advice: string,
		/** What the item would have been. */
		readonly result: Record<string, unknown>,
	) {
		super(message);
	}
}

/** CIPP answered to an order, and it is not done, not all of it, or nobody knows. */
export class NotDone extends NotAsWanted {
	constructor(
		endpoint: string,
		status: string,
		/** What the item would have been: the status and all sentences. */
		result: Record<string, unknown>,
		/** What CIPP offers to copy, such as a password that it made before it failed. Not for logs. */
		readonly copied: Record<string, unknown>,
		outcome: Outcome,
	) {
		const failed = outcome.messages.filter(({ state }) => /failed|partial/.test(state));
		const words = (failed.length > 0 ? failed : outcome.messages)
			.map(({ text }) => text)
			.join('; ');
		super(
			`${endpoint}: ${words || 'CIPP did not say whether it worked'}${partly(status, outcome)}`,
			`${outcome.advice || 'Correct what CIPP names and try again.'}${lostCopy(copied)}`,
			result,
		);
	}
}

function partly(status: string, { messages }: Outcome): string {
	if (status !== 'partial') return '';
	const done = messages.filter(({ state }) => !/failed|partial|unknown/.test(state)).length;
	return ` (${done} of ${messages.length} done)`;
}

/** The error that n8n shows: what happened, then what to do. */
export function nodeError(
	node: INode,
	error: unknown,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	if (error instanceof CippFailure) {
		const { explanation, answer } = error;
		const api = new NodeApiError(node, { message: explanation.message } as JsonObject, {
			message: `${error.endpoint}: ${explanation.message}`,
			description: explanation.advice,
			httpCode: String(answer.status),
			itemIndex,
		});
		api.context.data = answer.body as JsonObject;
		return api;
	}
	if (error instanceof NotAsWanted) {
		const failure = new NodeOperationError(node, error.message, {
			description: error.advice,
			itemIndex,
		});
		failure.context.data = error.result as IDataObject;
		return failure;
	}
	return new NodeOperationError(node, error instanceof Error ? error.message : String(error), {
		description: adviceOf(error),
		itemIndex,
	});
}

/** Errors are stored and logged as they are, so they hold no password. */
function lostCopy(copied: Record<string, unknown>): string {
	if (Object.keys(copied).length === 0) return '';
	return ' CIPP also gave something to copy, such as a new password, which errors do not show: it is on the item if "On Error" is set to continue, under details.';
}

/** What the item in place of a result tells beside the error. */
export function detailsOf(
	error: unknown,
	failure: NodeApiError | NodeOperationError,
): IDataObject | undefined {
	if (error instanceof NotDone) return { ...error.result, ...error.copied } as IDataObject;
	return failure.context.data as IDataObject | undefined;
}

function adviceOf(error: unknown): string | undefined {
	if (error instanceof CippUnreachable) return error.advice;
	if (error instanceof UnknownTenant) return error.advice;
	if (error instanceof InvalidInput) return error.advice;
	if (error instanceof InvalidAddress) return 'Correct the address in the CIPP credential.';
	if (error instanceof CippStillLoading) return 'Run it again in a minute or two.';
	return undefined;
}
