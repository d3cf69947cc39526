import { calendar, contactsFolder } from './calendar';
import { mailForwarding } from './mail-forwarding';
import { mailTrace } from './mail-trace';
import { mailbox } from './mailbox';
import { mailboxMobileDevice } from './mailbox-mobile-device';
import { mailboxPermission } from './mailbox-permission';
import { mailboxRestore } from './mailbox-restore';
import { mailboxRule } from './mailbox-rule';
import { outOfOffice } from './out-of-office';
import { retentionPolicy, retentionTag } from './retention';
import { junkMailSender, restrictedSender } from './sender-list';
import { opensAt, type Resource } from '../vocabulary';

/** What is inside mailboxes and who may do what with them. */
export const exchange: Resource[] = opensAt(mailbox, [
	calendar,
	contactsFolder,
	mailForwarding,
	mailTrace,
	mailboxMobileDevice,
	mailboxPermission,
	mailboxRestore,
	mailboxRule,
	outOfOffice,
	restrictedSender,
	retentionPolicy,
	retentionTag,
	junkMailSender,
	mailbox,
]);
