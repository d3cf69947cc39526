import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchItems,
	type INodeListSearchResult,
} from 'n8n-workflow';
import { isObject } from '../cipp/body';
import type { CippRequest, Send } from '../cipp/request';
import { rowsOf, type Row } from '../cipp/rows';
import { TenantDirectory } from '../cipp/tenants';
import { pickerSources, type PickerSource } from '../operations/vocabulary/pickers';
import type { Picker } from '../operations/vocabulary';
import { nodeError } from './errors';
import { listMethodOf } from './picker-property';
import { transport } from './transport';
import { lookAgain } from './unread';

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** The lists behind the pickers. They throw when CIPP fails: an empty list would be a lie. */
export const pickers: Record<string, ListSearch> = {
	[listMethodOf('tenants')]: searchTenants,
	...Object.fromEntries(
		Object.entries(pickerSources).map(([picker, source]) => [
			listMethodOf(picker as Picker),
			searchIn(source),
		]),
	),
};

async function searchTenants(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await explained(this, async () => {
		const tenants = await new TenantDirectory(transport(this)).all();
		const items = tenants.map((tenant) => ({
			name: `${tenant.displayName} (${tenant.defaultDomainName})`,
			value: tenant.defaultDomainName,
		}));
		return { results: matching(items, filter) };
	});
}

function searchIn(source: PickerSource): ListSearch {
	return async function search(filter, paginationToken) {
		return await explained(this, async () => {
			const send = transport(this);
			const tenant =
				source.tenant === null ? {} : { [source.tenant]: await chosenTenant(this, send) };
			const text = filter?.trim() ?? '';
			if (source.searches) return await page(send, source, tenant, text, paginationToken);
			const { endpoint, empty } = source;
			const request: CippRequest = {
				method: 'GET',
				endpoint,
				query: { ...source.query, ...tenant },
			};
			const rows = rowsOf(endpoint, await send(request));
			if (rows.length === 0 && empty) await lookAgain(endpoint, empty, request, send);
			const items = rows.map((row) => itemOf(row, source));
			return { results: matching(items, text) };
		});
	};
}

async function chosenTenant(context: ILoadOptionsFunctions, send: Send): Promise<string> {
	const chosen = context.getCurrentNodeParameter('tenantDomain', { extractValue: true });
	if (!chosen) {
		throw new NodeOperationError(context.getNode(), 'Choose a tenant first', {
			description: 'The list depends on the tenant above.',
		});
	}
	return (await new TenantDirectory(send).resolve(String(chosen))).defaultDomainName;
}

/** One page: Microsoft searches and pages, so a hundred thousand rows stay quick. */
async function page(
	send: Send,
	source: PickerSource,
	tenant: Record<string, string>,
	text: string,
	nextLink: string | undefined,
): Promise<INodeListSearchResult> {
	const request: CippRequest = {
		method: 'GET',
		endpoint: source.endpoint,
		query: {
			...source.query,
			...tenant,
			...(text ? { $filter: startsWith(source.searches ?? [], text) } : {}),
			manualPagination: 'true',
			...(nextLink ? { nextLink } : {}),
		},
	};
	const answer = await send(request);
	const results = rowsOf(source.endpoint, answer).map((row) => itemOf(row, source));
	const metadata = isObject(answer.body) ? answer.body.Metadata : undefined;
	const next = isObject(metadata) ? metadata.nextLink : undefined;
	return typeof next === 'string' && next ? { results, paginationToken: next } : { results };
}

function startsWith(columns: string[], text: string): string {
	const literal = `'${text.replace(/'/g, "''")}'`;
	return columns.map((column) => `startswith(${column},${literal})`).join(' or ');
}

function itemOf(row: Row, { label: [first, second], value }: PickerSource): INodeListSearchItems {
	const name = String(row[first] ?? row[value] ?? '');
	const more = second && row[second] ? ` (${String(row[second])})` : '';
	return { name: `${name}${more}`, value: String(row[value] ?? '') };
}

function matching(items: INodeListSearchItems[], filter = ''): INodeListSearchItems[] {
	const wanted = filter.trim().toLowerCase();
	return items
		.filter(({ name }) => name.toLowerCase().includes(wanted))
		.sort((a, b) => a.name.localeCompare(b.name));
}

async function explained<T>(context: ILoadOptionsFunctions, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw nodeError(context.getNode(), error, 0);
	}
}
