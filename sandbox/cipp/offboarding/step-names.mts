/** The options of ExecOffboardUser that are steps of their own, in the order CIPP runs them. */
export const stepNames = [
	'RevokeSessions',
	'ResetPass',
	'DisableSignIn',
	'HideFromGAL',
	'RemoveGroups',
	'RemoveRules',
	'RemoveMobile',
	'removeCalendarInvites',
	'OOO',
	'forward',
	'disableForwarding',
	'OnedriveAccess',
	'DisableOneDriveSharing',
	'AccessNoAutomap',
	'AccessAutomap',
	'removePermissions',
	'removeCalendarPermissions',
	'ConvertToShared',
	'RemoveMFADevices',
	'RemoveTeamsPhoneDID',
	'RemoveLicenses',
	'ClearImmutableId',
	'DeleteUser',
] as const;

export type StepName = (typeof stepNames)[number];
