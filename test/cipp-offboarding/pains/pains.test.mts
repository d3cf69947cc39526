import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Pain = [number: number, what: string, where: { playedIn: string } | { notPlayed: string }];

const truth = { playedIn: 'truth.test.mts' };
const order = { playedIn: 'order-and-licenses.test.mts' };
const groups = { playedIn: 'groups-and-permissions.test.mts' };
const mail = { playedIn: 'mail.test.mts' };
const files = { playedIn: 'files-and-devices.test.mts' };
const many = { playedIn: 'many-and-profiles.test.mts' };
const undo = { playedIn: 'undo.test.mts' };
const time = { playedIn: 'time.test.mts' };
const tickets = { playedIn: 'tickets.test.mts' };
const hybrid = { playedIn: 'hybrid.test.mts' };
const trigger = { notPlayed: 'about the messages CIPP sends out: there is no trigger node yet' };
const onboarding = { notPlayed: 'about people who join, not about people who leave' };

/** What people who use CIPP suffer from, by the numbers of the survey, and where a test plays it. */
const pains: Pain[] = [
	[1, 'reported done, and the person can still sign in', truth],
	[2, 'a job that ends well although steps went wrong', truth],
	[3, 'steps that the log never mentions', truth],
	[4, 'nobody knows any more what was taken away', truth],
	[5, 'a job that never begins or never ends', truth],
	[6, 'a job that comes back hours later', truth],
	[7, 'no looking and trying again step by step', truth],
	[8, 'failures that nobody gets to see', truth],
	[9, 'licences go before the mailbox is shared', order],
	[10, 'licences go later, in a task of their own', order],
	[11, 'the task for the licences is never made', order],
	[12, 'licences that come from a group stay', order],
	[13, 'a shared mailbox that goes with the account', order],
	[14, 'forwarding that is set and ended by one job', order],
	[15, 'someone else was changed', order],
	[16, 'mailboxes that need a licence afterwards', order],
	[17, 'the order of locking out', order],
	[18, 'admin roles stay', order],
	[19, 'groups that nobody can be taken out of', groups],
	[20, 'answers about groups that cannot be told apart', groups],
	[21, 'rights in mailboxes and calendars of others stay', groups],
	[22, 'errors that pass by themselves', groups],
	[23, 'forwarding to a plain address sets nothing', mail],
	[24, 'one target, the copy, outside addresses', mail],
	[25, 'forwarding that has to end', mail],
	[26, 'automatic replies that do not go out', mail],
	[27, 'delegates who cannot send, hiding that fails', mail],
	[28, 'access to the OneDrive fails or has no link', files],
	[29, 'files have to go elsewhere', files],
	[30, 'rights in SharePoint that were given to the person directly', files],
	[31, 'devices stay with the person', files],
	[32, 'many leavers, each with a manager', many],
	[33, 'everybody chooses other steps', many],
	[34, 'locked out on Friday, finished on Monday', many],
	[35, 'whether it is the right person', many],
	[36, 'taking it back', undo],
	[37, 'someone is hired again', undo],
	[38, 'who follows needs the same access', undo],
	[39, 'beginning at an exact time', time],
	[40, 'time zones', time],
	[41, 'begun at once by accident', time],
	[42, 'words that do not say whether a task is late', time],
	[43, 'the number of the ticket', tickets],
	[44, 'tickets that are made twice', tickets],
	[45, 'seats that are paid for and not used', tickets],
	[46, 'messages without a fixed shape', trigger],
	[47, 'messages that tell the state before the run', trigger],
	[48, 'synced accounts', hybrid],
	[49, 'a sign-in name that is not the address', hybrid],
	[50, 'the new password stands in the results', hybrid],
	[51, 'created without licence or mailbox', onboarding],
	[52, 'groups when someone joins', onboarding],
	[53, 'creating many', onboarding],
	[54, 'rules for passwords', onboarding],
];

const folder = new URL('./', import.meta.url);
const texts = new Map(
	readdirSync(folder)
		.filter((name) => name.endsWith('.test.mts') && name !== 'pains.test.mts')
		.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
);
/** Numbers that the names of tests in a file begin with. */
const numbersIn = (file: string): number[] =>
	[...(texts.get(file) ?? '').matchAll(/[(\s]['"`]pain (\d+): /g)].map(([, number]) =>
		Number(number),
	);
const played = pains.flatMap(([number, , where]) =>
	'playedIn' in where ? [{ number, file: where.playedIn }] : [],
);

describe('the pains of people who use CIPP', () => {
	it('are each listed once', () => {
		expect(pains.map(([number]) => number)).toEqual(
			Array.from({ length: 54 }, (_, index) => index + 1),
		);
	});

	it('are played, at least forty of them', () => {
		expect(played.length).toBeGreaterThanOrEqual(40);
	});

	it.each(played)('pain $number has a test in $file', ({ number, file }) => {
		expect(numbersIn(file)).toContain(number);
	});

	it.each([...texts.keys()])('%s plays only what is listed for it', (file) => {
		const listed = played.filter((pain) => pain.file === file).map(({ number }) => number);
		expect(listed).toEqual(expect.arrayContaining([...new Set(numbersIn(file))]));
	});
});
