import { removeUser, resetPassword, revokeSessions, setSignInState } from '../commands/account.mts';
import { removeAuthenticationMethods } from '../commands/authentication-methods.mts';
import { removeFromGroups } from '../commands/groups.mts';
import { clearImmutableId } from '../commands/immutable-id.mts';
import { removeLicenses } from '../commands/licenses.mts';
import { mfaRows } from '../commands/mfa-state.mts';
import {
	cancelMeetings,
	mailboxType,
	setHiddenFromAddressLists,
	setMailboxType,
	setOutOfOffice,
} from '../commands/mailbox.mts';
import { CippFailure, withoutEffect, type Place } from '../commands/place.mts';
import { isTrue, read, valueText } from '../loose-json.mts';
import { wordsOf } from '../requests.mts';
import type { World } from '../world.mts';
import type { Task } from './task.mts';
import type { CommandOutcome } from './work.mts';

type Command = (place: Place, parameter: (name: string) => unknown) => CommandOutcome['lines'];

const text = (value: unknown) => valueText(value);

/** The schedulable commands that do something here; others are accepted and only say that they ran. */
const commands: Record<string, Command> = {
	'Remove-CIPPLicense': (place, parameter) =>
		removeLicenses(place, text(parameter('userid')), text(parameter('username'))),
	'Clear-CIPPImmutableID': (place, parameter) => [
		clearImmutableId(place, text(parameter('UserID'))),
	],
	'Set-CIPPSignInState': (place, parameter) => [
		setSignInState(place, text(parameter('UserID')), isTrue(parameter('AccountEnabled'))),
	],
	'Revoke-CIPPSessions': (place, parameter) => [
		revokeSessions(place, text(parameter('UserID')), text(parameter('Username'))),
	],
	'Set-CIPPResetPassword': (place, parameter) => [
		resetPassword(place, text(parameter('UserID')), text(parameter('DisplayName')), true)
			.resultText,
	],
	'Set-CIPPHideFromGAL': (place, parameter) => [
		setHiddenFromAddressLists(place, text(parameter('UserId')), isTrue(parameter('HideFromGAL'))),
	],
	'Remove-CIPPGroups': (place, parameter) =>
		removeFromGroups(place, text(parameter('UserID')), text(parameter('Username'))),
	'Remove-CIPPCalendarInvites': (place, parameter) => [
		cancelMeetings(place, text(parameter('Username'))),
	],
	'Remove-CIPPUser': (place, parameter) => [
		removeUser(place, text(parameter('UserID')), text(parameter('Username'))),
	],
	'Remove-CIPPUserMFA': (place, parameter) => [
		removeAuthenticationMethods(place, text(parameter('UserPrincipalName'))),
	],
	'Set-CIPPMailboxType': (place, parameter) => {
		const type = mailboxType(parameter('MailboxType'));
		if (!type) throw new CippFailure(`Cannot validate argument on parameter 'MailboxType'.`);
		return [
			setMailboxType(
				place,
				text(parameter('UserID')),
				text(parameter('Username')) || text(parameter('UserID')),
				type,
			),
		];
	},
	'Get-CIPPMFAState': (place) => mfaRows(place.ask, place.tenantFilter),
	'Set-CIPPOutOfOffice': (place, parameter) => {
		const state = parameter('State');
		if (state !== 'Enabled' && state !== 'Disabled' && state !== 'Scheduled')
			throw new CippFailure(`Cannot validate argument on parameter 'State'.`);
		return [
			setOutOfOffice(place, text(parameter('UserID')), {
				state,
				internalMessage: optionalText(parameter('InternalMessage')),
				externalMessage: optionalText(parameter('ExternalMessage')),
			}),
		];
	},
};

/** Runs a task's command for its tenant, or for every tenant it covers. */
export function runCommand(world: World, task: Task): CommandOutcome | 'hangs' | 'not yet' {
	if (task.tenant === 'AllTenants') return runForAll(world, task);
	const place = world.placeFor(task.tenant);
	const isImmutableIdTask =
		task.command.toLowerCase() === 'clear-cippimmutableid' && task.trigger !== null;
	if (isImmutableIdTask && !isDeleted(place, text(read(task.parameters, 'UserID'))))
		return 'not yet';
	if (task.command.toLowerCase() !== 'remove-cipplicense') return { lines: linesOf(task, place) };

	const username = text(read(task.parameters, 'username'));
	const fault = world.faults.takeStep('LicenseTask', world.faultPlace(task.tenant, username));
	switch (fault?.kind) {
		case 'hangs':
			return 'hangs';
		case 'fails':
			return {
				lines: [
					`Could not remove license for ${username}. Error: ${fault.error ?? 'The server is busy. Please try again later.'}`,
				],
			};
		case 'saysDone':
			return { lines: linesOf(task, withoutEffect(place)) };
		case 'neverMentioned':
			return { lines: ['Task completed successfully'] };
		case 'neverMentionedButDone':
			linesOf(task, place);
			return { lines: ['Task completed successfully'] };
		default:
			return { lines: linesOf(task, place) };
	}
}

/** Whether the task a synced user left behind has its moment: the account is in the deleted items. */
function isDeleted({ ask }: Place, userId: string): boolean {
	try {
		return ask.one(`directory/deletedItems/${userId}`) !== null;
	} catch (error) {
		wordsOf(error);
		return false;
	}
}

function runForAll(world: World, task: Task): CommandOutcome {
	const excluded = task.excludedTenants.toLowerCase().split(',');
	const tenants = world
		.listedTenants()
		.filter(({ defaultDomainName }) => !excluded.includes(defaultDomainName.toLowerCase()));
	const perTenant = tenants.map((tenant) => ({
		tenant: tenant.defaultDomainName,
		lines: linesOf(task, world.placeFor(tenant.defaultDomainName)),
	}));
	// A tenant whose command failed counts as successful all the same; only its own lines tell.
	const count = perTenant.length;
	return {
		lines: [`Multi-tenant task completed: ${count} successful, 0 failed (Total: ${count} tenants)`],
		perTenant,
	};
}

function linesOf(task: Task, place: Place): CommandOutcome['lines'] {
	const command = Object.entries(commands).find(
		([name]) => name.toLowerCase() === task.command.toLowerCase(),
	)?.[1];
	// An alert without findings has nothing to say.
	if (!command) return /^Get-CIPPAlert/i.test(task.command) ? [] : ['Task completed successfully'];
	try {
		return command(place, (name) => read(task.parameters, name));
	} catch (error) {
		// A one-time task whose command throws is Completed all the same.
		if (error instanceof CippFailure) return [`Task Failed: ${error.message}`];
		return [`Task Failed: ${wordsOf(error)}`];
	}
}

function optionalText(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}
