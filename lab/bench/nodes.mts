import { Agent, get } from 'node:http';
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
	bare: node(async (context) => await fiveAtOnce(context, requestOf)),
	/** The same without n8n: what Node.js and the machine allow where connections are kept. No node may do this. */
	kept: node(async (context) => {
		const agent = new Agent({ keepAlive: true });
		return await fiveAtOnce(
			context,
			async (_context, item) => await plainRequestOf(context, item, agent),
		);
	}),
	/** All at once, as n8n's declarative nodes. */
	unbounded: node(
		async (context) =>
			await Promise.all(
				context.getInputData().map(async (_item, index) => await requestOf(context, index)),
			),
	),
};

type RequestOf = (context: IExecuteFunctions, item: number) => Promise<INodeExecutionData>;

async function fiveAtOnce(
	context: IExecuteFunctions,
	request: RequestOf,
): Promise<INodeExecutionData[]> {
	const results: INodeExecutionData[] = [];
	const items = context.getInputData().map((_item, index) => index);
	const worker = async () => {
		for (let item = items.shift(); item !== undefined; item = items.shift()) {
			results[item] = await request(context, item);
		}
	};
	results[0] = await request(context, items.shift() ?? 0);
	await Promise.all(Array.from({ length: 5 }, worker));
	return results;
}

async function plainRequestOf(
	context: IExecuteFunctions,
	item: number,
	agent: Agent,
): Promise<INodeExecutionData> {
	const url = new URL(String(context.getNodeParameter('url', item)));
	url.searchParams.set('UserID', String(context.getNodeParameter('userEmail', item)));
	const text = await new Promise<string>((resolve, reject) => {
		get(url, { agent }, (response) => {
			let read = '';
			response.on('data', (chunk) => (read += chunk)).on('end', () => resolve(read));
		}).on('error', reject);
	});
	return { json: text ? JSON.parse(text)[0] : { error: 'refused' }, pairedItem: { item } };
}

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
