import { readFileSync } from 'node:fs';
import type { Difference } from './compare.mts';

/** A difference that is meant, and why. `*` stands for anything, in each of the patterns. */
export interface Allowed {
	/** Why the sandbox answers otherwise on purpose, or why it does not matter. */
	reason: string;
	endpoint: string;
	/** Name of the request; left out: all of the endpoint. */
	request?: string;
	field: string;
	sandbox?: string;
	cipp?: string;
}

/** What allowed.json says. */
export function readAllowed(): Allowed[] {
	const text = readFileSync(new URL('allowed.json', import.meta.url), 'utf8');
	return JSON.parse(text) as Allowed[];
}

/** Finds the reason for a difference, and remembers which reasons were needed. */
export class Reasons {
	readonly #used = new Set<Allowed>();
	readonly #allowed: Allowed[];

	constructor(allowed: Allowed[]) {
		this.#allowed = allowed;
	}

	for(endpoint: string, request: string, { field, sandbox, cipp }: Difference): string | undefined {
		const found = this.#allowed.find(
			(one) =>
				fits(one.endpoint, endpoint) &&
				fits(one.request, request) &&
				fits(one.field, field) &&
				fits(one.sandbox, sandbox) &&
				fits(one.cipp, cipp),
		);
		if (found) this.#used.add(found);
		return found?.reason;
	}

	/** Entries that allowed nothing: the difference is gone, and so should they. */
	get unused(): Allowed[] {
		return this.#allowed.filter((one) => !this.#used.has(one));
	}
}

function fits(pattern: string | undefined, text: string): boolean {
	if (pattern === undefined) return true;
	const parts = pattern.split('*').map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&'));
	return new RegExp(`^${parts.join('.*')}$`, 's').test(text);
}
