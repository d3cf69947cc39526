import { beforeAll, expect, it } from 'vitest';
import type { Execution } from '../n8n/n8n-workflows.mjs';
import { runFromPlanToEvidence } from '../demo/plan-to-evidence.mjs';
import { useRealN8n } from './real-n8n.mts';

/** Ten minutes pass in CIPP while a second passes here. */
const bench = useRealN8n({ speed: 600 });
let execution: Execution;

beforeAll(async () => {
	const type = 'cippOAuth2Api';
	await bench.n8n.importCredential({ name: 'CIPP sandbox', type, data: bench.data });
	({ execution } = await runFromPlanToEvidence(bench.n8n));
}, 200_000);

it('goes from the form of HR to the record for the files, in one workflow', () => {
	expect(execution.itemsOf('Create Evidence')).toMatchObject([
		{
			result: 'complete',
			subject: { userPrincipalName: 'megan.bowen@contoso.example' },
			responsible: { requested: { name: expect.stringContaining('Miriam Graham') } },
		},
	]);
});

it('asks CIPP once, for what the approved plan says', () => {
	const sent = bench.sandbox.requests.filter(({ endpoint }) => endpoint === 'ExecOffboardUser');
	expect(sent).toHaveLength(1);
	const [{ request }] = execution.itemsOf('Plan') as Array<{ request: { body: object } }>;
	expect(sent[0].body).toMatchObject({ ...request.body, reference: expect.any(String) });
});
