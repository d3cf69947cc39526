import type { IDataObject } from 'n8n-workflow';
import { expect, it } from 'vitest';
import { credentialFor, runCipp } from '../engine/engine.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';

const sandbox = useSandbox();

/** A tool that may change, but not destroy. */
const asTool = async (operation: string, parameters: IDataObject = {}) => {
	sandbox.current.faults.endpoint('ExecDeviceAction', {
		status: 200,
		body: { Results: 'Successfully queued' },
	});
	return await runCipp(
		{
			resource: 'device',
			operation,
			tenantDomain: 'contoso.example',
			deviceId: 'device-1',
			toolMay: 'change',
			...parameters,
		},
		{
			credential: credentialFor(sandbox.current),
			node: { type: 'n8n-nodes-cipp.cippDevicesTool' },
		},
	);
};
const sent = () =>
	sandbox.current.requests.filter(({ endpoint }) => endpoint === 'ExecDeviceAction');

it.each(['sync', 'reboot', 'lock', 'scanWithDefender'])(
	'a tool that may change can %s a device',
	async (operation) => {
		const { error } = await asTool(operation, { quickScan: true });

		expect(error).toBeUndefined();
		expect(sent()).toHaveLength(1);
	},
);

it.each(['wipe', 'retire', 'delete', 'freshStart', 'autopilotReset', 'runOtherAction'])(
	'a tool that may change cannot %s a device',
	async (operation) => {
		const { error } = await asTool(operation, { keepUserData: true, Action: 'syncDevice' });

		expect(error?.message).toMatch(/not allowed to destroy/);
		expect(sandbox.current.requests).toEqual([]);
	},
);

it('what is added as JSON cannot say by another spelling that something else be done', async () => {
	await asTool('autopilotReset', {
		toolMay: 'destroy',
		additionalFields: '{"action":"retire","tenantfilter":"evil.example","macOsUnlockCode":"1"}',
	});

	expect(sent()[0].body).toEqual({
		Action: 'wipe',
		GUID: 'device-1',
		keepUserData: false,
		keepEnrollmentData: true,
		macOsUnlockCode: '1',
		tenantFilter: 'contoso.example',
	});
});
