import type { IDataObject, INode } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { itemsOf } from '../../n8n/answers/items';
import { sensitiveFields } from '../../n8n/secrets';
import { Cipp } from '../../nodes/Cipp/Cipp.node';
import { change, outcome, resource, type Declaration } from '../../operations/vocabulary';
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
		...more,
	});
const answer = (Results: unknown) => ({ status: 200, headers: {}, body: { Results } });
const all = { limit: null, simplify: false };

it('takes what CIPP offers to copy out of the sentence', () => {
	const [{ json }] = itemsOf(
		declared(),
		answer({ resultText: 'The new password is Blue-7', copyField: 'Blue-7', state: 'success' }),
		all,
		0,
	);

	expect(json).toEqual({
		status: 'succeeded',
		messages: [{ text: 'The new password is [hidden]', state: 'succeeded' }],
		tenant: null,
		subject: null,
		copyField: 'Blue-7',
	});
});

it('keeps all that there is to copy', () => {
	const [{ json }] = itemsOf(
		declared(),
		answer([
			{ resultText: 'Created jane', copyField: 'jane', state: 'success' },
			{ resultText: 'Password is Blue-7', copyField: 'Blue-7', state: 'success' },
		]),
		all,
		0,
	);

	expect(json.copyFields).toEqual(['jane', 'Blue-7']);
});

it('takes a passcode that CIPP does not mark out of its sentence', () => {
	const [{ json }] = itemsOf(
		declared({ secret: ['messages'] }),
		answer('Passcode reset successfully. New passcode: 123456'),
		all,
		0,
	);

	expect(json.messages).toEqual([
		{ text: 'Passcode reset successfully. New passcode: [hidden]', state: 'succeeded' },
	]);
	expect(json.copyField).toBe('123456');
});

it('shows a sentence that holds nothing to copy, also beside a password', () => {
	const [{ json }] = itemsOf(
		declared({ secret: ['messages'] }),
		answer([
			'Success. The user has been edited.',
			{ resultText: 'Password: Blue-7', copyField: 'Blue-7', state: 'success' },
		]),
		all,
		0,
	);

	expect(json.messages).toEqual([
		{ text: 'Success. The user has been edited.', state: 'succeeded' },
		{ text: 'Password: [hidden]', state: 'succeeded' },
	]);
	expect(json.copyField).toBe('Blue-7');
});

it('tells n8n which fields never to show in stored executions', () => {
	const thing = resource('Thing', 'thing', 'get', {
		get: declared({
			secret: ['Results[].key', '[].password', 'messages', 'Results', 'links.linkUrl'],
		}),
	});

	expect(sensitiveFields([thing])).toEqual([
		'Results',
		'copyField',
		'copyFields',
		'details.copyField',
		'details.copyFields',
		'key',
		// n8n follows the first into an object and the second into a list.
		'links.linkUrl',
		'links[*].linkUrl',
		'password',
	]);
});

describe('a user who is made, but not in full', () => {
	const half = {
		Results: [
			{ resultText: 'Created jane with password Blue-7', copyField: 'Blue-7', state: 'success' },
			'Failed to add the license for the account with Blue-7',
		],
	};
	const create = async (node: Partial<INode>) => {
		sandbox.current.faults.endpoint('ExecResetPass', { status: 200, body: half });
		return await runCipp(
			{
				resource: 'user',
				operation: 'resetPassword',
				tenantDomain: 'contoso.example',
				userEmail: megan,
			},
			{ credential: credentialFor(sandbox.current), node },
		);
	};

	it.each(['continueErrorOutput', 'continueRegularOutput'] as const)(
		'leaves the password on the item with %s, where n8n redacts it',
		async (onError) => {
			const result = await create({ onError });
			const [{ json }] = [...result.errors, ...result.items];

			expect(json.details).toMatchObject({ status: 'partial', copyField: 'Blue-7' });
			const { copyField: _copied, ...rest } = json.details as IDataObject;
			expect(JSON.stringify({ ...json, details: rest })).not.toContain('Blue-7');
			expect(new Cipp().description.sensitiveOutputFields).toContain('details.copyField');
		},
	);

	it('keeps the password out of the error that stops the workflow, and says where it is', async () => {
		const result = await create({});

		expect(result.error?.message).toMatch(/Failed to add the license/);
		expect(result.error?.description).toMatch(/"On Error" is set to continue/);
		expect(JSON.stringify(result.run)).not.toContain('Blue-7');
	});
});
