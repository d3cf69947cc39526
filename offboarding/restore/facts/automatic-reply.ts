import { lettersOf } from '../../html-text';
import type { AutomaticReply } from '../../person/snapshot-shape';
import { readAutomaticReply } from '../../person/snapshot-exchange';
import { fact, same, type Giving } from '../fact';
import { exactly, moment, ofKind, shape, text, type Kept } from '../../rules';

const texts = { internal: text, external: text };
const wanted = ofKind('state', {
	Disabled: shape({ state: exactly('Disabled') }),
	Enabled: shape({ state: exactly('Enabled'), ...texts }),
	Scheduled: shape({ state: exactly('Scheduled'), ...texts, start: moment, end: moment }),
});
type Wanted = Kept<typeof wanted>;

/** Whether and what the mailbox answers by itself. The texts of a reply that is off do not count. */
export const automaticReply = fact({
	name: 'automaticReply',
	part: 'mailbox',
	called: 'automatic reply',
	wanted,
	before: (snapshot) => snapshot.automaticReply,
	entries: wantedAgain,
	now: async (here) => await readAutomaticReply(here.state),
	isSo,
	request: (reply, { userPrincipalName }) => ({
		endpoint: 'ExecSetOoO',
		body: { userId: userPrincipalName, AutoReplyState: reply.state, ...messagesOf(reply) },
	}),
	what: whatItDoes,
	why: ({ state }) => `it was ${state === 'Disabled' ? 'off' : state}`,
	read: (now, reply) => `AutoReplyState is ${now.state}${furtherRead(reply, now)}`,
});

/** What was scheduled and is over by now is off. */
function wantedAgain(before: AutomaticReply, { at }: Giving): Wanted[] {
	const { internal, external, start, end } = before;
	if (same(before.state, 'Enabled')) return [{ state: 'Enabled', internal, external }];
	if (same(before.state, 'Disabled')) return [{ state: 'Disabled' }];
	if (!start || !end) return [];
	return timeOf(end) > at.getTime()
		? [{ state: 'Scheduled', internal, external, start, end }]
		: [{ state: 'Disabled' }];
}

function whatItDoes(reply: Wanted): string {
	if (reply.state === 'Disabled') return 'switches the automatic reply off';
	if (reply.state === 'Enabled') return 'sets the automatic reply that was on';
	return `schedules the automatic reply that was to run until ${reply.end}`;
}

function isSo(reply: Wanted, now: AutomaticReply): boolean | null {
	if (!same(reply.state, now.state)) return false;
	if (reply.state === 'Disabled') return true;
	if (reply.state === 'Scheduled' && !isSameTime(reply, now)) return false;
	return bothOf(isSameText(reply.internal, now.internal), isSameOutside(reply, now));
}

function furtherRead(reply: Wanted, now: AutomaticReply): string {
	const isSameState = same(reply.state, now.state);
	if (!isSameState || reply.state === 'Disabled') return '';
	if (reply.state === 'Scheduled' && !isSameTime(reply, now))
		return ` from ${now.start} to ${now.end}`;
	const result = isSo(reply, now);
	if (result === null) return ', and its texts cannot be compared';
	return result ? ' with the texts of before' : ' with other texts';
}

const bothOf = (one: boolean | null, other: boolean | null): boolean | null =>
	one === false || other === false ? false : one === null || other === null ? null : true;

function isSameText(was: string, now: string): boolean | null {
	if (lettersOf(was) === lettersOf(now)) return true;
	// CIPP puts its own values in place of %tenantname% and the like.
	return /%\w+%/.test(was) ? null : false;
}

/** Without a text for outside CIPP lets nobody outside get one, and leaves the old text where it was. */
function isSameOutside({ external: was }: { external: string }, now: AutomaticReply) {
	const isSame = isSameText(was, now.external);
	return isSame === false && lettersOf(was) === '' ? null : isSame;
}

const isSameTime = (reply: { start: string; end: string }, now: AutomaticReply): boolean =>
	timeOf(reply.start) === timeOf(now.start) && timeOf(reply.end) === timeOf(now.end);

/** CIPP gives minutes of UTC without saying so. */
const timeOf = (time: string | null): number =>
	Math.floor(Date.parse(`${String(time).replace(' ', 'T').replace(/Z$/, '')}Z`) / 60_000) * 60_000;

function messagesOf(reply: Wanted): Record<string, unknown> {
	if (reply.state === 'Disabled') return {};
	return {
		// CIPP takes an empty text for none and would leave the leaver's.
		InternalMessage:
			lettersOf(reply.internal) === '' ? '<html><body></body></html>' : reply.internal,
		...(lettersOf(reply.external) === '' ? {} : { ExternalMessage: reply.external }),
		...(reply.state === 'Scheduled'
			? { StartTime: timeOf(reply.start) / 1_000, EndTime: timeOf(reply.end) / 1_000 }
			: {}),
	};
}
