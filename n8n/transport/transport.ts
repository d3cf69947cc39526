import { NodeApiError, type IDataObject, type IHttpRequestOptions } from 'n8n-workflow';
import { attempt } from '../../cipp/attempt';
import { apiAddress } from '../../cipp/address';
import { parseBody } from '../../cipp/body';
import { CippUnreachable } from '../../cipp/failure';
import {
	freshQuery,
	checkedTenant,
	summaryOf,
	type CippAnswer,
	type CippRequest,
	type RequestSummary,
	type Send,
} from '../../cipp/request';
import { executionClock } from '../clock';
import type { Caller } from '../context';
import { gatewayHeaders } from './gateway-headers';
import { logged } from './logged';
import { bareCause, explainNoAnswer, isAboutToken } from './no-answer';
import type { RequestOptions } from './request-options';
import { within } from './within';

type Settings = Omit<RequestOptions, 'batch' | 'atOnce'>;

const usualSettings: Settings = {
	skipSslCertificateValidation: false,
	proxy: undefined,
	timeoutMilliseconds: 60_000,
};

/** What the credential says, apart from what n8n's OAuth2 uses itself. */
interface Connection {
	address: string;
	gateway: Record<string, string>;
}

/**
 * Sends requests to CIPP with n8n's OAuth2 machinery.
 *
 * The first request goes alone, so that many items share the one token that it fetches.
 */
export function transport(caller: Caller, settings: Settings = usualSettings): Send {
	let connection: Promise<Connection> | undefined;
	let first: Promise<unknown> | undefined;
	const send: Send = async (request) => {
		connection ??= connect(caller);
		const options = httpOptions(request, await connection, settings);
		if (first) {
			await first;
			return await exchange(caller, request, options);
		}
		const answer = exchange(caller, request, options);
		first = answer.catch(() => undefined);
		return await answer;
	};
	return logged(send, executionClock(caller), caller.logger);
}

async function connect(caller: Caller): Promise<Connection> {
	const credential = await caller.credential();
	return {
		address: apiAddress(String(credential.baseUrl ?? ''), credential.allowHttp === true),
		gateway: gatewayHeaders(credential),
	};
}

function httpOptions(
	request: CippRequest,
	connection: Connection,
	settings: Settings,
): IHttpRequestOptions {
	return {
		method: request.method,
		url: `${connection.address}/${encodeURIComponent(request.endpoint)}`,
		qs: { ...request.query, ...(request.fresh ? freshQuery : {}) },
		headers: {
			accept: request.isFile ? '*/*' : 'application/json',
			...connection.gateway,
			...(request.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
		},
		...(request.body === undefined ? {} : { body: request.body as IDataObject }),
		...(request.isFile ? { encoding: 'arraybuffer' as const } : {}),
		returnFullResponse: true,
		// n8n renews the token on a rejected 401; every other status is read here.
		ignoreHttpStatusErrors: { ignore: true, except: [401] },
		// A redirect leads to a sign-in page or another host, which must get neither token nor key.
		disableFollowRedirect: true,
		skipSslCertificateValidation: settings.skipSslCertificateValidation,
		...(settings.proxy ? { proxy: settings.proxy } : {}),
		timeout: settings.timeoutMilliseconds,
	};
}

/** For n8n's own time-out, which says more, to come first. */
const spare = 1_000;

interface FullResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

async function exchange(
	caller: Caller,
	asked: CippRequest,
	options: IHttpRequestOptions,
): Promise<CippAnswer> {
	const limit = (options.timeout ?? usualSettings.timeoutMilliseconds) + spare;
	const { value, error } = await attempt(within(limit, caller.request(options)));
	const request = summaryOf(asked);
	if (error) return unanswered(caller, request, options, error);
	const response = value as FullResponse;
	const headers = lowerCase(response.headers);
	return {
		status: response.statusCode,
		headers,
		body: parseBody(textOrFile(response.statusCode, headers['content-type'] ?? '', response.body)),
		request,
		checkedTenant: checkedTenant(asked),
		origin: new URL(options.url).origin,
	};
}

/** @throws {CippUnreachable} unless n8n makes an error of CIPP's answer */
function unanswered(
	caller: Caller,
	request: RequestSummary,
	{ url, proxy }: IHttpRequestOptions,
	error: Error,
): CippAnswer {
	const isRefusal = error instanceof NodeApiError && error.httpCode === '401';
	if (isRefusal && !isAboutToken(error, url)) {
		return { status: 401, headers: {}, body: '', request };
	}
	if (caller.cancelSignal()?.aborted) throw error;
	const { message, advice, neverSent, mayPass } = explainNoAnswer(error, url, { request, proxy });
	throw new CippUnreachable(message, advice, neverSent, mayPass, {
		request,
		cause: bareCause(error),
	});
}

/** Where a file was asked for, texts come as bytes as well: failures, and the page of the portal. */
function textOrFile(status: number, type: string, body: unknown): unknown {
	const isText = status >= 300 || /^(text\/|application\/json)/i.test(type);
	return Buffer.isBuffer(body) && isText ? body.toString('utf8') : body;
}

function lowerCase(headers: Record<string, unknown>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);
}
