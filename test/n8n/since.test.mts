import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox/index.mts';
import { credentialFor, runCipp, type CredentialData } from '../engine/engine.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';

const tenantDomain = 'contoso.example';
const deletion = {
	resource: 'quarantine',
	operation: 'delete',
	tenantDomain,
	messageIdentity: 'c14401cf\\4c2ca98e',
};
const list = { resource: 'quarantine', operation: 'getMany', tenantDomain };

const mailSecurity = async (
	sandbox: Sandbox,
	parameters: object,
	credential: CredentialData = credentialFor(sandbox),
) =>
	await runCipp(
		{ ...parameters },
		{ credential, node: { type: 'n8n-nodes-cipp.cippMailSecurity' } },
	);

const sent = ({ requests }: Sandbox, endpoint: string) =>
	requests.filter((request) => request.endpoint === endpoint);

const deleted = { status: 200, body: { Results: 'Successfully processed it' } };

describe('a CIPP that is older than an operation', () => {
	const sandbox = useSandbox({ cipp: '10.8' });

	it('is named, with the version that it takes, and nothing is sent', async () => {
		const { error } = await mailSecurity(sandbox.current, deletion);

		expect(error?.message).toBe(
			'"Delete quarantined message" needs CIPP 10.9 or newer, and this one is 10.8.2',
		);
		expect(error?.description).toContain('Update CIPP');
		expect(sent(sandbox.current, 'ExecQuarantineManagement')).toEqual([]);
	});

	it('passes over a new field in silence, so that field is refused', async () => {
		const { error } = await mailSecurity(sandbox.current, {
			...list,
			options: { entityType: 'Teams' },
		});

		expect(error?.message).toBe('"Kind" needs CIPP 10.9 or newer, and this one is 10.8.2');
		expect(sent(sandbox.current, 'ListMailQuarantine')).toEqual([]);
	});

	it('is not asked for its version where that does not matter', async () => {
		sandbox.current.faults.endpoint('ListMailQuarantine', {
			status: 200,
			body: [{ Identity: 'x' }],
		});
		const { error } = await mailSecurity(sandbox.current, list);

		expect(error).toBeUndefined();
		expect(sent(sandbox.current, 'GetVersion')).toEqual([]);
	});

	it('is looked at anew before it is refused: it may have been updated', async () => {
		await mailSecurity(sandbox.current, deletion);
		const body = { LocalCIPPAPIVersion: '10.9.0' };
		sandbox.current.faults.endpoint('GetVersion', { status: 200, body });
		sandbox.current.faults.endpoint('ExecQuarantineManagement', deleted);

		expect((await mailSecurity(sandbox.current, deletion)).error).toBeUndefined();
	});
});

describe('a CIPP that has it', () => {
	const sandbox = useSandbox({ cipp: '10.10' });

	it('is asked for its version once, however often it matters', async () => {
		const own = credentialFor(sandbox.current);
		for (let run = 0; run < 3; run++) {
			sandbox.current.faults.endpoint('ExecQuarantineManagement', deleted);
			expect((await mailSecurity(sandbox.current, deletion, own)).error).toBeUndefined();
		}
		expect(sent(sandbox.current, 'ExecQuarantineManagement')).toHaveLength(3);
		expect(sent(sandbox.current, 'GetVersion')).toHaveLength(1);
	});
});

describe('a CIPP that does not tell its version', () => {
	const sandbox = useSandbox();

	it.each([
		['refuses', { status: 403, body: 'Access to this CIPP API endpoint is not allowed' }],
		['knows none', { status: 200, body: { LocalCIPPAPIVersion: 'Unknown' } }],
	])('%s: that stops nothing', async (_how, answer) => {
		sandbox.current.faults.endpoint('GetVersion', answer);
		sandbox.current.faults.endpoint('ExecQuarantineManagement', deleted);

		expect((await mailSecurity(sandbox.current, deletion)).error).toBeUndefined();
	});
});

describe('a feature that CIPP has switched off at first', () => {
	const sandbox = useSandbox();

	it('is named by its flag, with where to switch it on', async () => {
		sandbox.current.faults.endpoint('ListBPATemplates', { kind: 'featureOff' });
		const { error } = await runCipp(
			{ resource: 'bestPracticeAnalyser', operation: 'getManyTemplates' },
			{
				credential: credentialFor(sandbox.current),
				node: { type: 'n8n-nodes-cipp.cippStandards' },
			},
		);

		expect(error?.description).toMatch(/feature flag BestPracticeAnalyser on.*Feature Flag: Set/);
	});
});
