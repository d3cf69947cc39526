import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { parseBody } from '../../cipp/body';
import { answerRules, judgedByStatus } from '../../n8n/credential-test';

const { get } = createRequire(import.meta.url)('lodash') as {
	get: (from: unknown, path: string) => unknown;
};

/** The message n8n shows for an answer; null when it calls the credential fine. It looks at status or body. */
function verdict(body: unknown, status = 200): string | null {
	for (const { type, properties } of answerRules as Array<{
		type: string;
		properties: Record<string, unknown>;
	}>) {
		const isByStatus = type === 'responseCode';
		const hits = isByStatus
			? status === properties.value
			: get(parseBody(body), String(properties.key)) === properties.value;
		if (isByStatus === judgedByStatus.includes(status) && hits) return String(properties.message);
	}
	return null;
}

const refused = 'Access to this CIPP API endpoint is not allowed, ';

describe("n8n's test of a credential", () => {
	it.each([
		[
			'of a restricted client',
			{ APIName: 'ListApiTest', AllowedTenants: ['11111111-1111-4111-8111-111111111111'] },
		],
		['of a client that may see all tenants', { APIName: 'ListApiTest', AllowedTenants: null }],
		[
			'with one tenant, which is not in a list',
			{ AllowedTenants: '11111111-1111-4111-8111-111111111111' },
		],
		['that says nothing else', { AllowedTenants: [] }],
	])('is content with the right answer %s', (_name, body) => {
		expect(verdict(body)).toBeNull();
		expect(verdict(JSON.stringify(body))).toBeNull();
	});

	it.each([
		[
			`${refused}the 'readonly' base role does not have the required permission: CIPP.Core.Read`,
			/lacks a CIPP role with CIPP\.Core\.Read/,
		],
		[
			`${refused}you do not have the required permission: CIPP.Core.Read`,
			/lacks a CIPP role with CIPP\.Core\.Read/,
		],
		[
			`${refused}the custom role 'helpdesk' has blocked this endpoint: ListApiTest`,
			/lacks a CIPP role with CIPP\.Core\.Read/,
		],
		[
			`${refused}the API Client does not have the required permission`,
			/does not accept the address n8n runs on/,
		],
		[
			`${refused}your IP address (203.0.113.7) is not in the allowed range for your role(s)`,
			/does not accept the address n8n runs on/,
		],
		[`${refused}the user does not have the required permission`, /does not know this API client/],
		[
			'Access denied: unable to resolve roles for the authenticated principal',
			/does not know this API client/,
		],
		[
			'<!DOCTYPE html><html><head><title>CIPP</title></head></html>',
			/address of the user interface/,
		],
		['<html lang="en"></html>', /address of the user interface/],
	])('tells %j from all others', (text, message) => {
		expect(verdict(text, 403)).toMatch(message);
		// The newer host puts texts into JSON quotes.
		expect(verdict(JSON.stringify(text), 403)).toMatch(message);
	});

	it.each([401])('tells a refused token by status %d, whatever the body', (status) => {
		expect(verdict('', status)).toContain('did not accept the token');
		expect(verdict('Unauthorized: user not in allowedUsers table.', status)).toContain(
			'did not accept the token',
		);
	});

	it.each<[string, unknown, number, RegExp]>([
		['nothing', '', 429, /Too many requests/],
		['a busy host', { error: 'Server busy, please retry' }, 503, /CIPP is busy/],
		['a host that is not set up', { error: 'Setup required. Open the wizard.' }, 503, /not set up/],
		['an unknown endpoint on the older host', 'Endpoint not found', 404, /no CIPP API/],
		[
			'an unknown endpoint on the newer host',
			{ error: "Endpoint 'ListApiTest' not found" },
			404,
			/no CIPP API/,
		],
		[
			'a crash',
			{
				error: { code: 'InternalServerError', message: 'An error occurred processing the request' },
			},
			500,
			/reached and failed/,
		],
		['a time-out', { error: 'Request timed out after 600s', code: 'timeout' }, 504, /in time/],
		['a redirect', '', 302, /another one, or to a page to sign in/],
		[
			'the page of a stopped web app',
			'<html><title>Unavailable</title></html>',
			403,
			/web app is stopped/,
		],
		['the page of a firewall', '<html><title>Blocked</title></html>', 406, /firewall/],
		['the API of something else', { status: 'ok' }, 200, /not as CIPP does/],
		['a list', [], 200, /not as CIPP does/],
		['null', null, 200, /not as CIPP does/],
	])('is not content with %s', (_name, body, status, message) => {
		expect(verdict(body, status)).toMatch(message);
	});
});
