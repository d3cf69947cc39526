import { Trouble } from '../../programs/endings.mjs';
import { ask } from './answer.mts';
import type { Microsoft } from './request.mts';
import { addressOf, initOf, type Side } from './side.mts';

/** Where a running CIPP and what stands around it can be reached. */
export interface Addresses {
	cipp: string;
	/** The sandbox's Microsoft, which this CIPP asks. */
	microsoft: string;
	/** Asked before each request, to bring CIPP's own tables back. */
	reset: string[];
	/** Lets CIPP's timer run once and answers when the work is done. */
	timer?: string;
	/** Sent as a bearer token, where CIPP's host wants one. */
	token?: string;
}

const manners: Record<Microsoft, string | null> = {
	well: null,
	'refusing changes': 'refuses',
	'refusing everything': 'refusesAll',
	down: 'down',
};

/** A CIPP that runs, over HTTP. Fails when no stand-in for Microsoft answers: its requests change things. */
export async function cippSide(addresses: Addresses): Promise<Side> {
	const { cipp, microsoft, reset, timer, token } = addresses;
	for (const address of [cipp, microsoft, ...reset]) refuseOthers(address);
	await refuseWithoutStandIn(microsoft);
	return {
		reset: async () => {
			for (const address of [`${microsoft}/sandbox/reset`, ...reset])
				await told(address, { method: 'POST' });
		},
		putMicrosoft: async (state) => {
			await told(`${microsoft}/sandbox/rules`, { method: 'DELETE' });
			const manner = manners[state];
			if (manner)
				await told(`${microsoft}/sandbox/rules`, { ...posting, body: JSON.stringify({ manner }) });
			return true;
		},
		runTimer: async () => {
			if (timer) await told(timer, { method: 'POST', body: 'due' });
			return timer !== undefined;
		},
		send: async (request) => await ask(addressOf(cipp, request), initOf(request, token)),
		tenants: async () => await (await told(`${microsoft}/sandbox/tenants`)).text(),
	};
}

const posting = { method: 'POST', headers: { 'content-type': 'application/json' } };

/** Requests of this suite delete people: they go to nothing but this very machine. */
function refuseOthers(address: string): void {
	const { hostname } = new URL(address);
	if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
		throw new Trouble(`${address} is not on this machine.`, {
			advice:
				'This suite deletes people and resets passwords. It only talks to a CIPP that runs here, with a stand-in for Microsoft behind it.',
		});
}

async function refuseWithoutStandIn(microsoft: string): Promise<void> {
	const health = await ask(`${microsoft}/sandbox/health`, {});
	if (!JSON.stringify(health.body).includes('contoso.example'))
		throw new Trouble(`The sandbox's Microsoft does not answer at ${microsoft}.`, {
			advice:
				'Start it with npm run sandbox -- --microsoft and let CIPP ask it. Nothing was sent: without a stand-in, changes would reach Microsoft.',
		});
}

/** What surrounds CIPP has to do what it is told, or all that follows compares nothing. */
async function told(address: string, init: RequestInit = {}): Promise<Response> {
	const response = await fetch(address, init);
	if (response.ok) return response;
	throw new Trouble(`${address} answered ${response.status}.`, { output: await response.text() });
}
