import { readMailbox } from '../../person/snapshot-exchange';
import { fact } from '../fact';
import { exactly } from '../../rules';

/** A mailbox that was a person's own is so again; after the licences, without which Exchange refuses. */
export const mailboxType = fact({
	name: 'mailboxType',
	part: 'mailbox',
	called: 'mailbox',
	wanted: exactly('UserMailbox'),
	before: ({ mailbox }) => mailbox,
	entries: ({ type }) => (type === 'UserMailbox' ? [type] : []),
	now: async (here) => (await readMailbox(here.state)).type,
	isSo: (wanted, type) => type === wanted,
	request: (_wanted, { userPrincipalName }) => ({
		endpoint: 'ExecConvertMailbox',
		body: { ID: userPrincipalName, MailboxType: 'Regular' },
	}),
	what: () => 'turns the mailbox into a user mailbox again',
	why: (wanted) => `it was a ${wanted}`,
	read: (type) => `the mailbox is a ${type}`,
});
