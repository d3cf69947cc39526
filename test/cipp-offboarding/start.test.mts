import { describe, expect, it } from 'vitest';
import { megan, useSandbox } from '../offboard-user/offboarding.mts';
import { reportOf, runOffboarding, writes } from './offboarding-node.mts';

const sandbox = useSandbox();
const start = async (parameters = {}, options = {}) =>
	await runOffboarding(
		sandbox.current,
		'start',
		{ userEmail: megan, when: 'now', DisableSignIn: true, ...parameters },
		options,
	);

describe('Offboarding: Start', () => {
	it('takes a snapshot, has CIPP do the steps and verifies them', async () => {
		const result = await start({ RemoveGroups: true });

		expect(result.status).toBe('success');
		expect(reportOf(result)).toMatchObject({
			status: 'succeeded',
			when: { requested: null },
			snapshot: {
				schema: 'cipp-snapshot/1',
				user: { userPrincipalName: megan, accountEnabled: true },
			},
		});
		expect(writes(sandbox.current)).toEqual(['ExecOffboardUser']);
	});

	it('does not begin while nobody has said when', async () => {
		const result = await start({ when: '' });

		expect(result.error?.message).toContain('"When" is not chosen');
		expect(sandbox.current.requests).toEqual([]);
	});
});
