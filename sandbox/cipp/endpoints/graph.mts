import { graphQuery } from '../../microsoft/graph/query.mts';
import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import type { Instance } from '../instance.mts';
import { read, valueText } from '../loose-json.mts';
import { emptyParameter, unrolled } from '../powershell.mts';
import { wordsOf, type BatchItem, type BatchReply, type Requests, type Row } from '../requests.mts';
import { secondsPerTenant } from './all-tenants.mts';

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

/** Where CIPP's script stood when it threw, which slips into what it says. */
const scripts = '/home/site/wwwroot/Modules/CIPPCore/Public';
const places = {
	graph: `${scripts}/GraphHelper/New-GraphGetRequest.ps1:188`,
	link: `${scripts}/GraphRequests/Get-GraphRequestList.ps1:362`,
	tenant: `${scripts}/GraphRequests/Get-GraphRequestList.ps1:367`,
};

class GraphFailure extends Error {}

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
		if (endpoint === '') throw new GraphFailure(emptyParameter('Endpoint'));
		return answer(call, endpoint);
	} catch (error) {
		const words = error instanceof GraphFailure ? error.message : located(error);
		return failed(
			query.has('IgnoreErrors') ? 200 : 400,
			`Graph Error: ${words} - Endpoint: ${endpoint}`,
		);
	}
}

function located(error: unknown): string {
	if (error instanceof Refused) return `Exception at ${places[error.what]} - ${error.message}`;
	return `Exception at ${places.graph} - ${wordsOf(error)}`;
}

/** CIPP's own refusal of a tenant or a link, which is an exception here alone. */
class Refused extends Error {
	readonly what: 'link' | 'tenant';

	constructor(what: Refused['what'], words: string) {
		super(words);
		this.what = what;
	}
}

function optionsOf({ query }: Call): Record<string, string> {
	const options: Record<string, string> = {};
	const from: Array<[string, string | undefined]> = [
		['$filter', query.get('$filter') || query.get('graphFilter')],
		['$select', query.has('ListProperties') ? '' : query.get('$select')],
		['$expand', query.get('expand') || query.get('$expand')],
		['$top', query.get('$top')],
		['$count', query.get('$count')?.toLowerCase()],
		['$orderby', query.get('$orderby')],
		['$search', query.get('$search')],
		['$format', query.get('$format')],
	];
	for (const [name, value] of from) if (value) options[name] = value;
	return options;
}

function answer(call: Call, endpoint: string): Answer {
	const { instance, query } = call;
	const filter = query.get('tenantFilter') ?? '';
	const options = optionsOf(call);
	const metadata = metadataOf(call, endpoint, options);
	const address = addressOf(endpoint, query.get('Version') || 'beta', options);
	if (filter.toLowerCase() === 'alltenants' && !query.has('ListProperties'))
		return forAllTenants(instance, address, metadata, query.isTrue('SkipCache'));
	const tenant = filter.toLowerCase() === 'alltenants' ? firstTenant(instance) : filter;
	if (!instance.managedTenant(tenant))
		throw new Refused('tenant', instance.refusal(tenant, 'Graph request'));
	const { ask } = instance.placeFor(tenant);
	if (query.isTrue('CountOnly')) {
		const count = ask.one(address)?.['@odata.count'] ?? null;
		return ok({ Results: [count], Metadata: metadata });
	}
	const page = pageOf(ask, call, address);
	if (query.has('ListProperties'))
		return ok({ Results: Object.keys(page.rows[0] ?? {}), Metadata: metadata });
	const rows = page.rows.map((row) => ({
		...row,
		Tenant: filter || instance.partner.customerId,
		CippStatus: 'Good',
	}));
	const Metadata = page.nextLink ? { ...metadata, nextLink: page.nextLink } : metadata;
	return sorted({ Results: rows, Metadata }, query.get('Sort'));
}

function firstTenant(instance: Instance): string {
	return instance.listedTenants()[0].customerId;
}

/** What was asked, repeated: what was not given is not there. */
function metadataOf(
	{ query }: Call,
	endpoint: string,
	Parameters: Record<string, string>,
): Record<string, unknown> {
	const filter = query.get('tenantFilter');
	const flags = ['NoPagination', 'ManualPagination', 'CountOnly', 'SkipCache', 'AsApp'];
	return {
		Endpoint: endpoint,
		Parameters: query.has('ListProperties') ? { ...Parameters, $select: '' } : Parameters,
		CippLink: null,
		...(filter ? { TenantFilter: filter } : {}),
		...(query.get('Version') ? { Version: query.get('Version') } : {}),
		...Object.fromEntries(
			flags.filter((name) => query.has(name)).map((name) => [name, query.isTrue(name)]),
		),
		...(query.has('ListProperties') ? { NoPagination: true } : {}),
		...(filter?.toLowerCase() === 'alltenants' ? { RawJsonArray: true } : {}),
	};
}

/** The address that CIPP puts together. An endpoint may carry a query of its own; what stands beside it fills the rest. */
function addressOf(endpoint: string, version: string, options: Record<string, string>): string {
	const query = graphQuery(endpoint.replace(/^\//, ''), version, options);
	const search = new URLSearchParams(query.options);
	return `${version}/${query.path}?${search.toString()}`;
}

interface Page {
	rows: Row[];
	nextLink?: string;
}

function pageOf(ask: Requests, { query }: Call, address: string): Page {
	const manual = query.isTrue('manualPagination');
	if (!manual && !query.isTrue('NoPagination')) return { rows: ask.rows(address) };
	const link = manual ? query.get('nextLink') : undefined;
	const page = ask.one(link ? linkedAddress(link) : address) ?? {};
	const rows = Array.isArray(page.value) ? (page.value as Row[]) : [page];
	return { rows, nextLink: page['@odata.nextLink'] as string | undefined };
}

function linkedAddress(link: string): string {
	const host = 'https://graph.microsoft.com/';
	if (!link.startsWith(host)) throw new Refused('link', `Invalid nextLink URL: ${link}`);
	return link.slice(host.length);
}

/** CIPP's sorting loses the array around one row, and around none. */
function sorted(body: { Results: Row[]; Metadata: unknown }, property: string | undefined): Answer {
	if (!property) return ok(body);
	const rows = [...body.Results].sort((a, b) =>
		String(a[property] ?? '').localeCompare(String(b[property] ?? '')),
	);
	return ok({ ...body, Results: unrolled(rows) });
}

function forAllTenants(
	instance: Instance,
	address: string,
	metadata: Record<string, unknown>,
	skipCache: boolean,
): Answer {
	const now = instance.clock.now();
	if (skipCache)
		return ok({
			Results: instance
				.listedTenants()
				.flatMap(({ defaultDomainName }) => atOnce(instance, defaultDomainName, address)),
			Metadata: metadata,
		});
	const queued = (QueueMessage: string, QueueId: string): Answer =>
		ok({ Results: [], Metadata: { ...metadata, Queued: true, QueueMessage, QueueId } });
	const reference = `graph/${address}`;
	const running = instance.queues.recent(reference, now);
	if (!running) {
		const parts = instance.listedTenants().map(({ defaultDomainName }, index) => ({
			name: defaultDomainName,
			doneAt: now.getTime() + (index + 1) * secondsPerTenant * 1000,
			...inBackground(instance, defaultDomainName, address),
		}));
		const name = `${address.replace(/^[^/]+\//, '').replace(/\?.*/s, '')} - All Tenants`;
		const { id } = instance.queues.start(name, reference, now, parts);
		return queued('Loading data for all tenants. Please check back after the job completes', id);
	}
	const done = running.parts.filter(({ doneAt }) => doneAt <= now.getTime());
	if (done.length === 0) return queued('Data still processing, please wait', running.id);
	// From the first finished tenant on nothing says that others are missing.
	return ok({ Results: done.flatMap(({ rows }) => rows), Metadata: metadata });
}

function tenantRows(instance: Instance, tenant: string, address: string): Row[] {
	return instance
		.placeFor(tenant)
		.ask.rows(address)
		.map((row) => ({ ...row, Tenant: tenant, CippStatus: 'Good' }));
}

function atOnce(instance: Instance, tenant: string, address: string): Row[] {
	try {
		return tenantRows(instance, tenant, address);
	} catch (error) {
		return [{ Tenant: tenant, CippStatus: `Could not connect to tenant. ${located(error)}` }];
	}
}

/**
 * One tenant of the background job. CIPP means to leave a row with its exception, but fails at putting it together:
 * the tenant is missing from the rows, and only the queue knows.
 */
function inBackground(
	instance: Instance,
	tenant: string,
	address: string,
): { rows: Row[]; failed?: true } {
	try {
		return { rows: tenantRows(instance, tenant, address) };
	} catch (error) {
		wordsOf(error);
		return { rows: [], failed: true };
	}
}

/** Reading only. One answer comes without its array. */
function listGraphBulkRequest({ instance, body }: Call): Answer {
	const given = read(body, 'requests');
	const items = (Array.isArray(given) ? given : [])
		.filter((request) => String(read(request, 'method') ?? '').toUpperCase() === 'GET')
		.map(
			(request): BatchItem => ({
				id: String(read(request, 'id') ?? ''),
				method: 'GET',
				url: String(read(request, 'url') ?? ''),
			}),
		);
	if (items.length === 0) return failed(400, 'No requests found in the body');
	const { ask } = instance.placeFor(valueText(read(body, 'tenantFilter')));
	const single = ((read(body, 'noPaginateIds') as unknown[] | undefined) ?? []).map(String);
	try {
		const replies = ask.batch(items);
		return ok(unrolled(replies.map((reply) => whole(ask, reply, single.includes(reply.id)))));
	} catch (error) {
		return failed(400, wordsOf(error));
	}
}

/**
 * A reply with the rows of its further pages. The link to the second page stays, although its rows are there; a
 * further page that is refused ends the list without a word.
 */
function whole(ask: Requests, { id, status, body: first }: BatchReply, isOnePage: boolean): Row {
	const headers = { 'Content-Type': 'application/json' };
	const body = (first ?? {}) as Row;
	if (isOnePage || !linkOf(body)) return { id, status, headers, body: first };
	const value = [...(body.value as Row[])];
	for (let link = linkOf(body); link !== undefined; ) {
		const url = linkedAddress(link).replace(/^[^/]+\//, '');
		const [page] = ask.batch([{ id, method: 'GET', url }]);
		const rows = (page?.body ?? {}) as Row;
		value.push(...((rows.value as Row[] | undefined) ?? []));
		link = linkOf(rows);
	}
	return { id, status, headers, body: { ...body, value } };
}

function linkOf(page: Row): string | undefined {
	const link = page['@odata.nextLink'];
	return typeof link === 'string' ? link : undefined;
}
