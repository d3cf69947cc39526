import { readFileSync } from 'node:fs';

/** A parameter as CIPP's backend reads it. */
export interface FactParameter {
	type: string;
	required?: boolean;
	enum?: string[];
	alsoAccepts?: string[];
}

/** What CIPP's own code says about an endpoint, without its sentences. */
export interface Facts {
	method: 'GET' | 'POST';
	role: string;
	effect: 'read' | 'change' | 'destroy';
	tenant: { in: string; name: string; form: string; allTenants?: boolean } | null;
	query?: Record<string, FactParameter>;
	body?: Record<string, FactParameter>;
	/** The values of a switch, each an action of its own. */
	actions?: Record<string, { effect: Facts['effect']; needs?: string[] }>;
	oneOf?: unknown;
	bodyIsArray?: boolean;
	bodyOpen?: boolean;
}

export const facts = JSON.parse(
	readFileSync(new URL('facts.json', import.meta.url), 'utf8'),
) as Record<string, Facts>;
