import { expect, it } from 'vitest';
import type { OffboardingReport } from '../../offboarding/after/report';
import { megan, submissions, useSandbox } from '../offboard-user/offboarding.mts';
import { runExample, type ExampleRun } from './example.mts';

const sandbox = useSandbox();
const run = async (onNode?: (name: string) => void): Promise<ExampleRun> =>
	await runExample(sandbox.current, 'failed-steps-to-ticket.json', 'Someone Leaves', { onNode });

it('opens no ticket when all is done', async () => {
	const { error, jsonOf, posted } = await run();

	expect(error).toBeUndefined();
	expect(jsonOf('All Done')).toMatchObject([{ status: 'succeeded' }]);
	expect(posted).toEqual([]);
});

it('opens a ticket with what failed and why, does only that again, and closes the ticket', async () => {
	sandbox.current.faults.step('HideFromGAL', 'fails', {
		times: 1,
		error: 'The server is busy. Try again later.',
	});
	const { error, jsonOf, posted } = await run();

	expect(error).toBeUndefined();
	expect(jsonOf('All Done')).toEqual([]);
	expect(posted.map(({ body }) => (body as { status: string }).status)).toEqual(['open', 'closed']);
	expect(posted[0]).toMatchObject({
		url: 'https://psa.northwind.example/api/tickets',
		body: {
			number: 'LEAVER-1042',
			title: `Offboarding of ${megan} is not done`,
			text: expect.stringContaining('Hide From Address List'),
		},
	});
	const [, second] = submissions(sandbox.current);
	expect(second.body).toMatchObject({ HideFromGAL: true });
	expect(Object.keys(second.body as object).sort()).toEqual([
		'HideFromGAL',
		'reference',
		'tenantFilter',
		'user',
	]);
	expect((jsonOf('Retry')[0] as unknown as OffboardingReport).status).toBe('succeeded');
	expect(submissions(sandbox.current)).toHaveLength(2);
});

it('hands over to a technician what will fail again, and does not try it', async () => {
	sandbox.current.faults.step('HideFromGAL', 'fails', {
		error: 'The object is synced with Active Directory on-premises.',
	});
	const { posted } = await run();

	expect(posted.map(({ body }) => (body as { status: string }).status)).toEqual([
		'open',
		'needs a person',
	]);
	expect(submissions(sandbox.current)).toHaveLength(1);
});

it('makes a ticket too when nothing could be started', async () => {
	sandbox.current.faults.endpoint('ListScheduledItems', { kind: 'roleMissing' });
	const { posted, jsonOf } = await run();

	expect(jsonOf('All Done')).toEqual([]);
	expect(posted[0].body).toMatchObject({
		status: 'open',
		title: 'Offboarding of someone is not done',
		text: expect.stringContaining('CIPP.Scheduler.Read'),
	});
	expect(submissions(sandbox.current)).toEqual([]);
});
