import type { Field } from '../../operations/vocabulary';
import { InvalidInput } from '../errors';

/** What CIPP calls the beginning and the end of a time, in any case. */
const ends: Record<string, string> = {
	startdate: 'enddate',
	starttime: 'endtime',
	from: 'to',
	activationdate: 'expirydate',
};

/**
 * CIPP does not look whether an end is after its start.
 *
 * @param sent values in their form on the wire, by the name that CIPP reads
 * @throws {InvalidInput} when one is before
 */
export function checkPeriods(fields: Field[], sent: Record<string, unknown>): void {
	const dates = fields.filter(({ kind, wire }) => kind === 'dateTime' && sent[wire] !== undefined);
	for (const start of dates) {
		const end = dates.find(({ wire }) => wire.toLowerCase() === ends[start.wire.toLowerCase()]);
		if (end && isBefore(sent[end.wire], sent[start.wire])) {
			throw new InvalidInput(
				`"${end.label}" is before "${start.label}"`,
				'Give an end that comes after the start.',
			);
		}
	}
}

/** Both stand in the same form: seconds, or texts of the same length. */
const isBefore = (end: unknown, start: unknown): boolean =>
	typeof end === 'number' ? end < Number(start) : String(end) < String(start);
