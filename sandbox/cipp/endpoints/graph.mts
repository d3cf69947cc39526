import { graphQuery, run, type GraphQuery } from '../../microsoft/graph/query.mts';
import type { Resource } from '../../microsoft/graph/resources.mts';
import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import type { Instance } from '../instance.mts';
import { read, valueText } from '../loose-json.mts';
import { MicrosoftError } from '../../microsoft/errors.mts';
import type { Tenant } from '../tenant.mts';

export const graphEndpoints: Endpoint[] = [
	{ name: 'ListGraphRequest', role: 'CIPP.Core.Read', answer: listGraphRequest },
	{ name: 'ListGraphBulkRequest', role: 'CIPP.Core.Read', answer: listGraphBulkRequest },
];

const booleans = [
	'NoPagination',
	'manualPagination',
	'CountOnly',
	'SkipCache',
	'AsApp',
	'ReverseTenantLookup',
	'$count',
];

function listGraphRequest(call: Call): Answer {
	const { query } = call;
	for (const name of booleans) {
		const value = query.get(name)?.toLowerCase();
		if (value !== undefined && value !== '' && value !== 'true' && value !== 'false')
			return failed(
				500,
				`Exception calling "ToBoolean" with "1" argument(s): "String '${value}' was not recognized as a valid Boolean."`,
			);
	}
	const endpoint = query.get('Endpoint') ?? '';
	try {
		return answer(
			call,
			graphQuery(endpoint, query.get('Version') || 'beta', optionsOf(call)),
			endpoint,
		);
	} catch (error) {
		if (!(error instanceof MicrosoftError)) throw error;
		return failed(
			query.has('IgnoreErrors') ? 200 : 400,
			`Graph Error: ${error.message} - Endpoint: ${endpoint}`,
		);
	}
}

function optionsOf({ query }: Call): Record<string, string> {
	const options: Record<string, string> = {};
	const from: Array<[string, string | undefined]> = [
		['$filter', query.get('$filter') || query.get('graphFilter')],
		['$select', query.get('$select')],
		['$expand', query.get('expand') || query.get('$expand')],
		['$top', query.get('$top')],
		['$count', query.get('$count')],
		['$orderby', query.get('$orderby')],
		['$search', query.get('$search')],
	];
	for (const [name, value] of from) if (value) options[name] = value;
	return options;
}

function answer({ instance, query }: Call, graph: GraphQuery, endpoint: string): Answer {
	const filter = query.get('tenantFilter');
	const metadata: Record<string, unknown> = {
		Endpoint: endpoint,
		Parameters: graph.options,
		TenantFilter: filter ?? instance.partner.customerId,
	};
	if (filter?.toLowerCase() === 'alltenants')
		return forAllTenants(instance, graph, metadata, query.isTrue('SkipCache'));
	const tenant = instance.managedTenant(filter);
	if (!tenant) throw new MicrosoftError(instance.refusal(filter ?? '', 'Graph request'));
	const manual = query.isTrue('manualPagination');
	const start = manual ? startOf(query.get('nextLink')) : 0;
	const page = run(tenant, graph, start, !manual && !query.isTrue('NoPagination'));
	if (query.isTrue('CountOnly'))
		return ok({ Results: [query.isTrue('$count') ? page.total : null], Metadata: metadata });
	if (manual && page.next !== undefined) metadata.nextLink = linkTo(graph, page.next);
	if (query.has('ListProperties'))
		return ok({ Results: Object.keys(page.rows[0] ?? {}), Metadata: metadata });
	return sorted({ Results: page.rows, Metadata: metadata }, query.get('Sort'));
}

/** CIPP's sorting loses the array around one row, and around none. */
function sorted(
	body: { Results: Resource[]; Metadata: unknown },
	property: string | undefined,
): Answer {
	if (!property) return ok(body);
	const rows = [...body.Results].sort((a, b) =>
		String(a[property] ?? '').localeCompare(String(b[property] ?? '')),
	);
	return ok({ ...body, Results: rows.length === 0 ? null : rows.length === 1 ? rows[0] : rows });
}

function linkTo({ path, version, options }: GraphQuery, next: number): string {
	const link = new URL(`https://graph.microsoft.com/${version}/${path.replace(/^\//, '')}`);
	for (const [name, value] of Object.entries(options)) link.searchParams.set(name, value);
	link.searchParams.set('$skiptoken', Buffer.from(`row:${next}`).toString('base64url'));
	return link.toString();
}

function startOf(link: string | undefined): number {
	if (!link) return 0;
	const token =
		URL.canParse(link) && link.startsWith('https://graph.microsoft.com/')
			? new URL(link).searchParams.get('$skiptoken')
			: null;
	const row = /^row:(\d+)$/.exec(Buffer.from(token ?? '', 'base64url').toString('utf8'))?.[1];
	if (row === undefined) throw new MicrosoftError('Invalid nextLink URL');
	return Number(row);
}

/** Seconds a tenant takes in a job over all tenants. */
const secondsPerTenant = 10;

function forAllTenants(
	instance: Instance,
	graph: GraphQuery,
	metadata: Record<string, unknown>,
	skipCache: boolean,
): Answer {
	const now = instance.clock.now();
	if (skipCache)
		return ok({
			Results: instance.listedTenants().flatMap((tenant) => tenantRows(tenant, graph)),
			Metadata: metadata,
		});
	const reference = `graph/${graph.path}/${JSON.stringify(graph.options)}`;
	const running = instance.queues.recent(reference, now);
	if (!running) {
		const parts = instance.listedTenants().map((tenant, index) => ({
			name: tenant.defaultDomainName,
			doneAt: now.getTime() + (index + 1) * secondsPerTenant * 1000,
			rows: tenantRows(tenant, graph),
		}));
		const queue = instance.queues.start(`${graph.path} - All Tenants`, reference, now, parts);
		return ok({
			Results: [],
			Metadata: {
				...metadata,
				Queued: true,
				QueueMessage: 'Loading data for all tenants. Please check back after the job completes',
				QueueId: queue.id,
			},
		});
	}
	const done = running.parts.filter(({ doneAt }) => doneAt <= now.getTime());
	if (done.length === 0)
		return ok({
			Results: [],
			Metadata: {
				...metadata,
				Queued: true,
				QueueMessage: 'Data still processing, please wait',
				QueueId: running.id,
			},
		});
	// From the first finished tenant on nothing says that others are missing.
	return ok({ Results: done.flatMap(({ rows }) => rows), Metadata: metadata });
}

function tenantRows(tenant: Tenant, graph: GraphQuery): Resource[] {
	try {
		return run(tenant, graph, 0, true).rows.map((row) => ({
			...row,
			Tenant: tenant.defaultDomainName,
			CippStatus: 'Good',
		}));
	} catch (error) {
		if (!(error instanceof MicrosoftError)) throw error;
		return [
			{
				Tenant: tenant.defaultDomainName,
				CippStatus: `Could not connect to tenant. ${error.message}`,
				CippException: error.message,
			},
		];
	}
}

function listGraphBulkRequest({ instance, body }: Call): Answer {
	const requests = (
		Array.isArray(read(body, 'requests')) ? (read(body, 'requests') as unknown[]) : []
	).filter((request) => String(read(request, 'method') ?? '').toUpperCase() === 'GET');
	if (requests.length === 0) return failed(400, 'No requests found in the body');
	const tenant = instance.managedTenant(valueText(read(body, 'tenantFilter')));
	if (!tenant) return ok(null);
	const single = (read(body, 'noPaginateIds') as unknown[] | undefined) ?? [];
	const answers = requests.map((request) =>
		bulkAnswer(
			tenant,
			String(read(request, 'id') ?? ''),
			String(read(request, 'url') ?? ''),
			single,
		),
	);
	// One answer comes without its array.
	return ok(answers.length === 1 ? answers[0] : answers);
}

function bulkAnswer(
	tenant: Tenant,
	id: string,
	url: string,
	single: unknown[],
): Record<string, unknown> {
	const headers = { 'Content-Type': 'application/json' };
	try {
		const graph = graphQuery(url.replace(/^\//, ''), 'beta', {});
		const page = run(tenant, graph, 0, !single.includes(id));
		const context = `https://graph.microsoft.com/beta/$metadata#${graph.path}`;
		return {
			id,
			status: 200,
			headers,
			body: page.isOne
				? { '@odata.context': `${context}/$entity`, ...page.rows[0] }
				: { '@odata.context': context, value: page.rows },
		};
	} catch (error) {
		if (!(error instanceof MicrosoftError)) throw error;
		const missing = error.message.startsWith('Resource ');
		return {
			id,
			status: missing ? 404 : 400,
			headers,
			body: {
				error: {
					code: missing ? 'Request_ResourceNotFound' : 'BadRequest',
					message: error.message,
				},
			},
		};
	}
}
