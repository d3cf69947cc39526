interface Entry {
	at: number;
	tenant: string;
	body: { status: number; text: string | Uint8Array<ArrayBuffer>; type: string };
}

export interface CacheState {
	state: 'HIT' | 'HIT-STALE' | 'MISS' | 'BYPASS';
	ageSeconds: number;
}

const freshSeconds = 600;
const staleSeconds = 1200;

/** The NG host's memory of List answers: ten minutes fresh, served old up to twenty while it refreshes. */
export class ResponseCache {
	readonly #entries = new Map<string, Entry>();

	/** A remembered answer and how old it is. */
	find(key: string, now: Date): { body: Entry['body']; cache: CacheState } | undefined {
		const entry = this.#entries.get(key);
		if (!entry) return undefined;
		const ageSeconds = Math.floor((now.getTime() - entry.at) / 1000);
		if (ageSeconds >= staleSeconds) return undefined;
		return {
			body: entry.body,
			cache: { state: ageSeconds < freshSeconds ? 'HIT' : 'HIT-STALE', ageSeconds },
		};
	}

	remember(key: string, tenant: string, body: Entry['body'], now: Date): void {
		this.#entries.set(key, { at: now.getTime(), tenant: tenant.toLowerCase(), body });
	}

	/** A request that is not a GET forgets its tenant's entries if the tenant stands in the query, else all. */
	forget(tenantInQuery: string | undefined): void {
		for (const [key, { tenant }] of this.#entries) {
			if (!tenantInQuery || tenant === tenantInQuery.toLowerCase()) this.#entries.delete(key);
		}
	}

	clear(): void {
		this.#entries.clear();
	}
}

export function cacheHeaders({ state, ageSeconds }: CacheState): Record<string, string> {
	const age: Record<string, string> = state.startsWith('HIT')
		? { 'X-Cache-Age': String(ageSeconds) }
		: {};
	return { 'X-Cache': state, 'X-Cache-TTL': String(freshSeconds), ...age };
}
