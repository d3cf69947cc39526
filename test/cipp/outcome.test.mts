import { describe, expect, it } from 'vitest';
import { readOutcome, tellsOfFailure } from '../../cipp/outcome';
import { answer } from './answers.mts';

const upn = 'adele.vance@contoso.com';

describe('the outcome of an answer', () => {
	// The letters are those of the table of shapes that CIPP answers in.
	it.each([
		['E one sentence', { Results: `Successfully enabled ${upn}` }],
		[
			'F a list of sentences',
			{ Results: ['Set licenses successfully', `Success. User ${upn} edited`] },
		],
		[
			'G one object',
			{
				Results: {
					resultText: `Successfully reset MFA for ${upn}`,
					copyField: '',
					state: 'success',
				},
			},
		],
		[
			"G' sentences and objects",
			{ Results: ['Created user', { resultText: 'Password set', state: 'success' }] },
		],
		['H at the top', { state: 'success', resultText: 'Tenant edited' }],
		['I an invite', { Message: 'GDAP relationship invite created.', Invite: { RowKey: 'x' } }],
		['J lower-case results', { results: 'Successfully added the alert' }],
		['K results one by one', { Results: [{ success: true, result: 'Deviation accepted' }] }],
		['N a bare sentence', 'Successfully generated alert.'],
		['O more keys beside', { Results: ['Created user'], CopyFrom: null, User: { id: '1' } }],
	])('is a success for shape %s', (_shape, body) => {
		const outcome = readOutcome(answer(body));
		expect(outcome).toMatchObject({ status: 'succeeded', advice: '' });
		expect(outcome.messages.length).toBeGreaterThan(0);
	});

	it.each([
		['E one sentence', { Results: `Failed to add alias to ${upn}` }],
		[
			'F a list of sentences',
			{ Results: [`Failed to edit user. ${upn}`, "We've failed to set the manager"] },
		],
		['G one object', { Results: { resultText: 'The push was denied', state: 'error' } }],
		[
			"G' sentences and objects",
			{ Results: ['Failed to create user', { resultText: 'No password', state: 'error' }] },
		],
		['H at the top', { state: 'error', resultText: 'Tenant unchanged' }],
		['I an invite', { Message: 'Error creating GDAP relationship', Invite: null }],
		['J a text under error', { error: 'The alert is incomplete' }],
		['J an object under error', { error: { code: 'x', message: 'The alert is incomplete' } }],
		[
			'J a text under Error, inside Results',
			{ Results: [{ Error: 'The operation is not allowed' }] },
		],
		[
			'K results one by one',
			{ Results: [{ standardName: 'MFA', success: false, error: 'Out of reach' }] },
		],
		['N a bare sentence', 'Could not generate the alert'],
	])('is a failure for shape %s', (_shape, body) => {
		const outcome = readOutcome(answer(body));
		expect(outcome.status).toBe('failed');
		expect(outcome.messages.every(({ state }) => state === 'failed')).toBe(true);
	});

	it.each([
		['L a list with a sentence', ['Failed to get the mailboxes'], 'Failed to get the mailboxes'],
		['L a bare sentence', 'Failed to get the mailboxes', 'Failed to get the mailboxes'],
		['E under an error status', { Results: 'Nobody is called that' }, 'Nobody is called that'],
	])('keeps the sentence of a failure in shape %s', (_shape, body, said) => {
		expect(readOutcome(answer(body, 500))).toMatchObject({
			status: 'failed',
			code: 500,
			messages: [{ text: said, state: 'failed' }],
		});
	});

	it('reads sentences that come as text and as JSON in a JSON string', () => {
		for (const body of [
			'{"Results":"Done with it"}',
			JSON.stringify('{"Results":"Done with it"}'),
		]) {
			expect(readOutcome(answer(body)).messages).toEqual([
				{ text: 'Done with it', state: 'succeeded' },
			]);
		}
	});

	it('keeps what is to be copied with its sentence', () => {
		const body = {
			Results: [{ resultText: 'Created a pass', copyField: 'pass-1', state: 'success' }],
		};
		expect(readOutcome(answer(body)).messages).toEqual([
			{ text: 'Created a pass', state: 'succeeded', copy: 'pass-1' },
		]);
	});

	it('takes information for a note', () => {
		const body = { Results: { resultText: 'Mailbox not found yet', state: 'info' } };
		expect(readOutcome(answer(body))).toMatchObject({
			status: 'succeeded',
			messages: [{ state: 'note' }],
		});
	});

	it('takes what CIPP only warns of for something that was not done', () => {
		const warning = { resultText: 'The policy waits for a second approval', state: 'warning' };
		expect(readOutcome(answer({ Results: warning })).status).toBe('failed');
		expect(readOutcome(answer({ Results: ['Successfully saved it', warning] })).status).toBe(
			'partial',
		);
		expect(readOutcome(answer({ Results: warning }), { benign: [/^The policy/] }).status).toBe(
			'succeeded',
		);
	});

	it('believes what CIPP marks, whatever the words', () => {
		const body = { Results: [{ resultText: 'Error rate is zero', state: 'success' }] };
		expect(readOutcome(answer(body)).status).toBe('succeeded');
	});

	it('is partial when one of ten sentences fails, and keeps all ten', () => {
		const sentences = Array.from(
			{ length: 10 },
			(_, index) => `Successfully added user ${index} to the group`,
		);
		sentences[6] = 'Failed to add user 6 to the group: Forbidden';
		const outcome = readOutcome(answer({ Results: sentences }));
		expect(outcome.status).toBe('partial');
		expect(outcome.messages.map(({ text }) => text)).toEqual(sentences);
		expect(outcome.messages.filter(({ state }) => state === 'failed')).toEqual([
			{ text: sentences[6], state: 'failed' },
		]);
	});

	it('is partial when errors stand beside results that look fine', () => {
		const body = { Results: ['Successfully removed app CRM'], Errors: ['The contract stays'] };
		expect(readOutcome(answer(body))).toMatchObject({
			status: 'partial',
			messages: [{ state: 'succeeded' }, { text: 'The contract stays', state: 'failed' }],
		});
		expect(readOutcome(answer({ Results: [], Errors: ['The contract stays'] })).status).toBe(
			'failed',
		);
	});

	it.each([
		['null', null],
		['nothing', ''],
		['no results', { Results: null }],
		['an empty list', { Results: [] }],
		['[null]', [null]],
	])('is unknown when the answer is %s, and says so', (_name, body) => {
		const outcome = readOutcome(answer(body));
		expect(outcome).toMatchObject({ status: 'unknown', messages: [] });
		expect(outcome.advice).toContain('without saying whether it worked');
	});

	it.each([
		[
			'the queued flag',
			{
				Queued: true,
				QueueMessage: 'Loading data for all tenants. Please check back after the job completes',
			},
		],
		[
			'a queue message alone',
			{
				QueueMessage: 'Still loading data for all tenants. Please check back in a few more minutes',
			},
		],
	])('is queued with %s', (_name, Metadata) => {
		expect(readOutcome(answer({ Results: [], Metadata })).status).toBe('queued');
	});

	it.each([
		['a queue message that is empty', { QueueMessage: '' }],
		['only a queue ID', { Name: 'Users', QueueId: 'q1' }],
	])('is not queued with %s', (_name, Metadata) => {
		const body = { Results: 'Successfully started cache operation for Users', Metadata };
		expect(readOutcome(answer(body)).status).toBe('succeeded');
	});

	it.each([
		['<!DOCTYPE html><html><body>CIPP</body></html>', 200],
		['\n<html lang="en">', 200],
		['', 302],
	])('is a failure that names the address when a page or redirect comes: %j', (body, status) => {
		const outcome = readOutcome(answer(body, status));
		expect(outcome).toMatchObject({ status: 'failed', code: status });
		expect(outcome.messages[0].text).toContain('user interface');
		expect(outcome.advice).toContain('API URL');
	});

	it('is partial for a 403 that lists people who were queued beside one who was not', () => {
		const sentences = [
			`Task Offboarding: ${upn} scheduled to run now`,
			'Failed to queue lee.gu@contoso.com: Cannot convert value',
		];
		const outcome = readOutcome(answer({ Results: sentences }, 403));
		expect(outcome.status).toBe('partial');
		expect(outcome.messages).toEqual([
			{ text: sentences[0], state: 'queued' },
			{ text: sentences[1], state: 'failed' },
		]);
		expect(outcome.advice).not.toBe('');
	});

	it('is a failure for a 403 with one sentence, even one that sounds well', () => {
		expect(readOutcome(answer({ Results: ['Successfully nothing'] }, 403)).status).toBe('failed');
	});
});

describe('a sentence tells of a failure', () => {
	it.each([
		'Failed to revoke sessions for adele.vance@contoso.com. Error: Forbidden',
		"We've failed to edit the user: Insufficient privileges",
		'Error - Cannot bind argument to parameter',
		"Error - The command 'Get-Nothing' does not exist and cannot be scheduled.",
		'Could not run task: not permitted',
		'Failed to Add FullAccess for lee.gu@contoso.com on adele.vance@contoso.com: denied',
		'Error processing adele.vance@contoso.com',
		'Could not find user adele.vance@contoso.com',
		'Failed. The message is gone',
		'Could not retrieve LAPS password',
		'Failed to start standards run',
		'Failed to perform exclusion for adele.vance@contoso.com',
		'Could not adjust mailbox quota',
		'User adele.vance@contoso.com not found in tenant',
		'Invalid action',
		'Group Admins not found',
		'Error creating GDAP relationship',
		"Can't set this",
		'Cannot set this',
		'Unable to set this',
		'WARNING: User adele.vance@contoso.com is AD Sync enabled. Please enable/disable in the local AD.',
		'Exchange gave invalid_grant',
		'The script threw an exception',
		'Set the alias, but one part failed',
		"Completed processing 2 DIDs for user 'adele.vance@contoso.com': 1 successful, 1 failed",
		'Multi-tenant task completed: 0 successful, 10 failed (Total: 10 tenants)',
		'Failed to remove it: it already exists',
		'Error: No users found',
	])('%s', (text) => {
		expect(tellsOfFailure(text)).toBe(true);
	});
});

describe('a sentence tells of no failure', () => {
	it.each([
		'Successfully revoked sessions for adele.vance@contoso.com',
		'No rules found for adele.vance@contoso.com to delete',
		'No MFA methods found for user adele.vance@contoso.com',
		'No mailbox permissions found for adele.vance@contoso.com in cached data',
		"FullAccess permissions could not be removed from lee.gu@contoso.com: they were already removed or don't exist.",
		"Skipping removal of adele.vance@contoso.com from group 'E5' because it has assigned licenses that could not be kept",
		'The group Sales already exists',
		"Completed processing 2 DIDs for user 'adele.vance@contoso.com': 2 successful, 0 failed",
		'Multi-tenant task completed: 3 successful, 0 failed (Total: 3 tenants)',
		'User adele.vance@contoso.com does not have an ImmutableID set or it is already cleared.',
	])('%s', (text) => {
		expect(tellsOfFailure(text)).toBe(false);
	});
});

describe('an endpoint of its own kind', () => {
	const said = 'Task with name Backup already exists';

	it('can call a text a failure that elsewhere is none', () => {
		expect(tellsOfFailure(said)).toBe(false);
		expect(tellsOfFailure(said, { failing: [/already exists/] })).toBe(true);
	});

	it('can call a text harmless that elsewhere is a failure', () => {
		expect(tellsOfFailure('User not found in cache, read live')).toBe(true);
		expect(tellsOfFailure('User not found in cache, read live', { benign: [/read live/] })).toBe(
			false,
		);
	});

	it('is heard by the outcome too', () => {
		expect(readOutcome(answer({ Results: said }), { failing: [/already exists/] }).status).toBe(
			'failed',
		);
	});
});

describe('an answer without a sentence that only says whether it worked', () => {
	it.each([
		[{ Results: { Success: true, JobId: '7' } }, 'succeeded'],
		[{ Results: { Success: false, JobId: '7' } }, 'failed'],
		[{ Results: { JobId: '7' } }, 'unknown'],
	])('%j: %s', (body, status) => {
		expect(readOutcome(answer(body)).status).toBe(status);
	});
});
