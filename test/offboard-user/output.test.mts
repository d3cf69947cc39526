import { expect, it } from 'vitest';
import { megan, offboard, reportsOf, stepOf, submissions, useSandbox } from './offboarding.mts';

const sandbox = useSandbox();

/** The password that CIPP wrote into its task. */
function passwordInTask(): string {
	const results = sandbox.current.tenants.task(`Offboarding: ${megan}`)?.results ?? '';
	const password = JSON.stringify(results).match(/The new password is ([^"\\]+)/)?.[1];
	if (!password) throw new Error(`No password in ${JSON.stringify(results)}`);
	return password;
}

it('never shows the new password unless asked', async () => {
	const result = await offboard(sandbox.current, { ResetPass: true });

	expect(stepOf(result, 'ResetPass').said[0]).toMatch(/The new password is \[hidden\]$/);
	expect(JSON.stringify(result.run)).not.toContain(passwordInTask());
});

it('does not show it in an error either', async () => {
	sandbox.current.faults.step('DisableSignIn', 'fails');

	const result = await offboard(sandbox.current, { ResetPass: true, DisableSignIn: true });

	expect(result.status).toBe('error');
	expect(JSON.stringify({ run: result.run, context: result.error?.context })).not.toContain(
		passwordInTask(),
	);
});

it('gives the new password in a field of its own when asked', async () => {
	const result = await offboard(sandbox.current, {
		ResetPass: true,
		offboardOptions: { outputPassword: true },
	});

	expect(reportsOf(result)[0].newPassword).toBe(passwordInTask());
	expect(stepOf(result, 'ResetPass').said[0]).toMatch(/\[hidden\]$/);
});

it('keeps client secret and token out of everything it puts out', async () => {
	const result = await offboard(sandbox.current, { DisableSignIn: true });
	const { authorization } = sandbox.current.requests[0].headers;

	expect(authorization).toBeUndefined();
	expect(JSON.stringify(result.run)).not.toContain(sandbox.current.clientSecret);
	expect(JSON.stringify(result.run)).not.toMatch(/Bearer /);
});

it('puts out what is not done as an item when the settings say so', async () => {
	sandbox.current.faults.step('HideFromGAL', 'fails', { error: 'Mailbox is locked' });

	const result = await offboard(sandbox.current, {
		DisableSignIn: true,
		HideFromGAL: true,
		offboardOptions: { whenNotDone: 'output' },
	});

	expect(result.status).toBe('success');
	expect(result.json).toMatchObject([
		{ status: 'partial', summary: expect.stringContaining('Hide From Address List') },
	]);
});

it('goes on with the report and the error when n8n is to continue', async () => {
	sandbox.current.faults.step('HideFromGAL', 'fails', { error: 'Mailbox is locked' });

	const result = await offboard(
		sandbox.current,
		{ HideFromGAL: true },
		{ node: { onError: 'continueRegularOutput' } },
	);

	expect(result.json).toMatchObject([
		{ status: 'failed', error: expect.stringContaining('not fully offboarded') },
	]);
});

it('tells what to do about an account that the local directory owns', async () => {
	const lidia = 'lidia.holloway@contoso.example';
	const result = await offboard(sandbox.current, {
		userEmail: lidia,
		DisableSignIn: true,
		RemoveGroups: true,
	});

	expect(stepOf(result, 'DisableSignIn')).toMatchObject({
		outcome: 'succeeded',
		verified: true,
		advice: expect.stringContaining('local Active Directory'),
	});
	expect(stepOf(result, 'RemoveGroups').read).toMatch(
		/"Product Department" \(its rule decides who is in\).*"VPN Users" \(synced from on-premises\)/,
	);
});

it('refuses a mailbox that is to be shared and deleted, as the plan does', async () => {
	const result = await offboard(sandbox.current, { ConvertToShared: true, DeleteUser: true });

	expect(result.error?.message).toContain('A shared mailbox goes with its account');
	expect(result.error?.description).toContain('Despite Blockers');
	expect(submissions(sandbox.current)).toEqual([]);
});
