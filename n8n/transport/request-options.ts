import type { IHttpRequestOptions, INodeProperties } from 'n8n-workflow';
import { isObject } from '../../cipp/body';
import { requestsAtOnce, usualAtOnce } from '../../cipp/pace/pace';
import type { ItemParameters } from '../context';
import { InvalidInput } from '../errors';
import { readNumber, readSwitch, type Range } from '../reading/numbers';

/** How requests are sent, read once for a run. */
export interface RequestOptions {
	/** Null: all items, a few at a time. */
	batch: { size: number; intervalMilliseconds: number } | null;
	/** Requests under way at the same time. */
	atOnce: number;
	skipSslCertificateValidation: boolean;
	proxy: IHttpRequestOptions['proxy'];
	timeoutMilliseconds: number;
}

/** n8n gives declarative nodes these settings; a programmatic node has to bring them itself. */
export const requestOptionsProperty: INodeProperties = {
	displayName: 'Request Options',
	name: 'requestOptions',
	type: 'collection',
	isNodeSetting: true,
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Batching',
			name: 'batching',
			placeholder: 'Add batching',
			type: 'fixedCollection',
			typeOptions: { multipleValues: false },
			default: { batch: {} },
			options: [
				{
					displayName: 'Batching',
					name: 'batch',
					values: [
						{
							displayName: 'Items per Batch',
							name: 'batchSize',
							type: 'number',
							typeOptions: { minValue: -1 },
							default: 50,
							description:
								'How many items to work on before pausing. -1 means all without a pause.',
						},
						{
							displayName: 'Batch Interval (Ms)',
							name: 'batchInterval',
							type: 'number',
							typeOptions: { minValue: 0 },
							default: 1000,
							description: 'Pause between batches in milliseconds. 0 means no pause.',
						},
					],
				},
			],
		},
		{
			displayName: 'Ignore SSL Issues (Insecure)',
			name: 'allowUnauthorizedCerts',
			type: 'boolean',
			noDataExpression: true,
			default: false,
			description: 'Whether to connect even if SSL certificate validation is not possible',
		},
		{
			displayName: 'Items at Once',
			name: 'itemsAtOnce',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 20 },
			default: usualAtOnce,
			description:
				'How many items to work on at the same time. Changes to one tenant always go one at a time, in order.',
		},
		{
			displayName: 'Proxy',
			name: 'proxy',
			type: 'string',
			default: '',
			placeholder: 'e.g. http://proxy.example.com:3128',
			description:
				'HTTP proxy for the requests to CIPP. The token does not go through it: n8n asks Microsoft for that directly. If there is no other way out, set HTTPS_PROXY for n8n itself and leave this empty.',
		},
		{
			displayName: 'Timeout',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 300000,
			description: 'How long to wait for one answer of CIPP, in milliseconds',
		},
	],
};

const fiveMinutes = 300_000;

/** @throws {InvalidInput} when one of them is not what it should be */
export function readRequestOptions(parameters: ItemParameters): RequestOptions {
	const given = parameters.getNodeParameter('requestOptions', 0, {});
	const raw = isObject(given) ? given : {};
	const batching = isObject(raw.batching) ? raw.batching : {};
	const proxy = raw.proxy ?? '';
	return {
		batch: isObject(batching.batch) ? batchOf(batching.batch) : null,
		atOnce: requestsAtOnce(numberOf(raw, 'itemsAtOnce', 'Items at Once', usualAtOnce, { from: 1 })),
		skipSslCertificateValidation: readSwitch(
			raw.allowUnauthorizedCerts ?? false,
			'Ignore SSL Issues',
		),
		proxy: proxy === '' ? undefined : proxyOf(String(proxy).trim()),
		timeoutMilliseconds: numberOf(raw, 'timeout', 'Timeout', fiveMinutes, longest),
	};
}

/** Node.js takes a longer one for none at all. */
const longest: Range = { from: 1, to: 2_147_483_647 };

function batchOf(raw: Record<string, unknown>): RequestOptions['batch'] {
	const size = numberOf(raw, 'batchSize', 'Items per Batch', 0, { from: -1 });
	const interval = numberOf(raw, 'batchInterval', 'Batch Interval (Ms)', 0, { from: 0 });
	return size > 0 ? { size, intervalMilliseconds: interval } : null;
}

/** The usual where nobody added the option; an expression that gives nothing is refused. */
function numberOf(
	raw: Record<string, unknown>,
	name: string,
	label: string,
	usual: number,
	range: Range,
): number {
	return Object.hasOwn(raw, name) ? readNumber(raw[name], label, { whole: true, ...range }) : usual;
}

/** Said of every address that cannot be used; the address itself may hold a password. */
const likeThis = 'It looks like http://proxy.example.com:3128';

function proxyOf(address: string): IHttpRequestOptions['proxy'] {
	if (/^socks/i.test(address)) {
		throw new InvalidInput(
			'"Proxy" is a SOCKS proxy, through which n8n cannot send',
			`Give a proxy for HTTP. ${likeThis}`,
		);
	}
	// proxy.example.com:3128 would be taken for an address of the kind "proxy.example.com".
	const whole = /^[^/]+:\d+\/?$/.test(address) ? `http://${address}` : address;
	if (!URL.canParse(whole) || !/^https?:/i.test(whole)) {
		throw new InvalidInput(`"Proxy" is not a web address: ${withoutPassword(address)}`, likeThis);
	}
	const { hostname, port, protocol, username, password } = new URL(whole);
	return {
		host: hostname,
		port: Number(port) || (protocol === 'https:' ? 443 : 80),
		protocol: protocol.replace(':', ''),
		...(username ? { auth: { username: decoded(username), password: decoded(password) } } : {}),
	};
}

const withoutPassword = (address: string): string => address.replace(/^(.*:\/\/)?.*@/s, '$1…@');

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		// A percent sign in a password that nobody encoded.
		return text;
	}
}
