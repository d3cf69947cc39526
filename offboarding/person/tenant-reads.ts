import type { CippAnswer, CippRequest, Send } from '../../cipp/request';

/** Lists that hold a whole tenant: asked for once, they serve everyone in it. */
const lists = new Set(['ListLicenses', 'ListRoles', 'ListTeamsVoice', 'ListTenants']);

/**
 * A `send` that asks for a tenant's lists only once, for reading many people in one go. Not for longer
 * than that: what it has read once it keeps.
 */
export function sharingTenantReads(send: Send): Send {
	return remembering(send, isOfTenant);
}

/** A `send` that asks for nothing twice, for several looks at one person at the same moment. */
export function sharingReads(send: Send): Send {
	return remembering(send, ({ method }) => method === 'GET');
}

function remembering(send: Send, isRemembered: (request: CippRequest) => boolean): Send {
	const asked = new Map<string, Promise<CippAnswer>>();
	return async (request) => {
		if (!isRemembered(request)) return await send(request);
		const name = JSON.stringify(request);
		const known = asked.get(name);
		if (known) return await known;
		const asking = send(request);
		asked.set(name, asking);
		const answer = await asking.catch(() => null);
		// A failure is worth another try for the next person.
		if (answer === null || answer.status >= 300) asked.delete(name);
		return await asking;
	};
}

function isOfTenant({ method, endpoint, query }: CippRequest): boolean {
	return method === 'GET' && (lists.has(endpoint) || query?.UseReportDB === 'true');
}
