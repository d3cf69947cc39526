import type { IDataObject } from 'n8n-workflow';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OffboardingReport } from '../../offboarding/after/report';
import { companies } from '../../sandbox/index.mts';
import type { StepFaultKind } from '../../sandbox/index.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';
import { runOffboarding } from './offboarding-node.mts';

const sandbox = useSandbox();
const numberOfTenants = 40;
const numberOfPeople = 500;

const steps = [
	'RevokeSessions',
	'DisableSignIn',
	'HideFromGAL',
	'RemoveGroups',
	'ConvertToShared',
] as const;
type StepName = (typeof steps)[number];

/** What each way of going wrong has to be called: `saysDone` is a lie, `neverMentionedButDone` is luck. */
const verdicts: Partial<Record<StepFaultKind, string>> = {
	fails: 'failed',
	saysDone: 'failed',
	neverMentioned: 'failed',
	neverMentionedButDone: 'unknown',
};
const kinds = Object.keys(verdicts) as StepFaultKind[];

interface Fault {
	user: string;
	step: StepName;
	kind: StepFaultKind;
}

let people: Array<{ tenant: string; user: string }>;
let faults: Fault[];

beforeEach(() => {
	const tenants = companies(numberOfTenants, numberOfPeople);
	sandbox.current.tenants.add(...tenants);
	people = tenants.flatMap(({ defaultDomainName, users }) =>
		users.map(({ userPrincipalName }) => ({ tenant: defaultDomainName, user: userPrincipalName })),
	);
	// Every tenth of all steps goes wrong, in every way and at every step.
	const all = people.flatMap(({ user }) => steps.map((step) => ({ user, step })));
	faults = all
		.filter((_, index) => (index * 7 + Math.floor(index / 10)) % 10 === 3)
		.map((place, index) => ({ ...place, kind: kinds[index % kinds.length] }));
	for (const { user, step, kind } of faults) {
		sandbox.current.faults.step(step, kind, { user, times: 1 });
	}
});

const order: IDataObject = {
	tenantDomain: '={{ $json.tenant }}',
	userEmail: '={{ $json.user }}',
	when: 'now',
	...Object.fromEntries(steps.map((step) => [step, true])),
	options: { maximumPeople: numberOfPeople, skipSnapshot: true },
};

describe('500 people across 40 tenants, with a tenth of all steps going wrong', () => {
	it('come out with 500 right verdicts, nothing submitted twice, and hardly a write too many', async () => {
		// Some answers are lost on the way, some requests find no worker.
		for (const { user } of people.filter((_, index) => index % 50 === 7)) {
			sandbox.current.faults.endpoint(
				'ExecOffboardUser',
				{ kind: 'dropped' },
				{ user, times: 1, afterApplying: true },
			);
		}
		for (const { user } of people.filter((_, index) => index % 25 === 11)) {
			sandbox.current.faults.endpoint('ExecOffboardUser', { kind: 'busy' }, { user, times: 1 });
		}

		const result = await runOffboarding(sandbox.current, 'start', order, {
			items: people,
			node: { onError: 'continueErrorOutput' },
		});

		const reports = [
			...result.json,
			...result.errors.map(({ json }) => json.details as IDataObject),
		] as unknown as OffboardingReport[];
		const found = reports.flatMap(({ user, details }) =>
			details.map(({ step, outcome }) => `${user.userPrincipalName} ${step} ${outcome}`),
		);
		const expected = people.flatMap(({ user }) =>
			steps.map((step) => {
				const fault = faults.find((each) => each.user === user && each.step === step);
				return `${user} ${step} ${fault ? verdicts[fault.kind] : 'succeeded'}`;
			}),
		);
		expect(found.sort()).toEqual(expected.sort());

		const wrong = new Set(faults.map(({ user }) => user));
		expect(result.json).toHaveLength(numberOfPeople - wrong.size);
		expect(result.errors).toHaveLength(wrong.size);

		const writes = sandbox.current.requests.filter(
			({ method, endpoint }) => method === 'POST' && endpoint !== 'ListGraphBulkRequest',
		);
		expect(writes.every(({ endpoint }) => endpoint === 'ExecOffboardUser')).toBe(true);
		expect(writes.length).toBeLessThanOrEqual(1.2 * numberOfPeople);
		const tasks = sandbox.current.tenants.tasks().map(({ name }) => name);
		expect(tasks.sort()).toEqual(people.map(({ user }) => `Offboarding: ${user}`).sort());
	}, 240_000);
});
