import { isObject } from './body';
import { mayChange, type CippAnswer, type CippRequest, type Send } from './request';

/**
 * Sends writes to the same tenant one after the other, in the order in which they are handed in.
 * Reads pass. A failed write does not hold up the next one.
 */
export function writesInOrder(send: Send): Send {
	const last = new Map<string, Promise<unknown>>();
	return async (request) => {
		if (!mayChange(request)) return await send(request);
		const tenant = tenantOf(request);
		const before = last.get(tenant);
		const answer = before ? sendAfter(before, send, request) : send(request);
		const settled = answer.catch(() => undefined);
		last.set(tenant, settled);
		try {
			return await answer;
		} finally {
			if (last.get(tenant) === settled) last.delete(tenant);
		}
	};
}

async function sendAfter(
	before: Promise<unknown>,
	send: Send,
	request: CippRequest,
): Promise<CippAnswer> {
	await before;
	return await send(request);
}

/**
 * The tenant that a request names, in lower case; empty for CIPP itself.
 *
 * Endpoints read it as `tenantFilter`, `TenantFilter`, `tenantid` or `selectedTenants`, from query or
 * body, as text, `{value}`, `{defaultDomainName}` or a list of one of these.
 */
export function tenantOf({ query, body }: CippRequest): string {
	const [first] = Array.isArray(body) ? body : [body];
	const fields = { ...query, ...(isObject(first) ? first : {}) };
	const name = Object.keys(fields).find((key) => /^(selected)?tenant/i.test(key));
	return name === undefined ? '' : nameIn(fields[name]).toLowerCase();
}

function nameIn(value: unknown): string {
	if (Array.isArray(value)) return nameIn(value[0]);
	if (isObject(value)) return nameIn(value.value ?? value.defaultDomainName);
	return value === undefined || value === null ? '' : String(value);
}
