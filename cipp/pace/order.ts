import { mayChange, tenantOf, type CippAnswer, type CippRequest, type Send } from '../request';

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
