/**
 * A reference in words that CIPP keeps as they are: it makes a date of every text that is an ISO date with
 * a time, and the task could not be found by it any more.
 */
export const referenceText = (reference: string): string =>
	isoTime.test(reference) ? `ref ${reference}` : reference;

const isoTime = /^\s*\d{4}-\d\d-\d\dT\d\d:\d\d/;
