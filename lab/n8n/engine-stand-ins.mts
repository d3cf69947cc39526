import type { IDataObject, INodeType } from 'n8n-workflow';

// What n8n's execution engine expects from the server around it, where there is only the engine.

/** A node that gives these items. */
export function nodeGiving(items: IDataObject[]): INodeType {
	return {
		description: {
			displayName: 'Start',
			name: 'start',
			group: ['trigger'],
			version: 1,
			description: '',
			defaults: {},
			inputs: [],
			outputs: ['main'],
			properties: [],
		},
		execute: async () => [items.map((json) => ({ json }))],
	};
}

const address = 'http://127.0.0.1/n8n';

/** What belongs to every execution, apart from its credentials and hooks. */
export const executionData = {
	executionId: '1',
	currentNodeExecutionIndex: 0,
	restApiUrl: address,
	instanceBaseUrl: address,
	webhookBaseUrl: address,
	webhookWaitingBaseUrl: address,
	webhookTestBaseUrl: address,
	formWaitingBaseUrl: address,
	variables: {},
	setExecutionStatus() {},
};

/**
 * A store with one credential in it.
 *
 * @param read what it holds, the token among it
 * @param keepToken called with the token that n8n has fetched for it
 */
export function credentialStore(
	read: () => IDataObject | Promise<IDataObject>,
	keepToken: (token: IDataObject) => void,
	{ parents = ['oAuth2Api'], properties = [] }: { parents?: string[]; properties?: unknown[] } = {},
) {
	return {
		getParentTypes: () => parents,
		getDecrypted: async () => ({
			grantType: 'clientCredentials',
			authentication: 'body',
			...(await read()),
		}),
		getCredentials: async () => ({}),
		getCredentialsProperties: () => properties,
		isCredentialUsableByNode: () => true,
		authenticate: async (_data: unknown, _type: unknown, request: unknown) => request,
		preAuthentication: async () => undefined,
		runPreAuthentication: async () => undefined,
		updateCredentials: async () => {},
		updateCredentialsOauthTokenData: async (_node: unknown, _type: unknown, updated: IDataObject) =>
			keepToken(updated.oauthTokenData as IDataObject),
	};
}
