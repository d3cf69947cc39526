import { checkSteps, followTasks, readPerson, sendJob } from '../fields/offboarding-needs';
import { needOnlyTo, type Need } from '../vocabulary';

/** What a start calls: snapshot, lock-out and roles where they are asked for, the job and its end. */
export const startNeeds: Need[] = [
	...readPerson,
	...checkSteps,
	...followTasks,
	sendJob,
	needOnlyTo(
		'lock out first',
		'Identity.User.ReadWrite',
		'ExecDisableUser',
		'ExecResetPass',
		'ExecRevokeSessions',
	),
	needOnlyTo('remove admin roles', 'Identity.Role.ReadWrite', 'ExecRemoveAdminRole'),
	needOnlyTo('take back a double start', 'CIPP.Scheduler.ReadWrite', 'RemoveScheduledItem'),
];

export const giveBack: Need[] = [
	needOnlyTo(
		'give back the account, its manager and details, licenses and per-user MFA',
		'Identity.User.ReadWrite',
		'ExecDisableUser',
		'PatchUser',
		'ExecBulkLicense',
		'ExecPerUserMFA',
	),
	needOnlyTo('give back groups', 'Identity.Group.ReadWrite', 'EditGroup'),
	needOnlyTo(
		'give back mailbox, mail settings and rights',
		'Exchange.Mailbox.ReadWrite',
		'ExecConvertMailbox',
		'ExecHideFromGAL',
		'ExecEmailForward',
		'ExecSetOoO',
		'ExecModifyMBPerms',
		'ExecModifyCalPerms',
	),
	needOnlyTo(
		'give back Teams numbers',
		'Teams.Voice.ReadWrite',
		'ExecTeamsVoicePhoneNumberAssignment',
	),
	needOnlyTo('give back a deleted account', 'Tenant.Directory.ReadWrite', 'ExecRestoreDeleted'),
];
