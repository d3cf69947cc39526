import { rightNow, whenIn, type When } from './local-time';
import type { OffboardingOptions } from './order';

export type WhenWish = { kind: 'now' } | { kind: 'at'; local: string; timeZone: string };

/** @throws {InvalidOrder} */
export function whenOf(wish: WhenWish, now: Date): When {
	return wish.kind === 'now' ? rightNow(now) : whenIn(wish.local, wish.timeZone);
}

export function scheduleOf({ requested }: When): Pick<OffboardingOptions, 'Scheduled'> {
	if (requested === null) return {};
	return { Scheduled: { enabled: true, date: Math.floor(Date.parse(requested) / 1_000) } };
}
