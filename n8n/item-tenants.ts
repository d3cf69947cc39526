import { forChanges, type Tenant, type TenantDirectory, type Use } from '../cipp/tenants';
import { passesOverGivenUp } from '../cipp/tenants-given-up';
import type { Operation } from '../operations/vocabulary';
import type { ItemParameters, Runner } from './context';
import { furtherTenants, namedTenant, type TenantChoice } from './parameters';
import type { FieldTenants } from './tenant-fields';
import { isTool } from './tool';

/** Reads go on for a tenant that CIPP has given up on where CIPP reads it all the same. */
export function useOf({
	effect,
	endpoint,
	needs = [],
}: Pick<Operation, 'effect' | 'endpoint' | 'needs'>): Use {
	if (effect !== 'read') return forChanges;
	const asked = [endpoint, ...needs.flatMap(({ endpoints }) => endpoints)];
	return { isFound: asked.some(passesOverGivenUp) };
}

/** For the fields that name tenants beside it; `isFound` holds where CIPP works on them. */
export async function fieldTenants(
	{ effect, fields }: Pick<Operation, 'effect' | 'fields'>,
	directory: TenantDirectory,
	context: Runner,
): Promise<FieldTenants | undefined> {
	if (!fields.some(({ tenants }) => tenants)) return undefined;
	const isRecent = effect !== 'read';
	const known = await directory.lookUp({ isRecent, byDisplayName: true });
	const found = await directory.lookUp({ isRecent, byDisplayName: true, isFound: true });
	return {
		find: (named, { worksOn }) => (worksOn ? found : known)(named),
		mayNameAll: effect === 'read' || !isTool(context),
	};
}

/** A tenant as typed, null for all of them, or what is wrong with it. */
type Named = { name: string | null } | { error: unknown };

/** Which tenant each item is about. An item's expression is worked out once, whoever wants to know. */
export class ItemTenants {
	private readonly known = new Map<number, Named>();

	constructor(
		private readonly parameters: ItemParameters & Runner,
		private readonly operation: Operation,
		private readonly directory: TenantDirectory,
	) {}

	/**
	 * The tenant that an item names, as typed; null for all tenants.
	 *
	 * @throws {InvalidInput} when it names none
	 */
	named(index: number): string | null {
		const named = this.look(index);
		if ('error' in named) throw named.error;
		return named.name;
	}

	/**
	 * The tenants of an item. Looked up before anything is sent: CIPP reports success for tenants that
	 * it does not know.
	 *
	 * @throws {InvalidInput} when it names none
	 * @throws {UnknownTenant} when CIPP manages none of that name
	 */
	async of(index: number): Promise<TenantChoice> {
		if (!this.operation.tenant) return null;
		const name = this.named(index);
		if (name === null) return 'all';
		const first = await this.resolve(name);
		const further = furtherTenants(this.parameters, this.operation, index);
		if (further.length === 0) return first;
		const others = further.map(async (other) => await this.resolve(other));
		return [...new Set([first, ...(await Promise.all(others))])];
	}

	/**
	 * A tenant that the operation is to work on, whoever names it.
	 *
	 * @throws {UnknownTenant} when CIPP manages none of that name
	 * @throws {GivenUpTenant} when CIPP would not find it
	 */
	async resolve(named: string): Promise<Tenant> {
		return await this.directory.resolve(named, useOf(this.operation));
	}

	/** For the fields that name further tenants; undefined where there are none. */
	async inFields(): Promise<FieldTenants | undefined> {
		return await fieldTenants(this.operation, this.directory, this.parameters);
	}

	/** Writes to one tenant wait for each other; what is named wrongly fails by itself later. */
	lane(index: number): string | undefined {
		if (this.operation.effect === 'read' || !this.operation.tenant) return undefined;
		const named = this.look(index);
		return 'error' in named ? undefined : (named.name ?? 'alltenants').toLowerCase();
	}

	private look(index: number): Named {
		const known = this.known.get(index) ?? this.read(index);
		this.known.set(index, known);
		return known;
	}

	private read(index: number): Named {
		try {
			return { name: namedTenant(this.parameters, this.operation, index) };
		} catch (error) {
			return { error };
		}
	}
}
