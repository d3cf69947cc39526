import { expect, test } from 'vitest';
import { alex, contoso, megan, signedIn, type SignedIn } from './signed-in.mts';

const order = { tenantFilter: contoso, user: [{ value: megan }] };

async function started({ post }: SignedIn, options: object): Promise<string> {
	return (await post('ExecOffboardUser', { ...order, ...options })).body.DeploymentId;
}

const rowsOf = async ({ get }: SignedIn, DeploymentId: string) =>
	(await get('ListOffboardingProgress', { DeploymentId })).body;

test('an older CIPP hands out no DeploymentId and has no such list', async () => {
	const cipp = await signedIn();
	expect(await started(cipp, { DisableSignIn: true })).toBeUndefined();
	expect((await cipp.get('ListOffboardingProgress', { DeploymentId: 'x' })).status).toBe(404);
});

test('a row for each person, queued, then with its steps one after the other, then over', async () => {
	const cipp = await signedIn({ hasProgress: true });
	const id = await started(cipp, {
		user: [{ value: megan }, { value: alex }],
		DisableSignIn: true,
		RevokeSessions: true,
		PostExecution: { email: true },
	});
	expect(await rowsOf(cipp, id)).toMatchObject([
		{ Name: megan, Source: 'Offboarding', Status: 'queued', TenantFilter: contoso, Steps: [] },
		{ Name: alex, Status: 'queued' },
	]);
	cipp.sandbox.clock.advance(6_000);
	const [running] = await rowsOf(cipp, id);
	expect(running).toMatchObject({
		Status: 'running',
		TaskId: cipp.sandbox.tenants.task(`Offboarding: ${megan}`)!.rowKey,
		Steps: [
			{ Title: 'Revoke all sessions', Status: 'succeeded' },
			{ Title: 'Disable sign in', Status: 'running', Message: 'In progress' },
			{ Title: 'Notify via Email', Status: 'pending', Kind: 'notify' },
		],
	});
	cipp.sandbox.clock.advance(60_000);
	const [over] = await rowsOf(cipp, id);
	expect(over.Status).toBe('succeeded');
	expect(over.Steps[1].Message).toBe(
		`Successfully set account enabled state to False for ${megan}`,
	);
	expect(JSON.parse(over.Logs)).toHaveLength(2);
	expect(await rowsOf(cipp, 'unknown')).toEqual([]);
	expect((await cipp.get('ListOffboardingProgress')).status).toBe(400);
});

test('a step is failed by a line that begins with Error or Failed, and by no other', async () => {
	const cipp = await signedIn({ hasProgress: true });
	cipp.sandbox.tenants.named(contoso).permissionReport = null;
	cipp.sandbox.faults.step('HideFromGAL', 'fails');
	const id = await started(cipp, { HideFromGAL: true, removePermissions: true });
	cipp.sandbox.clock.advance(60_000);
	const [row] = await rowsOf(cipp, id);
	expect(row).toMatchObject({
		Status: 'failed',
		Steps: [
			{
				Status: 'failed',
				Message: expect.stringMatching(/^Failed to execute Set-CIPPHideFromGAL/),
			},
			{ Status: 'succeeded', Message: expect.stringMatching(/^Could not remove mailbox/) },
		],
	});
});

test('what runs later is not handed out, and a deletion leaves out the other steps', async () => {
	const cipp = await signedIn({ hasProgress: true });
	const date = Math.floor(cipp.sandbox.clock.now().getTime() / 1000) + 60;
	const later = { DisableSignIn: true, Scheduled: { enabled: true, date } };
	expect(await started(cipp, { ...later, user: [{ value: alex }] })).toBeUndefined();
	const id = await started(cipp, { DisableSignIn: true, DeleteUser: true, OnedriveAccess: [alex] });
	cipp.sandbox.clock.advance(60_000);
	const [row] = await rowsOf(cipp, id);
	expect(row.Steps.map(({ Title }: any) => Title)).toEqual([
		'Grant OneDrive full access',
		'Delete user',
	]);
});

test('rows of tenants that the client may not see are left out', async () => {
	const cipp = await signedIn({ hasProgress: true });
	const id = await started(cipp, { DisableSignIn: true });
	cipp.sandbox.client.allowedTenants = ['fabrikam.example'];
	expect(await rowsOf(cipp, id)).toEqual([]);
});
