import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox/index.mts';
import { alex, megan, useSandbox } from '../offboard-user/offboarding.mts';
import { runOffboarding } from './offboarding-node.mts';

const plan = async (sandbox: Sandbox, steps: object) => {
	const { json, error } = await runOffboarding(sandbox, 'plan', {
		userEmail: megan,
		when: 'now',
		...steps,
	});
	expect(error).toBeUndefined();
	return json[0] as { warnings: Array<{ code: string; step?: string; message: string }> };
};
const codes = ({ warnings }: { warnings: Array<{ code: string; step?: string }> }) =>
	warnings
		.filter(({ code }) => /droppedByVersion|leftOutWithDeletion/.test(code))
		.map(({ code, step }) => `${code} ${step}`);

describe('a plan on CIPP 10.8', () => {
	const sandbox = useSandbox({ cipp: '10.8' });

	it('says beforehand that a newer step is dropped', async () => {
		const made = await plan(sandbox.current, { DisableSignIn: true, AccessSendAs: alex });

		expect(codes(made)).toEqual(['droppedByVersion AccessSendAs']);
		expect(made.warnings.find(({ code }) => code === 'droppedByVersion')?.message).toContain(
			'needs CIPP 10.9 or newer, and this one is 10.8.2',
		);
	});

	it('asks for the version only where a step came with a later one', async () => {
		await plan(sandbox.current, { DisableSignIn: true });

		expect(sandbox.current.requests.map(({ endpoint }) => endpoint)).not.toContain('GetVersion');
	});

	it('has all steps done before the account is deleted', async () => {
		expect(codes(await plan(sandbox.current, { RemoveGroups: true, DeleteUser: true }))).toEqual(
			[],
		);
	});
});

describe('a plan on CIPP 10.9', () => {
	const sandbox = useSandbox({ cipp: '10.9' });

	it('has the newer steps done', async () => {
		expect(codes(await plan(sandbox.current, { AccessSendAs: alex }))).toEqual([]);
	});
});

describe('a plan on CIPP 10.10', () => {
	const sandbox = useSandbox({ cipp: '10.10' });

	it('names what is left out where the account is deleted', async () => {
		const steps = { RemoveGroups: true, OnedriveAccess: alex, DeleteUser: true };
		expect(codes(await plan(sandbox.current, steps))).toEqual(['leftOutWithDeletion RemoveGroups']);
	});
});
