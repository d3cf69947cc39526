import { readdirSync, readFileSync } from 'node:fs';
import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import type { Effect } from '../../operations/vocabulary';
import { declared } from '../contract/declared.mts';
import { everythingIn, runLight, type Entry } from './light-run.mts';

/**
 * Every operation as a tool, as the node runs it, with a CIPP that answers "Done" to everything: what is sent
 * is what the reference promises, and with an odd setting nothing is.
 */
async function asTool(entry: Entry, more: IDataObject = {}, Results: unknown = 'Done') {
	const { sent, items, error } = await runLight(
		entry,
		more,
		{ body: { Results } },
		{ type: 'tool' },
	);
	return { sent, error: error?.message ?? '', output: everythingIn([items, error]) };
}

const settings = ['read', 'change', 'contain', 'destroy'] as const;
const labels: Record<string, Effect> = {
	'Only Read': 'read',
	'Read and Change': 'change',
	'Read, Change and Contain': 'contain',
	'Read, Change, Contain and Destroy': 'destroy',
};

interface Promised {
	needs: Effect;
	where: string;
	givesSecret: boolean;
}

/** What the reference says of each operation. */
function promises(): Map<string, Promised> {
	const folder = new URL('../../docs/reference/', import.meta.url);
	const found = new Map<string, Promised>();
	for (const file of readdirSync(folder)) {
		const page = readFileSync(new URL(file, folder), 'utf8');
		for (const section of page.split(/^## /m).slice(1)) {
			const name = section.match(/Operation `([^`]+)`/)?.[1] ?? '';
			const told = section.match(/^As a tool: (.*); (.*); gives out (a|no) secret\.$/m);
			if (!told) continue;
			const [, needs, where, secret] = told;
			const label = Object.keys(labels).find(
				(one) =>
					needs === one ||
					(needs.startsWith(`${one}, `) &&
						!Object.keys(labels).some(
							(other) => other.length > one.length && needs.startsWith(other),
						)),
			)!;
			found.set(`${file.replace(/\.md$/, '')} ${name}`, {
				needs: labels[label],
				where,
				givesSecret: secret === 'a',
			});
		}
	}
	return found;
}

const promised = promises();
const promiseOf = ({ node, resource, name }: Entry): Promised =>
	promised.get(`${node}-${resource.value} ${name}`)!;

/** API Request does what its endpoint does: see tool.test.mts. */
const all = declared.filter(
	({ operation }) =>
		!operation.never &&
		!(operation.answer.kind === 'own' && operation.answer.work === 'apiRequest'),
);
const order = (effect: Effect): number => settings.indexOf(effect);

const oddValues: unknown[] = [
	'',
	' ',
	'Read',
	'READ',
	'read ',
	' read',
	'write',
	'all',
	'Destroy',
	'destroy ',
	'change,destroy',
	'constructor',
	'__proto__',
	'toString',
	null,
	false,
	true,
	0,
	1,
	3,
	NaN,
	[],
	['destroy'],
	{},
	{ value: 'destroy' },
	'={{ "destroy" }}',
	'={{ $json.may }}',
	"={{ $fromAI('may') }}",
	'={{ undefined }}',
	'undefined',
	'null',
	'Only Read',
	'Read, Change, Contain and Destroy',
	'dеstroy',
];

describe('the reference', () => {
	it('says of each operation what it takes, where it acts and whether it gives out secrets', () => {
		expect(all.filter((entry) => promiseOf(entry) === undefined).map(({ title }) => title)).toEqual(
			[],
		);
		expect(all.length).toBeGreaterThan(1_000);
	});
});

describe.each(settings)('with Tool May at %s', (toolMay) => {
	it('every operation is sent or refused as the reference promises', async () => {
		const wrong: string[] = [];
		for (const entry of all) {
			const { needs, where } = promiseOf(entry);
			const { sent, error } = await asTool(entry, { toolMay });
			const isRefused = /This tool is not allowed|does not change all tenants/.test(error);
			const may =
				order(needs) <= order(toolMay) && (where !== 'acts everywhere' || needs === 'read');
			// What is filled in can make it worse: see tool.test.mts.
			const isOpen = may && toolMay !== 'destroy' && entry.operation.worse !== undefined;
			const isWrong = may ? isRefused : sent.length > 0 || !isRefused;
			if (isWrong && !isOpen) {
				wrong.push(`${entry.title}: ${error || 'sent'}`);
			}
		}
		expect(wrong).toEqual([]);
	}, 120_000);
});

it('does nothing at all with any other value, whatever the operation', async () => {
	expect(oddValues.length).toBeGreaterThan(30);
	const wrong: string[] = [];
	for (const [index, toolMay] of oddValues.entries()) {
		// Each value with a part of the operations, all of them together with all.
		for (const entry of all.filter((_one, at) => at % 8 === index % 8)) {
			const { sent, error } = await asTool(entry, { toolMay } as IDataObject);
			if (sent.length > 0 || !/not allowed to do anything/.test(error)) {
				wrong.push(`${entry.title} with ${JSON.stringify(toolMay)}: ${error}`);
			}
		}
	}
	expect(wrong).toEqual([]);
}, 120_000);

it.each([
	[['']],
	['secrets'],
	[null],
	[['Secrets']],
	["={{ $fromAI('also') }}"],
	[['secrets', 'x']],
	[{}],
])('does nothing at all with %j as Tool May Also', async (toolMayAlso) => {
	const { sent, error } = await asTool(all[0], { toolMayAlso } as IDataObject);

	expect(sent).toEqual([]);
	expect(error).toMatch(/"Tool May Also" is/);
});

it('changes all tenants in no operation, whatever Tool May says', async () => {
	const wrong: string[] = [];
	for (const entry of all.filter(({ operation }) => operation.effect !== 'read')) {
		const { allTenants = false } = entry.operation.tenant ?? {};
		const where = promiseOf(entry).where;
		if (!allTenants && where !== 'acts everywhere') continue;
		const { sent, error } = await asTool(entry, {
			toolMay: 'destroy',
			...(allTenants ? { allTenants: true } : {}),
		});
		if (sent.length > 0 || !/all tenants at once|act everywhere/.test(error))
			wrong.push(`${entry.title}: ${error}`);
	}
	expect(wrong).toEqual([]);
}, 60_000);

it('changes all tenants, or acts everywhere, by its own word only', async () => {
	const one = all.find(
		({ operation }) => operation.effect === 'change' && operation.tenant?.allTenants,
	)!;
	const every = all.find(({ operation }) => operation.actsEverywhere)!;
	const may = { toolMay: 'destroy', allTenants: true };

	expect((await asTool(one, { ...may, toolMayAlso: ['everywhere', 'secrets'] })).sent).toEqual([]);
	expect((await asTool(one, { ...may, toolMayAlso: ['allTenants'] })).sent).not.toEqual([]);
	expect((await asTool(every, { ...may, toolMayAlso: ['allTenants', 'secrets'] })).sent).toEqual(
		[],
	);
	expect((await asTool(every, { ...may, toolMayAlso: ['everywhere'] })).sent).not.toEqual([]);
});

it('hands out no secret that was not switched on, and none without its own word', async () => {
	const secret = 'Canary-7x!q';
	const answer = [
		{ resultText: `The new password is ${secret}`, copyField: secret, state: 'success' },
	];
	const wrong: string[] = [];
	for (const entry of all) {
		if (!promiseOf(entry).givesSecret || entry.operation.answer.kind === 'own') continue;
		const off = await asTool(
			entry,
			{ toolMay: 'destroy', toolMayAlso: ['secrets', 'everywhere'] },
			answer,
		);
		if (off.output.includes(secret)) wrong.push(`${entry.title}: off`);
		const on = await asTool(entry, { toolMay: 'destroy', outputSecret: true }, answer);
		if (on.output.includes(secret) || on.sent.length > 0) wrong.push(`${entry.title}: on`);
	}
	expect(wrong).toEqual([]);
}, 60_000);

it('changes nothing where What Would Change was kept from another operation, and nobody can tell', async () => {
	const blind = all.filter(
		({ operation }) =>
			operation.effect !== 'read' && !operation.look && operation.answer.kind !== 'own',
	);
	const wrong: string[] = [];
	for (const entry of blind) {
		const { sent } = await asTool(entry, {
			toolMay: 'destroy',
			toolMayAlso: ['everywhere', 'allTenants', 'secrets'],
			options: { whatWouldChange: true },
		});
		if (sent.length > 0) wrong.push(entry.title);
	}
	expect(blind.length).toBeGreaterThan(100);
	expect(wrong).toEqual([]);
}, 60_000);
