import type { Sandbox } from '../../sandbox/index.mts';
import { ask } from './answer.mts';
import { addressOf, initOf, oneTick, type Side } from './side.mts';
import { putMicrosoft } from './steer.mts';

/** Our sandbox, in this process. */
export async function sandboxSide(sandbox: Sandbox): Promise<Side> {
	const token = await tokenOf(sandbox);
	return {
		reset: async () => {
			sandbox.reset();
			// The CIPP on the other side has never made its reports either.
			for (const tenant of sandbox.tenants.list) tenant.permissionReport = null;
		},
		putMicrosoft: async (state) => await putMicrosoft(sandbox.url, state),
		runTimer: async () => {
			sandbox.clock.advance(oneTick);
			return true;
		},
		send: async (request) => await ask(addressOf(sandbox.url, request), initOf(request, token)),
		tenants: async () => JSON.stringify(sandbox.tenants.list),
	};
}

/** A token as n8n would get it. */
export async function tokenOf(sandbox: Sandbox): Promise<string> {
	const body = new URLSearchParams({
		grant_type: 'client_credentials',
		client_id: sandbox.clientId,
		client_secret: sandbox.clientSecret,
		scope: `api://${sandbox.clientId}/.default`,
	});
	const response = await fetch(sandbox.tokenUrl, { method: 'POST', body });
	return ((await response.json()) as { access_token: string }).access_token;
}
