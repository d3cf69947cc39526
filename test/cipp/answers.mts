import { parseBody } from '../../cipp/body';
import type { CippAnswer, CippRequest, Clock, Send } from '../../cipp/request';

/** An answer as it is after the transport: text that is JSON has been parsed. */
export function answer(
	body: unknown,
	status = 200,
	headers: Record<string, string> = {},
): CippAnswer {
	return { status, headers, body: parseBody(body) };
}

export interface Scripted {
	send: Send;
	/** What was sent, in order. */
	requests: CippRequest[];
}

/** Gives one reply after the other; the last one again and again. An error is thrown. */
export function replying(...replies: Array<CippAnswer | Error>): Scripted {
	const requests: CippRequest[] = [];
	const send: Send = async (request) => {
		const reply = replies[Math.min(requests.length, replies.length - 1)];
		requests.push(request);
		if (reply instanceof Error) throw reply;
		return reply;
	};
	return { send, requests };
}

/** A clock that moves only by sleeping. */
export function fakeClock(start = '2026-03-02T09:00:00.000Z'): Clock & { slept: number[] } {
	let now = Date.parse(start);
	const slept: number[] = [];
	return {
		slept,
		now: () => new Date(now),
		sleep: async (milliseconds) => {
			slept.push(milliseconds);
			now += milliseconds;
		},
	};
}

/** The rejection of a promise, for looking at more than its message. */
export async function rejection<T extends Error>(
	promise: Promise<unknown>,
	kind: new (...parts: never[]) => T,
): Promise<T> {
	const error: unknown = await promise.then(
		() => new Error('It was fulfilled'),
		(reason: unknown) => reason,
	);
	if (error instanceof kind) return error;
	throw error;
}
