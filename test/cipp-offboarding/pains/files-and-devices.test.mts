import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../offboarding/plan/plan';
import type { Verification } from '../../../offboarding/after/verify-now';
import { alex, megan, stepOf, useSandbox } from '../../offboard-user/offboarding.mts';
import { handOn, reportOf, runOffboarding, writes } from '../offboarding-node.mts';

const sandbox = useSandbox();
const run = async (operation: string, parameters: IDataObject, options = {}) =>
	await runOffboarding(sandbox.current, operation, parameters, options);
const start = async (parameters: IDataObject) =>
	await run('start', { userEmail: megan, when: 'now', ...parameters });
const drive = () => sandbox.current.tenants.user(megan).oneDrive!;
/** The library in it, which is what Microsoft names. */
const files = () => `${drive().url}/Documents`;
const residualOf = (result: Awaited<ReturnType<typeof run>>) =>
	(result.json[0] as unknown as Verification).residual!;

describe('OneDrive', () => {
	it('pain 28: whoever gets access is told the address, and that no reading can prove the access', async () => {
		const result = await start({ options: { managerGets: ['oneDrive'] } });

		expect(drive().siteAdmins).toContain(alex);
		expect(stepOf(result, 'OnedriveAccess')).toMatchObject({
			asked: [alex],
			said: [`Successfully added ${alex} as a site collection admin of ${drive().url}`],
			outcome: 'succeeded',
			verified: null,
			read: 'CIPP has no reading that shows the admins of a OneDrive',
		});
		expect(reportOf(result).summary).toContain('1 of them cannot be verified');
		expect(reportOf(result).snapshot?.oneDrive).toMatchObject({ url: files() });
	});

	it('pain 28: a refusal of SharePoint is a failed step, though the job is called completed', async () => {
		sandbox.current.faults.step('OnedriveAccess', 'fails', { error: '401 Unauthorized' });
		const result = await start({ DisableSignIn: true, OnedriveAccess: alex });

		expect(result.error?.message).toContain('Not done: OneDrive Access');
		const report = reportOf(result);
		expect(report.task?.state).toBe('Completed');
		expect(report.details.find(({ step }) => step === 'OnedriveAccess')).toMatchObject({
			outcome: 'failed',
			said: [expect.stringContaining('401 Unauthorized')],
		});
	});

	it('pain 29: files are not moved; where they are and how much comes out for a step that moves them', async () => {
		drive().storageGigabytes = 12.5;
		const [{ oneDrive }] = (await run('snapshot', { userEmail: megan })).json;
		const verified = await run('verifyUser', {
			userEmail: megan,
			HideFromGAL: true,
			options: { evenIfNot: true },
		});

		expect(oneDrive).toEqual({ url: files(), size: 12.5 });
		expect(residualOf(verified).left).toContainEqual({
			kind: 'OneDrive',
			name: files(),
			why: 'the files are there, and CIPP cannot show who they are shared with',
			cure: 'Hand it over, or let the retention of the tenant delete it.',
		});
	});
});

describe('SharePoint', () => {
	it('pain 30: what is shared by name is not looked for, and the list of what is left says so', async () => {
		const done = await start({ DisableSignIn: true });
		const verified = await run('verify', {}, { items: handOn(done) });

		expect(residualOf(verified).notRead).toContainEqual({
			what: 'SharePoint sites',
			notRead: expect.stringContaining('shared with the person by name') as string,
		});
	});
});

describe('devices', () => {
	it('pain 31: devices stand in the plan, stay with the person, and are listed with what to do', async () => {
		const planned = await run('plan', { userEmail: megan, when: 'now', RemoveMobile: true });
		const done = await start({ RemoveMobile: true });
		const verified = await run('verify', {}, { items: handOn(done) });

		expect((planned.json[0] as unknown as Plan).who.devices).toEqual(
			expect.arrayContaining([expect.stringContaining('CONTOSO-LT-014')]),
		);
		const { left } = residualOf(verified);
		expect(left).toContainEqual({
			kind: 'device',
			name: 'CONTOSO-LT-014',
			why: expect.stringContaining('managed by Intune') as string,
			cure: 'Retire or wipe it in Intune.',
		});
		expect(left).toContainEqual(
			expect.objectContaining({ name: 'Megan iPhone', cure: 'Delete the registration.' }),
		);
		expect(left.filter(({ kind }) => kind === 'mobile device')).toEqual([]);
		expect(writes(sandbox.current)).toEqual(['ExecOffboardUser']);
	});
});
