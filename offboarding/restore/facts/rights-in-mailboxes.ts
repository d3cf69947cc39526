import { fact } from '../fact';
import { address, oneOf, shape, someOf } from '../../rules';
import type { CannotRestore } from '../shape';
import { grantsOfOthers, lacking, readOf, singly } from './rights';

/** The rights that CIPP can give. */
const givable = ['FullAccess', 'SendAs', 'SendOnBehalf'];

/**
 * All rights in one mailbox of someone else, given in one request. What was comes from CIPP's report of
 * last night, what is from the mailbox itself.
 */
export const rightsInMailboxes = fact({
	name: 'mailboxRights',
	part: 'mailboxes of others',
	called: 'mailboxes of others',
	wanted: shape({ mailbox: address, rights: someOf(oneOf(...givable)) }),
	before: (snapshot) => snapshot.mailboxesOfOthers,
	entries: (before, { target }) =>
		grantsOfOthers(before, target).flatMap(({ place, rights }) => {
			const others = lacking(rights, givable);
			return [lacking(rights, others), others]
				.filter((some) => some.length > 0)
				.map((some) => ({ mailbox: place, rights: some }));
		}),
	now: async (here, { mailbox }) => singly(await here.state.mailboxRightsHeldIn(mailbox)),
	isSo: ({ rights }, held) => lacking(rights, held).length === 0,
	missing: ({ mailbox, rights }, held) => ({ mailbox, rights: lacking(rights, held) }),
	obstacle: notGivable,
	request: ({ mailbox, rights }, { userPrincipalName }) => ({
		endpoint: 'ExecModifyMBPerms',
		body: {
			mailboxRequests: [
				{
					userID: mailbox,
					permissions: [
						{
							UserID: userPrincipalName,
							Modification: 'Add',
							PermissionLevel: rights.join(','),
						},
					],
				},
			],
		},
	}),
	what: ({ mailbox, rights }) => `gives ${rights.join(', ')} in the mailbox of ${mailbox}`,
	why: (_wanted, from) => `${from.displayName} had it`,
	read: readOf,
	notice: ({ rights }) =>
		rights.includes('FullAccess')
			? 'Full access comes back with automapping, so the mailbox opens in Outlook: CIPP cannot read how it was.'
			: null,
});

function notGivable({ mailbox, rights }: { mailbox: string; rights: string[] }) {
	const others = lacking(rights, givable);
	if (others.length === 0) return null;
	return {
		what: `${others.join(', ')} in the mailbox of ${mailbox}`,
		why: 'CIPP can take this right and not give it',
		instead: 'Give it in Exchange, if full access does not cover it.',
	} satisfies CannotRestore;
}
