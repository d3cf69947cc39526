import { LoadOptionsContext, PollContext, TriggerContext, WebhookContext } from 'n8n-core';
import {
	Workflow,
	type IAllExecuteFunctions,
	type IDataObject,
	type ILoadOptionsFunctions,
	type INode,
	type IPollFunctions,
	type ITriggerFunctions,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { readRows } from '../../cipp/rows';
import { accessFor } from '../../n8n/transport/access';
import { callerIn, editedParametersIn, parametersIn } from '../../n8n/context';
import { ItemTenants } from '../../n8n/item-tenants';
import { itemsOf } from '../../n8n/answers/items';
import { requestFor } from '../../n8n/parameters';
import { choices } from '../../n8n/editor/pickers';
import { readRequestOptions } from '../../n8n/transport/request-options';
import { transport } from '../../n8n/transport/transport';
import { nodeResources } from '../../operations';
import { credentialFor, editorData, nodeTypes } from '../engine/engine.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';

const sandbox = useSandbox();

const parameters: IDataObject = {
	tenantDomain: { __rl: true, mode: 'list', value: 'contoso.example' },
	returnAll: false,
	limit: 3,
};

/** What n8n builds a context from. */
function built() {
	const node: INode = {
		id: 'cipp',
		name: 'CIPP',
		type: 'n8n-nodes-cipp.cipp',
		typeVersion: 1,
		position: [0, 0],
		parameters: parameters as INode['parameters'],
		credentials: { cippOAuth2Api: { id: 'c1', name: 'CIPP' } },
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: nodeTypes([]),
		settings: { timezone: 'Europe/Berlin' },
	});
	return { workflow, node, data: editorData(credentialFor(sandbox.current), node) };
}

function loadOptions(): ILoadOptionsFunctions {
	const { workflow, node, data } = built();
	return new LoadOptionsContext(workflow, node, data, '') as unknown as ILoadOptionsFunctions;
}

function poll(): IPollFunctions {
	const { workflow, node, data } = built();
	return new PollContext(workflow, node, data, 'trigger', 'activate') as unknown as IPollFunctions;
}

function trigger(): ITriggerFunctions {
	const { workflow, node, data } = built();
	return new TriggerContext(
		workflow,
		node,
		data,
		'trigger',
		'activate',
	) as unknown as ITriggerFunctions;
}

function webhook(): IWebhookFunctions {
	const { workflow, node, data } = built();
	const description = { name: 'default', httpMethod: 'POST', path: '' };
	return new WebhookContext(
		workflow,
		node,
		data,
		'webhook',
		{ webhookDescription: description } as never,
		[],
		null,
	) as unknown as IWebhookFunctions;
}

const contexts: Record<string, () => IAllExecuteFunctions> = {
	'load options': loadOptions,
	poll,
	trigger,
	webhook,
};

describe.each(Object.entries(contexts))("n8n's context for %s", (_name, context) => {
	it('asks CIPP with the token of the credential', async () => {
		const send = transport(callerIn(context()));
		const rows = await readRows(send, { method: 'GET', endpoint: 'ListTenants' });

		expect(rows.length).toBeGreaterThan(0);
		expect(sandbox.current.tokenRequests).toHaveLength(1);
	});
});

describe('a picker', () => {
	it.each<[string, () => Parameters<typeof choices>[2], () => IAllExecuteFunctions]>([
		['the editor', () => editedParametersIn(loadOptions()), loadOptions],
		['a poll', () => parametersIn(poll()), poll],
		['a trigger', () => parametersIn(trigger()), trigger],
		['a webhook', () => parametersIn(webhook()), webhook],
	])(
		'lists tenants, and what belongs to the chosen one, for %s',
		async (_name, filled, context) => {
			const caller = callerIn(context());
			const tenants = await choices('tenants', caller, filled());
			const users = await choices('users', caller, filled(), { filter: 'megan' });

			expect(tenants.results).toContainEqual(expect.objectContaining({ value: 'contoso.example' }));
			expect(users.results.map(({ value }) => value)).toEqual(['megan.bowen@contoso.example']);
		},
	);
});

describe('an operation', () => {
	const users = nodeResources.cipp.find(({ value }) => value === 'user')!.operations.getMany;

	it('runs in a poll as it does in a workflow: parameters, tenant, request, items', async () => {
		const context = poll();
		const filled = parametersIn(context);
		const { send, tenants } = accessFor(callerIn(context), readRequestOptions(filled));
		const tenant = await new ItemTenants(filled, users, tenants).of(0);
		const answer = await send(requestFor(filled, users, tenant, 0));
		const items = itemsOf(users, answer, { limit: 3, simplify: true, outputSecret: false }, 0);

		expect(items).toHaveLength(3);
		expect(filled.getTimezone()).toBe('Europe/Berlin');
	});
});
