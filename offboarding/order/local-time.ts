import { attemptNow } from '../../cipp/attempt';
import { NoMoment, readMoment, type Moment } from '../../cipp/moment';
import { InvalidOrder } from '../invalid-order';

/** When an offboarding begins, as CIPP gets it and as people read it. */
export interface When {
	/** ISO 8601, UTC; null for at once. */
	requested: string | null;
	/** The same in the zone, e.g. `2030-01-31 17:00 (Europe/Berlin)`. */
	local: string | null;
	timeZone: string | null;
	/** CIPP's timer goes off on full quarters of an hour. */
	expectedStart: string;
	expectedStartLocal: string | null;
	/** Something to know about that time; empty when there is nothing. */
	note: string;
}

/** At once. */
export const rightNow = (now: Date): When => ({
	requested: null,
	local: null,
	timeZone: null,
	expectedStart: now.toISOString(),
	expectedStartLocal: null,
	note: '',
});

/**
 * A local date and time in an IANA zone.
 *
 * A time with a zone of its own (`…Z`, `…+01:00`) means that moment; the zone then only serves to show
 * it. Where clocks go back, an hour happens twice: the first one counts, and the note says so.
 *
 * @param local e.g. `2030-01-31T17:00`
 * @param timeZone e.g. `Europe/Berlin`
 * @throws {InvalidOrder} when it is no time, the zone is none, or clocks skip that time
 */
export function whenIn(local: string, timeZone: string): When {
	const { moment, note } = momentIn(local, timeZone, 'startAt');
	const start = new Date(nextQuarter(moment.getTime()));
	return {
		requested: moment.toISOString(),
		local: shown(moment, timeZone),
		timeZone,
		expectedStart: start.toISOString(),
		expectedStartLocal: shown(start, timeZone),
		note,
	};
}

/**
 * The moment of a local date and time, as `whenIn` reads it.
 *
 * @param field that holds it, for the error
 * @throws {InvalidOrder} when it is no date and time, the zone is none, or clocks skip that time
 */
export function momentIn(written: string, timeZone: string, field: string): Moment {
	checkZone(timeZone);
	checkTime(written.trim(), field);
	const { value, error } = attemptNow(() => readMoment(written, timeZone));
	if (!error) return value;
	throw error instanceof NoMoment
		? new InvalidOrder(field, `"${written.trim()}" ${error.message}`, error.advice)
		: error;
}

/** Whoever leaves on a day does not leave at its first minute. */
function checkTime(written: string, field: string): void {
	if (!/^\d{4}-\d\d-\d\d$/.test(written)) return;
	throw new InvalidOrder(
		field,
		`"${written}" is no date and time: the time is missing`,
		'Give one such as 2030-01-31T17:00.',
	);
}

/** A moment in a zone, e.g. `2030-01-31 17:00 (Europe/Berlin)`. */
export function shown(moment: Date, timeZone: string): string {
	const text = new Intl.DateTimeFormat('sv-SE', {
		timeZone,
		dateStyle: 'short',
		timeStyle: 'short',
	}).format(moment);
	return `${text} (${timeZone})`;
}

function checkZone(timeZone: string): void {
	if (isZone(timeZone)) return;
	throw new InvalidOrder(
		'timeZone',
		`"${timeZone}" is no time zone`,
		'Give an IANA name, e.g. Europe/Berlin.',
	);
}

/** Whether it is the IANA name of a time zone. */
export function isZone(timeZone: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone });
		return true;
	} catch {
		return false;
	}
}

const quarter = 15 * 60_000;

/** The next full quarter of an hour, when CIPP's timer goes off; a full quarter is its own. */
export const nextQuarter = (time: number): number => Math.ceil(time / quarter) * quarter;
