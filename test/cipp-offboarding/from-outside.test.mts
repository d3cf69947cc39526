import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { adele, alex, megan, useSandbox } from '../offboard-user/offboarding.mts';
import { handOn, reportOf, runOffboarding, writes } from './offboarding-node.mts';

const sandbox = useSandbox();
const run = async (operation: string, parameters: IDataObject, options = {}) =>
	await runOffboarding(sandbox.current, operation, parameters, options);

type Json = Record<string, any>;

const planned = async (parameters: IDataObject = {}): Promise<Json> =>
	handOn(
		await run('plan', { userEmail: megan, when: 'now', DisableSignIn: true, ...parameters }),
	)[0];

const startPlan = async (plan: Json, parameters: IDataObject = {}) =>
	await run('startPlan', parameters, { items: [plan as IDataObject] });

describe('a plan that was changed on the way', () => {
	const lies: Record<string, (plan: Json) => void> = {
		'names another tenant among the options': ({ options }) => {
			options.TenantFilter = 'fabrikam.example';
		},
		'names a tenant as CIPP writes it': ({ options }) => {
			options.tenantFilter = { value: 'fabrikam.example' };
		},
		'names other people': ({ options }) => {
			options.user = [{ value: alex }];
		},
		'has the account deleted': ({ options }) => {
			options.DeleteUser = true;
		},
		'does not do what it says': ({ options }) => {
			delete options.DisableSignIn;
			options.RevokeSessions = true;
		},
		'names a step that there is not': ({ options, steps }) => {
			options.WipeEverything = true;
			steps.push({ step: 'WipeEverything', source: 'you', what: 'wipes' });
		},
		'asks for a step in a way that is none': ({ options }) => {
			options.DisableSignIn = { value: 'fabrikam.example' };
		},
		'has a step that is a text': ({ options }) => {
			options.DisableSignIn = 'true';
		},
		'hides an option in a prototype': (plan) => {
			plan.options = JSON.parse('{"__proto__":{"DeleteUser":true},"DisableSignIn":true}');
		},
		'names nobody': ({ who }) => {
			delete who.id;
		},
		'names a person of another name': ({ who }) => {
			who.userPrincipalName = alex;
		},
		'has no tenant': (plan) => {
			delete plan.tenant;
		},
		'has lists that are none': (plan) => {
			plan.blockers = {};
		},
		'holds a reference that is none': ({ request }) => {
			request.body.reference = { tenantFilter: 'x' };
		},
	};

	it.each(Object.entries(lies))('%s: it is refused, and nothing is sent', async (_name, change) => {
		const plan = await planned();
		change(plan);

		const result = await startPlan(plan);

		expect(result.status).toBe('error');
		expect(writes(sandbox.current)).toEqual([]);
	});

	it('has lost its blockers: they are found anew', async () => {
		const plan = await planned({ ConvertToShared: true, DeleteUser: true });
		expect(plan.canStart).toBe(false);
		expect((await startPlan(plan)).error?.message).toContain('has blockers');

		const result = await startPlan({ ...plan, blockers: [], canStart: true });

		expect(result.error?.message).toContain('deleting the user deletes it');
		expect(writes(sandbox.current)).toEqual([]);
		expect((await startPlan(plan, { options: { despiteBlockers: true } })).status).not.toBe('');
		expect(writes(sandbox.current)).toEqual(['ExecOffboardUser']);
	});

	it('names a tenant’s words, a request and a verdict: CIPP is asked as it is meant', async () => {
		const plan = await planned();
		plan.tenant = { ...plan.tenant, defaultDomainName: 'fabrikam.example' };
		plan.request.endpoint = 'RemoveUser';
		plan.request.body.tenantFilter = 'fabrikam.example';
		plan.request.body.DeleteUser = true;
		plan.snapshot.tenant.defaultDomainName = 'fabrikam.example';

		const result = await startPlan(plan);

		expect(reportOf(result)).toMatchObject({ status: 'succeeded' });
		const sent = sandbox.current.requests.find(({ endpoint }) => endpoint === 'ExecOffboardUser');
		expect(sent?.body).toMatchObject({
			tenantFilter: { value: 'contoso.example' },
			user: [{ value: megan }],
		});
		expect(sent?.body).not.toHaveProperty('DeleteUser');
	});

	it('in nothing, with the manager among the people, starts', async () => {
		const plan = await planned({
			AccessAutomap: adele,
			options: { managerGets: ['mailbox', 'mail'] },
		});
		expect(reportOf(await startPlan(plan)).status).toBe('succeeded');
	});
});

describe('a report that Wait is given', () => {
	const queued = async (): Promise<Json> => {
		sandbox.current.clock.speed = 0;
		const order = { userEmail: megan, when: 'now', DisableSignIn: true, completion: 'queued' };
		const result = await run('start', order);
		sandbox.current.clock.speed = 1_200;
		return reportOf(result) as Json;
	};
	const wait = async (report: Json) => await run('wait', {}, { items: [report as IDataObject] });
	const proven = { verified: true, read: 'accountEnabled is false' };

	it('is not believed where it says that all is done: CIPP and the tenant are asked', async () => {
		sandbox.current.faults.step('DisableSignIn', 'fails', { error: 'No.' });
		const report = await queued();
		Object.assign(report.following, {
			phase: 'finished',
			proofs: { DisableSignIn: proven },
			finished: report.following.submitted,
			verified: report.following.submitted,
			task: { id: '1', name: `Offboarding: ${megan}`, state: 'Completed', said: [] },
		});

		const result = await wait(report);

		expect(result.status).toBe('error');
		expect(reportOf(result).details[0]).toMatchObject({ outcome: 'failed', verified: false });
	});

	it('is not believed where it is final and the tenant shows otherwise', async () => {
		const report = await queued();
		delete report.following;
		const [step] = report.details;
		const result = await wait({
			...report,
			user: { ...report.user, id: sandbox.current.tenants.user(alex).id, userPrincipalName: alex },
			status: 'succeeded',
			details: [{ ...step, ...proven, outcome: 'succeeded', verdict: 'verified' }],
		});
		expect(result.error?.message).toContain('is not as wanted');
	});

	const lies: Record<string, (following: Json) => void> = {
		'asks for a tenant': ({ options }) => {
			options.TenantFilter = 'fabrikam.example';
		},
		'names nobody': ({ account }) => {
			account.id = 'x';
		},
		'has an order that is none': (following) => {
			following.options = null;
		},
		'says that something was done past CIPP that nothing does': (following) => {
			following.direct = {
				HideFromGAL: { said: ['done'], outcome: 'succeeded', at: following.submitted },
			};
		},
		'was submitted at no time': (following) => {
			following.submitted = 'soon';
		},
	};
	it.each(Object.entries(lies))('and %s is refused', async (_name, change) => {
		const report = await queued();
		change(report.following);
		const result = await wait(report);
		expect(result.status).toBe('error');
		expect(result.error?.message).toContain('cannot be followed');
	});

	it('names another domain of its tenant: CIPP is asked about the one it knows', async () => {
		const report = await queued();
		report.following.tenant.defaultDomainName = 'fabrikam.example';
		expect(reportOf(await wait(report))).toMatchObject({
			status: 'succeeded',
			tenant: { defaultDomainName: 'contoso.example' },
		});
	});
});

describe('a profile that there is not', () => {
	it.each(['nonsense', '__proto__', 'constructor'])('%s is refused', async (profile) => {
		const order = { userEmail: megan, when: 'now', DisableSignIn: true, options: { profile } };
		const result = await run('start', order);
		expect(result.status).toBe('error');
		expect(writes(sandbox.current)).toEqual([]);
	});
});
