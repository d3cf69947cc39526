import { CippFailure, sentenceOf } from './failure';
import type { Send } from './request';
import { readRows, type Row } from './rows';
import { Trouble } from './trouble';

/** A customer tenant that CIPP manages. */
export interface Tenant {
	customerId: string;
	defaultDomainName: string;
	initialDomainName: string;
	displayName: string;
}

/** The tenant someone named is none that CIPP manages. */
export class UnknownTenant extends Trouble {
	constructor(named: string, advice: string) {
		super(`CIPP manages no tenant "${named}"`, advice);
	}
}

/**
 * The tenants that CIPP manages, asked for once.
 *
 * Everything that changes something goes through `resolve` first: CIPP reports success for tenants
 * it does not know, skips excluded ones without a word, and acts on the partner's own tenant when
 * none is sent (docs/cipp.md, Tenants).
 */
export class TenantDirectory {
	private loaded: Promise<Loaded> | undefined;

	constructor(private readonly send: Send) {}

	/** Every managed tenant; excluded ones are not in it. */
	async all(): Promise<Tenant[]> {
		return (await this.load()).tenants;
	}

	/**
	 * Finds a tenant by default domain, initial domain or customer ID, in any case.
	 *
	 * @throws {UnknownTenant} when CIPP does not list it, or when no tenant is named
	 */
	async resolve(named: string): Promise<Tenant> {
		const text = named.trim().toLowerCase();
		if (text === '') throw new UnknownTenant('', 'Choose a tenant.');
		if (text === 'alltenants') {
			throw new UnknownTenant(named, 'This runs for one tenant at a time. Choose a single tenant.');
		}
		const { tenants, byName } = await this.load();
		const found = byName.get(text);
		if (found) return found;
		throw new UnknownTenant(named, suggestion(tenants, text));
	}

	private async load(): Promise<Loaded> {
		this.loaded ??= loadTenants(this.send);
		return await this.loaded;
	}
}

interface Loaded {
	tenants: Tenant[];
	/** By every name that `resolve` takes, in lower case; of two with the same one, the first. */
	byName: Map<string, Tenant>;
}

async function loadTenants(send: Send): Promise<Loaded> {
	const rows = await readRows(send, { method: 'GET', endpoint: 'ListTenants' });
	rejectFailureRow(rows);
	const tenants = rows.map(tenantOf).filter((tenant) => tenant.customerId !== 'AllTenants');
	const byName = new Map<string, Tenant>();
	for (const tenant of tenants) {
		for (const name of namesOf(tenant)) if (!byName.has(name)) byName.set(name, tenant);
	}
	return { tenants, byName };
}

function namesOf(tenant: Tenant): string[] {
	return [tenant.defaultDomainName, tenant.initialDomainName, tenant.customerId].map((name) =>
		name.toLowerCase(),
	);
}

/** ListTenants fails with status 200 and a single row that tells why. */
export function rejectFailureRow(rows: Row[]): void {
	const [row] = rows;
	if (rows.length !== 1 || !/^failed to retrieve tenants/i.test(String(row.displayName ?? '')))
		return;
	const said = sentenceOf(row.Results) || String(row.displayName);
	throw new CippFailure('ListTenants', { status: 500, headers: {}, body: said });
}

function tenantOf(row: Row): Tenant {
	return {
		customerId: String(row.customerId ?? ''),
		defaultDomainName: String(row.defaultDomainName ?? ''),
		initialDomainName: String(row.initialDomainName ?? ''),
		displayName: String(row.displayName ?? ''),
	};
}

function suggestion(tenants: Tenant[], text: string): string {
	const byName = tenants.find((tenant) => tenant.displayName.toLowerCase() === text);
	if (byName) return `Use its default domain instead: ${byName.defaultDomainName}.`;
	const near = tenants
		.filter((tenant) => {
			const [name] = tenant.defaultDomainName.toLowerCase().split('.');
			const [typed] = text.split('.');
			return name.slice(0, 4) === typed.slice(0, 4) || typed.includes(name);
		})
		.slice(0, 3)
		.map((tenant) => tenant.defaultDomainName);
	const hint = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : '';
	return `Choose it from the list, or give its default domain or customer ID. A tenant that is excluded in CIPP, or that this API client may not see, counts as unknown.${hint}`;
}
