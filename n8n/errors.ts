import { NodeApiError, NodeOperationError, type INode, type JsonObject } from 'n8n-workflow';
import { InvalidAddress } from '../cipp/address';
import { CippFailure, CippUnreachable } from '../cipp/failure';
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
	return new NodeOperationError(node, error instanceof Error ? error.message : String(error), {
		description: adviceOf(error),
		itemIndex,
	});
}

function adviceOf(error: unknown): string | undefined {
	if (error instanceof CippUnreachable) return error.advice;
	if (error instanceof UnknownTenant) return error.advice;
	if (error instanceof InvalidInput) return error.advice;
	if (error instanceof InvalidAddress) return 'Correct the address in the CIPP credential.';
	if (error instanceof CippStillLoading) return 'Run it again in a minute or two.';
	return undefined;
}
