import { ExecuteContext, RoutingNode } from 'n8n-core';
import { Workflow, type IDataObject, type IExecuteData, type INode } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { CippOAuth2Api } from '../../credentials/CippOAuth2Api.credentials';
import { credentialFor, editorData, nodeTypes } from '../engine/engine.mts';
import { resolvedCredential } from '../engine/resolved-credential.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';

const sandbox = useSandbox();
const { test } = new CippOAuth2Api();
const rules = (test.rules ?? []) as Array<{ type: string; properties: IDataObject }>;

/** Sends the request of the test as n8n's server does: what came back, or the status that it stopped at. */
async function asked(changes: Record<string, string> = {}): Promise<{ status?: number }> {
	const credential = credentialFor(sandbox.current, changes);
	const name = 'cippOAuth2Api';
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: 'n8n-nodes-cipp.cipp',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [name]: { id: 'c1', name: 'CIPP' } },
	};
	const [known] = [nodeTypes([]).getByName(node.type)];
	const type = {
		description: {
			...known.description,
			credentials: [{ name, required: true }],
			properties: [
				{
					displayName: 'Temp',
					name: 'temp',
					type: 'string' as const,
					routing: { request: test.request },
					default: '',
				},
			],
		},
	};
	const types = { ...nodeTypes([]), getByNameAndVersion: () => type as never };
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: types,
	});
	const executeData: IExecuteData = { node, data: {}, source: null };
	const context = new ExecuteContext(
		workflow,
		node,
		editorData(credential, node),
		'internal',
		{ resultData: { runData: {} } } as never,
		0,
		[],
		{ main: [[{ json: {} }]] },
		executeData,
		[],
	);
	const data = { id: 'c1', name: 'CIPP', type: name, data: await resolvedCredential(credential) };
	try {
		await new RoutingNode(context, type as never, data as never).runNode();
		return {};
	} catch (error) {
		const { cause } = error as { cause?: { response?: { status: number } } };
		return { status: cause?.response?.status };
	}
}

const saidAbout = (status: number | undefined) =>
	rules.find(({ type, properties }) => type === 'responseCode' && properties.value === status)
		?.properties.message;

describe("n8n's test of a credential", () => {
	it('asks with the header of a gateway, without blanks that came along', async () => {
		expect(await asked({ headerName: ' x-gateway ', apiKey: ' k-123 ' })).toEqual({});
		expect(sandbox.current.requests.at(-1)?.headers).toMatchObject({ 'x-gateway': 'k-123' });
	});

	it.each<[number, RegExp]>([
		[302, /another one, or to a page to sign in/],
		[401, /did not accept the token/],
		[404, /no CIPP API at this address/],
		[429, /Too many requests/],
		[500, /was reached and failed/],
		[502, /gateway before CIPP/],
		[503, /starting, being updated, stopped/],
		[504, /in time/],
	])('stops at status %d, and says what that means', async (status, message) => {
		sandbox.current.faults.endpoint('ListApiTest', {
			status,
			body: '<title>Unavailable</title>',
			headers: { location: 'https://other.example/' },
		});
		const stopped = await asked();

		expect(stopped).toEqual({ status });
		expect(saidAbout(stopped.status)).toMatch(message);
	});

	it('looks at the words of a refusal', async () => {
		sandbox.current.faults.endpoint('ListApiTest', { kind: 'roleMissing' });
		expect(await asked()).toEqual({});
	});
});
