import { setTimeout as realTime } from 'node:timers/promises';
import { endpointNamed } from '../endpoints/all.mts';
import type { FaultPlace } from '../faults.mts';
import { findUser, tenantNamed } from '../../microsoft/state/lookup.mts';
import { checkedTenant, refuse } from './access.mts';
import { encode, type Answer, type Endpoint, type HostStyle } from './answer.mts';
import type { Call } from './call.mts';
import { empty, endpointNotFound, faultAnswer, type WireAnswer } from './fault-answer.mts';
import { cacheHeaders, type ResponseCache } from './response-cache.mts';
import type { RateLimit } from './rate-limit.mts';
import type { Tokens } from './tokens.mts';

export interface Host {
	style: HostStyle;
	tokens: Tokens;
	cache: ResponseCache;
	rateLimit: RateLimit | null;
}

/** Answers one API request: first what goes wrong on purpose, then who may, then the endpoint itself. */
export async function answerApiCall(call: Call, host: Host): Promise<WireAnswer> {
	const { instance } = call;
	instance.clock.happen();
	const named = endpointNamed(call.endpoint);
	const endpoint = named?.isNew && !instance.hasProgress ? undefined : named;
	const fault = instance.faults.takeEndpoint(call.endpoint, placeOf(call), 'any other');
	if (fault && 'kind' in fault.fault && fault.fault.kind === 'slow')
		await realTime(fault.fault.milliseconds);
	const wire = (answer: Answer) => onTheWire(answer, host.style);
	if (fault && 'kind' in fault.fault && fault.fault.kind === 'silent') {
		if (fault.afterApplying) await rightAnswer(call, endpoint, host, wire);
		return await silence;
	}
	const wrong = fault && faultAnswer(fault.fault, call, endpoint?.role ?? '', host.style, wire);
	if (wrong && !fault.afterApplying) return wrong;
	const right = await rightAnswer(call, endpoint, host, wire);
	return wrong ?? right;
}

const silence = new Promise<never>(() => {});

async function rightAnswer(
	call: Call,
	endpoint: Endpoint | undefined,
	host: Host,
	wire: (answer: Answer) => WireAnswer,
): Promise<WireAnswer> {
	const now = call.instance.clock.now();
	const waitSeconds = host.rateLimit?.secondsToWait(now) ?? 0;
	if (waitSeconds > 0) return { ...empty(429), headers: { 'Retry-After': String(waitSeconds) } };
	if (endpoint?.role !== 'Public' && !(await host.tokens.isValid(call.headers.authorization)))
		return empty(401);
	if (!endpoint) return wire(endpointNotFound(call.endpoint, host.style));
	const refusal = refuse(call, endpoint);
	if (refusal) return wire(refusal);
	if (host.style === 'ng') return cached(call, host.cache, () => wire(carryOut(call, endpoint)));
	return wire(carryOut(call, endpoint));
}

function carryOut(call: Call, endpoint: Endpoint): Answer {
	try {
		return endpoint.answer(call);
	} catch (error) {
		// An exception CIPP does not catch arrives as its bare text.
		return { status: 500, body: error instanceof Error ? error.message : String(error) };
	}
}

function cached(call: Call, cache: ResponseCache, fresh: () => WireAnswer): WireAnswer {
	const { query, instance } = call;
	const now = instance.clock.now();
	if (call.method !== 'GET') {
		const answer = fresh();
		cache.forget(query.get('tenantFilter'));
		return answer;
	}
	const tenant = query.get('tenantFilter') ?? '';
	if (!/^list/i.test(call.endpoint) || tenant === '' || tenant.toLowerCase() === 'alltenants')
		return fresh();
	const parameters = Object.entries(query.all())
		.filter(([name]) => name.toLowerCase() !== 'invalidatecippcache')
		.map(([name, value]) => `${name.toLowerCase()}=${value}`)
		.sort();
	const key = `${call.endpoint.toLowerCase()}?${parameters.join('&')}`;
	const bypass = query.isTrue('InvalidateCIPPCache') || call.headers['x-craft-no-cache'] === '1';
	const remembered = bypass ? undefined : cache.find(key, now);
	if (remembered) {
		if (remembered.cache.state === 'HIT-STALE') remember(fresh());
		return { ...remembered.body, headers: cacheHeaders(remembered.cache) };
	}
	const answer = fresh();
	remember(answer);
	return answer === 'dropped'
		? answer
		: {
				...answer,
				headers: {
					...answer.headers,
					...cacheHeaders({ state: bypass ? 'BYPASS' : 'MISS', ageSeconds: 0 }),
				},
			};

	function remember(answer: WireAnswer): void {
		if (answer !== 'dropped' && answer.status === 200) cache.remember(key, tenant, answer, now);
	}
}

function onTheWire(answer: Answer, style: HostStyle): WireAnswer {
	return { status: answer.status, headers: answer.headers, ...encode(answer, style) };
}

/** How faults recognise the tenant and the user of a request: anywhere in its parameters, by UPN or id. */
function placeOf(call: Call): FaultPlace {
	const { instance } = call;
	const wanted = checkedTenant(call);
	const tenant = tenantNamed(instance.tenants, wanted);
	const everything = JSON.stringify([call.query.all(), call.body]).toLowerCase();
	return {
		tenant: tenant
			? [tenant.defaultDomainName, tenant.initialDomainName, tenant.customerId]
			: [wanted],
		mentions: (user) => {
			const id = instance.tenants.map((each) => findUser(each, user)?.id).find(Boolean);
			return [user, id].some(
				(name) =>
					name !== undefined &&
					everything.includes(JSON.stringify(name).slice(1, -1).toLowerCase()),
			);
		},
	};
}
