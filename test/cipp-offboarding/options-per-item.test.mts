import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import type { OffboardingReport } from '../../offboarding/after/report';
import { adele, alex, megan, submissions, useSandbox } from '../offboard-user/offboarding.mts';
import type { EngineOptions, EngineResult } from '../engine/engine.mts';
import { handOn, reportOf, runOffboarding, writes } from './offboarding-node.mts';

const sandbox = useSandbox();

const run = async (operation: string, parameters: IDataObject, options: Partial<EngineOptions>) =>
	await runOffboarding(sandbox.current, operation, parameters, options);

/** Starts people, each with what its item says. */
const start = async (
	items: IDataObject[],
	{ offboardOptions, ...parameters }: IDataObject,
	options: Partial<EngineOptions> = {},
): Promise<EngineResult> =>
	await run(
		'start',
		{
			userEmail: '={{ $json.user }}',
			when: 'now',
			HideFromGAL: true,
			offboardOptions: offboardOptions as IDataObject,
			...parameters,
		},
		{ items, ...options },
	);

const reports = ({ json }: EngineResult) => json as unknown as OffboardingReport[];
const canSignIn = (user: string): boolean | undefined =>
	sandbox.current.tenants.user(user).accountEnabled;

describe('an option that items say differently', () => {
	it.each([0, 1, 2])(
		'locks out at once whoever is urgent, and nobody else (item %i)',
		async (urgent) => {
			const people = [megan, adele, alex];
			await start(
				people.map((user, index) => ({ user, urgent: index === urgent })),
				{
					when: 'at',
					startAt: '2099-01-31T17:00',
					completion: 'queued',
					options: { lockOutFirst: '={{ $json.urgent }}' },
				},
			);

			expect(people.map(canSignIn)).toEqual(people.map((_user, index) => index !== urgent));
		},
	);

	it('takes the admin roles of whoever it says', async () => {
		const [nestor, isaiah] = ['nestor.wilke@contoso.example', megan];
		const result = await start(
			[
				{ user: isaiah, roles: false },
				{ user: nestor, roles: true },
			],
			{ options: { removeAdminRoles: '={{ $json.roles }}' } },
		);

		expect(reports(result).map(({ adminRoles }) => adminRoles?.map(({ name }) => name))).toEqual([
			undefined,
			['Global Administrator'],
		]);
	});

	it('takes a snapshot of whoever it does not leave out', async () => {
		const result = await start(
			[
				{ user: megan, skip: true },
				{ user: adele, skip: false },
			],
			{ options: { skipSnapshot: '={{ $json.skip }}' } },
		);

		expect(reports(result).map(({ snapshot }) => snapshot?.user.userPrincipalName)).toEqual([
			undefined,
			adele,
		]);
	});

	it('goes on beside others for whoever it says', async () => {
		const later = { when: 'at', startAt: '2099-01-31T17:00', completion: 'queued' };
		await start([{ user: megan }, { user: adele }], later);
		const result = await start(
			[
				{ user: megan, beside: false },
				{ user: adele, beside: true },
			],
			{
				RemoveRules: true,
				options: { besideOthers: '={{ $json.beside }}' },
				offboardOptions: { whenNotDone: 'output' },
			},
		);

		expect(reports(result).map(({ status }) => status)).toEqual(['failed', 'succeeded']);
	});

	it.each([0, 1])('shows the new password of whoever it says (item %i)', async (shown) => {
		const items = [megan, adele].map((user, index) => ({ user, show: index === shown }));
		const result = await start(items, {
			ResetPass: true,
			offboardOptions: { outputPassword: '={{ $json.show }}' },
		});

		expect(reports(result).map(({ newPassword }) => newPassword !== undefined)).toEqual([
			shown === 0,
			shown === 1,
		]);
	});

	it('shows it as the item of Wait says, whatever Start was told', async () => {
		sandbox.current.clock.speed = 0;
		const queued = await start(
			[
				{ user: megan, show: true },
				{ user: adele, show: false },
			],
			{
				ResetPass: true,
				completion: 'queued',
				offboardOptions: { outputPassword: '={{ $json.show }}' },
			},
		);
		sandbox.current.clock.speed = 1_200;
		const waited = await run(
			'wait',
			{ offboardOptions: { outputPassword: `={{ $json.user.userPrincipalName === '${adele}' }}` } },
			{ items: handOn(queued) },
		);

		expect(reports(waited).map(({ newPassword }) => newPassword !== undefined)).toEqual([
			false,
			true,
		]);
	});

	it('puts out what is not done where it says so, and fails where it does not', async () => {
		sandbox.current.faults.step('HideFromGAL', 'fails');
		const result = await start(
			[
				{ user: megan, then: 'output' },
				{ user: adele, then: 'fail' },
			],
			{ offboardOptions: { whenNotDone: '={{ $json.then }}' } },
			{ node: { onError: 'continueErrorOutput' } },
		);

		expect(reports(result).map(({ user }) => user.userPrincipalName)).toEqual([megan]);
		expect(result.errors.map(({ json }) => (json.details as IDataObject).user)).toMatchObject([
			{ userPrincipalName: adele },
		]);
	});

	it.each([0, 1])('gives up on whoever may take no longer (item %i)', async (short) => {
		const people = [megan, adele];
		sandbox.current.faults.step('HideFromGAL', 'hangs', { user: people[short] });
		const result = await start(
			people.map((user, index) => ({ user, minutes: index === short ? 0.02 : 60 })),
			{ offboardOptions: { giveUpAfter: '={{ $json.minutes }}', whenNotDone: 'output' } },
		);

		expect(reports(result)[short].status).toBe('unknown');
		expect(reports(result)[1 - short].status).toBe('succeeded');
	});
});

describe('what holds for a run as a whole', () => {
	it('is the lowest number of people that an item allows', async () => {
		const result = await start(
			[
				{ user: megan, most: 25 },
				{ user: adele, most: 1 },
			],
			{ options: { maximumPeople: '={{ $json.most }}' } },
		);

		expect(result.error?.message).toContain('2 people would be offboarded');
		expect(writes(sandbox.current)).toEqual([]);
	});

	it('is refused where items differ in the pause between looks', async () => {
		const items = [
			{ user: megan, pause: 1 },
			{ user: adele, pause: 2 },
		];
		const result = await start(items, { offboardOptions: { checkEvery: '={{ $json.pause }}' } });

		expect(result.error?.message).toContain('"Check Every (Seconds)" differs between items');
		expect(submissions(sandbox.current)).toEqual([]);
	});

	it.each(['often', -5])('is refused where it is no number: Check Every %s', async (checkEvery) => {
		const result = await start([{ user: megan }], { offboardOptions: { checkEvery } });

		expect(result.error?.message).toContain('"Check Every (Seconds)" is ');
		expect(submissions(sandbox.current)).toEqual([]);
	});

	it.each(['soon', 0, ''])('Give Up After "%s" is refused alone', async (giveUpAfter) => {
		const result = await start(
			[
				{ user: megan, give: giveUpAfter },
				{ user: adele, give: 60 },
			],
			{ offboardOptions: { giveUpAfter: '={{ $json.give }}' } },
			{ node: { onError: 'continueErrorOutput' } },
		);

		expect(result.errors.map(({ json }) => json.error)).toEqual([
			expect.stringMatching(/^"Give Up After \(Minutes\)" is /),
		]);
		expect(reports(result).map(({ status }) => status)).toEqual(['succeeded']);
	});

	it('counts people, not items', async () => {
		const users = [megan, adele, alex].join(',');
		const result = await start([{ user: users }], { options: { maximumPeople: 2 } });

		expect(reportOf(result)).toBeUndefined();
		expect(result.error?.message).toContain('3 people would be offboarded');
	});
});
