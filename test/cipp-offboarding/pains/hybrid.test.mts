import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../offboarding/plan/plan';
import { megan, useSandbox } from '../../offboard-user/offboarding.mts';
import { reportOf, runOffboarding, writes } from '../offboarding-node.mts';

const sandbox = useSandbox();
const run = async (operation: string, parameters: IDataObject, options = {}) =>
	await runOffboarding(sandbox.current, operation, parameters, options);
const start = async (parameters: IDataObject, options = {}) =>
	await run(
		'start',
		{ userEmail: megan, when: 'now', DisableSignIn: true, ...parameters },
		options,
	);
const lidia = 'lidia.holloway@contoso.example';
const keepGoing = { node: { onError: 'continueErrorOutput' } };

describe('a synced account', () => {
	it('pain 48: CIPP calls the block a failure; the report says that it holds for now and what undoes it', async () => {
		const report = reportOf(await start({ userEmail: lidia, RevokeSessions: true }, keepGoing));

		expect(sandbox.current.tenants.user(lidia).accountEnabled).toBe(false);
		expect(report.status).toBe('succeeded');
		expect(report.details.find(({ step }) => step === 'DisableSignIn')).toMatchObject({
			outcome: 'succeeded',
			said: [expect.stringContaining('AD Sync enabled')],
			verified: true,
			read: 'accountEnabled is false',
			advice:
				'The account is synced from on-premises: disable it in the local Active Directory, or the next sync switches it on again.',
		});
	});

	it('pain 48: the plan says so before, and a later look sees that the sync has undone it', async () => {
		const planned = await run('plan', { userEmail: lidia, when: 'now', DisableSignIn: true });
		const report = reportOf(await start({ userEmail: lidia }));
		sandbox.current.tenants.user(lidia).accountEnabled = true;
		const verified = await run('verify', {}, { items: [report as unknown as IDataObject] });

		expect((planned.json[0] as unknown as Plan).warnings).toContainEqual({
			code: 'directorySynced',
			step: 'DisableSignIn',
			message:
				'The account is synced. CIPP blocks sign-in in the cloud, reports a failure, and the next sync may undo it',
			cure: 'Disable the account in the local Active Directory as well.',
		});
		expect(verified.error?.message).toContain('is not as wanted: DisableSignIn');
	});
});

describe('names', () => {
	it('pain 49: someone whose address differs from the sign-in name is found by ID, and CIPP gets the sign-in name', async () => {
		const person = sandbox.current.tenants.user(megan);
		person.mail = 'm.bowen@mail.contoso.example';
		const report = reportOf(await start({ userEmail: person.id, HideFromGAL: true }));

		const { body } = sandbox.current.requests.find(
			({ endpoint }) => endpoint === 'ExecOffboardUser',
		)!;
		expect((body as IDataObject).user).toMatchObject([{ value: megan }]);
		expect(report).toMatchObject({
			status: 'succeeded',
			user: { userPrincipalName: megan, id: person.id },
		});
	});

	it('pain 49: a mail address that is no sign-in name is refused before anything is sent', async () => {
		sandbox.current.tenants.user(megan).mail = 'm.bowen@mail.contoso.example';
		const result = await start({ userEmail: 'm.bowen@mail.contoso.example' });

		expect(result.error?.message).toContain('There is no user "m.bowen@mail.contoso.example"');
		expect(result.error?.description).toContain('would accept the name and fail later');
		expect(writes(sandbox.current)).toEqual([]);
	});
});

describe('the new password', () => {
	const inTask = () =>
		/new password is (\S+)/
			.exec(JSON.stringify(sandbox.current.tenants.task(`Offboarding: ${megan}`)))![1]
			.replace(/["\\].*$/, '');

	it('pain 50: CIPP writes it into its task, and nothing here shows it', async () => {
		const done = await start({ ResetPass: true });
		const { id } = reportOf(done).task!;
		const shown = await run('get', { offboardingTaskId: id });
		const listed = await run('getMany', {});
		const evidence = await run('createEvidence', { caseId: 'HR-1' }, { items: done.json });

		expect(inTask()).toMatch(/^\S{12,}$/);
		for (const result of [done, shown, listed, evidence]) {
			expect(result.json).toHaveLength(1);
			expect(JSON.stringify(result.run)).not.toContain(inTask());
		}
	});

	it('pain 50: it comes out where that was asked for, in a field of its own', async () => {
		const report = reportOf(
			await start({ ResetPass: true, offboardOptions: { outputPassword: true } }),
		);

		expect(report.newPassword).toBe(inTask());
		expect(JSON.stringify(report.details)).not.toContain(inTask());
	});
});
