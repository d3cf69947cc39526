import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
} from 'n8n-workflow';

/** n8n-nodes-base in n8n 2.41.1: every version of the nodes that the examples may use. */
export const coreNodeVersions: Record<string, number[]> = {
	convertToFile: [1, 1.1],
	emailSend: [1, 2, 2.1],
	extractFromFile: [1, 1.1],
	filter: [1, 2, 2.1, 2.2, 2.3],
	formTrigger: [1, 2, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6],
	httpRequest: [1, 2, 3, 4, 4.1, 4.2, 4.3, 4.4, 4.5],
	if: [1, 2, 2.1, 2.2, 2.3],
	manualTrigger: [1],
	noOp: [1],
	removeDuplicates: [1, 1.1, 2],
	scheduleTrigger: [1, 1.1, 1.2, 1.3, 1.4],
	set: [1, 2, 3, 3.1, 3.2, 3.3, 3.4, 3.5],
	stickyNote: [1],
	wait: [1, 1.1],
};

/** What the world around a workflow does in a test. */
export interface World {
	/** What starts it: the answers to its form, or nothing. */
	trigger: INodeExecutionData;
	/** What whoever is asked answers. */
	approves: boolean;
	/** Emails that ask for an approval. */
	emails: IDataObject[];
	/** What was sent by HTTP Request. */
	posted: IDataObject[];
	/** Called with a node's name when it begins; only for nodes of n8n's own. */
	onNode: (name: string) => void | Promise<void>;
}

/**
 * Stand-ins for nodes of n8n-nodes-base, which is too large to depend on: as much of each as the examples
 * use, run by n8n's engine, which evaluates all their expressions and conditions. Nothing leaves the process.
 */
export function coreNodes(world: World): Record<string, INodeType> {
	const starts: Work = () => [[world.trigger]];
	const works: Record<string, { takes?: string[]; outputs?: number; work: Work }> = {
		formTrigger: { takes: ['formTitle', 'formDescription', 'formFields', 'options'], work: starts },
		manualTrigger: { work: starts },
		scheduleTrigger: { takes: ['rule'], work: starts },
		noOp: { work: passOn },
		wait: { takes: ['amount', 'unit'], work: passOn },
		set: { takes: ['assignments', 'options'], work: assign },
		if: { takes: ['conditions', 'options'], outputs: 2, work: decide },
		filter: { takes: ['conditions', 'options'], work: (context) => [decide(context)[0]] },
		removeDuplicates: {
			takes: ['operation', 'compare', 'fieldsToCompare', 'options'],
			work: eachOnce,
		},
		extractFromFile: { takes: ['operation', 'binaryPropertyName', 'options'], work: fromFile },
		convertToFile: { takes: ['operation', 'mode', 'options'], work: toFile },
		emailSend: {
			takes: [
				'operation',
				'fromEmail',
				'toEmail',
				'subject',
				'message',
				'approvalOptions',
				'options',
			],
			work: (context) => {
				const sent = ['toEmail', 'subject', 'message'].map((name) => [
					name,
					context.getNodeParameter(name, 0) as string,
				]);
				world.emails.push(Object.fromEntries(sent) as IDataObject);
				const data = { approved: world.approves, respondedAt: new Date().toISOString() };
				return [[{ json: { data } }]];
			},
		},
		httpRequest: {
			takes: ['method', 'url', 'sendBody', 'specifyBody', 'jsonBody', 'options'],
			work: (context) => [
				context.getInputData().map((_item, index) => {
					const url = context.getNodeParameter('url', index) as string;
					const method = context.getNodeParameter('method', index) as string;
					const typed = context.getNodeParameter('jsonBody', index) as IDataObject | string;
					const body = typeof typed === 'string' ? (JSON.parse(typed) as IDataObject) : typed;
					world.posted.push({ method, url, body });
					return { json: { id: world.posted.length }, pairedItem: { item: index } };
				}),
			],
		},
	};
	return Object.fromEntries(
		Object.entries(works).map(([name, { takes = [], outputs = 1, work }]) => [
			`n8n-nodes-base.${name}`,
			{
				description: {
					displayName: name,
					name,
					group: /trigger$/i.test(name) ? ['trigger'] : ['transform'],
					version: coreNodeVersions[name],
					description: '',
					defaults: {},
					inputs: /trigger$/i.test(name) ? [] : [NodeConnectionTypes.Main],
					outputs: Array.from({ length: outputs }, () => NodeConnectionTypes.Main),
					properties: takes.map(property),
				},
				async execute(this: IExecuteFunctions) {
					await world.onNode(this.getNode().name);
					return await work(this);
				},
			} satisfies INodeType,
		]),
	);
}

type Result = INodeExecutionData[][];
type Work = (context: IExecuteFunctions) => Result | Promise<Result>;

/** A parameter; n8n drops those that a node does not declare. */
const property = (name: string): INodeProperties => ({
	displayName: name,
	name,
	type: types[name] ?? 'string',
	default: ['options', 'conditions', 'assignments'].includes(name) ? {} : '',
	...(name === 'conditions'
		? { typeOptions: { filter: { caseSensitive: true, typeValidation: 'strict', version: 3 } } }
		: {}),
});

const types: Record<string, INodeProperties['type']> = {
	assignments: 'assignmentCollection',
	conditions: 'filter',
	options: 'json',
};

const passOn: Work = (context) => [context.getInputData()];

function assign(context: IExecuteFunctions): Result {
	const items = context.getInputData().map((_item, index): INodeExecutionData => {
		const assignments = context.getNodeParameter('assignments.assignments', index) as Array<{
			name: string;
			value: unknown;
		}>;
		const json = Object.fromEntries(assignments.map(({ name, value }) => [name, value]));
		return { json: json as IDataObject, pairedItem: { item: index } };
	});
	return [items];
}

function decide(context: IExecuteFunctions): Result {
	const outputs: Result = [[], []];
	for (const [index, item] of context.getInputData().entries()) {
		const isSo = context.getNodeParameter('conditions', index, false, { extractValue: true });
		outputs[isSo === true ? 0 : 1].push({ ...item, pairedItem: { item: index } });
	}
	return outputs;
}

function eachOnce(context: IExecuteFunctions): Result {
	const names = (context.getNodeParameter('fieldsToCompare', 0) as string).split(/\s*,\s*/);
	const seen = new Set<string>();
	const items = context.getInputData().flatMap((item, index) => {
		const key = JSON.stringify(names.map((name) => item.json[name]));
		if (seen.has(key)) return [];
		seen.add(key);
		return [{ ...item, pairedItem: { item: index } }];
	});
	return [items];
}

async function fromFile(context: IExecuteFunctions): Promise<Result> {
	const results: INodeExecutionData[] = [];
	for (const [item] of context.getInputData().entries()) {
		const name = context.getNodeParameter('binaryPropertyName', item) as string;
		const file = (await context.helpers.getBinaryDataBuffer(item, name)).toString();
		const isJson = context.getNodeParameter('operation', item) === 'fromJson';
		const rows = isJson ? [{ data: JSON.parse(file) as IDataObject }] : csvRows(file);
		results.push(...rows.map((json) => ({ json, pairedItem: { item } })));
	}
	return [results];
}

/** Without quotes, which the lists of the tests do not need. */
function csvRows(file: string): IDataObject[] {
	const [header, ...rows] = file.trim().split(/\r?\n/);
	const names = header.split(',');
	return rows.map((row) =>
		Object.fromEntries(row.split(',').map((value, index) => [names[index], value])),
	);
}

async function toFile(context: IExecuteFunctions): Promise<Result> {
	const items = context.getInputData();
	const isJson = context.getNodeParameter('operation', 0) === 'toJson';
	const { fileName } = context.getNodeParameter('options', 0) as { fileName: string };
	if (items.length === 0) return [[]];
	const names = Object.keys(items[0].json);
	const lines = [names, ...items.map(({ json }) => names.map((name) => json[name]))];
	const text = isJson
		? JSON.stringify(items[0].json)
		: lines.map((line) => `${line.join(',')}\n`).join('');
	const data = await context.helpers.prepareBinaryData(Buffer.from(text), fileName);
	return [[{ json: {}, binary: { data }, pairedItem: { item: 0 } }]];
}
