import { Trouble } from '../../programs/endings.mjs';
import type { Microsoft } from './request.mts';

// The sandbox and its Microsoft alone take the same orders, over HTTP under /sandbox.

const manners: Record<Microsoft, string | null> = {
	well: null,
	'refusing changes': 'refuses',
	'refusing everything': 'refusesAll',
	down: 'down',
};

/** Puts Microsoft into a state. False: what is at this address has no Microsoft that could be put there. */
export async function putMicrosoft(address: string, state: Microsoft): Promise<boolean> {
	const rules = `${address}/sandbox/rules`;
	const cleared = await fetch(rules, { method: 'DELETE' });
	if (cleared.status === 404) return state === 'well';
	const manner = manners[state];
	if (manner)
		await tell(rules, {
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ manner }),
		});
	return true;
}

/** What surrounds CIPP has to do what it is told, or all that follows compares nothing. */
export async function tell(address: string, init: RequestInit = {}): Promise<void> {
	const response = await fetch(address, { method: 'POST', ...init });
	if (!response.ok)
		throw new Trouble(`${address} answered ${response.status}.`, {
			output: await response.text(),
		});
}
