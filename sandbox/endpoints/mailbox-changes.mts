import {
	isMailboxType,
	setForwarding,
	setHiddenFromAddressLists,
	setMailboxType,
	setOutOfOffice,
	type OutOfOffice,
} from '../cmdlets/mailbox.mts';
import { CippFailure } from '../cmdlets/place.mts';
import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import { parameter, textParameter, type Call } from '../http/call.mts';
import { isTrue, read, toBoolean, valueText } from '../state/loose-json.mts';
import { attempted, placeFor } from './account.mts';

export const mailboxChangeEndpoints: Endpoint[] = [
	{
		name: 'ExecConvertMailbox',
		role: 'Exchange.Mailbox.ReadWrite',
		answer: (call) => {
			const type = read(call.body, 'MailboxType');
			const id = valueText(read(call.body, 'ID'));
			if (!isMailboxType(type))
				return failed(500, {
					Results: `Cannot validate argument on parameter 'MailboxType'. The argument "${valueText(type)}" does not belong to the set "Shared,Regular,Room,Equipment" specified by the ValidateSet attribute.`,
				});
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
];

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
			return ok({ Results: [null] });
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

function setAutoReply(call: Call): Answer {
	const { body } = call;
	const id = valueText(read(body, 'userId'));
	const state = valueText(read(body, 'AutoReplyState'));
	const both = valueText(read(body, 'input'));
	const message = (name: string) => both || valueText(read(body, name)) || undefined;
	const known = (['Enabled', 'Disabled', 'Scheduled'] as const).find(
		(name) => name.toLowerCase() === state.toLowerCase(),
	);
	try {
		if (!known)
			throw new CippFailure(
				`Cannot validate argument on parameter 'State'. The argument "${state}" does not belong to the set "Enabled,Disabled,Scheduled" specified by the ValidateSet attribute.`,
			);
		const wanted: OutOfOffice = {
			state: known,
			internalMessage: message('InternalMessage'),
			externalMessage: message('ExternalMessage'),
			startTime: timeOf(read(body, 'StartTime')),
			endTime: timeOf(read(body, 'EndTime')),
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

/** Unix seconds or a date text. */
function timeOf(given: unknown): Date | undefined {
	const text = valueText(given);
	if (text === '') return undefined;
	return new Date(/^\d+$/.test(text) ? Number(text) * 1000 : text);
}
