import {
	setCalendarPermission,
	setMailboxRight,
	type RightChange,
} from '../commands/mailbox-access.mts';
import { CippFailure } from '../commands/place.mts';
import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { read, valueText } from '../loose-json.mts';
import { MicrosoftError } from '../../microsoft/errors.mts';
import { findUser } from '../../microsoft/state/lookup.mts';
import type { MailboxRight } from '../../microsoft/state/tenant.mts';
import { placeFor } from './account.mts';

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
	const lines = buckets.flatMap(([bucket, right, action, automapping]) =>
		listed(read(call.body, bucket))
			.map((entry) => read(entry, 'value'))
			.filter((value): value is string => typeof value === 'string' && value !== '')
			.map((trustee) => {
				try {
					return setMailboxRight(place, { mailbox, trustee, right, action, automapping });
				} catch (error) {
					if (error instanceof MicrosoftError)
						return `Failed to ${action} ${right} for ${trustee} on ${mailbox}: ${error.message}`;
					throw error;
				}
			}),
	);
	return ok({ Results: lines });
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

/** Many mailboxes or one. Always 200 once there is something to do; levels CIPP does not know are passed over. */
function modifyMailboxes(call: Call): Answer {
	const { body } = call;
	const single = read(body, 'userID') && read(body, 'permissions') ? [body] : [];
	const requests = Array.isArray(body) ? body : listed(read(body, 'mailboxRequests') ?? single);
	if (requests.length === 0) return failed(400, { Results: ['No mailbox requests provided'] });
	// The tenant stands beside the list; a body that is a list has none, and that is the partner's own.
	const place = placeFor(call);
	const lines: string[] = [];
	let changes = 0;
	for (const request of requests) {
		const wanted = valueText(read(request, 'userID'));
		if (!wanted) {
			lines.push('Skipped mailbox with missing userID');
			continue;
		}
		const user = place.tenant && findUser(place.tenant, wanted);
		if (place.tenant && !user) {
			lines.push(`Could not find user ${wanted}`);
			continue;
		}
		const mailbox = user?.userPrincipalName ?? wanted;
		for (const permission of listed(read(request, 'permissions'))) {
			const action = valueText(read(permission, 'Modification')) === 'Remove' ? 'Remove' : 'Add';
			for (const trustee of listed(read(permission, 'UserID')).map(valueText)) {
				for (const level of levelsOf(read(permission, 'PermissionLevel'))) {
					const right = rights.find((name) => name.toLowerCase() === level.toLowerCase());
					const isOther = removableRights.some(
						(name) => name.toLowerCase() === level.toLowerCase(),
					);
					if (!right && !(isOther && action === 'Remove')) continue;
					changes += 1;
					if (!right) {
						lines.push(`Removed ${trustee} ${level} from ${mailbox}`);
						continue;
					}
					const automapping = read(permission, 'AutoMap') !== false;
					try {
						lines.push(setMailboxRight(place, { mailbox, trustee, right, action, automapping }));
					} catch (error) {
						if (!(error instanceof MicrosoftError)) throw error;
						lines.push(`Error processing ${right} for ${trustee} on ${mailbox}: ${error.message}`);
					}
				}
			}
		}
	}
	// Then what was said of single mailboxes is lost.
	if (changes === 0) return ok({ Results: ['No valid permission changes to process'] });
	return ok({ Results: lines });
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
	const isId = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(wanted);
	const user = place.tenant && findUser(place.tenant, wanted);
	if (place.tenant && !user && !isId)
		return failed(404, {
			Results: [
				`Failed to get user ID: Resource '${wanted}' does not exist or one of its queried reference-property objects are not present.`,
			],
		});
	let isFailure = false;
	const lines = listed(read(body, 'permissions')).flatMap((permission) =>
		listed(read(permission, 'UserID'))
			.map(valueText)
			.map((trustee) => {
				const flag = (name: string): boolean => {
					const value = read(permission, name) ?? false;
					if (typeof value === 'boolean') return value;
					throw new CippFailure(
						`Cannot process argument transformation on parameter '${name}'. Cannot convert value "System.String" to type "System.Boolean". Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0.`,
					);
				};
				try {
					return setCalendarPermission(place, {
						calendar: user?.id ?? wanted,
						user: trustee,
						accessRights: valueText(read(permission, 'PermissionLevel')),
						folderName: valueText(read(permission, 'FolderName')) || 'Calendar',
						remove: valueText(read(permission, 'Modification')) === 'Remove',
						canViewPrivateItems: flag('CanViewPrivateItems'),
						sendNotification: flag('SendNotificationToUser'),
					});
				} catch (error) {
					if (!(error instanceof CippFailure)) throw error;
					isFailure = true;
					return error.message;
				}
			}),
	);
	if (lines.length === 0)
		return failed(500, { Results: ['No results were generated from the operation.'] });
	return { status: isFailure ? 500 : 200, body: { Results: lines } };
}

function listed(given: unknown): unknown[] {
	if (Array.isArray(given)) return given;
	return given === undefined || given === null || given === '' ? [] : [given];
}
