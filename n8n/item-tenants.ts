import type { TenantDirectory } from '../cipp/tenants';
import type { Operation } from '../operations/vocabulary';
import type { ItemParameters } from './context';
import { furtherTenants, namedTenant, type TenantChoice } from './parameters';

/** A tenant as typed, null for all of them, or what is wrong with it. */
type Named = { name: string | null } | { error: unknown };

/** Which tenant each item is about. An item's expression is worked out once, whoever wants to know. */
export class ItemTenants {
	private readonly known = new Map<number, Named>();

	constructor(
		private readonly parameters: ItemParameters,
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
		const first = await this.directory.resolve(name);
		const further = furtherTenants(this.parameters, this.operation, index);
		if (further.length === 0) return first;
		const others = further.map(async (other) => await this.directory.resolve(other));
		return [...new Set([first, ...(await Promise.all(others))])];
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
