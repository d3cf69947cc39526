import { readMailbox } from '../../person/snapshot-exchange';
import type { Person, SnapshotMailbox } from '../../person/snapshot-shape';
import { fact, same, type FactRequest } from '../fact';
import { address, exactly, flag, named, ofKind, orNull, shape } from '../../rules';

type Forwarding = SnapshotMailbox['forwarding'];

/** Null: mail goes to nobody else. */
export const forwarding = fact({
	name: 'forwarding',
	part: 'mailbox',
	called: 'mailbox',
	wanted: orNull(
		ofKind('kind', {
			external: shape({ to: address, kind: exactly('external'), keepsCopy: flag }),
			// Exchange names people of its own tenant as it likes.
			internal: shape({ to: named, kind: exactly('internal'), keepsCopy: flag }),
		}),
	),
	before: ({ mailbox }) => mailbox,
	entries: (before): Forwarding[] => [before.forwarding],
	now: async (here) => (await readMailbox(here.state)).forwarding,
	isSo: (wanted, now) => same(wanted?.to, now?.to) && wanted?.keepsCopy === now?.keepsCopy,
	request: (wanted, person) => (wanted ? forwardTo(wanted, person) : toNobody(person)),
	what: (wanted, now) => {
		if (wanted) return `forwards mail to ${wanted.to} again`;
		return now ? `ends the forwarding to ${now.to}` : 'ends any forwarding';
	},
	why: (wanted) => (wanted ? 'it was forwarded' : 'mail was not forwarded'),
	read: (now) =>
		now
			? `mail goes to ${now.to}, ${now.keepsCopy ? 'and' : 'not'} to the mailbox`
			: 'mail goes to nobody else',
});

function forwardTo(
	{ to, kind, keepsCopy }: NonNullable<Forwarding>,
	{ userPrincipalName }: Person,
): FactRequest {
	const isExternal = kind === 'external';
	return {
		endpoint: 'ExecEmailForward',
		body: {
			userID: userPrincipalName,
			forwardOption: isExternal ? 'ExternalAddress' : 'internalAddress',
			[isExternal ? 'ForwardExternal' : 'ForwardInternal']: to,
			// Left out, CIPP would deliver nothing to the mailbox itself.
			KeepCopy: keepsCopy,
		},
	};
}

const toNobody = ({ userPrincipalName }: Person): FactRequest => ({
	endpoint: 'ExecEmailForward',
	body: { userID: userPrincipalName, forwardOption: 'disabled' },
});
