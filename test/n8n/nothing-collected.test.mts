import { expect, it } from 'vitest';
import { declared } from '../contract/declared.mts';
import { sampleParameters } from '../contract/sample.mts';
import { credentialFor, runCipp, type EngineResult } from '../engine/engine.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';

const sandbox = useSandbox();

async function ofAll(name: string): Promise<EngineResult> {
	const [resource, key] = name.split('.');
	const entry = declared.find((one) => one.resource.value === resource && one.name === key)!;
	sandbox.current.faults.endpoint(entry.operation.endpoint, { status: 200, body: [] });
	return await runCipp(
		{
			resource,
			operation: key,
			...sampleParameters(entry.operation, 'required'),
			allTenants: true,
		},
		{ credential: credentialFor(sandbox.current), node: { type: `n8n-nodes-cipp.${entry.node}` } },
	);
}

const lists = ['teamsVoice.getMany', 'group.getMany', 'assignmentFilter.getMany', 'app.getMany'];

it.each(lists)(
	'an empty %s over all tenants is no answer where nothing was collected',
	async (name) => {
		for (const tenant of sandbox.current.tenants.list) tenant.permissionReport = null;
		const { error } = await ofAll(name);
		expect(error?.message).toMatch(/has collected nothing of this yet/);
		expect(error?.description).toMatch(/Cached Data: Refresh/);
	},
);

it.each(lists)('an empty %s over all tenants is one where something was', async (name) => {
	const { error, json } = await ofAll(name);
	expect(error).toBeUndefined();
	expect(json).toEqual([]);
});

it('is asked of API Request too', async () => {
	for (const tenant of sandbox.current.tenants.list) tenant.permissionReport = null;
	const { error } = await runCipp(
		{ resource: 'apiRequest', operation: 'send', apiEndpoint: 'ListTeamsVoice', apiTenant: 'all' },
		{ credential: credentialFor(sandbox.current) },
	);
	expect(error?.message).toMatch(/has collected nothing of this yet/);
});
