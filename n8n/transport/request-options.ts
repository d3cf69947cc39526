import type { IHttpRequestOptions, INodeProperties } from 'n8n-workflow';
import { requestsAtOnce, usualAtOnce } from '../../cipp/pace';
import type { ItemParameters } from '../context';
import { InvalidInput } from '../errors';

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
			description: 'Proxy to send requests through',
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

interface RawRequestOptions {
	batching?: { batch?: { batchSize?: number; batchInterval?: number } };
	allowUnauthorizedCerts?: boolean;
	itemsAtOnce?: number;
	proxy?: string;
	timeout?: number;
}

const fiveMinutes = 300_000;

export function readRequestOptions(parameters: ItemParameters): RequestOptions {
	const raw = parameters.getNodeParameter('requestOptions', 0, {}) as RawRequestOptions;
	const batch = raw.batching?.batch;
	const size = batch?.batchSize ?? 0;
	return {
		batch: size > 0 ? { size, intervalMilliseconds: batch?.batchInterval ?? 0 } : null,
		atOnce: requestsAtOnce(raw.itemsAtOnce),
		skipSslCertificateValidation: raw.allowUnauthorizedCerts === true,
		proxy: raw.proxy ? proxyOf(raw.proxy) : undefined,
		timeoutMilliseconds: raw.timeout ?? fiveMinutes,
	};
}

function proxyOf(address: string): IHttpRequestOptions['proxy'] {
	if (!URL.canParse(address)) {
		throw new InvalidInput(
			`"Proxy" is not a web address: ${address}`,
			'It looks like http://proxy.example.com:3128',
		);
	}
	const url = new URL(address);
	const { hostname, protocol, username, password } = url;
	const port = Number(url.port) || (protocol === 'https:' ? 443 : 80);
	return {
		host: hostname,
		port,
		protocol: protocol.replace(':', ''),
		...(username
			? { auth: { username: decodeURIComponent(username), password: decodeURIComponent(password) } }
			: {}),
	};
}
