import { MicrosoftError } from '../microsoft/errors.mts';
import { graphRequest } from '../microsoft/graph/request.mts';
import { isIdentifier } from '../microsoft/state/identifier.mts';
import type { CmdletReply } from '../microsoft/exchange/cmdlet.mts';
import type { BatchItem, BatchReply, CmdletCall, Microsoft } from '../microsoft/microsoft.mts';
import type { Tenant } from '../microsoft/state/tenant.mts';
import { normalized } from './normalized.mts';

export type Row = Record<string, unknown>;

/** What became of one cmdlet in a batch: its objects, or its words. */
export type CmdletResult = { rows: unknown[]; error?: undefined } | { rows: []; error: string };

/**
 * CIPP's helpers for asking Microsoft. Towards a tenant that CIPP does not manage they only write a warning: nothing
 * is sent, nothing comes back, and nobody is told, which is why so much of CIPP reports success there.
 */
export class Requests {
	readonly #microsoft: Microsoft;
	readonly #tenant: Tenant | null;
	/** The tenant as it was named; '' is the partner's own, whom Exchange does not find by that name. */
	readonly #named: string;
	/** What Exchange says to every cmdlet; null where it does its work. */
	readonly #refusal: string | null;

	constructor(
		microsoft: Microsoft,
		tenant: Tenant | null,
		named: string,
		refusal: string | null = null,
	) {
		this.#microsoft = microsoft;
		this.#tenant = tenant;
		this.#named = named;
		this.#refusal = refusal;
	}

	/** The same helpers where what is done is lost. */
	withoutEffect(): Requests {
		return new Requests(this.#microsoft, structuredClone(this.#tenant), this.#named);
	}

	/** The same helpers where Exchange refuses every cmdlet. */
	refusingCmdlets(words: string): Requests {
		return new Requests(this.#microsoft, this.#tenant, this.#named, words);
	}

	/** One thing of Graph by its address below the version. Null when nothing was asked. */
	one(address: string): Row | null {
		if (!this.#tenant) return null;
		return this.#microsoft.graph(this.#tenant, graphRequest('GET', address)).body as Row;
	}

	/** All rows of a list of Graph, or of one page alone. One thing is one row. */
	rows(address: string, pages: 'all' | 'first' = 'all'): Row[] {
		const rows: Row[] = [];
		for (let next: string | undefined = address; next !== undefined; ) {
			const page: Row | null = this.one(next);
			if (!page) break;
			rows.push(...(Array.isArray(page.value) ? (page.value as Row[]) : [page]));
			next = pages === 'all' ? linked(page) : undefined;
		}
		return rows;
	}

	change(method: 'POST' | 'PATCH' | 'PUT' | 'DELETE', address: string, body?: unknown): Row | null {
		if (!this.#tenant) return null;
		return this.#microsoft.graph(this.#tenant, graphRequest(method, address, body)).body as Row;
	}

	/** Graph's $batch. Throws when it is refused as a whole; a request that fails has its status. */
	batch(items: BatchItem[]): BatchReply[] {
		if (!this.#tenant || items.length === 0) return [];
		return this.#microsoft.graphBatch(this.#tenant, 'beta', items);
	}

	/**
	 * The objects of a cmdlet; its warnings when it has no objects. Where it is sent to the server of a mailbox that is
	 * named by its id, Graph is asked for that person first, and what Graph says is what fails.
	 */
	cmdlet(name: string, parameters: object, mailbox = ''): unknown[] {
		if (!this.#tenant) return [];
		if (isIdentifier(mailbox)) this.one(`beta/users/${mailbox}?$select=userPrincipalName,id`);
		const { rows, warnings } = this.#exchange(this.#tenant, { name, parameters });
		return rows.length > 0 ? rows : warnings;
	}

	#exchange(tenant: Tenant, call: CmdletCall): CmdletReply {
		if (this.#refusal !== null) throw new MicrosoftError(this.#refusal, 400);
		if (this.#named === '') throw new MicrosoftError("The tenant '' was not found.", 400);
		return this.#microsoft.exchange(tenant, call);
	}

	/** Many cmdlets in one batch. When the batch as a whole does not come through, CIPP gets nothing at all. */
	cmdlets(calls: CmdletCall[]): CmdletResult[] {
		const results: CmdletResult[] = [];
		for (const call of this.#tenant ? calls : []) {
			try {
				results.push({ rows: this.#exchange(this.#tenant!, call).rows });
			} catch (error) {
				if (!(error instanceof MicrosoftError)) throw error;
				if (error.status === 503 || this.#named === '') return [];
				results.push({ rows: [], error: error.message });
			}
		}
		return results;
	}

	sharePoint(method: string, url: string, body: unknown): Row | null {
		if (!this.#tenant) return null;
		return this.#microsoft.sharePoint(this.#tenant, { method, url, body }) as Row;
	}

	teamsNumbers(): Row[] {
		return this.#tenant ? this.#microsoft.teamsNumbers(this.#tenant) : [];
	}
}

/** The next page, as an address below the host. */
function linked(page: Row): string | undefined {
	const link = page['@odata.nextLink'];
	return typeof link === 'string' ? link.replace('https://graph.microsoft.com/', '') : undefined;
}

/** A user's address. */
export function userAddress(idOrUpn: string, rest = ''): string {
	return `users/${encodeURIComponent(idOrUpn)}${rest}`;
}

/** What CIPP makes of an error before it says it. Throws on what is not Microsoft's. */
export function wordsOf(error: unknown): string {
	if (!(error instanceof MicrosoftError)) throw error;
	return normalized(error.message);
}

export type { BatchItem, BatchReply };
