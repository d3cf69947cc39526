import { expect, it } from 'vitest';
import { adele, megan, submissions, useSandbox } from '../offboard-user/offboarding.mts';
import { handOn, runOffboarding } from './offboarding-node.mts';

const sandbox = useSandbox();
const two = [{ user: megan }, { user: adele }];

it('sends everyone out of the error output when the run as a whole is refused', async () => {
	const parameters = { userEmail: '={{ $json.user }}', when: 'now', DisableSignIn: true };
	const result = await runOffboarding(
		sandbox.current,
		'start',
		{ ...parameters, options: { maximumPeople: 1 } },
		{ items: two, node: { onError: 'continueErrorOutput' } },
	);

	expect(result.json).toEqual([]);
	expect(result.errors.map(({ json }) => json)).toMatchObject([
		{ error: expect.stringContaining('2 people would be offboarded') },
		{ error: expect.stringContaining('2 people would be offboarded') },
	]);
	expect(submissions(sandbox.current)).toEqual([]);
});

it('restores exactly a preview that is given, as after an approval in between', async () => {
	const snapshot = await runOffboarding(sandbox.current, 'snapshot', { userEmail: adele });
	await runOffboarding(sandbox.current, 'start', {
		userEmail: adele,
		when: 'now',
		DisableSignIn: true,
		HideFromGAL: true,
	});
	const preview = await runOffboarding(
		sandbox.current,
		'planRestore',
		{ restoreTo: 'rehire', options: { parts: ['account'] } },
		{ items: handOn(snapshot) },
	);
	const result = await runOffboarding(
		sandbox.current,
		'restore',
		{ restoreTo: 'rehire', snapshot: '={{ $json.preview }}' },
		{ items: [{ approved: true, preview: preview.json[0] }] },
	);

	expect(result.json).toMatchObject([{ schema: 'cipp-restore/1', status: 'succeeded' }]);
	const { accountEnabled, mailbox } = sandbox.current.tenants.user(adele);
	expect([accountEnabled, mailbox?.hiddenFromAddressLists]).toEqual([true, true]);
});
