import type { IDataObject, IExecuteFunctions, INode } from 'n8n-workflow';
import { execute } from '../../n8n/execute';
import type { OwnRuns } from '../../n8n/run';
import { nodeResources } from '../../operations';
import { declared } from '../contract/declared.mts';
import { sampleParameters } from '../contract/sample.mts';

/** A declared operation with where it stands. */
export type Entry = (typeof declared)[number];

const tenants = [
	{
		customerId: '11111111-0000-4000-8000-000000000001',
		defaultDomainName: 'contoso.example',
		initialDomainName: 'contoso.onmicrosoft.example',
		displayName: 'Contoso',
	},
	{
		customerId: '22222222-0000-4000-8000-000000000002',
		defaultDomainName: 'fabrikam.example',
		initialDomainName: 'fabrikam.onmicrosoft.example',
		displayName: 'Fabrikam',
	},
];

/** What CIPP answers to everything but the list of tenants. */
export interface LightAnswer {
	status?: number;
	body: unknown;
}

export interface LightRun {
	/** Address, query and body of what was sent, without the list of tenants. */
	sent: string[];
	items: unknown[];
	error: (Error & { description?: string | null; context?: unknown }) | null;
	/** Everything that was logged or put into a file. */
	told: unknown[];
}

interface LightOptions {
	type?: 'node' | 'tool';
	amount?: 'all' | 'required';
	onError?: boolean;
}

/**
 * Runs an operation by the code of the node, without n8n's engine around it, which would take minutes for
 * all of them; code of an operation's own is only noted.
 *
 * @param more parameters beside the sample of the contract test
 */
export async function runLight(
	{ node, resource, name, operation }: Entry,
	more: IDataObject = {},
	answer: LightAnswer = { body: { Results: 'Done' } },
	{ type = 'node', amount = 'required', onError = false }: LightOptions = {},
): Promise<LightRun> {
	const parameters: IDataObject = {
		resource: resource.value,
		operation: name,
		...sampleParameters(operation, amount),
		lookAfterwards: false,
		...more,
	};
	const sent: string[] = [];
	const told: unknown[] = [];
	const request = async (
		_credential: string,
		options: { url: string; qs?: unknown; body?: unknown },
	) => {
		if (/\/ListTenants$/.test(options.url) && operation.endpoint !== 'ListTenants') {
			return { statusCode: 200, headers: {}, body: JSON.stringify(tenants) };
		}
		sent.push(JSON.stringify([options.url, options.qs, options.body]));
		const { status = 200, body } = answer;
		return { statusCode: status, headers: {}, body: JSON.stringify(body) };
	};
	const own = new Proxy({} as OwnRuns, {
		get: () => async () => {
			sent.push('own work');
			return [];
		},
	});
	const context = {
		getNode: () =>
			({
				id: 'a',
				name: 'CIPP',
				type: `n8n-nodes-cipp.${node}${type === 'tool' ? 'Tool' : ''}`,
				typeVersion: 1,
				position: [0, 0],
				parameters,
			}) as unknown as INode,
		getNodeParameter: (wanted: string, _index: number, fallback: unknown) =>
			wanted in parameters ? parameters[wanted] : fallback,
		getInputData: () => [{ json: {} }],
		continueOnFail: () => onError,
		getTimezone: () => 'UTC',
		isToolExecution: () => type === 'tool',
		getExecutionCancelSignal: () => undefined,
		getCredentials: async () => ({ baseUrl: 'https://cipp.example', tokenUrl: '' }),
		logger: { debug: (...words: unknown[]) => told.push(words) },
		helpers: {
			httpRequestWithAuthentication: request,
			prepareBinaryData: async (...given: unknown[]) => {
				told.push(given);
				return {};
			},
		},
	} as unknown as IExecuteFunctions;
	const resources = nodeResources[node as keyof typeof nodeResources];
	return await execute(context, resources, own).then(
		([items]) => ({ sent, items, error: null, told }),
		(error: Error) => ({ sent, items: [], error, told }),
	);
}

/**
 * Everything that hangs on to a value, as text: also what JSON leaves out of errors. Not the node itself, in
 * which n8n stores what was typed into it anyway.
 */
export function everythingIn(value: unknown, depth = 0): string {
	if (depth > 8 || typeof value === 'function') return '';
	if (typeof value !== 'object' || value === null) return String(value);
	return Object.getOwnPropertyNames(value)
		.filter((name) => name !== 'node')
		.map((name) => `${name}: ${everythingIn((value as Record<string, unknown>)[name], depth + 1)}`)
		.join('\n');
}
