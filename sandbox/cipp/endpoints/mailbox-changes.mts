import {
	decideOnMobileDevice,
	mailboxType,
	removeMobileDevice,
	removeRule,
	setForwarding,
	setHiddenFromAddressLists,
	setMailboxType,
	setOutOfOffice,
	setRule,
	type OutOfOffice,
} from '../commands/mailbox.mts';
import { CippFailure } from '../commands/place.mts';
import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import { parameter, textParameter, type Call } from '../http/call.mts';
import { isTrue, read, toBoolean, valueText } from '../loose-json.mts';
import { noStatus, nullParameter, outsideOfSet, outsideOfTypedSet } from '../powershell.mts';
import { attempted, placeFor } from './attempt.mts';

export const mailboxChangeEndpoints: Endpoint[] = [
	{
		name: 'ExecConvertMailbox',
		role: 'Exchange.Mailbox.ReadWrite',
		answer: (call) => {
			const given = valueText(read(call.body, 'MailboxType'));
			const type = mailboxType(given);
			const id = valueText(read(call.body, 'ID'));
			const set = ['Shared', 'Regular', 'Room', 'Equipment'];
			if (!type) return failed(500, { Results: outsideOfSet('MailboxType', given, set) });
			return attempted(500, () => setMailboxType(placeFor(call), id, id, type));
		},
	},
	{
		name: 'ExecHideFromGAL',
		role: 'Exchange.Mailbox.ReadWrite',
		answer: (call) => {
			const hidden = toBoolean(parameter(call, 'HideFromGAL'));
			return attempted(403, () =>
				setHiddenFromAddressLists(placeFor(call), textParameter(call, 'ID'), hidden),
			);
		},
	},
	{ name: 'ExecEmailForward', role: 'Exchange.Mailbox.ReadWrite', answer: forward },
	{ name: 'ExecSetOoO', role: 'Exchange.Mailbox.ReadWrite', answer: setAutoReply },
	{
		name: 'ExecRemoveMailboxRule',
		role: 'Exchange.Mailbox.ReadWrite',
		answer: (call) => {
			const ruleId = textParameter(call, 'ruleId');
			if (!ruleId) throw new Error('You cannot call a method on a null-valued expression.');
			return attempted(500, () =>
				removeRule(
					placeFor(call),
					ruleId,
					textParameter(call, 'ruleName'),
					textParameter(call, 'userPrincipalName'),
				),
			);
		},
	},
	{ name: 'ExecSetMailboxRule', role: 'Exchange.Mailbox.ReadWrite', answer: switchRule },
	{
		name: 'ExecMailboxMobileDevices',
		role: 'Exchange.Mailbox.ReadWrite',
		answer: changeMobileDevice,
	},
];

/** Body only. Exceptions are not caught here, so a failure is a bare text. */
function switchRule(call: Call): Answer {
	const text = (name: string) => valueText(read(call.body, name));
	// A cast: any text counts as true, 'false' as well.
	const isOn = (name: string) => Boolean(read(call.body, name));
	if (!isOn('Enable') && !isOn('Disable')) throw new Error('No state provided for mailbox rule');
	const result = setRule(
		placeFor(call),
		text('ruleId'),
		text('ruleName'),
		text('userPrincipalName'),
		isOn('Enable'),
	);
	return ok({ Results: result });
}

/** Query only, and always 200. Quarantine is looked at first and ends the call. */
function changeMobileDevice({ query, instance }: Call): Answer {
	const place = instance.placeFor(query.get('tenantFilter') ?? '');
	const userId = query.get('Userid') ?? '';
	const quarantine = query.get('Quarantine')?.toLowerCase();
	if (quarantine === 'true' || quarantine === 'false') {
		const decision = quarantine === 'true' ? 'Block' : 'Allow';
		const deviceId = query.get('deviceid') ?? '';
		return ok({ Results: decideOnMobileDevice(place, deviceId, userId, decision) });
	}
	if (!query.isTrue('Delete')) return ok({ Results: null });
	return ok({ Results: removeMobileDevice(place, query.get('guid') ?? '', userId) });
}

function forward(call: Call): Answer {
	const { body } = call;
	const id = valueText(read(body, 'userID'));
	const keepCopy = isTrue(read(body, 'KeepCopy'));
	const redirect = (to: 'internal' | 'external', address: string): Answer =>
		// Without an address nothing is done, and the list of results holds a null.
		address === ''
			? ok({ Results: [null] })
			: listed(() => setForwarding(placeFor(call), id, id, { to, address, keepCopy }));
	switch (valueText(read(body, 'forwardOption')).toLowerCase()) {
		case 'internaladdress':
			return redirect('internal', valueText(read(body, 'ForwardInternal')));
		case 'externaladdress':
			return redirect('external', valueText(read(body, 'ForwardExternal')));
		case 'disabled':
			return listed(() => setForwarding(placeFor(call), id, id, { to: 'nobody' }));
		default:
			// Without an option that it knows CIPP does not come as far as an answer.
			return failed(500, noStatus);
	}
}

function listed(work: () => string[]): Answer {
	try {
		return ok({ Results: work() });
	} catch (error) {
		if (error instanceof CippFailure) return failed(500, { Results: [error.message] });
		throw error;
	}
}

const states = ['Enabled', 'Disabled', 'Scheduled'] as const;

function setAutoReply(call: Call): Answer {
	const { body } = call;
	const id = valueText(read(body, 'userId'));
	const given = valueText(read(body, 'AutoReplyState'));
	const both = valueText(read(body, 'input'));
	const message = (name: string) => both || valueText(read(body, name)) || undefined;
	const state = states.find((name) => name.toLowerCase() === given.toLowerCase());
	try {
		if (!id) throw new CippFailure(nullParameter('UserID'));
		if (!state) throw new CippFailure(outsideOfTypedSet('State', given, states));
		const wanted: OutOfOffice = {
			state,
			internalMessage: message('InternalMessage'),
			externalMessage: message('ExternalMessage'),
			startTime: timeOf(read(body, 'StartTime')),
			endTime: timeOf(read(body, 'EndTime')),
			more: furtherSettings(body),
		};
		return ok({ Results: setOutOfOffice(placeFor(call), id, wanted) });
	} catch (error) {
		if (error instanceof CippFailure)
			return failed(500, {
				Results: `Could not set Out of Office for user: ${id}. Error: ${error.message}`,
			});
		throw error;
	}
}

/** Sent on only when the reply is scheduled. */
function furtherSettings(body: unknown): Record<string, unknown> {
	const names = [
		'CreateOOFEvent',
		'OOFEventSubject',
		'AutoDeclineFutureRequestsWhenOOF',
		'DeclineEventsForScheduledOOF',
		'DeclineMeetingMessage',
	];
	return Object.fromEntries(
		names
			.map((name) => [name, read(body, name)])
			.filter(([, value]) => value !== undefined && value !== null && value !== ''),
	);
}

/** Unix seconds or a date text. */
function timeOf(given: unknown): Date | undefined {
	const text = valueText(given);
	if (text === '') return undefined;
	return new Date(/^\d+$/.test(text) ? Number(text) * 1000 : text);
}
