import { expect, it } from 'vitest';
import { megan, offboard, reportsOf, stepOf, useSandbox } from './offboarding.mts';

const sandbox = useSandbox();

it('waits for the second task of CIPP and quotes both', async () => {
	const { said, verified } = stepOf(
		await offboard(sandbox.current, { RemoveLicenses: true }),
		'RemoveLicenses',
	);

	expect(said[0]).toMatch(
		/^Successfully added task: Remove License: megan\.bowen@contoso\.example\./,
	);
	expect(said[1]).toMatch(/^Scheduled license removal for megan\.bowen@contoso\.example\./);
	expect(said[2]).toMatch(
		/^Removed directly assigned licenses for megan\.bowen@contoso\.example: /,
	);
	expect(verified).toBe(true);
});

it('is failed when CIPP says scheduled and creates no task', async () => {
	sandbox.current.faults.step('LicenseTask', 'notCreated');

	const result = await offboard(sandbox.current, { DisableSignIn: true, RemoveLicenses: true });

	expect(reportsOf(result)[0].status).toBe('partial');
	expect(stepOf(result, 'RemoveLicenses')).toMatchObject({
		outcome: 'failed',
		verified: false,
		advice: expect.stringMatching(
			/never created its task "Remove License: megan\.bowen@contoso\.example"/,
		),
	});
});

it('does not take an older removal of the same person for its own', async () => {
	await offboard(sandbox.current, { RemoveLicenses: true });
	sandbox.current.faults.step('LicenseTask', 'notCreated');

	const result = await offboard(sandbox.current, { RemoveLicenses: true, reference: 'SECOND' });

	expect(reportsOf(result)[0].licenseTask).toBeNull();
});

it('names the licence that stays because a group gives it', async () => {
	const henrietta = 'henrietta.mueller@contoso.example';
	const group = sandbox.current.tenants
		.named('contoso.example')
		.groups.find(({ displayName }) => displayName.startsWith('Licensed'))!;
	// CIPP cannot take people out of a group with a rule.
	group.membershipRule = '(user.department -eq "Product")';
	group.groupTypes = ['DynamicMembership'];

	const result = await offboard(sandbox.current, { userEmail: henrietta, RemoveLicenses: true });

	const step = stepOf(result, 'RemoveLicenses');
	expect(step.outcome).not.toBe('succeeded');
	expect(step.verified).toBe(false);
	expect(step.read).toMatch(/licence.*left.*through groups/);
});

it('works for a name with an apostrophe', async () => {
	const result = await offboard(sandbox.current, {
		userEmail: "liam.o'brien@contoso.example",
		RemoveLicenses: true,
		DisableSignIn: true,
	});

	expect(reportsOf(result)[0].status).toBe('succeeded');
});

it('does not wait for the removal when the account is deleted: its licences are free', async () => {
	const result = await offboard(sandbox.current, { RemoveLicenses: true, DeleteUser: true });

	expect(reportsOf(result)[0]).toMatchObject({ status: 'succeeded', licenseTask: null });
	expect(stepOf(result, 'RemoveLicenses').read).toMatch(/licences are free again/);
	expect(() => sandbox.current.tenants.user(megan)).toThrow();
});
