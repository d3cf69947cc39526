interface NamedStep {
	/** As CIPP's wizard calls it. */
	title: string;
	/** What the option holds that asks for it. */
	takes: 'switch' | 'people' | 'text';
	/** First version that knows it; older ones drop it without a word. */
	since?: string;
}

/** The options of ExecOffboardUser that are steps of their own, in the order CIPP runs them. */
const named = {
	RevokeSessions: { title: 'Revoke all sessions', takes: 'switch' },
	ResetPass: { title: 'Reset password', takes: 'switch' },
	DisableSignIn: { title: 'Disable sign in', takes: 'switch' },
	HideFromGAL: { title: 'Hide from Global Address List', takes: 'switch' },
	RemoveGroups: { title: 'Remove from all groups', takes: 'switch' },
	RemoveRules: { title: 'Remove all rules', takes: 'switch' },
	RemoveMobile: { title: 'Remove all mobile devices', takes: 'switch' },
	removeCalendarInvites: { title: 'Cancel all calendar invites', takes: 'switch' },
	OOO: { title: 'Set Out of Office message', takes: 'text' },
	forward: { title: 'Forward email', takes: 'text' },
	disableForwarding: { title: 'Disable email forwarding', takes: 'switch' },
	OnedriveAccess: { title: 'Grant OneDrive full access', takes: 'people' },
	DisableOneDriveSharing: { title: 'Disable OneDrive sharing links', takes: 'switch' },
	AccessNoAutomap: { title: 'Grant full access (no automap)', takes: 'people' },
	AccessAutomap: { title: 'Grant full access (automap)', takes: 'people' },
	AccessSendAs: { title: 'Grant send as', takes: 'people', since: '10.9' },
	AccessSendOnBehalf: { title: 'Grant send on behalf', takes: 'people', since: '10.9' },
	removePermissions: { title: "Remove user's mailbox permissions", takes: 'switch' },
	removeCalendarPermissions: { title: "Remove user's calendar permissions", takes: 'switch' },
	ConvertToShared: { title: 'Convert to shared mailbox', takes: 'switch' },
	RemoveMFADevices: { title: 'Remove all MFA devices', takes: 'switch' },
	RemoveTeamsPhoneDID: { title: 'Remove Teams Phone DID', takes: 'switch' },
	RemoveLicenses: { title: 'Remove licenses', takes: 'switch' },
	ClearImmutableId: { title: 'Clear Immutable ID', takes: 'switch' },
	DeleteUser: { title: 'Delete user', takes: 'switch' },
} as const satisfies Record<string, NamedStep>;

export type StepName = keyof typeof named;

export const stepNames = Object.keys(named) as StepName[];

export const isStepName = (name: string): name is StepName => name in named;

/** Titles, kinds and versions of the steps. */
export const stepsByName: Record<StepName, NamedStep> = named;

/** Steps of 10.9: older versions drop them without a word. */
export const sendSteps: readonly StepName[] = stepNames.filter((name) => stepsByName[name].since);
