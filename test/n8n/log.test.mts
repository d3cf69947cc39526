import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import type { IDataObject, INode } from 'n8n-workflow';
import { attempt } from '../../cipp/attempt';
import type { CippRequest } from '../../cipp/request';
import type { Caller } from '../../n8n/context';
import { nodeError } from '../../n8n/errors';
import { transport } from '../../n8n/transport/transport';

const token = 'eyJ-the-token';
const secrets = {
	header: 'gateway-key-1',
	body: 'new-password-2',
	query: 'typed-value-3',
	answer: 'temporary-pass-4',
	token,
};

const request: CippRequest = {
	method: 'POST',
	endpoint: 'ExecResetPass',
	query: { tenantFilter: 'Contoso.example', reason: secrets.query },
	body: { password: secrets.body },
};

interface Line {
	message: string;
	meta: IDataObject;
}

/** A caller whose request ends in this way, and what it wrote into the log. */
function calling(end: (options: unknown) => Promise<unknown>) {
	const lines: Line[] = [];
	const caller: Caller = {
		logger: { debug: (message, meta) => lines.push({ message, meta: meta as IDataObject }) },
		credential: async () => ({
			baseUrl: 'https://cipp.example.com',
			headerName: 'x-gateway',
			apiKey: secrets.header,
		}),
		request: end,
		cancelSignal: () => undefined,
	};
	return { send: transport(caller), lines };
}

const without = (told: unknown) => {
	const text = inspect(told, { depth: 20, showHidden: true });
	for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
};

it('tells method, endpoint, tenant, status and time of each request, and nothing else', async () => {
	const { send, lines } = calling(async () => ({
		statusCode: 200,
		headers: { 'set-cookie': secrets.header },
		body: `{"Results":{"copyField":"${secrets.answer}"}}`,
	}));
	await send(request);

	expect(lines).toEqual([
		{
			message: 'CIPP: POST ExecResetPass',
			meta: {
				method: 'POST',
				endpoint: 'ExecResetPass',
				tenant: 'contoso.example',
				status: 200,
				milliseconds: expect.any(Number),
			},
		},
	]);
	without(lines);
});

/** What n8n's helper throws: the request hangs on to it, and with it token, key and body. */
const refusedConnection = (options: unknown): Error =>
	Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:443'), {
		code: 'ECONNREFUSED',
		config: options,
		context: { data: secrets.answer },
		cause: Object.assign(new Error('AxiosError'), {
			config: { headers: { authorization: `Bearer ${token}` }, data: secrets.body },
			request: { path: `/api/ExecResetPass?reason=${secrets.query}` },
		}),
	});

it('tells of a request that got no answer, without what n8n hangs on to its error', async () => {
	const { send, lines } = calling(
		async (options) => await Promise.reject(refusedConnection(options)),
	);
	const { error } = await attempt(send(request));

	expect(lines.map(({ meta }) => meta)).toMatchObject([{ status: 'no answer' }]);
	without(lines);
	const node = { name: 'CIPP', type: 'n8n-nodes-cipp.cipp' } as INode;
	const shown = nodeError(node, error, 0);
	without(shown);
	expect(shown.cause).toMatchObject({
		request: { method: 'POST', endpoint: 'ExecResetPass', tenant: 'contoso.example' },
		cause: { message: 'connect ECONNREFUSED 127.0.0.1:443', code: 'ECONNREFUSED' },
	});
});

it('tells no tenant that is none', async () => {
	const { send, lines } = calling(async () => ({ statusCode: 200, headers: {}, body: '[]' }));
	await send({ method: 'GET', endpoint: 'ListUsers', query: { tenantFilter: 'my secret; {}' } });

	expect(lines[0].meta).not.toHaveProperty('tenant');
});
