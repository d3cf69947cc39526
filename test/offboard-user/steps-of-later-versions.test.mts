import { describe, expect, it } from 'vitest';
import {
	adele,
	alex,
	megan,
	offboard,
	reportsOf,
	stepOf,
	submissions,
	useSandbox,
} from './offboarding.mts';

const both = { AccessSendAs: alex, AccessSendOnBehalf: `${alex}, ${adele}` };
const names = ['AccessSendAs', 'AccessSendOnBehalf'];

describe('a CIPP that knows Send As and Send On Behalf', () => {
	const sandbox = useSandbox();

	it('gives both, each to those who are named, and both are read', async () => {
		const result = await offboard(sandbox.current, both);

		expect(result.error).toBeUndefined();
		expect(sandbox.current.tenants.user(megan).mailbox?.grants).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ trustee: alex, right: 'SendAs' }),
				expect.objectContaining({ trustee: alex, right: 'SendOnBehalf' }),
				expect.objectContaining({ trustee: adele, right: 'SendOnBehalf' }),
			]),
		);
		for (const name of names)
			expect(stepOf(result, name)).toMatchObject({ outcome: 'succeeded', verified: true });
	});

	it('may refuse: that is failed, and the person is named', async () => {
		sandbox.current.faults.step('AccessSendOnBehalf', 'fails', { error: 'Denied' });
		const result = await offboard(sandbox.current, { AccessSendOnBehalf: alex });
		expect(stepOf(result, 'AccessSendOnBehalf')).toMatchObject({
			outcome: 'failed',
			verified: false,
			said: [expect.stringContaining(alex)],
		});
	});
});

describe('a CIPP before 10.9', () => {
	const sandbox = useSandbox({ dropsSendSteps: true });

	it('drops them beside others: unknown, never done, and the advice names the version', async () => {
		const result = await offboard(sandbox.current, { DisableSignIn: true, ...both });

		expect(result.status).toBe('error');
		expect(stepOf(result, 'DisableSignIn').outcome).toBe('succeeded');
		for (const name of names) {
			const step = stepOf(result, name);
			expect(step).toMatchObject({ outcome: 'unknown', said: [], verified: false });
			expect(step.advice).toContain('which it knows since 10.9');
		}
	});

	it('is not believed either where the right was there before', async () => {
		sandbox.current.tenants
			.user(megan)
			.mailbox!.grants.push({ trustee: alex, right: 'SendAs', automapping: false } as never);
		const result = await offboard(sandbox.current, { DisableSignIn: true, AccessSendAs: alex });
		expect(stepOf(result, 'AccessSendAs')).toMatchObject({ outcome: 'unknown', verified: true });
	});

	it('refuses them alone, and the advice says why', async () => {
		const result = await offboard(sandbox.current, both);

		expect(submissions(sandbox.current)).toHaveLength(1);
		const [{ status, advice }] = reportsOf(result);
		expect(status).toBe('failed');
		expect(advice).toContain('10.9');
	});
});
