import { describe, expect, it } from 'vitest';
import { explainFailure } from '../../cipp/failure';
import type { CippAnswer } from '../../cipp/request';
import { answer } from './answers.mts';

const titled = (title: string, headline = '') =>
	`<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${headline}</h1></body></html>`;

/** Azure's page for a web app that someone stopped, that is over its quota, or that is being updated. */
const stopped = titled('Web App - Unavailable', 'Error 403 - This web app is stopped.');

const explained = (body: string, status: number, more: Partial<CippAnswer> = {}) =>
	explainFailure({ ...answer(body, status), ...more });

describe('a page in the place of an answer', () => {
	it('with status 200 means the address of a user interface, and is named', () => {
		const { message, advice } = explained(titled('CIPP'), 200);
		expect(message).toContain('("CIPP"): the address is that of a user interface');
		expect(advice).toContain("Put the API's own address into the credential");
	});

	it.each<[string, number, string, RegExp, RegExp]>([
		[
			'a stopped web app',
			403,
			stopped,
			/web app is stopped.*This web app is stopped\./,
			/start it/,
		],
		[
			'a firewall',
			403,
			titled('Attention Required! | Cloudflare', 'Sorry, you have been blocked'),
			/a firewall before it refuses n8n \("Attention Required! \| Cloudflare: Sorry, you have been blocked"\)/,
			/public IP address pass/,
		],
		[
			'a web app that is gone',
			404,
			titled('404 Web Site not found'),
			/no CIPP at this address/,
			/API URL/,
		],
		[
			'a proxy',
			407,
			titled('Authentication required'),
			/proxy wants a user name/,
			/Request Options/,
		],
		[
			'a body that is too long',
			413,
			titled('413 Request Entity Too Large'),
			/before CIPP refused/,
			/gateway/,
		],
		[
			'a limit of the gateway',
			429,
			titled('Too Many Requests'),
			/too many requests/,
			/in a minute/,
		],
		[
			'a web app that did not start',
			500,
			titled('500 - Internal server error'),
			/web app failed/,
			/Azure portal/,
		],
		[
			'a gateway without a backend',
			502,
			titled('502 Bad Gateway'),
			/gateway before CIPP got no answer/,
			/few minutes/,
		],
		[
			'an update',
			503,
			'<!-- maintenance -->\n<TITLE>Service Unavailable</TITLE>',
			/starting, being updated, or stopped \("Service Unavailable"\)/,
			/few minutes/,
		],
		[
			'a slow backend',
			504,
			'<?xml version="1.0"?><html><title>504.0 GatewayTimeout</title></html>',
			/gateway before CIPP/,
			/few minutes/,
		],
		[
			'a web server that is down',
			521,
			titled('contoso.example | 521: Web server is down'),
			/gateway before CIPP/,
			/few minutes/,
		],
	])(
		'of %s is told by its status %d, not as a wrong address',
		(_name, status, page, message, advice) => {
			const told = explained(page, status);
			expect(told.message).toMatch(message);
			expect(told.message).toContain(`status ${status}`);
			expect(told.advice).toMatch(advice);
			expect(told.message).not.toContain('user interface');
		},
	);

	it('is named on one line, without its tags, and not at any length', () => {
		const { message } = explained(
			titled(`A &amp; B&#39;s\n gate${'!'.repeat(500)}`, '<b>Stop</b>'),
			403,
		);
		expect(message).toContain('("A & B\'s gate!');
		expect(message.length).toBeLessThan(260);
		expect(message).not.toMatch(/[<\n]/);
	});
});

describe("Azure's refusal, a text that it calls HTML", () => {
	it('is still read as a text', () => {
		const said = 'You do not have permission to view this directory or page.';
		const { message } = explained(said, 403, { headers: { 'content-type': 'text/html' } });
		expect(message).toContain('does not know this API client');
	});
});

describe('a redirect', () => {
	const from = { origin: 'https://cipp.contoso.example' };
	const to = (location: string, more: Partial<CippAnswer> = from) =>
		explained('', 302, { headers: { location }, ...more });

	it.each([
		'/.auth/login/aad?post_login_redirect_uri=/api/ListTenants',
		'https://cipp.contoso.example/login',
		'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=1',
		'https://login.microsoftonline.us/common/oauth2/v2.0/authorize',
		'https://login.partner.microsoftonline.cn/common/oauth2/v2.0/authorize',
	])('to %s means the address of the user interface', (location) => {
		expect(to(location).message).toContain('user interface');
	});

	it('to another host names that host', () => {
		const { message, advice } = to(
			'https://contoso.cloudflareaccess.com/cdn-cgi/access/login/cipp?kid=secret',
		);
		expect(message).toBe('The way to CIPP leads to contoso.cloudflareaccess.com instead');
		expect(advice).toMatch(/service token/);
		expect(`${message}${advice}`).not.toContain('kid=secret');
	});

	it('from http to https says which address is right', () => {
		const { message, advice } = to('https://cipp.contoso.example/api/ListTenants', {
			origin: 'http://cipp.contoso.example',
		});
		expect(message).toBe('CIPP answers at https://cipp.contoso.example only');
		expect(advice).toContain('https://');
	});

	it('to a host that only looks like Microsoft is one to another host', () => {
		expect(to('https://login.microsoftonline.com.evil.example/').message).toContain('evil.example');
	});
});
