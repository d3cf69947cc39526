import { describe, expect, it } from 'vitest';
import { explainNoAnswer } from '../../n8n/transport/no-answer';

const explain = (error: unknown) =>
	explainNoAnswer(error, 'https://cipp.example.com/api/ListUsers');

/** An error as n8n wraps it: the reason stands in its cause. */
function wrapped(message: string, code?: string): Error {
	const reason = Object.assign(new Error(message), code === undefined ? {} : { code });
	return new Error('The request failed', { cause: reason });
}

describe('no answer', () => {
	it.each<[string, Error, RegExp, boolean, boolean]>([
		[
			'nobody listens',
			wrapped('connect ECONNREFUSED 127.0.0.1:443', 'ECONNREFUSED'),
			/Nothing answers at cipp\.example\.com/,
			true,
			true,
		],
		[
			'the host does not exist',
			wrapped('getaddrinfo ENOTFOUND cipp.example.com', 'ENOTFOUND'),
			/The host cipp\.example\.com does not exist/,
			true,
			false,
		],
		[
			'names cannot be looked up',
			wrapped('getaddrinfo EAI_AGAIN cipp.example.com', 'EAI_AGAIN'),
			/cannot be looked up/,
			true,
			true,
		],
		[
			'there is no way',
			wrapped('connect EHOSTUNREACH 10.0.0.1', 'EHOSTUNREACH'),
			/There is no way to/,
			true,
			true,
		],
		[
			'the line broke',
			wrapped('read ECONNRESET', 'ECONNRESET'),
			/ended the connection without an answer/,
			false,
			true,
		],
		[
			'the other side hung up',
			wrapped('socket hang up'),
			/ended the connection without an answer/,
			false,
			true,
		],
		[
			'it took too long',
			wrapped('timeout of 300000ms exceeded', 'ECONNABORTED'),
			/did not answer in time/,
			false,
			true,
		],
		[
			'the network took too long',
			wrapped('connect ETIMEDOUT 10.0.0.1', 'ETIMEDOUT'),
			/did not answer in time/,
			false,
			true,
		],
		[
			'the certificate is its own',
			wrapped('self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT'),
			/certificate of cipp\.example\.com is not trusted/,
			true,
			false,
		],
		[
			'the certificate has expired',
			wrapped('certificate has expired', 'CERT_HAS_EXPIRED'),
			/certificate of cipp\.example\.com is not trusted/,
			true,
			false,
		],
	])('because %s', (_name, error, message, neverSent, mayPass) => {
		const told = explain(error);
		expect(told.message).toMatch(message);
		expect(told).toMatchObject({ neverSent, mayPass });
		expect(told.advice).toMatch(/\.$/);
	});

	it('for a reason that nobody knows keeps its words, and counts as sent', () => {
		expect(explain(new Error('Something new'))).toMatchObject({
			message: 'Something new',
			neverSent: false,
		});
		expect(explain(undefined)).toMatchObject({
			message: 'CIPP could not be reached',
			neverSent: false,
		});
	});

	it('of an error that causes itself is explained all the same', () => {
		const error = new Error('Round and round');
		error.cause = error;
		expect(explain(error).message).toBe('Round and round');
	});
});

describe('no answer to a change', () => {
	const change = { method: 'POST', endpoint: 'ExecDisableUser' } as const;
	const read = { method: 'GET', endpoint: 'ListUsers' } as const;
	const url = 'https://cipp.example.com/api/ExecDisableUser';
	const told = (error: Error, request: typeof change | typeof read) =>
		explainNoAnswer(error, url, { request });

	it.each<[string, Error, RegExp]>([
		['the line broke', wrapped('read ECONNRESET', 'ECONNRESET'), /ended the connection/],
		['it took too long', wrapped('timeout of 300000ms exceeded', 'ECONNABORTED'), /in time/],
		['its answer is cut', wrapped('stream has been aborted', 'ERR_BAD_RESPONSE'), /broke off/],
		['its answer is cut by n8n', wrapped('aborted', 'ECONNRESET'), /broke off/],
		[
			'its answer is no HTTP',
			wrapped('Parse Error: Expected HTTP/', 'HPE_INVALID_CONSTANT'),
			/broke off/,
		],
		[
			'its answer is not packed as it says',
			wrapped('incorrect header check', 'Z_DATA_ERROR'),
			/broke off/,
		],
		['its answer is packed and cut', wrapped('unexpected end of file', 'Z_BUF_ERROR'), /broke off/],
		[
			'its headers are too long',
			wrapped('Parse Error: Header overflow', 'HPE_HEADER_OVERFLOW'),
			/headers/,
		],
		['nobody knows why', new Error('Something new'), /Something new/],
	])('leaves open whether it was done, when %s', (_name, error, message) => {
		expect(told(error, change).message).toMatch(message);
		expect(told(error, change)).toMatchObject({
			neverSent: false,
			advice: expect.stringMatching(
				/^It may have been done all the same: look before you do it again/,
			),
		});
		expect(told(error, read).advice).not.toMatch(/may have been done/);
	});

	it.each([
		['nobody listens', wrapped('connect ECONNREFUSED 127.0.0.1:443', 'ECONNREFUSED')],
		['there is no such host', wrapped('getaddrinfo ENOTFOUND x', 'ENOTFOUND')],
		['there is no way', wrapped('connect ENETUNREACH 10.0.0.1', 'ENETUNREACH')],
		['the port does not speak https', wrapped('write EPROTO: wrong version number', 'EPROTO')],
		['there is no token', wrapped('AADSTS7000215: Invalid client secret provided.')],
	])('is sure that nothing was done, when %s', (_name, error) => {
		expect(told(error, change)).toMatchObject({ neverSent: true });
		expect(told(error, change).advice).not.toMatch(/may have been done/);
	});

	it('names the proxy on the way, which may be the one that does not answer', () => {
		const proxy = { host: 'proxy.example.com', port: 3128, protocol: 'http' };
		const { message } = explainNoAnswer(wrapped('connect ECONNREFUSED', 'ECONNREFUSED'), url, {
			proxy,
		});
		expect(message).toContain('through the proxy proxy.example.com:3128');
	});
});

describe('no token', () => {
	it.each([
		['AADSTS7000215: Invalid client secret provided.', 'Microsoft refused the client secret'],
		[
			'AADSTS7000222: The provided client secret keys are expired.',
			'Microsoft refused the client secret',
		],
		['invalid_client', 'Microsoft refused the client secret'],
		[
			'AADSTS500011: The resource principal named api://x was not found',
			'Microsoft does not know the Application ID URI of the API client',
		],
		[
			'AADSTS700016: Application with identifier x was not found in the directory',
			'Microsoft does not know this client ID in this tenant',
		],
		["AADSTS90002: Tenant 'x' not found.", 'Microsoft does not know this tenant ID'],
		[
			"AADSTS900023: Specified tenant identifier 'x' is neither a valid DNS name, nor a valid external domain.",
			'Microsoft does not know this tenant ID',
		],
		[
			'AADSTS900382: Confidential Client is not supported in Cross Cloud request.',
			'The partner tenant is in another Microsoft cloud',
		],
		[
			"AADSTS70011: The provided value for the input parameter 'scope' is not valid.",
			'Microsoft does not understand the scope',
		],
		['AADSTS7000112: Application x is disabled.', 'The app of the API client is disabled in Entra'],
		[
			'AADSTS90009: Application x is requesting a token for itself. This scenario is supported only if resource is specified using the GUID based App Identifier.',
			'Microsoft wants the scope of this app by its client ID alone',
		],
		[
			'AADSTS53003: Access has been blocked by Conditional Access policies.',
			'Conditional access in Entra blocks the API client',
		],
		[
			"AADSTS501051: Application x is not assigned to a role for the application 'y'.",
			'The app of the API client may be used by those only who are assigned to it',
		],
		[
			"AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
			'Microsoft got no client secret',
		],
		['AADSTS50034: something else', 'Microsoft gave no token for CIPP'],
		['AADSTS70001122: a longer number', 'Microsoft gave no token for CIPP'],
		['Failed to acquire OAuth2 access token', 'Microsoft gave no token for CIPP'],
	])('because of %s', (reason, message) => {
		expect(explain(wrapped(reason))).toMatchObject({ message, neverSent: true, mayPass: false });
	});

	it('is explained from the body of the token endpoint too', () => {
		const body = {
			error: 'invalid_request',
			error_description: "AADSTS90002: Tenant 'x' not found.",
		};
		const error = Object.assign(new Error('Failed to acquire OAuth2 access token'), { body });
		expect(explain(error).message).toBe('Microsoft does not know this tenant ID');
	});

	it.each<[string, object]>([
		['too many requests', { status: 429, code: 'ESTATUS' }],
		[
			'a busy address',
			{ response: { status: 503 }, config: { url: 'https://login.example.com/token' } },
		],
		[
			'a broken gateway',
			{ response: { status: 502 }, config: { url: 'https://login.example.com/token' } },
		],
		[
			'a passing fault of Entra',
			{
				body: {
					error_description: 'AADSTS90033: A transient error has occurred. Please try again.',
				},
			},
		],
		['a service that says so', { body: { error: 'temporarily_unavailable' }, code: 'EAUTH' }],
	])('because of %s passes, and is tried again', (_name, more) => {
		const first = new Error('Failed to acquire OAuth2 access token: it failed', {
			cause: Object.assign(new Error('it failed'), more),
		});
		expect(explain(first)).toMatchObject({
			message: expect.stringContaining('The address that gives tokens is too busy'),
			neverSent: true,
			mayPass: true,
		});
	});

	it('is told from no answer also when a stored token is renewed, where n8n does not say so', () => {
		const renewing = (more: object) => Object.assign(new Error('HTTP status 400'), more);
		expect(explain(renewing({ status: 400, code: 'ESTATUS' })).message).toMatch(/no token/);
		expect(
			explain(renewing({ config: { url: 'https://login.example.com/token' } })).message,
		).toMatch(/no token/);
		expect(
			explain(renewing({ config: { url: 'https://cipp.example.com/api/ListUsers' } })).message,
		).toBe('HTTP status 400');
	});

	it("keeps Microsoft's own words where they are known to nobody here", () => {
		const reason = 'AADSTS50034: The account does not exist. Trace ID: 1 Correlation ID: 2';
		expect(explain(wrapped(reason)).advice).toMatch(
			/Microsoft says: AADSTS50034: The account does not exist\.$/,
		);
	});

	it('because the certificate of the token address is not trusted says so', () => {
		const error = new Error('Failed to acquire OAuth2 access token: self-signed certificate');
		expect(explain(error).message).toMatch(/certificate of the address that gives tokens/);
	});

	it('because the token endpoint cannot be reached is not blamed on the credential', () => {
		const error = new Error('Failed to acquire OAuth2 access token', {
			cause: Object.assign(new Error('getaddrinfo EAI_AGAIN login.microsoftonline.com'), {
				code: 'EAI_AGAIN',
			}),
		});
		expect(explain(error)).toMatchObject({ neverSent: true, mayPass: true });
	});
});
