import { setTimeout as realTime } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { useRealN8n } from './real-n8n.mts';

const bench = useRealN8n({ speed: 600 });
const megan = 'megan.bowen@contoso.example';

/** An MCP server in n8n whose tools are CIPP nodes, as an author would set it up. */
function mcpWorkflow() {
	const tool = (id: string, parameters: object) => ({
		id,
		name: id,
		type: 'n8n-nodes-cipp.cippTool',
		typeVersion: 1,
		position: [0, 200],
		parameters: { resource: 'user', tenantDomain: 'contoso.example', ...parameters },
		credentials: { cippOAuth2Api: { id: null, name: 'CIPP' } },
	});
	const person = "={{ $fromAI('User_Principal_Name', 'whom', 'string') }}";
	const tools = [
		tool('get_user', { operation: 'get', userEmail: person }),
		tool('list_users', { operation: 'getMany' }),
		tool('offboard_without_leave', { operation: 'offboardUser', userEmail: person, DisableSignIn: true }),
		tool('offboard_user', { operation: 'offboardUser', userEmail: person, DisableSignIn: true, toolMay: 'destroy' }),
	];
	return {
		name: 'CIPP for models',
		nodes: [
			{
				id: 'mcp',
				name: 'MCP Server Trigger',
				type: '@n8n/n8n-nodes-langchain.mcpTrigger',
				typeVersion: 2,
				position: [0, 0],
				webhookId: 'cipp',
				parameters: { path: 'cipp' },
			},
			...tools,
		],
		connections: Object.fromEntries(
			tools.map(({ name }) => [name, { ai_tool: [[{ node: 'MCP Server Trigger', type: 'ai_tool', index: 0 }]] }]),
		),
	};
}

let session = '';

async function call(method: string, params: object = {}): Promise<any> {
	const answer = await fetch(`${bench.n8n.address}/mcp/cipp`, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			accept: 'application/json, text/event-stream',
			...(session ? { 'mcp-session-id': session } : {}),
		},
		body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
	});
	session = answer.headers.get('mcp-session-id') ?? session;
	const text = await answer.text();
	const json = text.startsWith('{') ? text : (text.match(/^data: (.*)$/m)?.[1] ?? '{}');
	return { status: answer.status, ...JSON.parse(json) };
}

const tool = async (name: string, args: object = {}): Promise<string> => {
	const { result, error } = await call('tools/call', { name, arguments: args });
	return JSON.stringify(result ?? error);
};

beforeAll(async () => {
	await bench.n8n.importCredential({ name: 'CIPP', type: 'cippOAuth2Api', data: bench.data });
	const id = await bench.n8n.importWorkflow(mcpWorkflow() as never);
	const { versionId } = await bench.n8n.rest('GET', `/workflows/${id}`);
	await bench.n8n.rest('POST', `/workflows/${id}/activate`, { versionId });
	const hello = { protocolVersion: '2025-03-26', capabilities: {}, clientInfo: { name: 'test', version: '1' } };
	for (let tries = 0; tries < 40 && !session; tries += 1) {
		await call('initialize', hello).catch(() => undefined);
		if (!session) await realTime(500);
	}
}, 120_000);

it('shows a model what each tool takes', async () => {
	const { result } = await call('tools/list');

	expect(result.tools.map(({ name }: { name: string }) => name).sort()).toEqual([
		'get_user',
		'list_users',
		'offboard_user',
		'offboard_without_leave',
	]);
	const getUser = result.tools.find(({ name }: { name: string }) => name === 'get_user');
	expect(Object.keys(getUser.inputSchema.properties)).toEqual(['User_Principal_Name']);
	expect(getUser.description).toMatch(/user/i);
});

it('gives a model a small answer', async () => {
	const answer = await tool('list_users');

	expect(answer).toContain('userPrincipalName');
	expect(answer).not.toContain('proxyAddresses');
	expect(answer.match(/userPrincipalName/g)?.length).toBeLessThanOrEqual(20);
});

it('gives a model an error that it can act on', async () => {
	expect(await tool('get_user', { User_Principal_Name: 'nobody@contoso.example' })).toMatch(/nobody@contoso\.example|no such user|does not exist/i);
});

it('refuses what the author has not allowed, and tells the model so', async () => {
	expect(await tool('offboard_without_leave', { User_Principal_Name: megan })).toMatch(/not allowed to destroy/);
	expect(bench.sandbox.tenants.user(megan).accountEnabled).toBe(true);
});

it('offboards when the author has allowed it, and reports what is true', async () => {
	const answer = await tool('offboard_user', { User_Principal_Name: megan });

	expect(answer).toContain('succeeded');
	expect(bench.sandbox.tenants.user(megan).accountEnabled).toBe(false);
});
