import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { inSentences, type Operation } from '../../operations/vocabulary';
import { simple } from '../contract/declared.mts';
import { everythingIn, runLight, type LightAnswer } from './light-run.mts';

// Canaries in everything that goes in and comes out, searched for in items, errors, logs and files.

let planted = 0;
const canary = (): string => `Cnry-${(planted += 1)}-Q7!zx`;
const isCanary = /Cnry-\d+-Q7!zx/;

/** What is secret of what is filled in. */
function secretsFilledIn({ fields }: Operation): IDataObject {
	const secret = fields.filter(({ isSecret }) => isSecret);
	const main = secret.filter(({ optional }) => !optional).map(({ name }) => [name, canary()]);
	const options = secret.filter(({ optional }) => optional).map(({ name }) => [name, canary()]);
	return {
		...Object.fromEntries(main),
		...(options.length > 0 ? { options: Object.fromEntries(options) } : {}),
	};
}

/** A row that has a canary wherever the declaration says there is a secret, and under names that tell. */
function rowOf({ secret = [], withheld = [], mayHoldSecrets = [] }: Operation): object {
	const row: Record<string, unknown> = {
		id: 'stays',
		displayName: 'stays',
		password: canary(),
		nested: [{ accessToken: canary(), clientSecret: canary() }],
		raw: JSON.stringify({ refreshToken: canary() }),
	};
	for (const path of [...secret, ...withheld]) {
		if (!inSentences.includes(path)) put(row, partsOf(path), canary());
	}
	for (const path of mayHoldSecrets) {
		put(row, partsOf(path), [
			`Temporary password is ${canary()}`,
			{ resultText: `New password: ${canary()}`, copyField: canary() },
			JSON.stringify([{ copyField: canary(), resultText: 'done' }]),
		]);
	}
	return row;
}

const partsOf = (path: string): string[] =>
	path
		.replace(/^(Results(?=[[.]))?(\[\])?\.?/, '')
		.replaceAll('[]', '')
		.split('.');

function put(target: Record<string, unknown>, [name, ...rest]: string[], value: unknown): void {
	if (rest.length === 0) target[name] = value;
	else {
		const inner: Record<string, unknown> = {};
		target[name] = [inner];
		put(inner, rest, value);
	}
}

const sentences = (): unknown[] => {
	const one = canary();
	return [
		{ resultText: `Successfully made it, with ${one}`, copyField: one, state: 'success' },
		`The new password is ${canary()}`,
		`Temporary password: ${canary()}`,
		{ resultText: `Temporary Access Pass: ${canary()}`, state: 'success' },
	];
};

/** What CIPP answers, with canaries: well, badly, and in forms that no declaration knows. */
const weathers: Array<[string, (operation: Operation, sent: string[]) => LightAnswer]> = [
	[
		'what it should',
		(operation) =>
			operation.answer.kind === 'outcome'
				? { body: { Results: sentences() } }
				: { body: { Results: [rowOf(operation)] } },
	],
	[
		'a list of rows in a refusal',
		(operation) => ({ status: 500, body: [rowOf(operation), rowOf(operation)] }),
	],
	[
		'one sentence in a refusal, with what was sent',
		(_operation, sent) => ({
			status: 400,
			body: {
				Results: {
					resultText: `Failed with ${canary()} ${sent.join(' ')}`.replace(/with Cnry\S+/, 'it'),
					copyField: canary(),
					state: 'error',
				},
			},
		}),
	],
	[
		'success beside failure, with what was sent',
		(_operation, sent) => ({
			body: { Results: [...sentences(), `Failed to add a license for ${sent.join(' and ')}`] },
		}),
	],
	[
		'an error of its own kind',
		(operation, sent) => ({
			status: 403,
			body: { error: { code: 'x', message: `no: ${sent.join(' ')}`, inner: rowOf(operation) } },
		}),
	],
];

describe.each(weathers)('with CIPP answering %s', (_name, answer) => {
	it.each([true, false])(
		'no secret is anywhere (On Error continues: %s)',
		async (onError) => {
			const found: string[] = [];
			for (const entry of simple) {
				const filled = secretsFilledIn(entry.operation);
				const sent = [...everythingIn(filled).matchAll(/Cnry-\d+-Q7!zx/g)].map(([one]) => one);
				const run = await runLight(entry, filled, answer(entry.operation, sent), { onError });
				const all = everythingIn([run.items, run.error, run.told]);
				if (isCanary.test(all))
					found.push(`${entry.title}: ${all.match(/.*Cnry-\d+-Q7!zx.*/)?.[0].slice(0, 150)}`);
			}
			expect(found).toEqual([]);
		},
		120_000,
	);
});

it('with Output Secret, what is given out stands under `secret` and nowhere else', async () => {
	const wrong: string[] = [];
	let given = 0;
	for (const entry of simple.filter(({ operation }) => operation.secret)) {
		const [, answer] = weathers[0];
		const run = await runLight(
			entry,
			{ outputSecret: true, returnAll: true },
			answer(entry.operation, []),
		);
		if (run.error) continue;
		const items = run.items as Array<{ json: IDataObject }>;
		const { secret, ...rest } = items[0]?.json ?? {};
		if (!isCanary.test(JSON.stringify(secret ?? ''))) wrong.push(`${entry.title}: none`);
		else given += 1;
		if (isCanary.test(JSON.stringify(rest))) wrong.push(`${entry.title}: elsewhere`);
	}
	expect(wrong).toEqual([]);
	expect(given).toBeGreaterThan(30);
});
