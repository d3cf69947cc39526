import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installDependencies, projectRoot } from '../../programs/dependencies.mjs';
import { installedN8n } from '../n8n/n8n-install.mjs';
import { startN8n } from '../n8n/n8n-server.mjs';
import { packedPackage } from '../n8n/packed-package.mjs';
import { progress } from '../../programs/progress.mjs';
import { startSandbox } from './sandbox-process.mjs';

const cippNode = 'n8n-nodes-cipp.cipp';
const exampleFile = 'examples/offboard-a-user.json';

/**
 * Sets the stage: the packed package in a real n8n, with the example workflow and a credential for a sandbox
 * CIPP in which a second is ten minutes, unless said otherwise. Shows its progress.
 *
 * @param {{ speed?: number }} [options] seconds that pass in CIPP while one passes here
 */
export async function offboardingExample({ speed = 600 } = {}) {
	await installDependencies();
	const packageTarball = await progress('Building and packing the package', packedPackage);
	const { version } = await installedN8n();
	const sandbox = await progress('Starting the sandbox CIPP', () => startSandbox({ speed }));
	const n8n = await progress(`Starting n8n ${version} with the package`, () => startN8n({ packageTarball }));

	/** @type {import('../n8n/n8n-workflows.mjs').Workflow} */
	const workflow = JSON.parse(await readFile(join(projectRoot, exampleFile), 'utf8'));
	const { connection, workflowId } = await progress(`Importing a credential and ${exampleFile}`, async () => ({
		connection: await importCredential(n8n, sandbox),
		workflowId: await n8n.importWorkflow(workflow),
	}));
	console.log(`  n8n tests the credential: ${connection.message}`);

	/** The example's CIPP nodes. */
	const nodes = workflow.nodes.filter(({ type }) => type === cippNode);

	/** Runs the workflow; the users are what its CIPP nodes put out. */
	async function run() {
		const execution = await progress(`Running "${workflow.name}" in n8n`, (tell) =>
			n8n.run(workflowId, { onWaiting: () => tell('n8n has parked it and looks again within a minute') }),
		);
		/** @type {import('./offboarding-report.mjs').OffboardedUser[]} */
		const users = nodes.flatMap(({ name }) => execution.itemsOf(name)).filter((item) => 'details' in item);
		return { execution, users };
	}

	return { n8n, sandbox, connection, workflowId, nodes, run };
}

/**
 * @param {import('../n8n/n8n-server.mjs').N8n} n8n
 * @param {import('./sandbox-process.mjs').Sandbox} sandbox
 */
async function importCredential(n8n, { url, homeTenantId, clientId, clientSecret, tokenUrl }) {
	const type = 'cippOAuth2Api';
	const data = { baseUrl: url, tenantId: homeTenantId, applicationId: clientId, clientSecret, tokenUrl };
	const imported = await n8n.importCredential({ name: 'CIPP sandbox', type, data });
	return await n8n.testCredential({ ...imported, type, data });
}
