import {
	noteInReport,
	rightCmdlet,
	sentenceFor,
	setCalendarPermission,
	setMailboxRight,
	type RightChange,
} from '../commands/mailbox-access.mts';
import { CippFailure, type Place } from '../commands/place.mts';
import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { read, valueText } from '../loose-json.mts';
import { MicrosoftError } from '../../microsoft/errors.mts';
import { isIdentifier } from '../../microsoft/state/identifier.mts';
import type { MailboxRight } from '../../microsoft/state/tenant.mts';
import { emptyParameter } from '../powershell.mts';
import { userAddress, wordsOf } from '../requests.mts';
import { placeFor } from './attempt.mts';

export const permissionChangeEndpoints: Endpoint[] = [
	{
		name: 'ExecEditMailboxPermissions',
		role: 'Exchange.Mailbox.ReadWrite',
		answer: editMailboxPermissions,
	},
	{ name: 'ExecModifyMBPerms', role: 'Exchange.Mailbox.ReadWrite', answer: modifyMailboxes },
	{ name: 'ExecModifyCalPerms', role: 'Exchange.Mailbox.ReadWrite', answer: modifyCalendar },
];

const buckets: Array<[string, MailboxRight, RightChange['action'], boolean]> = [
	['RemoveFullAccess', 'FullAccess', 'Remove', true],
	['AddFullAccess', 'FullAccess', 'Add', true],
	['AddFullAccessNoAutoMap', 'FullAccess', 'Add', false],
	['AddSendAs', 'SendAs', 'Add', true],
	['RemoveSendAs', 'SendAs', 'Remove', true],
	['AddSendOnBehalf', 'SendOnBehalf', 'Add', true],
	['RemoveSendOnBehalf', 'SendOnBehalf', 'Remove', true],
];

/** Always 200 with a sentence for each change. Only label/value objects are seen. */
function editMailboxPermissions(call: Call): Answer {
	const mailbox = valueText(read(call.body, 'userID'));
	// Without a mailbox CIPP's script ends where it stands.
	if (!mailbox) return ok(null);
	const place = placeFor(call);
	const changes = buckets.flatMap(([bucket, right, action, automapping]) =>
		listed(read(call.body, bucket))
			.map((entry) => read(entry, 'value'))
			.filter((value): value is string => typeof value === 'string' && value !== '')
			.map((trustee): RightChange => ({ mailbox, trustee, right, action, automapping })),
	);
	if (!place.tenantFilter && changes.length > 0) return failed(500, emptyParameter('TenantFilter'));
	return ok({ Results: changes.map((change) => setMailboxRight(place, change)) });
}

const rights: MailboxRight[] = ['FullAccess', 'SendAs', 'SendOnBehalf'];
/** Rights that can only be taken away; nobody in the sandbox has them. */
const removableRights = [
	'ReadPermission',
	'ExternalAccount',
	'DeleteItem',
	'ChangePermission',
	'ChangeOwner',
];

/** One right to change; `other` is one of those that can only be taken away. */
type Wanted = RightChange | { mailbox: string; trustee: string; other: string };

/**
 * Many mailboxes or one. Always 200 once there is something to do; levels CIPP does not know are passed over, and so
 * are people it could not look up.
 */
function modifyMailboxes(call: Call): Answer {
	const { body } = call;
	const single = read(body, 'userID') && read(body, 'permissions') ? [body] : [];
	const requests = Array.isArray(body) ? body : listed(read(body, 'mailboxRequests') ?? single);
	if (requests.length === 0) return failed(400, { Results: ['No mailbox requests provided'] });
	// The tenant stands beside the list; a body that is a list has none, and that is the partner's own.
	const place = placeFor(call);
	const skipped: string[] = [];
	const wanted: Wanted[] = [];
	for (const request of requests) {
		const name = valueText(read(request, 'userID'));
		const mailbox = name === '' ? undefined : mailboxNamed(place, name);
		if (name === '') skipped.push('Skipped mailbox with missing userID');
		else if (mailbox === undefined) skipped.push(`Could not find user ${name}`);
		else wanted.push(...changesIn(request, mailbox));
	}
	// A mailbox that came back empty stops CIPP before it has done anything.
	if (wanted.some(({ mailbox }) => mailbox === '')) return failed(500, emptyParameter('UserId'));
	// Then what was said of single mailboxes is lost.
	if (wanted.length === 0) return ok({ Results: ['No valid permission changes to process'] });
	return ok({ Results: [...skipped, ...wanted.map((change) => changed(place, change))] });
}

/** The user principal name; '' where nobody was asked, undefined where Graph knows nobody. */
function mailboxNamed({ ask }: Place, name: string): string | undefined {
	try {
		return String(ask.one(userAddress(name))?.userPrincipalName ?? '');
	} catch (error) {
		if (error instanceof MicrosoftError) return undefined;
		throw error;
	}
}

function changesIn(request: unknown, mailbox: string): Wanted[] {
	return listed(read(request, 'permissions')).flatMap((permission) => {
		const action = valueText(read(permission, 'Modification')) === 'Remove' ? 'Remove' : 'Add';
		const automapping = read(permission, 'AutoMap') !== false;
		return listed(read(permission, 'UserID'))
			.map(valueText)
			.flatMap((trustee) =>
				levelsOf(read(permission, 'PermissionLevel')).flatMap((level): Wanted[] => {
					const isLevel = (name: string) => name.toLowerCase() === level.toLowerCase();
					const right = rights.find(isLevel);
					if (right) return [{ mailbox, trustee, right, action, automapping }];
					const other = removableRights.find(isLevel);
					return other && action === 'Remove' ? [{ mailbox, trustee, other }] : [];
				}),
			);
	});
}

function changed(place: Place, change: Wanted): string {
	const { mailbox, trustee } = change;
	const name = 'other' in change ? change.other : change.right;
	try {
		if ('other' in change) {
			const parameters = { Identity: mailbox, User: trustee, AccessRights: [change.other] };
			place.ask.cmdlet('Remove-MailboxPermission', parameters, mailbox);
			return `Removed ${trustee} ${change.other} from ${mailbox}`;
		}
		const { name: cmdlet, parameters } = rightCmdlet(change);
		place.ask.cmdlet(cmdlet, parameters, mailbox);
		noteInReport(place, change);
		return sentenceFor(change);
	} catch (error) {
		return `Error processing ${name} for ${trustee} on ${mailbox}: ${wordsOf(error)}`;
	}
}

function levelsOf(given: unknown): string[] {
	const list = Array.isArray(given) ? given : [given];
	return list.flatMap((level) => String(level ?? '').split(',')).map((level) => level.trim());
}

/** One failed change makes the whole answer a 500, with every sentence in it. */
function modifyCalendar(call: Call): Answer {
	const { body } = call;
	const wanted = valueText(read(body, 'userID'));
	if (!wanted) return failed(400, { Results: ['Username is required'] });
	const place = placeFor(call);
	const owner = ownerOf(place, wanted);
	if ('words' in owner) return failed(404, { Results: [`Failed to get user ID: ${owner.words}`] });
	let isFailure = false;
	const lines = listed(read(body, 'permissions')).flatMap((permission) =>
		listed(read(permission, 'UserID'))
			.map(valueText)
			.map((trustee) => {
				try {
					return changeCalendarOf(place, owner.id, permission, trustee);
				} catch (error) {
					if (!(error instanceof CippFailure)) throw error;
					isFailure = true;
					return error.message;
				}
			}),
	);
	if (lines.length === 0)
		return failed(500, {
			Results: [
				'No results were generated from the operation. Please check the logs for more details.',
			],
		});
	return { status: isFailure ? 500 : 200, body: { Results: lines } };
}

function ownerOf({ ask }: Place, name: string): { id: string } | { words: string } {
	if (isIdentifier(name)) return { id: name };
	try {
		return { id: String(ask.one(userAddress(name))?.id ?? '') };
	} catch (error) {
		return { words: wordsOf(error) };
	}
}

function changeCalendarOf(
	place: Place,
	calendar: string,
	permission: unknown,
	trustee: string,
): string {
	const flag = (name: string): boolean => {
		const value = read(permission, name) ?? false;
		if (typeof value === 'boolean') return value;
		throw new CippFailure(
			`Cannot process argument transformation on parameter '${name}'. Cannot convert value "System.String" to type "System.Boolean". Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0.`,
		);
	};
	// Nobody's calendar: where CIPP could not ask, there is no id, and the cached report is what it stumbles over.
	if (calendar === '')
		throw new CippFailure(
			`Failed to set calendar permissions for ${trustee} on  : ${emptyParameter('MailboxIdentity')}`,
		);
	return setCalendarPermission(place, {
		calendar,
		user: trustee,
		accessRights: valueText(read(permission, 'PermissionLevel')),
		folderName: valueText(read(permission, 'FolderName')) || 'Calendar',
		remove: valueText(read(permission, 'Modification')) === 'Remove',
		canViewPrivateItems: flag('CanViewPrivateItems'),
		sendNotification: flag('SendNotificationToUser'),
	});
}

function listed(given: unknown): unknown[] {
	if (Array.isArray(given)) return given;
	return given === undefined || given === null || given === '' ? [] : [given];
}
