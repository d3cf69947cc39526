import { describe, expect, it } from 'vitest';
import { explainNoAnswer } from '../../n8n/no-answer';

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
		['AADSTS50034: something else', 'Microsoft gave no token for CIPP'],
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

	it('because the token endpoint cannot be reached is not blamed on the credential', () => {
		const error = new Error('Failed to acquire OAuth2 access token', {
			cause: Object.assign(new Error('getaddrinfo EAI_AGAIN login.microsoftonline.com'), {
				code: 'EAI_AGAIN',
			}),
		});
		expect(explain(error)).toMatchObject({ neverSent: true, mayPass: true });
	});
});
