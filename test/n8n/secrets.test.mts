import type { IDataObject, INode } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { itemsOf } from '../../n8n/answers/items';
import {
	change,
	inSentences,
	outcome,
	read,
	rows,
	text,
	type Declaration,
} from '../../operations/vocabulary';
import { credentialFor, runCipp } from '../engine/engine.mts';
import { megan, useSandbox } from '../offboard-user/offboarding.mts';

const sandbox = useSandbox();

const declared = (more: Partial<Declaration> = {}) =>
	change('ExecThing', {
		name: 'Do',
		action: 'Do thing',
		help: 'Does it',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [],
		answer: outcome(),
		secret: inSentences,
		...more,
	});
const answer = (Results: unknown) => ({ status: 200, headers: {}, body: { Results } });
const off = { limit: null, simplify: false, outputSecret: false };
const on = { ...off, outputSecret: true };
const itemOf = (body: unknown, listing = on, more: Partial<Declaration> = {}): IDataObject =>
	itemsOf(declared(more), answer(body), listing, 0)[0].json;

const newPassword = {
	resultText: 'The new password is Blue-7!x',
	copyField: 'Blue-7!x',
	state: 'success',
};

it('gives a secret apart from its sentence, and only where it is wanted', () => {
	const shown = {
		status: 'succeeded',
		messages: [{ text: 'The new password is [hidden]', state: 'succeeded' }],
		tenant: null,
		subject: null,
	};

	expect(itemOf(newPassword, off)).toEqual(shown);
	expect(itemOf(newPassword, on)).toEqual({ ...shown, secret: 'Blue-7!x' });
});

it('gives the password alone: the name that CIPP offers to copy is none', () => {
	const item = itemOf([
		'Created New User.',
		{ resultText: 'Username: jane@contoso.com', copyField: 'jane@contoso.com', state: 'success' },
		{ resultText: 'Password: Blue-7!x', copyField: 'Blue-7!x', state: 'success' },
	]);

	expect(item.secret).toBe('Blue-7!x');
	expect((item.messages as IDataObject[]).map((message) => message.text)).toEqual([
		'Created New User.',
		'Username: jane@contoso.com',
		'Password: [hidden]',
	]);
});

it('has an entry for each person with state and secret', () => {
	const item = itemOf([
		{
			resultText: 'Created user for Jane with username jane@contoso.com',
			copyField: 'Blue-7!x',
			state: 'success',
			username: 'jane@contoso.com',
		},
		{
			resultText: 'Created user for Joe with username joe@contoso.com',
			copyField: 'Red-9?y',
			state: 'success',
			username: 'joe@contoso.com',
		},
	]);

	expect(item.secret).toEqual([
		{ for: 'jane@contoso.com', state: 'succeeded', secret: 'Blue-7!x' },
		{ for: 'joe@contoso.com', state: 'succeeded', secret: 'Red-9?y' },
	]);
});

it('takes a passcode that CIPP does not mark out of its sentence', () => {
	const item = itemOf('Passcode reset successfully. New passcode: 123456');

	expect(item.messages).toEqual([
		{ text: 'Passcode reset successfully. New passcode: [hidden]', state: 'succeeded' },
	]);
	expect(item.secret).toBe('123456');
});

it('shows what was sent and is no secret, although CIPP offers to copy it', () => {
	const [{ json }] = itemsOf(
		declared({ secret: undefined }),
		answer({ resultText: '5CG1234XYZ: finished', copyField: '5CG1234XYZ', state: 'success' }),
		off,
		0,
		{ tenant: null, subject: null, sent: ['5CG1234XYZ'], secrets: [] },
	);

	expect(json.messages).toEqual([{ text: '5CG1234XYZ: finished', state: 'succeeded' }]);
});

describe('rows', () => {
	const list = (secret?: string[], withheld?: string[]) =>
		read('ListThings', {
			name: 'Get Many',
			action: 'Get many things',
			help: 'Lists things',
			role: 'CIPP.Core.Read',
			tenant: null,
			fields: [text('Word', 'Word', { isSecret: true, help: 'A word' })],
			answer: rows('id', 'key'),
			...(secret ? { secret } : {}),
			...(withheld ? { withheld } : {}),
		});
	const row = { id: 'a', key: 'S3cret-key', links: [{ url: 'x', token: 'S3cret-tok' }] };

	it('hide what is declared, and give it as `secret` where it is wanted', () => {
		const of = (secret: string[], listing = on) =>
			itemsOf(list(secret), answer([row]), listing, 0)[0].json;

		expect(of(['[].key'], off)).toEqual({ ...row, key: '[hidden]' });
		expect(of(['key'])).toEqual({ ...row, key: '[hidden]', secret: 'S3cret-key' });
		expect(of(['Results[].key', 'links[].token'])).toEqual({
			id: 'a',
			key: '[hidden]',
			links: [{ url: 'x', token: '[hidden]' }],
			secret: { key: 'S3cret-key', token: 'S3cret-tok' },
		});
	});

	it('keep the secret where only some columns are wanted', () => {
		const simple = { ...on, simplify: true };

		expect(itemsOf(list(['links.token']), answer([row]), simple, 0)[0].json).toEqual({
			id: 'a',
			key: 'S3cret-key',
			secret: 'S3cret-tok',
		});
	});

	it('never give what is withheld', () => {
		expect(itemsOf(list(undefined, ['key']), answer([row]), on, 0)[0].json).toEqual({
			...row,
			key: '[hidden]',
		});
	});

	it('hide what is a secret by its name, whatever is declared', () => {
		const [{ json }] = itemsOf(list(), answer([{ id: 1, refreshToken: 'abcdef' }]), on, 0);

		expect(json).toEqual({ id: 1, refreshToken: '[hidden]' });
	});

	it('hide a secret that was filled in, where it comes back', () => {
		const about = { tenant: null, subject: null, sent: [], secrets: ['Typed-7x'] };

		expect(
			itemsOf(list(), answer([{ id: 1, note: 'has Typed-7x' }]), on, 0, about)[0].json,
		).toEqual({ id: 1, note: 'has [hidden]' });
	});
});

describe('a password that is set, but not all is done', () => {
	const half = {
		Results: [
			{ resultText: 'Created jane with password Blue-7', copyField: 'Blue-7', state: 'success' },
			'Failed to add the license for the account with Blue-7',
		],
	};
	const reset = async (node: Partial<INode>, body: unknown = half, status = 200, more = {}) => {
		sandbox.current.faults.endpoint('ExecResetPass', { status, body });
		return await runCipp(
			{
				resource: 'user',
				operation: 'resetPassword',
				tenantDomain: 'contoso.example',
				userEmail: megan,
				...more,
			},
			{ credential: credentialFor(sandbox.current), node },
		);
	};

	it.each(['continueErrorOutput', 'continueRegularOutput'] as const)(
		'is on the item with %s where it is wanted, and nowhere else',
		async (onError) => {
			const hiding = await reset({ onError });
			expect(JSON.stringify(hiding.run)).not.toContain('Blue-7');
			const result = await reset({ onError }, half, 200, { outputSecret: true });
			const [{ json }] = [...result.errors, ...result.items];

			expect(json.details).toMatchObject({ status: 'partial', secret: 'Blue-7' });
			const { secret: _secret, ...rest } = json.details as IDataObject;
			expect(JSON.stringify({ ...json, details: rest })).not.toContain('Blue-7');
		},
	);

	it.each([true, false])(
		'is not in the error that stops the workflow, which says so (Output Secret %s)',
		async (outputSecret) => {
			const result = await reset({}, half, 200, { outputSecret });

			expect(result.error?.message).toMatch(/Failed to add the license/);
			expect(result.error?.description).toMatch(
				outputSecret ? /"On Error" is set to continue/ : /Switch on "Output Secret"/,
			);
			expect(JSON.stringify(result.run)).not.toContain('Blue-7');
			expect(JSON.stringify(result.error?.cause ?? {})).not.toContain('Blue-7');
		},
	);

	it('is hidden in a single message with a status of failure, too', async () => {
		const one = {
			Results: { resultText: 'Failed after Blue-7', copyField: 'Blue-7', state: 'error' },
		};
		const result = await reset({}, one, 500);

		expect(result.error?.message).toMatch(/Failed after \[hidden\]/);
		expect(JSON.stringify([result.run, result.error, result.error?.context])).not.toContain(
			'Blue-7',
		);
	});

	it.each(['yes', 1, 'true', '={{ true }}', null])(
		'does not come out with %j as Output Secret',
		async (outputSecret) => {
			const result = await reset({}, { Results: newPassword }, 200, { outputSecret });

			expect(JSON.stringify(result.run.data.resultData.runData)).not.toContain('Blue-7!x');
		},
	);
});

it('shows a few rows of a refused list in its error, not all of them, and no secret', async () => {
	const many = Array.from({ length: 300 }, (_one, index) => ({
		id: `row ${index}`,
		accessToken: `tok-canary-${index}`,
	}));
	sandbox.current.faults.endpoint('ListUsers', { status: 500, body: many });
	const result = await runCipp(
		{ resource: 'user', operation: 'getMany', tenantDomain: 'contoso.example' },
		{ credential: credentialFor(sandbox.current) },
	);

	expect(result.error!.message.length).toBeLessThan(3_000);
	const all = JSON.stringify([result.run, result.error?.message, result.error?.context]);
	expect(all).not.toContain('tok-canary');
	expect(all).not.toContain('row 250');
});
