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

const hasZone = /(?:z|[+-]\d\d:?\d\d)$/i;
const wallClock = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?$/;

/**
 * The moment of a local date and time, as `whenIn` reads it.
 *
 * @param field that holds it, for the error
 * @throws {InvalidOrder} when it is no time, the zone is none, or clocks skip that time
 */
export function momentIn(
	written: string,
	timeZone: string,
	field: string,
): { moment: Date; note: string } {
	checkZone(timeZone);
	const local = written.trim();
	if (hasZone.test(local) && !Number.isNaN(Date.parse(local))) {
		return { moment: new Date(local), note: '' };
	}
	const asUtc = asIfUtc(local, field);
	const moments = [
		...new Set([-day, day].map((shift) => asUtc - offsetAt(asUtc + shift, timeZone))),
	]
		.filter((moment) => moment + offsetAt(moment, timeZone) === asUtc)
		.sort((a, b) => a - b);
	if (moments.length === 0) {
		throw new InvalidOrder(
			field,
			`There is no ${local.replace('T', ' ')} in ${timeZone}: clocks go forward past it`,
			'Give a time an hour earlier or later.',
		);
	}
	const [first, again] = moments;
	const note =
		again === undefined
			? ''
			: `Clocks go back, so this time comes twice. The first is meant: ${new Date(first).toISOString()}.`;
	return { moment: new Date(first), note };
}

const day = 86_400_000;

/** The date and time on the wall, taken for UTC. */
function asIfUtc(local: string, field: string): number {
	const [year, month, date, hour, minute, second] = (local.match(wallClock) ?? [])
		.slice(1)
		.map((text) => Number(text ?? 0));
	const asUtc = new Date(Date.UTC(year, month - 1, date, hour, minute, second));
	// There is no 30 February: JavaScript would take it for the 2 March.
	if (asUtc.getUTCMonth() === month - 1 && asUtc.getUTCHours() === hour) return asUtc.getTime();
	throw new InvalidOrder(
		field,
		`"${local}" is no date and time`,
		'Give one such as 2030-01-31T17:00.',
	);
}

/** How far a zone is ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	}).formatToParts(moment);
	const of = (type: Intl.DateTimeFormatPartTypes): number =>
		Number(parts.find((part) => part.type === type)?.value);
	const wall = Date.UTC(
		of('year'),
		of('month') - 1,
		of('day'),
		of('hour'),
		of('minute'),
		of('second'),
	);
	return wall - Math.floor(moment / 1_000) * 1_000;
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
