import { need, needOnlyTo, type Need } from '../vocabulary';

// What the offboarding room calls, by what it is for.

export const findPeople: Need = need(
	'CIPP.Core.Read',
	'ListTenants',
	'ListGraphRequest',
	'ListGraphBulkRequest',
);

const mailbox = needOnlyTo(
	'look at the mailbox',
	'Exchange.Mailbox.Read',
	'ListUserMailboxDetails',
	'ListUserMailboxRules',
	'ListOoO',
	'ListMailboxMobileDevices',
	'ListmailboxPermissions',
	'ListCalendarPermissions',
);

const phone = needOnlyTo('look at the Teams number', 'Teams.Voice.Read', 'ListTeamsVoice');

export const seeDeleted = needOnlyTo(
	'see a deleted account',
	'Tenant.Directory.Read',
	'ListDeletedItems',
);

/** Everything known of a person; what may not be read is named in what comes out. */
export const readPerson: Need[] = [
	findPeople,
	needOnlyTo('look at per-user MFA', 'Identity.User.Read', 'ListPerUserMFA'),
	needOnlyTo('look at admin roles', 'Identity.Role.Read', 'ListRoles'),
	mailbox,
	phone,
	needOnlyTo('name licenses and count seats', 'Tenant.Directory.Read', 'ListLicenses'),
];

/** Whether steps are true; what may not be read is not verified, and says so. */
export const checkSteps: Need[] = [
	findPeople,
	needOnlyTo('look at groups', 'Identity.User.Read', 'ListUserGroups'),
	mailbox,
	phone,
	seeDeleted,
];

export const readTasks = need(
	'CIPP.Scheduler.Read',
	'ListScheduledItems',
	'ListScheduledItemDetails',
);

/** From CIPP's list of tasks, and from where newer versions show each step. */
export const followTasks: Need[] = [
	readTasks,
	needOnlyTo(
		'see each step while it runs (CIPP after 10.8)',
		'Identity.User.Read',
		'ListOffboardingProgress',
	),
];

export const sendJob = need('Identity.User.ReadWrite', 'ExecOffboardUser');
