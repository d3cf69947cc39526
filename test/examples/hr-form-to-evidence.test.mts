import { expect, it } from 'vitest';
import type { Evidence } from '../../offboarding/after/evidence/evidence';
import { isUnchanged } from '../../offboarding/after/evidence/evidence-chain';
import { writes } from '../cipp-offboarding/offboarding-node.mts';
import { alex, megan, submissions, useSandbox } from '../offboard-user/offboarding.mts';
import { runExample, type ExampleRun } from './example.mts';

const sandbox = useSandbox();
const form = {
	tenant: 'contoso.example',
	user: megan,
	lastDay: '2025-03-03',
	case: 'HR-2030-0042',
	requestedBy: 'Miriam Graham',
	submittedAt: '2025-03-03T09:12:00.000+01:00',
};
const run = async (approves = true): Promise<ExampleRun> =>
	await runExample(sandbox.current, 'hr-form-to-evidence.json', 'HR Form', {
		trigger: { json: form },
		approves,
	});

it('asks the manager of the person, with everything that will be done', async () => {
	const { emails } = await run(false);

	expect(emails).toHaveLength(1);
	expect(emails[0]).toMatchObject({
		toEmail: alex,
		subject: 'Approve the offboarding of Megan Bowen?',
	});
	expect(emails[0].message).toMatch(
		/^Megan Bowen, Marketing Manager, Marketing\nWhat will be done:\n- /,
	);
	expect(emails[0].message).toContain('Marketing Team');
});

it('changes nothing when the manager declines', async () => {
	const { error, jsonOf } = await run(false);

	expect(error).toBeUndefined();
	expect(jsonOf('Declined')).toHaveLength(1);
	expect(writes(sandbox.current)).toEqual([]);
	expect(sandbox.current.tenants.user(megan).accountEnabled).toBe(true);
});

it('starts the approved plan once, and files who asked, who approved and what is true', async () => {
	const { error, jsonOf, fileOf } = await run();

	expect(error).toBeUndefined();
	expect(submissions(sandbox.current)).toHaveLength(1);
	const [plan] = jsonOf('Plan') as Array<{ request?: { body: object } }>;
	expect(submissions(sandbox.current)[0].body).toEqual(plan.request?.body);

	const [record] = jsonOf('Create Evidence') as unknown as Evidence[];
	expect(record).toMatchObject({
		case: { id: 'HR-2030-0042' },
		result: 'complete',
		subject: { userPrincipalName: megan },
		responsible: {
			requested: { name: 'Miriam Graham, HR', at: '2025-03-03T08:12:00.000Z' },
			approved: { name: `Alex Wilber (${alex})` },
			executed: { name: expect.stringContaining('HR form to evidence, with approval') },
		},
		times: { left: { local: '2025-03-03 17:00 (Europe/Berlin)' } },
	});
	expect(record.steps.every(({ verdict }) => verdict === 'verified')).toBe(true);
	expect(isUnchanged(record)).toBe(true);
	expect(fileOf('Create Evidence', 'csv')).toContain(record.integrity.hash);
	expect(fileOf('Create Evidence', 'page')).toContain('<h1>Offboarding record</h1>');
});

it('files a record too when a step is not done, and says which', async () => {
	sandbox.current.faults.step('HideFromGAL', 'fails');
	const { error, jsonOf } = await run();

	expect(error).toBeUndefined();
	const [record] = jsonOf('Create Evidence') as unknown as Evidence[];
	expect(record.result).toBe('incomplete');
	expect(record.steps.filter(({ verdict }) => verdict !== 'verified')).toMatchObject([
		{ step: 'HideFromGAL', verdict: 'failed' },
	]);
});

it('follows the first start when HR sends the form twice', async () => {
	await run();
	const { jsonOf } = await run();

	expect(submissions(sandbox.current)).toHaveLength(1);
	expect((jsonOf('Create Evidence')[0] as unknown as Evidence).result).toBe('complete');
});
