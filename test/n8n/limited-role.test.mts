import { describe, expect, it } from 'vitest';
import { declared } from '../contract/declared.mts';
import { sampleParameters } from '../contract/sample.mts';
import { credentialFor, runCipp, type EngineResult } from '../engine/engine.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';

const sandbox = useSandbox();

/** Runs an operation as a client whose role is limited to Contoso, as CIPP refuses it. */
async function asLimited(name: string, parameters = {}): Promise<EngineResult> {
	const [resource, key] = name.split('.');
	const entry = declared.find((one) => one.resource.value === resource && one.name === key)!;
	sandbox.current.faults.endpoint(entry.operation.endpoint, {
		status: 403,
		body: 'Access to this tenant is not allowed',
	});
	return await runCipp(
		{
			resource,
			operation: key,
			...sampleParameters(entry.operation, 'required'),
			...parameters,
		},
		{ credential: credentialFor(sandbox.current), node: { type: `n8n-nodes-cipp.${entry.node}` } },
	);
}

describe('a role that is limited to some tenants', () => {
	it.each([
		'contactTemplate.deploy',
		'connectionFilter.update',
		'quarantinePolicy.create',
		'dlpPolicy.deploy',
		'autopilotProfile.create',
		'baseline.create',
		'standard.deployLegacy',
		'tenantExclusion.exclude',
		'alertRule.getMany',
	])('is not told to allow what it allows already: %s', async (name) => {
		const { error } = await asLimited(name);
		expect(error?.message).toMatch(/against your own partner tenant/);
		expect(error?.description).toMatch(/Add the partner tenant/);
	});

	it('is told that it may not change all of them', async () => {
		const { error } = await asLimited('scheduledTask.create', { allTenants: true });
		expect(error?.message).toMatch(/may not change all tenants at once/);
		expect(error?.description).toMatch(/allow All Tenants and to block none/);
	});

	it('is told which one to add where it is that', async () => {
		const { error } = await asLimited('user.disable');
		expect(error?.message).toMatch(/may not touch this tenant/);
	});
});
