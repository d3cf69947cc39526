/**
 * A text as CIPP keeps it: PowerShell makes a date of every text in a body that is an ISO date with a time,
 * and writes it in its own form, in UTC.
 */
export function asCippKeeps(text: string): string {
	const [, date, time, zone] = text.match(isoTime) ?? [];
	if (date === undefined) return text;
	const [day, clock] = new Date(`${date}T${time}${zone || 'Z'}`).toISOString().split(/[T.]/);
	const [year, month, dayOfMonth] = day.split('-');
	return `${month}/${dayOfMonth}/${year} ${clock}`;
}

const isoTime = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/;
