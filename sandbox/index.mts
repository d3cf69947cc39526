import { identifier } from './microsoft/state/identifier.mts';
import { listen } from './cipp/http/server.mts';
import { RateLimit } from './cipp/http/rate-limit.mts';
import type { RecordedRequest } from './cipp/http/recorded-request.mts';
import { ResponseCache } from './cipp/http/response-cache.mts';
import { Tokens, type Registration } from './cipp/http/tokens.mts';
import { Instance } from './cipp/instance.mts';
import type { Sandbox, SandboxOptions } from './sandbox.mts';
import { isSince, newestRead } from './cipp/versions.mts';
import { Tenants } from './cipp/tenants.mts';

export type { Sandbox, SandboxOptions } from './sandbox.mts';
export type { RecordedRequest } from './cipp/http/recorded-request.mts';
export type { ApiClient } from './cipp/instance.mts';
export type {
	EndpointFault,
	Fault,
	Faults,
	FaultScope,
	LicenseTaskFaultKind,
	StepFaultKind,
	TokenFaultKind,
} from './cipp/faults.mts';
export { stepNames, type StepName } from './cipp/offboarding/step-names.mts';
export type { Tenants } from './cipp/tenants.mts';
export { companies } from './microsoft/seed/companies.mts';
export type { Task } from './cipp/scheduler/task.mts';
export { seed } from './cipp/seed.mts';
export type * from './microsoft/state/tenant.mts';
export type { PermissionReport, Tenant } from './cipp/tenant.mts';

/** Starts a stand-in for one CIPP instance and its Entra token endpoint on 127.0.0.1. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const {
		port = 0,
		host = 'functions',
		start = new Date(),
		speed = 1,
		stepSeconds = 2,
		rateLimit,
		cipp = newestRead,
		hasProgress = isSince(cipp, '10.10'),
		dropsSendSteps = !isSince(cipp, '10.9'),
		logRequests = false,
	} = options;
	const instance = new Instance({ start, speed, stepSeconds, cipp, hasProgress, dropsSendSteps });
	const registration: Registration = {
		homeTenantId: instance.partner.customerId,
		clientId: identifier('northwind/application/n8n'),
		clientSecret: 'sandbox~secret.for.the.demo.only',
	};
	const tokens = new Tokens(registration);
	const cache = new ResponseCache();
	const requests: RecordedRequest[] = [];
	const tokenRequests: RecordedRequest[] = [];
	const sandbox: Sandbox = {
		url: '',
		tokenUrl: '',
		...registration,
		clock: instance.clock,
		faults: instance.faults,
		client: instance.client,
		requests,
		tokenRequests,
		tenants: new Tenants(instance),
		expireTokens: () => tokens.expireAll(),
		reset: () => {
			instance.reset();
			cache.clear();
			requests.length = 0;
			tokenRequests.length = 0;
		},
		close: async () => {},
	};
	const server = await listen({
		port,
		instance,
		registration,
		sandbox,
		logRequests,
		host: {
			style: host,
			tokens,
			cache,
			rateLimit: host === 'ng' && rateLimit ? new RateLimit(rateLimit) : null,
		},
	});
	sandbox.url = server.url;
	sandbox.tokenUrl = `${server.url}/${registration.homeTenantId}/oauth2/v2.0/token`;
	sandbox.close = server.close;
	return sandbox;
}
