import {
	NodeApiError,
	type IDataObject,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
} from 'n8n-workflow';
import { attempt } from '../cipp/attempt';
import { apiAddress } from '../cipp/address';
import { parseBody } from '../cipp/body';
import { CippUnreachable } from '../cipp/failure';
import { freshQuery, type CippAnswer, type CippRequest, type Send } from '../cipp/request';
import { explainNoAnswer } from './no-answer';
import type { RequestOptions } from './request-options';

export const credentialName = 'cippOAuth2Api';

type Context = IExecuteFunctions | ILoadOptionsFunctions;
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
export function transport(context: Context, settings: Settings = usualSettings): Send {
	let connection: Promise<Connection> | undefined;
	let first: Promise<unknown> | undefined;
	return async (request) => {
		connection ??= connect(context);
		const options = httpOptions(request, await connection, settings);
		if (first) {
			await first;
			return await exchange(context, options);
		}
		const answer = exchange(context, options);
		first = answer.catch(() => undefined);
		return await answer;
	};
}

async function connect(context: Context): Promise<Connection> {
	const credential = await context.getCredentials(credentialName);
	const header = String(credential.headerName ?? '').trim();
	return {
		address: apiAddress(String(credential.baseUrl ?? '')),
		gateway: header ? { [header]: String(credential.apiKey ?? '') } : {},
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

interface FullResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

async function exchange(context: Context, options: IHttpRequestOptions): Promise<CippAnswer> {
	const { value, error } = await attempt(
		context.helpers.httpRequestWithAuthentication.call(context, credentialName, options),
	);
	if (error) {
		if (error instanceof NodeApiError && error.httpCode === '401') {
			return { status: 401, headers: {}, body: '' };
		}
		if (isCancelled(context)) throw error;
		const { message, advice, neverSent, mayPass } = explainNoAnswer(error, options.url);
		throw new CippUnreachable(message, advice, neverSent, mayPass);
	}
	const response = value as FullResponse;
	const headers = lowerCase(response.headers);
	return {
		status: response.statusCode,
		headers,
		body: parseBody(textOrFile(response.statusCode, headers['content-type'] ?? '', response.body)),
	};
}

/** Where a file was asked for, texts come as bytes as well: failures, and the page of the portal. */
function textOrFile(status: number, type: string, body: unknown): unknown {
	const isText = status >= 300 || /^(text\/|application\/json)/i.test(type);
	return Buffer.isBuffer(body) && isText ? body.toString('utf8') : body;
}

function isCancelled(context: Context): boolean {
	return (
		'getExecutionCancelSignal' in context && context.getExecutionCancelSignal()?.aborted === true
	);
}

function lowerCase(headers: Record<string, unknown>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);
}
