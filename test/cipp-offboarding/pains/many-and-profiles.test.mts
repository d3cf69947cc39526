import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../offboarding/plan/plan';
import { adele, alex, megan, useSandbox } from '../../offboard-user/offboarding.mts';
import { reportOf, runOffboarding, writes } from '../offboarding-node.mts';

const sandbox = useSandbox();
const run = async (operation: string, parameters: IDataObject, options = {}) =>
	await runOffboarding(sandbox.current, operation, parameters, options);
const sent = (): IDataObject[] =>
	sandbox.current.requests
		.filter(({ endpoint }) => endpoint === 'ExecOffboardUser')
		.map(({ body }) => body as IDataObject);
const plan = async (parameters: IDataObject) => {
	const { json } = await run('plan', { userEmail: megan, when: 'now', ...parameters });
	return json[0] as unknown as Plan;
};
const miriam = 'miriam.graham@contoso.example';

describe('many leavers', () => {
	it("pain 32: each one's own manager gets the mailbox, and who has none is refused alone", async () => {
		const result = await run(
			'start',
			{
				userEmail: '={{ $json.user }}',
				when: 'now',
				DisableSignIn: true,
				completion: 'queued',
				options: { managerGets: ['mailbox'] },
			},
			{
				items: [{ user: megan }, { user: adele }, { user: miriam }],
				node: { onError: 'continueErrorOutput' },
			},
		);

		const managers = Object.fromEntries(
			sent().map(({ user, AccessAutomap }) => [
				(user as IDataObject[])[0].value,
				(AccessAutomap as IDataObject[]).map(({ value }) => value),
			]),
		);
		expect(managers).toEqual({ [megan]: [alex], [adele]: [megan] });
		expect(result.errors.map(({ json }) => json.error)).toEqual([
			expect.stringContaining(`${miriam} has no manager in Entra`),
		]);
	});
});

describe('the same steps for everyone', () => {
	it('pain 33: a profile and the defaults of the tenant fill what is open, and the plan says who chose what', async () => {
		const { choices, options } = await plan({
			HideFromGAL: true,
			options: { profile: 'litigation', useTenantDefaults: true },
		});
		const sources = Object.fromEntries(choices.map(({ option, source }) => [option, source]));

		expect(sources).toMatchObject({
			HideFromGAL: 'you',
			DisableSignIn: 'profile',
			RemoveLicenses: 'profile',
		});
		expect(options).not.toHaveProperty('RemoveLicenses');

		const standard = await plan({ options: { useTenantDefaults: true } });
		expect(standard.choices).toContainEqual({
			option: 'ConvertToShared',
			value: true,
			source: 'tenant default',
		});
	});

	it('pain 33: no profile and no default deletes anyone by itself', async () => {
		const { offboardingDefaults } = sandbox.current.tenants.named('contoso.example');
		offboardingDefaults!.DeleteUser = true;

		for (const profile of ['standard', 'immediate', 'contractor', 'litigation']) {
			const { request } = await plan({ options: { profile, useTenantDefaults: true } });
			expect(request.body).not.toHaveProperty('DeleteUser');
		}
	});
});

describe('two stages', () => {
	it('pain 34: the door is shut on Friday, the rest waits for Monday under the same reference', async () => {
		const result = await run('start', {
			userEmail: megan,
			when: 'at',
			startAt: '2099-02-02T09:00',
			timeZone: 'America/New_York',
			RemoveGroups: true,
			ConvertToShared: true,
			reference: 'HR-7',
			completion: 'queued',
			options: { lockOutFirst: true },
		});

		const person = sandbox.current.tenants.user(megan);
		expect(person.accountEnabled).toBe(false);
		expect(person.mailbox?.type).toBe('UserMailbox');
		const report = reportOf(result);
		expect(report).toMatchObject({
			status: 'queued',
			reference: 'HR-7',
			when: { local: '2099-02-02 09:00 (America/New_York)' },
			task: { state: 'Planned', reference: 'HR-7' },
		});
		expect(report.details.map(({ step, outcome }) => [step, outcome])).toContainEqual([
			'RemoveGroups',
			'queued',
		]);
		expect(sent()).toMatchObject([{ reference: 'HR-7', Scheduled: { enabled: true } }]);
	});
});

describe('the right person', () => {
	it('pain 35: the plan shows whom it is about, and nothing has been changed', async () => {
		const { who, tenant } = await plan({
			userEmail: 'nestor.wilke@contoso.example',
			RemoveGroups: true,
		});

		expect(tenant.displayName).toBe('Contoso Ltd');
		expect(who).toMatchObject({
			displayName: 'Nestor Wilke',
			jobTitle: 'IT Manager',
			department: 'IT',
			manager: `Miriam Graham (${miriam})`,
			accountEnabled: true,
			roles: ['Global Administrator'],
			directReports: ['diego.siciliani@contoso.example'],
		});
		expect(who).toHaveProperty('lastSignIn');
		expect(writes(sandbox.current)).toEqual([]);
	});

	it('pain 35: someone blocked already is pointed out, someone of another tenant is refused', async () => {
		const patti = await plan({ userEmail: 'patti.fernandez@contoso.example', HideFromGAL: true });
		const stranger = await run('start', {
			userEmail: 'debra.berger@fabrikam.example',
			when: 'now',
			DisableSignIn: true,
		});

		expect(patti.warnings).toContainEqual(
			expect.objectContaining({
				code: 'alreadyDisabled',
				cure: 'Make sure that it is the right person.',
			}),
		);
		expect(stranger.error?.message).toContain(
			'There is no user "debra.berger@fabrikam.example" in Contoso Ltd',
		);
		expect(sent()).toEqual([]);
	});
});
