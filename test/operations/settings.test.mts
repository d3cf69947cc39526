import { describe, expect, it } from 'vitest';
import { propertyOf } from '../../n8n/editor/properties';
import { tenantValue } from '../../n8n/parameters';
import { branding } from '../../operations/settings/branding';
import { credentialFor, runCipp } from '../engine/engine.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';

const sandbox = useSandbox();
const run = async (parameters: Parameters<typeof runCipp>[0], node = 'cippSettings') =>
	await runCipp(parameters, {
		credential: credentialFor(sandbox.current),
		node: { type: `n8n-nodes-cipp.${node}`, onError: 'continueErrorOutput' },
	});
const answer = (endpoint: string, body: unknown) =>
	sandbox.current.faults.endpoint(endpoint, { status: 200, body });
const lastRequest = (endpoint: string) =>
	sandbox.current.requests.findLast((request) => request.endpoint === endpoint);

describe('Tenant Exclusion', () => {
	const exclude = { resource: 'tenantExclusion', operation: 'exclude' };

	it('names the tenant by its ID in a list, since a domain would match nothing', async () => {
		const tenants = await run(
			{ resource: 'tenant', operation: 'getMany', returnAll: true },
			'cipp',
		);
		const contoso = tenants.json.find(
			({ defaultDomainName }) => defaultDomainName === 'contoso.example',
		);
		answer('ExecExcludeTenant', {
			Results: 'Success. Added exclusions for customer(s): contoso.example',
		});

		const result = await run({ ...exclude, tenantDomain: 'contoso.example' });

		expect(result.errors).toEqual([]);
		expect(lastRequest('ExecExcludeTenant')).toMatchObject({
			query: { AddExclusion: 'true' },
			body: { value: [contoso!.customerId] },
		});
	});

	it('fails when CIPP excluded no one and calls that a success', async () => {
		answer('ExecExcludeTenant', { Results: 'Success. Added exclusions for customer(s): ' });

		const result = await run({ ...exclude, tenantDomain: 'contoso.example' });

		expect(result.errors).toHaveLength(1);
	});

	it('includes tenants again that are not in the list of tenants', async () => {
		answer('ExecExcludeTenant', {
			Results: "Success. We've removed  from the excluded tenants.",
		});

		await run({ resource: 'tenantExclusion', operation: 'include', customerIds: 'a, b' });

		expect(lastRequest('ExecExcludeTenant')).toMatchObject({
			query: { RemoveExclusion: 'true' },
			body: { value: ['a', 'b'] },
		});
		expect(sandbox.current.requests.map(({ endpoint }) => endpoint)).not.toContain('ListTenants');
	});
});

describe('Backup Configuration', () => {
	const restore = { resource: 'backupConfiguration', operation: 'restoreTables' };

	it('does not restore everything when the tables are forgotten', async () => {
		const result = await run({ ...restore, BackupName: 'CIPPBackup_x', SelectedTypes: ' ' });

		expect(result.errors).toHaveLength(1);
		expect(lastRequest('ExecRestoreBackup')).toBeUndefined();
	});

	it.each(['Successfully restored 0 rows from backup.', 'Backup not found.'])(
		'fails when nothing was restored: %s',
		async (Results) => {
			answer('ExecRestoreBackup', { Results });

			const result = await run({
				...restore,
				BackupName: 'CIPPBackup_x',
				SelectedTypes: 'standards',
			});

			expect(result.errors).toHaveLength(1);
		},
	);
});

describe('Custom Data Configuration', () => {
	it('keeps the parts of a mapping that say where it belongs', async () => {
		answer('ExecCustomData', { Results: { state: 'success', resultText: 'Mapping saved.' } });

		await run({
			resource: 'customDataConfiguration',
			operation: 'saveManualMapping',
			formLabel: 'Care plan',
			mappingTenants: 'contoso.example',
			customDataAttribute: { value: 'ext1_care.plan', label: 'Plan' },
		});

		expect(lastRequest('ExecCustomData')?.body).toEqual({
			Mapping: {
				sourceType: { value: 'manualEntry', label: 'Manual Entry' },
				directoryObjectType: { value: 'user', label: 'User' },
				manualEntryFieldLabel: 'Care plan',
				tenantFilter: [{ value: 'contoso.example', label: 'Contoso Ltd' }],
				customDataAttribute: { value: 'ext1_care.plan', label: 'Plan' },
			},
		});
	});

	it('fails where CIPP puts its failure into the list', async () => {
		answer('ExecCustomData', {
			Results: [{ state: 'error', resultText: 'Failed to retrieve mappings: no table' }],
		});

		const result = await run({ resource: 'customDataConfiguration', operation: 'getMappings' });

		expect(result.errors).toHaveLength(1);
	});
});

it('the event types of the partner webhook are names, whatever words they hold', async () => {
	answer('ExecPartnerWebhook', {
		Results: ['test-created', 'invoice-not-found', 'failed-order'],
		Metadata: { Action: 'ListEventTypes' },
	});

	const result = await run({ resource: 'partnerWebhook', operation: 'getEventTypes' });

	expect(result.errors).toEqual([]);
	expect(result.json[0]).toMatchObject({ status: 'succeeded' });
});

it.each([
	['backend', 'getMaintenanceScript', 'ExecMaintenanceScripts', { Status: 'It does not exist' }],
	['accessCheck', 'traceGdap', 'ExecGDAPTrace', { relationships: [], error: 'No relationship' }],
])('%s: %s is no success where CIPP only says why there is nothing', async (...given) => {
	const [resource, operation, endpoint, body] = given;
	answer(endpoint, body);

	const result = await run({
		resource,
		operation,
		tenantDomain: 'contoso.example',
		scriptFile: 'x.ps1',
		ScriptFile: 'x.ps1',
		partnerAccount: 'cipp@northwind.example',
	});

	expect(result.json).toEqual([]);
	expect(result.errors[0].json.error).toMatch(/does not exist|No relationship/);
});

it('a color is picked as a color', () => {
	const colour = branding.operations.update.fields.find(({ wire }) => wire === 'colour');

	expect(propertyOf(colour!)).toMatchObject({ type: 'color', default: '' });
});

it('a list of customer IDs says so for all tenants, too', () => {
	const place = { in: 'body', wire: 'value', form: 'customerIds' } as const;

	expect(tenantValue(place, 'all')).toEqual(['AllTenants']);
});

describe('Extension Mapping: Replace All', () => {
	const replace = {
		resource: 'extensionMapping',
		operation: 'replaceAll',
		replacedExtension: 'Hudu',
	};
	const one = { TenantId: 'c1', IntegrationId: '42', IntegrationName: 'Contoso' };

	it('sends the list as the whole body', async () => {
		answer('ExecExtensionMapping', { Results: 'Successfully edited mapping table.' });
		await run({ ...replace, mappings: JSON.stringify([one]) }, 'cippExtensions');

		expect(lastRequest('ExecExtensionMapping')).toMatchObject({
			query: { AddMapping: 'Hudu' },
			body: [one],
		});
	});

	it('does not send an empty list, for which CIPP would delete all mappings', async () => {
		const result = await run({ ...replace, mappings: '[]' }, 'cippExtensions');

		expect(result.errors).toHaveLength(1);
		expect(sandbox.current.requests).toEqual([]);
	});
});
