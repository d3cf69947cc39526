import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { isObject } from '../../cipp/body';
import type { CippRequest, Send } from '../../cipp/request';
import { rowsOf, type Row } from '../../cipp/rows';
import { TenantDirectory } from '../../cipp/tenants';
import { pickerSources, type PickerSource } from '../../operations/vocabulary/pickers';
import type { Picker } from '../../operations/vocabulary';
import { lookAgain } from '../answers/unread';
import { callerIn, editedParametersIn, type Caller, type ItemParameters } from '../context';
import { InvalidInput, nodeError } from '../errors';
import { picked } from '../parameters';
import { listMethodOf } from './picker-property';
import { transport } from '../transport/transport';

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** What is looked for: part of a name, and the page after the one that was shown. */
interface Search {
	filter?: string;
	paginationToken?: string;
}

/** The lists behind the pickers, as n8n's editor asks for them. */
export const pickers: Record<string, ListSearch> = Object.fromEntries(
	(['tenants', ...Object.keys(pickerSources)] as Picker[]).map((picker) => [
		listMethodOf(picker),
		async function (this, filter, paginationToken) {
			const search = { filter, paginationToken };
			try {
				return await choices(picker, callerIn(this), editedParametersIn(this), search);
			} catch (error) {
				throw nodeError(this.getNode(), error, 0);
			}
		} satisfies ListSearch,
	]),
);

/**
 * What there is to choose from. Throws when CIPP fails: an empty list would be a lie.
 *
 * @param parameters say which tenant is chosen, for what belongs to one
 * @throws {InvalidInput} when a tenant has to be chosen first
 */
export async function choices(
	picker: Picker,
	caller: Caller,
	parameters: ItemParameters,
	search: Search = {},
): Promise<INodeListSearchResult> {
	const send = transport(caller);
	if (picker === 'tenants') return await tenantsIn(send, search);
	return await choicesFrom(pickerSources[picker], send, parameters, search);
}

async function tenantsIn(send: Send, { filter }: Search): Promise<INodeListSearchResult> {
	const tenants = await new TenantDirectory(send).all();
	const items = tenants.map((tenant) => ({
		name: `${tenant.displayName} (${tenant.defaultDomainName})`,
		value: tenant.defaultDomainName,
	}));
	return { results: matching(items, filter) };
}

async function choicesFrom(
	source: PickerSource,
	send: Send,
	parameters: ItemParameters,
	{ filter = '', paginationToken }: Search,
): Promise<INodeListSearchResult> {
	const tenant =
		source.tenant === null ? {} : { [source.tenant]: await chosenTenant(parameters, send) };
	const text = filter.trim();
	if (source.searches) return await page(send, source, tenant, text, paginationToken);
	const { endpoint, empty } = source;
	const query = { ...source.query, ...tenant };
	const request: CippRequest = { method: 'GET', endpoint, query };
	const rows = rowsOf(endpoint, await send(request));
	if (rows.length === 0 && empty) await lookAgain(endpoint, empty, request, send);
	const items = rows.map((row) => itemOf(row, source));
	return { results: matching(items, text) };
}

async function chosenTenant(parameters: ItemParameters, send: Send): Promise<string> {
	const chosen = picked(parameters.getNodeParameter('tenantDomain', 0, ''));
	if (!chosen) {
		throw new InvalidInput('Choose a tenant first', 'The list depends on the tenant above.');
	}
	return (await new TenantDirectory(send).resolve(String(chosen), {})).defaultDomainName;
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
