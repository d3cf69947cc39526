import { expect, it } from 'vitest';
import { itemsOf } from '../../n8n/items';
import { sensitiveFields } from '../../n8n/secrets';
import { change, outcome, resource, type Declaration } from '../../operations/vocabulary';

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

it('hides whole sentences that hold a passcode which CIPP does not mark', () => {
	const [{ json }] = itemsOf(
		declared({ secret: ['messages'] }),
		answer('The passcode of the device is 123456'),
		all,
		0,
	);

	expect(JSON.stringify(json.messages)).not.toContain('123456');
	expect(json.copyField).toBe('The passcode of the device is 123456');
});

it('tells n8n which fields never to show in stored executions', () => {
	const thing = resource('Thing', 'thing', {
		get: declared({ secret: ['Results[].key', '[].password', 'messages'] }),
	});

	expect(sensitiveFields([thing])).toEqual(['copyField', 'copyFields', 'key', 'password']);
});
