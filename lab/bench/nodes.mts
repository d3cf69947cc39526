import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

const credentialName = 'cippOAuth2Api';

/** Nodes to compare with. They do what many nodes do, and nothing else. */
export const comparedNodes: Record<string, INodeType> = {
	/** Nothing: what n8n's engine takes by itself. */
	empty: node(async (context) => context.getInputData()),
	/** One request after the other, as most programmatic nodes. */
	sequential: node(async (context) => {
		const results: INodeExecutionData[] = [];
		for (let index = 0; index < context.getInputData().length; index += 1) {
			results.push(await requestOf(context, index));
		}
		return results;
	}),
	/** Five at a time from the second on, with nothing else: the most that n8n's request helper allows. */
	bare: node(async (context) => {
		const results: INodeExecutionData[] = [];
		const items = context.getInputData().map((_item, index) => index);
		const worker = async () => {
			for (let item = items.shift(); item !== undefined; item = items.shift()) {
				results[item] = await requestOf(context, item);
			}
		};
		results[0] = await requestOf(context, items.shift() ?? 0);
		await Promise.all(Array.from({ length: 5 }, worker));
		return results;
	}),
	/** All at once, as n8n's declarative nodes. */
	unbounded: node(
		async (context) =>
			await Promise.all(
				context.getInputData().map(async (_item, index) => await requestOf(context, index)),
			),
	),
};

async function requestOf(context: IExecuteFunctions, item: number): Promise<INodeExecutionData> {
	try {
		const json = await context.helpers.httpRequestWithAuthentication.call(context, credentialName, {
			url: String(context.getNodeParameter('url', item)),
			qs: { UserID: context.getNodeParameter('userEmail', item) },
			json: true,
		});
		return { json: json[0], pairedItem: { item } };
	} catch (error) {
		return { json: { error: (error as Error).message }, pairedItem: { item } };
	}
}

function node(work: (context: IExecuteFunctions) => Promise<INodeExecutionData[]>): INodeType {
	return {
		description: {
			displayName: 'Compared',
			name: 'compared',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: { name: 'Compared' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: credentialName, required: true }],
			properties: [
				{ displayName: 'URL', name: 'url', type: 'string', default: '' },
				{ displayName: 'User', name: 'userEmail', type: 'string', default: '' },
			],
		},
		async execute(this: IExecuteFunctions) {
			return [await work(this)];
		},
	};
}
