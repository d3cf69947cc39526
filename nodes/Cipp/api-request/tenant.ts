import { isObject } from '../../../cipp/body';
import { forChanges } from '../../../cipp/tenants';
import { InvalidInput } from '../../../n8n/errors';
import { useOf } from '../../../n8n/item-tenants';
import { tenantValue, type TenantChoice } from '../../../n8n/parameters';
import type { Run } from '../../../n8n/run';
import { tenantNameIn } from '../../../n8n/tenant-fields';
import { inQuery } from '../../../operations/vocabulary';
import type { Endpoint } from './endpoints';

/** What goes out, as far as it is known without the tenant. */
export interface Parts {
	query: Record<string, unknown>;
	/** Undefined where there is none. */
	body: unknown;
}

/** Whether this may change something; a POST to what is not known may. */
export const changes = ({ effect, tenant }: Endpoint, { body }: Parts): boolean =>
	effect !== 'read' || (tenant === undefined && body !== undefined);

/**
 * Whose data a request is about, looked up before anything is sent.
 *
 * @throws {InvalidInput} when CIPP would act on the partner's own tenant, or on another than the chosen one
 */
export async function tenantOf(
	run: Run,
	endpoint: Endpoint,
	parts: Parts,
	index: number,
): Promise<TenantChoice> {
	const runFor = run.context.getNodeParameter('apiTenant', index, 'one') as string;
	if (runFor === 'none') {
		await checkNone(run, endpoint, parts);
		return null;
	}
	if (runFor === 'all') {
		if (endpoint.tenant && !endpoint.tenant.allTenants) throw notForAll(endpoint);
		return 'all';
	}
	const named = run.itemTenants.named(index) ?? '';
	if (/^alltenants$/i.test(named) && endpoint.tenant?.allTenants !== undefined) {
		throw new InvalidInput(
			'"AllTenants" is not one tenant',
			'Set "Run For" to All Tenants to run this for all of them.',
		);
	}
	const use = changes(endpoint, parts)
		? forChanges
		: useOf({ effect: 'read', endpoint: endpoint.name });
	return await run.tenants.resolve(named, use);
}

const notForAll = ({ name }: Endpoint): InvalidInput =>
	new InvalidInput(
		`${name} cannot run for all tenants`,
		'Run it once for each tenant, for example with Tenant: Get Many before it.',
	);

/** A tenant may stand in the JSON all the same, and nobody has looked for it yet. */
async function checkNone(run: Run, endpoint: Endpoint, parts: Parts): Promise<void> {
	const named = tenantsNamed(endpoint, parts);
	if (changes(endpoint, parts)) {
		if (!endpoint.tenant && named.length === 0) return;
		throw new InvalidInput(
			`${endpoint.name} works on a tenant, and none is chosen`,
			'CIPP would act on your own partner tenant, or on one that nobody has looked up. Set "Run For" to One Tenant and choose it.',
		);
	}
	const use = useOf({ effect: 'read', endpoint: endpoint.name });
	for (const name of named.filter((one) => !/^(alltenants)?$/i.test(one))) {
		await run.tenants.resolve(name, use);
	}
}

function tenantsNamed(endpoint: Endpoint, { query, body }: Parts): string[] {
	return [query, ...bodies(body)].flatMap((one) =>
		spellingsIn(one, endpoint)
			.flatMap((name) => [one[name]].flat())
			.map((value) => tenantNameIn(value, 'JSON')),
	);
}

/** Puts the tenant where the endpoint reads it, and takes out whatever else might name one. */
export function addTenant(
	endpoint: Endpoint,
	tenant: Exclude<TenantChoice, null>,
	{ query, body }: Parts,
): void {
	for (const one of [query, ...bodies(body)]) {
		for (const name of spellingsIn(one, endpoint)) delete one[name];
	}
	const place = endpoint.tenant ?? inQuery();
	if (place.in === 'body') {
		checkBody(endpoint, body);
		for (const one of bodies(body)) one[place.wire] = tenantValue(place, tenant);
		return;
	}
	const value = tenantValue({ ...place, form: 'text' }, tenant);
	query[place.wire] = value;
	// Where it is read is not known: some endpoints look into the body alone.
	if (endpoint.tenant === undefined) {
		for (const one of bodies(body)) one[place.wire] = value;
	}
}

function checkBody({ name }: Endpoint, body: unknown): void {
	const given = [body].flat();
	if (given.length > 0 && given.every(isObject)) return;
	throw new InvalidInput(
		`${name} reads the tenant from the body, and this one cannot hold it`,
		body === undefined
			? 'CIPP would act on your own partner tenant. Set "Method" to "As CIPP Expects" or to POST.'
			: 'CIPP would act on your own partner tenant. Give an object, or a list of objects.',
	);
}

const bodies = (body: unknown): Array<Record<string, unknown>> => [body].flat().filter(isObject);

/** The names under which CIPP's endpoints read a tenant, in any case. */
const spellings = [
	'tenantFilter',
	'tenantId',
	'tenant',
	'tenants',
	'selectedTenants',
	'assignedTenants',
	'customerId',
	'defaultDomainName',
].map((name) => name.toLowerCase());

/** CIPP reads names in any case, and some endpoints the query before the body. */
function spellingsIn(
	target: Record<string, unknown>,
	{ tenant, operations, bodyIsData }: Endpoint,
): string[] {
	const own = tenant?.wire.toLowerCase();
	if (bodyIsData) return [];
	const fields = operations
		.flatMap((operation) => operation.fields)
		.filter(({ form }) => form !== 'label')
		.map(({ wire }) => wire.split('.')[0].toLowerCase());
	return Object.keys(target).filter((name) => {
		const lower = name.toLowerCase();
		return lower === own || (spellings.includes(lower) && !fields.includes(lower));
	});
}
