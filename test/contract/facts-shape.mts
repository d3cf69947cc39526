/** A parameter as CIPP's backend reads it. */
export interface FactParameter {
	type: string;
	required?: boolean;
	enum?: string[];
	alsoAccepts?: string[];
	/** First CIPP that reads it, where that is newer than 10.8. */
	since?: string;
}

/** What CIPP's own code says about an endpoint, without its sentences. */
export interface Facts {
	method: 'GET' | 'POST';
	role: string;
	/** Roles of newer versions, by the first that has it. */
	roleSince?: Record<string, string>;
	/** First CIPP that has the endpoint, where that is newer than 10.8. */
	since?: string;
	effect: 'read' | 'change' | 'destroy';
	tenant: { in: string; name: string; form: string; allTenants?: boolean } | null;
	query?: Record<string, FactParameter>;
	body?: Record<string, FactParameter>;
	/** The values of a switch, each an action of its own. */
	actions?: Record<string, { effect: Facts['effect']; needs?: string[] }>;
	oneOf?: unknown;
	bodyIsArray?: boolean;
	bodyOpen?: boolean;
	/** Actions that take an object with names of anyone's choosing. */
	openBodies?: string[];
}
