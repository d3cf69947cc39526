/**
 * Recordings of which the truth, worked out by rule from what left for Microsoft and which rows changed, is
 * not what the answer of CIPP and the same answer elsewhere say. By operation, mode and amount.
 */
export const disputed: Record<string, string> = {
	'cippTenants.gdapRole.repair ok all': halfRepaired(),
	'cippTenants.gdapRole.repair ok required': halfRepaired(),
	'cippTeamsSharePoint.sitePermission.remove ok all': notRemoved(),
	'cippTeamsSharePoint.sitePermission.remove ok field levelToRemove': notRemoved(),
	'cippTeamsSharePoint.site.update gone required':
		'The very answer that counts as partly done elsewhere: the title was skipped.',
	'cipp.user.create ok field sharedMailboxes': accessSkipped(),
	'cipp.user.create ok field sharedCalendars': accessSkipped(),
	'cipp.jitAdmin.grant ok required': nothingGranted(),
	'cipp.jitAdmin.grant ok field tapLifetimeInMinutes': nothingGranted(),
	'cippPlatform.container.restart deny required': restartNotSeen(),
	'cippPlatform.container.restart down required': restartNotSeen(),
	'cippPlatform.cippRole.createOrReplace ok all': noTenant(),
	'cippTenants.tenantGroup.create ok field members': noTenant(),
	'cippTenants.tenantGroup.update ok field members': noTenant(),
	'cipp.user.getCompromiseReport ok': stored(),
	'cippExchange.mailboxRule.getMany ok': stored(),
	'cippSettings.accessCheck.checkPermissions ok': stored(),
	'cippSettings.accessCheck.checkGdap ok': stored(),
	'cippCompliance.sensitiveInfoType.getRulePackage ok':
		'The same answer as when the compliance centre is out of reach: a package without its XML.',
};

function noTenant(): string {
	return 'CIPP stored a member that is no tenant; the node looks for it before it sends anything, and there is none.';
}

function halfRepaired(): string {
	return 'The rows were put right, then CIPP broke off at the templates and says so: done in part.';
}

function notRemoved(): string {
	return 'The library got permissions of its own, and the one to remove was not found: done in part.';
}

function accessSkipped(): string {
	return 'The user was made without the access to the mailbox that was asked for: done in part.';
}

function nothingGranted(): string {
	return 'Rights for a time, without any role, group or pass: an order for nothing, which is refused.';
}

function restartNotSeen(): string {
	return 'CIPP does not look at what Azure answers, and says the same either way.';
}

function stored(): string {
	return 'CIPP gave what it had stored in a run that Microsoft had refused.';
}
