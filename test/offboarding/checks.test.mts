import { describe, expect, it } from 'vitest';
import { checkOrder } from '../../offboarding/order/checks';
import type { OffboardingOptions } from '../../offboarding/order/order';
import { InvalidOrder } from '../../offboarding/invalid-order';

const now = new Date('2026-03-02T09:00:00Z');
const adele = 'adele.vance@contoso.com';
const lee = 'lee.gu@contoso.com';
const someId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const inAnHour = now.getTime() / 1_000 + 3_600;

/** What is wrong with an order; null when it may be sent. */
function fault(users: string[], options: OffboardingOptions): InvalidOrder | null {
	try {
		checkOrder(users, options, now);
		return null;
	} catch (error) {
		if (error instanceof InvalidOrder) return error;
		throw error;
	}
}

describe('an order may be sent', () => {
	it.each<[string, string[], OffboardingOptions]>([
		['with one step', [adele], { DisableSignIn: true }],
		['for an object ID', [someId], { DisableSignIn: true }],
		['for a guest', ['adele_contoso.com#EXT#@fabrikam.onmicrosoft.com'], { DisableSignIn: true }],
		['for several people', [adele, lee], { DisableSignIn: true }],
		['with forwarding', [adele], { forward: { value: lee } }],
		['with forwarding and a copy', [adele], { forward: { value: lee }, KeepCopy: true }],
		['with the end of forwarding', [adele], { disableForwarding: true }],
		['with nothing but a reply', [adele], { OOO: '<p>Gone</p>' }],
		[
			'with delegates by ID',
			[adele],
			{ AccessAutomap: [{ value: someId }], AccessNoAutomap: [{ value: lee }] },
		],
		['with a OneDrive admin by name', [adele], { OnedriveAccess: [{ value: lee }] }],
		['for later', [adele], { DisableSignIn: true, Scheduled: { enabled: true, date: inAnHour } }],
		[
			'with a time that is switched off',
			[adele],
			{ DisableSignIn: true, Scheduled: { enabled: false, date: 0 } },
		],
	])('%s', (_name, users, options) => {
		expect(fault(users, options)).toBeNull();
	});
});

describe('an order is refused', () => {
	it.each<[string, string, string[], OffboardingOptions]>([
		['without anybody', 'user', [], { DisableSignIn: true }],
		['for a name without @', 'user', ['adele.vance'], { DisableSignIn: true }],
		['for a display name', 'user', ['Adele Vance'], { DisableSignIn: true }],
		['for an empty name', 'user', [adele, ''], { DisableSignIn: true }],
		[
			'for the same person with automapping and without',
			'AccessNoAutomap',
			[adele],
			{ AccessAutomap: [{ value: lee }], AccessNoAutomap: [{ value: lee.toUpperCase() }] },
		],
		['for two names in one', 'user', [`${adele} ${lee}`], { DisableSignIn: true }],
		['for the same person twice', 'user', [adele, adele], { DisableSignIn: true }],
		[
			'for the same person in another case',
			'user',
			[adele, adele.toUpperCase()],
			{ DisableSignIn: true },
		],
		['without any step', 'DisableSignIn', [adele], {}],
		[
			'with every step switched off',
			'DisableSignIn',
			[adele],
			{ DisableSignIn: false, OOO: ' ', AccessAutomap: [] },
		],
		[
			'with forwarding that is set and ended',
			'disableForwarding',
			[adele],
			{ forward: { value: lee }, disableForwarding: true },
		],
		['with a copy of nothing', 'KeepCopy', [adele], { DisableSignIn: true, KeepCopy: true }],
		['with forwarding to a display name', 'forward', [adele], { forward: { value: 'Lee Gu' } }],
		[
			'with forwarding to two addresses',
			'forward',
			[adele],
			{ forward: { value: `${lee}, boss@contoso.example` } },
		],
		['with forwarding to nobody', 'forward', [adele], { forward: { value: '' } }],
		[
			'with a delegate without @',
			'AccessAutomap',
			[adele],
			{ AccessAutomap: [{ value: lee }, { value: 'alex' }] },
		],
		[
			'with another delegate without @',
			'AccessNoAutomap',
			[adele],
			{ AccessNoAutomap: [{ value: 'alex' }] },
		],
		[
			'with a OneDrive admin by ID, which grants nothing',
			'OnedriveAccess',
			[adele],
			{ OnedriveAccess: [{ value: someId }] },
		],
		[
			'for a time that is none',
			'Scheduled',
			[adele],
			{ DisableSignIn: true, Scheduled: { enabled: true, date: NaN } },
		],
		[
			'for a time of zero',
			'Scheduled',
			[adele],
			{ DisableSignIn: true, Scheduled: { enabled: true, date: 0 } },
		],
		[
			'for half a second',
			'Scheduled',
			[adele],
			{ DisableSignIn: true, Scheduled: { enabled: true, date: inAnHour + 0.5 } },
		],
		[
			'for a time in milliseconds',
			'Scheduled',
			[adele],
			{ DisableSignIn: true, Scheduled: { enabled: true, date: inAnHour * 1_000 } },
		],
		[
			'for a time that is over',
			'Scheduled',
			[adele],
			{ DisableSignIn: true, Scheduled: { enabled: true, date: inAnHour - 7_200 } },
		],
	])('%s', (_name, field, users, options) => {
		const wrong = fault(users, options);
		expect(wrong?.field).toBe(field);
		expect(wrong?.message).toMatch(/\S/);
		expect(wrong?.advice).toMatch(/\.$/);
	});

	it('with the value at fault in its words', () => {
		expect(fault(['adele.vance'], { DisableSignIn: true })?.message).toContain('"adele.vance"');
		expect(
			fault([adele], { AccessAutomap: [{ value: lee }, { value: 'alex' }] })?.message,
		).toContain('"alex"');
		const milliseconds = fault([adele], {
			DisableSignIn: true,
			Scheduled: { enabled: true, date: 1_772_442_000_000 },
		});
		expect(milliseconds?.message).toMatch(/in milliseconds, .* the year \d{5}/);
	});
});
