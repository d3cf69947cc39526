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
	'AccessSendAs',
	'AccessSendOnBehalf',
	'removePermissions',
	'removeCalendarPermissions',
	'ConvertToShared',
	'RemoveMFADevices',
	'RemoveTeamsPhoneDID',
	'RemoveLicenses',
	'ClearImmutableId',
	'DeleteUser',
] as const;

/** Steps of 10.9: older versions drop them without a word. */
export const sendSteps: readonly StepName[] = ['AccessSendAs', 'AccessSendOnBehalf'];

export type StepName = (typeof stepNames)[number];
