import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { isObject } from '../../../cipp/body';
import type { CippRequest } from '../../../cipp/request';
import { aboutOf } from '../../../n8n/answers/about';
import { InvalidInput } from '../../../n8n/errors';
import { forEachItem, itemsFor, refuseIfNever } from '../../../n8n/execute';
import { everything, itemsOfAny, secretsTogether } from '../../../n8n/answers/items';
import { withoutSecretsInErrors } from '../../../n8n/answers/secret-errors';
import { fieldTenants } from '../../../n8n/item-tenants';
import type { TenantChoice } from '../../../n8n/parameters';
import { checkTool, outputsSecret } from '../../../n8n/tool';
import { rejectUncollected } from '../../../n8n/answers/collected';
import { lookAgainIfDoubtful } from '../../../n8n/answers/unread';
import { wireValue } from '../../../n8n/wire';
import type { Effect, Field, Operation } from '../../../operations/vocabulary';
import { endpointNamed, type Endpoint } from './endpoints';
import { filledIn } from './fields';
import { addTenant, tenantOf } from './tenant';
import { bodyWith, isGiven, typedRequest, type Typed } from './typed';
import type { Run } from '../../../n8n/run';

/** Calls the endpoint that each item names. */
export async function sendApiRequests(run: Run): Promise<INodeExecutionData[]> {
	return (await forEachItem(run, async (index) => await sendOne(run, index))).flat();
}

async function sendOne(run: Run, index: number): Promise<INodeExecutionData[]> {
	const { context } = run;
	const named = context.getNodeParameter('apiEndpoint', index, '', { extractValue: true });
	const endpoint = endpointNamed(String(named));
	const raw = rawParameters(run, index);
	const typed = await typedParameters(run, endpoint, raw, index);
	// With JSON beside the fields it may do what another operation does.
	const meant = typed?.operation && !isGiven(raw) ? typed.operation : null;
	if (meant) refuseIfNever(meant);
	const target = meant
		? {
				...endpoint,
				method: meant.method,
				effect: meant.effect,
				tenant: meant.tenant,
				...(isAllData(meant) ? { bodyIsData: true as const } : {}),
			}
		: endpoint;
	const { request, tenant } = await requestTo(run, target, raw, typed, index);
	const doing = meant ?? anyOf(endpoint, effectOf(request, target));
	checkTool(context, doing, request);
	const outputSecret = outputsSecret(context.getNode());
	if (meant && request.method === meant.method && meant.answer.kind !== 'own') {
		const about = aboutOf(meant, tenant, request);
		return await itemsFor(run, meant, request, { ...everything, outputSecret }, index, about);
	}
	const about = aboutOf(doing, tenant, request);
	return await withoutSecretsInErrors(
		doing,
		about.secrets,
		async (send) => {
			const answer = await send(request);
			const { name, operations } = endpoint;
			const items = itemsOfAny(name, operations, answer, index, outputSecret, about);
			const doubtful = operations.find((operation) => mayBeRefused(operation));
			if (doing.effect === 'read') await rejectUncollected(request, items.length, run.reads);
			if (doubtful) await lookAgainIfDoubtful(doubtful, request, items, run.reads);
			return items;
		},
		async (sent) => await run.reads.answerTo(sent, doing.effect),
	);
}

const isAllData = ({ tenant, fields }: Operation): boolean =>
	tenant === null && fields.some(({ in: place, wire }) => place === 'body' && wire === '');

/** An endpoint of which nobody knows what it is to do: all that any of its operations does. */
function anyOf({ name, operations }: Endpoint, effect: Effect) {
	return {
		effect,
		action: `call ${name}`,
		fields: operations.flatMap(({ fields }) => fields.filter(({ isSecret }) => isSecret)),
		worse: operations.flatMap(({ worse }) => worse ?? []),
		...(operations.some(({ actsEverywhere }) => actsEverywhere)
			? { actsEverywhere: true as const }
			: {}),
		...secretsTogether(operations),
	};
}

const mayBeRefused = ({ answer }: Operation): boolean =>
	answer.kind === 'rows' && answer.empty !== undefined;

/** A POST to what otherwise only lists may do more than list. */
function effectOf(request: CippRequest, { tenant, effect }: Endpoint): Effect {
	return request.method === 'POST' && tenant === undefined ? 'destroy' : effect;
}

interface RawParameters {
	query: Record<string, unknown>;
	body: unknown;
}

function rawParameters(run: Run, index: number): RawParameters {
	return {
		query: objectTyped(run, 'Query (JSON)', 'apiQuery', index),
		body: jsonTyped(run, 'Body (JSON)', 'apiBody', index),
	};
}

/** Null when no field was filled in, or there are none. */
async function typedParameters(
	run: Run,
	endpoint: Endpoint,
	raw: RawParameters,
	index: number,
): Promise<Typed | null> {
	if (run.context.getNodeParameter('apiParameters', index, 'fields') !== 'fields') return null;
	const values = filledIn(run.context.getNodeParameter('apiFields', index, null));
	if (values === null || endpoint.operations.length === 0) return null;
	const fields = endpoint.operations.flatMap((operation) => operation.fields);
	const tenants = await fieldTenants({ ...endpoint, fields }, run.tenants, run.context);
	return typedRequest(endpoint, values, raw, { timezone: run.context.getTimezone(), tenants });
}

async function requestTo(
	run: Run,
	endpoint: Endpoint,
	raw: RawParameters,
	typed: Typed | null,
	index: number,
): Promise<{ request: CippRequest; tenant: TenantChoice }> {
	const method = chosenMethod(run, index) ?? methodFor(endpoint, typed);
	const query = { ...raw.query, ...typed?.query };
	const whole = typed ? bodyWith(raw.body, typed) : raw.body;
	const body = method !== 'POST' ? undefined : whole === undefined ? {} : whole;
	if (method === 'GET' && typed && Object.keys(typed.body).length > 0) {
		throw new InvalidInput(
			`${endpoint.name} reads "${Object.keys(typed.body)[0]}" from the body, and a GET has none`,
			'Set "Method" to "As CIPP Expects" or to POST.',
		);
	}
	const parts = { query, body };
	const tenant = await tenantOf(run, endpoint, parts, index);
	if (tenant !== null) addTenant(endpoint, tenant, parts);
	const request = {
		method,
		endpoint: endpoint.name,
		query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
		...(body === undefined ? {} : { body: body as CippRequest['body'] }),
	};
	return { request, tenant };
}

/**
 * Null where the endpoint decides.
 *
 * @throws {InvalidInput} for any other method: CIPP has none, and what it would do is not known
 */
function chosenMethod(run: Run, index: number): 'GET' | 'POST' | null {
	const chosen = run.context.getNodeParameter('apiMethod', index, 'auto');
	if (chosen === 'auto') return null;
	if (chosen === 'GET' || chosen === 'POST') return chosen;
	throw new InvalidInput(
		`"Method" cannot be "${String(chosen)}"`,
		'Choose As CIPP Expects, GET or POST. What CIPP deletes, it deletes by a POST.',
	);
}

/** What goes into a body takes a POST. */
function methodFor({ method }: Endpoint, typed: Typed | null): 'GET' | 'POST' {
	return typed && Object.keys(typed.body).length > 0 ? 'POST' : method;
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
		anyJson: true,
	};
	const typed = run.context.getNodeParameter(name, index, '{}');
	const value = wireValue(typed, field, run.context.getTimezone());
	return value === undefined ? undefined : structuredClone(value);
}
