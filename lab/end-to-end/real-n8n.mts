import { afterAll, beforeAll } from 'vitest';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/index.mts';
import { startN8n, type N8n } from '../n8n/n8n-server.mjs';
import { packedPackage } from '../n8n/packed-package.mjs';

export interface Bench {
	n8n: N8n;
	sandbox: Sandbox;
	/** Data of a credential for the sandbox. */
	data: Record<string, string>;
}

/** A real n8n with the packed package in it, and a sandbox, for the tests of one file. */
export function useRealN8n(options: SandboxOptions = {}): Bench {
	const bench = {} as Bench;
	beforeAll(async () => {
		bench.sandbox = await startSandbox(options);
		bench.n8n = await startN8n({ packageTarball: await packedPackage() });
		const { url, homeTenantId, clientId, clientSecret, tokenUrl } = bench.sandbox;
		bench.data = {
			baseUrl: url,
			tenantId: homeTenantId,
			applicationId: clientId,
			clientSecret,
			tokenUrl,
		};
	});
	afterAll(async () => {
		await bench.n8n?.stop();
		await bench.sandbox?.close();
	});
	return bench;
}
