import { setTimeout as sleep } from 'node:timers/promises';
import { Trouble } from '../../programs/endings.mjs';
import { parseFlatted } from './flatted.mjs';

/**
 * @typedef {object} Workflows
 * @property {(credential: { name: string, type: string, data: object }) => Promise<{ id: string, name: string }>} importCredential
 * @property {(credential: { id: string, name: string, type: string, data: object }) => Promise<{ status: string, message: string }>} testCredential
 * What the button "Test" in the credential's window does. The credential must have been imported.
 * @property {(workflow: Workflow) => Promise<string>} importWorkflow Saves an exported workflow and returns
 * its id. As in the editor, its credentials are found by id, else by type and name.
 * @property {(workflowId: string, options?: RunOptions) => Promise<Execution>} run Runs a workflow from its first
 * trigger and waits for the end, also while the execution is parked.
 */

/**
 * @typedef {{ id: string, name: string, type: string, disabled?: boolean, credentials?: Record<string, { id: string | null, name: string }> }} WorkflowNode
 * @typedef {{ name: string, nodes: WorkflowNode[], connections: object, settings?: object, pinData?: object, [more: string]: unknown }} Workflow
 */

/**
 * @typedef {object} RunOptions
 * @property {string} [trigger] The trigger's name; the workflow's first without it.
 * @property {() => void} [onWaiting] Called when n8n parks the execution.
 * @property {number} [timeoutInMs] Ten minutes without it.
 */

/**
 * @typedef {object} Execution
 * @property {string} id
 * @property {string} status `success`, `error`, `crashed` or `canceled`
 * @property {string} [error] n8n's words, when the execution failed.
 * @property {any} data n8n's `IRunExecutionData`
 * @property {(nodeName: string, output?: number) => any[]} itemsOf The JSON of the items that a node's last run put out.
 */

/**
 * @param {import('./n8n-rest.mjs').Rest} rest
 * @returns {Workflows}
 */
export function workflowsOf(rest) {
	/** @type {{ id: string, name: string, type: string }[]} */
	const credentials = [];

	return {
		async importCredential({ name, type, data }) {
			const { id } = await rest('POST', '/credentials', { name, type, data });
			credentials.push({ id, name, type });
			return { id, name };
		},

		async importWorkflow({ name, nodes, connections, settings = {}, pinData = {} }) {
			const workflow = { name, nodes: nodes.map(withKnownCredentials), connections, settings, pinData };
			return (await rest('POST', '/workflows', workflow)).id;
		},

		async testCredential(credential) {
			return await rest('POST', '/credentials/test', { credentials: credential });
		},

		async run(workflowId, { trigger, onWaiting, timeoutInMs = 600_000 } = {}) {
			const workflowData = await rest('GET', `/workflows/${workflowId}`);
			const name = trigger ?? workflowData.nodes.find(isTrigger)?.name;
			const { executionId } = await rest('POST', `/workflows/${workflowId}/run`, { workflowData, triggerToStartFrom: { name } });
			const execution = await untilFinished(executionId, onWaiting, timeoutInMs);
			const data = execution.data ? parseFlatted(execution.data) : { resultData: { runData: {} } };
			return {
				id: executionId,
				status: execution.status,
				error: data.resultData.error && [data.resultData.error.message, data.resultData.error.description].filter(Boolean).join(' '),
				data,
				itemsOf: (nodeName, output = 0) =>
					(data.resultData.runData[nodeName]?.at(-1)?.data?.main?.[output] ?? []).map((/** @type {any} */ item) => item.json),
			};
		},
	};

	/** @param {WorkflowNode} node */
	function withKnownCredentials(node) {
		if (!node.credentials) return node;
		const known = Object.entries(node.credentials).map(([type, wanted]) => {
			const found =
				credentials.find(({ id }) => id === wanted.id) ??
				credentials.find((credential) => credential.type === type && credential.name === wanted.name);
			return [type, found ? { id: found.id, name: found.name } : wanted];
		});
		return { ...node, credentials: Object.fromEntries(known) };
	}

	/**
	 * @param {string} id
	 * @param {(() => void) | undefined} onWaiting
	 * @param {number} timeoutInMs
	 */
	async function untilFinished(id, onWaiting, timeoutInMs) {
		const deadline = Date.now() + timeoutInMs;
		let parked = false;
		while (Date.now() < deadline) {
			const execution = await rest('GET', `/executions/${id}`);
			if (['success', 'error', 'crashed', 'canceled'].includes(execution.status)) return execution;
			if (execution.status === 'waiting' && !parked) onWaiting?.();
			parked = execution.status === 'waiting';
			await sleep(250);
		}
		throw new Trouble(`n8n's execution ${id} had not ended after ${Math.round(timeoutInMs / 1000)} seconds.`);
	}
}

/** @param {{ type: string, disabled?: boolean }} node */
const isTrigger = ({ type, disabled }) => /trigger$/i.test(type) && !disabled;
