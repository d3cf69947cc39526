import fc from 'fast-check';
import { expect } from 'vitest';
import { Trouble } from '../../../cipp/trouble';
import { reportOn, type OffboardingReport } from '../../../offboarding/after/report';
import { usualFollowing } from '../../../offboarding/run/follow';
import { waitInPlace } from '../../../offboarding/run/wait';
import type { OffboardingOptions } from '../../../offboarding/order/order';
import { steps } from '../../../offboarding/steps';
import type { Sandbox } from '../../../sandbox/index.mts';
import { unprovable } from '../../offboard-user/offboarding.mts';
import { adele, alex, connect, megan, miriam, nestor, type Connection } from '../sandbox-send.mts';
import { started } from '../started.mts';
import { anyLie, between, count, forget, ofSandbox, type Lie } from './lies.mts';
import { everyoneElse, isSo, othersInGroups } from './truth.mts';

interface Play {
	users: string[];
	options: OffboardingOptions;
	lockOutFirst: boolean;
	lies: Lie[];
}

const leavers = [megan, adele, nestor];
const successors = [alex, miriam];

const anyPeople = fc
	.subarray(successors, { minLength: 1 })
	.map((people) => people.map((value) => ({ value, label: value })));

const anyValue = (editor: string): fc.Arbitrary<unknown> =>
	({
		switch: fc.constant(true),
		html: fc.constantFrom('<p>Gone.</p>', 'R&D: %tenantname%', '2026-12-01T10:00:00Z'),
		person: fc.constantFrom(...successors).map((value) => ({ value, label: value })),
		people: anyPeople,
	})[editor] as fc.Arbitrary<unknown>;

const anyOptions: fc.Arbitrary<OffboardingOptions> = fc
	.tuple(
		fc.subarray([...steps], { minLength: 1, maxLength: 8 }),
		fc.record(Object.fromEntries(steps.map(({ name, field }) => [name, anyValue(field.editor)]))),
	)
	.map(([some, values]) => {
		const options = Object.fromEntries(
			some.map(({ name }) => [name, values[name]]),
		) as OffboardingOptions;
		// What is refused before anything is sent is no play.
		if (options.forward) delete options.disableForwarding;
		if (options.AccessAutomap) delete options.AccessNoAutomap;
		return options;
	});

export const anyPlay: fc.Arbitrary<Play> = fc.record({
	users: fc.subarray(leavers, { minLength: 1 }),
	options: anyOptions,
	lockOutFirst: fc.boolean(),
	lies: fc.array(anyLie, { maxLength: 4 }),
});

/** A sandbox for many plays, with the lies of the present one between. */
export async function stage(): Promise<Connection & { lies: Lie[] }> {
	const cipp = await connect();
	const here = { ...cipp, lies: [] as Lie[] };
	return Object.assign(here, {
		send: async (request: Parameters<Connection['send']>[0]) => {
			count(request);
			const answer = await cipp.send(request);
			return here.lies.reduce((so, lie) => between[lie.kind]?.(lie, request, so) ?? so, answer);
		},
	});
}

/** No step is done and not so, nobody is lost, nobody else is touched, nobody is sent twice. */
export async function checkPlay(cipp: Connection & { lies: Lie[] }, play: Play): Promise<void> {
	const { sandbox } = cipp;
	sandbox.reset();
	forget();
	cipp.sent.length = 0;
	cipp.lies = play.lies;
	for (const lie of play.lies) ofSandbox[lie.kind]?.(lie, sandbox);
	const tenant = sandbox.tenants.named('contoso.example');
	const before = play.users.map((name) => ({
		tenant,
		user: structuredClone(sandbox.tenants.user(name)),
	}));
	const people = before.map(({ user }) => user);
	const others = [everyoneElse(tenant, people), othersInGroups(tenant, people)];

	const reports = await reportsOf(cipp, play);

	expect([everyoneElse(tenant, people), othersInGroups(tenant, people)]).toEqual(others);
	expect(sentTo(sandbox)).toEqual([...new Set(sentTo(sandbox))]);
	if (reports === null) return expect(sentTo(sandbox)).toEqual([]);
	expect(reports.map(({ user }) => user.id).sort()).toEqual(people.map(({ id }) => id).sort());
	const wrong = reports.flatMap(({ user, details }) => {
		const one = before.find(({ user: { id } }) => id === user.id)!;
		return details
			.filter(({ outcome, verified }) => outcome === 'succeeded' || verified === true)
			.filter(({ step, verified }) => !(verified === null && unprovable.includes(step)))
			.filter(({ step }) => !isSo(step, play.options, one))
			.map(({ step, outcome, verified, said, read }) => ({ step, outcome, verified, said, read }));
	});
	expect(wrong).toEqual([]);
}

/** Null where it was refused before anything was sent. */
async function reportsOf(cipp: Connection, play: Play): Promise<OffboardingReport[] | null> {
	const how = { lockOutFirst: play.lockOutFirst };
	const order = { users: play.users, options: play.options, reference: 'CASE', how };
	const begun = await started(cipp, order).catch((error: unknown) => {
		if (error instanceof Trouble || error instanceof TypeError) return null;
		throw error as Error;
	});
	if (!begun) return null;
	const waiting = {
		...usualFollowing,
		limitMilliseconds: 3_600_000,
		intervalMilliseconds: 60_000,
	};
	await waitInPlace(begun, cipp.send, cipp.clock, waiting, Infinity);
	return begun.map(reportOn);
}

/** Whom CIPP was asked to offboard, once for each time. */
const sentTo = ({ requests }: Sandbox): string[] =>
	requests
		.filter(({ endpoint }) => endpoint === 'ExecOffboardUser')
		.flatMap(({ body }) => (body as { user: Array<{ value: string }> }).user)
		.map(({ value }) => value);

/** Plays so many random offboardings; a failure tells the seed and the smallest play that fails. */
export async function playMany(numRuns: number, seed: number): Promise<void> {
	const cipp = await stage();
	await fc.assert(
		fc.asyncProperty(anyPlay, async (play) => {
			await checkPlay(cipp, play);
		}),
		{ numRuns, seed },
	);
}
