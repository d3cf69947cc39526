import type { Effect } from '../../operations/vocabulary';

interface Correction {
	effect: Effect;
	/** What really leaves CIPP, or what it comes to. */
	because: string;
}

const as = (effect: Effect, because: string, ...operations: string[]): Record<string, Correction> =>
	Object.fromEntries(operations.map((operation) => [operation, { effect, because }]));

/**
 * Where an operation is in another class than its endpoint in `facts.json`: that table knows an endpoint and
 * its switches, and neither which fields an operation sends nor what it means for the people concerned.
 * By node, resource and operation.
 */
export const effects: Record<string, Correction> = {
	...as(
		'contain',
		'keeps a person or a device out until somebody lets them in again, and takes nothing away: PATCH accountEnabled, revokeSignInSessions, a new passwordProfile, Set-CASMailbox with a blocked device',
		'cipp.user.disable',
		'cipp.user.revokeSessions',
		'cipp.user.resetPassword',
		'cippDevices.entraDevice.disable',
		'cippExchange.mailboxMobileDevice.block',
	),
	...as(
		'destroy',
		'takes access away: a member, an owner, a license, an address, a right or a number is gone afterwards (DELETE …/$ref, Remove-…, Set-… with a list to remove)',
		'cipp.group.removeMembers',
		'cipp.group.removeOwners',
		'cippUsers.groupContact.remove',
		'cippUsers.groupLicense.remove',
		'cippUsers.userAlias.remove',
		'cippExchange.calendar.removePermission',
		'cippExchange.contactsFolder.removePermission',
		'cippTeamsSharePoint.oneDrive.removeAccess',
		'cippTeamsSharePoint.site.removeAdmin',
		'cippTeamsSharePoint.siteMember.remove',
		'cippTeamsSharePoint.siteMember.removeFromGroup',
		'cippTeamsSharePoint.teamsVoice.unassign',
		'cippTenants.tenantOffboarding.removeContacts',
		'cippTenants.cspLicense.scheduleRemoval',
	),
	...as(
		'destroy',
		'has CIPP correct a tenant by whatever the standards say, deletions included, as Baseline: Run does',
		'cippStandards.standardTemplate.run',
		'cippStandards.standard.deployLegacy',
	),
	...as(
		'destroy',
		'locks people out or remediates their accounts from then on, whenever an event matches, without asking',
		'cippAlerts.alertRule.createWithResponse',
		'cippAlerts.alertRule.updateWithResponse',
	),
	...as(
		'destroy',
		'nobody can sign in by this method afterwards, also who has no other',
		'cippSecurity.authenticationMethod.disable',
	),
	...as(
		'destroy',
		'CIPP drops what it has stored of the tenant, and no longer works on it',
		'cippSettings.tenantExclusion.exclude',
	),
	...as(
		'destroy',
		'log entries that are older are deleted for good',
		'cippSettings.logConfiguration.setRetention',
	),
	...as(
		'destroy',
		'profiles of the same name are deleted: DELETE windowsAutopilotDeploymentProfiles',
		'cippDevices.autopilotProfile.create',
	),
	...as(
		'destroy',
		'permissions that are not in the list are taken away from CIPP in all tenants',
		'cippPlatform.appRegistration.setPermissions',
	),
	...as(
		'destroy',
		'Search-Mailbox passes as a search and deletes with DeleteContent',
		'cippAdministration.exchangeRequest.runSearch',
	),
	...as(
		'change',
		'lets a device in; nothing is taken away',
		'cippExchange.mailboxMobileDevice.allow',
	),
	...as(
		'change',
		"adds CIPP's own exclusions again and removes none",
		'cippSettings.licenseExclusion.restoreDefaults',
	),
	...as(
		'change',
		'starts a job that collects data, and with Collect Anew throws away the report before',
		'cipp.user.startCompromiseCheck',
		'cipp.user.getCompromiseReport',
	),
};
