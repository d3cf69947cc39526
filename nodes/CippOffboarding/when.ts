import { InvalidInput } from '../../n8n/errors';
import type { Asked } from '../offboarding/asked';
import type { WhenWish } from '../../offboarding/order/when';
import type { Run } from '../../n8n/run';

/** When someone wants it to begin. @throws {InvalidInput} when that was not chosen */
export function wishedTime(run: Run, { when, startAt, timeZone }: Asked): WhenWish {
	if (when === 'now') {
		if (startAt === undefined) return { kind: 'now' };
		throw new InvalidInput(
			'"When" is Now, and "Start At" is filled in',
			'Choose At a Date and Time, or empty Start At.',
		);
	}
	if (when !== 'at') {
		throw new InvalidInput('"When" is not chosen', 'Choose Now, or At a Date and Time.');
	}
	if (startAt === undefined) {
		throw new InvalidInput('"Start At" is empty', 'Give a date and time, or choose Now.');
	}
	return { kind: 'at', local: startAt, timeZone: timeZone ?? run.context.getTimezone() };
}
