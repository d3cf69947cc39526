import 'reflect-metadata';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	NodeHelpers,
	Workflow,
	type IConnections,
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type IRun,
	type IWorkflowExecuteAdditionalData,
	type IWorkflowSettings,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { CippOAuth2Api } from '../../credentials/CippOAuth2Api.credentials';
import { execute } from '../../n8n/execute';
import { describeProperties } from '../../n8n/editor/properties';
import { Cipp } from '../../nodes/Cipp/Cipp.node.ts';
import { CippOffboarding } from '../../nodes/CippOffboarding/CippOffboarding.node.ts';
import { resolvedCredential } from './resolved-credential.mts';
import { credentialStore, executionData, nodeGiving } from '../../lab/n8n/engine-stand-ins.mts';
import { nodeResources } from '../../operations';
import type { Sandbox } from '../../sandbox/index.mts';

/** What someone types into the credential. */
export type CredentialData = Record<string, string>;

/** The credential for a sandbox, as the README says to fill it in. */
export function credentialFor(sandbox: Sandbox, changes: CredentialData = {}): CredentialData {
	return {
		baseUrl: sandbox.url,
		tenantId: sandbox.homeTenantId,
		applicationId: sandbox.clientId,
		clientSecret: sandbox.clientSecret,
		tokenUrl: sandbox.tokenUrl,
		...changes,
	};
}

export interface EngineOptions {
	credential: CredentialData;
	/** Input items; one empty item when left out. */
	items?: IDataObject[];
	/** Settings of the node, e.g. `onError`. */
	node?: Partial<INode>;
	mode?: WorkflowExecuteMode;
	/** Cancels the execution after so many milliseconds. */
	cancelAfter?: number;
	/** Stands in for n8n's sub-workflows; without it they are refused. */
	executeWorkflow?: IWorkflowExecuteAdditionalData['executeWorkflow'];
	/** Stored with the credential from an earlier run, to see it reused. */
	tokens?: StoredToken;
	/**
	 * Changes are looked at afterwards, as they are for everybody. Left out they are not: most tests are about
	 * what a change sends and what its answer is worth; test/looks is about the looks.
	 */
	looks?: true;
}

/** The token that n8n keeps in the credential between runs. */
export interface StoredToken {
	data?: IDataObject;
}

export interface EngineResult {
	run: IRun;
	status: IRun['status'];
	/** JSON of the items of the first output. */
	json: IDataObject[];
	items: INodeExecutionData[];
	/** Items of the error output. */
	errors: INodeExecutionData[];
	error: (Error & { description?: string; context?: IDataObject }) | undefined;
}

/** Runs the CIPP node once in n8n's own execution engine. */
export async function runCipp(
	parameters: IDataObject,
	options: EngineOptions,
): Promise<EngineResult> {
	const node: INode = {
		id: 'cipp',
		name: 'CIPP',
		type: 'n8n-nodes-cipp.cipp',
		typeVersion: 1,
		position: [200, 0],
		parameters: {
			...(options.looks ? {} : { lookAfterwards: false }),
			...parameters,
		} as INode['parameters'],
		...options.node,
	};
	return await runNodes(
		[node],
		{ Start: { main: [[{ node: 'CIPP', type: 'main', index: 0 }]] } },
		options,
	);
}

/** A workflow as n8n imports it. */
export interface ExportedWorkflow {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
}

/** Runs nodes of an exported workflow, from a start node that puts the items in. */
export async function runNodes(
	given: INode[],
	connections: IConnections,
	options: EngineOptions,
): Promise<EngineResult> {
	const start: INode = {
		id: 'start',
		name: 'Start',
		type: 'test.start',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const workflow = { name: 'Test', nodes: [start, ...given], connections };
	const run = await runFrom('Start', workflow, options);
	return resultOf(run, given[given.length - 1].name);
}

/**
 * Runs a workflow from one of its nodes.
 *
 * @param more types of nodes beside those of this package
 */
export async function runFrom(
	startName: string,
	exported: ExportedWorkflow,
	options: EngineOptions,
	more: Record<string, INodeType> = {},
): Promise<IRun> {
	const nodes = exported.nodes.map((node) => ({
		...node,
		credentials: { cippOAuth2Api: { id: 'c1', name: 'CIPP' } },
	}));
	const workflow = new Workflow({
		...exported,
		id: 'workflow-1',
		nodes,
		active: false,
		nodeTypes: nodeTypes(options.items ?? [{}], more),
		settings: { executionOrder: 'v1', ...exported.settings },
	});
	const mode = options.mode ?? 'trigger';
	const engine = new WorkflowExecute(additionalData(options, nodes, mode), mode);
	const running = engine.run({ workflow, startNode: workflow.getNode(startName)! });
	if (options.cancelAfter !== undefined) {
		setTimeout(() => (running as unknown as { cancel(): void }).cancel(), options.cancelAfter);
	}
	return await running;
}

function resultOf(run: IRun, nodeName: string): EngineResult {
	const outputs = run.data.resultData.runData[nodeName]?.at(-1)?.data?.main ?? [];
	const items = outputs[0] ?? [];
	return {
		run,
		status: run.status,
		items,
		json: items.map(({ json }) => json),
		errors: outputs[1] ?? [],
		error: run.data.resultData.error as EngineResult['error'],
	};
}

/** The nodes of this package, a start node that puts items in, and what a test adds. */
export function nodeTypes(items: IDataObject[], more: Record<string, INodeType> = {}) {
	const types: Record<string, INodeType> = {
		...ours,
		...tools,
		'test.start': nodeGiving(items),
		...more,
	};
	return {
		getByName: (type: string) => types[type],
		getByNameAndVersion: (type: string, version?: number) =>
			NodeHelpers.getVersionedNodeType(types[type], version),
		getKnownTypes: () => ({}),
	};
}

const cipp = new Cipp();

/** Every node as its declarations make it; where its own file adds no more than a name and an icon. */
const ours: Record<string, INodeType> = {
	...Object.fromEntries(
		Object.entries(nodeResources).map(([name, resources]) => [
			`n8n-nodes-cipp.${name}`,
			{
				description: {
					...cipp.description,
					name,
					properties: resources.length > 0 ? describeProperties(resources) : [],
				},
				async execute(this: IExecuteFunctions) {
					return await execute(this, resources, {});
				},
			} as unknown as INodeType,
		]),
	),
	'n8n-nodes-cipp.cipp': cipp as unknown as INodeType,
	'n8n-nodes-cipp.cippOffboarding': new CippOffboarding() as unknown as INodeType,
};

/** What n8n makes of a node for AI agents: the same under another name. */
const tools: Record<string, INodeType> = Object.fromEntries(
	Object.entries(ours).map(([name, { description, execute: run }]) => [
		`${name}Tool`,
		{ description: { ...description, name: `${description.name}Tool` }, execute: run },
	]),
);

function additionalData(
	options: EngineOptions,
	nodes: INode[],
	mode: WorkflowExecuteMode,
): IWorkflowExecuteAdditionalData {
	const workflow = { id: 'workflow-1', nodes, connections: {} };
	return {
		...executionData,
		credentialsHelper: credentialsHelper(options.credential, options.tokens ?? {}),
		hooks: new ExecutionLifecycleHooks(mode, '1', workflow as never),
		userId: 'u1',
		logAiEvent() {},
		executeWorkflow:
			options.executeWorkflow ??
			(async () => {
				throw new Error('There are no sub-workflows here');
			}),
	} as unknown as IWorkflowExecuteAdditionalData;
}

/** What n8n has at hand while someone edits a node. */
export function editorData(
	credential: CredentialData,
	node: INode,
): IWorkflowExecuteAdditionalData {
	return {
		...additionalData({ credential }, [node], 'manual'),
		currentNodeParameters: node.parameters,
	};
}

/** n8n's store of credentials, with one in it; defaults and expressions resolved as n8n does. */
function credentialsHelper(data: CredentialData, tokens: StoredToken) {
	const type = new CippOAuth2Api();
	const resolving = resolvedCredential(data);
	return credentialStore(
		async () => ({
			...(await resolving),
			...(tokens.data ? { oauthTokenData: tokens.data } : {}),
		}),
		(token) => (tokens.data = token),
		{ parents: type.extends, properties: type.properties },
	);
}
