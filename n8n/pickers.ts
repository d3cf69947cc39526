import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchItems,
	type INodeListSearchResult,
} from 'n8n-workflow';
import type { Send } from '../cipp/request';
import { rowsOf } from '../cipp/rows';
import { isObject } from '../cipp/body';
import { TenantDirectory } from '../cipp/tenants';
import { nodeError } from './errors';
import { transport } from './transport';

/** The lists behind the pickers. They throw when CIPP fails: an empty list would be a lie. */
export const pickers = { searchTenants, searchUsers };

async function searchTenants(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await explained(this, async () => {
		const wanted = filter?.trim().toLowerCase() ?? '';
		const tenants = await new TenantDirectory(transport(this)).all();
		const results = tenants
			.filter((tenant) =>
				`${tenant.displayName} ${tenant.defaultDomainName} ${tenant.initialDomainName}`
					.toLowerCase()
					.includes(wanted),
			)
			.sort((a, b) => a.displayName.localeCompare(b.displayName))
			.map((tenant) => ({
				name: `${tenant.displayName} (${tenant.defaultDomainName})`,
				value: tenant.defaultDomainName,
			}));
		return { results };
	});
}

async function searchUsers(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await explained(this, async () => {
		const send = transport(this);
		const chosen = this.getCurrentNodeParameter('tenantDomain', { extractValue: true });
		if (!chosen) {
			throw new NodeOperationError(this.getNode(), 'Choose a tenant first', {
				description: 'The list shows the users of the tenant above.',
			});
		}
		const tenant = await new TenantDirectory(send).resolve(String(chosen));
		return await userPage(send, tenant.defaultDomainName, filter ?? '', paginationToken);
	});
}

/** One page of users: Microsoft searches and pages, so a hundred thousand users stay quick. */
async function userPage(
	send: Send,
	domain: string,
	filter: string,
	nextLink: string | undefined,
): Promise<INodeListSearchResult> {
	const answer = await send({
		method: 'GET',
		endpoint: 'ListGraphRequest',
		query: {
			tenantFilter: domain,
			Endpoint: 'users',
			$select: 'id,displayName,userPrincipalName',
			$top: '50',
			...(filter.trim() ? { $filter: startsWith(filter.trim()) } : { $orderby: 'displayName' }),
			manualPagination: 'true',
			...(nextLink ? { nextLink } : {}),
		},
	});
	const results = rowsOf('ListGraphRequest', answer).map(
		(row): INodeListSearchItems => ({
			name: `${String(row.displayName)} (${String(row.userPrincipalName)})`,
			value: String(row.userPrincipalName),
		}),
	);
	const metadata = isObject(answer.body) ? answer.body.Metadata : undefined;
	const next = isObject(metadata) ? metadata.nextLink : undefined;
	return typeof next === 'string' && next ? { results, paginationToken: next } : { results };
}

function startsWith(text: string): string {
	const literal = `'${text.replace(/'/g, "''")}'`;
	return ['displayName', 'userPrincipalName', 'surname']
		.map((column) => `startswith(${column},${literal})`)
		.join(' or ');
}

async function explained<T>(context: ILoadOptionsFunctions, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw nodeError(context.getNode(), error, 0);
	}
}
