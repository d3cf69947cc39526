import { beforeEach, expect, it } from 'vitest';
import type { Evidence } from '../../offboarding/after/evidence/evidence';
import { verifyChain } from '../../offboarding/after/evidence/evidence-chain';
import { companies } from '../../sandbox/index.mts';
import { submissions, useSandbox } from '../offboard-user/offboarding.mts';
import { runExample, uploaded, type ExampleRun } from './example.mts';

const sandbox = useSandbox();
const leavers = companies(12, 100).flatMap(({ defaultDomainName, users }) =>
	users.map(({ userPrincipalName }) => ({ tenant: defaultDomainName, user: userPrincipalName })),
);
const csv = (rows: Array<{ tenant: string; user: string }>): string =>
	[
		'tenant,user,ticket',
		...rows.map(({ tenant, user }) => `${tenant},${user},LAYOFF-${user}`),
	].join('\n');
const run = async (rows = leavers): Promise<ExampleRun> =>
	await runExample(sandbox.current, 'leavers-from-csv.json', 'Upload', {
		trigger: uploaded('list', csv(rows)),
	});

beforeEach(() => sandbox.current.tenants.add(...companies(12, 100)));

it('offboards 100 people of 12 customers, each once, with one chain of records', async () => {
	const { error, jsonOf, fileOf } = await run();

	expect(error).toBeUndefined();
	expect(new Set(leavers.map(({ tenant }) => tenant)).size).toBe(12);
	expect(jsonOf('Start', 1)).toEqual([]);
	const sent = submissions(sandbox.current).map(
		({ body }) => (body as { user: Array<{ value: string }> }).user[0].value,
	);
	expect(sent.sort()).toEqual(leavers.map(({ user }) => user).sort());

	const records = jsonOf('Create Evidence') as unknown as Evidence[];
	expect(records.map(({ subject }) => subject.userPrincipalName)).toEqual(
		leavers.map(({ user }) => user),
	);
	expect(records.every(({ result }) => result === 'complete')).toBe(true);
	expect(verifyChain(records)).toEqual({
		isIntact: true,
		last: records[99].integrity.hash,
		problems: [],
	});
	expect(fileOf('Create Evidence', 'csv', 99)).toContain(records[98].integrity.hash);
}, 120_000);

it('lists who is not done with the reason, while the others go on', async () => {
	const [first, second] = leavers;
	sandbox.current.faults.step('HideFromGAL', 'fails', { user: second.user });
	const { error, jsonOf, itemsOf } = await run([
		first,
		second,
		{ tenant: first.tenant, user: 'nobody@company01.example' },
		{ tenant: 'unknown.example', user: 'someone@unknown.example' },
		leavers[50],
	]);

	expect(error).toBeUndefined();
	const records = jsonOf('Create Evidence') as unknown as Evidence[];
	expect(records.map(({ case: { id } }) => id)).toEqual([
		`LAYOFF-${first.user}`,
		`LAYOFF-${leavers[50].user}`,
	]);
	expect(verifyChain(records).isIntact).toBe(true);
	expect(jsonOf('Why Not')).toMatchObject([
		{ user: second.user, reason: expect.stringContaining('Not done: Hide From Address List') },
		{ user: 'nobody@company01.example', reason: expect.stringContaining('There is no user') },
		{ tenant: 'unknown.example', reason: expect.stringContaining('unknown.example') },
	]);
	expect(itemsOf('List of Those')[0].binary?.data.fileName).toBe('not-done.csv');
	expect(submissions(sandbox.current)).toHaveLength(3);
}, 60_000);

it('sends nothing again when the same list is run twice', async () => {
	const few = leavers.slice(0, 5);
	await run(few);
	const { jsonOf } = await run(few);

	expect(submissions(sandbox.current)).toHaveLength(5);
	expect((jsonOf('Create Evidence') as unknown as Evidence[]).map(({ result }) => result)).toEqual(
		few.map(() => 'complete'),
	);
}, 60_000);

it('starts nobody when the list is longer than was allowed, and says so of everyone', async () => {
	sandbox.current.reset();
	const [large] = companies(1, 121);
	sandbox.current.tenants.add(large);
	const rows = large.users.map(({ userPrincipalName }) => ({
		tenant: large.defaultDomainName,
		user: userPrincipalName,
	}));
	const { error, jsonOf } = await run(rows);

	expect(error).toBeUndefined();
	expect(jsonOf('Create Evidence')).toEqual([]);
	expect(jsonOf('Why Not')).toHaveLength(121);
	expect(jsonOf('Why Not')[120]).toMatchObject({
		user: rows[120].user,
		reason: expect.stringContaining(
			'121 people would be offboarded, and this node stops above 120',
		),
	});
	expect(submissions(sandbox.current)).toEqual([]);
}, 60_000);
