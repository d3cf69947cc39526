/** A step of an offboarding, by the name of the option that asks CIPP for it. */
export type StepName =
	| 'RevokeSessions'
	| 'ResetPass'
	| 'DisableSignIn'
	| 'HideFromGAL'
	| 'RemoveGroups'
	| 'RemoveRules'
	| 'RemoveMobile'
	| 'removeCalendarInvites'
	| 'OOO'
	| 'forward'
	| 'disableForwarding'
	| 'OnedriveAccess'
	| 'DisableOneDriveSharing'
	| 'AccessNoAutomap'
	| 'AccessAutomap'
	| 'removePermissions'
	| 'removeCalendarPermissions'
	| 'ConvertToShared'
	| 'RemoveMFADevices'
	| 'RemoveTeamsPhoneDID'
	| 'RemoveLicenses'
	| 'ClearImmutableId'
	| 'DeleteUser';

/** How CIPP speaks of a step. Its results carry no step name, only sentences (contract 5.2). */
export interface Step {
	name: StepName;
	/** CIPP's command; a step that throws is reported as `Failed to execute <command> : …`. */
	command: string;
	/** Sentences that say it is done, or that there was nothing to do. */
	done: RegExp[];
	/** Sentences that say it is not. */
	failed: RegExp[];
}

/** The 23 steps in the order in which CIPP runs them. */
export const steps: Step[] = [
	{
		name: 'RevokeSessions',
		command: 'Revoke-CIPPSessions',
		done: [/^Successfully revoked sessions for /],
		failed: [/^Failed to revoke sessions for /],
	},
	{
		name: 'ResetPass',
		command: 'Set-CIPPResetPassword',
		done: [/^Successfully reset the password for /, /^Password reset accepted for /],
		failed: [/^Failed to reset password for /],
	},
	{
		name: 'DisableSignIn',
		command: 'Set-CIPPSignInState',
		done: [/^Successfully set account enabled state to False for /],
		failed: [/^Failed to set sign-in state for /, /WARNING: User .* is AD Sync enabled/],
	},
	{
		name: 'HideFromGAL',
		command: 'Set-CIPPHideFromGAL',
		done: [/^Successfully hidden .* from GAL/],
		failed: [/^Failed to set .* in GAL/],
	},
	{
		name: 'RemoveGroups',
		command: 'Remove-CIPPGroups',
		done: [
			/^Successfully removed .* from group /,
			/^Skipping removal of .* from group /,
			/ is not a member of any groups/,
		],
		failed: [
			/^(Error: )?Could not remove \S+ from /,
			/^Error (preparing bulk group removal|executing bulk Exchange) requests/,
		],
	},
	{
		name: 'RemoveRules',
		command: 'Remove-CIPPMailboxRule',
		done: [/^Successfully deleted all rules for /, /^No rules found for /],
		failed: [/^Failed to delete rules? for /],
	},
	{
		name: 'RemoveMobile',
		command: 'Remove-CIPPMobileDevice',
		done: [/^Successfully removed \d+ mobile devices for /],
		failed: [/^Failed to remove (all )?mobile devices for /],
	},
	{
		name: 'removeCalendarInvites',
		command: 'Remove-CIPPCalendarInvites',
		done: [/^Successfully cancelled all calendar invites for /],
		failed: [/^Failed to cancel calendar invites for /],
	},
	{
		name: 'OOO',
		command: 'Set-CIPPOutOfOffice',
		done: [/^Set Out-of-office for .* to Enabled/i],
		failed: [/^Could not add OOO for /],
	},
	{
		name: 'forward',
		command: 'Set-CIPPForwarding',
		done: [/^Successfully set forwarding for /],
		failed: [/^Failed to set forwarding for /],
	},
	{
		name: 'disableForwarding',
		command: 'Set-CIPPForwarding',
		done: [/^Disabling forwarding for /, /^Successfully disabled forwarding for /],
		failed: [/^Failed to (set|disable) forwarding for /],
	},
	{
		name: 'OnedriveAccess',
		command: 'Set-CIPPSharePointPerms',
		done: [/^Successfully added .* as a site collection admin of /],
		failed: [/^Failed to change access for /, /^Failed to process SharePoint permissions/],
	},
	{
		name: 'DisableOneDriveSharing',
		command: 'Set-CIPPOneDriveSharing',
		done: [/^Successfully set OneDrive sharing to 'Disabled' for /],
		failed: [/^Failed to set OneDrive sharing for /],
	},
	{
		name: 'AccessNoAutomap',
		command: 'Set-CIPPMailboxAccess',
		done: [/^Granted .* FullAccess to .* with automapping False/],
		failed: [/^Failed to Add FullAccess for /i],
	},
	{
		name: 'AccessAutomap',
		command: 'Set-CIPPMailboxAccess',
		done: [/^Granted .* FullAccess to .* with automapping True/],
		failed: [/^Failed to Add FullAccess for /i],
	},
	{
		name: 'removePermissions',
		command: 'Remove-CIPPMailboxPermissions',
		done: [
			/^Removed .*permissions for .* from .*mailbox/i,
			/were already removed or don't exist/,
			/^No mailbox permissions found for .* in cached data/,
		],
		failed: [
			/^Could not remove mailbox permissions for /,
			/^Failed to remove permissions from .* for /,
		],
	},
	{
		name: 'removeCalendarPermissions',
		command: 'Remove-CIPPCalendarPermissions',
		done: [/^Removed .* from calendar /, /^No calendar permissions found for .* in cached data/],
		failed: [
			/^Failed to remove .* from calendar /,
			/^Failed to query calendar permissions from cache/,
			/^Could not remove calendar permissions for /,
		],
	},
	{
		name: 'ConvertToShared',
		command: 'Set-CIPPMailboxType',
		done: [/^Successfully converted .* to a Shared mailbox/],
		failed: [/^Failed to convert .* to a Shared mailbox/],
	},
	{
		name: 'RemoveMFADevices',
		command: 'Remove-CIPPUserMFA',
		done: [
			/^Successfully removed MFA methods? \([^)]*\) for user (?!.*However, failed)/,
			/^No MFA methods found for user /,
		],
		failed: [
			/^Failed to (remove|get) MFA methods?/,
			/^Successfully removed MFA methods?.*However, failed to remove/,
		],
	},
	{
		name: 'RemoveTeamsPhoneDID',
		command: 'Remove-CIPPUserTeamsPhoneDIDs',
		done: [
			/^Successfully removed Teams Phone DID: /,
			/^Completed processing \d+ DIDs for user .* 0 failed/,
			/^No Teams Phone DIDs found /,
		],
		failed: [
			/^Failed to (remove|process) Teams Phone DIDs?/,
			/^Completed processing \d+ DIDs for user .* [1-9]\d* failed/,
		],
	},
	{
		name: 'RemoveLicenses',
		command: 'Remove-CIPPLicense',
		// The scheduler's own sentence slips out before CIPP's.
		done: [/^Scheduled license removal for /, /^Successfully added task: Remove License: /],
		failed: [/^Could not remove license for /],
	},
	{
		name: 'ClearImmutableId',
		command: 'Clear-CIPPImmutableID',
		done: [
			/^Successfully cleared immutable ID for user /i,
			/does not have an ImmutableID set or it is already cleared/i,
			/^Scheduled Immutable ID clear task/i,
			/^Successfully added task: Clear Immutable ID: /,
		],
		failed: [/^Failed to (clear|schedule) immutable ID/i],
	},
	{
		name: 'DeleteUser',
		command: 'Remove-CIPPUser',
		done: [/^Successfully deleted user with ID: /],
		failed: [/^Failed to delete user with ID: /],
	},
];

/** Sentences of the second task, which removes the licences after the offboarding itself has ended. */
export const licenseTaskTexts = {
	done: [
		/^Removed directly assigned licenses for /,
		/^No licenses to remove for /,
		/^No directly assigned licenses/,
		/^Removed .* from (mail-enabled )?license group /,
	],
	failed: [
		/^Could not remove license for /,
		/^Failed to remove .* from (mail-enabled )?license group /,
		/^Task Failed/i,
	],
};
