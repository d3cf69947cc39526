import type { OffboardingOptions } from '../../offboarding/order/order';
import type { Leaver } from '../../offboarding/run/leaver';
import { prepareStart } from '../../offboarding/run/prepare';
import type { HowToStart } from '../../offboarding/run/ready';
import { startAll, type StartSettings } from '../../offboarding/run/start';
import type { Connection } from './sandbox-send.mts';

export const anyNumber: StartSettings = { maximumPeople: Infinity, mayGoUnseen: false };

export interface Start {
	users: string[];
	options: OffboardingOptions;
	reference: string;
	how?: Partial<HowToStart>;
	/** Milliseconds between looking people up and starting. */
	pause?: number;
}

/** Starts people of one order, as both nodes do. */
export async function started(
	{ sandbox, send, clock, tenant }: Connection,
	{ how, pause = 0, ...order }: Start,
): Promise<Leaver[]> {
	const wish = { item: 0, tenant: tenant(), when: { kind: 'now' as const }, inOneRequest: true };
	const ready = await prepareStart({ ...wish, ...order }, send, clock);
	sandbox.clock.advance(pause);
	return await startAll(
		ready.map((one) => ({ ...one, how })),
		anyNumber,
		send,
		clock,
	);
}
