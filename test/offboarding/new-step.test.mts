import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../programs/dependencies.mjs';
import type { LabelValue, OffboardingOptions } from '../../offboarding/order/order';
import type { Leaver } from '../../offboarding/run/leaver';
import { adele, alex, connect, lidia, megan, type Connection } from './sandbox-send.mts';

type Users = typeof import('../../operations/everyday/user');
type Offboardings = typeof import('../../operations/offboarding/offboarding');
type Checks = typeof import('../../offboarding/order/checks');
type Planning = typeof import('../../offboarding/plan/plan');
type Snapshots = typeof import('../../offboarding/person/snapshot');
type Preparing = typeof import('../../offboarding/run/prepare');
type Starting = typeof import('../../offboarding/run/start');
type Following = typeof import('../../offboarding/run/follow');
type Reporting = typeof import('../../offboarding/after/report');
type Verifying = typeof import('../../offboarding/after/verify-now');
type Filing = typeof import('../../offboarding/after/evidence/evidence');

/** What someone writes who adds a step: its file. */
const carKeys = `
import { namesOf } from './vocabulary/delegates';
import { severalPeople } from './vocabulary/kinds';
import { verdict } from './vocabulary/proof';
import { step } from './vocabulary/step';

export const carKeys = step('CarKeys', {
	label: 'Car Keys',
	help: 'Who gets the keys of the car',
	place: 15,
	field: severalPeople('e.g. manager@contoso.com'),
	since: '11.0',

	command: 'Set-CIPPCarKeys',
	done: [/^Handed the keys of /],
	failed: [/^Could not find the keys of /],

	before: ({ user }) => \`keys with \${user.displayName}\`,
	will: ({ user }, { value: people }) => \`takes the keys from \${user.displayName} to \${namesOf(people)}\`,
	synced: { says: 'The car is on-premises', cure: 'Walk there.' },
	warns: ({ account }) => (account.isSynced ? null : \`Ask \${account.displayName} for the spare key.\`),

	isTrue: async ({ now, asked }) =>
		verdict(now.accountEnabled === false, \`\${namesOf(asked.value)} drives\`),
});
`;
const ofTheIndex: Array<[before: string, line: string]> = [
	[
		"import { clearImmutableId } from './clear-immutable-id';",
		"import { carKeys } from './car-keys';",
	],
	['	hideFromGal,\n', '	carKeys,\n'],
];

let root: string;
let cipp: Connection;

beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'cipp-new-step-'));
	for (const room of ['cipp', 'offboarding', 'operations', 'tsconfig.json', 'package.json']) {
		await cp(join(projectRoot, room), join(root, room), { recursive: true });
	}
	await symlink(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
	await writeFile(join(root, 'offboarding/steps/car-keys.ts'), carKeys);
	const index = join(root, 'offboarding/steps/index.ts');
	await writeFile(index, ofTheIndex.reduce(inserted, await readFile(index, 'utf8')));
});
afterAll(async () => await rm(root, { recursive: true, force: true }));

function inserted(text: string, [before, line]: [string, string]): string {
	expect(text.split(before)).toHaveLength(2);
	return text.replace(before, `${line.trimEnd()}\n${before}`);
}

/** A module of the package to which the step was added. */
async function from<Module>(path: string): Promise<Module> {
	return (await import(/* @vite-ignore */ join(root, path))) as Module;
}

const asked = (people: string[]): OffboardingOptions & { CarKeys: LabelValue[] } => ({
	DisableSignIn: true,
	CarKeys: people.map((value) => ({ value })),
});

describe('a new step takes its file and its place in the index, and then', () => {
	beforeEach(async () => {
		cipp = await connect();
	});

	it('nothing else has to know it', () => {
		const { options: compilerOptions } = ts.parseJsonConfigFileContent(
			ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config,
			ts.sys,
			root,
		);
		const files = [
			...ts.sys.readDirectory(join(root, 'offboarding'), ['.ts']),
			join(root, 'operations/fields/offboarding-steps.ts'),
		];
		const program = ts.createProgram(files, { ...compilerOptions, noEmit: true });
		expect(
			ts
				.getPreEmitDiagnostics(program)
				.map(({ file, messageText }) => [file?.fileName, messageText]),
		).toEqual([]);
	}, 240_000);

	it('stands in the editor, with the CIPP that it needs', async () => {
		const { user } = await from<Users>('operations/everyday/user.ts');
		const { offboarding } = await from<Offboardings>('operations/offboarding/offboarding.ts');
		const { plan, start, verifyUser } = offboarding.operations;
		for (const operation of [user.operations.offboardUser, plan, start, verifyUser]) {
			const fields = [...operation.fields, ...(operation.asks ?? [])];
			const place = fields.findIndex(({ wire }) => wire === 'CarKeys');
			expect(fields[place - 1]?.label, operation.name).toBe('Block Sign-In');
			expect(fields[place], operation.name).toMatchObject({
				label: 'Car Keys',
				form: 'labelValues',
				help: 'Who gets the keys of the car. Needs CIPP 11.0 or newer.',
			});
		}
	});

	it('is checked like every other that names people', async () => {
		const { checkOrder } = await from<Checks>('offboarding/order/checks.ts');
		const check = (people: string[]) => () => checkOrder([megan], asked(people), new Date());
		expect(check([megan])).toThrow('is the person who is to be offboarded');
		expect(check(['nobody'])).toThrow('is not a user principal name');
		expect(check([alex])).not.toThrow();
	});

	it('is planned: what it will do, who is not there, what a synced account means for it', async () => {
		const { planOffboarding } = await from<Planning>('offboarding/plan/plan.ts');
		const plan = async (user: string, people: string[]) =>
			await planOffboarding(
				{ tenant: cipp.tenant(), user, options: asked(people) },
				cipp.send,
				cipp.clock,
			);
		const { steps, request } = await plan(megan, [alex]);
		expect(steps.map(({ step, what }) => [step, what])).toEqual([
			['DisableSignIn', 'blocks sign-in'],
			['CarKeys', `takes the keys from Megan Bowen to ${alex}`],
		]);
		expect(request.body).toMatchObject({ CarKeys: [{ value: alex }] });
		expect((await plan(megan, ['no.body@contoso.example'])).blockers).toContainEqual(
			expect.objectContaining({ code: 'delegateNotFound', step: 'CarKeys' }),
		);
		expect((await plan(lidia, [alex])).warnings).toContainEqual({
			code: 'directorySynced',
			step: 'CarKeys',
			message: 'The account is synced. The car is on-premises',
			cure: 'Walk there.',
		});
	});

	it('is reported, verified and filed', async () => {
		const { takeSnapshot } = await from<Snapshots>('offboarding/person/snapshot.ts');
		const { reportOn } = await from<Reporting>('offboarding/after/report.ts');
		const { claimOf, verifyNow } = await from<Verifying>('offboarding/after/verify-now.ts');
		const { createEvidence } = await from<Filing>('offboarding/after/evidence/evidence.ts');
		const snapshot = await takeSnapshot(cipp.tenant(), megan, cipp.send, cipp.clock);

		const leaver = await offboard(megan, [alex, adele]);
		const known = {
			step: 'CarKeys',
			label: 'Car Keys',
			asked: [alex, adele],
			verified: true,
			read: `${alex}, ${adele} drives`,
		};
		// The sandbox does not know it, as no CIPP before.
		const silent = reportOn(leaver);
		expect(silent.details[1]).toMatchObject({ ...known, said: [], outcome: 'unknown' });
		expect(silent.warnings).toEqual(['Ask Megan Bowen for the spare key.']);
		const unproven = { ...leaver, proofs: { ...leaver.proofs, CarKeys: undefined } };
		expect(reportOn(unproven).details[1].advice).toContain('which it knows since 11.0');
		const sentence = `Handed the keys of ${megan} to ${alex}`;
		leaver.task!.said.push(sentence);
		const report = reportOn(leaver);
		expect(report).toMatchObject({ status: 'succeeded', otherMessages: [] });
		expect(report.details[1]).toMatchObject({ ...known, said: [sentence], outcome: 'succeeded' });

		const verification = await verifyNow(claimOf(report), cipp.send, cipp.clock);
		expect(verification.steps[1]).toEqual({
			step: 'CarKeys',
			asked: known.asked,
			verdict: 'verified',
			verified: true,
			read: known.read,
		});
		const input = { caseId: '1', report, snapshot, verification };
		expect(createEvidence(input, cipp.clock.now()).steps[1]).toMatchObject({
			label: 'Car Keys',
			before: 'keys with Megan Bowen',
			after: known.read,
			verdict: 'verified',
		});
	});
});

async function offboard(user: string, people: string[]): Promise<Leaver> {
	const { prepareStart } = await from<Preparing>('offboarding/run/prepare.ts');
	const { startAll } = await from<Starting>('offboarding/run/start.ts');
	const { look } = await from<Following>('offboarding/run/follow.ts');
	const { send, clock, sandbox } = cipp;
	const wish = {
		item: 0,
		tenant: cipp.tenant(),
		users: [user],
		options: asked(people),
		reference: 'CASE-7',
		when: { kind: 'now' as const },
	};
	const ready = await prepareStart(wish, send, clock);
	const settings = { maximumPeople: 1, mayGoUnseen: false };
	const [leaver] = await startAll(ready, settings, send, clock);
	for (let looks = 0; looks < 4; looks += 1) {
		sandbox.clock.advance(10 * 60_000);
		await look([leaver], send, clock);
	}
	return leaver;
}
