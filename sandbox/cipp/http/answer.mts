import type { Call } from './call.mts';

/** An endpoint's answer before the host puts it into bytes. */
export interface Answer {
	status: number;
	body: unknown;
	/** The body is already JSON text; CIPP hands some answers to its host that way. */
	serialised?: boolean;
	headers?: Record<string, string>;
}

export interface Endpoint {
	/** As the OpenAPI file spells it. */
	name: string;
	/** Permission it needs, or Public. */
	role: string;
	/** Only newer CIPP versions have it. */
	isNew?: boolean;
	/** CIPP does not check the tenant here. */
	anyTenant?: boolean;
	answer(call: Call): Answer;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const failed = (status: number, body: unknown): Answer => ({ status, body });
export const serialised = (body: unknown, status = 200): Answer => ({
	status,
	body: JSON.stringify(body),
	serialised: true,
});

export type HostStyle = 'functions' | 'ng';

/** Bytes and content type as the host sends them. */
export function encode(
	answer: Answer,
	host: HostStyle,
): { text: string | Uint8Array<ArrayBuffer>; type: string } {
	const { body } = answer;
	if (body instanceof Uint8Array) return { text: new Uint8Array(body), type: 'image/jpeg' };
	if (answer.serialised)
		return {
			text: String(body),
			type: host === 'ng' ? 'application/json' : 'text/plain; charset=utf-8',
		};
	if (typeof body === 'string') {
		return host === 'ng'
			? { text: JSON.stringify(body), type: 'application/json' }
			: { text: body, type: 'text/plain; charset=utf-8' };
	}
	if (body === null || body === undefined)
		return host === 'ng'
			? { text: 'null', type: 'application/json' }
			: { text: '', type: 'text/plain; charset=utf-8' };
	return { text: JSON.stringify(body), type: 'application/json; charset=utf-8' };
}
