import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { checkPeriods } from '../../n8n/reading/periods';
import { dateTime } from '../../operations/vocabulary';
import { credentialFor, runCipp } from '../engine/engine.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';

const sandbox = useSandbox();

const node = (type: string) => ({ type: `n8n-nodes-cipp.${type}` });

async function run(parameters: IDataObject, type = 'cipp', item: IDataObject = {}) {
	const result = await runCipp(parameters, {
		credential: credentialFor(sandbox.current),
		items: [item],
		node: node(type),
	});
	const sent = sandbox.current.requests.filter(({ endpoint }) => endpoint !== 'ListTenants');
	return { ...result, sent };
}

const tenantDomain = 'contoso.example';

describe('a date', () => {
	it.each([
		[46543, /no date and time: 46543/],
		['05/06/2027', /no date and time/],
		['01.02.2027', /no date and time/],
		['1/2/2030 10:00Z', /no date and time/],
		['next monday 9Z', /no date and time/],
		['1 Feb 2027 17:00', /no date and time/],
		[1893456000000, /no date and time/],
		[20271231, /no date and time/],
		[46205.5, /no date and time/],
		[-5, /no date and time/],
		['12', /no date and time/],
		['2030-02-30', /not on the calendar/],
		['9999-12-31', /year 9999/],
	])('%s is refused before anything is sent', async (when, message) => {
		const result = await run(
			{
				resource: 'scheduledTask',
				operation: 'create',
				tenantDomain,
				Name: 'Task',
				Command: 'Get-CIPPMailboxPermissions',
				taskName: 'Task',
				command: 'Get-CIPPMailboxPermissions',
				options: { ScheduledTime: '={{ $json.when }}' },
			},
			'cipp',
			{ when },
		);

		expect(result.error?.message).toMatch(message);
		expect(result.error?.message).toContain('"Run At"');
		expect(result.sent).toEqual([]);
	});

	it.each([[null], [[]], [''], [undefined]])(
		'that an expression leaves out (%j) does not mean now',
		async (when) => {
			const result = await run(
				{
					resource: 'user',
					operation: 'offboardUser',
					tenantDomain,
					userEmail: 'adele.vance@contoso.example',
					DisableSignIn: true,
					Scheduled: '={{ $json.when }}',
				},
				'cipp',
				when === undefined ? {} : { when },
			);

			expect(result.error?.message).toContain('"Run At"');
			expect(result.sent).toEqual([]);
		},
	);
});

describe('lists', () => {
	it.each([[null], [''], ['all'], [-1], [0], [1.5], [undefined]])(
		'a Limit of %j is refused',
		async (limit) => {
			const result = await run(
				{ resource: 'user', operation: 'getMany', tenantDomain, limit: '={{ $json.limit }}' },
				'cipp',
				limit === undefined ? {} : { limit },
			);

			expect(result.error?.message).toContain('"Limit"');
			expect(result.sent).toEqual([]);
		},
	);

	it('take true and false as words', async () => {
		const many = { resource: 'user', operation: 'getMany', tenantDomain, limit: 1 };

		const all = await run({ ...many, returnAll: '={{ "True" }}' });
		const whole = await run({ ...many, simplify: '={{ "false" }}' });
		const neither = await run({ ...many, returnAll: '={{ "yes" }}' });

		expect(all.json.length).toBeGreaterThan(1);
		expect(Object.keys(whole.json[0]).length).toBeGreaterThan(Object.keys(all.json[0]).length);
		expect(neither.error?.message).toBe('"Return All" is neither true nor false: yes');
	});

	it('All Tenants as a word means all of them', async () => {
		sandbox.current.faults.endpoint('ListLicenses', { status: 200, body: [{ License: 'E3' }] });

		const result = await run({
			resource: 'license',
			operation: 'getMany',
			allTenants: '={{ "true" }}',
		});

		expect(result.sent.at(-1)?.query.tenantFilter).toBe('AllTenants');
	});
});

describe('an ID', () => {
	it.each([
		'../groups',
		'a%2e%2e%2fb',
		'a?b',
		'a#b',
		'a\\b',
		'a\u0007b',
		'guest_fabrikam.com#EXT#@contoso.example',
	])('with what no ID has is refused: %j', async (userEmail) => {
		const result = await run({ resource: 'user', operation: 'get', tenantDomain, userEmail });

		expect(result.error?.message).toContain('"User"');
		expect(result.sent).toEqual([]);
	});

	it('loses blanks that have no width', async () => {
		const userEmail = 'adele.\u200bvance@contoso.example\ufeff';
		const result = await run({ resource: 'user', operation: 'get', tenantDomain, userEmail });

		expect(result.sent.at(-1)?.query.UserID).toBe('adele.vance@contoso.example');
	});
});

it('refuses a choice that is none', async () => {
	const result = await run(
		{
			resource: 'extensionMapping',
			operation: 'setFields',
			fieldsSetOf: '={{ "HaloPSA" }}',
			mappedFields: '{"Users":{"value":"12","label":"People"}}',
		},
		'cippExtensions',
	);

	expect(result.error?.message).toMatch(/"Fields Of" cannot be HaloPSA/);
	expect(result.sent).toEqual([]);
});

it.each(['__proto__', 'constructor', 'toString'])(
	'there is no operation and no resource %s',
	async (name) => {
		const operation = await run({ resource: 'user', operation: `={{ "${name}" }}` });
		const resource = await run({ resource: `={{ "${name}" }}`, operation: 'get' });

		for (const { error } of [operation, resource]) {
			expect(error?.message).toMatch(/There is no operation/);
		}
	},
);

it.each([
	['StartDate', 'EndDate', 1_900_000_000, 1_899_999_999],
	['From', 'To', '2031-05-06T10:00:00.000Z', '2031-05-06T09:00:00.000Z'],
])('an end before the start is refused: %s, %s', (start, end, from, to) => {
	const fields = [
		{ in: 'body' as const, ...dateTime('Start', start, { help: '' }) },
		{ in: 'body' as const, ...dateTime('End', end, { help: '' }) },
	];

	expect(() => checkPeriods(fields, { [start]: from, [end]: to })).toThrow(
		'"End" is before "Start"',
	);
	expect(() => checkPeriods(fields, { [start]: to, [end]: from })).not.toThrow();
	expect(() => checkPeriods(fields, { [end]: from })).not.toThrow();
});
