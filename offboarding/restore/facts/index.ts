import { accountExists } from './account-exists';
import { attributes } from './attributes';
import { automaticReply } from './automatic-reply';
import { forwarding } from './forwarding';
import { groupMembership } from './group-membership';
import { groupOwnership } from './group-ownership';
import { hiddenFromAddressList } from './hidden-from-address-list';
import { licenses } from './licenses';
import { mailboxType } from './mailbox-type';
import { manager } from './manager';
import { perUserMfa } from './per-user-mfa';
import { rightsInCalendars } from './rights-in-calendars';
import { rightsInMailboxes } from './rights-in-mailboxes';
import { signIn } from './sign-in';
import { teamsNumber } from './teams-number';
import type { Fact } from '../fact';

/** Everything that a restore can make so again, in the order in which it has to run. */
export const facts: Fact[] = [
	accountExists,
	signIn,
	attributes,
	licenses,
	groupMembership,
	groupOwnership,
	mailboxType,
	hiddenFromAddressList,
	forwarding,
	automaticReply,
	rightsInMailboxes,
	rightsInCalendars,
	manager,
	perUserMfa,
	teamsNumber,
];
