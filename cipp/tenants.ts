import { CippFailure } from './failure';
import { sentenceOf } from './said';
import type { CippRequest, Clock, Send } from './request';
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

/** CIPP lists the tenant, and much of CIPP no longer finds it. */
export class GivenUpTenant extends Trouble {
	constructor({ defaultDomainName }: Tenant, { count, last }: GraphErrors) {
		const reason = last === '' ? '' : ` The last one: ${last}`;
		super(
			`CIPP has given up on the tenant "${defaultDomainName}" after ${count} Graph errors`,
			`Parts of CIPP no longer find it: they answer with empty lists, or change your own partner tenant instead. Put right what keeps CIPP out of the tenant, then run Tenant: Refresh List, which sets the counter back.${reason}`,
		);
	}
}

/** What is to be done with a tenant that someone names. */
export interface Use {
	/** Something is to be changed: a list of tenants that is old by then is read again. */
	isRecent?: boolean;
	/** A display name counts too, where only one tenant has it. */
	byDisplayName?: boolean;
	/** Refused where CIPP has given up on the tenant. */
	isFound?: boolean;
}

/** Whatever does not say that it only reads may change something. */
export const forChanges: Use = { isRecent: true, isFound: true };

/** Finds a tenant by what someone calls it; throws as `TenantDirectory.resolve` does. */
export type TenantLookUp = (named: string) => Tenant;

/** A tenant can be excluded or removed while a run that takes hours is under way. */
const trustedMilliseconds = 5 * 60_000;

/** From here on CIPP leaves a tenant out wherever it does not ask for those with errors too. */
const tooManyErrors = 50;

/**
 * The tenants that CIPP manages, asked for once, and again before a change when that is long ago.
 *
 * Everything that changes something goes through `resolve` first: CIPP reports success for tenants
 * it does not know, skips excluded ones without a word, and acts on the partner's own tenant when
 * none is sent, or one that it has given up on (docs/cipp.md, Tenants).
 */
export class TenantDirectory {
	private loaded: { list: Promise<Loaded>; at: number } | undefined;
	/** Every name that was ever in the list, to tell who has left it since. */
	private readonly seen = new Set<string>();

	constructor(
		private readonly send: Send,
		private readonly clock: Pick<Clock, 'now'> = { now: () => new Date() },
	) {}

	/** Every managed tenant; excluded ones are not in it. */
	async all(): Promise<Tenant[]> {
		return (await this.load({})).tenants;
	}

	/**
	 * Finds a tenant by default domain, initial domain or customer ID, in any case.
	 *
	 * @throws {UnknownTenant} when CIPP does not list it, or when no tenant is named
	 * @throws {GivenUpTenant} when CIPP would act on another one in its place
	 */
	async resolve(named: string, use: Use = forChanges): Promise<Tenant> {
		refuseNone(named);
		return (await this.lookUp(use))(named);
	}

	/** The same for several names, against one list. */
	async lookUp(use: Use = forChanges): Promise<TenantLookUp> {
		const loaded = await this.load(use);
		for (const name of loaded.byName.keys()) this.seen.add(name);
		return (named) => this.find(named, loaded, use);
	}

	private find(
		named: string,
		{ tenants, byName, errors }: Loaded,
		{ isFound, byDisplayName }: Use,
	): Tenant {
		refuseNone(named);
		const text = named.trim().toLowerCase();
		const found = byName.get(text) ?? (byDisplayName ? onlyOneCalled(text, tenants) : undefined);
		if (!found) {
			throw new UnknownTenant(named, this.seen.has(text) ? hasLeft : suggestion(tenants, text));
		}
		const told = errors.get(found);
		if (isFound && told) throw new GivenUpTenant(found, told);
		return found;
	}

	private async load({ isRecent }: Use): Promise<Loaded> {
		const before = this.loaded;
		const at = this.clock.now().getTime();
		const isOld = before !== undefined && at - before.at > trustedMilliseconds;
		if (before && !(isRecent && isOld)) return await before.list;
		const list = loadTenants(this.send, isOld);
		this.loaded = { list, at };
		// What cannot be read now may be readable for the next item.
		if (before) list.catch(() => (this.loaded = before));
		return await list;
	}
}

function onlyOneCalled(text: string, tenants: Tenant[]): Tenant | undefined {
	const called = tenants.filter(({ displayName }) => displayName.trim().toLowerCase() === text);
	return called.length === 1 ? called[0] : undefined;
}

/** @throws {UnknownTenant} for no name, and for the one that means all of them */
function refuseNone(named: string): void {
	const text = named.trim().toLowerCase();
	if (text === '') throw new UnknownTenant('', 'Choose a tenant.');
	if (text === 'alltenants') {
		throw new UnknownTenant(named, 'This runs for one tenant at a time. Choose a single tenant.');
	}
}

const hasLeft =
	'It was there when this run began: it has been excluded or removed in CIPP since then.';

interface GraphErrors {
	count: number;
	/** Microsoft's words; empty where CIPP has none. */
	last: string;
}

interface Loaded {
	tenants: Tenant[];
	/** By every name that `resolve` takes, in lower case; of two with the same one, the first. */
	byName: Map<string, Tenant>;
	/** Of those that CIPP has given up on. */
	errors: Map<Tenant, GraphErrors>;
}

async function loadTenants(send: Send, fresh: boolean): Promise<Loaded> {
	const request: CippRequest = { method: 'GET', endpoint: 'ListTenants' };
	const rows = await readRows(send, fresh ? { ...request, fresh } : request);
	rejectFailureRow(rows);
	const loaded: Loaded = { tenants: [], byName: new Map(), errors: new Map() };
	for (const row of rows) addTenant(loaded, row);
	return loaded;
}

function addTenant({ tenants, byName, errors }: Loaded, row: Row): void {
	const tenant = tenantOf(row);
	if (tenant.customerId === 'AllTenants' || row.Excluded === true) return;
	tenants.push(tenant);
	for (const name of namesOf(tenant)) if (!byName.has(name)) byName.set(name, tenant);
	const count = Number(row.GraphErrorCount ?? 0);
	if (count >= tooManyErrors) errors.set(tenant, { count, last: lastError(row) });
}

/** Enough to know it by. */
const lastError = ({ LastGraphError }: Row): string => String(LastGraphError ?? '').slice(0, 200);

function namesOf(tenant: Tenant): string[] {
	return [tenant.defaultDomainName, tenant.initialDomainName, tenant.customerId]
		.filter((name) => name !== '')
		.map((name) => name.toLowerCase());
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
