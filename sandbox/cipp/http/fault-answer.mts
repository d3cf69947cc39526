import type { EndpointFault } from '../faults.mts';
import { refusals } from './access.mts';
import type { Answer, HostStyle } from './answer.mts';
import type { Call } from './call.mts';

const userInterface =
	'<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>CIPP</title></head>\n<body><div id="__next">CyberDrain Improved Partner Portal</div></body>\n</html>\n';

/** An answer as it goes over the wire, or a closed connection. */
export type WireAnswer =
	| {
			status: number;
			text: string | Uint8Array<ArrayBuffer>;
			type: string;
			headers?: Record<string, string>;
	  }
	| 'dropped';

/** The page CIPP's user interface answers to any address that is not the API. */
export function userInterfacePage(): WireAnswer {
	return { status: 200, text: userInterface, type: 'text/html; charset=utf-8' };
}

/** What an endpoint fault answers. Slow ones are only late, so they have no answer of their own. */
export function faultAnswer(
	fault: EndpointFault,
	call: Call,
	role: string,
	host: HostStyle,
	encode: (answer: Answer) => WireAnswer,
): WireAnswer | undefined {
	if ('status' in fault)
		return encode({ status: fault.status, body: fault.body, headers: fault.headers });
	const text = (status: number, body: string) => encode({ status, body });
	switch (fault.kind) {
		case 'unauthorized':
			return empty(401);
		case 'roleMissing':
			return text(403, refusals.permission(role));
		case 'addressNotAllowed':
			return text(403, refusals.address());
		case 'tenantNotAllowed':
			return text(403, refusals.tenant());
		case 'endpointBlocked':
			return text(403, refusals.blocked(call.endpoint));
		case 'notFound':
			return encode(endpointNotFound(call.endpoint, host));
		case 'throttled':
			return { ...empty(429), headers: { 'Retry-After': String(fault.retryAfter ?? 1) } };
		case 'error':
			return host === 'ng'
				? encode({
						status: 500,
						body: { error: 'Object reference not set to an instance of an object.' },
					})
				: encode({
						status: 500,
						body: {
							error: {
								code: 'InternalServerError',
								message: 'An error occurred processing the request',
							},
						},
					});
		case 'busy':
			return encode({ status: 503, body: { error: 'Server busy, please retry' } });
		case 'featureOff':
			return text(
				503,
				`This feature has been disabled: ${call.endpoint} is switched off on this instance.`,
			);
		case 'html':
			return userInterfacePage();
		case 'empty':
			return empty(200);
		case 'dropped':
			return 'dropped';
		case 'slow':
		case 'silent':
		case 'partlyQueued':
			return undefined;
	}
}

export function endpointNotFound(endpoint: string, host: HostStyle): Answer {
	return {
		status: 404,
		body: host === 'ng' ? { error: `Endpoint '${endpoint}' not found` } : 'Endpoint not found',
	};
}

export function empty(status: number): {
	status: number;
	text: string | Uint8Array<ArrayBuffer>;
	type: string;
} {
	return { status, text: '', type: 'text/plain; charset=utf-8' };
}
