import { attemptNow } from '../../cipp/attempt';
import { NoMoment, readMoment } from '../../cipp/moment';
import { InvalidInput } from '../errors';

/**
 * The moment that a field names.
 *
 * @param timezone of the workflow, for dates without a zone
 * @throws {InvalidInput}
 */
export function readDate(given: unknown, label: string, timezone: string): Date {
	const { value, error } = attemptNow(() => readMoment(given, timezone));
	if (!error) return value.moment;
	throw error instanceof NoMoment
		? new InvalidInput(`"${label}" ${error.message}`, error.advice)
		: error;
}

/** In unix seconds. */
export const readSeconds = (given: unknown, label: string, timezone: string): number =>
	Math.floor(readDate(given, label, timezone).getTime() / 1_000);

/** The day in the workflow's zone, as 20300131. */
export function readDay(given: unknown, label: string, timezone: string): string {
	const [, year, month, day] =
		String(given)
			.trim()
			.match(/^(\d{4})(\d\d)(\d\d)$/) ?? [];
	const moment = readDate(year ? `${year}-${month}-${day}` : given, label, timezone);
	return new Intl.DateTimeFormat('en-CA', { timeZone: timezone }).format(moment).replace(/-/g, '');
}
