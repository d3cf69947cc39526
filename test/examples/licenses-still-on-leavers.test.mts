import { expect, it } from 'vitest';
import { runOffboarding, writes } from '../cipp-offboarding/offboarding-node.mts';
import { adele, alex, megan, useSandbox } from '../offboard-user/offboarding.mts';
import { runExample, type ExampleRun } from './example.mts';

const sandbox = useSandbox();
const henrietta = 'henrietta.mueller@contoso.example';
const run = async (): Promise<ExampleRun> =>
	await runExample(sandbox.current, 'licenses-still-on-leavers.json', 'Every Monday');

async function offboarded(user: string, parameters = {}): Promise<void> {
	await runOffboarding(sandbox.current, 'start', {
		userEmail: user,
		when: 'now',
		DisableSignIn: true,
		options: { skipSnapshot: true },
		offboardOptions: { whenNotDone: 'output' },
		...parameters,
	});
	sandbox.current.requests.length = 0;
}

it('reports who still has a license and where it comes from, and nobody else', async () => {
	await offboarded(megan, { RemoveLicenses: true });
	await offboarded(adele);
	await offboarded(henrietta);
	const { error, jsonOf, fileOf } = await run();

	expect(error).toBeUndefined();
	expect(jsonOf('Ended Offboardings')).toHaveLength(3);
	const lines = jsonOf('Line').sort((a, b) => String(a.user).localeCompare(String(b.user)));
	expect(lines).toEqual([
		{
			customer: 'Contoso Ltd',
			user: adele,
			licenses: 'Microsoft 365 Business Premium (assigned directly)',
			offboarded: expect.stringMatching(/^\d{4}-/),
		},
		{
			customer: 'Contoso Ltd',
			user: henrietta,
			licenses: expect.stringContaining('through Licensed - Business Standard'),
			offboarded: expect.stringMatching(/^\d{4}-/),
		},
	]);
	expect(fileOf('Report', 'data').split('\n')[0]).toBe('customer,user,licenses,offboarded');
	expect(writes(sandbox.current)).toEqual([]);
});

it('counts someone once who was offboarded twice', async () => {
	await offboarded(adele);
	await offboarded(adele, { HideFromGAL: true });
	const { jsonOf } = await run();

	expect(jsonOf('Ended Offboardings')).toHaveLength(2);
	expect(jsonOf('Line')).toMatchObject([{ user: adele }]);
});

it('names who cannot be looked at instead of calling them clean', async () => {
	await offboarded(alex, { DeleteUser: true });
	const { deletedUsers } = sandbox.current.tenants.named('contoso.example');
	deletedUsers.length = 0;
	const { error, jsonOf } = await run();

	expect(error).toBeUndefined();
	expect(jsonOf('Line')).toEqual([]);
	expect(jsonOf('Not Looked At')).toMatchObject([
		{ user: alex, tenant: 'contoso.example', reason: expect.stringContaining(alex) },
	]);
});

it('makes no report in a week without findings', async () => {
	const { error, jsonOf, itemsOf } = await run();

	expect(error).toBeUndefined();
	expect(jsonOf('Line')).toEqual([]);
	expect(itemsOf('Report')).toEqual([]);
});
