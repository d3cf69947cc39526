import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import type {
	IDataObject,
	INode,
	INodeType,
	IRun,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { credentialStore, executionData, nodeGiving } from '../n8n/engine-stand-ins.mts';

// n8n-core reads its settings when it is loaded.
process.env.N8N_USER_FOLDER ??= join(tmpdir(), `n8n-nodes-cipp-bench-${process.pid}`);
process.env.N8N_ENCRYPTION_KEY ??= 'only-for-the-bench';

// The copies that the nodes load too.
const require = createRequire(import.meta.url);
require('reflect-metadata');
const { ExecutionLifecycleHooks, WorkflowExecute } =
	require('n8n-core') as typeof import('n8n-core');
const { Workflow } = require('n8n-workflow') as typeof import('n8n-workflow');

/** A workflow of two nodes, to be executed once by n8n's own engine: one that gives items, and this one. */
export function execution(
	type: INodeType,
	parameters: IDataObject,
	items: IDataObject[],
	credential: Record<string, string>,
): () => Promise<IRun> {
	const shared = { typeVersion: 1, position: [0, 0] as [number, number] };
	const start: INode = { ...shared, id: 'start', name: 'Start', type: 'start', parameters: {} };
	const node: INode = {
		...shared,
		id: 'node',
		name: 'Node',
		type: 'node',
		parameters: parameters as INode['parameters'],
		credentials: { cippOAuth2Api: { id: 'c1', name: 'CIPP' } },
		onError: 'continueRegularOutput',
	};
	const types: Record<string, INodeType> = { start: nodeGiving(items), node: type };
	const workflow = new Workflow({
		id: 'workflow-1',
		name: 'Bench',
		nodes: [start, node],
		connections: { Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
		active: false,
		nodeTypes: {
			getByName: (name: string) => types[name],
			getByNameAndVersion: (name: string) => types[name],
			getKnownTypes: () => ({}),
		},
		settings: { executionOrder: 'v1' },
	});
	const engine = new WorkflowExecute(additionalData([start, node], credential), 'trigger');
	return async () => await engine.run({ workflow, startNode: workflow.getNode('Start')! });
}

function additionalData(
	nodes: INode[],
	credential: Record<string, string>,
): IWorkflowExecuteAdditionalData {
	const workflow = { id: 'workflow-1', nodes, connections: {} };
	return {
		...executionData,
		credentialsHelper: withoutToken(credential),
		hooks: new ExecutionLifecycleHooks('trigger', '1', workflow as never),
	} as unknown as IWorkflowExecuteAdditionalData;
}

/** A store with one credential in it, and no token yet. */
function withoutToken(credential: Record<string, string>) {
	let oauthTokenData: IDataObject | undefined;
	return credentialStore(
		() => ({ ...credential, ...(oauthTokenData ? { oauthTokenData } : {}) }),
		(token) => (oauthTokenData = token),
	);
}
