import { removeUser, resetPassword, revokeSessions, setSignInState } from '../commands/account.mts';
import { removeAuthenticationMethods } from '../commands/authentication-methods.mts';
import { removeFromGroups } from '../commands/groups.mts';
import { clearImmutableIdOf, type KnownUser } from '../commands/immutable-id.mts';
import { scheduleLicenseRemoval } from '../commands/licenses.mts';
import {
	grantRight,
	removeCalendarPermissions,
	removeMailboxPermissions,
} from '../commands/mailbox-access.mts';
import {
	cancelMeetings,
	removeAllRules,
	removeMobileDevices,
	setForwarding,
	setHiddenFromAddressLists,
	setMailboxType,
	setOutOfOffice,
} from '../commands/mailbox.mts';
import { addOneDriveAdmins, setOneDriveSharing } from '../commands/one-drive.mts';
import { CippFailure, type Place } from '../commands/place.mts';
import { removeTeamsNumbers } from '../commands/teams-numbers.mts';
import { isTrue, read } from '../loose-json.mts';
import type { MailboxRight } from '../../microsoft/state/tenant.mts';
import type { StepName } from './step-names.mts';

export interface Step {
	name: StepName;
	/** The cmdlet as CIPP names it in 'Failed to execute …'. */
	cmdlet: string;
	isSelected(options: unknown): boolean;
	/** Does the step and gives its result lines; throws CippFailure with CIPP's sentence. */
	run(place: Place, user: KnownUser, options: unknown): string[];
	/** CIPP's own sentence for a failure with this error text. `thrown`: it goes behind 'Failed to execute'. */
	failure(user: KnownUser, error: string, options: unknown): { text: string; thrown: boolean };
	/** Fails place by place: the step itself runs, and Exchange refuses each cmdlet. */
	isRefusedInParts?: true;
}

const on = (name: StepName) => (options: unknown) => isTrue(read(options, name));
const filled = (name: StepName) => (options: unknown) => valuesOf(options, name).length > 0;
const thrown =
	(sentence: (user: string) => string) =>
	({ username }: KnownUser, error: string) => ({
		text: `${sentence(username)}${error}`,
		thrown: true,
	});
const returned =
	(sentence: (user: string) => string) =>
	({ username }: KnownUser, error: string) => ({
		text: `${sentence(username)}${error}`,
		thrown: false,
	});

/** The steps of an offboarding in CIPP's order. */
export const steps: Step[] = [
	{
		name: 'RevokeSessions',
		cmdlet: 'Revoke-CIPPSessions',
		isSelected: on('RevokeSessions'),
		run: (place, { id, username }) => [revokeSessions(place, id, username)],
		failure: thrown((user) => `Failed to revoke sessions for ${user}. Error: `),
	},
	{
		name: 'ResetPass',
		cmdlet: 'Set-CIPPResetPassword',
		isSelected: on('ResetPass'),
		run: (place, { username, displayName }) => [
			resetPassword(place, username, displayName, true).resultText,
		],
		failure: ({ username, displayName }, error) => ({
			text: `Failed to reset password for ${displayName}, ${username}. Error: ${error}`,
			thrown: true,
		}),
	},
	{
		name: 'DisableSignIn',
		cmdlet: 'Set-CIPPSignInState',
		isSelected: on('DisableSignIn'),
		run: (place, { username }) => [setSignInState(place, username, false)],
		failure: thrown((user) => `Failed to set sign-in state for ${user}. Error: `),
	},
	{
		name: 'HideFromGAL',
		cmdlet: 'Set-CIPPHideFromGAL',
		isSelected: on('HideFromGAL'),
		run: (place, { username }) => [setHiddenFromAddressLists(place, username, true)],
		failure: thrown((user) => `Failed to set ${user} to hidden in GAL. Error: `),
	},
	{
		name: 'RemoveGroups',
		cmdlet: 'Remove-CIPPGroups',
		isSelected: on('RemoveGroups'),
		run: (place, { id, username }) => removeFromGroups(place, id, username),
		failure: returned(() => 'Error preparing bulk group removal requests: '),
	},
	{
		name: 'RemoveRules',
		cmdlet: 'Remove-CIPPMailboxRule',
		isSelected: on('RemoveRules'),
		run: (place, { username }) => [removeAllRules(place, username)],
		failure: thrown((user) => `Failed to delete rules for ${user}. Error: `),
	},
	{
		name: 'RemoveMobile',
		cmdlet: 'Remove-CIPPMobileDevice',
		isSelected: on('RemoveMobile'),
		run: (place, { username }) => [removeMobileDevices(place, username)],
		failure: thrown((user) => `Failed to remove mobile devices for ${user}. Error: `),
	},
	{
		name: 'removeCalendarInvites',
		cmdlet: 'Remove-CIPPCalendarInvites',
		isSelected: on('removeCalendarInvites'),
		run: (place, { username }) => [cancelMeetings(place, username)],
		failure: thrown((user) => `Failed to cancel calendar invites for ${user}. Error: `),
	},
	{
		name: 'OOO',
		cmdlet: 'Set-CIPPOutOfOffice',
		isSelected: (options) => textOf(options, 'OOO') !== '',
		run: (place, { username }, options) => {
			const message = textOf(options, 'OOO');
			return [
				setOutOfOffice(place, username, {
					state: 'Enabled',
					internalMessage: message,
					externalMessage: message,
				}),
			];
		},
		failure: thrown((user) => `Could not add OOO for ${user}. Error: `),
	},
	{
		name: 'forward',
		cmdlet: 'Set-CIPPForwarding',
		isSelected: (options) => !isEmpty(read(options, 'forward')),
		run: (place, { id, username }, options) => {
			// Only .value is read: a plain text is accepted by the request check and then forwards nothing, without a word.
			const address = read(read(options, 'forward'), 'value');
			if (typeof address !== 'string' || address === '') return [];
			return setForwarding(place, id, username, {
				to: 'internal',
				address,
				keepCopy: !isEmpty(read(options, 'KeepCopy')) && read(options, 'KeepCopy') !== false,
			});
		},
		failure: thrown((user) => `Failed to set forwarding for ${user}. Error: `),
	},
	{
		name: 'disableForwarding',
		cmdlet: 'Set-CIPPForwarding',
		isSelected: on('disableForwarding'),
		run: (place, { id, username }) => setForwarding(place, id, username, { to: 'nobody' }),
		failure: thrown((user) => `Failed to set forwarding for ${user}. Error: `),
	},
	{
		name: 'OnedriveAccess',
		cmdlet: 'Set-CIPPSharePointPerms',
		isSelected: filled('OnedriveAccess'),
		run: (place, { username }, options) =>
			addOneDriveAdmins(place, username, valuesOf(options, 'OnedriveAccess')),
		failure: thrown(() => 'Failed to process SharePoint permissions. Error: '),
	},
	{
		name: 'DisableOneDriveSharing',
		cmdlet: 'Set-CIPPOneDriveSharing',
		isSelected: on('DisableOneDriveSharing'),
		run: (place, { username }) => [setOneDriveSharing(place, username, 'Disabled')],
		failure: thrown((user) => `Failed to set OneDrive sharing for ${user}. Error: `),
	},
	{
		name: 'AccessNoAutomap',
		cmdlet: 'Set-CIPPMailboxAccess',
		isSelected: filled('AccessNoAutomap'),
		run: (place, { username }, options) =>
			grantRight(place, username, valuesOf(options, 'AccessNoAutomap'), 'FullAccess', false),
		failure: accessFailure('AccessNoAutomap', 'FullAccess'),
	},
	{
		name: 'AccessAutomap',
		cmdlet: 'Set-CIPPMailboxAccess',
		isSelected: filled('AccessAutomap'),
		run: (place, { username }, options) =>
			grantRight(place, username, valuesOf(options, 'AccessAutomap'), 'FullAccess', true),
		failure: accessFailure('AccessAutomap', 'FullAccess'),
	},
	{
		name: 'AccessSendAs',
		cmdlet: 'Set-CIPPMailboxAccess',
		isSelected: filled('AccessSendAs'),
		run: (place, { username }, options) =>
			grantRight(place, username, valuesOf(options, 'AccessSendAs'), 'SendAs'),
		failure: accessFailure('AccessSendAs', 'SendAs'),
	},
	{
		name: 'AccessSendOnBehalf',
		cmdlet: 'Set-CIPPMailboxAccess',
		isSelected: filled('AccessSendOnBehalf'),
		run: (place, { username }, options) =>
			grantRight(place, username, valuesOf(options, 'AccessSendOnBehalf'), 'SendOnBehalf'),
		failure: accessFailure('AccessSendOnBehalf', 'SendOnBehalf'),
	},
	{
		name: 'removePermissions',
		cmdlet: 'Remove-CIPPMailboxPermissions',
		isSelected: on('removePermissions'),
		run: (place, { username }) => removeMailboxPermissions(place, username),
		failure: returned(() => 'Could not remove mailbox permissions for . Error: '),
		isRefusedInParts: true,
	},
	{
		name: 'removeCalendarPermissions',
		cmdlet: 'Remove-CIPPCalendarPermissions',
		isSelected: on('removeCalendarPermissions'),
		run: (place, { username }) => removeCalendarPermissions(place, username),
		failure: returned((user) => `Could not remove calendar permissions for ${user}. Error: `),
		isRefusedInParts: true,
	},
	{
		name: 'ConvertToShared',
		cmdlet: 'Set-CIPPMailboxType',
		isSelected: on('ConvertToShared'),
		run: (place, { id, username }) => [setMailboxType(place, id, username, 'Shared')],
		failure: thrown((user) => `Failed to convert ${user} to a Shared mailbox. Error: `),
	},
	{
		name: 'RemoveMFADevices',
		cmdlet: 'Remove-CIPPUserMFA',
		isSelected: on('RemoveMFADevices'),
		run: (place, { username }) => [removeAuthenticationMethods(place, username)],
		failure: thrown((user) => `Failed to get MFA methods for user ${user}. Error: `),
	},
	{
		name: 'RemoveTeamsPhoneDID',
		cmdlet: 'Remove-CIPPUserTeamsPhoneDIDs',
		isSelected: on('RemoveTeamsPhoneDID'),
		run: (place, { id, username }) => removeTeamsNumbers(place, needed(id), username),
		failure: ({ id, username }, error) => ({
			text: `Failed to process Teams Phone DIDs removal for: '${username}' - '${id}'. Error: ${error}`,
			thrown: true,
		}),
	},
	{
		name: 'RemoveLicenses',
		cmdlet: 'Remove-CIPPLicense',
		isSelected: on('RemoveLicenses'),
		run: (place, { id, username }) => scheduleLicenseRemoval(place, id, username),
		failure: (_, error) => ({ text: `Error - Could not add task: ${error}`, thrown: true }),
	},
	{
		name: 'ClearImmutableId',
		cmdlet: 'Clear-CIPPImmutableID',
		isSelected: on('ClearImmutableId'),
		run: (place, user) => clearImmutableIdOf(place, user),
		failure: thrown((user) => `Failed to clear immutable ID for ${user}. Error: `),
	},
	{
		name: 'DeleteUser',
		cmdlet: 'Remove-CIPPUser',
		isSelected: on('DeleteUser'),
		run: (place, { id, username }) => [removeUser(place, needed(id), username)],
		failure: ({ id, username }, error) => ({
			text: `Failed to delete user with ID: '${id}'. Error: ${error} and Username: '${username}'`,
			thrown: true,
		}),
	},
];

/** Two commands cannot be called without an id, which is missing where the account could not be looked up. */
function needed(id: string): string {
	if (id === '')
		throw new CippFailure(
			"Cannot bind argument to parameter 'UserID' because it is an empty string.",
		);
	return id;
}

function accessFailure(name: StepName, right: MailboxRight): Step['failure'] {
	return ({ username }, error, options) => ({
		text: valuesOf(options, name)
			.map((delegate) => `Failed to Add ${right} for ${delegate} on ${username}: ${error}`)
			.join('\n'),
		thrown: false,
	});
}

/** The texts in a list of texts or {value} objects; CIPP takes both here. */
function valuesOf(options: unknown, name: StepName): string[] {
	const given = read(options, name);
	const list = Array.isArray(given) ? given : isEmpty(given) ? [] : [given];
	return list
		.map((entry) => (typeof entry === 'string' ? entry : read(entry, 'value')))
		.filter((value): value is string => typeof value === 'string' && value.trim() !== '');
}

function textOf(options: unknown, name: StepName): string {
	const value = read(options, name);
	return typeof value === 'string' ? value : '';
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}
