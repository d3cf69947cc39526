import { describe, expect, it } from 'vitest';
import { askedSteps, scheduledFor, type OffboardingOptions } from '../../offboarding/order/order';

const namesOf = (options: OffboardingOptions) => askedSteps(options).map(({ name }) => name);

describe('the steps of an order', () => {
	it('stand in the order in which CIPP runs them', () => {
		expect(
			namesOf({
				DeleteUser: true,
				OOO: 'Gone',
				RevokeSessions: true,
				forward: { value: 'lee.gu@contoso.com' },
			}),
		).toEqual(['RevokeSessions', 'OOO', 'forward', 'DeleteUser']);
	});

	it.each<OffboardingOptions>([
		{},
		{ RevokeSessions: false },
		{ OOO: '' },
		{ OOO: ' \n' },
		{ AccessAutomap: [] },
		{ KeepCopy: true },
		{ reference: 'TICKET-1' },
		{ Scheduled: { enabled: true, date: 1_900_000_000 } },
		{ PostExecution: { email: true } },
	])('are none in %j', (options) => {
		expect(namesOf(options)).toEqual([]);
	});

	it('do not contain what a newer CIPP would understand', () => {
		expect(namesOf({ WipeMobile: true } as OffboardingOptions)).toEqual([]);
	});
});

it('tells when an order begins', () => {
	expect(scheduledFor({ Scheduled: { enabled: true, date: 1_772_442_000 } })?.toISOString()).toBe(
		'2026-03-02T09:00:00.000Z',
	);
	expect(scheduledFor({ Scheduled: { enabled: false, date: 1_772_442_000 } })).toBeNull();
	expect(scheduledFor({})).toBeNull();
});
