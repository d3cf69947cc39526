import { describe, expect, it } from 'vitest';
import { whenIn } from '../../offboarding/order/local-time';

describe('a local date and time', () => {
	it.each([
		['2030-01-31T17:00', 'Europe/Berlin', '2030-01-31T16:00:00.000Z'],
		['2030-07-31T17:00', 'Europe/Berlin', '2030-07-31T15:00:00.000Z'],
		['2030-07-31 17:00:30', 'America/New_York', '2030-07-31T21:00:30.000Z'],
		['2030-07-31T17:00', 'Asia/Kathmandu', '2030-07-31T11:15:00.000Z'],
		['2030-07-31T17:00', 'UTC', '2030-07-31T17:00:00.000Z'],
		// A date with a zone of its own means that moment, wherever it is shown.
		['2030-01-31T17:00:00Z', 'Asia/Tokyo', '2030-01-31T17:00:00.000Z'],
		['2030-01-31T17:00:00+05:30', 'Europe/Berlin', '2030-01-31T11:30:00.000Z'],
		// The last minutes before clocks change, and the first after.
		['2030-03-31T01:59', 'Europe/Berlin', '2030-03-31T00:59:00.000Z'],
		['2030-03-31T03:00', 'Europe/Berlin', '2030-03-31T01:00:00.000Z'],
		['2030-10-27T01:59', 'Europe/Berlin', '2030-10-26T23:59:00.000Z'],
		['2030-10-27T03:00', 'Europe/Berlin', '2030-10-27T02:00:00.000Z'],
		// Australia changes by half an hour here, and at other times of the year.
		['2030-10-06T01:59', 'Australia/Lord_Howe', '2030-10-05T15:29:00.000Z'],
	])('%s in %s is %s', (local, zone, moment) => {
		expect(whenIn(local, zone).requested).toBe(moment);
	});

	it.each([
		['2030-03-31T02:30', 'Europe/Berlin'],
		['2030-03-10T02:00', 'America/New_York'],
		['2030-10-06T02:15', 'Australia/Lord_Howe'],
	])('is refused when clocks skip it: %s in %s', (local, zone) => {
		expect(() => whenIn(local, zone)).toThrow(/clocks go forward past it/);
	});

	it('that comes twice means the first time, and says so', () => {
		const when = whenIn('2030-10-27T02:30', 'Europe/Berlin');

		expect(when.requested).toBe('2030-10-27T00:30:00.000Z');
		expect(when.note).toContain('comes twice');
	});

	it('is shown in UTC, in the zone, and on the quarter hours of CIPP', () => {
		expect(whenIn('2030-01-31T17:01', 'Europe/Berlin')).toEqual({
			requested: '2030-01-31T16:01:00.000Z',
			local: '2030-01-31 17:01 (Europe/Berlin)',
			timeZone: 'Europe/Berlin',
			expectedStart: '2030-01-31T16:15:00.000Z',
			expectedStartLocal: '2030-01-31 17:15 (Europe/Berlin)',
			note: '',
		});
		expect(whenIn('2030-01-31T17:15', 'Europe/Berlin').expectedStart).toBe(
			'2030-01-31T16:15:00.000Z',
		);
	});

	it.each([
		'tomorrow',
		'2030-13-01T10:00',
		'2030-02-30T10:00',
		'2030-01-31T24:30',
		'31.01.2030 17:00',
		'',
	])('is refused when it is none: "%s"', (local) => {
		expect(() => whenIn(local, 'Europe/Berlin')).toThrow(/is no date and time/);
	});

	it('is refused in a zone that does not exist', () => {
		expect(() => whenIn('2030-01-31T17:00', 'Europe/Atlantis')).toThrow(/is no time zone/);
	});
});
