import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { isObject } from '../../../cipp/body';
import type { CippRequest } from '../../../cipp/request';
import { InvalidInput } from '../../../n8n/errors';
import { forEachItem, type Run } from '../../../n8n/execute';
import { itemsOfAny } from '../../../n8n/items';
import { namedTenant, tenantValue, type TenantChoice } from '../../../n8n/parameters';
import { checkTool } from '../../../n8n/tool';
import { inQuery, type Field } from '../../../operations/vocabulary';
import { wireValue } from '../../../n8n/wire';
import { endpointNamed, type Endpoint } from './endpoints';

/** Calls the endpoint that each item names. */
export async function sendApiRequests(run: Run): Promise<INodeExecutionData[]> {
	return (await forEachItem(run, async (index) => await sendOne(run, index))).flat();
}

async function sendOne(run: Run, index: number): Promise<INodeExecutionData[]> {
	const { context } = run;
	const typed = context.getNodeParameter('apiEndpoint', index, '', { extractValue: true });
	const endpoint = endpointNamed(String(typed));
	const request = await requestTo(run, endpoint, index);
	// A POST to what otherwise only lists may do more than list.
	const effect =
		request.method === 'POST' && endpoint.tenant === undefined ? 'destroy' : endpoint.effect;
	checkTool(context, { effect, action: `call ${endpoint.name}`, tenant: null });
	const answer = await run.reads.answerTo(request, effect);
	return itemsOfAny(endpoint.name, answer, index);
}

async function requestTo(run: Run, endpoint: Endpoint, index: number): Promise<CippRequest> {
	const { context } = run;
	const chosen = context.getNodeParameter('apiMethod', index, 'auto') as string;
	const method = chosen === 'auto' ? endpoint.method : (chosen as 'GET' | 'POST');
	const query = objectTyped(run, 'Query (JSON)', 'apiQuery', index);
	const body = method === 'POST' ? jsonTyped(run, 'Body (JSON)', 'apiBody', index) : undefined;
	const tenant = await tenantOf(run, endpoint, index);
	if (tenant !== null) addTenant(endpoint, tenant, query, body);
	return {
		method,
		endpoint: endpoint.name,
		query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
		...(body === undefined ? {} : { body: body as CippRequest['body'] }),
	};
}

async function tenantOf(run: Run, endpoint: Endpoint, index: number): Promise<TenantChoice> {
	const runFor = run.context.getNodeParameter('apiTenant', index, 'one') as string;
	if (runFor === 'none') {
		if (endpoint.tenant && endpoint.effect !== 'read') {
			throw new InvalidInput(
				`${endpoint.name} works on a tenant, and none is chosen`,
				'CIPP would act on your own partner tenant. Choose a tenant.',
			);
		}
		return null;
	}
	if (runFor === 'all') {
		if (endpoint.tenant && !endpoint.tenant.allTenants) {
			throw new InvalidInput(
				`${endpoint.name} cannot run for all tenants`,
				'Run it once for each tenant, for example with Tenant: Get Many before it.',
			);
		}
		return 'all';
	}
	return await run.tenants.resolve(namedTenant(run.context, run.operation, index) ?? '');
}

function addTenant(
	endpoint: Endpoint,
	tenant: Exclude<TenantChoice, null>,
	query: Record<string, unknown>,
	body: unknown,
): void {
	const place = endpoint.tenant ?? inQuery();
	if (place.in === 'query' || body === undefined) {
		query[place.wire] = tenantValue({ ...place, form: 'text' }, tenant);
		return;
	}
	for (const one of Array.isArray(body) ? body : [body]) {
		if (isObject(one)) one[place.wire] = tenantValue(place, tenant);
	}
}

function objectTyped(run: Run, label: string, name: string, index: number): IDataObject {
	const value = jsonTyped(run, label, name, index) ?? {};
	if (isObject(value)) return { ...value } as IDataObject;
	throw new InvalidInput(`"${label}" is not an object`, 'Give an object, e.g. {"UserID": "…"}');
}

function jsonTyped(run: Run, label: string, name: string, index: number): unknown {
	const field: Field = {
		name,
		label,
		help: 'Give valid JSON, e.g. {"UserID": "…"}',
		kind: 'json',
		wire: name,
		in: 'body',
		form: 'json',
	};
	const typed = run.context.getNodeParameter(name, index, '{}');
	const value = wireValue(typed, field, run.context.getTimezone());
	return value === undefined ? undefined : structuredClone(value);
}
