import { choices, multiline, text, toggle, type DeclaredField } from '../vocabulary';

/** The steps of an offboarding, as ExecOffboardUser takes them. */
export const offboardingSteps = (): DeclaredField[] => [
	toggle('Block Sign-In', 'DisableSignIn', {
		help: 'Whether to disable the account. A synced account has to be disabled on-premises as well.',
	}),
	toggle('Revoke Sessions', 'RevokeSessions', {
		help: 'Whether to end all sign-ins. Apps notice within about an hour.',
	}),
	toggle('Reset Password', 'ResetPass', {
		help: 'Whether to set a new random password. It is hidden in the output unless you ask for it under Options.',
	}),
	toggle('Remove MFA Methods', 'RemoveMFADevices', {
		help: 'Whether to remove every sign-in method but the password',
	}),
	toggle('Remove From Groups', 'RemoveGroups', {
		help: 'Whether to remove the person from all groups. Dynamic and synced groups stay and are listed.',
	}),
	toggle('Remove Licenses', 'RemoveLicenses', {
		help: 'Whether to remove all licenses. CIPP does this in a second task, 5 to 20 minutes later.',
	}),
	toggle('Convert to Shared Mailbox', 'ConvertToShared', {
		help: 'Whether to turn the mailbox into a shared one, which needs no license up to 50 GB',
	}),
	toggle('Hide From Address List', 'HideFromGAL', {
		help: 'Whether to hide the mailbox from the global address list',
	}),
	text('Forward Mail To', 'forward', {
		form: 'labelValue',
		placeholder: 'e.g. manager@contoso.com',
		help: 'Address in the same tenant that gets new mail. Empty leaves forwarding as it is.',
	}),
	toggle('Keep a Copy', 'KeepCopy', {
		help: 'Whether forwarded mail also stays in the mailbox. Only together with Forward Mail To.',
	}),
	toggle('Disable Forwarding', 'disableForwarding', {
		help: 'Whether to switch off any forwarding that is set on the mailbox now',
	}),
	multiline('Out-of-Office Reply', 'OOO', {
		placeholder: 'e.g. <p>I no longer work here. Please write to info@contoso.com.</p>',
		help: 'Automatic reply as HTML, to people inside and outside. Empty leaves it as it is.',
	}),
	text('Mailbox Access', 'AccessAutomap', {
		form: 'labelValues',
		placeholder: 'e.g. manager@contoso.com, hr@contoso.com',
		help: 'Who gets full access to the mailbox, shown in their Outlook by itself. Separate several with commas.',
	}),
	text('Mailbox Access Without Automapping', 'AccessNoAutomap', {
		form: 'labelValues',
		placeholder: 'e.g. manager@contoso.com',
		help: 'Who gets full access to the mailbox and adds it to Outlook by hand. Separate several with commas.',
	}),
	text('OneDrive Access', 'OnedriveAccess', {
		form: 'labelValues',
		placeholder: 'e.g. manager@contoso.com',
		help: 'Who becomes an admin of the OneDrive, by user principal name. Separate several with commas.',
	}),
	toggle('Disable OneDrive Sharing', 'DisableOneDriveSharing', {
		help: 'Whether to end all sharing from the OneDrive',
	}),
	toggle('Remove Inbox Rules', 'RemoveRules', {
		help: 'Whether to delete all inbox rules. They cannot be brought back.',
	}),
	toggle('Remove Mobile Devices', 'RemoveMobile', {
		help: 'Whether to remove the phones that sync the mailbox. They are not wiped.',
	}),
	toggle('Cancel Meetings', 'removeCalendarInvites', {
		help: 'Whether to cancel all future meetings the person has called. They cannot be brought back.',
	}),
	toggle('Remove Mailbox Permissions', 'removePermissions', {
		help: "Whether to remove the person's access to other mailboxes, as far as CIPP's cached report knows them",
	}),
	toggle('Remove Calendar Permissions', 'removeCalendarPermissions', {
		help: "Whether to remove the person's access to other calendars, as far as CIPP's cached report knows them",
	}),
	toggle('Remove Teams Phone Number', 'RemoveTeamsPhoneDID', {
		help: 'Whether to take away the Teams phone numbers',
	}),
	toggle('Clear Immutable ID', 'ClearImmutableId', {
		help: 'Whether to cut the link to an on-premises account. CIPP restores a deleted synced account in order to do this.',
	}),
	toggle('Delete User', 'DeleteUser', {
		help: 'Whether to delete the account at the end. It can be restored for 30 days.',
	}),
];

export const notifyOfResult = (): DeclaredField =>
	choices(
		'Notify Through',
		'PostExecution',
		[
			{ value: 'email', label: 'Email' },
			{ value: 'psa', label: 'PSA Ticket' },
			{ value: 'webhook', label: 'Webhook' },
		],
		{
			help: 'Where CIPP sends the result by itself, as set up in its notification settings',
		},
	);
