import { Trouble } from '../../programs/endings.mjs';
import { ask } from './answer.mts';
import type { Sent } from './request.mts';
import { addressOf, initOf, oneTick, type Side } from './side.mts';
import { putMicrosoft, tell } from './steer.mts';

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

/** A CIPP that runs, over HTTP. Fails when no stand-in for Microsoft answers: its requests change things. */
export async function cippSide(addresses: Addresses): Promise<Side> {
	const { cipp, microsoft, reset, timer, token } = addresses;
	for (const address of [cipp, microsoft, timer ?? cipp, ...reset]) refuseOthers(address);
	const send = async (request: Sent) => await ask(addressOf(cipp, request), initOf(request, token));
	await refuseWithoutStandIn(microsoft);
	await refuseOtherMicrosoft(microsoft, send);
	return {
		reset: async () => {
			// Work that is left in CIPP's queue runs while it is reset, and must find a Microsoft that is well and leave none of its traces.
			const seed = `${microsoft}/sandbox/reset`;
			for (const address of [seed, ...reset, seed]) await tell(address);
		},
		putMicrosoft: async (state) => await putMicrosoft(microsoft, state),
		runTimer: async () => {
			if (timer) await tell(timer, { body: 'due' });
			// What Microsoft does later has happened by then on the sandbox's side.
			const body = JSON.stringify({ advanceSeconds: oneTick / 1000 });
			if (timer) await tell(`${microsoft}/sandbox/clock`, { body });
			return timer !== undefined;
		},
		send,
		tenants: async () => await (await fetch(`${microsoft}/sandbox/tenants`)).text(),
	};
}

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

/** A read shows whom this CIPP asks, before anything is changed. */
async function refuseOtherMicrosoft(microsoft: string, send: Side['send']): Promise<void> {
	const requests = `${microsoft}/sandbox/requests`;
	await tell(requests, { method: 'DELETE' });
	const query = { tenantFilter: 'contoso.example' };
	await send({ endpoint: 'ListUsers', method: 'GET', query });
	const asked = await ask(requests, {});
	if (!Array.isArray(asked.body) || asked.body.length === 0)
		throw new Trouble(`This CIPP did not ask ${microsoft} for the users of contoso.example.`, {
			advice:
				'Either it asks another Microsoft, or it does not manage the tenant. Nothing else was sent.',
		});
}
