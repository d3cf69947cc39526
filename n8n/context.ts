import type {
	BinaryHelperFunctions,
	IAllExecuteFunctions,
	ICredentialDataDecryptedObject,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	INode,
	INodeExecutionData,
	IPollFunctions,
	ITriggerFunctions,
	IWebhookFunctions,
	Logger,
} from 'n8n-workflow';

/** The CIPP credential of every node. */
export const credentialName = 'cippOAuth2Api';

/** What it takes to ask CIPP. Every context of n8n has it: see `callerIn`. */
export interface Caller {
	logger: Pick<Logger, 'debug'>;
	credential(): Promise<ICredentialDataDecryptedObject>;
	/** Sends with the token of the credential; resolves with n8n's full response. */
	request(options: IHttpRequestOptions): Promise<unknown>;
	/** Undefined where n8n has nothing to cancel. */
	cancelSignal(): AbortSignal | undefined;
}

/**
 * What was filled in. n8n's context of `execute` is one as it is; a context without items is made one
 * by `parametersIn` and `editedParametersIn`.
 */
export interface ItemParameters {
	getNodeParameter(name: string, itemIndex: number, fallback?: unknown): unknown;
	getTimezone(): string;
	/** With the parameters as they are stored. */
	getNode(): INode;
}

/** Which node runs, and for whom. */
export interface Runner {
	getNode(): INode;
	isToolExecution?(): boolean;
}

/** The items that come in, and whether a failed one stops the others. */
export interface Items {
	getInputData(): INodeExecutionData[];
	continueOnFail(): boolean;
}

/** Can keep a file beside an item. */
export interface Files {
	helpers: Pick<BinaryHelperFunctions, 'prepareBinaryData'>;
}

export const callerIn = (context: IAllExecuteFunctions): Caller => ({
	logger: context.logger,
	credential: async () => await context.getCredentials(credentialName),
	request: async (options) =>
		(await context.helpers.httpRequestWithAuthentication.call(
			context,
			credentialName,
			options,
		)) as unknown,
	cancelSignal: () =>
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined,
});

/** What was filled in for a trigger or a webhook, which has one value for each parameter. */
export const parametersIn = (
	context: IPollFunctions | ITriggerFunctions | IWebhookFunctions | IHookFunctions,
): ItemParameters => ({
	getNodeParameter: (name, _itemIndex, fallback) => context.getNodeParameter(name, fallback),
	getTimezone: () => context.getTimezone(),
	getNode: () => context.getNode(),
});

/** What stands in the editor right now, saved or not. Expressions are not worked out. */
export const editedParametersIn = (context: ILoadOptionsFunctions): ItemParameters => ({
	getNodeParameter: (name, _itemIndex, fallback) =>
		context.getCurrentNodeParameter(name) ?? fallback,
	getTimezone: () => context.getTimezone(),
	getNode: () => context.getNode(),
});
