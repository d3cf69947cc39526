import { describe, expect, it } from 'vitest';
import { lettersOf } from '../../offboarding/html-text';
import { asHtml, asLabel } from '../../offboarding/order/free-text';
import { requestBody } from '../../offboarding/order/job';
import { referenceText } from '../../offboarding/order/reference';
import { reportOn } from '../../offboarding/after/report';
import { usualFollowing } from '../../offboarding/run/follow';
import { waitInPlace } from '../../offboarding/run/wait';
import { connect, megan } from './sandbox-send.mts';
import { started } from './started.mts';

/** What the reader of JSON in CIPP makes a date of. */
const dates = [
	'2026-12-01T10:00:00Z',
	'2026-12-01T10:00:00.123+01:00',
	'2026-12-01T10:00:00',
	'/Date(1700000000000)/',
];
/** What it leaves alone, and what must therefore go out as it was typed. */
const harmless = [
	'2026-12-01',
	'CASE-1 of 2026-12-01T10:00:00Z',
	'0042',
	'1e5',
	'true',
	'null',
	'{{ $json.ticket }}',
	'={{ $now }}',
	'%tenantname%',
	'100 % sure',
	'"quoted" & <b>',
	'Größe',
];
const isDate = (text: string): boolean =>
	/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text) || text.startsWith('/Date(');

describe.each(dates)('%s', (date) => {
	it('is no date any more as a reference, a label or a reply, and can still be read', () => {
		for (const text of [referenceText(date), asLabel(date), asHtml(date)]) {
			expect(isDate(text)).toBe(false);
			expect(lettersOf(text)).toContain(date);
		}
		expect(lettersOf(asHtml(date))).toBe(date);
	});
});

it.each(harmless)('%s goes out as a reference and as a label as it was typed', (text) => {
	expect([referenceText(text), asLabel(text)]).toEqual([text, text]);
});

describe('a reply', () => {
	it('shows what was typed, also where it looks like one of CIPP’s variables', () => {
		const typed = '<p>%tenantname% gives 10% off, 20 % for %UserName%.</p>';
		expect(asHtml(typed)).not.toMatch(/%\w+%/);
		expect(lettersOf(asHtml(typed))).toBe(lettersOf(typed));
	});

	it('of any other text goes out as it is', () => {
		for (const text of [
			'<p>{{ $json.x }} costs 5 %.</p>',
			'<p>R&D, 100%</p>',
			'Gone since 2026-12-01',
		])
			expect(asHtml(text)).toBe(text);
	});

	it('is put on, read back and verified, dates and variables included', async () => {
		const cipp = await connect();
		const reply = '2026-12-01T10:00:00Z: write to %tenantname%, {{ $json.x }} or R&D';
		const leavers = await started(cipp, {
			users: [megan],
			options: { OOO: reply },
			reference: '2026-12-01T10:00:00Z',
		});
		const how = { ...usualFollowing, limitMilliseconds: 3_600_000, intervalMilliseconds: 10_000 };
		await waitInPlace(leavers, cipp.send, cipp.clock, how, Infinity);
		expect(reportOn(leavers[0])).toMatchObject({ status: 'succeeded' });
		expect(reportOn(leavers[0]).details[0]).toMatchObject({ verified: true, asked: reply });
	});
});

it('names that someone gave to a tenant or a person, and names that they have, are texts to CIPP', async () => {
	const cipp = await connect();
	const account = { id: '1', userPrincipalName: megan, displayName: dates[0] } as never;
	const tenant = { ...cipp.tenant(), displayName: dates[1] };
	const named = requestBody({ tenant, accounts: [account], options: {} }, dates[2]);
	const labelled = requestBody(
		{ tenant, accounts: [account], options: {}, labels: { tenant: dates[2], user: dates[3] } },
		'',
	);
	const texts = [named, labelled].flatMap(({ tenantFilter, user, reference }) => [
		(tenantFilter as { label: string }).label,
		(user as Array<{ label: string }>)[0].label,
		String(reference),
	]);
	expect(texts.filter(isDate)).toEqual([]);
});
