import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../programs/dependencies.mjs';
import { Trouble } from '../../programs/endings.mjs';

export const fromPlanToEvidence = 'examples/hr-form-to-evidence.json';

/**
 * Runs the example with what people do in it pinned: the form that HR fills in, and the manager's answer.
 *
 * @param {import('../n8n/n8n-server.mjs').N8n} n8n
 */
export async function runFromPlanToEvidence(n8n) {
	const example = JSON.parse(await readFile(join(projectRoot, fromPlanToEvidence), 'utf8'));
	const form = {
		tenant: 'contoso.example',
		user: 'megan.bowen@contoso.example',
		lastDay: new Date().toISOString().slice(0, 10),
		case: 'HR-2030-0042',
		requestedBy: 'Miriam Graham',
		submittedAt: new Date().toISOString(),
	};
	const pinData = {
		'HR Form': [{ json: form }],
		'Ask the Manager': [{ json: { data: { approved: true, respondedAt: new Date().toISOString() } } }],
	};
	const workflowId = await n8n.importWorkflow({ ...example, pinData });
	const execution = await n8n.run(workflowId, { trigger: 'HR Form' });
	if (execution.status !== 'success') throw new Trouble(`${fromPlanToEvidence} ended with "${execution.status}". ${execution.error ?? ''}`);
	const planId = example.nodes.find((/** @type {{ name: string }} */ { name }) => name === 'Plan').id;
	return { workflowId, execution, planId };
}
