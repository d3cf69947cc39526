import { readFile } from 'node:fs/promises';
import type { IDataObject, INode, INodeExecutionData, IRun } from 'n8n-workflow';
import type { Sandbox } from '../../sandbox/index.mts';
import { credentialFor, runFrom, type ExportedWorkflow } from '../engine/engine.mts';
import { coreNodes, type World } from './core-nodes.mts';

export interface ExampleRun {
	run: IRun;
	error: Error | undefined;
	/** JSON of the items that a node put out, of all its runs. */
	jsonOf: (node: string, output?: number) => IDataObject[];
	itemsOf: (node: string, output?: number) => INodeExecutionData[];
	/** The text of a file in an item. */
	fileOf: (node: string, field: string, item?: number) => string;
	emails: World['emails'];
	posted: World['posted'];
}

export async function readExample(file: string): Promise<ExportedWorkflow> {
	return JSON.parse(await readFile(`examples/${file}`, 'utf8')) as ExportedWorkflow;
}

/**
 * Runs an example as it is in n8n's engine, from one of its triggers. Two things are not as in the file: the
 * credential is the sandbox's, and CIPP is looked at twenty times a second, because there a second is twenty minutes.
 */
export async function runExample(
	sandbox: Sandbox,
	file: string,
	trigger: string,
	world: Partial<World> = {},
): Promise<ExampleRun> {
	const example = await readExample(file);
	const around: World = {
		trigger: { json: {} },
		approves: true,
		emails: [],
		posted: [],
		onNode: () => {},
		...Object.fromEntries(Object.entries(world).filter(([, value]) => value !== undefined)),
	};
	const nodes = example.nodes
		.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote')
		.map(hurried);
	const options = { credential: credentialFor(sandbox) };
	const run = await runFrom(trigger, { ...example, nodes }, options, coreNodes(around));
	const { runData, error } = run.data.resultData;
	const itemsOf = (node: string, output = 0): INodeExecutionData[] =>
		(runData[node] ?? []).flatMap(({ data }) => data?.main?.[output] ?? []);
	return {
		run,
		error: error as Error | undefined,
		itemsOf,
		jsonOf: (node, output) => itemsOf(node, output).map(({ json }) => json),
		fileOf: (node, field, item = 0) =>
			Buffer.from(itemsOf(node)[item].binary![field].data, 'base64').toString(),
		emails: around.emails,
		posted: around.posted,
	};
}

function hurried(node: INode): INode {
	const { offboardOptions, ...parameters } = node.parameters;
	if (offboardOptions === undefined) return node;
	return {
		...node,
		parameters: {
			...parameters,
			offboardOptions: { ...(offboardOptions as IDataObject), checkEvery: 0.05 },
		},
	};
}

/** A file as a form puts it into an item. */
export const uploaded = (field: string, text: string): INodeExecutionData => ({
	json: {},
	binary: { [field]: { data: Buffer.from(text).toString('base64'), mimeType: 'text/plain' } },
});
