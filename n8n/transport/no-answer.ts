import type { IHttpRequestOptions } from 'n8n-workflow';
import { lookFirst } from '../../cipp/failure';
import type { RequestSummary } from '../../cipp/request';
import { explainNoToken, type NoAnswer } from './no-token';

/** What was tried. */
interface Tried {
	request?: RequestSummary;
	proxy?: IHttpRequestOptions['proxy'];
}

interface Reason extends NoAnswer {
	tells: RegExp;
}

/**
 * Puts a failed exchange into words.
 *
 * @param error what n8n's request helper threw
 */
export function explainNoAnswer(error: unknown, url: string, tried: Tried = {}): NoAnswer {
	const texts = textsOf(error);
	if (isAboutToken(error, url)) return explainNoToken(texts.join(' '), statusOf(error));
	const reason = reasons(placeOf(url, tried.proxy)).find(({ tells }) =>
		texts.some((text) => tells.test(text)),
	);
	const { message, advice, neverSent, mayPass } = reason ?? unknownReason(texts[0]);
	return {
		message,
		advice: neverSent ? advice : lookFirst(tried.request, advice),
		neverSent,
		mayPass,
	};
}

/** Connections are made to the proxy, so it may be the one that does not answer. */
function placeOf(url: string, proxy: IHttpRequestOptions['proxy']): string {
	const { host } = new URL(url);
	return proxy ? `${host} (through the proxy ${proxy.host}:${proxy.port})` : host;
}

const unknownReason = (text = 'CIPP could not be reached'): NoAnswer => ({
	message: text,
	advice: 'Check the CIPP credential and the network of the machine that n8n runs on.',
	neverSent: false,
	mayPass: true,
});

/** In the order in which they count: n8n's own sentences stand beside the code of Node.js. */
const reasons = (host: string): Reason[] => [
	{
		tells: /certificate|self.signed|DEPTH_ZERO|UNABLE_TO_VERIFY|CERT_/i,
		message: `The certificate of ${host} is not trusted`,
		advice:
			'Install the certificate authority on the machine that n8n runs on, or switch on Ignore SSL Issues under Settings > Request Options.',
		neverSent: true,
		mayPass: false,
	},
	{
		tells: /EPROTO|ERR_SSL|wrong version number/,
		message: `${host} does not speak https here`,
		advice: 'Check https:// and the port of the CIPP address in the credential.',
		neverSent: true,
		mayPass: false,
	},
	{
		tells: /ECONNREFUSED/,
		message: `Nothing answers at ${host}`,
		advice: 'Check the CIPP address in the credential, and that CIPP is running.',
		neverSent: true,
		mayPass: true,
	},
	{
		tells: /ENOTFOUND/,
		message: `The host ${host} does not exist`,
		advice: 'Check the spelling of the CIPP address in the credential.',
		neverSent: true,
		mayPass: false,
	},
	{
		tells: /EAI_AGAIN/,
		message: `The host ${host} cannot be looked up right now`,
		advice: 'Check the network and DNS of the machine that n8n runs on.',
		neverSent: true,
		mayPass: true,
	},
	{
		tells: /EHOSTUNREACH|ENETUNREACH/,
		message: `There is no way to ${host} from here`,
		advice: 'Check the network of the machine that n8n runs on.',
		neverSent: true,
		mayPass: true,
	},
	{
		tells: /header overflow/i,
		message: `The headers of the answer of ${host} are longer than n8n takes`,
		advice: 'Look at what stands between n8n and CIPP: a gateway may add cookies or other headers.',
		neverSent: false,
		mayPass: false,
	},
	{
		tells:
			/^aborted$|stream has been aborted|Parse Error|HPE_|Z_(BUF|DATA)_ERROR|unexpected end of file|incorrect header check|maxContentLength|PREMATURE_CLOSE/i,
		message: `The answer of ${host} broke off or cannot be read`,
		advice: 'Check the network and what stands between n8n and CIPP.',
		neverSent: false,
		mayPass: true,
	},
	{
		tells: /ECONNRESET|EPIPE|socket hang up/i,
		message: `${host} ended the connection without an answer`,
		advice: 'If it happens again, check the network between n8n and CIPP.',
		neverSent: false,
		mayPass: true,
	},
	{
		tells: /ECONNABORTED|ETIMEDOUT|timeout/i,
		message: `${host} did not answer in time`,
		advice: 'Raise the timeout under Settings > Request Options.',
		neverSent: false,
		mayPass: true,
	},
];

/** Whether the token was asked for, and not CIPP: n8n does not say so when it renews one. */
export function isAboutToken(error: unknown, url: string): boolean {
	const [address] = url.split('?');
	return chainOf(error).some(({ code, message, config, body }) => {
		const asked = (config as { url?: unknown } | undefined)?.url;
		return (
			code === 'EAUTH' ||
			code === 'ESTATUS' ||
			(typeof asked === 'string' && !asked.startsWith(address)) ||
			/access token|AADSTS|invalid_client|Client authentication failed|OAuth2 token endpoint/i.test(
				`${String(message)} ${describe(body)}`,
			)
		);
	});
}

/** An error and its causes; n8n wraps the reason several times. */
function chainOf(error: unknown): Array<Record<string, unknown>> {
	const chain: Array<Record<string, unknown>> = [];
	let current = error;
	while (typeof current === 'object' && current !== null && chain.length < 5) {
		chain.push(current as Record<string, unknown>);
		current = (current as Record<string, unknown>).cause;
	}
	return chain;
}

/** An error's own words and those of its causes. */
function textsOf(error: unknown): string[] {
	return chainOf(error).flatMap(({ message, code, description, body, messages }) =>
		[message, code, description, messages, describe(body)]
			.flat()
			.filter(Boolean)
			.map((text) => String(text)),
	);
}

function describe(body: unknown): string {
	return typeof body === 'object' && body !== null ? JSON.stringify(body) : '';
}

function statusOf(error: unknown): number | undefined {
	const statuses = chainOf(error).flatMap(({ status, response }) => [
		status,
		(response as { status?: unknown } | undefined)?.status,
	]);
	return statuses.find((status): status is number => typeof status === 'number');
}

/** The same error without what n8n hangs on to it: request, token and answer are not for logs. */
export function bareCause(error: unknown): Error | undefined {
	const [first, ...others] = chainOf(error).reverse().map(bare);
	return others.reduce((cause, outer) => Object.assign(outer, { cause }), first);
}

function bare({ name, message, code, stack }: Record<string, unknown>): Error {
	const copy = new Error(String(message));
	return Object.assign(copy, {
		name: String(name ?? 'Error'),
		stack: typeof stack === 'string' ? stack : copy.stack,
		...(code === undefined ? {} : { code: String(code) }),
	});
}
