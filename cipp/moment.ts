/** What was given for a date cannot be one; `message` follows the name of the field. */
export class NoMoment extends Error {
	constructor(
		message: string,
		readonly advice: string,
	) {
		super(message);
	}
}

export interface Moment {
	moment: Date;
	/** Something to know about that time; empty when there is nothing. */
	note: string;
}

const example = 'Give a date and time such as 2030-01-31T17:00, or unix seconds.';
const [firstYear, lastYear] = [2000, 2100];
const [firstSecond, lastSecond] = [Date.UTC(firstYear), Date.UTC(lastYear + 1) - 1].map((time) =>
	Math.floor(time / 1_000),
);

const day = /^(\d{4})-(\d\d)-(\d\d)/;
const clock = /(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?)?/;
const zone = / ?(z|[+-]\d\d(?::?\d\d)?)?$/i;
const written = new RegExp(day.source + clock.source + zone.source, 'i');

/**
 * The moment that was given: an ISO date with or without a time and a zone, unix seconds, or a date of
 * n8n's expressions. Everything that could mean two moments is refused.
 *
 * @param timeZone IANA name; counts where none is given
 * @throws {NoMoment} with what was given and what is meant
 */
export function readMoment(given: unknown, timeZone: string): Moment {
	const text = textOf(given);
	if (/^[+-]?\d+([.,]\d+)?$/.test(text)) return { moment: ofSeconds(text), note: '' };
	const parts = text.match(written);
	if (!parts) throw new NoMoment(`is no date and time: ${brief(text)}`, whyNot(text));
	const [, year, month, date, hour, minute, second, offset] = parts;
	const wall = Date.UTC(...numbers(year, month, date, hour, minute, second));
	if (!isOnCalendar(wall, parts)) {
		throw new NoMoment(`is no date and time: ${text} is not on the calendar`, example);
	}
	checkYear(Number(year), text);
	// Without a time a day begins where the workflow is.
	if (offset === undefined) return onWall(wall, text, timeZone);
	return { moment: new Date(wall - offsetIn(offset)), note: '' };
}

/** n8n's expressions give dates as objects of JavaScript or of Luxon. */
function textOf(given: unknown): string {
	if (given instanceof Date) return Number.isNaN(given.getTime()) ? 'no date' : given.toISOString();
	const iso = (given as { toISO?: unknown } | null | undefined)?.toISO;
	if (typeof iso === 'function') return String(iso.call(given) ?? 'no date');
	if (typeof given === 'string') return given.replace(/[\u200b\u2060\ufeff]/g, '').trim();
	return typeof given === 'number' ? String(given) : brief(JSON.stringify(given) ?? String(given));
}

const brief = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

function ofSeconds(text: string): Date {
	const number = Number(text);
	if (Number.isInteger(number) && number >= firstSecond && number <= lastSecond) {
		return new Date(number * 1_000);
	}
	const isMilliseconds = number >= firstSecond * 1_000 && number <= lastSecond * 1_000;
	throw new NoMoment(
		`is no date and time: ${text}${isMilliseconds ? ', which is in milliseconds' : ''}`,
		isMilliseconds ? `Unix seconds have 10 digits. ${example}` : whyNotSeconds(text, number),
	);
}

function whyNotSeconds(text: string, number: number): string {
	if (/^(20|21)\d{6}$/.test(text)) {
		return `Write the day as ${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}. ${example}`;
	}
	if (number > 20_000 && number < 80_000) {
		return `It looks like the number that a spreadsheet has for a day, counted from 1900. Let the sheet or an expression give a date. ${example}`;
	}
	return example;
}

function whyNot(text: string): string {
	if (/^\d{1,2}([/.-])\d{1,2}\1\d{2,4}/.test(text)) {
		return `Which number is the day and which the month cannot be told. ${example}`;
	}
	return example;
}

const numbers = (year: string, month: string, ...rest: Array<string | undefined>) =>
	[Number(year), Number(month) - 1, ...rest.map((text) => Number(text ?? 0))] as [number, number];

/** There is no 30 February: JavaScript would take it for the 2 March. */
function isOnCalendar(wall: number, parts: RegExpMatchArray): boolean {
	const [, year, month, date, hour = '00', minute = '00', second = '00'] = parts;
	if (Number.isNaN(wall)) return false;
	return new Date(wall)
		.toISOString()
		.startsWith(`${year}-${month}-${date}T${hour}:${minute}:${second}`);
}

function checkYear(year: number, text: string): void {
	if (year >= firstYear && year <= lastYear) return;
	throw new NoMoment(
		`lies in the year ${year}: ${text}`,
		`Give a year between ${firstYear} and ${lastYear}.`,
	);
}

function offsetIn(offset: string): number {
	if (/^z$/i.test(offset)) return 0;
	const [, sign, hours, minutes = '00'] = offset.match(/^([+-])(\d\d):?(\d\d)?$/) ?? [];
	const ahead = (Number(hours) * 60 + Number(minutes)) * 60_000;
	if (Number(hours) > 14 || Number(minutes) > 59) {
		throw new NoMoment(`has a time zone that does not exist: ${offset}`, example);
	}
	return sign === '-' ? -ahead : ahead;
}

/** A date and time on the wall of a zone, where clocks go forward and back. */
function onWall(wall: number, text: string, timeZone: string): Moment {
	const moments = [
		...new Set([-oneDay, oneDay].map((shift) => wall - offsetAt(wall + shift, timeZone))),
	]
		.filter((moment) => moment + offsetAt(moment, timeZone) === wall)
		.sort((a, b) => a - b);
	if (moments.length === 0) {
		throw new NoMoment(
			`does not exist: there is no ${text.replace('T', ' ')} in ${timeZone}, because clocks go forward past it`,
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

const oneDay = 86_400_000;

/** How far a zone is ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
	const parts = formatIn(timeZone).formatToParts(moment);
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

/** Making one takes longer than all else here. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
	const known = formats.get(timeZone);
	if (known) return known;
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	});
	formats.set(timeZone, format);
	return format;
}
