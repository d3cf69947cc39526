import type { Answered } from './answer.mts';
import { effects } from './effects.mts';
import type { Case, Microsoft, Sent } from './request.mts';

/** Milliseconds: what runs now ends, CIPP's timer goes off once more after it, and Microsoft does what it does later. */
export const oneTick = 20 * 60_000;

/** One of the two that are compared. */
export interface Side {
	/** Back to the seed, CIPP's own tables included as far as they can be. */
	reset(): Promise<void>;
	/** False: this side cannot be put into that state. */
	putMicrosoft(state: Microsoft): Promise<boolean>;
	/** Lets CIPP's timer run once, and waits for the work that it starts. False: nobody can. */
	runTimer(): Promise<boolean>;
	send(request: Sent): Promise<Omit<Answered, 'effects'>>;
	/** Microsoft's tenants as they are, as JSON; null where nobody can tell. */
	tenants(): Promise<string | null>;
}

/** Plays a request on one side; null when that side cannot be brought to where the request starts. */
export async function play(
	side: Side,
	{ before, sent, microsoft }: Case,
): Promise<Answered | null> {
	await side.reset();
	const tenants = await side.tenants();
	const answers: unknown[] = [];
	for (const step of before) {
		if (step !== 'timer') answers.push((await side.send(step)).body);
		else if (!(await side.runTimer())) return null;
	}
	if (!(await side.putMicrosoft(microsoft))) return null;
	const answer = await side.send(typeof sent === 'function' ? sent(answers) : sent);
	return { ...answer, effects: effects(tenants, await side.tenants()) };
}

/** Address of a request. */
export function addressOf(base: string, { endpoint, query = {} }: Sent): string {
	const parameters = new URLSearchParams(query).toString();
	return `${base}/api/${endpoint}${parameters ? `?${parameters}` : ''}`;
}

/** How a request goes out. */
export function initOf({ method, body }: Sent, token?: string): RequestInit {
	return {
		method,
		headers: {
			'content-type': 'application/json',
			...(token ? { authorization: `Bearer ${token}` } : {}),
		},
		...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
	};
}
