import { describe, expect, it } from 'vitest';
import { CippFailure, explainFailure, tellsOfMissingAccess } from '../../cipp/failure';
import { sentenceOf } from '../../cipp/said';
import type { CippAnswer } from '../../cipp/request';
import { answer } from './answers.mts';

const refused = 'Access to this CIPP API endpoint is not allowed, ';

/** CIPP's texts for a 403, what is made of them, and the permission that is missing. */
const refusals: Array<[string, RegExp, string?]> = [
	[
		`${refused}the 'readonly' base role does not have the required permission: Identity.User.ReadWrite`,
		/lacks the CIPP permission Identity\.User\.ReadWrite/,
		'Identity.User.ReadWrite',
	],
	[
		`${refused}you do not have the required permission: CIPP.Scheduler.Read`,
		/lacks the CIPP permission CIPP\.Scheduler\.Read/,
		'CIPP.Scheduler.Read',
	],
	[
		`${refused}the custom role 'helpdesk' has blocked this endpoint: ExecOffboardUser`,
		/blocks the endpoint ExecOffboardUser/,
	],
	[
		`${refused}the API Client does not have the required permission`,
		/does not accept requests from the address/,
	],
	[
		`${refused}your IP address (203.0.113.7) is not in the allowed range for your role(s)`,
		/does not accept requests from the address/,
	],
	[
		`${refused}the user does not have the required permission`,
		/does not know this API client, or it is switched off/,
	],
	['Access to this tenant is not allowed', /may not touch this tenant/],
	[
		'Access denied: unable to resolve roles for the authenticated principal',
		/does not know this API client, or it is switched off/,
	],
	[`${refused}for a reason of a newer version`, /lacks a CIPP role for this/],
];

describe("CIPP's refusal", () => {
	it.each(refusals)('%s', (text, message, role) => {
		for (const body of [text, JSON.stringify(text), { Results: text }]) {
			const explanation = explainFailure(answer(body, 403));
			expect(explanation.message).toMatch(message);
			expect(explanation.missingRole).toBe(role);
			expect(explanation.advice).toMatch(role ?? /CIPP/);
		}
	});

	it('is told from every other refusal that has another cure', () => {
		const advice = refusals.map(([text]) => explainFailure(answer(text, 403)).advice);
		// Two texts are about the address of n8n, and two about a client that CIPP does not know.
		expect(new Set(advice).size).toBe(refusals.length - 2);
	});

	it("is told from Microsoft's, which comes with the same status", () => {
		for (const [text] of refusals) expect(tellsOfMissingAccess(answer(text, 403))).toBe(true);
		expect(
			tellsOfMissingAccess(answer('Insufficient privileges to complete the operation.', 403)),
		).toBe(false);
		expect(tellsOfMissingAccess(answer(refusals[0][0], 500))).toBe(false);
	});

	it('keeps the words of an endpoint that gives its own reason', () => {
		const said = 'Failed to get mailboxes: Insufficient privileges to complete the operation.';
		for (const body of [[said], said, { Results: said }]) {
			expect(explainFailure(answer(body, 403))).toMatchObject({ message: said });
		}
	});

	it('of a tenant names the one that CIPP has looked at', () => {
		const text = 'Access to this tenant is not allowed';
		const told = (checked?: string) =>
			explainFailure({
				...answer(text, 403),
				...(checked === undefined ? {} : { checkedTenant: checked }),
			});
		expect(told('').message).toMatch(/against your own partner tenant/);
		expect(told('').advice).toMatch(/allowing the customer does not help/);
		expect(told('AllTenants').message).toMatch(/may not change all tenants/);
		expect(told('contoso.com').message).toMatch(/may not touch this tenant/);
		expect(told().message).toMatch(/may not touch this tenant/);
	});

	it('is said to be without a reason when there is none', () => {
		expect(explainFailure(answer('', 403)).message).toContain('without a reason');
	});
});

describe('an answer of status', () => {
	it('401 is about the token', () => {
		expect(explainFailure(answer('', 401))).toMatchObject({
			message: expect.stringContaining('the token'),
		});
		expect(explainFailure(answer('', 401)).advice).toContain('Save to Azure');
	});

	it.each(['Endpoint not found', { error: "Endpoint 'ListNothing' not found" }])(
		'404 of either host is about an endpoint that this CIPP does not have: %j',
		(body) => {
			const { message, advice } = explainFailure(answer(body, 404));
			expect(message).toMatch(/^Endpoint .*not found$/);
			expect(advice).toContain('older than the operation');
		},
	);

	it('404 of an endpoint is about what was named', () => {
		expect(explainFailure(answer("Task with RowKey 'x' not found", 404))).toEqual({
			message: "Task with RowKey 'x' not found",
			advice: 'Check that what you named exists in this tenant.',
		});
	});

	it('429 asks for patience', () => {
		expect(explainFailure(answer('', 429, { 'retry-after': '3' })).message).toContain(
			'too many requests',
		);
	});

	it('429 for a used-up day says so, and not to try again in a minute', () => {
		const body = {
			error: 'egress_quota_exceeded',
			message: 'Daily egress quota exceeded.',
			retryAfterSeconds: 40_000,
			resetUtc: '2026-03-03T00:00:00Z',
		};
		const { message, advice } = explainFailure(answer(body, 429));
		expect(message).toMatch(/quota/i);
		expect(advice).not.toContain('in a minute');
	});

	it('503 is about a feature that is switched off, or about a busy moment', () => {
		const off = explainFailure(answer('This feature has been disabled: Baselines', 503));
		expect(off.message).toBe('This feature has been disabled: Baselines');
		expect(off.advice).toContain('Switch the feature on');
		const busy = explainFailure(answer({ error: 'Server busy, please retry' }, 503));
		expect(busy).toEqual({
			message: 'Server busy, please retry',
			advice: 'Try again in a few minutes.',
		});
		expect(explainFailure(answer('', 503)).message).toBe('CIPP is busy or starting');
	});

	it.each([
		['text of an exception', 'You cannot call a method on a null-valued expression.'],
		[
			'sentence under Results',
			{ Results: 'You cannot call a method on a null-valued expression.' },
		],
		['sentence in a list', ['You cannot call a method on a null-valued expression.']],
	])('500 keeps the %s and points to the logbook', (_where, body) => {
		const { message, advice } = explainFailure(answer(body, 500));
		expect(message).toBe('You cannot call a method on a null-valued expression.');
		expect(advice).toContain('Logs');
		expect(advice).toContain('in part');
	});

	it('500 of the host in front keeps its message', () => {
		const body = {
			error: { code: 'InternalServerError', message: 'An error occurred processing the request' },
		};
		expect(explainFailure(answer(body, 500)).message).toBe(
			'An error occurred processing the request',
		);
	});

	it('400 keeps all validation texts', () => {
		const body = { Results: ['tenantFilter is required', 'user is required'] };
		expect(explainFailure(answer(body, 400)).message).toBe(
			'tenantFilter is required; user is required',
		);
	});

	it.each([301, 302, 307])('%d is about the address', (status) => {
		expect(explainFailure(answer('', status)).message).toContain('user interface');
	});

	it('without any text is told by its number', () => {
		expect(explainFailure(answer('', 418)).message).toBe(
			'CIPP answered with status 418 and no text',
		);
	});
});

describe('what became of a request', () => {
	const change = { method: 'POST', endpoint: 'ExecDisableUser' } as const;
	const read = { method: 'GET', endpoint: 'ListUsers' } as const;
	const page = '<html><title>Bad Gateway</title></html>';

	it.each<[number, unknown]>([
		[408, ''],
		[500, page],
		[502, page],
		[503, page],
		[504, page],
		[504, { error: 'Request timed out after 600s', code: 'timeout' }],
		[200, '{"Results":"Successfully dis'],
	])('is open for a change that got status %d and %j', (status, body) => {
		const told = (request: CippAnswer['request']) =>
			explainFailure({ ...answer(body, status), request }).advice;
		expect(told(change)).toMatch(
			/^It may have been done all the same: look before you do it again/,
		);
		expect(told(read)).not.toMatch(/may have been done/);
		expect(told(undefined)).toMatch(/^If this was a change, it may have been done/);
	});

	it.each<[number, unknown]>([
		[302, ''],
		[403, page],
		[404, page],
		[413, page],
		[429, page],
	])('is clear for one that was refused with status %d', (status, body) => {
		expect(explainFailure({ ...answer(body, status), request: change }).advice).not.toMatch(
			/may have been done/,
		);
	});

	it('is told in part for one that CIPP failed at, and not for a reading', () => {
		const told = (request: CippAnswer['request']) =>
			explainFailure({ ...answer('Boom', 500), request }).advice;
		expect(told(change)).toContain('in part');
		expect(told(read)).not.toContain('in part');
	});
});

describe("Microsoft's words for a name that nothing has", () => {
	it.each([
		"Resource '1' does not exist or one of its queried reference-property objects are not present.",
		"Failed to get it: The operation couldn't be performed because object 'x' couldn't be found on 'y'.",
		'Request_ResourceNotFound',
	])('point to the name, whatever the status: %s', (said) => {
		for (const status of [400, 403, 404, 500]) {
			expect(explainFailure(answer(said, status))).toMatchObject({
				message: said,
				advice: 'Check that what you named exists in this tenant.',
			});
		}
	});
});

describe('the sentence of a failure', () => {
	it.each([
		[{ Results: 'a' }],
		[{ Results: ['a'] }],
		[{ Results: { resultText: 'a', state: 'error' } }],
		[{ results: 'a' }],
		[{ error: 'a' }],
		[{ error: { message: 'a' } }],
		[{ Error: 'a' }],
		[{ ERROR: { Message: 'a' } }],
		[{ result: 'a' }],
		[{ success: false, result: 'a' }],
		[{ Results: [{ success: false, result: 'a' }] }],
		[{ message: 'a' }],
		[['a']],
		['a'],
		// What comes empty says nothing.
		[{ Error: 'a', Results: [] }],
		[{ Results: '', message: 'a' }],
		[{ Results: [], resultText: 'a' }],
		[{ Results: { resultText: '', result: 'a' } }],
		[{ error: '', Message: 'a' }],
	])('is found in %j', (body) => {
		expect(sentenceOf(body)).toBe('a');
	});

	it('is nothing where all that could hold it is empty', () => {
		for (const body of [{ Results: [] }, { Results: [], Error: '' }, [], null, '']) {
			expect(sentenceOf(body)).toBe('');
		}
	});

	it('leaves out where the script of CIPP stood', () => {
		const place =
			'/home/site/wwwroot/Modules/CIPPCore/Public/GraphHelper/New-GraphGetRequest.ps1:188';
		const said = `Graph Error: Exception at ${place} - Insufficient privileges to complete the operation. - Endpoint: users`;
		for (const status of [400, 403, 500]) {
			const { message, advice } = explainFailure(answer(said, status));
			expect(message).toBe('Insufficient privileges to complete the operation. - Endpoint: users');
			expect(advice).toMatch(/GDAP roles/);
		}
	});

	it('is the whole body where there is none', () => {
		expect(sentenceOf({ strange: 1 })).toBe('{"strange":1}');
	});

	it('stands behind the endpoint in the error', () => {
		const failure = new CippFailure('ListUsers', answer('Nobody home', 500));
		expect(failure.message).toBe('ListUsers: Nobody home');
		expect(failure.answer.status).toBe(500);
	});
});
